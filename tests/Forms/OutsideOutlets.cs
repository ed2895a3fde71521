using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Obligations;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Planning;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>A Teams and a Graph that take whatever they are sent, and keep it: chats, mails, calendar, addresses.</summary>
internal sealed partial class OutsideOutlets : IAsyncDisposable
{
    private static readonly Duties Duties = AllDuties();

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> said = new();

    private OutsideOutlets()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            said.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n{body}\n{Attached(body)}");
            context.Response.StatusCode = HttpMethods.IsGet(context.Request.Method) ? 200 : 201;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":"one","value":[]}""");
        });
    }

    public string Address => app.Urls.First();

    /// <summary>Kinds of duty that were done, each at least once.</summary>
    public HashSet<string> Done { get; } = [];

    public static async Task<OutsideOutlets> StartAsync()
    {
        var outside = new OutsideOutlets();
        await outside.app.StartAsync();
        return outside;
    }

    /// <summary>Does all that is owed, now and once the meeting is over and its minutes are issued: by mail, then in people's own chats.
    /// </summary>
    /// <returns>What was said to whom; to nobody alone where everybody sees it.</returns>
    public async Task<IReadOnlyList<(Participant? To, string Outlet, string Said)>> PerformAsync(PartHost host)
    {
        var all = await PerformNowAsync(host, []);
        if ((await host.Clerk.LoadAsync(Id, default)).Meeting.IsConvened)
        {
            await host.Clerk.RecordAsync(Id, "over", @case => [.. Over(@case)], default);
            await host.Clerk.RecordAsync(Id, "issued", @case => [.. Issued(@case)], default);
            // The minutes themselves go with a letter, else stand behind a card.
            all = await PerformNowAsync(host, all, DistributeMinutesDuty.Kind);
            all = await PerformNowAsync(host, all, TellOwnerDuty.Kind);
            await host.Clerk.RecordAsync(Id, "changed", @case => [.. ChangedSince(@case)], default);
            await RememberChatsAsync(host);
            all = await PerformNowAsync(host, all);
        }

        return all;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<List<(Participant?, string, string)>> PerformNowAsync(
        PartHost host, List<(Participant?, string, string)> all, string kind = "")
    {
        var @case = await host.Clerk.LoadAsync(Id, default);
        foreach (var owed in Duties.OwedBy(@case).Where(owed => owed.Key.StartsWith(kind, StringComparison.Ordinal)).DistinctBy(Once))
        {
            said.Clear();
            try
            {
                await Duties.PerformAsync(host.Services, @case, owed, new(1, IsUnknown: false), default);
                Done.Add(string.Join('/', owed.Key.Split('/').Take(2)));
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
            {
                // What this outside can't answer is no outlet; which kinds were never done is asked at the end.
                said.Enqueue(failure.ToString());
            }

            all.AddRange(said.Select(one => (owed.To is { } to ? @case.Find(to) : null, owed.Key, one)));
        }

        return all;
    }

    /// <summary>What says the same at another hour is done once.</summary>
    private static string Once(Owed owed) =>
        owed.Key.StartsWith(RemindOwnerDuty.Kind, StringComparison.Ordinal) ? owed.Key[..owed.Key.LastIndexOf('/')] : owed.Key;

    private static IEnumerable<Fact> Over(Case @case)
    {
        if (@case.Meeting.Attendance.StartedAt is null)
        {
            yield return new MeetingStarted(Via.Chair);
        }

        // Whoever holds a child may be left out by a marking, and is told all the same that there is one.
        foreach (var child in @case.Children)
        {
            yield return new HolderNamed(Grace.Id) { Child = child.Id };
        }

        if (@case.Meeting.Plan.AgreedAt is null)
        {
            yield return new ImmediatePlanAgreed();
        }

        if (@case.Meeting.Attendance.EndedAt is null)
        {
            yield return new MeetingEnded(Via.Chair);
        }
    }

    private static IEnumerable<Fact> Issued(Case @case)
    {
        if (@case.Meeting.Minutes.Version == 0)
        {
            var paragraphs = MinutesDraft.Of(@case);
            yield return new MinutesFrozen(1, 0, [.. paragraphs]);
            yield return new MinutesApproved(1, MinutesDigest.Of(paragraphs), "");
        }
    }

    /// <summary>Everything that stands of the plan and the decisions is changed once more, by the chair, in its own words and marking:
    /// owners and invitees are told.</summary>
    private static IEnumerable<Fact> ChangedSince(Case @case)
    {
        foreach (var row in @case.Meeting.Plan.Open)
        {
            yield return row.Fact with
            {
                // Whoever has it now may be left out by its marking.
                Owner = Ruth.Id,
                DueAt = row.Fact.DueAt.AddHours(1),
                Change = new(PlanChangeKind.Event, row.Fact.Purpose + row.Fact.IfThisFails),
            };
        }

        foreach (var decided in @case.Meeting.Plan.Section47.Values)
        {
            yield return decided.Fact with
            {
                Answer = decided.Fact.Answer == Section47.Start ? Section47.NotStart : Section47.Start,
                ChangedBecause = decided.Fact.Rationale,
            };
        }
    }

    private async Task RememberChatsAsync(PartHost host)
    {
        foreach (var person in (await host.Clerk.LoadAsync(Id, default)).Participants.Where(person => person.Person is not null))
        {
            await host.Services.GetRequiredService<PeopleBook>().RememberAsync(person.Person!.Value,
                new($"a:{person.Id.Value}", $"{Address}/", person.ChannelId ?? ""), $"chat-{person.Id.Value}", default);
        }
    }

    private static string Attached(string body) => string.Join('\n',
        Contents().Matches(body).Select(found => MarkingMatrixTests.Paper(Convert.FromBase64String(found.Groups["file"].Value))));

    private static Duties AllDuties()
    {
        var duties = new Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        return duties;
    }

    [GeneratedRegex("\"contentBytes\"\\s*:\\s*\"(?<file>[A-Za-z0-9+/=]+)\"")]
    private static partial Regex Contents();
}
