using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases.Facts;
using StrategyBot.Protocols.Teams;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>An account in the meeting's chat that shows the address of an invited nurse: hers, or another tenant's.</summary>
public sealed class StrangerTests : IAsyncLifetime, IDisposable
{
    private readonly Roster roster = new();
    private LinksHost host = null!;
    private int sent;

    public async Task InitializeAsync()
    {
        host = await LinksHost.StartAsync(more: services => services.AddSingleton(new ConnectorClient(
            new() { Transport = new HttpClientTransport(roster) }, null, new SkippingClock(), NullLogger<ConnectorClient>.Instance)));
        await host.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(Given.Grace with { Person = null, ChannelId = null })));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => roster.Dispose();

    [Theory]
    [InlineData("email")]
    [InlineData("userPrincipalName")]
    public async Task Another_tenants_account_with_her_address_reads_nothing_and_answers_nothing(string field)
    {
        (roster.Tenant, roster.Addresses) = ("99999999-1111-4111-8111-111111111111", new JsonObject { [field] = Given.Grace.Mail });

        foreach (var (verb, name) in new[] { ("hub/my-part", "task/fetch"), ("answering/who-to-check", "task/fetch"),
            ("assessing/save-information", "task/submit") })
        {
            Assert.StartsWith("I have no case for you", await PressAsync(verb, name), StringComparison.Ordinal);
        }

        Assert.Empty((await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Assessment.Information);
    }

    [Theory]
    [InlineData("grace.adeyemi@nhs.example", null)]
    [InlineData("", "grace.adeyemi@nhs.example")]
    [InlineData("g.adeyemi2@nhs.example", "Grace.Adeyemi@nhs.example")]
    [InlineData(" grace.adeyemi@nhs.example", null)]
    public async Task Her_own_is_let_in_and_she_and_the_chair_are_told(string email, string? upn)
    {
        (roster.Tenant, roster.Addresses) =
            (SandboxPeople.NhsTenant, new JsonObject { ["email"] = email, ["userPrincipalName"] = upn });

        Assert.DoesNotContain("no case for you", await PressAsync("hub/my-part", "task/fetch"), StringComparison.Ordinal);
        await PressAsync("assessing/save-information", "task/submit");
        await host.SettleAsync();

        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        Assert.Equal("Seen on Monday.", Assert.Single(@case.Meeting.Assessment.Information).Text);
        Assert.True(@case.IsSettled("convening/tell-bound/1/chair") && @case.IsSettled("convening/tell-bound/1/invitee"));
        Assert.Contains(await host.MailOfAsync("health"),
            mail => mail.Contains("You were known in Teams by this address", StringComparison.Ordinal));
    }

    private async Task<string> PressAsync(string verb, string name)
    {
        using var teams = new HttpClient { BaseAddress = new(host.Url) };
        using var answer = await teams.PostAsJsonAsync("api/messages", new
        {
            type = "invoke",
            name,
            id = $"f:{sent++}",
            channelId = "msteams",
            serviceUrl = "http://localhost:3978/sandbox/connector",
            from = new { id = "29:stranger", aadObjectId = "object-99", name = "Grace Adeyemi" },
            recipient = new { id = "28:bot" },
            conversation = new { id = "19:meeting@thread.v2", conversationType = "groupChat" },
            channelData = new { tenant = new { id = SandboxPeople.CouncilTenant } },
            value = new { data = new { verb, @case = Given.Id.Value, text = "Seen on Monday." } },
        });
        return $"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["task"]!["value"]}";
    }

    /// <summary>A roster in which the account shows what its tenant's administrator wrote there.</summary>
    private sealed class Roster : HttpMessageHandler
    {
        public string Tenant { get; set; } = "";

        public JsonObject Addresses { get; set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var member = Addresses.DeepClone().AsObject();
            (member["id"], member["aadObjectId"], member["tenantId"]) = ("29:stranger", "object-99", Tenant);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(member.ToJsonString()) });
        }
    }
}
