namespace StrategyBot.Cases;

/// <summary>A case's reference, <c>SB-yyyy-nnn</c>: opaque, so that it may stand in a subject or on a posted card (P22).</summary>
internal readonly record struct CaseId(string Value)
{
    /// <summary>The one that was opened first comes first.</summary>
    public static IComparer<CaseId> InOrder { get; } = Comparer<CaseId>.Create((one, other) =>
        one.Value.Length.CompareTo(other.Value.Length) is var length and not 0 ? length : string.CompareOrdinal(one.Value, other.Value));

    public override string ToString() => Value;
}

/// <summary><c>meeting-1</c>, <c>meeting-2</c>, … within a case.</summary>
internal readonly record struct MeetingId(string Value)
{
    /// <summary>What a form or a fact of the first releases means: they name none.</summary>
    public static MeetingId First { get; } = Of(1);

    /// <param name="number">How many were opened until it was.</param>
    public static MeetingId Of(int number) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"meeting-{number}"));
}

/// <summary>A case, and which of its meetings is meant (design §3.1).</summary>
/// <param name="Meeting"><c>null</c>: the latest.</param>
internal readonly record struct CaseRef(CaseId Case, MeetingId? Meeting)
{
    private const char Then = '/';

    /// <summary>What a form sends along: <c>SB-2026-004</c>, or <c>SB-2026-004/meeting-2</c>.</summary>
    public string Value => Meeting is { } later && later != MeetingId.First ? $"{Case.Value}{Then}{later.Value}" : Case.Value;

    /// <summary>What a form of ours sent; one that names no meeting means the first.</summary>
    public static CaseRef Sent(string? value) => (value ?? "").Split(Then, 2) is [var @case, var meeting]
        ? new(new(@case), new(meeting))
        : new(new(value ?? ""), MeetingId.First);

    public static implicit operator CaseRef(CaseId @case) => new(@case, null);
}

/// <summary><c>child-1</c>, <c>child-2</c>, … within a case (P9).</summary>
internal readonly record struct ChildId(string Value);

/// <summary><c>adult-1</c>, … within a case: someone whose records are checked (P1), never someone who takes part.</summary>
internal readonly record struct AdultId(string Value)
{
    private const string Prefix = "adult-";

    /// <summary>Where no name may stand: <c>Adult 1</c>. No property: it would be stored with every fact.</summary>
    public string ByNumber() => $"Adult {Value[Prefix.Length..]}";
}

/// <summary><c>person-1</c>, … within a case: someone who takes part.</summary>
internal readonly record struct ParticipantId(string Value);

/// <summary><c>action-1</c>, … within a case; rows of the interim safety plan are counted with the actions.</summary>
internal readonly record struct ActionId(string Value);

/// <summary><c>row-1</c>, … within a meeting: a row under a heading that is a list.</summary>
internal readonly record struct RowId(string Value);

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
