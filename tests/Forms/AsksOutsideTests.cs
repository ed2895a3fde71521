using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>Forms that ask outside: what they proposed is what was meant, and only what somebody saved is in the way.</summary>
public sealed class AsksOutsideTests : IDisposable
{
    private readonly Outside outside = new();
    private readonly PartHost host;

    public AsksOutsideTests() => host = new(
        services => services.AddSingleton(outside), parts => parts.Form<ProposalPart, ProposalPart.Form>());

    [Fact]
    public async Task A_proposal_left_as_shown_is_meant_as_shown()
    {
        var form = await OpenAsync(Priya);
        outside.Proposes = "Foster carers.";

        await form.PressAsync("Save", ("word", "now"));

        Assert.Equal("The aunt.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task Another_proposal_is_nobodys_change()
    {
        var form = await OpenAsync(Priya);
        outside.Proposes = "Foster carers.";

        await form.PressAsync("Save", ("text", "The grandmother."), ("word", "now"));

        Assert.Equal("The grandmother.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task A_proposal_comes_back_as_it_was_shown()
    {
        var form = await OpenAsync(Priya);
        outside.Proposes = "Foster carers.";

        var refused = await form.PressAsync("Save");

        Assert.Equal("The aunt.", refused.Value("text"));
        await refused.PressAsync("Save", ("word", "now"));
        Assert.Equal("The aunt.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task What_somebody_saved_meanwhile_is_in_the_way_of_what_was_typed()
    {
        var form = await OpenAsync(Priya);
        await (await OpenAsync(Tom)).PressAsync("Save", ("text", "The neighbour."), ("word", "now"));

        var refused = await form.PressAsync("Save", ("text", "The grandmother."), ("word", "now"));

        Assert.Contains("Tom Okafor saved something else under “Who?”", refused.Text);
        Assert.Equal("The neighbour.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task What_can_not_be_asked_for_any_more_is_judged_by_the_part()
    {
        var form = await OpenAsync(Priya);
        outside.Proposes = null;

        await form.PressAsync("Save", ("text", "The grandmother."), ("word", "now"));

        Assert.Equal("The grandmother.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task What_was_typed_is_asked_about_before_it_is_decided_and_only_for_who_may()
    {
        await (await OpenAsync(Priya)).PressAsync("Save", ("text", "The grandmother."), ("word", "now"));
        Assert.Equal(["The grandmother."], outside.AskedAbout);

        var sent = (await OpenAsync(Priya)).Sent("Save", ("text", "Nobody's."));
        await host.PressAsync(Grace, ProposalPart.Id.Save, sent);
        Assert.Equal(["The grandmother."], outside.AskedAbout);
    }

    public void Dispose() => host.Dispose();

    private async Task<Case> CaseAsync() => await host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> OpenAsync(Participant by)
    {
        if (!(await CaseAsync()).Exists)
        {
            await host.Cases.HaveAsync(AConvenedCase());
        }

        return await host.OpenAsync(by, ProposalPart.Id.Button("", new ProposalPart.Form(Id.Value)));
    }

    private sealed class Outside
    {
        public string? Proposes { get; set; } = "The aunt.";

        public List<string?> AskedAbout { get; } = [];
    }

    /// <summary>Proposes whom a child could go to while nothing is agreed.</summary>
    private sealed class ProposalPart(Outside outside) : IPart<ProposalPart.Form>, IAsksOutside, IAsksAbout<ProposalPart.Form>
    {
        private string? proposed;

        public sealed record Form(string Case, string? Text = null, string? Word = null) : ICaseForm;

        public static PartId Id => new("test/proposal");

        public static Capability Needs => Capability.FillForm;

        public Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken)
        {
            proposed = outside.Proposes;
            return Task.CompletedTask;
        }

        public Task AskAboutAsync(Form typed, Patience patience, CancellationToken cancellationToken)
        {
            outside.AskedAbout.Add(typed.Text);
            return Task.CompletedTask;
        }

        public Drawn Draw(FormPage page, Form asked) => new("Proposal",
        [
            .. proposed is null ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("text", "Who?") { Value = page.Case.Meeting.Plan.Contingency?.Fact.Text ?? proposed },
            ],
            new TextInput("word", "When?"),
        ]);

        public Decision Decide(FormPage page, Form typed) => string.IsNullOrEmpty(typed.Word)
            ? new CannotBe("Say when.") { Field = "word" }
            : new ContingencyAgreed(typed.Text ?? "nobody") { Meeting = page.Whole.Meeting.Id };

        public Echo Saved(FormPage page, Kept<Form> kept) => new("whom");
    }
}
