using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Obligations;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.Linking;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Linking;

/// <summary>Cases of other children beside one (15.2, R3, R50).</summary>
public sealed class LinkedCasesTests
{
    private const string Other = "SB-2026-015";

    private static readonly IReadOnlyList<string> Mine = [Other];

    [Fact]
    public void Only_a_case_that_one_arranges_too_is_linked_and_never_with_itself()
    {
        var given = Begun.ACaseWithAChild();
        given.When(c => LinkedCaseRule.Link(c, "SB-2026-099", CaseLinkKind.Sibling, Mine))
            .Then(new CannotBe("Choose which case it is.") { Field = "other" });
        given.When(c => LinkedCaseRule.Link(c, Id.Value, CaseLinkKind.Sibling, [Id.Value]))
            .Then(new CannotBe("Choose which case it is.") { Field = "other" });
        given.When(c => LinkedCaseRule.Link(c, Other, null, Mine))
            .Then(new CannotBe("Say what the other child is to this one.") { Field = "kind" });
        given.Decided(c => LinkedCaseRule.Link(c, Other, CaseLinkKind.Sibling, Mine));
        Assert.Equal(CaseLinkKind.Sibling, given.Case.Linked.All[Other].Fact.Kind);
        given.When(c => LinkedCaseRule.Link(c, Other, CaseLinkKind.Sibling, Mine)).ThenNothingNew();
    }

    /// <summary>R3: until its case is linked, or it is said why there is none here.</summary>
    [Fact]
    public void Where_a_child_harmed_a_child_the_other_childs_case_is_asked_for()
    {
        var given = Begun.ACaseWithAChild();
        Assert.False(LinkedCases.IsAsked(given.Case));
        Assert.DoesNotContain(LinkingHub.Entries(given.SeenBy(Priya), Begun.Now), entry => entry.IsOpen);
        given.Fact(Begun.Circumstances with { Circumstances = ["child-on-child"] });
        Assert.True(LinkedCases.IsAsked(given.Case));
        Assert.Contains(LinkingHub.Entries(given.SeenBy(Priya), Begun.Now), entry => entry.IsOpen);
        Assert.Contains(LinkingHub.Status(given.SeenBy(Priya), Begun.Now), line =>
            line.Text == "The other child has no case of their own here yet. A conference is held on both children.");
        given.Decided(c => LinkedCaseRule.Link(c, "SB-2026-016", CaseLinkKind.Sibling, ["SB-2026-016"]));
        Assert.True(LinkedCases.IsAsked(given.Case));
        given.Decided(c => LinkedCaseRule.Link(c, Other, CaseLinkKind.OtherChild, Mine));
        Assert.False(LinkedCases.IsAsked(given.Case));
        given.Decided(c => LinkedCaseRule.Unlink(c, Other, "Another child."));
        Assert.True(LinkedCases.IsAsked(given.Case));
        Assert.Equal("reason", given.When(c => LinkedCaseRule.None(c, " ")).Refused<CannotBe>().Field);
        given.Decided(c => LinkedCaseRule.None(c, "Southshire has it: Ida Cole, by telephone."));
        Assert.False(LinkedCases.IsAsked(given.Case));
        Begun.ACaseWithAChild().When(c => LinkedCaseRule.None(c, "Nobody."))
            .Then(new CannotBe("Nothing on this case asks for a case of another child."));
    }

    [Fact]
    public void The_link_is_told_by_reference_alone_in_status_and_minutes()
    {
        var given = AConvenedCase().By(Priya).Decided(c => LinkedCaseRule.Link(c, Other, CaseLinkKind.OtherChild, Mine));
        Assert.Equal("Linked with SB-2026-015: the other child.", Assert.Single(LinkingHub.Status(given.SeenBy(Sam), given.Now)).Text);
        Assert.Contains(MeetingParagraphs.Of(given.Case, Words), paragraph =>
            paragraph is { Id: "meeting/linked/SB-2026-015", Text: "Linked case: SB-2026-015 (the other child)" });
    }

    [Fact]
    public void Another_agency_neither_links_nor_reads_why_a_link_was_taken_back()
    {
        var given = AConvenedCase().By(Priya).Decided(c => LinkedCaseRule.Link(c, Other, CaseLinkKind.Sibling, Mine))
            .Decided(c => LinkedCaseRule.Unlink(c, Other, "Not her sister."));
        Assert.Empty(LinkingHub.Entries(given.SeenBy(Sam with { Roles = [Role.OutOfHours] }), given.Now));
        Assert.Equal("", given.SeenBy(Sam).Case.Linked.Undone[Other].Fact.Reason);
        Assert.Equal("Not her sister.", given.SeenBy(Priya).Case.Linked.Undone[Other].Fact.Reason);
    }

