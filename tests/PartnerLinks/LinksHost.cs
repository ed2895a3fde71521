using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Panel;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Sandbox;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Practise;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>The bot and its sandbox as they are, on real HTTP, with a case clock that moves only when told to.</summary>
internal sealed partial class LinksHost : IAsyncDisposable
{
    // Far longer than a mail takes here; it only keeps a hang from being endless.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly ChosenStore? store;
    private readonly WebApplication app;

    private LinksHost(string folder, ChosenStore? store, WebApplication app)
    {
        this.folder = folder;
        this.store = store;
        this.app = app;
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Url { get; }

    public Clerk Clerk => app.Services.GetRequiredService<Clerk>();

    /// <summary>As a thief of the key has it: not the record.</summary>
    public byte[] StolenKey => store?.LinkKey ?? File.ReadAllBytes(Path.Combine(folder, "partner-links.key"));

    public Verbs Verbs => app.Services.GetRequiredService<Verbs>();

    public LinkSignIn SignIn => app.Services.GetRequiredService<LinkSignIn>();

    public Rehearsal? Practised => app.Services.GetRequiredService<Prompter>().Now;

    public IRecord Record => app.Services.GetRequiredService<IRecord>();

    /// <param name="at">The local time at which it starts.</param>
    /// <param name="more">What a test puts in the place of ours.</param>
    public static async Task<LinksHost> StartAsync(string at = "2026-11-25 09:05", Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("strategybot-links-").FullName;
        var store = await ChosenStore.StartAsync();
        var builder =
            WebApplication.CreateBuilder(
                new WebApplicationOptions { EnvironmentName = "Production", Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = folder });
        builder.Configuration.AddInMemoryCollection(store?.Settings);
        var settings = SandboxSettings.Under(builder.Configuration);
        builder.Services.AddSingleton(new SandboxClock(new StoppedClock(Dates.Local(at))));
        builder.Services.AddSingleton(new WallClock(TimeProvider.System)).AddSandboxWorld(builder.Configuration, TimeProvider.System);
        builder.Services.AddSandboxMode(builder.Configuration, TimeProvider.System)
            .AddSingleton<TimeProvider>(at => at.GetRequiredService<SandboxClock>())
            .AddSingleton(at => new PublicAddress(() => at.GetRequiredService<SandboxUrls>().Bot))
            .AddSingleton<Settle>(at => at.GetRequiredService<Runner>().SettleAsync)
            .AddTeams(settings, at => at.GetRequiredService<SandboxUrls>().Connector)
            .AddGraph(settings, at => at.GetRequiredService<SandboxUrls>().Graph)
            .AddSingleton(Rooms.ReadProcedure(builder.Configuration)).AddSingleton(Rooms.ReadLetterhead(settings))
            .AddRecords(builder.Configuration, builder.Environment, isSandbox: true).AddObligations().AddReaching()
            .AddPhases(Program.Phases)
            .AddPartnerLinks(builder.Configuration, builder.Environment, isSandbox: true,
                at => at.GetRequiredService<Reach>().SendLineAsync)
            .AddPanel(at => new PanelHost(
                () => [at.GetRequiredService<SandboxUrls>().World], () => at.GetRequiredService<SandboxUrls>().Keys))
            .AddWaitForLateTurns();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        Rooms.Map(app, Mode.Sandbox, hostsWorld: true);
        await app.StartAsync();
        return new(folder, store, app);
    }

    /// <summary>Writes a case's facts as they were given, and does whatever they make due: the invitations go out.</summary>
    public async Task HaveAsync(Given given)
    {
        var (codec, duties) = (app.Services.GetRequiredService<CaseCodec>(), app.Services.GetRequiredService<Duties>());
        var (lines, previous) = (new List<Line>(), (0, ""));
        foreach (var entry in given.Entries)
        {
            lines.AddRange(codec.Write(Given.Id, previous, [entry.Fact], entry.By, $"given-{entry.Seq}", entry.At));
            previous = (lines[^1].Seq, lines[^1].Hash);
        }

        // In one go: the runner is awake, and would write in between.
        var index = new StrategyBot.Records.Index(CaseTerms.Of(given.Case), duties.Earliest(given.Case));
        Assert.Equal(Appended.Written, await Record.TryAppendAsync(CaseCodec.StreamOf(Given.Id), 0, lines, "given", index, default));
        await SettleAsync();
    }

    /// <summary>As the first start after the upgrade does; this one was started before there was a case.</summary>
    public async Task LookForOldLinksAsync()
    {
        using var look = ActivatorUtilities.CreateInstance<OldLinks>(app.Services);
        await look.LookAsync(default, again: true);
    }

    /// <summary>Somebody adds the app: from then on they have a chat of their own with the bot, and its tab.</summary>
    public async Task InstallForAsync(SandboxPerson person)
    {
        app.Services.GetRequiredService<AppInstallation>().InstallForPerson(person);
        await SettleAsync();
    }

    public Task StopAsync() => app.StopAsync();

    /// <summary>Waits until a stop has begun.</summary>
    public async Task StoppingAsync()
    {
        var begun = new TaskCompletionSource();
        using var stopping = app.Lifetime.ApplicationStopping.Register(begun.SetResult);
        await begun.Task;
    }

    /// <summary>Waits for what somebody was told would take longer.</summary>
    public Task LateAsync() => app.Services.GetRequiredService<LateTurns>().QuietAsync();

    public Task SettleAsync() => app.Services.GetRequiredService<Runner>().SettleAsync(default);

    public async Task MoveClockAsync(TimeSpan by)
    {
        using var world = new HttpClient { BaseAddress = new(Url) };
        (await world.PostAsJsonAsync("sandbox/clock", new { advance = System.Xml.XmlConvert.ToString(by) })).EnsureSuccessStatusCode();
    }

    /// <summary>The link in the latest letter to a person of the sandbox.</summary>
    public async Task<string> LinkOfAsync(string person) =>
        LinkIn().Matches(await UntilMailAsync(person, body => LinkIn().IsMatch(body)))[^1].Value;

    public async Task<string> CodeOfAsync(string person, string? not = null) =>
        CodeIn().Match(await UntilMailAsync(person, body => CodeIn().Match(body) is { Success: true } code && code.Value != not)).Value;

    /// <summary>The code of a challenge, as the bot itself works it out: where others' codes are in the mail as well.</summary>
    public async Task<string> CodeForAsync(string token, string challenge)
    {
        var link = (await Clerk.LoadAsync(Given.Id, default)).Links.Find(Ticket.Hash(token))!;
        return LinkKey.Code(app.Services.GetRequiredService<LinkKey>().Read(challenge, link.TokenHash)!, link);
    }

    public async Task<IReadOnlyList<string>> MailOfAsync(string person)
    {
        using var world = new HttpClient { BaseAddress = new(Url) };
        var mails = (await world.GetFromJsonAsync<JsonArray>($"sandbox/api/{person}/mail"))!;
        return [.. mails.Where(mail => mail!["folder"]!.GetValue<string>() == "inbox")
            .Select(mail => $"{mail!["subject"]}\n{mail["body"]}")];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await (store?.DisposeAsync() ?? default);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> UntilMailAsync(string person, Func<string, bool> wanted)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            if ((await MailOfAsync(person)).FirstOrDefault(wanted) is { } mail)
            {
                return mail;
            }

            await Task.Yield();
        }
    }

    [GeneratedRegex(@"http://[^\s""]+/p#[^\s""]+")]
    private static partial Regex LinkIn();

    [GeneratedRegex(@"(?<=>)\d{3} \d{3}(?=<)")]
    private static partial Regex CodeIn();
}
