using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Phases.Keeping;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Architecture;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>P17: role × verb × marking. Somebody who has one role alone, of each, presses all that there is in walked cases: what opens
/// follows from what the role may and from nothing else, and so does what they read.</summary>
public sealed class PermissionsTests
{
    internal static readonly Audience[] Markings =
    [
        Audience.Professionals, Audience.PoliceAndSocialCare, Audience.Only(Agency.SocialCare), Audience.Only(Agency.Health),
        Audience.Only(Agency.Police),
    ];

    /// <summary>Of the verbs that are no part's: what each asks. The rest are of no case yet, or lists over cases.</summary>
    private static readonly Dictionary<string, Capability> Files = new()
    {
        ["assessing/blank"] = Capability.FillForm,
        ["case-system/file"] = Capability.EnterOnRecord,
        ["disclosing/copy"] = Capability.KeepRecord,
        ["disclosing/court"] = Capability.TakeToCourt,
        ["enquiring/invitees-file"] = Capability.KeepEnquiry,
        ["family/document"] = Capability.FillForm,
        ["hub/my-part"] = Capability.SeeCase,
        ["minuting/document"] = Capability.ReadMinutes,
        ["minuting/entering-document"] = Capability.EnterOnRecord,
        ["minuting/extract"] = Capability.ReadMinutes,
        ["reviewing/outline-document"] = Capability.SeeCase,
        ["safeguarding/holder-sheet"] = Capability.FillForm,
        ["safety-planning/document"] = Capability.ReadContent,
        ["safety-planning/rows-file"] = Capability.ReadContent,
    };

    private static readonly string[] NoCase =
    [
        "answering/attended", "answering/attended-file", "convening/begin", "convening/open", "convening/step", "enquiring/late",
        "enquiring/late-file",
        // Whoever knows the family is out by saying so, whatever they are.
        "links/know-family",
    ];

    private static readonly string[] Lines = ["status", "due", "next", "my actions", "minutes", "timeline", "report"];

    // As few as have what all of them together have: each takes seconds.
    private static readonly string[] Stages = ["running", "issued, and entered late"];

    private static readonly Lazy<Task<Walks>> Once = new(WalkAsync);

    [Fact]
    public async Task Every_verb_opens_to_those_roles_alone_that_may_what_it_needs()
    {
        var walks = await Once.Value;

        Assert.True(walks.Wrong.Count == 0, string.Join("\n", walks.Wrong));
        Assert.Equal([], walks.Verbs.Except(walks.Needs.Keys).Except(NoCase).Order());
        Assert.InRange(walks.Tried, 3_000, 100_000);
        // In brackets: it may be opened, and nothing in these cases lets it; buttons that do at once, and files, are listed as they ask.
        Golden.Text(string.Join('\n', walks.Needs.Where(verb => !IsSave(walks, verb.Key)).OrderBy(verb => verb.Key, StringComparer.Ordinal)
            .Select(verb => $"{verb.Key} – {verb.Value}: "
                + string.Join(", ", Roles.Where(role => May(walks, role, verb.Key)).Select(role =>
                    walks.Opened.Contains((role, verb.Key)) || !walks.Openers.Contains(verb.Key) ? $"{role}" : $"({role})")))));
    }

    [Fact]
    public async Task A_word_is_read_by_those_roles_alone_that_read_and_whom_its_marking_admits()
    {
        var walks = await Once.Value;

        Assert.Equal(
            from role in Roles
            from marking in Markings
            select (role, marking.Say(), Reads(role) && marking.Admits(Agency.SocialCare)),
            from role in Roles
            from marking in Markings
            select (role, marking.Say(), walks.Said[role].Any(said => said.Contains(Word(marking), StringComparison.Ordinal))));
        // What is for the police alone in a walked case reaches none of them either.
        Assert.Equal([], Roles.Where(role => walks.Said[role].Any(said => said.Contains("PLANTEDPOLICE", StringComparison.Ordinal))));
    }

    /// <summary>Reading, and nothing that is written: a form that they could only read doesn't open to them.</summary>
    [Fact]
    public async Task Who_broke_the_glass_reads_what_information_governance_reads_and_writes_nothing()
    {
        var walks = await Once.Value;
        var pages = walks.Opened.Where(one => one.Role == Role.BreakGlass).Select(one => one.Verb).ToList();

        Assert.Contains("assessing/read-information", pages);
        Assert.Contains("minuting/read", pages);
        Assert.Equal([BreakGlassPart.Id.Open], pages.Where(verb => walks.Forms.Contains(verb)));
        Assert.Equal([], pages.Where(verb => walks.Needs[verb] is Capability.ReadContent or Capability.ReadMinutes)
            .Except(walks.Opened.Where(one => one.Role == Role.InformationGovernance).Select(one => one.Verb)));
    }

