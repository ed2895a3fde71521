using System.Net;
using System.Net.Sockets;
using System.Text;
using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Graph;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Graph;

public sealed class GraphPipelineTests : GraphWorldTest
{
    private Task PostAsync() => World.Bot<Invitations>().CreateAsync(GraphWorld.Invitation());

    private Task GetAsync() => World.Bot<PartnerDirectory>().ContactsAsync();

    [Theory]
    [InlineData(400, EffectFailure.Refused)]
    [InlineData(401, EffectFailure.Refused)]
    [InlineData(403, EffectFailure.Refused)]
    [InlineData(404, EffectFailure.Refused)]
    [InlineData(500, EffectFailure.Unknown)]
    [InlineData(502, EffectFailure.Unknown)]
    [InlineData(503, EffectFailure.Unknown)]
    [InlineData(504, EffectFailure.Unknown)]
    [InlineData(0, EffectFailure.Unknown)]
    public async Task An_effect_that_may_have_been_done_is_tried_once_only(int status, EffectFailure failure)
    {
        await World.FailAsync("POST", "/events", status);

        await FailsAsync(PostAsync, failure, status);
        Assert.Empty(World.Clock.Waits);
    }

    [Theory]
    [InlineData(412, null, 1)]
    [InlineData(429, 3, 3)]
    [InlineData(503, 2, 2)]
    public async Task An_effect_that_was_surely_not_done_is_tried_again_after_the_time_asked_for(int status, int? retryAfter, int waited)
    {
        await World.FailAsync("POST", "/events", status, retryAfter);

        await PostAsync();
        Assert.Equal([TimeSpan.FromSeconds(waited)], World.Clock.Waits);
    }

