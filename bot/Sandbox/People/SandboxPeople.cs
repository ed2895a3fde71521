namespace StrategyBot.Sandbox.People;

/// <summary>The people, mailboxes and groups of the sandbox's world. Fixed: tests, the page and its README name them.</summary>
internal static class SandboxPeople
{
    public const string CouncilTenant = "11111111-1111-4111-8111-111111111111";
    public const string PoliceTenant = "11111111-1111-4111-8111-111111111112";
    public const string NhsTenant = "11111111-1111-4111-8111-111111111113";
    public const string SchoolTenant = "11111111-1111-4111-8111-111111111114";
    public const string NeighbourTenant = "11111111-1111-4111-8111-111111111115";

    public const string ConvenersGroup = "22222222-2222-4222-8222-222222222222";
    public const string AdministratorsGroup = "33333333-3333-4333-8333-333333333333";

    public const string AuditorsGroup = "33333333-3333-4333-8333-333333333334";

    public const string InformationGovernanceGroup = "33333333-3333-4333-8333-333333333335";
    public const string LegalGroup = "33333333-3333-4333-8333-333333333336";
    public const string BusinessSupportGroup = "33333333-3333-4333-8333-333333333337";
    public const string ConferenceServiceGroup = "33333333-3333-4333-8333-333333333338";

    public const string BotAppId = "44444444-4444-4444-8444-444444444444";
    public const string BotMri = "28:" + BotAppId;
    public const string BotName = "StrategyBot";
    public const string CatalogAppId = "55555555-5555-4555-8555-555555555555";

    public static SandboxPerson Chair { get; } =
        new("chair", "Priya Nair", "Team Manager", "Children's social care", Aad(1), "priya.nair@council.example", CouncilTenant);

    public static SandboxPerson SocialWorker { get; } =
        new("social-worker", "Tom Okafor", "Social Worker", "Children's social care", Aad(2), "tom.okafor@council.example", CouncilTenant);

    public static SandboxPerson HeadOfService { get; } =
        new("head-of-service", "Helen Marsh", "Head of Service", "Children's social care", Aad(3), "helen.marsh@council.example",
            CouncilTenant);

    public static SandboxPerson BusinessSupport { get; } =
        new("business-support", "Jo Bell", "Business Support Officer", "Children's social care", Aad(4), "jo.bell@council.example",
            CouncilTenant);

    public static SandboxPerson Police { get; } =
        new("police", "Sam Whitlock", "Detective Sergeant", "Police", Aad(5), "sam.whitlock@police.example", PoliceTenant);

    public static SandboxPerson Health { get; } =
        new("health", "Grace Adeyemi", "Named Nurse", "Health", Aad(6), "grace.adeyemi@nhs.example", NhsTenant);

    public static SandboxPerson School { get; } =
        new("school", "Ruth Carver", "Designated Safeguarding Lead", "School", Aad(7), "ruth.carver@school.example", SchoolTenant);

    public static SandboxPerson Midwife { get; } =
        new("midwife", "Amy Lund", "Safeguarding Midwife", "Midwifery", Aad(8), "amy.lund@nhs.example", NhsTenant);

    /// <summary>Of the emergency duty team, which the next county runs for both.</summary>
    public static SandboxPerson Night { get; } =
        new("night", "Kim Doyle", "Duty Social Worker", "Emergency duty team", Aad(9), "kim.doyle@nextcounty.example", NeighbourTenant);

    public static IReadOnlyList<SandboxPerson> All { get; } =
        [Chair, SocialWorker, HeadOfService, BusinessSupport, Police, Health, School, Midwife, Night];

    public static SandboxPerson Organiser { get; } =
        new("organiser", "Council Meetings", "Service mailbox", "Service", Aad(101), "meetings@council.example", CouncilTenant);

    public static SandboxPerson Directory { get; } =
        new("directory", "Partner Directory", "Service mailbox", "Service", Aad(102), "partners@council.example", CouncilTenant);

    public static SandboxPerson Minutes { get; } =
        new("minutes", "Northgate Council", "Service mailbox", "Service", Aad(103), "minutes@council.example", CouncilTenant);

    /// <summary>Service mailboxes: Graph users too, but nobody sits behind them.</summary>
    public static IReadOnlyList<SandboxPerson> Mailboxes { get; } = [Organiser, Directory, Minutes];

    /// <summary>Two of one name, whom only the directory knows.</summary>
    public static IReadOnlyList<SandboxPerson> Colleagues { get; } =
    [
        new("colleague-1", "Amina Diallo", "Social Worker", "Children's social care", Aad(201), "amina.diallo@council.example",
            CouncilTenant) { Department = "Assessment team" },
        new("colleague-2", "Amina Diallo", "Social Worker", "Children's social care", Aad(202), "amina.diallo2@council.example",
            CouncilTenant) { Department = "Court team" },
    ];

    /// <summary>Members by the Entra group's id.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SandboxPerson>> Groups { get; } =
        new Dictionary<string, IReadOnlyList<SandboxPerson>>
        {
            [ConvenersGroup] = [Chair, HeadOfService],
            [AdministratorsGroup] = [HeadOfService],
            [AuditorsGroup] = [HeadOfService],
            [InformationGovernanceGroup] = [HeadOfService],
            [LegalGroup] = [HeadOfService],
            [BusinessSupportGroup] = [BusinessSupport],
            [ConferenceServiceGroup] = [BusinessSupport],
        };

    /// <summary>Finds a person or a mailbox by short id, aadObjectId, mail address or channel id;
    /// <c>null</c> when nobody is called that.</summary>
    public static SandboxPerson? Find(string? called) => All.Concat(Mailboxes).FirstOrDefault(person =>
        new[] { person.Id, person.AadObjectId, person.Mail, person.Mri }.Contains(called, StringComparer.OrdinalIgnoreCase));

    private static string Aad(int number) => $"aaaaaaaa-0000-4000-8000-{number:D12}";
}
