using StrategyBot.Starting;

namespace StrategyBot.Graph;

/// <summary>Where Graph is, and which mailboxes, groups and catalogue entry this authority uses.</summary>
internal sealed record GraphSettings
{
    private const string LiveBaseUrl = "https://graph.microsoft.com/v1.0";

    public required Uri BaseUrl { get; init; }

    /// <summary>Its Outlook contacts are the partners' directory.</summary>
    public required string DirectoryMailbox { get; init; }

    /// <summary>Meetings are organised by this mailbox, never by a person's, so that they outlive a change of chair.</summary>
    public required string OrganiserMailbox { get; init; }

    public required string MinutesMailbox { get; init; }

    public required string ConvenersGroup { get; init; }

    public required string AdministratorsGroup { get; init; }

    /// <summary>Who may read the access log, and break the glass (P17); <c>null</c>: nobody.</summary>
    public string? AuditorsGroup { get; init; }

    /// <summary>Who may take up the keeping of a case's record (P17); <c>null</c>: whom the procedure names alone.</summary>
    public string? InformationGovernanceGroup { get; init; }

    /// <summary>Who may have a case's record for a court (P17); <c>null</c>: auditors alone.</summary>
    public string? LegalGroup { get; init; }

    /// <summary>Who may take up a case's dates and its entry on the child's record (P17); <c>null</c>: whom the procedure names alone.
    /// </summary>
    public string? BusinessSupportGroup { get; init; }

    /// <summary>Who may take up a case's conference (P17); <c>null</c>: whom the procedure names alone.</summary>
    public string? ConferenceServiceGroup { get; init; }

    /// <summary>The app's id in the organisation's catalogue, which is not the manifest's id (facts G5).</summary>
    public required string CatalogAppId { get; init; }

    /// <summary>How long one call may take, its retries and their waits included.</summary>
    public TimeSpan CallLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A loopback address is the sandbox: it gets no token.</summary>
    public bool IsSandbox => BaseUrl.IsLoopback;

    public static GraphSettings From(IConfiguration configuration)
    {
        var named = RequiredSettings.Read(
            configuration,
            ("Graph:DirectoryMailbox", "the mailbox whose Outlook contacts are the partners' directory"),
            ("Graph:OrganiserMailbox", "the mailbox that organises the meetings"),
            ("Graph:MinutesMailbox", "the mailbox that sends minutes and links"),
            ("Access:ConvenersGroup", "the id of the Entra group whose members may convene"),
            ("Access:AdministratorsGroup", "the id of the Entra group of administrators"),
            ("Teams:CatalogAppId", "the app's id in the organisation's Teams app catalogue"));
        return new GraphSettings
        {
            BaseUrl = Checked(configuration["Graph:BaseUrl"] ?? LiveBaseUrl, configuration["StrategyBot:Mode"]),
            DirectoryMailbox = named["Graph:DirectoryMailbox"],
            OrganiserMailbox = named["Graph:OrganiserMailbox"],
            MinutesMailbox = named["Graph:MinutesMailbox"],
            ConvenersGroup = named["Access:ConvenersGroup"],
            AdministratorsGroup = named["Access:AdministratorsGroup"],
            AuditorsGroup = Named(configuration, "Access:AuditorsGroup"),
            InformationGovernanceGroup = Named(configuration, "Access:InformationGovernanceGroup"),
            LegalGroup = Named(configuration, "Access:LegalGroup"),
            BusinessSupportGroup = Named(configuration, "Access:BusinessSupportGroup"),
            ConferenceServiceGroup = Named(configuration, "Access:ConferenceServiceGroup"),
            CatalogAppId = named["Teams:CatalogAppId"],
        };
    }

    /// <summary>The group whose members may be this on a case that nobody put them on (P17); <c>null</c>: none is named, or none can be.
    /// </summary>
    public string? GroupOf(Role role) => role switch
    {
        Role.Auditor => AuditorsGroup,
        Role.InformationGovernance => InformationGovernanceGroup,
        Role.Legal => LegalGroup,
        Role.BusinessSupport => BusinessSupportGroup,
        Role.ConferenceService => ConferenceServiceGroup,
        _ => null,
    };

    /// <summary>The same at the sandbox's address.</summary>
    public GraphSettings At(string sandboxUrl) => this with { BaseUrl = Checked(sandboxUrl, mode: null) };

    private static string? Named(IConfiguration configuration, string setting) =>
        configuration[setting] is { Length: > 0 } named ? named : null;

    private static Uri Checked(string baseUrl, string? mode)
    {
        if (!Uri.TryCreate(baseUrl.TrimEnd('/'), UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || url.IsLoopback))
        {
            throw new StartRefusedException("Graph__BaseUrl must be an https address, or a loopback one for the sandbox.");
        }

        return url.IsLoopback && string.Equals(mode, "Live", StringComparison.OrdinalIgnoreCase)
            ? throw new StartRefusedException("Graph__BaseUrl is a loopback address, but StrategyBot__Mode is Live.")
            : url;
    }
}
