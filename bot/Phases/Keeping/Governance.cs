namespace StrategyBot.Phases.Keeping;

/// <summary>Who keeps the record of a case: information governance, as the procedure names it or as they took it up themselves. Pure.
/// </summary>
internal static class Governance
{
    public static IReadOnlyList<Participant> Of(Case @case) =>
        [.. @case.Participants.Where(person => !person.IsTakenOff && person.Roles.Contains(Role.InformationGovernance))];

    /// <summary>Nobody where the procedure gives no address: then the chair answers for it.</summary>
    public static IEnumerable<Fact> PutOn(Case @case) =>
        Phases.PutOn.For(@case, Role.InformationGovernance, @case.Profile.Roles.InformationGovernance);

    /// <summary>Whether somebody answers for what went to the wrong place: they keep the record, or nobody else does.</summary>
    public static bool MayAnswer(Case @case, Participant me) =>
        me.May(Capability.KeepRecord) || (me.May(Capability.Lead) && Of(@case).Count == 0);
}
