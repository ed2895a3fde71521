using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>A connector that answers what it was told to, at every host, and keeps a transcript.</summary>
internal sealed class ConnectorStub : IAsyncDisposable
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();
    private readonly ConcurrentQueue<string> transcript = new();
    private int requests;

    private ConnectorStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public SkippingClock Clock { get; } = new();

    public int Requests => requests;

    public string Transcript => string.Join('\n', transcript);

    public ConnectorClientOptions Options { get; } = new();

    public static async Task<ConnectorStub> StartAsync()
    {
        var stub = new ConnectorStub();
        await stub.app.StartAsync();
        stub.Options.Transport =
            new HttpClientTransport(new TargetNote(stub.transcript) { InnerHandler = stub.app.GetTestServer().CreateHandler() });
        return stub;
    }

    public ConnectorStub Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        answers.Enqueue(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            transcript.Enqueue($"\n< {status}\n< {body}\n");
            await context.Response.WriteAsync(body);
        });
        return this;
    }

    public ConnectorStub Answer(Func<HttpContext, Task> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public ConnectorClient Client(TokenCredential? credential = null) =>
        new(Options, credential ?? DelegatedTokenCredential.Create((_, _) => new("bot-token", DateTimeOffset.MaxValue)), Clock,
            NullLogger<ConnectorClient>.Instance);

    public ConnectorClient ClientWithoutCredential() => new(Options, null, Clock, NullLogger<ConnectorClient>.Instance);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var request = context.Request;
        foreach (var name in new[] { "Host", "Authorization", "Accept", "Content-Type" }.Where(request.Headers.ContainsKey))
        {
            transcript.Enqueue($"> {name}: {request.Headers[name]}");
        }

        if (await new StreamReader(request.Body).ReadToEndAsync() is { Length: > 0 } body)
        {
            transcript.Enqueue($"> {body}");
        }

        await (answers.TryDequeue(out var answer) ? answer(context) : throw new InvalidOperationException("One request too many."));
    }

    // The test server decodes the path before a test could see how it went over the wire.
    private sealed class TargetNote(ConcurrentQueue<string> transcript) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            transcript.Enqueue($"> {request.Method} {request.RequestUri!.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
