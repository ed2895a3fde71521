using System.Text.Json;
using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Pages;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Panel;

/// <summary>The way in from the app's own tab: the board of a service, an opened row of it, and the cards of a case, by the verbs of the
/// chat. It is of no meeting; each case says by itself who may see it.</summary>
internal sealed class ServiceEndpoint(
    PanelDoor door, PageAnswers answers, BoardLook look, MeasuresLook measures, ServicePaper paper, ListsLook lists, Clerk clerk,
    Sources sources, DeviceLock keeps, PhaseList phases, Words words, TimeProvider clock)
{
    /// <param name="Most">How many rows are wanted; nothing: as many as are read in one look.</param>
    public sealed record BoardForm(string? Team = null, string? Chair = null, string? Area = null, string? Stage = null, int? Most = null);

    /// <param name="List">Which is shown.</param>
    /// <param name="Month"><c>2026-11</c>; nothing: twelve of them.</param>
    /// <param name="Most">How many lines are wanted; nothing: as many as are read in one look.</param>
    /// <param name="AsFile">All lines, as a spreadsheet reads them.</param>
    public sealed record ListsForm(
        string? List = null, string? Month = null, string? Area = null, string? Measure = null, int? Most = null, bool AsFile = false);

    /// <param name="Month"><c>2026-11</c>; nothing: twelve of them.</param>
    public sealed record MeasuresForm(string? Area = null, string? Month = null);

    /// <param name="Width">How much room the page has for the timeline.</param>
    /// <param name="Who">The address of whoever has it.</param>
    public sealed record OpenedForm(string? Case = null, int? Width = null, string? Who = null);

    // Asked for late, as the panel's.
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("board", (BoardForm form, HttpContext http, ServiceEndpoint service, CancellationToken cancellationToken) =>
            service.LetInAsync(http, "service/board", staff => service.BoardAsync(staff, form, cancellationToken), cancellationToken));
        api.MapPost("measures", (MeasuresForm form, HttpContext http, ServiceEndpoint service, CancellationToken cancellationToken) =>
            service.LetInAsync(
                http, "service/measures", staff => service.MeasuresAsync(staff, form, cancellationToken), cancellationToken));
        api.MapPost("paper", (MeasuresForm form, HttpContext http, ServiceEndpoint service, CancellationToken cancellationToken) =>
            service.LetInAsync(http, "service/paper", staff => service.PaperAsync(staff, form, cancellationToken), cancellationToken));
        api.MapPost("lists", (ListsForm form, HttpContext http, ServiceEndpoint service, CancellationToken cancellationToken) =>
            service.LetInAsync(http, "service/lists", staff => service.ListsAsync(staff, form, cancellationToken), cancellationToken));
        api.MapPost("case", (OpenedForm form, HttpContext http, ServiceEndpoint service, CancellationToken cancellationToken) =>
            service.LetInAsync(http, "service/case", staff => service.CaseAsync(staff, form, cancellationToken), cancellationToken));
        api.MapPost("act", (PagePress press, HttpContext http, ServiceEndpoint service, CancellationToken cancellationToken) =>
            service.PressAsync(http, press, cancellationToken));
    }

    private Task<IResult> PressAsync(HttpContext http, PagePress press, CancellationToken cancellationToken) => answers.Fits(press)
        ? LetInAsync(http, press.Verb!, staff => ActAsync(staff, press, cancellationToken), cancellationToken)
        : Task.FromResult(PageAnswers.OutOfDate);

    private Task<IResult> LetInAsync(
        HttpContext http, string what, Func<PanelStaff, Task<IResult>> answer, CancellationToken cancellationToken) =>
        answers.GuardedAsync(null, what, async () =>
            await door.PersonAsync(http, cancellationToken) is not { } person ? Results.StatusCode(StatusCodes.Status401Unauthorized)
            : await door.StaffAsync(person, cancellationToken) is { } staff ? await answer(staff)
            : PageAnswers.Json(new { neutral = BoardLook.OfTheAuthority }),
            cancellationToken);

    private async Task<IResult> BoardAsync(PanelStaff staff, BoardForm form, CancellationToken cancellationToken)
    {
        var filter = new BoardFilter(Some(form.Team), Some(form.Chair), Some(form.Area),
            Enum.TryParse<BoardStage>(form.Stage, ignoreCase: true, out var stage) && Enum.IsDefined(stage) ? stage : null);
        var most = Rows(form.Most);
        return await look.ReadAsync(staff.Turn(""), filter, most, cancellationToken) is { } looked
            ? PageAnswers.Json(ServiceDrawing.Of(looked, filter, most, words))
            : PageAnswers.Json(new { neutral = BoardLook.OfTheAuthority });
    }

    private async Task<IResult> MeasuresAsync(PanelStaff staff, MeasuresForm form, CancellationToken cancellationToken) =>
        await measures.ReadAsync(staff.Turn(""), Some(form.Area), cancellationToken) is { } looked
            ? PageAnswers.Json(MeasuresDrawing.Of(looked, Some(form.Area), MonthAddress.Read(form.Month), words))
            : PageAnswers.Json(new { neutral = MeasuresLook.OfTheAuthority });

    /// <summary>Counts alone, as the page has them: it needs no link that opens once.</summary>
    private async Task<IResult> PaperAsync(PanelStaff staff, MeasuresForm form, CancellationToken cancellationToken) =>
        await measures.ReadAsync(staff.Turn(""), Some(form.Area), cancellationToken) is { } looked
            && paper(looked, Some(form.Area), MonthAddress.Read(form.Month)) is var file
            ? PageAnswers.Json(new { file.Name, type = file.ContentType, content = Convert.ToBase64String(file.Content) })
            : PageAnswers.Json(new { neutral = MeasuresLook.OfTheAuthority });

    private async Task<IResult> ListsAsync(PanelStaff staff, ListsForm form, CancellationToken cancellationToken)
    {
        var list = Enum.TryParse<ServiceList>(form.List, ignoreCase: true, out var one) && Enum.IsDefined(one)
            ? one : ServiceList.OutOfTimescale;
        var measure = list == ServiceList.OfMeasure ? ServiceMeasure.All.FirstOrDefault(one => one.Id == form.Measure) : null;
        if (list == ServiceList.OfMeasure && measure is null)
        {
            list = ServiceList.OutOfTimescale;
        }

        var (month, area) = (MonthAddress.Read(form.Month ?? ""), Some(form.Area));
        return await lists.ReadAsync(
            staff.Turn(""), month, area, measure, form.AsFile ? int.MaxValue : Rows(form.Most), cancellationToken) is { } looked
            ? PageAnswers.Json(form.AsFile ? new { csv = ListsDrawing.Csv(looked, list) }
                : ListsDrawing.Of(looked, list, measure, month, area, words))
            : PageAnswers.Json(new { neutral = ListsLook.OfTheAuthority });
    }

    /// <summary>What stands in an opened row, and what a form of it is locked with; a reading each time.</summary>
    private async Task<IResult> CaseAsync(PanelStaff staff, OpenedForm form, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(staff.Turn(""), Meant(form.Case), Capability.SeeCase, "panel/service", cancellationToken)
            is not { } view)
        {
            return PageAnswers.Json(new { text = new NoSuchCase().Say(words) });
        }

        var now = clock.GetUtcNow();
        return PageAnswers.Json(new
        {
            timeline = TimelineDrawing.Of(view, form.Width, words, now),
            names = HiddenNames.Of(view.Case, words.LocalDate(now)).Names(view.Case, words),
            open = BoardDrawing.Opens(new("", PartIds.MyPart, CaseForm.Of(view.Case))),
            change = Change(view, Some(form.Who)) is { } change ? BoardDrawing.Opens(change) : null,
            holder = $"{view.Case.Id.Value}/{view.Reader.Id.Value}",
            keeps = keeps(view.Whole, view.Reader.Id),
        });
    }

    private PartButton? Change(CaseView view, string? who) => who is not null
        && view.Case.Participants.FirstOrDefault(person => !person.IsTakenOff && Rules.MailAddress.Same(person.Mail, who)) is { } whom
            ? phases.HandsOver(view, whom) : null;

    private async Task<IResult> ActAsync(PanelStaff staff, PagePress press, CancellationToken cancellationToken)
    {
        var at = Meant(press.Data.TryGetProperty("case", out var sent) && sent.ValueKind == JsonValueKind.String ? sent.GetString() : null);
        var turn = staff.Turn($"service/{staff.Speaker.ObjectId}/{sources.Of(press.Id!, press.Verb!, press.Data.GetRawText())}");
        return await clerk.ReadAsync(turn, at, Capability.SeeCase, null, cancellationToken) is null
            ? PageAnswers.Json(new { text = new NoSuchCase().Say(words) })
            : await answers.AnswerAsync(press, turn, at.Case, async () =>
                await clerk.ReadAsync(turn, at, Capability.SeeCase, null, cancellationToken) is null, cancellationToken,
                // What is marked for some is folded while names are hidden, as in the panel.
                async card => FoldedTexts.In(card, await clerk.MarkedAsync(turn.Asker(), at, Capability.SeeCase, cancellationToken)));
    }

    private static CaseRef Meant(string? sent) => new CaseForm(sent ?? "").Ref();

    /// <summary>A hundred are read in one look; so many more are asked for by hand that nobody reads them.</summary>
    private static int Rows(int? most) => Math.Clamp(most ?? 0, 100, 2_000);

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
