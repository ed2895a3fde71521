using StrategyBot.Conversations;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Conversations;

/// <summary>Which of the addresses that a roster shows are the person's.</summary>
public sealed class VouchingTests : IAsyncLifetime
{
    private EndpointHost host = null!;

    public async Task InitializeAsync() => host = await EndpointHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("grace@nhs.example", null, "nhs", "grace@nhs.example", "grace@nhs.example")]
    [InlineData("", "grace@nhs.example", "nhs", "grace@nhs.example", "grace@nhs.example")]
    [InlineData(" ", " grace@nhs.example ", "nhs", "grace@nhs.example", "grace@nhs.example")]
    [InlineData("g.a@nhs.example", "grace@nhs.example", "nhs", "g.a@nhs.example", "g.a@nhs.example|grace@nhs.example")]
    [InlineData("Grace@nhs.example", "grace@NHS.example", "nhs", "Grace@nhs.example", "Grace@nhs.example")]
    [InlineData("grace@nhs.example", "g@evil.example", "evil", "grace@nhs.example", "g@evil.example")]
    [InlineData("grace@nhs.example", null, "evil", "grace@nhs.example", "")]
    [InlineData("grace", null, "nhs", "grace", "")]
    [InlineData("", null, "nhs", null, "")]
    public async Task Both_of_a_rosters_addresses_count_where_the_tenant_owns_their_domain(
        string email, string? upn, string tenant, string? mail, string vouched)
    {
        host.Roster(email, upn, tenant);
        await host.SendAsync(EndpointHost.Submit());

        var by = Assert.Single(host.Turns).By;
        Assert.Equal((mail, vouched), (by.Mail, string.Join('|', by.Vouched)));
    }

    [Fact]
    public async Task Where_nobody_can_say_it_the_address_does_not_count_and_one_click_waits_for_it_and_not_every()
    {
        var (clock, asked) = (new ImpatientClock(limit: TimeSpan.Zero), 0);
        Func<Task<bool>> answer = () => throw new EffectFailedException(EffectFailure.Unknown, 503, "ServiceUnavailable");
        var vouching = new Vouching((_, _, _) =>
        {
            asked++;
            return answer();
        }, new WallClock(clock));
        var grace = new Speaker("nhs", "object-4", "29:4", "Grace", null) { Shown = ["grace@nhs.example"] };

        Assert.Empty((await vouching.ForAsync(grace, new(clock), default)).Vouched);
        Assert.Empty((await vouching.ForAsync(grace, new(clock), default)).Vouched);
        Assert.Equal(1, asked);

        answer = () => Task.FromResult(true);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["grace@nhs.example"], (await vouching.ForAsync(grace, new(clock), default)).Vouched);
        Assert.Equal(["grace@nhs.example"], (await vouching.ForAsync(grace, new(clock), default)).Vouched);
        Assert.Equal(2, asked);
        // Another account that shows the same is asked about for itself.
        await vouching.ForAsync(grace with { TenantId = "evil" }, new(clock), default);
        Assert.Equal(3, asked);
    }
}
