using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>A child who is taken off a case on which a meeting was called or held (15.2, P9).</summary>
public sealed class ChildOffTests
{
    [Fact]
    public void It_says_why_and_which_case_is_theirs()
    {
        var given = Held();
        Assert.Equal(["Choose why the child is not on this case.", "Say why, in a line."],
            TakeOff(given, null, " ").Refused<Several>().All.Select(one => one.Say(Words)));
        TakeOff(given, ChildOffCause.OwnCase, "", "SB-2026-099").Then(
            new CannotBe("Choose which case is theirs.") { Field = "other" });
        TakeOff(given, ChildOffCause.OwnCase, "", "SB-2026-015").Then(
            new CaseLinked("SB-2026-015", CaseLinkKind.AnotherChild),
            new ChildTakenOff(ChildOffCause.OwnCase, "") { Child = Child2, Other = "SB-2026-015" });
        TakeOff(given, ChildOffCause.NamedByMistake, "A cousin's child.").Then(
            new ChildTakenOff(ChildOffCause.NamedByMistake, "A cousin's child.") { Child = Child2 });
    }

    [Fact]
    public void The_last_child_stays_and_a_list_that_nobody_was_called_by_has_its_own_button()
    {
        Begun.ACalledMeeting().When(c => ChildOffRule.WhyNot(c, c.Children[0], []) ?? (Decision)Decision.Already)
            .Then(new CannotBe("It is the only child on the case. Cancel the meeting, or say that none is needed."));
        AnEnquiry.Begun(children: 1).When(c => ChildOffRule.WhyNot(c, c.Children[0], []) ?? (Decision)Decision.Already)
            .Then(new CannotBe("It is the only child on the case. Close the case instead."));
        Begun.ACaseWithAChild().When(c => ChildOffRule.WhyNot(c, c.Children[0], []) ?? (Decision)Decision.Already)
            .Then(new CannotBe("No meeting is called yet: take the child off the list."));
    }

    /// <summary>Nothing that guards the child or that was decided on them ends in silence.</summary>
    [Fact]
    public void What_runs_for_the_child_is_ended_first()
    {
        Refused(AnEnquiry.Begun(children: 2), "A section 47 enquiry runs on Child 2. Say its outcome first; if it should never have "
            + "started, the chair changes the decision.");

        var row = new ActionAgreed(new("action-9"), ActionKind.SafetyPlan, "Grandmother is there at night.", Tom.Id,
            Dates.Local("2026-12-04 12:00"), "", "");
        Refused(Held().Fact(row with { Child = Child2, Meeting = FirstMeeting }),
            "1 action or safety row is for Child 2 alone. Change them, take them back or say that they are done first.");

        var taken = new PositionRecorded(
            "Ward 4", "A nurse", "", SafetyBasis.PoliceProtection, Dates.Local("2026-12-02 12:00"), null, "");
        Refused(Held().Fact(taken with { Child = Child2, Meeting = FirstMeeting }),
            "Child 2 is under police protection. Say first where the child is safe.");

        Refused(Concluded().Fact(new ConferenceHeld(new(2026, 12, 21)) { Child = Child2 }),
            "A conference was held on Child 2. Say first what it decided.");
        Refused(Concluded().Fact(new ConferenceHeld(new(2026, 12, 21)) { Child = Child2 },
                new ConferenceOutcomeSaid(YesNo.Yes, "neglect", "By hand.") { Child = Child2 }),
            "Child 2 has a child protection plan. It ends at a review conference, or when another authority takes it over.");

        Held().When(c => ChildOffRule.WhyNot(c, c.Children[1], ["a child who could not be seen"]) ?? (Decision)Decision.Already)
            .Then(new CannotBe("Child 2 may be in danger now. Still open: a child who could not be seen."));
    }

