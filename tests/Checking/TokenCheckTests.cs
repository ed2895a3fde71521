using Azure.Core;
using Azure.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StrategyBot.Checking;
using StrategyBot.Graph;

namespace StrategyBot.Tests.Checking;

public sealed class TokenCheckTests
{
    private static readonly string[] Needed = [.. TokenCheck.Needed.Select(needed => needed.Permission)];

    [Fact]
    public async Task Every_permission_has_a_line_of_its_own() =>
        Assert.All(await LookAsync(Needed), finding => Assert.Equal(Verdict.Ok, finding.Verdict));

    [Theory]
    [MemberData(nameof(Each))]
    public async Task One_that_is_not_granted_is_named_with_what_it_is_for(string permission)
    {
        var wrong =
            Assert.Single(await LookAsync([.. Needed.Where(needed => needed != permission)]), finding => finding.Verdict == Verdict.Wrong);

        Assert.Equal(permission, wrong.What);
        Assert.Contains("grant-graph.ps1", wrong.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_opens_every_mailbox_is_to_be_taken_back() =>
        Assert.Equal("Mail.ReadWrite",
            Assert.Single(await LookAsync([.. Needed, "Mail.ReadWrite"]), finding => finding.Verdict == Verdict.SeeTo).What);

    [Fact]
    public async Task A_credential_that_gets_no_token_is_said_without_its_message()
    {
        var found = await new TokenCheck(Live, new Refused()).LookAsync(default);

        Assert.Equal(["sign-in to Teams", "sign-in to Graph"], found.Select(finding => finding.What));
        Assert.All(found, finding => Assert.DoesNotContain("secret-value", finding.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_is_not_for_reading_is_no_fault() =>
        Assert.Equal(Verdict.NotChecked,
            Assert.Single(await new TokenCheck(Live, new Granted("opaque")).LookAsync(default),
                finding => finding.What == "permissions").Verdict);

    public static TheoryData<string> Each() => new(Needed);

    private static GraphSettings Live { get; } = new()
    {
        BaseUrl = new("https://graph.microsoft.com/v1.0"),
        DirectoryMailbox = "partners@council.example",
        OrganiserMailbox = "meetings@council.example",
        MinutesMailbox = "minutes@council.example",
        ConvenersGroup = "group-1",
        AdministratorsGroup = "group-2",
        CatalogAppId = "app-1",
    };

    private static Task<IReadOnlyList<Finding>> LookAsync(params string[] roles) =>
        new TokenCheck(Live, new Granted(new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object> { ["roles"] = roles },
        }))).LookAsync(default);

    private sealed class Granted(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Refused : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("secret-value has expired");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
