using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox;

/// <summary>The bot's settings as its sandbox has them, so that it starts with no settings at all.
/// Whatever is set goes before them.</summary>
internal static class SandboxSettings
{
    public static IConfiguration Under(IConfiguration configuration) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Teams:AppId"] = SandboxPeople.BotAppId,
            ["Teams:TenantId"] = SandboxPeople.CouncilTenant,
            ["Teams:CatalogAppId"] = SandboxPeople.CatalogAppId,
            ["Graph:DirectoryMailbox"] = "partners@council.example",
            ["Graph:OrganiserMailbox"] = "meetings@council.example",
            ["Graph:MinutesMailbox"] = "minutes@council.example",
            ["StrategyBot:Council"] = "Northgate Council",
            ["StrategyBot:Switchboard"] = "01632 960000",
            ["Access:ConvenersGroup"] = SandboxPeople.ConvenersGroup,
            ["Access:AdministratorsGroup"] = SandboxPeople.AdministratorsGroup,
            ["Access:AuditorsGroup"] = SandboxPeople.AuditorsGroup,
            ["Access:InformationGovernanceGroup"] = SandboxPeople.InformationGovernanceGroup,
            ["Access:LegalGroup"] = SandboxPeople.LegalGroup,
            ["Access:BusinessSupportGroup"] = SandboxPeople.BusinessSupportGroup,
            ["Access:ConferenceServiceGroup"] = SandboxPeople.ConferenceServiceGroup,
        })
        .AddConfiguration(configuration)
        .Build();
}
