namespace StrategyBot.Sandbox.People;

/// <summary>Somebody in the sandbox's world. Fictional, as is every council, force, trust and school in it.</summary>
/// <param name="Id">The short id in the people's routes, for example <c>chair</c>.</param>
/// <param name="Name">As Teams shows it.</param>
/// <param name="Role">Job title.</param>
/// <param name="Agency">The agency or, for a service mailbox, <c>Service</c>.</param>
/// <param name="AadObjectId">The Entra object id.</param>
/// <param name="Mail">Always at a domain ending in <c>.example</c>, which can never be delivered to.</param>
/// <param name="TenantId">The person's own tenant.</param>
internal sealed record SandboxPerson(string Id, string Name, string Role, string Agency, string AadObjectId, string Mail, string TenantId)
{
    /// <summary>The channel id that the Bot Framework uses.</summary>
    public string Mri => $"29:{AadObjectId}";

    /// <summary>Only people of the council's own tenant can have the bot in a personal chat.</summary>
    public bool InCouncil => TenantId == SandboxPeople.CouncilTenant;

    /// <summary>The part of the organisation, as the directory says it.</summary>
    public string Department { get; init; } = "";

    public string GivenName => Name.Split(' ')[0];

    public string Surname => Name.Split(' ')[^1];
}
