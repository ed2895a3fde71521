using System.Text.Json.Nodes;
using StrategyBot.Conversations;
using StrategyBot.Pages;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Panel;

/// <summary>The way in from the panel: its board, and the same verbs, commands and cards as in the chat.</summary>
internal sealed class PanelEndpoint(
    PanelDoor door, PageAnswers answers, LiveLine live, Clerk clerk, Commands commands, PhaseList phases, Sources sources,
    OpenPages open, DeviceLock keeps, Words words, TimeProvider clock, IServiceProvider services)
{
    public const string Neutral = "This panel is for the chair. Your part is in the chat.";

    /// <summary>Which meeting's chat the page stands in.</summary>
    public const string Chat = "X-Chat";

    /// <param name="Seen">The version from which news is told; none where the page has seen nothing yet.</param>
    /// <param name="Automatic">The page says that it asks because something changed (<see cref="OpenPages"/>).</param>
    public sealed record LookForm(int? Seen = null, bool Automatic = false);

    /// <param name="Text">A typed command.</param>
    public sealed record LineForm(string? Text = null, string? Id = null);

    /// <param name="Since">The version of the case in which it was read; none where it wasn't yet.</param>
    public sealed record DraftForm(int? Since = null);

    /// <param name="Width">How much room the page has for the picture.</param>
    public sealed record TimelineForm(int? Width = null);

    // Asked for late: what it needs must not be made before the start has looked at its settings.
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("board", (LookForm form, HttpContext http, PanelEndpoint panel, CancellationToken cancellationToken) =>
            panel.LetInAsync(http, "board", guest => panel.BoardAsync(guest, form, cancellationToken), cancellationToken));
        api.MapPost("act", (PagePress press, HttpContext http, PanelEndpoint panel, CancellationToken cancellationToken) =>
            panel.PressAsync(http, press, cancellationToken));
        api.MapPost("line", (LineForm form, HttpContext http, PanelEndpoint panel, CancellationToken cancellationToken) =>
            panel.LetInAsync(http, "line", guest => panel.LineAsync(guest, form, cancellationToken), cancellationToken));
        api.MapPost("draft", (DraftForm form, HttpContext http, PanelEndpoint panel, CancellationToken cancellationToken) =>
            panel.LetInAsync(http, "draft", guest => panel.DraftAsync(guest, form, cancellationToken), cancellationToken));
        api.MapPost("timeline", (TimelineForm form, HttpContext http, PanelEndpoint panel, CancellationToken cancellationToken) =>
            panel.LetInAsync(http, "timeline", guest => panel.TimelineAsync(guest, form, cancellationToken), cancellationToken));
        api.MapPost("copies", (HttpContext http, PanelEndpoint panel, CancellationToken cancellationToken) =>
            panel.LetInAsync(http, "copies", guest => panel.CopiesAsync(guest, cancellationToken), cancellationToken));
        api.MapGet("events", (HttpContext http, PanelEndpoint panel, CancellationToken cancellationToken) =>
            panel.FollowAsync(http, cancellationToken));
    }

    private Task<IResult> PressAsync(HttpContext http, PagePress press, CancellationToken cancellationToken) => answers.Fits(press)
        ? LetInAsync(http, press.Verb!, guest => ActAsync(guest, press, cancellationToken), cancellationToken)
        : Task.FromResult(PageAnswers.OutOfDate);

    private Task<IResult> LetInAsync(
        HttpContext http, string what, Func<PanelGuest, Task<IResult>> answer, CancellationToken cancellationToken) =>
        answers.GuardedAsync(null, what, async () =>
            await door.PersonAsync(http, cancellationToken) is not { } person ? Results.StatusCode(StatusCodes.Status401Unauthorized)
            : await door.GuestAsync(person, http.Request.Headers[Chat], cancellationToken) is { } guest ? await answer(guest)
            : NotForThem,
            cancellationToken);

    private async Task<IResult> BoardAsync(PanelGuest guest, LookForm form, CancellationToken cancellationToken)
    {
        var asker = guest.Turn("").Asker();
        const string What = "panel/board";
        var isByItself = open.IsByItself(WhoOf(guest), What, form.Automatic && form.Seen is not null);
        if (await clerk.FollowAsync(
            asker, guest.At, PanelDoor.Needs, form.Seen ?? int.MaxValue, isByItself ? null : What, cancellationToken) is not { } now)
        {
            return NotForThem;
        }

        Noted(guest, What, isByItself);
        var board = BoardDrawing.Of(now.View, now.Since, phases, words, clock.GetUtcNow());
        return PageAnswers.Json(new
        {
            board,
            holder = $"{now.View.Case.Id.Value}/{now.View.Reader.Id.Value}",
            keeps = keeps(now.View.Whole, now.View.Reader.Id),
        });
    }

    /// <summary>The draft of the minutes as a document; a reading each time, as its words are shown.</summary>
    private async Task<IResult> DraftAsync(PanelGuest guest, DraftForm form, CancellationToken cancellationToken)
    {
        var view = await clerk.ReadAsync(guest.Turn(""), guest.At, PanelDoor.Needs, "panel/draft", cancellationToken);
        var before = form.Since is { } version
            && await clerk.EarlierAsync(guest.Turn("").Asker(), guest.At, PanelDoor.Needs, version, cancellationToken) is { } earlier
            ? phases.Draft(earlier, clock.GetUtcNow())?.Read().Paragraphs.ToDictionary(paragraph => paragraph.Id)
            : null;
        return view is null ? NotForThem
            : phases.Draft(view, clock.GetUtcNow())?.Read() is not { } draft
                ? PageAnswers.Json(new { text = "There is no draft for you to read." })
            : PageAnswers.Json(new
            {
                draft = new
                {
                    draft.Title,
                    draft.Stage,
                    version = view.Whole.Version,
                    approve = new { draft.Approve.Title, open = BoardDrawing.Opens(draft.Approve) },
                    file = new { draft.File.Title, open = BoardDrawing.Opens(draft.File) },
                    paragraphs = draft.Paragraphs.Select(paragraph => new
                    {
                        paragraph.Id,
                        paragraph.Section,
                        paragraph.Text,
                        paragraph.Cells,
                        paragraph.Author,
                        said = paragraph.At is { } at ? words.Time(at) : null,
                        @for = paragraph.For,
                        paragraph.Note,
                        before = Before(before, paragraph),
                        open = paragraph.Edit is { } edit ? BoardDrawing.Opens(edit) : null,
                    }),
                },
            });
    }

    /// <summary>The case's timeline; a reading each time.</summary>
    private async Task<IResult> TimelineAsync(PanelGuest guest, TimelineForm form, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(guest.Turn(""), guest.At, PanelDoor.Needs, "panel/timeline", cancellationToken) is { } view
            ? PageAnswers.Json(new { timeline = TimelineDrawing.Of(view, form.Width, words, clock.GetUtcNow()) })
            : NotForThem;

    /// <summary>What is copied into the case system; a reading each time.</summary>
    private async Task<IResult> CopiesAsync(PanelGuest guest, CancellationToken cancellationToken)
    {
        var view = await clerk.ReadAsync(guest.Turn(""), guest.At, PanelDoor.Needs, "panel/copies", cancellationToken);
        return view is null ? NotForThem
            : phases.Copies(view, clock.GetUtcNow())?.Read() is not { } sheet
                ? PageAnswers.Json(new { text = "There is nothing here for you to copy." })
            : PageAnswers.Json(new
            {
                copies = new
                {
                    sheet.Title,
                    version = view.Whole.Version,
                    children = sheet.Children.Select(child => new
                    {
                        child.Name,
                        fields = child.Fields.Select(field => new { field.Label, field.Text }),
                        leads = child.Leads.Select(lead => new { lead.Title, open = BoardDrawing.Opens(lead) }),
                    }),
                },
            });
    }

    /// <returns>What stood there when it was read; <c>null</c> where nothing changed since.</returns>
    private static string? Before(Dictionary<string, ReadableDraft.Paragraph>? before, ReadableDraft.Paragraph now) =>
        before is null ? null
        : !before.TryGetValue(now.Id, out var then) ? ""
        : then.Text == now.Text && then.Cells.SequenceEqual(now.Cells) ? null : then.Text;

    private Func<JsonNode, Task<IReadOnlyList<string>>> FoldsFor(PanelGuest guest, CancellationToken cancellationToken) =>
        async card => FoldedTexts.In(
            card, await clerk.MarkedAsync(guest.Turn("").Asker(), guest.At, PanelDoor.Needs, cancellationToken));

    private async Task<IResult> ActAsync(PanelGuest guest, PagePress press, CancellationToken cancellationToken)
    {
        if (!await MayAsync(guest, cancellationToken))
        {
            return NotForThem;
        }

        var isByItself = open.IsByItself(WhoOf(guest), press.Verb!, press.SaysItself);
        var turn = guest.Turn(SourceOf(guest, sources.Of(press.Id!, press.Verb!, press.Data.GetRawText())), isByItself);
        var answer = await answers.AnswerAsync(
            press, turn, guest.At.Case, async () => !await MayAsync(guest, cancellationToken), cancellationToken,
            FoldsFor(guest, cancellationToken));
        Noted(guest, press.Verb!, isByItself);
        return answer;
    }

    private async Task<IResult> LineAsync(PanelGuest guest, LineForm form, CancellationToken cancellationToken)
    {
        if (!PagePress.IsMadeByAPage(form.Id))
        {
            return PageAnswers.OutOfDate;
        }

        if (!await MayAsync(guest, cancellationToken))
        {
            return NotForThem;
        }

        var (text, id) = (form.Text ?? "", form.Id ?? "");
        var turn = guest.Turn(SourceOf(guest, sources.Of(id, "line", text)));
        return await answers.ShowAsync(
            await commands.AnswerAsync(text, services, turn, cancellationToken), turn, guest.At.Case, static () => Task.FromResult(false),
            cancellationToken, FoldsFor(guest, cancellationToken));
    }

    private async Task FollowAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var outcome = await LetInAsync(http, "events", async guest =>
        {
            if (await VersionAsync(guest, cancellationToken) is { } seen)
            {
                await live.ServeAsync(http, seen, token => VersionAsync(guest, token));
                return Results.Empty;
            }

            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }, cancellationToken);
        await outcome.ExecuteAsync(http);
    }

    private async Task<int?> VersionAsync(PanelGuest guest, CancellationToken cancellationToken) =>
        (await clerk.FollowAsync(guest.Turn("").Asker(), guest.At, PanelDoor.Needs, int.MaxValue, null, cancellationToken))?
            .View.Whole.Version;

    private async Task<bool> MayAsync(PanelGuest guest, CancellationToken cancellationToken) =>
        await VersionAsync(guest, cancellationToken) is not null;

    private void Noted(PanelGuest guest, string what, bool isByItself)
    {
        if (!isByItself)
        {
            open.Noted(WhoOf(guest), what);
        }
    }

    private static string WhoOf(PanelGuest guest) => $"{guest.Speaker.TenantId}/{guest.Speaker.ObjectId}/{guest.At}";

    private static string SourceOf(PanelGuest guest, string what) => $"panel/{guest.Speaker.ObjectId}/{what}";

    private static IResult NotForThem => PageAnswers.Json(new { neutral = Neutral });
}
