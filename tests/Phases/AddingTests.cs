using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases;

/// <summary>What bot/README.md says of adding: one new class, one line in one list, and the rest follows.</summary>
public sealed class AddingTests
{
    private static readonly Phase Trial = new("trial")
    {
        Parts = parts => parts.Form<TrialPart, TrialPart.Form>(),
        Commands = commands => commands.Add<TrialCommand>(),
        Duties = duties => duties.Add<TrialDuty>(),
        Entries = (view, _) => [
            new("trial/part", HubSection.Part2, "Trial", "open", TrialPart.Id.Button("Trial", CaseForm.Of(view.Case)), IsOpen: true)],
        Gaps = @case => [new("trial", "Trial is not answered.", WhoFills.Chair, TrialPart.Id.Button("Trial", CaseForm.Of(@case)))],
    };

    private static readonly PhaseList Phases = new([.. Program.Phases.All, Trial]);

    [Fact]
    public async Task A_form_is_one_class_and_one_line()
    {
        using var host = new PartHost(parts: Trial.Parts);
        await host.Cases.HaveAsync(AConvenedCase());

        var saved =
            await (await host.OpenAsync(Priya, TrialPart.Id.Button("Trial", new CaseForm(Id.Value)))).PressAsync("Save",
                ("text", "Ring the aunt."));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: trial", saved.Text);
    }

    [Fact]
    public void A_phases_forms_are_on_the_hub_and_among_the_gaps()
    {
        var given = AConvenedCase();

        Assert.Contains(Phases.Entries(given.SeenBy(Priya), Now), entry => entry.Id == "trial/part");
        Assert.Contains(Phases.Gaps(given.Case), gap => gap.Id == "trial");
    }

    [Fact]
    public void A_command_and_a_duty_are_one_class_and_one_line()
    {
        using var services = new ServiceCollection().AddPhases(Phases).BuildServiceProvider();

        Assert.Contains(services.GetRequiredService<Commands>().Help, line => line == TrialCommand.Help);
        Assert.Contains(services.GetRequiredService<Duties>().OwedBy(AConvenedCase().Case), owed => owed.Key == "trial/remind/meeting-1");
    }

    /// <summary>Beside all the others, through the hub, the Clerk and the runner as they are: nothing else knows it.</summary>
    [Fact]
    public async Task A_phase_is_its_list_and_one_line()
    {
        var duties = new Duties();
        foreach (var phase in Phases.All)
        {
            phase.Duties(duties);
        }

        var cases = new RecordedCases(duties.Earliest);
        using var host = new PartHost(PartHost.FakeOutside, cases: cases, phases: Phases);
        await cases.HaveAsync(AConvenedCase());

        // Its line is answered.
        Assert.Equal("Tried.", (await host.TypeAsync(Priya, "Trial this")).Text);

        // The hub draws it, and its button opens the form from there; what was saved stands in it.
        var form = await (await host.OpenAsync(Priya, OwnPart())).PartAsync("Trial");
        Assert.Equal("Trial", form.Title);
        var saved = await form.PressAsync("Save and next", ("text", "Ring the aunt."));
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: trial", saved.Text, StringComparison.Ordinal);
        var own = await host.OpenAsync(Priya, OwnPart());
        Assert.Contains("Trial – open", await own.PartsAsync());
        Assert.Equal("Ring the aunt.", (await own.PartAsync("Trial")).Value("text"));

        // What it owes is done once, and its outcome stands on the record.
        var work = new CaseWork(
            cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, host.Services, NullLogger<CaseWork>.Instance);
        Assert.True(await work.DoAsync(Id, default));
        var effect = (await cases.Clerk.LoadAsync(Id, default)).Effects["trial/remind/meeting-1"];
        Assert.Equal((1, EffectOutcome.Delivered, "trial"), (effect.Attempts, effect.Settled!.Outcome, effect.Settled.Rung));
    }

    [Fact]
    public void A_heading_is_one_line()
    {
        var given = AConvenedCase();
        Assert.All(Headings.Of(given.Case)
            .Where(heading => heading.Kind != HeadingKind.OwnForm && !RowLists.Has(heading.Id)
                && RowLists.Find(heading.Id) is null), heading =>
        {
            var block = Headings.FindBlock(heading.Block)!;
            Assert.Contains(heading, block.Headings);
            Assert.Contains(Program.Phases.Entries(given.SeenBy(Priya), Now), entry => entry.Id == $"assessing/block/{block.Id}");
            Assert.Equal(Headings.Binds(given.Case, heading),
                Program.Phases.Gaps(given.Case).Any(gap => gap.Id.Split('/')[^1] == heading.Id));
        });
    }

    [Fact]
    public void A_profile_is_one_file_and_its_name() =>
        Assert.All(ProcedureProfiles.Names, name => Assert.NotNull(ProcedureProfiles.Named(name)));

    private static PartButton OwnPart() => new("Open my part", OpenMyPart.Verb, new CaseForm(Id.Value));

    private static DateTimeOffset Now => Dates.Local("2026-11-25 14:05");

    private sealed class TrialPart : IPart<TrialPart.Form>
    {
        public sealed record Form(string Case, string? Text = null) : ICaseForm;

        public static PartId Id => new("trial/part");

        public static Capability Needs => Capability.FillForm;

        public Drawn Draw(FormPage page, Form asked) =>
            new("Trial", [new TextInput("text", "What then?") { Value = page.Case.Meeting.Plan.Contingency?.Fact.Text }]);

        public Decision Decide(FormPage page, Form typed) => new ContingencyAgreed(typed.Text ?? "") { Meeting = page.Whole.Meeting.Id };

        public Echo Saved(FormPage page, Kept<Form> kept) => new("trial");
    }

    private sealed class TrialCommand : ICommand
    {
        public static string Word => "trial";

        public static string Help => "`trial` – tries";

        public static bool HoldsContent => false;

        public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
            Task.FromResult<Reply>(new Reply.Say("Tried."));
    }

    private sealed class TrialDuty : IDuty
    {
        public static string Kind => "trial/remind";

        public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        public static IEnumerable<Owed> Owes(Case @case) => [new($"{Kind}/{@case.Meeting.Id.Value}", @case.OpenedAt)];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult<Performed>(new Performed.Delivered("trial", "t-1"));
    }
}
