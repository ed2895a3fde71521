using System.Globalization;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Somebody said that a child is in danger now: chair, social worker and the out-of-hours team at once, and each quarter of an
/// hour the next, until somebody acts on it (P28).</summary>
internal sealed class DangerClock : IClock
{
    public static string Kind => "safeguarding/danger";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a child is in danger";

    public static string Watches => "each danger that somebody raised";

    public static string Until => "somebody says that they act on it";

    public static Climb Climb => Climb.Danger;

    public static string Sentence => "Something about a child's safety can't wait; open your part now.";

    public static bool IsDanger => true;

    /// <summary>Whoever raised it knows it.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from danger in @case.Meeting.Safety.Dangers
        where danger.Answered is null
        let raiser = @case.Find(danger.Raised.By)
        select new RunningClock(IdOf(@case, danger), danger.Raised.At, [.. DecideByClock.Owners(@case).Where(owner => owner != raiser?.Id)])
        {
            Child = danger.Raised.Fact.Child,
            Known = raiser is null ? [] : [raiser.Id],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        Of(@case, running) is { } danger
            ? $"{danger.Whose(@case)}: {WordTables.Danger.InList(danger.Raised.Fact.Kind)}. Said {words.When(danger.Raised.At)}."
            : "A danger was raised.";

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        Of(@case, running) is { } danger ? Said(@case, danger, to) : [];

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        Of(@case, running) is { } danger && DangerRule.MayAnswer(to) ? [DangerAnswerPart.Button(@case, danger)] : [];

    /// <summary>What was said, above the form that answers it.</summary>
    public static IEnumerable<CardElement> Echo(Case @case, Danger danger, Participant reader, Words words) =>
    [
        new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
        new TextBlock(CardText.Plain(
            $"{danger.Whose(@case)}: {WordTables.Danger.InList(danger.Raised.Fact.Kind)}. Said {words.When(danger.Raised.At)}."))
        {
            Weight = TextWeight.Bolder,
        },
        .. Said(@case, danger, reader),
        .. danger.Answered is { } answered
            ? (IReadOnlyList<CardElement>)
                [new PlainText($"{@case.Find(answered.By)?.Name ?? "Somebody"} acts on it since {words.When(answered.At)}.")]
            : [],
    ];

    private static IEnumerable<CardElement> Said(Case @case, Danger danger, Participant reader)
    {
        if (@case.Find(danger.Raised.By) is { } raiser)
        {
            yield return new PlainText($"Said by {raiser.Described}{(raiser.Phone.Length > 0 ? $", {raiser.Phone}" : "")}");
        }

        if (danger.Raised.Fact.What.Length > 0 && danger.Raised.Fact.Audience.Admits(reader, reader.Is(danger.Raised.By)))
        {
            yield return new PlainText(Shortened.To(FormCard.LongText, danger.Raised.Fact.What));
        }
    }

    private static Danger? Of(Case @case, RunningClock running) =>
        @case.Meeting.Safety.Dangers.FirstOrDefault(danger => running.Id == IdOf(@case, danger));

    private static string IdOf(Case @case, Danger danger) =>
        string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{danger.Raised.Seq}");
}
