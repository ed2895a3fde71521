using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>What binds at <em>Complete the record</em> and is not answered yet, in words, with a button to each (P7).</summary>
internal sealed class MissingCommand(Clerk clerk, CommandCase command, PhaseList phases, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "missing";

    public static string Help => "`missing` – what must still be answered before the record is complete";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await FindAsync(rest, turn, cancellationToken) switch
        {
            Found.One one when turn.At.Kind == PlaceKind.MeetingChat => new Reply.Show("Missing", HubCard.For(one.View.Whole, words)),
            Found.One one => Shown(one.View, turn, clock.GetUtcNow()),
            var other => other.WhyNot("missing SB-2026-014 Heron", words),
        };

    /// <summary>A meeting that is held and not complete yet; where there is none, whatever case there is.</summary>
    private async Task<Found> FindAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        var found = await command.FindAsync(rest, turn, Capability.SeeCase,
            view => view.Case.Meeting.IsConvened && view.Case.Meeting.Attendance.CompletedAt is null, cancellationToken);
        return found is Found.None { Because: NothingFits }
            ? await command.FindAsync(rest, turn, Capability.SeeCase, null, cancellationToken)
            : found;
    }

    private Reply.Show Shown(CaseView view, Turn turn, DateTimeOffset now)
    {
        clerk.NoteShown(turn.Asker(), view.Case.Id, $"hub/{Word}");
        return new("Missing", FormCard.Of(MissingDrawing.Of(view, phases, words, now)));
    }
}

/// <summary>The open parts by who fills them, with a button each.</summary>
internal static class MissingDrawing
{
    // So many with a button each stay under the limit of a card.
    private const int Most = 12;

    /// <summary>What <c>status</c> says of what is missing; the same rule as the list's.</summary>
    public static string Said(CaseView view, PhaseList phases, Words words) => view.Case.Meeting switch
    {
        { Attendance.CompletedAt: { } at } =>
            $"The record was completed {words.When(at)}. Type **missing** to see what is not answered.",
        { IsConvened: false } => "The meeting is not called yet. Type **convene** to go on.",
        _ => $"{phases.Gaps(view.Whole).Count} mandatory parts still to answer. Type **missing** to see them.",
    };

    /// <param name="page">From 1.</param>
    public static Drawn Of(CaseView view, PhaseList phases, Words words, DateTimeOffset now, int page = 1)
    {
        var (whole, gaps) = (view.Whole, phases.Gaps(view.Whole));
        var isComplete = whole.Meeting.Attendance.CompletedAt is not null;
        IReadOnlyList<CardElement> completed = [.. CompleteRecord.Say(view.Case, words)];
        IReadOnlyList<CardElement> awaited = [.. Awaits(view, words)];
        if (gaps.Count == 0)
        {
            return new("Nothing is missing",
            [
                .. isComplete ? completed : [new TextBlock("Everything that binds is answered. The chair can complete the record.")],
                .. awaited,
            ]);
        }

        // One's own come first.
        var rows = gaps.OrderBy(gap => !gap.IsOf(view.Reader)).ThenBy(gap => gap.Fills).ToList();
        var pages = (rows.Count + Most - 1) / Most;
        var number = Math.Clamp(page, 1, pages);
        var shown = new Paged<Gap>(number, pages, [.. rows.Skip((number - 1) * Most).Take(Most)]);
        return new(isComplete ? $"Complete, {gaps.Count} not answered" : $"{gaps.Count} still to answer",
        [
            .. completed,
            .. shown.Items.GroupBy(gap => (gap.Fills, gap.IsOf(view.Reader))).SelectMany(group => (IReadOnlyList<CardElement>)
            [
                new TextBlock(WordTables.WhoFills.InList(group.Key.Fills)) { Weight = TextWeight.Bolder, Separator = true },
                .. group.Select(gap => Row(view, gap, AskByName.Of(view, gaps, gap, now), number, words)),
            ]),
            .. shown.Line,
            .. number == 1 ? awaited : [],
        ])
        {
            Beside = shown.Turns((title, other) => ChosenGapPage.Turn(title, whole, other)),
        };
    }

    /// <summary>What is answered by <em>Not known yet</em> holds nothing up, and somebody brings it (P14).</summary>
    private static IEnumerable<CardElement> Awaits(CaseView view, Words words) => Awaited.Of(view.Whole)
        .Where(one => view.Reader.May(Capability.FillForm) || one.From.Id == view.Reader.Id)
        .Take(Most).Select((one, place) => new PlainText(
            $"{one.Heading.Title}: awaited from {Shortened.Name(one.From.Name)} by {words.When(one.DueAt)}")
        {
            Separator = place == 0,
        });

    private static Container Row(CaseView view, Gap gap, AskByName? ask, int page, Words words)
    {
        IReadOnlyList<CardAction> buttons =
        [
            .. MayOpen(view, gap) ? (IReadOnlyList<CardAction>)[gap.Open.Send()] : [],
            .. ask is { MayAsk: true } ? (IReadOnlyList<CardAction>)[ask.Button(view.Case, page).Send()] : [],
        ];
        return new(
        [
            new TextBlock(gap.Sentence),
            .. ask?.Last is null ? (IReadOnlyList<CardElement>)[]
                : [new PlainText($"{Shortened.Name(ask.Whom.Name)}: {ask.Said(words)}") { IsSubtle = true, Size = TextSize.Small }],
            .. buttons.Count > 0 ? (IReadOnlyList<CardElement>)[new ActionSet(buttons)] : [],
        ]);
    }

    /// <summary>Whoever fills the form for all, and each for their own agency.</summary>
    private static bool MayOpen(CaseView view, Gap gap) => view.Reader.May(Capability.FillForm) || gap.IsOf(view.Reader);
}

/// <summary>The chair asks somebody by name for what is missing; they get one message.</summary>
internal sealed class AskPerson(PhaseList phases) : IAct<AskByName.Form>
{
    public static string Verb => PartIds.AskPerson;

    public static Capability Needs => Capability.Lead;

    public Decision Decide(FormPage page, AskByName.Form pressed) => Ask(page, pressed) switch
    {
        null => new CannotBe("That is answered by now, or there is nobody to ask. Look at what is missing again."),
        { MayAsk: false } => Decision.Already,
        var ask => new PersonAsked(ask.Whom.Id, ask.Gap.Id) { Meeting = page.Case.Meeting.Id },
    };

    public Echo Saved(FormPage page, Kept<AskByName.Form> kept) =>
        new(Ask(page, kept.Typed) is { } ask ? $"{CardText.Plain(Shortened.Name(ask.Whom.Name))} is asked" : "asked");

    public PartButton? Next(FormPage page, Kept<AskByName.Form> kept) => List(page, kept.Typed);

    public PartButton? Back(FormPage page, AskByName.Form pressed) => List(page, pressed);

    private static PartButton? List(FormPage page, AskByName.Form pressed) => pressed.Page is not { } number ? null
        : ChosenGapPage.Id.Button("Missing", new ChosenGapPage.Form(page.Case.Ref.Value, Page: number));

    private AskByName? Ask(FormPage page, AskByName.Form pressed)
    {
        var gaps = phases.Gaps(page.Whole);
        return gaps.FirstOrDefault(gap => gap.Id == pressed.Gap) is { } gap ? AskByName.Of(page.View, gaps, gap, page.Now) : null;
    }
}
