using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>A person or mailbox that holds a role. Any of name, mail and phone may be unknown, not all.</summary>
internal sealed record RoleHolder(string Title, string? Name, string? Mail, string? Phone);

/// <summary>Role → who holds it (P8, P17, R96, R106–R110). The names of the properties are the keys that <c>escalation</c>
/// and reminders use.</summary>
internal sealed record ProfileRoles(
    RoleHolder DeputyChair,
    RoleHolder ServiceManager,
    RoleHolder HeadOfService,
    RoleHolder ApprovingManager,
    RoleHolder BusinessSupport,
    RoleHolder QualityAssurance,
    RoleHolder ConferenceService,
    RoleHolder ReviewingOfficer,
    RoleHolder AreaManager,
    RoleHolder OperationsManager,
    RoleHolder Legal,
    RoleHolder InformationGovernance,
    RoleHolder DesignatedOfficer)
{
    /// <summary>Told when an auditor reads a case (P17); <c>null</c>: information governance is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RoleHolder? DataProtectionOfficer { get; init; }

    /// <summary>Who holds the role with this key (<c>serviceManager</c>), or null where there is no such key.</summary>
    public RoleHolder? Find(string key) => All.FirstOrDefault(role => role.Key == key).Holder;

    [JsonIgnore]
    public IReadOnlyList<(string Key, RoleHolder Holder)> All =>
    [
        ("deputyChair", DeputyChair), ("serviceManager", ServiceManager), ("headOfService", HeadOfService),
        ("approvingManager", ApprovingManager),
        ("businessSupport", BusinessSupport), ("qualityAssurance", QualityAssurance), ("conferenceService", ConferenceService),
        ("reviewingOfficer", ReviewingOfficer), ("areaManager", AreaManager), ("operationsManager", OperationsManager), ("legal", Legal),
        ("informationGovernance", InformationGovernance), ("designatedOfficer", DesignatedOfficer),
        .. DataProtectionOfficer is { } officer ? new[] { ("dataProtectionOfficer", officer) } : [],
    ];
}

/// <summary>Whom a kind of case asks for besides (R137).</summary>
/// <param name="When">An id of the first question, of what has come up, of what changes the limit, or of a category of harm.</param>
/// <param name="Role">As a job title or an organisation in the directory has it, or a key of <see cref="ProfileRoles"/>.</param>
/// <param name="Why">Why they are proposed, as it stands beside the name.</param>
internal sealed record InviteWhen(string When, string Role, string Why)
{
    /// <summary>In every case.</summary>
    public const string Always = "always";

    /// <summary>Proposed where the directory has one, and not missed where it has none; <c>null</c> is <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IfKnown { get; init; }

    /// <summary>Where the procedure says nothing of it.</summary>
    public static ValueList<InviteWhen> Usual { get; } =
    [
        new("sexual-abuse", "Sexual assault referral centre", "sexual abuse is alleged"),
        new("sexual", "Sexual assault referral centre", "sexual abuse is alleged"),
        new("complex", "legal", "a complex case"),
        new("serious-injury", "Paediatrician", "an injury is suspicious"),
        new("baby-injury", "Paediatrician", "an injury is suspicious"),
        new("physical", "Paediatrician", "an injury is suspicious"),
        // R126: not every authority has them yet.
        new(Always, "Family help lead practitioner", "leads the family's help") { IfKnown = true },
        new(Always, "Child protection team", "of the child protection team") { IfKnown = true },
        new(Always, "Lead child protection practitioner", "leads child protection") { IfKnown = true },
    ];
}

/// <summary>Where an agency answers when nobody answers mail (P12).</summary>
/// <param name="Agency">As people write it: <c>police</c>.</param>
/// <param name="Name">What the desk is called.</param>
/// <param name="Phone">The desk's number.</param>
/// <param name="Mail">Its mail address, if it reads mail.</param>
/// <param name="Hours">When it is staffed.</param>
/// <param name="OnCallSenior">Who is rung next, and their number.</param>
/// <param name="OutOfTerm">Who answers outside school terms; null where that makes no difference.</param>
internal sealed record DutyDesk(
    string Agency, string Name, string Phone, string? Mail, string Hours, string OnCallSenior, string? OutOfTerm);

/// <summary>The emergency duty team (R19, P13).</summary>
/// <param name="Title">What it is called here.</param>
/// <param name="Phone">Its number.</param>
/// <param name="MayChair">Whether it may chair out of hours.</param>
/// <param name="HandoverBy">When the day manager must have accepted the handover.</param>
internal sealed record OutOfHours(string Title, string Phone, bool MayChair, TimeOnly HandoverBy)
{
    /// <summary>Where it reads mail at night; <c>null</c>: it is rung alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mail { get; init; }
}
