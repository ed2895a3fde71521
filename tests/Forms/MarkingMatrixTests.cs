using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases;
using StrategyBot.Phases.Holding;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Starting;
using StrategyBot.Tests.Reaching;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>P6: what is marked reaches nobody else by any way. A word is planted in every text of every form that asks who may read it,
/// under every marking; then everybody reads all that there is to read. A form is in it by being in the table.</summary>
public sealed class MarkingMatrixTests
{
    private const string Chat = "19:meeting";

    /// <summary>Texts that their form's marking isn't about.</summary>
    private static readonly Dictionary<string, string[]> NotMarked = new()
    {
        // The address alone is confidential: agencies search by the rest.
        ["convening/person"] = ["name", "aliases", "relation", "school"],
        // Which area it is stands for everybody: the marking is about why there is cause.
        ["convening/setting"] = ["area"],
        // Everybody reads what staff may say.
        ["safeguarding/contact-hold"] = ["maySay"],
        // Whoever has the case is known to everybody.
        ["safeguarding/handover"] = ["name", "mail"],
        // Of whoever was spoken to for their agency.
        ["holding/telephone"] = ["number"],
        // A day and time.
        ["planning/action"] = ["at"],
        ["assessing/enquiry-row"] = ["at"],
        ["safeguarding/row"] = ["at"],
    };

    /// <summary>Left empty: they take the place of a choice.</summary>
    private static readonly Dictionary<string, string[]> Instead = new() { ["safeguarding/handover"] = ["name", "mail"] };

    /// <summary>Kinds of duty that tell something typed: each is done at least once.</summary>
    private static readonly string[] NeededKinds =
    [
        "planning/tell-owner", "planning/tell-holder", "minuting/distribute", "minuting/objection", "safeguarding/decide-by",
        "convening/create-event", "hub/show", "following-up/remind", "planning/tell-change", "planning/tell-action",
    ];

    /// <summary>Who chairs reads what they have to answer.</summary>
    private static readonly string[] AnsweredByChair = ["holding/read-back", "minuting/wrong"];

    private static readonly Participant[] Readers = [Priya, Tom, Sam, Grace, Ruth];

    /// <summary>Where, by whom and how a form is saved, and what is one case of it in all stages.</summary>
    private sealed record Cell(string Name, Walked Walked, Participant Author, PartButton Opener, string Marking);

    /// <summary>What was planted, and whom it may not reach.</summary>
    private sealed record Plant(Cell Cell, IReadOnlyList<(string Text, string Word)> Words, IReadOnlyList<Participant> Left)
    {
        public IEnumerable<string> Leaks(string said, string where) => Words
            .Where(planted => said.Contains(planted.Word, StringComparison.Ordinal))
            .Select(planted => $"{Cell.Opener.Verb} “{planted.Text}” by {Cell.Author.Name} as {Cell.Marking} {where}");
    }

    private readonly List<string> leaks = [];
    private readonly HashSet<string> done = [];
    private readonly Dictionary<string, string> unsaved = [];

