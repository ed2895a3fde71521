using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Reaching;
using StrategyBot.Rules;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Graph;

/// <summary>Whose domain an address is of, over the real SDK.</summary>
public sealed class TenantDomainsTests : GraphWorldTest
{
    private const string Ask = "findTenantInformationByDomainName";

    [Fact]
    public async Task A_tenants_primary_domain_is_told_once_a_day()
    {
        var domains = World.Bot<TenantDomains>();
        Assert.Equal(SandboxPeople.NhsTenant, await domains.OwnerAsync("NHS.example"));

        await World.FailAsync("GET", Ask, 403, times: 9);
        World.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(SandboxPeople.NhsTenant, await domains.OwnerAsync("nhs.example"));

        World.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await domains.OwnerAsync("nhs.example"));
    }

    [Fact]
    public async Task A_domain_of_nobody_known_is_asked_about_again_soon()
    {
        var domains = World.Bot<TenantDomains>();
        await World.FailAsync("GET", Ask, 403);
        Assert.Null(await domains.OwnerAsync("nhs.example"));
        Assert.Null(await domains.OwnerAsync("nhs.example"));

        World.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(SandboxPeople.NhsTenant, await domains.OwnerAsync("nhs.example"));
        Assert.Null(await domains.OwnerAsync("nobody.example"));
    }

    [Fact]
    public async Task An_address_is_whose_tenant_owns_its_domain()
    {
        Assert.True(await OwnsAsync(SandboxPeople.Health, SandboxPeople.Health.Mail));
        Assert.True(await OwnsAsync(SandboxPeople.Chair, SandboxPeople.Chair.Mail));
        Assert.False(await OwnsAsync(SandboxPeople.Police, SandboxPeople.Health.Mail));
        Assert.False(await OwnsAsync(SandboxPeople.Chair, SandboxPeople.Health.Mail));
        Assert.False(await OwnsAsync(SandboxPeople.Health, "grace@secondary.example"));
    }

    [Fact]
    public async Task Of_our_own_other_domains_our_own_directory_says_whose_an_address_is()
    {
        await World.FailAsync("GET", Ask, 404, times: 9);

        Assert.True(await OwnsAsync(SandboxPeople.Chair, SandboxPeople.Chair.Mail));
        Assert.False(await OwnsAsync(SandboxPeople.Chair, SandboxPeople.SocialWorker.Mail));
        Assert.False(await OwnsAsync(SandboxPeople.Health, SandboxPeople.Health.Mail));
        Assert.False(await OwnsAsync(SandboxPeople.Chair, SandboxPeople.Chair.Mail, isGuest: true));
    }

    private Task<bool> OwnsAsync(SandboxPerson person, string mail, bool isGuest = false)
    {
        var owners = new AddressOwners(World.Bot<TenantDomains>(), World.Bot<Users>(),
            new TeamsSettings("bot", SandboxPeople.CouncilTenant, "http://localhost", IsSandbox: true));
        var speaker = new Speaker(person.TenantId, person.AadObjectId, person.Mri, person.Name, null) { IsGuest = isGuest };
        return owners.OwnsAsync(speaker, MailAddress.Read(mail)!, default);
    }
}
