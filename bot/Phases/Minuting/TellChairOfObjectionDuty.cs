using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Minuting;

/// <summary>Tells the chair at once that something in the minutes is said to be wrong, or was put right by its author (P15).</summary>
internal sealed class TellChairOfObjectionDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "minuting/objection";

    public static DateTimeOffset Since { get; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from objection in @case.Meeting.Minutes.Objections
        where objection.Answer is null || objection.IsByAuthor
        select new Owed<int>($"{Kind}/{@case.Meeting.Id.Value}/{objection.Number}", objection.At, objection.Number)
        {
            To = @case.Meeting.Chair,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(ObjectionNote.ForChair(@case, ObjectionNote.Of(@case, owed.About), words), "Something in the minutes needs you."),
            cancellationToken);
}

/// <summary>Tells whoever raised an objection what the chair does about it (P15).</summary>
internal sealed class TellAnswerToObjectionDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "minuting/objection-answered";

    public static DateTimeOffset Since => TellChairOfObjectionDuty.Since;

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from objection in @case.Meeting.Minutes.Objections
        where objection is { Answer: not null, IsByAuthor: false }
        select new Owed<int>($"{Kind}/{@case.Meeting.Id.Value}/{objection.Number}", objection.Answer!.At, objection.Number)
        {
            To = objection.By,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(ObjectionNote.ForObjector(@case, ObjectionNote.Of(@case, owed.About), words),
                "There is an answer to what you said about the minutes."), cancellationToken);
}

internal static class ObjectionNote
{
    public static Objection Of(Case @case, int number) =>
        @case.Meeting.Minutes.Objections.First(objection => objection.Number == number);

    /// <summary>Which heading and who; the words stand behind the button, as its marking says who reads them.</summary>
    public static AdaptiveCard ForChair(Case @case, Objection objection, Words words) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}: the minutes",
        null,
        [
            Bold($"{@case.Find(objection.By)?.Described}: "
                + $"{(objection.IsByAuthor ? "put their own words right" : "says that something is wrong")}"
                + $" under “{ObjectionRule.SectionOf(@case, objection)}”."),
            new TextBlock(objection.IsByAuthor
                ? "It goes to everybody when you approve the next version."
                : "Amend the minutes, record the disagreement, or say why not, by "
                    + $"{ObjectionRule.Limit(@case, objection).SayRule(words)}."),
            .. objection.IsByAuthor ? [] : SourceNote.Of(ObjectionRule.Limit(@case, objection)),
        ],
        objection.IsByAuthor
            ? Actions.Open("Amend the minutes", DraftPage.Id.Open, new DraftPage.Form(@case.Ref.Value))
            : Actions.Open("Answer", ObjectionAnswerPart.Id.Open, CaseForm.With(@case, new { Objection = objection.Number })));

    public static AdaptiveCard ForObjector(Case @case, Objection objection, Words words) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}: the minutes",
        null,
        [
            Bold($"What you said under “{ObjectionRule.SectionOf(@case, objection)}”: {ObjectionsPage.Say(@case, objection, words)}."),
            .. objection.Answer!.Fact.Reason is { Length: > 0 } reason ? (IReadOnlyList<CardElement>)[new PlainText($"Why: {reason}")] : [],
            new TextBlock(objection.Answer.Fact.Outcome == ObjectionOutcome.Declined
                ? "The minutes stay as they are. If you still differ, tell the chair."
                : "It goes to everybody with the next version."),
        ],
        Actions.Open("What you said is wrong", ObjectionsPage.Id.Open, CaseForm.Of(@case)));

    private static TextBlock Bold(string text) => new(CardText.Plain(text)) { Weight = TextWeight.Bolder };
}
