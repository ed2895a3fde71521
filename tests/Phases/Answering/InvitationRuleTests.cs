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

        var fact = Assert.Single(facts.OfType<InvitationAnswered>());
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

    [Theory]
    [InlineData("Grace Adeyemi <grace.adeyemi@nhs.example>", "")]
    [InlineData("/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=7f-Grace", "Grace Adeyemi")]
    [InlineData("g.adeyemi@trust.nhs.example", " grace adeyemi ")]
    public void An_answer_under_another_spelling_is_the_persons(string mail, string name)
    {
        var told = StrategyBot.Graph.InvitationEvent.Read(new()
        {
            EmailAddress = new() { Address = mail, Name = name },
            Status = new() { Response = Microsoft.Graph.Models.ResponseType.Declined },
        });

        var facts = InvitationRule.FromCalendar(AConvenedCase().Case, [new(told.Mail, Rsvp.CannotCome, null) { Name = told.Name }]);
        Assert.Equal(Grace.Id, Assert.IsType<InvitationAnswered>(Assert.Single(facts)).Participant);
    }

    [Fact]
    public void Whoever_can_not_be_told_apart_is_shown_to_the_chair_once()
    {
        CalendarAnswer[] told = [new("/o=ExchangeLabs/cn=Recipients/cn=ruth", Rsvp.CannotCome, null) { Name = "R. Carver (Mill Lane)" }];
        var given = AConvenedCase();
        given.Fact(InvitationRule.FromCalendar(given.Case, told));

        Assert.Empty(InvitationRule.FromCalendar(given.Case, told));
        Assert.Contains(AnsweringHub.Status(given.SeenBy(Priya), given.Now), line => line.Text.StartsWith(
            "Somebody whom I can't tell answered in the calendar (Cannot come): R. Carver (Mill Lane)", StringComparison.Ordinal));
        Assert.DoesNotContain(AnsweringHub.Status(given.SeenBy(Grace), given.Now),
            line => line.Text.Contains("Carver", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_two_people_have_tells_nobody()
    {
        var other = Grace with { Id = new("person-8"), Mail = "other@nhs.example", Person = null };
        var given = AConvenedCase().Fact(new ParticipantAdded(other));

        Assert.IsType<UnknownAnswered>(
            Assert.Single(InvitationRule.FromCalendar(given.Case, [new("/o=x", Rsvp.Coming, null) { Name = Grace.Name }])));
    }

    [Fact]
    public void What_was_answered_before_a_move_counts_no_more()
    {
        var given = AConvenedCase().By(Grace).Decided(@case => InvitationRule.Answer(@case, Grace, Ready))
            .Fact(Answered(Sam, Rsvp.Coming, Via.Outlook));
        Assert.Contains(Agency.Police, Quorum.Covered(given.Case));
        given.At("2026-11-25 10:30").By(Priya).Fact(Moved());

        Assert.Empty(given.Case.Meeting.Attendance.Standing);
        Assert.DoesNotContain(Agency.Police, Quorum.Covered(given.Case));
        Assert.Equal("No answer yet (to the old time: Coming)", RsvpWords.Say(given.Case.Meeting.Attendance, Grace));
        Assert.Contains(AnsweringHub.Dues(given.SeenBy(Grace)), due => due.Text == "Answer your invitation");
        Assert.Single(InvitationRule.Answer(given.Case, Grace, Ready).Match(facts => facts, _ => []));
    }

    [Fact]
    public void A_calendar_that_still_shows_the_answer_to_the_old_time_writes_nothing()
    {
        var given = AConvenedCase().At("2026-11-25 10:30").Fact(Moved());

        Assert.Empty(InvitationRule.FromCalendar(given.Case, [new(Sam.Mail, Rsvp.Coming, given.Now.AddMinutes(-20))]));
        Assert.Empty(InvitationRule.FromCalendar(given.Case, [new(Sam.Mail, Rsvp.Coming, null)]));
        Assert.Single(InvitationRule.FromCalendar(given.Case, [new(Sam.Mail, Rsvp.Coming, given.Now.AddMinutes(5))]));
    }

    [Fact]
    public void An_address_of_somebody_else_makes_no_deputy_of_them()
    {
        var given = AConvenedCase().Fact(new ParticipantAdded(
            Grace with { Id = new("person-8"), Name = "Ann Ward", Mail = "ward5@nhs.example", Person = null }));

        var why = given.When(@case => InvitationRule.NameDeputy(@case, Grace, Nia with { Mail = "ward5@nhs.example" })).Refused<CannotBe>();
        Assert.Equal("mail", why.Field);
        Assert.StartsWith("Ann Ward has that address", why.Say(Words), StringComparison.Ordinal);
    }

    private static MeetingMoved Moved() =>
        new(Dates.Local("2026-11-25 15:00"), Dates.Local("2026-11-25 16:00"), "Police come then.") { Meeting = FirstMeeting };

    private static InvitationAnswered Answered(Participant person, Rsvp answer, Via via) =>
        new(person.Id, answer, RecordsChecked: true, CanDecide: true, "", LinkWorks: true, Handover: false, via) { Meeting = FirstMeeting };
}