    [Fact]
    public async Task A_question_asked_by_POST_may_be_asked_again()
    {
        await World.FailAsync("POST", "checkMemberGroups", 504);

        Assert.True(await World.Bot<Membership>().IsConvenerAsync(SandboxPeople.Chair.AadObjectId));
        Assert.Equal([TimeSpan.FromSeconds(1)], World.Clock.Waits);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task What_only_reads_is_tried_four_times(int status)
    {
        await World.FailAsync("GET", "/contacts", status, times: 3);
        await GetAsync();
        Assert.Equal([1, 2, 4], World.Clock.Waits.Select(wait => (int)wait.TotalSeconds));

        await World.FailAsync("GET", "/contacts", status, times: 4);
        await Assert.ThrowsAsync<EffectFailedException>(GetAsync);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_is_not_asked_for_twice(int status)
    {
        await World.FailAsync("GET", "/contacts", status);

        await FailsAsync(GetAsync, EffectFailure.Refused, status);
        Assert.Empty(World.Clock.Waits);
    }

    [Theory]
    [InlineData("POST", "/events")]
    [InlineData("GET", "/contacts")]
    public async Task A_claims_challenge_is_answered_once(string method, string path)
    {
        await World.ChallengeAsync(method, path);
        await (method == "POST" ? PostAsync() : GetAsync());

        await World.ChallengeAsync(method, path, times: 2);
        await FailsAsync(method == "POST" ? PostAsync : GetAsync, EffectFailure.Refused, 401);
        Assert.Empty(World.Clock.Waits);
    }

    [Fact]
    public async Task Its_answer_is_a_token_that_holds_what_was_asked_for()
    {
        var credential = new Tokens();
        var answers = new Queue<HttpResponseMessage>([Challenge("{\"access_token\":{\"nbf\":1}}"), new(HttpStatusCode.OK)]);
        using var http = new HttpMessageInvoker(new GraphPipeline(new ClaimsChallenge(credential, "https://graph.example/.default"),
            TimeSpan.FromSeconds(15), World.Clock, NullLogger<GraphConnection>.Instance)
        { InnerHandler = new Said(answers) });
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://graph.example/v1.0/me");
        request.Content = new StringContent("once");
        request.Headers.Authorization = new("Bearer", "old");

        using var answer = await http.SendAsync(request, default);

        Assert.Equal((HttpStatusCode.OK, "Bearer new"), (answer.StatusCode, request.Headers.Authorization!.ToString()));
        Assert.Equal(("{\"access_token\":{\"nbf\":1}}", true), (credential.Asked!.Value.Claims, credential.Asked.Value.IsCaeEnabled));
        Assert.Equal(["https://graph.example/.default"], credential.Asked.Value.Scopes);
    }

    [Fact]
    public async Task A_wait_longer_than_the_call_may_take_is_left_to_the_caller()
    {
        await World.FailAsync("POST", "/events", 429, retryAfter: 60);

        var failed = await FailsAsync(PostAsync, EffectFailure.SurelyNotDone, 429);
        Assert.Equal(TimeSpan.FromSeconds(60), failed.RetryAfter);
        Assert.Empty(World.Clock.Waits);
    }

    [Fact]
    public async Task A_failure_carries_the_code_and_nothing_that_was_sent()
    {
        await World.FailAsync("POST", "/events", 403);

        var failed = await FailsAsync(PostAsync, EffectFailure.Refused, 403);
        Assert.Equal("ErrorAccessDenied", failed.Code);
        Assert.Null(failed.InnerException);
        Assert.DoesNotContain("SB-2026", failed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("@", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_means_nothing_was_done()
    {
        using var socket = Listen();
        var address = socket.LocalEndpoint;
        socket.Stop();

        await FailsAsync(() => InvitationsTo(address).CreateAsync(GraphWorld.Invitation()), EffectFailure.SurelyNotDone, 0);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_up_when_the_time_is_over()
    {
        using var socket = Listen();
        var call = InvitationsTo(socket.LocalEndpoint).CreateAsync(GraphWorld.Invitation());
        using var connection = await socket.AcceptTcpClientAsync();
        World.Clock.Expire();

        Assert.Equal("TimedOut", (await FailsAsync(() => call, EffectFailure.Unknown, 0)).Code);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_not_told_of_a_timeout()
    {
        using var socket = Listen();
        using var leaving = new CancellationTokenSource();
        var call = InvitationsTo(socket.LocalEndpoint).CreateAsync(GraphWorld.Invitation(), leaving.Token);
        using var connection = await socket.AcceptTcpClientAsync();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("HTTP/1.1 504 Gateway Timeout\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>no</html>", 504, "Unspecified")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":", 0, "ResponseEnded")]
    public async Task What_a_broken_gateway_says_leaves_the_outcome_unknown(string said, int status, string code)
    {
        using var socket = Listen();
        var call = InvitationsTo(socket.LocalEndpoint).CreateAsync(GraphWorld.Invitation());
        using (var connection = await socket.AcceptTcpClientAsync())
        {
            await ReadRequestAsync(connection.GetStream());
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said));
            socket.Stop();
        }

        Assert.Equal(code, (await FailsAsync(() => call, EffectFailure.Unknown, status)).Code);
    }

    private Invitations InvitationsTo(EndPoint address)
    {
        var settings = World.Bot<GraphSettings>().At($"http://127.0.0.1:{((IPEndPoint)address).Port}/v1.0");
        return new Invitations(
            new GraphConnection(settings, credential: null, World.Clock, NullLogger<GraphConnection>.Instance), settings);
    }

    private static HttpResponseMessage Challenge(string claims)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("") };
        answer.Headers.WwwAuthenticate.ParseAdd("Bearer realm=\"\", authorization_uri=\"https://login.example/\", "
            + $"error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}\"");
        return answer;
    }

    private sealed class Tokens : TokenCredential
    {
        public TokenRequestContext? Asked { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked = requestContext;
            return new("new", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Said(Queue<HttpResponseMessage> answers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answers.Dequeue());
    }

    private static TcpListener Listen()
    {
        var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return socket;
    }

    // To its end, so that closing the connection doesn't reset it under the answer.
    private static async Task ReadRequestAsync(NetworkStream stream)
    {
        var read = new byte[65536];
        var length = 0;
        while (!Encoding.UTF8.GetString(read, 0, length).Contains("\"subject\"", StringComparison.Ordinal) || stream.DataAvailable)
        {
            length += await stream.ReadAsync(read.AsMemory(length));
        }
    }
}
