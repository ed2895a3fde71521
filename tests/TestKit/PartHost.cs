using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules;
using StrategyBot.Rules.Wording;
using StrategyBot.Sandbox;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.TestKit;

/// <summary>Every phase's parts over a real record, pressed as a channel presses them; what follows a save is its echo alone.</summary>
internal sealed class PartHost : IDisposable
{
    private readonly RecordedCases cases;
    private readonly ServiceProvider services;
    private readonly Verbs verbs = new();
    private readonly Commands commands = new();
    private int presses;

    /// <param name="phases">Other phases than the program's.</param>
    public PartHost(
        Action<IServiceCollection>? more = null, Action<PartTable>? parts = null, RecordedCases? cases = null, PhaseList? phases = null)
    {
        phases ??= Program.Phases;
        this.cases = cases ??= new();
        var table = new PartTable();
        foreach (var phase in phases.All)
        {
            phase.Parts(table);
            phase.Verbs(verbs);
            phase.Commands(commands);
        }

        parts?.Invoke(table);
        table.AddTo(verbs);
        var registered = new ServiceCollection()
            .AddSingleton(cases.Clerk).AddSingleton(table).AddSingleton(verbs).AddSingleton(phases)
            .AddSingleton(commands).AddSingleton(new Letterhead("Northgate Council", "01632 960000"))
            .AddSingleton(Words.English).AddSingleton<TimeProvider>(cases.Clock)
            .AddSingleton<IMeetingOrder>(new EchoAlone()).AddSingleton<AfterSave>((saved, _, _) => Task.FromResult(Echoed(saved)));
        more?.Invoke(registered);
        services = registered.BuildServiceProvider();
        Table = table;
    }

    /// <summary>What parts ask outside, answering as an outage does.</summary>
    public static void FakeOutside(IServiceCollection services) =>
        // No call is ever made: each is too late before it begins.
        Outside(services, "http://127.0.0.1:9", TimeSpan.Zero);

    /// <summary>Teams and Graph at one address.</summary>
    /// <param name="wall">By which they are paced and waited for; the machine's where it isn't said.</param>
    public static void Outside(IServiceCollection services, string address, TimeSpan callLimit, TimeProvider? wall = null)
    {
        var settings = SandboxSettings.Under(new ConfigurationBuilder().Build());
        var graph = GraphSettings.From(settings).At(address) with { CallLimit = callLimit };
        services.AddSingleton(new WallClock(wall ?? TimeProvider.System)).AddGraph(settings).AddSingleton(graph).AddLogging()
            .AddTeams(settings, _ => address)
            .AddSingleton(new TeamsSettings("bot", "council", address, IsSandbox: true))
            .AddSingleton<OwnsAddress>((_, _, _) => Task.FromResult(false));
        foreach (var phase in Program.Phases.All)
        {
            phase.Services(services);
        }
    }

    public PartTable Table { get; }

    /// <summary>For what is done without anybody pressing anything.</summary>
    public IServiceProvider Services => services;

    /// <summary>Everything that a button can ask for, whatever answers it.</summary>
    public IReadOnlyCollection<string> Verbs => verbs.All;

    /// <summary>Every word that a line can begin with.</summary>
    public IEnumerable<string> CommandWords => commands.Words.Select(command => command.Word);

    /// <summary>By which a click is waited for: as long as it takes, however slow the machine.</summary>
    public TimeProvider Wall { get; init; } = new ImpatientClock(limit: TimeSpan.Zero);

    public StoppedClock Clock => cases.Clock;

    public StrategyBot.Records.Clerk Clerk => cases.Clerk;

    public RecordedCases Cases => cases;