    [Fact]
    public async Task The_other_case_gets_the_same_and_loses_it_again_and_owes_nothing_for_it()
    {
        var cases = new RecordedCases();
        await cases.HaveAsync(Begun.ACaseWithAChild(), new CaseId(Other));
        var given = Begun.ACaseWithAChild().At("2026-11-30 09:00").Decided(c => LinkedCaseRule.Link(c, Other, CaseLinkKind.Sibling, Mine));
        await PerformAsync(cases, given.Case);
        var other = await cases.Clerk.LoadAsync(new CaseId(Other), default);
        Assert.Equal((CaseLinkKind.Sibling, PersonId.Bot), (other.Linked.All[Id.Value].Fact.Kind, other.Linked.All[Id.Value].By));
        Assert.Empty(LinkBackDuty.Owes(other));

        // The same again writes nothing, nor where the other's own people said it.
        await PerformAsync(cases, given.Case);
        Assert.Equal(other.Version, (await cases.Clerk.LoadAsync(new CaseId(Other), default)).Version);
        var already = new RecordedCases();
        await already.HaveAsync(Begun.ACaseWithAChild().Fact(new CaseLinked(Id.Value, CaseLinkKind.Sibling)), new CaseId(Other));
        var before = (await already.Clerk.LoadAsync(new CaseId(Other), default)).Version;
        await PerformAsync(already, given.Case);
        Assert.Equal(before, (await already.Clerk.LoadAsync(new CaseId(Other), default)).Version);

        given.Decided(c => LinkedCaseRule.Unlink(c, Other, "Not her sister."));
        await PerformAsync(cases, given.Case);
        Assert.Empty((await cases.Clerk.LoadAsync(new CaseId(Other), default)).Linked.All);
    }

    /// <summary>The conference is held on both (R3): its page says where the other child's case is.</summary>
    [Fact]
    public async Task On_the_way_to_the_conference_the_other_childs_case_is_named()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = AnEnquiry.Begun().Fact(Begun.Circumstances with { Circumstances = ["child-on-child"] });
        await host.Cases.HaveAsync(given.Decided(c => LinkedCaseRule.Link(c, Other, CaseLinkKind.OtherChild, Mine)));
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var page = await host.OpenAsync(Tom, EnquiryPage.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains("A conference is held on both children. The other child's case: SB-2026-015.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_dialog_a_case_of_ones_own_is_chosen_and_the_link_is_taken_back_with_a_reason()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        await host.Cases.HaveAsync(Begun.ACaseWithAChild(), new CaseId(Other));
        var page = await host.OpenAsync(Priya, LinkedCasesPage.Button(await host.Clerk.LoadAsync(Id, default)));
        var form = await page.PressAsync("Link a case");
        var linked = await form.PressAsync("Link it", ("other", Other), ("kind", "sibling"));
        Assert.Contains("the cases name each other by their reference", linked.Text, StringComparison.Ordinal);
        Assert.Contains("Linked with SB-2026-015: a brother or sister.", linked.Text, StringComparison.Ordinal);
        var back = await linked.PressAsync("Linked by mistake");
        Assert.Contains("Say why it is not linked.", (await back.PressAsync("Take the link back", ("reason", " "))).Text,
            StringComparison.Ordinal);
        await back.PressAsync("Take the link back", ("reason", "Not her sister."));
        Assert.Empty((await host.Clerk.LoadAsync(Id, default)).Linked.All);
    }

    [Fact]
    public async Task Whoever_arranges_no_other_case_is_told_so_and_offered_nothing_to_press()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var form = await host.OpenAsync(Priya, LinkCasePart.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains("You arrange no other case.", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Link it", form.Text, StringComparison.Ordinal);
        Assert.Empty(form.Inputs);
    }

    [Fact]
    public async Task In_the_dialog_it_is_said_why_the_other_child_has_no_case_here()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Begun.ACaseWithAChild(Begun.Circumstances with { Circumstances = ["child-on-child"] }));
        var page = await host.OpenAsync(Priya, LinkedCasesPage.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains("a conference is held on both.", page.Text, StringComparison.Ordinal);
        var form = await page.PressAsync("No case of the other child");
        Assert.Contains("Say why, and who decided it.", (await form.PressAsync("Save", ("reason", " "))).Text, StringComparison.Ordinal);
        var saved = await form.PressAsync("Save", ("reason", "Southshire has it: Ida Cole."));
        Assert.Contains("No case of the other child: Southshire has it: Ida Cole.", saved.Text, StringComparison.Ordinal);
    }

    private static async Task PerformAsync(RecordedCases cases, Case @case)
    {
        foreach (var owed in LinkBackDuty.Owes(@case))
        {
            await new LinkBackDuty(cases.Clerk).PerformAsync(@case, owed, new Attempt(1, false), default);
        }
    }
}
