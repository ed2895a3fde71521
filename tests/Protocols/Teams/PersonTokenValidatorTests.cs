using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>Whose request a page in Teams sends (issue 11, side panel facts §4).</summary>
public sealed class PersonTokenValidatorTests : IAsyncLifetime
{
    private const string Person = "22222222-2222-4222-8222-222222222222";
    private const string Issuer = $"https://login.microsoftonline.com/{ChannelStub.Tenant}/v2.0";

    private ChannelStub tenant = null!;

    /// <summary>Each claim as it must not be; <c>null</c> leaves it out.</summary>
    public static TheoryData<string, string?, TokenRefusal> Wrong => new()
    {
        { "iss", "https://login.microsoftonline.com/99999999-9999-4999-8999-999999999999/v2.0", TokenRefusal.WrongIssuer },
        { "iss", $"https://sts.windows.net/{ChannelStub.Tenant}/", TokenRefusal.WrongIssuer },
        { "iss", "https://api.botframework.com", TokenRefusal.WrongIssuer },
        { "iss", null, TokenRefusal.WrongIssuer },
        { "aud", "55555555-5555-4555-8555-555555555555", TokenRefusal.WrongAudience },
        { "aud", $"api://bot.example/botid-{ChannelStub.AppId}", TokenRefusal.WrongAudience },
        { "aud", null, TokenRefusal.WrongAudience },
        { "tid", "99999999-9999-4999-8999-999999999999", TokenRefusal.ForeignTenant },
        { "tid", null, TokenRefusal.ForeignTenant },
        { "ver", "1.0", TokenRefusal.WrongVersion },
        { "ver", null, TokenRefusal.WrongVersion },
        { "scp", "User.Read", TokenRefusal.WrongScope },
        { "scp", "not_access_as_user", TokenRefusal.WrongScope },
        { "scp", null, TokenRefusal.WrongScope },
        { "azp", "55555555-5555-4555-8555-555555555555", TokenRefusal.WrongClient },
        { "azp", ChannelStub.AppId, TokenRefusal.WrongClient },
        { "azp", null, TokenRefusal.WrongClient },
        { "oid", "", TokenRefusal.NoPerson },
        { "oid", null, TokenRefusal.NoPerson },
        { "exp", null, TokenRefusal.NoExpiry },
    };

    public async Task InitializeAsync()
    {
        tenant = await ChannelStub.StartAsync();
        tenant.Keys = WrongTokens.Keys;
    }

    public async Task DisposeAsync() => await tenant.DisposeAsync();

    [Fact]
    public async Task A_token_of_Teams_for_one_of_the_authoritys_people_says_who_it_is()
    {
        var (person, why) = await CheckAsync(tenant.Bearer(Good));

        Assert.Null(why);
        Assert.Equal(new VouchedPerson(ChannelStub.Tenant, Person, "Priya Nair"), person);
    }

    [Fact]
    public async Task Teams_in_the_browser_may_ask_for_it_too_and_other_scopes_may_stand_beside_ours() =>
        Assert.NotNull((await CheckAsync(tenant.Bearer(claims =>
        {
            Good(claims);
            claims["azp"] = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";
            claims["scp"] = "openid access_as_user";
        }))).Person);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_that_says_something_else_vouches_for_nobody(string claim, string? value, TokenRefusal why) =>
        Assert.Equal((null, why), await CheckAsync(tenant.Bearer(claims =>
        {
            Good(claims);
            claims[claim] = value;
            if (value is null)
            {
                claims.Remove(claim);
            }
        })));

    [Theory]
    [InlineData("k1", "HS256", TokenRefusal.WrongAlgorithm)]
    [InlineData("k1", "none", TokenRefusal.WrongAlgorithm)]
    [InlineData("k9", "RS256", TokenRefusal.UnknownKey)]
    public async Task Only_the_tenants_own_signature_counts(string key, string algorithm, TokenRefusal why) =>
        Assert.Equal((null, why), await CheckAsync(tenant.Bearer(Good, key, algorithm: algorithm)));

    [Fact]
    public async Task Another_key_under_a_known_id_and_a_short_one_are_refused()
    {
        Assert.Equal(TokenRefusal.BadSignature, (await CheckAsync(tenant.Bearer(Good, key: ChannelStub.Other))).Why);
        Assert.Equal(TokenRefusal.WeakKey, (await CheckAsync(tenant.Bearer(Good, "short", ChannelStub.Short))).Why);
    }

    [Fact]
    public async Task Two_hours_later_it_vouches_for_nobody()
    {
        var header = tenant.Bearer(Good);
        tenant.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(TokenRefusal.Expired, (await CheckAsync(header)).Why);
    }

    [Fact]
    public async Task The_channels_own_token_is_nobodys() =>
        Assert.Equal(TokenRefusal.WrongIssuer, (await CheckAsync(tenant.Bearer())).Why);

    [Fact]
    public async Task Without_a_header_nobody_asks() => Assert.Equal(TokenRefusal.NoToken, (await CheckAsync(null)).Why);

    private static void Good(JsonObject claims)
    {
        claims.Remove("serviceurl");
        claims["iss"] = Issuer;
        claims["tid"] = ChannelStub.Tenant;
        claims["ver"] = "2.0";
        claims["scp"] = "access_as_user";
        claims["azp"] = "1fec8e78-bce4-4aaf-ab1b-5451cc387264";
        claims["oid"] = Person;
        claims["name"] = "Priya Nair";
    }

    private async Task<(VouchedPerson? Person, TokenRefusal? Why)> CheckAsync(string? header)
    {
        using var validator = new PersonTokenValidator(
            new(ChannelStub.AppId, ChannelStub.Tenant) { MetadataAddress = "https://login.example/openid", Transport = tenant.Transport },
            tenant.Clock, NullLogger<PersonTokenValidator>.Instance);
        return await validator.ValidateAsync(header, default);
    }
}
