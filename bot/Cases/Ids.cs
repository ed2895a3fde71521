namespace StrategyBot.Cases;

/// <summary>A case's reference, <c>SB-yyyy-nnn</c>: opaque, so that it may stand in a subject or on a posted card (P22).</summary>
internal readonly record struct CaseId(string Value)
{
    public override string ToString() => Value;
}

/// <summary><c>meeting-1</c>, <c>meeting-2</c>, … within a case.</summary>
internal readonly record struct MeetingId(string Value);

/// <summary><c>child-1</c>, <c>child-2</c>, … within a case (P9).</summary>
internal readonly record struct ChildId(string Value);

/// <summary><c>adult-1</c>, … within a case: someone whose records are checked (P1), never someone who takes part.</summary>
internal readonly record struct AdultId(string Value);

/// <summary><c>person-1</c>, … within a case: someone who takes part.</summary>
internal readonly record struct ParticipantId(string Value);

/// <summary><c>action-1</c>, … within a case; rows of the interim safety plan are counted with the actions.</summary>
internal readonly record struct ActionId(string Value);

/// <summary>Whom a personal link is bound to: one participant of one case, and nobody on any other.</summary>
internal readonly record struct LinkHolder(CaseId Case, ParticipantId Participant)
{
    /// <summary>Stands where a person of Teams has their tenant; no tenant is called that.</summary>
    public const string Tenant = "link";
}

/// <summary>Who a verified turn came from: <c>{tenantId}/{aadObjectId}</c>; the bot itself is <see cref="Bot"/>.</summary>
internal readonly record struct PersonId(string Value)
{
    public static PersonId Bot { get; } = new("bot");

    public static PersonId Of(string tenantId, string objectId) => new($"{tenantId}/{objectId}");

    /// <summary>Someone known by the link that was sent to them, and by the code that reached the same address.</summary>
    public static PersonId Behind(LinkHolder link) => Of(LinkHolder.Tenant, $"{link.Case.Value}/{link.Participant.Value}");

    public bool IsBehindLink() => Value.StartsWith($"{LinkHolder.Tenant}/", StringComparison.Ordinal);
}
