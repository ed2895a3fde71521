namespace StrategyBot.Phases.Assessing;

/// <summary>The rules of a disagreement that goes to senior managers (R59, P18). Pure.</summary>
internal static class EscalationRule
{
    /// <summary>Each view that was escalated and still differs.</summary>
    public static IEnumerable<(ParticipantId Participant, ChildId Child)> All(Case @case) =>
        @case.Meeting.Assessment.Stances
            .Where(row => row.Value.Fact.Stance == Stance.Escalate && StanceRule.Differs(@case, row.Key.Participant, row.Key.Child))
            .OrderBy(row => row.Value.At).Select(row => row.Key);

    /// <summary>Those that nobody has settled.</summary>
    public static IEnumerable<(ParticipantId Participant, ChildId Child)> Open(Case @case) =>
        All(@case).Where(about => !IsSettled(@case, about));

    /// <summary>Escalated again since, it is open again.</summary>
    public static bool IsSettled(Case @case, (ParticipantId Participant, ChildId Child) about) =>
        @case.Meeting.Assessment.Escalations.GetValueOrDefault(about) is { Fact.IsSettled: true } step
        && step.Seq > @case.Meeting.Assessment.Stances[about].Seq;

    /// <summary>As the procedure names its duty desk.</summary>
    public static string Agency(Case @case, (ParticipantId Participant, ChildId Child) about) =>
        @case.Find(about.Participant)?.Agency.Name().ToLowerInvariant() ?? "";

    public static Decision Take(
        Case @case, Participant me, (ParticipantId Participant, ChildId Child) about, string? step, YesNo? settled, DateTimeOffset? due,
        Readers readers)
    {
        var (text, stands) = ((step ?? "").Trim(), @case.Meeting.Assessment.Escalations.GetValueOrDefault(about));
        var taken = new EscalationStepTaken(about.Participant, text, settled == YesNo.Yes)
        {
            Meeting = @case.Meeting.Id,
            Child = about.Child,
            DueAt = due,
            Audience = readers.Audience,
        };
        return !All(@case).Contains(about) ? new NotYourPart()
            : text.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "step" }
            : text.Length == 0 && settled is null && due is null ? new CannotBe("Say who was asked, or by when it is to be settled.")
            {
                Field = "step",
            }
            : settled == YesNo.Yes && text.Length == 0 ? new CannotBe("Say how it was settled.") { Field = "step" }
            : stands is not null && me.Is(stands.By) && stands.Fact == taken ? Decision.Already
            : taken;
    }
}
