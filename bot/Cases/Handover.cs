namespace StrategyBot.Cases;

/// <summary>A case in another's hands for a while (P27).</summary>
internal sealed record Handover(Decided<HandoverGiven> Given)
{
    /// <summary>The key of the procedure's out-of-hours team.</summary>
    public const string OutOfHours = "outOfHours";

    /// <summary><c>null</c> while they haven't taken it on.</summary>
    public Decided<HandoverAccepted>? Accepted { get; init; }

    public Decided<HandoverTakenBack>? Back { get; init; }

    public bool IsOpen => Accepted is null && Back is null;

    /// <summary>Whom it was handed over to: by name where there is one.</summary>
    public string To(Case @case) => @case.Find(new ParticipantId(Given.Fact.Whom)) is { } person ? person.Described
        : Given.Fact.Whom == OutOfHours ? @case.Profile.OutOfHours.Title
        : @case.Profile.Roles.Find(Given.Fact.Whom) is not { } holder ? "somebody who is not on the list"
        : holder.Name is { Length: > 0 } name ? $"{name}, {holder.Title}"
        : holder.Title;

    /// <summary>It went to a team or a role, and not to somebody by name: who answers there is noted.</summary>
    public bool IsToDesk(Case @case) => @case.Find(new ParticipantId(Given.Fact.Whom)) is not { IsInbox: false }
        && @case.Profile.Roles.Find(Given.Fact.Whom) is not { Name.Length: > 0 };

    /// <summary>Whom to ring and where: the out-of-hours team where nobody knows a number of theirs.</summary>
    public string Ring(Case @case) => Phone(@case) is { Length: > 0 } phone ? $"Ring now: {To(@case)}, {phone}."
        : $"No number of {To(@case)} is known. Ring now: {@case.Profile.OutOfHours.Title}, {@case.Profile.OutOfHours.Phone}.";

    /// <summary>Where they are rung; empty where nobody knows.</summary>
    public string Phone(Case @case) => @case.Find(new ParticipantId(Given.Fact.Whom)) is { } person ? person.Phone
        : Given.Fact.Whom == OutOfHours ? @case.Profile.OutOfHours.Phone
        : @case.Profile.Roles.Find(Given.Fact.Whom)?.Phone ?? "";
}
