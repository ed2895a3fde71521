using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>An account that shows an invitee's address: let in only where its tenant owns the domain, told of, and undone.</summary>
public sealed class BindingTests : IDisposable
{
    private static readonly Participant Invited = Given.Grace with { Person = null, ChannelId = null };
    private static readonly Asker Account =
        new(PersonId.Of("nhs", "object-9"), Invited.Name, Invited.Mail, "29:object-9") { Vouched = [Invited.Mail] };

    private readonly RecordedCases cases = new();

    [Fact]
    public async Task An_address_that_no_tenant_vouches_for_opens_nothing()
    {
        await HaveAsync();
        foreach (var stranger in new[] { Account with { Vouched = [] }, Account with { Id = PersonId.Of("elsewhere", "x"), Vouched = [] } })
        {
            Assert.Equal(new NoSuchCase(), await WhyNotAsync(stranger));
            Assert.Empty(await cases.Clerk.CasesOfAsync(stranger, default));
        }

        Assert.Empty((await CaseAsync()).Bindings);
    }

    [Theory]
    [InlineData("grace.adeyemi@nhs.example")]
    [InlineData("Grace.Adeyemi@NHS.example")]
    public async Task One_that_its_tenant_vouches_for_is_recorded_and_chair_and_invitee_are_owed_word_of_it(string shown)
    {
        await HaveAsync();
        var account = Account with { Vouched = ["alias@nhs.example", shown] };

        Assert.Equal([Given.Id], await cases.Clerk.CasesOfAsync(account, default));
        await SayAsync(account, "a1");

        var @case = await CaseAsync();
        var bound = Assert.Single(@case.Bindings);
        Assert.Equal((1, Invited.Id, account.Id, Invited.Mail), (bound.Number, bound.Fact.Participant, bound.Fact.Person, bound.Fact.Mail));
        Assert.Equal([("convening/tell-bound/1/chair", Given.Priya.Id), ("convening/tell-bound/1/invitee", Invited.Id)],
            TellBoundDuty.Owes(@case).Select(owed => (owed.Key, owed.To!.Value)));
    }

    [Fact]
    public async Task That_was_not_them_puts_the_account_out_for_good_and_lets_the_real_one_in()
    {
        await HaveAsync();
        await SayAsync(Account, "a1");
        var chair = Asker(Given.Priya);

        Assert.IsType<NotYourPart>(Refused(await UndoAsync(Asker(Given.Sam), 1, "a2")));
        Assert.Single(((Decision.Accepted)(await UndoAsync(chair, 1, "a3")).Decision).Facts);
        Assert.Same(Decision.Already, (await UndoAsync(chair, 1, "a4")).Decision);

        // It shows the address still, and its tenant vouches for it.
        Assert.Equal(new NoSuchCase(), await WhyNotAsync(Account));
        var @case = await CaseAsync();
        Assert.Equal((null, null, true), (@case.Find(Invited.Id)!.Person, @case.Find(Invited.Id)!.ChannelId, @case.Bindings[0].IsUndone));
        Assert.Equal("what she said", @case.Meeting.Assessment.Information.Single().Text);

        var real = Account with { Id = PersonId.Of("nhs", "object-4"), ChannelId = "29:object-4" };
        await SayAsync(real, "a5");
        Assert.Equal(real.Id, (await CaseAsync()).Find(Invited.Id)!.Person);
    }

    [Fact]
    public async Task Whose_address_it_is_says_so_from_behind_their_link()
    {
        await HaveAsync();
        var link = new LinkHolder(Given.Id, Invited.Id);
        var behind = new Asker(PersonId.Behind(link), Invited.Name, Invited.Mail, "") { Link = link };
        await SayAsync(behind, "a0");
        await SayAsync(Account, "a1");

        Assert.IsType<Decision.Accepted>((await UndoAsync(behind, 1, "a2")).Decision);

        var grace = (await CaseAsync()).Find(Invited.Id)!;
        Assert.Equal((behind.Id, null), (grace.Person, grace.InTeams));
        Assert.Equal(new NoSuchCase(), await WhyNotAsync(Account));
    }

    [Fact]
    public async Task The_chair_sees_every_binding_and_everybody_else_their_own()
    {
        await HaveAsync();
        await SayAsync(Account, "a1");
        var @case = await CaseAsync();

        Assert.Single(KnownByAddressPage.Shown(@case, Given.Priya));
        Assert.Single(KnownByAddressPage.Shown(@case, @case.Find(Invited.Id)!));
        Assert.Empty(KnownByAddressPage.Shown(@case, Given.Sam));
    }

    [Fact]
    public async Task Whoever_was_known_before_this_was_told_is_told_to_nobody()
    {
        await HaveAsync(new PersonRecognised(Invited.Id, Account.Id, "29:object-9"));

        Assert.Empty(TellBoundDuty.Owes(await CaseAsync()));
        Assert.Null(await WhyNotAsync(Account with { Vouched = [] }));
    }

    public void Dispose() => cases.Dispose();

    private Task HaveAsync(params Fact[] facts) =>
        cases.HaveAsync(facts.Aggregate(Given.AConvenedCase().Fact(new ParticipantAdded(Invited)), (given, fact) => given.Fact(fact)));

    private Task<Case> CaseAsync() => cases.Clerk.LoadAsync(Given.Id, default);

    private static Asker Asker(Participant person) => new(person.Person!.Value, person.Name, person.Mail, person.ChannelId!);

    private async Task<Refusal?> WhyNotAsync(Asker asker) =>
        (await cases.Clerk.ShowAsync(asker, Given.Id, Capability.SeeCase, null, default)).Decision is Decision.Refused no
            ? no.Because
            : null;

    private static Refusal Refused(StrategyBot.Records.CaseAnswer told) => ((Decision.Refused)told.Decision).Because;

    private Task<StrategyBot.Records.CaseAnswer> UndoAsync(Asker asker, int number, string source) => cases.Clerk.AskAsync(
        asker, Given.Id, Capability.SeeCase, source, (@case, me) => BindingRule.Undo(@case, me, number), default);

    private Task SayAsync(Asker asker, string source) => cases.Clerk.AskAsync(asker, Given.Id, Capability.Contribute, source,
        (_, me) => new InformationGiven(me.Id, me.Agency, "what she said", 0)
        {
            Meeting = Given.FirstMeeting,
            Audience = Audience.Professionals,
        }, default);
}
