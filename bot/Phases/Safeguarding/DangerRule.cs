namespace StrategyBot.Phases.Safeguarding;

/// <summary>The rules of a danger that somebody raises (P28). Nothing may hold it up. Pure.</summary>
internal static class DangerRule
{
    public static bool MayAnswer(Participant person) => person.May(Capability.FillForm) || person.May(Capability.TakeChair);

    /// <param name="children">Whom it is of; all of them are said as one.</param>
    public static Decision Raise(
        Case @case, Participant me, IReadOnlyList<Child> children, DangerKind? kind, string? what, Readers readers)
    {
        var text = (what ?? "").Trim();
        var raised = new DangerRaised(kind ?? DangerKind.Other, text)
        {
            Meeting = @case.Meeting.Id,
            Child = children is [var one] ? one.Id : null,
            Audience = readers.Audience,
        };
        return text.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "what" }
            : kind is null && text.Length == 0 ? new CannotBe("Say what is happening.") { Field = "kind" }
            // The same once more, while nobody acts on it, is the same danger.
            : @case.Meeting.Safety.Dangers.Any(danger => danger.Answered is null && danger.Raised.Fact == raised && me.Is(danger.Raised.By))
                ? Decision.Already
            : raised;
    }

    public static Decision Answer(Case @case, Participant me, int raised, string? doing, Readers readers)
    {
        var text = (doing ?? "").Trim();
        var danger = @case.Meeting.Safety.Dangers.FirstOrDefault(danger => danger.Raised.Seq == raised);
        var answered = new DangerAnswered(raised, text)
        {
            Meeting = @case.Meeting.Id,
            Child = danger?.Raised.Fact.Child,
            Audience = readers.Audience,
        };
        return !MayAnswer(me) || danger is null ? new NotYourPart()
            : text.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "doing" }
            : readers.WhyNot("What is being done", danger.Answered?.By, danger.Answered?.Fact.Audience) is { } widens ? widens
            : danger.Answered is { } stands && me.Is(stands.By) && stands.Fact == answered ? Decision.Already
            : answered;
    }
}