    /// <summary>A part as it is drawn, on its card.</summary>
    public static AdaptiveCard Open<TPart, TForm>(TPart part, CaseView view, TForm asked, DateTimeOffset now)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var page = new FormPage(view, Words.English, now, view.Whole.Version);
        var drawing = DrawnFields.Of(part, page, asked);
        return FormFrame.Of(part, asked, drawing, page.Seen).Open(drawing, []).Card;
    }

    /// <summary>A page as it is drawn, on its card.</summary>
    public static AdaptiveCard Page<TForm>(IPage<TForm> part, CaseView view, TForm asked, DateTimeOffset now)
        where TForm : class, ICaseForm =>
        FormFrame.Page(DrawnFields.Of(part, new FormPage(view, Words.English, now, view.Whole.Version), asked), []).Card;

    private static Reply Echoed(Reply.Saved saved) =>
        new Reply.Show("Saved", FormCard.Of("Saved", null, [new TextBlock(saved.Text), .. saved.Echo]));

    /// <summary>Nothing follows anything.</summary>
    private sealed class EchoAlone : IMeetingOrder
    {
        public Reply OwnPart(CaseView view, Reply.Saved saved, Turn turn) => Echoed(saved);

        public MeetingPlace Of(CaseView view, PartButton part) => new(null, []);
    }

    public Task<Screen> OpenAsync(Participant by, PartButton button) =>
        PressAsync(by, button.Verb, CardJson.Sent(CardJson.Data(button.Form)));

    /// <param name="id">The activity's; a new one where it isn't said.</param>
    /// <param name="isAutomatic">By the client itself.</param>
    public async Task<Screen> PressAsync(Participant by, string verb, JsonObject data, string? id = null, bool isAutomatic = false)
    {
        var person = by.Person!.Value;
        var speaker = new Speaker(person.Value.Split('/')[0], person.Value.Split('/', 2)[1], by.ChannelId ?? "", by.Name, by.Mail)
        {
            Vouched = [by.Mail],
        };
        var kind = person.IsBehindLink() ? PlaceKind.Page : PlaceKind.Personal;
        var turn = new Turn(speaker, new Place(kind, new Address("chat", "http://localhost")), id ?? $"press-{++presses}")
        {
            Patience = new(Wall),
            IsAutomatic = isAutomatic,
        };
        var reply = await verbs.AnswerAsync(verb, services, JsonSerializer.SerializeToElement(data), turn, default);
        return new(this, by, reply);
    }

    /// <param name="chat">A meeting's; <c>null</c> for the person's own.</param>
    /// <param name="isVouched">Their tenant owns their address.</param>
    public async Task<Screen> TypeAsync(Participant by, string line, string? chat = null, bool isVouched = false)
    {
        var ids = by.Person!.Value.Value.Split('/', 2);
        var place = new Place(chat is null ? PlaceKind.Personal : PlaceKind.MeetingChat, new Address(chat ?? "chat", "http://localhost"));
        var turn = new Turn(new Speaker(ids[0], ids[1], by.ChannelId ?? "", by.Name, by.Mail) { Vouched = isVouched ? [by.Mail] : [] },
            place, $"line-{++presses}")
        {
            Patience = new(Wall),
        };
        return new(this, by, await commands.AnswerAsync(line, services, turn, default));
    }

    /// <summary>As a card of an earlier release does: its fields, and no form of today's.</summary>
    public Task<Screen> PostAsync(Participant by, string verb, params IReadOnlyList<(string Id, JsonNode? Value)> fields)
    {
        var data = new JsonObject { ["case"] = Given.Id.Value };
        foreach (var (id, value) in fields)
        {
            data[id] = value;
        }

        return PressAsync(by, verb, data);
    }

    public void Dispose()
    {
        services.Dispose();
        cases.Dispose();
    }

    /// <summary>What somebody sees after a press.</summary>
    public sealed record Screen(PartHost Host, Participant By, Reply Reply)
    {
        public AdaptiveCard Card => Assert.IsType<Reply.Show>(Reply).Card;

        public string Title => Assert.IsType<Reply.Show>(Reply).Title;

        /// <summary>Every text on it, typed ones too.</summary>
        public string Text => Reply switch
        {
            Reply.Say say => say.Text,
            Reply.Show show => string.Join('\n', Texts(JsonNode.Parse(CardJson.Write(show.Card))!)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        public IReadOnlyList<CardInput> Inputs => [.. Flat(Card.Body).OfType<CardInput>()];

        public IReadOnlyList<SubmitAction> Buttons =>
            [.. Card.Actions.Concat(Flat(Card.Body).OfType<ActionSet>().SelectMany(set => set.Actions)).OfType<SubmitAction>(), .. Rows];

        /// <summary>What is pressed as a whole: a part in one's own list, or a group of them.</summary>
        public IReadOnlyList<SubmitAction> Rows => Reply is not Reply.Show ? []
            : [.. Flat(Card.Body).OfType<Container>().Select(container => container.SelectAction).OfType<SubmitAction>()];

        /// <summary>It is somebody's own part.</summary>
        public bool ListsParts => Reply is Reply.Show && Flat(Card.Body).OfType<Container>().Any(container => container.Id == "parts");

        /// <summary>Opens a part from the list, out of its group where that is closed.</summary>
        /// <param name="title">How its row begins.</param>
        public async Task<Screen> PartAsync(string title)
        {
            foreach (var shown in await ListsAsync())
            {
                if (shown.Rows.FirstOrDefault(row => !IsGroup(row) && row.Title.StartsWith(title, StringComparison.Ordinal)) is { } found)
                {
                    return await shown.PressAsync(found.Title);
                }
            }

            throw new InvalidOperationException($"No part {title} on\n{Text}");
        }

        /// <summary>Title and state of each part, also of those in closed groups.</summary>
        public async Task<IReadOnlyList<string>> PartsAsync() =>
            [.. (await ListsAsync()).SelectMany(list => list.Rows.Where(row => !IsGroup(row)).Select(row => row.Title))];

        private async Task<IReadOnlyList<Screen>> ListsAsync()
        {
            var lists = new List<Screen> { this };
            foreach (var group in Rows.Where(IsGroup))
            {
                lists.Add(await PressAsync(group.Title));
            }

            return lists;
        }

        private static bool IsGroup(SubmitAction row) => CardJson.Sent(row.Data).ContainsKey("group");

        /// <summary>What an input shows, as a client would send it.</summary>
        public string Value(string id) => new Field(Inputs.Single(input => input.Id == id)).Shown;

        /// <summary>Presses a button with all that stands in the inputs, and this typed over it; <c>null</c> leaves an input out.</summary>
        public Task<Screen> PressAsync(string title, params IReadOnlyList<(string Id, object? Value)> typed) =>
            Host.PressAsync(By, Verb(title), Sent(title, typed));

        public string Verb(string title) => Button(title).Verb!;

        /// <summary>By its title, also where it leads on.</summary>
        private SubmitAction Button(string title) =>
            Buttons.First(button => button.Title == title || button.Title == new Save(title).AndNext);

        public JsonObject Sent(string title, params IReadOnlyList<(string Id, object? Value)> typed)
        {
            var button = Button(title);
            var data = CardJson.Sent(button.Data);
            if (button.AssociatedInputs == AssociatedInputs.Auto)
            {
                foreach (var input in Inputs)
                {
                    data[input.Id] = new Field(input).Shown;
                }

                foreach (var (id, value) in typed)
                {
                    if (value is null)
                    {
                        data.Remove(id);
                    }
                    else
                    {
                        data[id] = JsonSerializer.SerializeToNode(value);
                    }
                }
            }

            return data;
        }

        private static IEnumerable<CardElement> Flat(IEnumerable<CardElement> body) => body.SelectMany(element =>
            element is Container container ? [container, .. Flat(container.Items)] : (IEnumerable<CardElement>)[element]);

        private static IEnumerable<string> Texts(JsonNode node) => node switch
        {
            JsonObject item => item.SelectMany(field => Said(field.Key, field.Value) is { } said ? [said]
                : field.Key == "data" || field.Value is null ? [] : Texts(field.Value)),
            JsonArray items => items.Where(item => item is not null).SelectMany(item => Texts(item!)),
            _ => [],
        };

        private static string? Said(string field, JsonNode? value) =>
            field is "text" or "label" or "title" or "value" && value is JsonValue text && text.TryGetValue<string>(out var said)
                ? said
                : null;
    }
}
