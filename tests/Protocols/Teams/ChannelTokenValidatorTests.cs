using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

public sealed class ChannelTokenValidatorTests : IAsyncLifetime
{
    private ChannelStub channel = null!;

    public static TheoryData<string> Cases => [.. WrongTokens.All.Keys];

    public async Task InitializeAsync()
    {
        channel = await ChannelStub.StartAsync();
        channel.Keys = WrongTokens.Keys;
    }

    public async Task DisposeAsync() => await channel.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_refused(string what)
    {
        var (header, activity, why, status) = WrongTokens.All[what];

        var result = await CheckAsync(header(channel), activity);

        Assert.Equal((false, why, status), (result.IsAccepted, result.Refusal, result.Status));
    }

    [Fact]
    public async Task A_token_with_nothing_wrong_is_accepted()
    {
        var result = await CheckAsync(channel.Bearer(), ChannelStub.Activity());

        Assert.Equal((true, 200), (result.IsAccepted, result.Status));
    }

    [Fact]
    public async Task Five_minutes_of_skew_are_allowed_both_ways()
    {
        Assert.True((await CheckAsync(channel.Bearer(t => t["exp"] = channel.Now - 299), ChannelStub.Activity())).IsAccepted);
        Assert.True((await CheckAsync(channel.Bearer(t => t["nbf"] = channel.Now + 299), ChannelStub.Activity())).IsAccepted);
    }

    [Fact]
    public async Task Lifetime_goes_by_the_wall_clock_that_it_was_given()
    {
        var header = channel.Bearer();
        channel.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(TokenRefusal.Expired, (await CheckAsync(header, ChannelStub.Activity())).Refusal);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_name_of_the_scheme_has_no_case(string scheme) =>
        Assert.True(
            (await CheckAsync(channel.Bearer().Replace("Bearer", scheme, StringComparison.Ordinal), ChannelStub.Activity())).IsAccepted);

    [Fact]
    public async Task The_tenant_may_stand_in_the_conversation_only_and_has_no_case() =>
        Assert.True(
            (await CheckAsync(channel.Bearer(),
                ChannelStub.Activity() with
                {
                    ChannelData = null,
                    Conversation = new() { TenantId = ChannelStub.Tenant.ToUpperInvariant() },
                })).IsAccepted);

    [Fact]
    public async Task A_sender_of_another_tenant_takes_part_in_the_hosts_conversation()
    {
        var federated =
            ChannelStub.Activity() with
            {
                From = new TeamsChannelAccount { Id = "29:1sam", TenantId = "99999999-9999-4999-8999-999999999999" },
            };

        Assert.True((await CheckAsync(channel.Bearer(), federated)).IsAccepted);
    }

    private async Task<ChannelTokenResult> CheckAsync(string? header, Activity activity)
    {
        using var validator = channel.Validator();
        return await validator.ValidateAsync(header, activity, default);
    }
}