    /// <summary>For whoever asks who may what: made of the code's own words.</summary>
    [Fact]
    public void The_page_of_permissions_is_what_the_code_allows()
    {
        var path = Path.Combine(FilesTests.Root(), "infra", "permissions.md");
        var page = PermissionsPage.Text(File.ReadAllText(Path.Combine(FilesTests.Root(), "bot", "Cases", "Role.cs")));
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path));
    }

    private static IReadOnlyList<Role> Roles => Enum.GetValues<Role>();

    private static bool Reads(Role role) => Capabilities.Has(role, Capability.ReadContent);

    private static string Word(Audience marking) => $"PLANTED{Array.IndexOf(Markings, marking)}X";

    /// <summary>Who broke the glass is an auditor too, and reads alone.</summary>
    private static bool May(Walks walks, Role role, string verb) => role == Role.BreakGlass
        ? Capabilities.Has(Role.Auditor, walks.Needs[verb]) || (Capabilities.Has(role, walks.Needs[verb]) && walks.IsRead(verb))
        : Capabilities.Has(role, walks.Needs[verb]);

    private static bool IsSave(Walks walks, string verb) => walks.Saves.Contains(verb);

    private static Participant Alone(Role role) => new(new($"person-{100 + (int)role}"), $"Alex {role}", Agency.SocialCare, "", "",
        $"alex.{role}@council.example", "", role == Role.BreakGlass ? [Role.Auditor] : [role], PersonId.Of("council", $"alone-{role}"),
        ChannelId: $"29:alone-{role}");

    private static Given Tell(Walked walked)
    {
        var given = walked.Tell().By(Priya).At(walked.Now)
            .Fact([.. Roles.Select(role => new ParticipantAdded(Alone(role)) { Meeting = FirstMeeting })])
            .Fact([.. Markings.SelectMany(marking => new Fact[]
            {
                new InformationGiven(Priya.Id, Agency.SocialCare, Word(marking), 0) { Meeting = FirstMeeting, Audience = marking },
                new ActionAgreed(new($"action-{900 + Array.IndexOf(Markings, marking)}"), ActionKind.Action, $"{Word(marking)} row", Tom.Id,
                    Dates.Local("2026-12-30 12:00"), "", "") { Meeting = FirstMeeting, Audience = marking },
            })]);
        var auditor = Alone(Role.BreakGlass);
        return given.By(auditor).Fact(new GlassBroken(auditor.Id, GlassCause.Inspection, "An inspection.", given.Now.AddHours(1))
        {
            Audience = Audience.Only(Agency.SocialCare),
        });
    }

    private static async Task<Walks> WalkAsync()
    {
        var walks = new Walks();
        foreach (var walked in WalkedCases.All.Where(walked => Stages.Contains(walked.Stage)))
        {
            var told = walked with { Tell = () => Tell(walked) };
            var again = new Walked(walked.Stage, told.Tell, walked.Now);
            var cases = new RecordedCases();
            using var host = new PartHost(services =>
            {
                PartHost.FakeOutside(services);
                MarkingMatrixTests.AllThatIsPressed(services, cases);
            }, cases: cases);
            await host.Cases.HaveAsync(again.Told);
            host.Clock.Advance(Dates.Local(walked.Now) - host.Clock.GetUtcNow());
            walks.Take(host);
            foreach (var role in Roles)
            {
                await WalkAsync(walks, again with { Host = host }, role);
            }
        }

        return walks;
    }

    private static async Task WalkAsync(Walks walks, Walked walked, Role role)
    {
        var (host, me, reached) = (walked.Host, Alone(role), new HashSet<string>());
        var asker = new Asker(me.Person!.Value, me.Name, me.Mail, me.ChannelId!);
        var view = await host.Clerk.ReadAsync(asker, Id, Capability.SeeCase, null, default);
        await Walk.ReadAsync(walked, me, [], (_, _, _) => Task.CompletedTask, (verb, screen) =>
        {
            reached.Add(verb);
            walks.Said[role].Add(CardJson.Write(screen.Card));
        }, view);
        walks.Opened.UnionWith(reached.Select(verb => (role, verb)));
        walks.Wrong.AddRange(reached.Where(verb => !May(walks, role, verb)).Select(verb => $"{walked.Stage}: {verb} opens to {role}"));
        foreach (var line in Lines)
        {
            var answer = await host.TypeAsync(me, $"{line} {Id} Heron");
            walks.Said[role].Add(answer.Reply is Reply.Show show ? CardJson.Write(show.Card) : answer.Text);
        }

        var before = (await host.Clerk.LoadAsync(Id, default)).Version;
        foreach (var verb in walks.Needs.Keys.Where(verb => !May(walks, role, verb)))
        {
            walks.Tried++;
            var answer = await host.PressAsync(me, verb, new JsonObject { ["case"] = Id.Value });
            if (answer.Reply is not Reply.Say said || !walks.Refusals.Contains(said.Text))
            {
                walks.Wrong.Add($"{walked.Stage}: {verb} is answered to {role} with {answer.Text}");
            }
        }

        if ((await host.Clerk.LoadAsync(Id, default)).Version != before)
        {
            walks.Wrong.Add($"{walked.Stage}: {role} wrote something");
        }
    }

    private sealed class Walks
    {
        public Dictionary<string, Capability> Needs { get; } = new(Files);

        public HashSet<string> Openers { get; } = [];

        public HashSet<string> Saves { get; } = [];

        public HashSet<string> Forms { get; } = [];

        public HashSet<string> Verbs { get; } = [];

        public HashSet<(Role Role, string Verb)> Opened { get; } = [];

        public Dictionary<Role, List<string>> Said { get; } = Roles.ToDictionary(role => role, _ => new List<string>());

        public List<string> Wrong { get; } = [];

        public int Tried { get; set; }

        public IReadOnlyList<string> Refusals { get; } = [new NotYourPart().Say(Words), new NoSuchCase().Say(Words)];

        public void Take(PartHost host)
        {
            Verbs.UnionWith(host.Verbs.Except(host.Table.FormerVerbs));
            Openers.UnionWith(host.Table.Openers);
            foreach (var (verb, needs) in host.Table.Needs)
            {
                Needs[verb] = needs;
            }

            foreach (var verb in Openers)
            {
                var save = verb.Insert(verb.IndexOf('/', StringComparison.Ordinal) + 1, "save-");
                if (Needs.ContainsKey(save))
                {
                    Forms.Add(verb);
                    Saves.Add(save);
                }
            }
        }

        /// <summary>It only shows: a page, or a document.</summary>
        public bool IsRead(string verb) => Files.ContainsKey(verb) || (Openers.Contains(verb) && !Forms.Contains(verb));
    }
}