    [Fact]
    public async Task A_marked_word_reaches_nobody_whom_its_marking_leaves_out()
    {
        await using var outside = await OutsideOutlets.StartAsync();
        var (forms, more) = (new HashSet<string>(), new List<Cell>());
        // Each form alone first, and with everything that goes out; its other markings together, as far as each form saves once.
        foreach (var cell in await CellsAsync())
        {
            if (forms.Contains(FormOf(cell)))
            {
                more.Add(cell);
            }
            else if (await TogetherAsync([cell], outside, isFirst: true) is [_])
            {
                forms.Add(FormOf(cell));
            }
        }

        // With a meeting that goes on it is another stage, in which other forms ask: it is saved by itself.
        foreach (var same in more.GroupBy(cell => (cell.Walked.Stage, cell.Marking, cell.Opener.Verb == GoOnPart.Id.Open)))
        {
            var left = same.Where(cell => !done.Contains(cell.Name)).ToList();
            while (left.Count > 0)
            {
                var once = left.DistinctBy(cell => $"{CardJson.Data(cell.Opener.Verb, cell.Opener.Form)}").ToList();
                await TogetherAsync(once, outside, isFirst: false);
                // Something that was saved before may have ended it.
                foreach (var cell in once.Skip(1).Where(cell => !done.Contains(cell.Name)))
                {
                    await TogetherAsync([cell], outside, isFirst: false);
                }

                left.RemoveAll(cell => once.Contains(cell) || done.Contains(cell.Name));
            }
        }

        // What can't be saved before the meeting is called is saved afterwards.
        leaks.AddRange(unsaved.Where(one => !done.Contains(one.Key.Replace($"{false} ", $"{true} ", StringComparison.Ordinal)))
            .Select(one => $"{one.Key} was never saved: {one.Value}"));
        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Distinct()));
        Assert.InRange(done.Count, 300, 600);
        Assert.Equal([], NeededKinds.Except(outside.Done));
    }

    private static string FormOf(Cell cell) =>
        $"{cell.Walked.Told.Case.Meeting.IsConvened} {cell.Opener.Verb} {cell.Name.Split(' ').Contains("because")}";

    /// <summary>Plants each in one case, and then reads all that there is to read.</summary>
    private async Task<IReadOnlyList<Plant>> TogetherAsync(IReadOnlyList<Cell> cells, OutsideOutlets outside, bool isFirst)
    {
        var (walked, log, planted) = (cells[0].Walked, new Kept(), new List<Plant>());
        using var host = await HostAsync(
            walked with { Tell = () => cells.Aggregate(walked.Tell(), (given, cell) => Ready(given, cell.Author, cell.Opener.Verb)) }, log,
            outside);
        foreach (var cell in cells)
        {
            if (!done.Contains(cell.Name) && await PlantAsync(host, cell, planted.Count) is { } plant)
            {
                planted.Add(plant);
            }
        }

        if (planted.Count == 0)
        {
            return planted;
        }

        var @case = await host.Clerk.LoadAsync(Id, default);
        var left = planted.SelectMany(plant => plant.Left).Distinct().ToList();
        foreach (var reader in left.SelectMany(reader => isFirst ? Ways(@case, reader) : [reader]))
        {
            foreach (var (outlet, said) in await ReadAsync(walked with { Host = host }, reader, @case))
            {
                leaks.AddRange(planted.Where(plant => plant.Left.Any(one => one.Name == reader.Name))
                    .SelectMany(plant => plant.Leaks(said, $"reaches {reader.Name} by {outlet}")));
            }
        }

        // What goes out asks the marking as the cards do: once for each form is enough, and takes a second each.
        foreach (var (to, outlet, said) in isFirst ? await outside.PerformAsync(host) : [])
        {
            leaks.AddRange(planted.Where(plant => to is null || plant.Left.Any(reader => reader.Agency == to.Agency))
                .SelectMany(plant => plant.Leaks(said, $"reaches {to?.Name ?? "everybody"} by {outlet}")));
        }

        @case = await host.Clerk.LoadAsync(Id, default);
        foreach (var (plant, reader) in planted.SelectMany(plant => plant.Left.Select(reader => (plant, reader))))
        {
            var version = @case.Meeting.Minutes.Of(@case.Meeting.Minutes.Version) ?? [];
            var issued = MinutesCopy.For(version, @case.Find(reader.Id) ?? reader);
            leaks.AddRange(issued.SelectMany(paragraph => plant.Leaks(paragraph.Text, $"reaches {reader.Name} by the issued minutes")));
        }

        var envelopes = await EnvelopesAsync(host);
        var (card, key) = (CardJson.Write(HubCard.For(@case, Words)), string.Join('\n', @case.Effects.Keys));
        leaks.AddRange(planted.SelectMany(plant => plant.Leaks(envelopes, "stands in what is never sealed, or in the access log")
            .Concat(plant.Leaks($"{card}{key}{string.Join('\n', log.Lines)}", "stands on the posted card, in a key or in the log"))));
        return planted;
    }

    private async Task<Plant?> PlantAsync(PartHost host, Cell cell, int number)
    {
        var (name, _, author, opener, marking) = cell;
        var form = await host.OpenAsync(author, opener);
        var before = (await host.Clerk.LoadAsync(Id, default)).Version;
        var save = form.Reply is not Reply.Show ? null
            : opener.Verb == "holding/read-back" ? "Not what I said" : Walk.Saving(form)?.Title;
        if (save is null)
        {
            unsaved[name] = Shortened.To(160, form.Text);
            return null;
        }

        var words = form.Inputs.OfType<TextInput>().Select(text => text.Id)
            .Except(NotMarked.GetValueOrDefault(opener.Verb) ?? []).Select(text => (text, Word(text, number))).ToList();
        var filled = Filled(form, words, marking).Where(one => !(Instead.GetValueOrDefault(opener.Verb) ?? []).Contains(one.Id));
        var answer = await form.PressAsync(save, [.. filled]);
        if ((await host.Clerk.LoadAsync(Id, default)).Version == before)
        {
            unsaved[name] = Shortened.To(160, answer.Text);
            return null;
        }

        done.Add(name);
        unsaved.Remove(name);
        return new(cell, words, [.. Readers.Where(reader => reader.Agency != author.Agency && !Admits(marking, reader.Agency)
            && !(AnsweredByChair.Contains(opener.Verb) && reader.Agency == Priya.Agency))]);
    }

    [Fact]
    public async Task Every_form_with_a_text_asks_who_may_read_it_or_says_why_not()
    {
        var without = new SortedSet<string>(StringComparer.Ordinal);
        await Walk.AllAsync((_, _, screen) =>
        {
            if (screen.Inputs.Any(input => input is TextInput) && screen.Inputs.All(input => input.Id != MarkingInput.Id))
            {
                without.Add(CardJson.Sent(Walk.Saving(screen)!.Data)[FormState.Key]!["part"]!.GetValue<string>());
            }

            return Task.CompletedTask;
        });

        Assert.Equal("", string.Join(", ", without.Except(UnmarkedForms.All.Keys)));
        Assert.Equal([], UnmarkedForms.All.Keys.Except(without));
    }

    /// <summary>In Teams, and behind a link.</summary>
    private static IEnumerable<Participant> Ways(Case @case, Participant reader) =>
        @case.Participants.FirstOrDefault(person => person.Person == reader.Person) is { } known
            ? [reader, reader with { Person = PersonId.Behind(new(Id, known.Id)) }]
            : [reader];

    /// <summary>What stays of each line when its words are gone, and what the access log says.</summary>
    private static async Task<string> EnvelopesAsync(PartHost host)
    {
        var (record, stream) = (host.Cases.Record, CaseCodec.StreamOf(Id));
        await host.Cases.CloseAccessLogAsync();
        return string.Join('\n', (await record.ReadAsync(stream, 0, default)).Select(line => $"{line.Envelope}")
            .Concat((await record.AccessesAsync(stream, default)).Select(access => $"{access}")));
    }

    /// <summary>Every form with a marking and a text, each with every marking that leaves somebody out; by stage, as not each saves in all.
    /// </summary>
    private static async Task<IReadOnlyList<Cell>> CellsAsync()
    {
        var cells = new List<Cell>();
        var seen = new HashSet<string>();
        await Walk.AllAsync((walked, reader, screen) =>
        {
            var (form, isConvened) = (CardJson.Sent(Walk.Saving(screen)!.Data)[FormState.Key]!, walked.Told.Case.Meeting.IsConvened);
            if (screen.Inputs.Any(input => input is TextInput)
                && screen.Inputs.FirstOrDefault(input => input.Id == MarkingInput.Id) is ChoiceSetInput asked)
            {
                // What is asked once the meeting is over is another form.
                cells.AddRange(from choice in asked.Choices
                               let cell = $"{isConvened} {form["part"]} {choice.Value} {reader.Agency == Agency.SocialCare} "
                                   + string.Join(' ', screen.Inputs.OfType<TextInput>().Select(text => text.Id))
                               where choice.Value != MarkingInput.Professionals && seen.Add($"{walked.Stage} {cell}")
                               select new Cell(cell, walked, reader, new PartButton("", form["part"]!.GetValue<string>(),
                                   form["asked"]!.DeepClone()), choice.Value));
            }

            return Task.CompletedTask;
        });
        return cells;
    }

    /// <summary>With what lets a form be saved that is only read in every stage.</summary>
    private static Given Ready(Given given, Participant author, string part) => part switch
    {
        "assessing/stance" => given.By(author)
            .Fact(new ViewGiven(author.Id, ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child1 })
            .By(Priya).Fact(new ReasonableCauseDecided(ReasonableCause.Yes, "") { Meeting = FirstMeeting, Child = Child1 }),
        "safety-planning/goes-on" => given.By(Priya).Fact(new SafetyReviewSet(new(2027, 1, 5)) { Meeting = FirstMeeting }),
        "safeguarding/none-needed" => given.By(Priya).Fact(
            [.. given.Case.Meeting.Plan.Open.Where(row => row.Fact.Kind == ActionKind.SafetyPlan)
                .Select(row => new ActionWithdrawn(row.Id, "") { Meeting = FirstMeeting })]),
        _ => given,
    };

    private static async Task<PartHost> HostAsync(Walked walked, Kept log, OutsideOutlets outside)
    {
        var cases = new RecordedCases();
        var host = new PartHost(services =>
        {
            // It takes whatever it is sent, however fast: nothing waits for the second in which no more may be sent.
            PartHost.Outside(services, outside.Address, TimeSpan.FromSeconds(5), new ImpatientClock(limit: TimeSpan.FromSeconds(5)));
            AllThatIsPressed(services, cases);
            services.AddLogging(logging => logging.AddProvider(log));
        }, cases: cases);
        await host.Cases.HaveAsync(walked.Tell());
        host.Clock.Advance(Dates.Local(walked.Now) - host.Clock.GetUtcNow());
        return host;
    }

    /// <summary>What every verb and every line asks for.</summary>
    internal static void AllThatIsPressed(IServiceCollection services, RecordedCases cases) => services
        .AddReaching().AddSingleton(cases.Record).AddSingleton(LetterTextTests.Northgate)
        .AddSingleton<CommandCase>().AddSingleton<PeopleBook>()
        .AddSingleton(new PublicAddress(() => "https://bot.example")).AddSingleton(ProcedureProfiles.Default)
        .AddSingleton(Timeline.OfProgram()).AddSingleton<Digest>();

    /// <summary>Everything that one reader can see, each with how.</summary>
    private static async Task<IReadOnlyList<(string Outlet, string Said)>> ReadAsync(Walked walked, Participant reader, Case @case)
    {
        var said = new List<(string, string)>();
        var view = await walked.Host.Clerk.ReadAsync(
            new(reader.Person!.Value, reader.Name, reader.Mail, reader.ChannelId!), Id, Capability.SeeCase, null, default);
        await Walk.ReadAsync(walked, reader, [], (_, _, _) => Task.CompletedTask,
            (verb, screen) => said.Add((verb, CardJson.Write(screen.Card))), view);
        foreach (var line in new[] { "status", "missing", "due", "next", "my actions", "help", "minutes", "read-back" })
        {
            foreach (var chat in new[] { null, Chat })
            {
                var answer = await walked.Host.TypeAsync(reader, $"{line} {Id} Heron", chat);
                said.Add((line, answer.Reply is Reply.Show show ? CardJson.Write(show.Card) : answer.Text));
            }
        }

        if (@case.Find(reader.Person!.Value) is not { } me)
        {
            return said;
        }

        var copy = MinutesCopy.For(MinutesDraft.Of(@case), me);
        said.Add(("draft", string.Join('\n', copy.Select(paragraph => $"{paragraph.Text} {paragraph.Author}"))));
        said.Add(("paper", Paper(MinutesFile.Write(@case, @case.Meeting, 0, me, Given.Words))));
        return said;
    }

    internal static string Paper(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return string.Join('\n', zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    private static IReadOnlyList<(string Id, object? Value)> Filled(
        PartHost.Screen form, IEnumerable<(string Text, string Word)> words, string marking) =>
    [
        .. form.Inputs.OfType<ChoiceSetInput>().Where(input => input.Id != MarkingInput.Id && form.Value(input.Id).Length == 0)
            .Select(input => (input.Id, (object?)input.Choices[0].Value)),
        .. words.Select(planted => (planted.Text, (object?)planted.Word)),
        .. form.Inputs.Where(input => input.Id == "name" && form.Value("name").Length == 0).Select(input => (input.Id, (object?)"A name")),
        .. form.Inputs.OfType<TimeInput>().Where(input => input.Id is "concernTime" or "referralTime" && form.Value(input.Id).Length == 0)
            .Select(input => (input.Id, (object?)"09:00")),
        // Moved to a time that is another one.
        .. form.Inputs.OfType<TimeInput>().Where(input => input.Id == "time").Select(input => (input.Id, (object?)"16:30")),
        (MarkingInput.Id, marking),
    ];

    /// <param name="number">Of the forms that are planted in one case.</param>
    private static string Word(string input, int number) => $"PLANTED{number}X{input.ToUpperInvariant()}";

    private static bool Admits(string marking, Agency agency) => marking == "police-and-social-care"
        ? Audience.PoliceAndSocialCare.Admits(agency)
        : marking.Split('-').Contains(agency.ToString());

    /// <summary>All that anything logs.</summary>
    private sealed class Kept : ILoggerProvider
    {
        private readonly KeptLog<Kept> log = new();

        public IReadOnlyCollection<string> Lines => log.Lines;

        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