    [Fact]
    public void Nothing_runs_for_the_child_and_the_others_go_on()
    {
        var given = Held().At("2026-12-02 16:00").By(Priya).Fact(new ListRowGiven(new("row-1"), "risk-assessments", [])
        {
            Meeting = FirstMeeting,
            Child = Child2,
        });
        Assert.Single(given.Case.Meeting.Assessment.RowsOf("risk-assessments"));
        var before = Watches(given.Case);
        Assert.Contains(before, id => id.Contains("child-2", StringComparison.Ordinal));
        Off(given);
        Assert.Equal(["child-1"], given.Case.Children.Select(child => child.Id.Value));
        Assert.Empty(given.Case.Meeting.Assessment.RowsOf("risk-assessments"));
        Assert.Equal(before.Where(id => !id.Contains("child-2", StringComparison.Ordinal)), Watches(given.Case));
        Assert.Equal(["child-1"], CaseTimeline.Of(given.SeenBy(Priya), given.Now).Children.Select(child => child.Id.Value));

        // Entered on record for the one child, the minutes are entered.
        given.Fact(new MinutesEntered(1) { Meeting = FirstMeeting, Child = Child1 });
        Assert.NotNull(CaseClocks.Of(given.Case).Single(clock => clock.Id.EndsWith("minutes-entered", StringComparison.Ordinal)).DoneAt);

        // Its number is given to nobody else.
        given.When(c => PersonRule.Child(c, new PersonPart.Form(Id.Value, New: PersonPart.Child, Name: "Cy Lindley"), false, given.Now,
            Words)).Then(new ChildNamed(new("Cy Lindley", "", null, false, "", "", "")) { Child = new("child-3") });
    }

    [Fact]
    public void Taken_back_everything_stands_as_it_stood()
    {
        var given = Held().At("2026-12-02 16:00").By(Priya);
        var (before, stood) = (Watches(given.Case), given.Case.Children);
        Off(given);
        given.Decided(c => ChildOffRule.PutBack(c, "child-2"));
        Assert.Equal(before, Watches(given.Case));
        Assert.Equal(stood, given.Case.Children);
        given.When(c => ChildOffRule.PutBack(c, "child-2")).Then();
        // Where it was, too.
        given.Fact(new ChildTakenOff(ChildOffCause.NamedByMistake, "") { Child = Child1 }, new ChildTakenBack { Child = Child1 });
        Assert.Equal(stood, given.Case.Children);
        given.When(c => ChildOffRule.PutBack(c, "child-7")).Then(new NoSuchPerson());
    }

    [Fact]
    public void The_next_version_says_so_and_nothing_else_of_the_child()
    {
        var given = Held().At("2026-12-02 16:00").By(Priya);
        Assert.Contains(Draft(given), line => line.Contains("Bo Lindley", StringComparison.Ordinal));
        given.Decided(c => ChildOffRule.TakeOff(c, c.Children[1], [], ChildOffCause.AnotherFamily, "The mother's words.", null, [],
            new Readers(Audience.PoliceAndSocialCare, Priya)));
        var drawn = MinutesDraft.Unedited(given.Case);
        Assert.DoesNotContain(Draft(given), line => line.Contains("Bo Lindley", StringComparison.Ordinal));
        var said = Assert.Single(drawn, one => one.Id == "meeting/child-off/child-2");
        Assert.Equal(("Child 2 was taken off the case: not a child of this family.", true, Dates.Local("2026-12-02 16:00")),
            (said.Text, said.Author.StartsWith("Priya", StringComparison.Ordinal), said.At));
        var why = Assert.Single(drawn, one => one.Id == "meeting/child-off/child-2/why");
        Assert.Equal("Because: The mother's words.", why.Text);
        Assert.False(why.IsFor(Ruth));
    }

