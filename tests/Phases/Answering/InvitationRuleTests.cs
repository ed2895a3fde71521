using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Answering;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

public sealed class InvitationRuleTests
{
    private static readonly InvitationPart.Form Ready = new(Given.Id.Value, Rsvp.Coming, ["records", "decide", "link"]);
    private static readonly DeputyPart.Form Nia = new(Given.Id.Value, "Nia Rowe", "nia.rowe@nhs.example", "Named Doctor", Handover: true);

    [Fact]
    public void Coming_with_records_checked_and_able_to_decide_is_recorded() =>
        AConvenedCase().When(@case => InvitationRule.Answer(@case, Grace, Ready))
            .Then(Answered(Grace, Rsvp.Coming, Via.Form));

    [Fact]
    public void The_same_answer_twice_is_one_fact() =>
        AConvenedCase().By(Grace).Decided(@case => InvitationRule.Answer(@case, Grace, Ready))
            .When(@case => InvitationRule.Answer(@case, Grace, Ready))
            .ThenNothingNew();

    [Fact]
    public void Answering_again_replaces()
    {
        var given = AConvenedCase().By(Grace).Decided(@case => InvitationRule.Answer(@case, Grace, Ready))
            .Decided(@case => InvitationRule.Answer(@case, Grace, Ready with { Answer = Rsvp.CannotCome }));

        Assert.Equal(Rsvp.CannotCome, given.Case.Meeting.Attendance.Answers[Grace.Id].Answer);
    }

    [Fact]
    public void Somebody_who_can_decide_names_nobody_else_who_can()
    {
        var both = Ready with { DecisionMaker = " Dr Ada Finch " };

        Assert.Equal("decisionMaker", AConvenedCase().When(@case => InvitationRule.Answer(@case, Grace, both)).Refused<CannotBe>().Field);
        var named = AConvenedCase().When(@case => InvitationRule.Answer(@case, Grace, both with { Ticks = ["records"] })).Facts.Single();
        Assert.Equal("Dr Ada Finch", Assert.IsType<InvitationAnswered>(named).DecisionMaker);
    }

    [Fact]
    public void No_answer_chosen_is_refused() =>
        AConvenedCase().When(@case => InvitationRule.Answer(@case, Grace, Ready with { Answer = null })).Refused<CannotBe>();

    [Fact]
    public void After_the_end_the_invitation_is_closed() =>
        AConvenedCase().Fact(new MeetingStarted(Via.Form), new MeetingEnded(Via.Form))
            .When(@case => InvitationRule.Answer(@case, Grace, Ready))
            .Then(new MeetingIsOver());

    [Fact]
    public void A_deputy_comes_onto_the_case_in_the_same_agency()
    {
        var given = AConvenedCase().By(Grace).Decided(@case => InvitationRule.NameDeputy(@case, Grace, Nia));

        var deputy = InvitationRule.DeputyOf(given.Case, Grace)!;
        Assert.Equal(("Nia Rowe", Agency.Health, true), (deputy.Name, deputy.Agency, deputy.IsInvited));
        var answer = given.Case.Meeting.Attendance.Answers[Grace.Id];
        Assert.Equal((Rsvp.SendingDeputy, true), (answer.Answer, answer.Handover));
    }

    [Fact]
    public void The_same_deputy_twice_is_named_once() =>
        AConvenedCase().By(Grace).Decided(@case => InvitationRule.NameDeputy(@case, Grace, Nia))
            .When(@case => InvitationRule.NameDeputy(@case, Grace, Nia))
            .ThenNothingNew();

    [Fact]
    public void Another_deputy_takes_the_place_of_the_first()
    {
        var given = AConvenedCase().By(Grace).Decided(@case => InvitationRule.NameDeputy(@case, Grace, Nia))
            .Decided(@case => InvitationRule.NameDeputy(@case, Grace, new(Given.Id.Value, "Ola Finch", "ola.finch@nhs.example", "Nurse")));

        Assert.Equal(["Ola Finch"], given.Case.Invited.Where(person => person.DeputyFor == Grace.Id).Select(person => person.Name));
    }

    [Theory]
    [InlineData("", "nia.rowe@nhs.example")]
    [InlineData("Nia Rowe", "")]
    [InlineData("Nia Rowe", "nia.rowe")]
    [InlineData("Nia Rowe", "nia rowe@nhs.example")]
    [InlineData("Nia Rowe", "grace.adeyemi@nhs.example")]
    [InlineData("Nia Rowe", "sam.whitlock@police.example")]
    [InlineData("Nia Rowe", "nia.rowe@elsewhere.example")]
    public void A_deputy_needs_a_name_and_an_address_of_the_own_organisation(string name, string mail) =>
        AConvenedCase().When(@case => InvitationRule.NameDeputy(@case, Grace, new(Given.Id.Value, name, mail, "Named Doctor", true)))
            .Refused<CannotBe>();

    [Fact]
    public void A_name_of_over_a_line_is_too_long() =>
        AConvenedCase().When(@case => InvitationRule.NameDeputy(@case, Grace, Nia with { Name = new('n', 201) }))
            .Then(new TooLong(FormCard.Line));

    [Fact]
    public void An_answer_in_the_calendar_counts_while_nothing_else_is_said()
    {
        var given = AConvenedCase();

        var at = Dates.Local("2026-11-25 10:00");
        var facts = InvitationRule.FromCalendar(
            given.Case, [new("SAM.WHITLOCK@police.example", Rsvp.Coming, at), new("stranger@nowhere.example", Rsvp.Coming, null)]);

        var fact = Assert.IsType<InvitationAnswered>(Assert.Single(facts));
        Assert.Equal((Sam.Id, Rsvp.Coming, Via.Outlook, at), (fact.Participant, fact.Answer, fact.Via, fact.HappenedAt));
    }

    [Fact]
    public void The_same_answer_in_the_calendar_writes_nothing_twice()
    {
        CalendarAnswer[] told = [new(Sam.Mail, Rsvp.Coming, null)];
        var given = AConvenedCase();
        given.Fact(InvitationRule.FromCalendar(given.Case, told));

        Assert.Empty(InvitationRule.FromCalendar(given.Case, told));
        Assert.Single(InvitationRule.FromCalendar(given.Case, [new(Sam.Mail, Rsvp.CannotCome, null)]));
    }

    [Theory]
    [InlineData(Via.Form)]
    [InlineData(Via.Telephone)]
    public void What_somebody_said_themselves_outweighs_the_calendar(Via via)
    {
        var given = AConvenedCase().Fact(Answered(Sam, Rsvp.CannotCome, via));

        Assert.Empty(InvitationRule.FromCalendar(given.Case, [new(Sam.Mail, Rsvp.Coming, null)]));
    }

    private static InvitationAnswered Answered(Participant person, Rsvp answer, Via via) =>
        new(person.Id, answer, RecordsChecked: true, CanDecide: true, "", LinkWorks: true, Handover: false, via) { Meeting = FirstMeeting };
}
