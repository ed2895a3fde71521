using System.Globalization;

namespace StrategyBot.Phases.Assessing;

/// <summary>Somebody escalated a decision that differs from their view, and nobody has settled it by when the chair said
/// (R59, P18).</summary>
internal sealed class EscalationClock : IClock
{
    public static string Kind => "assessing/escalation";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of a disagreement to be settled";

    public static string Watches => "each disagreement that was escalated: at once, then by when the chair says";

    public static string Until => "it is settled, or the view and the decision agree";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "A professional disagreement has to be settled; open your part.";

    /// <summary>Chair and the first senior manager at once; a time that the chair sets is another clock.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from about in EscalationRule.Open(@case)
        let stance = @case.Meeting.Assessment.Stances[about]
        let step = @case.Meeting.Assessment.Escalations.GetValueOrDefault(about)
        let due = step?.Seq > stance.Seq ? step.Fact.DueAt : null
        let moment = due ?? stance.At
        let id = string.Create(CultureInfo.InvariantCulture,
            $"{@case.Meeting.Id.Value}/{about.Participant.Value}/{about.Child.Value}/{moment.UtcDateTime:yyyyMMddHHmm}")
        select new RunningClock(id, moment, [@case.Meeting.Chair])
        {
            Child = about.Child,
            About = about.Participant,
            ClimbsAtOnce = due is null,
            Known = [about.Participant],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var (who, child) = (@case.Find(running.About!.Value), @case.Find(running.Child!.Value));
        var since = @case.Meeting.Assessment.Stances[(running.About.Value, running.Child.Value)].At;
        return $"{who?.Agency.Name() ?? "An agency"} sees the decision on {child?.Number.ToLowerInvariant()} differently, and escalated it "
            + $"{words.When(since)}. It is not settled. The plan to protect the child goes on. "
            + $"The policy: {@case.Profile.Links.Escalation}";
    }

    /// <summary>Whom of the other side to settle it with.</summary>
    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        @case.Find(running.About!.Value) is { } who && Staffed.DeskOf(@case, who.Agency) is { } desk
            ? [new PlainText($"Their side: {desk.OnCallSenior}")] : [];

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(EscalationPart.Needs) ? [EscalationPart.Button(@case, (running.About!.Value, running.Child!.Value))] : [];
}