    /// <summary>Priya, who took the child off, knows. No name, and no reason.</summary>
    [Fact]
    public void Who_was_invited_is_told_once_by_number_and_told_again_only_where_they_had_heard()
    {
        var given = Held().At("2026-12-02 16:00").By(Priya);
        Off(given);
        var owed = TellChildOffDuty.Owes(given.Case).ToList();
        Assert.Equal(given.Case.Invited.Where(person => !person.Is(Priya.Person!.Value)).Select(person => person.Id),
            owed.Select(one => one.To!.Value));
        Assert.NotEmpty(owed);
        var card = CardJson.Write(TellChildOffDuty.Card(given.Case, owed[0].About));
        Assert.Contains("Child 2 is not on this case any more.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo", card, StringComparison.Ordinal);
        Assert.DoesNotContain("cousin", card, StringComparison.Ordinal);

        // Somebody who comes later was never asked about the child.
        given.Fact(new ParticipantAdded(Ruth) { Meeting = FirstMeeting });
        Assert.Equal(owed.Select(one => one.Key), TellChildOffDuty.Owes(given.Case).Select(one => one.Key));

        given.Fact(new EffectSettled(owed[0].Key, EffectOutcome.Delivered, "mail", "1"));
        given.Decided(c => ChildOffRule.PutBack(c, "child-2"));
        var back = Assert.Single(TellChildOffDuty.Owes(given.Case));
        Assert.Equal((owed[0].To, $"{owed[0].Key}/back"), (back.To, back.Key));
        Assert.Contains("Child 2 is on this case again.", CardJson.Write(TellChildOffDuty.Card(given.Case, back.About)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_dialog_a_child_is_taken_off_and_put_back()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = Held().Fact(Begun.Circumstances);
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var list = await host.OpenAsync(Priya, Step.People.Button(await CaseAsync(host)));
        var form = await (await list.PressAsync("Correct the chosen one", ("person", "child-2"))).PressAsync("Take Child 2 off the case");
        Assert.Contains("No longer asked for on Child 2:", form.Text, StringComparison.Ordinal);
        Assert.Contains("Everybody invited is told once, by the child's number, and not why.", form.Text, StringComparison.Ordinal);
        list = await form.PressAsync("Take the child off", ("cause", "namedByMistake"), ("why", "A cousin's child."),
            ("marking", "professionals"));
        Assert.Contains("Child 2 is taken off the case, and everybody invited is told.", list.Text, StringComparison.Ordinal);
        Assert.Contains("Child 2 was taken off", list.Text, StringComparison.Ordinal);
        Assert.Single((await CaseAsync(host)).Children);
        list = await list.PressAsync("Put Child 2 back");
        Assert.Contains("the child is back on the case", list.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await CaseAsync(host)).Children.Count);
    }

    private static void Refused(Given given, string why) =>
        given.When(c => ChildOffRule.WhyNot(c, c.Children[1], []) ?? (Decision)Decision.Already).Then(new CannotBe(why));

    /// <summary>A meeting on two children that was held on Wed 2 Dec 2026: an enquiry on the first alone.</summary>
    private static Given Held() => AnEnquiry.Begun(children: 2).Fact(new ChildNamed(
        new("Bo Lindley", "", new(2019, 5, 1), false, "", "", ""))
    {
        Child = Child2,
    }).By(Priya).Fact(new Section47Decided(Section47.NotStart, null, FollowOn.NoFurtherAction, "Not harmed.")
    {
        Meeting = FirstMeeting,
        Child = Child2,
    });

    /// <summary>The enquiry on both is over, and a conference is held.</summary>
    private static Given Concluded() => AnEnquiry.Begun(children: 2)
        .Fact(new EnquiryConcluded(EnquiryResult.ContinuingRisk, [], "Seen.") { Child = Child2 });

    private static Given Off(Given given) => given.Decided(c => ChildOffRule.TakeOff(
        c, c.Children[1], [], ChildOffCause.NamedByMistake, "A cousin's child.", null, [], new Readers(Audience.Professionals, Priya)));

    private static Answered TakeOff(Given given, ChildOffCause? cause, string why, string? other = null) => given.When(c =>
        ChildOffRule.TakeOff(c, c.Children[1], [], cause, why, other, ["SB-2026-015"], new Readers(Audience.Professionals, Priya)));

    /// <summary>What is owed of a child.</summary>
    private static List<string> Watches(Case @case)
    {
        var duties = new Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        return [.. duties.OwedBy(@case).Select(owed => owed.Key)
            .Where(key => key.Contains("/child-", StringComparison.Ordinal)
                && !key.StartsWith(TellChildOffDuty.Kind, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static List<string> Draft(Given given) => [.. MinutesDraft.Unedited(given.Case).Select(one => one.Text)];

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);
}
