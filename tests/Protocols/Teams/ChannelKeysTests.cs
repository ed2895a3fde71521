using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>When the channel's keys are fetched, and what happens when they can't be.</summary>
public sealed class ChannelKeysTests : IAsyncLifetime
{
    private ChannelStub channel = null!;
    private ChannelTokenValidator validator = null!;

    public async Task InitializeAsync()
    {
        channel = await ChannelStub.StartAsync();
        validator = channel.Validator();
    }

    public async Task DisposeAsync()
    {
        validator.Dispose();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_fetched_once_for_many()
    {
        var refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckAsync()));

        Assert.All(refusals, Assert.Null);
        Assert.Equal(1, channel.Fetches);
    }

    [Fact]
    public async Task An_unknown_key_is_looked_for_once_and_then_refused()
    {
        await CheckAsync();
        channel.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(TokenRefusal.UnknownKey, await CheckAsync("k2"));
        Assert.Equal(2, channel.Fetches);

        // A stream of forged tokens makes no stream of fetches, and harms nobody else.
        Assert.Equal(TokenRefusal.UnknownKey, await CheckAsync("k3"));
        Assert.Null(await CheckAsync());
        Assert.Equal(2, channel.Fetches);
    }

    [Fact]
    public async Task A_key_that_was_rolled_over_is_accepted_after_one_fetch()
    {
        await CheckAsync();
        channel.Clock.Advance(TimeSpan.FromMinutes(1));
        channel.Keys = ChannelStub.KeySet(ChannelStub.Key("k2", ChannelStub.Other));

        Assert.Null(
            Refusal(await validator.ValidateAsync(channel.Bearer(keyId: "k2", key: ChannelStub.Other), ChannelStub.Activity(), default)));
        Assert.Equal(2, channel.Fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_again_after_half_a_day_and_a_withdrawn_one_is_refused()
    {
        await CheckAsync();
        channel.Keys = ChannelStub.KeySet(ChannelStub.Key("k2", ChannelStub.Other));
        channel.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Null(await CheckAsync());
        Assert.Equal(1, channel.Fetches);

        channel.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TokenRefusal.UnknownKey, await CheckAsync());
        Assert.Equal(2, channel.Fetches);
    }

    [Fact]
    public async Task An_outage_is_bridged_with_the_keys_of_before_for_a_day_and_no_longer()
    {
        await CheckAsync();
        channel.Instead = (500, "");
        channel.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Null(await CheckAsync());

        channel.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TokenRefusal.KeysUnavailable, await CheckAsync());

        channel.Instead = null;
        channel.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await CheckAsync());
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(404, "")]
    [InlineData(200, "")]
    [InlineData(200, "not JSON")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"jwks_uri":"https://login.example/nowhere"}""")]
    [InlineData(200, """{"jwks_uri":"http://login.example/keys"}""")]
    public async Task Without_keys_everything_is_refused_until_they_can_be_had(int status, string body)
    {
        channel.Instead = (status, body);
        var result = await validator.ValidateAsync(channel.Bearer(), ChannelStub.Activity(), default);
        Assert.Equal((TokenRefusal.KeysUnavailable, 401), (result.Refusal, result.Status));

        // The next request doesn't ask again at once.
        var fetches = channel.Fetches;
        Assert.Equal(TokenRefusal.KeysUnavailable, await CheckAsync());
        Assert.Equal(fetches, channel.Fetches);

        channel.Instead = null;
        channel.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await CheckAsync());
    }

    [Theory]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"k1","k":"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0","endorsements":["msteams"]}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","endorsements":["msteams"]}]}""")]
    public async Task Keys_that_cannot_be_used_are_no_keys(string keys)
    {
        channel.Keys = System.Text.Json.Nodes.JsonNode.Parse(keys)!;

        Assert.Equal(TokenRefusal.KeysUnavailable, await CheckAsync());
    }

    [Fact]
    public async Task A_broken_key_set_does_not_replace_a_good_one()
    {
        await CheckAsync();
        channel.Keys = ChannelStub.KeySet();
        channel.Clock.Advance(TimeSpan.FromHours(13));

        Assert.Null(await CheckAsync());
        Assert.Equal(2, channel.Fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_over_TLS_only()
    {
        using var plain = channel.Validator("http://login.example/openid");

        Assert.Equal(TokenRefusal.KeysUnavailable, (await plain.ValidateAsync(channel.Bearer(), ChannelStub.Activity(), default)).Refusal);
        Assert.Equal(0, channel.Fetches);
    }

    private static TokenRefusal? Refusal(ChannelTokenResult result) => result.Refusal;

    private async Task<TokenRefusal?> CheckAsync(string keyId = "k1") =>
        Refusal(await validator.ValidateAsync(channel.Bearer(keyId: keyId), ChannelStub.Activity(), default));
}
