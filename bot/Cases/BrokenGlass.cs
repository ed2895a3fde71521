namespace StrategyBot.Cases;

/// <summary>An auditor reads a case for some hours (P17). Whether they still may is asked of the clock with each reading: nothing has to
/// run for it to end.</summary>
internal sealed record BrokenGlass(Decided<GlassBroken> Said)
{
    /// <summary>When they had what they needed; <c>null</c> where they never said so.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset Until => ClosedAt is { } closed && closed < Said.Fact.Until ? closed : Said.Fact.Until;

    public bool IsOpen(DateTimeOffset at) => at >= Said.At && at < Until;

    /// <summary>Those that are open, one for each auditor: the one that lasts longest.</summary>
    public static IReadOnlyList<BrokenGlass> Open(Case @case, DateTimeOffset at) =>
        [.. @case.Keeping.Glasses.Where(glass => glass.IsOpen(at)).GroupBy(glass => glass.Said.Fact.Auditor)
            .Select(own => own.MaxBy(glass => glass.Until)!)];

    /// <summary>Until when somebody reads it so; <c>null</c> where they don't.</summary>
    public static BrokenGlass? Of(Case @case, ParticipantId person, DateTimeOffset at) =>
        Open(@case, at).FirstOrDefault(glass => glass.Said.Fact.Auditor == person);

    /// <summary>Somebody as they may read the case now; what they may write is what they are on it alone.</summary>
    public static Participant Reading(Case @case, Participant person, DateTimeOffset at) =>
        person.May(Capability.BreakGlass) && Of(@case, person.Id, at) is not null
            ? Lend(person) : person;

    /// <summary>Nobody has it on record.</summary>
    public static Participant Lend(Participant person) => person with { Roles = [.. person.Roles, Role.BreakGlass] };
}
