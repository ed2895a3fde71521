using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>What a store says when it fails may hold a line of the record (Azure's texts repeat what was sent): nobody logs or shows it.
/// </summary>
public sealed class StoreWordsTests : IDisposable
{
    private readonly KeptLogs logs = new();
    private readonly List<string> answers = [];

    [Fact]
    public async Task What_a_failing_store_says_is_neither_logged_nor_shown_by_anybody()
    {
        Breaking? store = null;
        await using var host = await LinksHost.StartAsync(more: services =>
        {
            services.AddSingleton<ILoggerProvider>(logs);
            var own = services.Last(service => service.ServiceType == typeof(IRecord));
            services.AddSingleton(at =>
            {
                var record = DispatchProxy.Create<IRecord, Breaking>();
                store = (Breaking)(object)record;
                store.Inner = (IRecord)(own.ImplementationFactory?.Invoke(at)
                    ?? ActivatorUtilities.CreateInstance(at, own.ImplementationType!));
                return record;
            });
        });
        var known = Given.Priya with { Person = PersonId.Of(SandboxPeople.Chair.TenantId, SandboxPeople.Chair.AadObjectId) };
        await host.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(known)));
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        using var nurse = new Visitor(host);
        await nurse.EnterAsync(host, "health");
        var link = Visitor.TokenOf(await host.LinkOfAsync("health"));
        var chair = new TeamsUser(world, "chair");
        var chat = await chair.PersonalChatAsync();

        store!.IsBroken = true;

        answers.Add((await nurse.MeAsync()).Body.ToJsonString());
        answers.Add((await nurse.ActAsync("hub/my-part", new { @case = Given.Id.Value })).Body.ToJsonString());
        answers.Add((await nurse.PostAsync("code", new { token = link })).Body.ToJsonString());
        await AskAsync(world, $"p/api/events?s={nurse.Label}");
        await AskAsync(world, "documents/no-such-token");
        foreach (var invoke in new[] { "task/fetch", "task/submit", "adaptiveCard/action" })
        {
            var data = new JsonObject { ["verb"] = "hub/my-part", ["case"] = Given.Id.Value };
            answers.Add((await chair.InvokeAsync(chat, invoke, invoke == "adaptiveCard/action"
                ? new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "hub/my-part", ["data"] = data } }
                : new JsonObject { ["data"] = data }, null)).ToJsonString());
        }

        answers.Add((await chair.SayAsync("status")).Words ?? "");
        await Xunit.Record.ExceptionAsync(host.SettleAsync);

        Assert.InRange(store.Failed, 8, int.MaxValue);
        Assert.DoesNotContain(answers, answer => answer.Contains(Breaking.Words, StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains(Breaking.Words, StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.Contains(nameof(RequestFailedException), StringComparison.Ordinal));
    }

    public void Dispose() => logs.Dispose();

    private async Task AskAsync(HttpClient world, string path)
    {
        using var answer = await world.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        answers.Add(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The store, until it fails.</summary>
    public class Breaking : DispatchProxy
    {
        public const string Words = "PLANTED: a line of the record";

        private int failed;

        internal IRecord Inner { get; set; } = null!;

        public bool IsBroken { get; set; }

        public int Failed => failed;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (IsBroken)
            {
                Interlocked.Increment(ref failed);
                throw new RequestFailedException((int)HttpStatusCode.ServiceUnavailable, Words, "ServerBusy", null);
            }

            return targetMethod!.Invoke(Inner, args);
        }
    }
}
