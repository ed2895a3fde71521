using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class UrgencyRuleTests
{
    [Fact]
    public void A_no_without_a_reason_opens_nothing() =>
        new Answered(Open(new(YesNo.No, [], "  "))).Refused<CannotBe>();

    [Fact]
    public void A_no_beside_a_tick_opens_nothing() =>
        new Answered(Open(new(YesNo.No, ["baby-injury"], "Seen by the GP."))).Refused<CannotBe>();

    [Fact]
    public void A_tick_without_an_answer_is_a_yes() =>
        Assert.Equal(new UrgentQuestion(YesNo.Yes, ["baby-injury"], ""), Opened(new(null, ["baby-injury"], "")).Urgent);

    [Fact]
    public void What_the_procedure_does_not_ask_is_not_recorded() =>
        Assert.Equal(new UrgentQuestion(null, [], ""), Opened(new(null, ["invented"], "")).Urgent);

    [Fact]
    public void Without_an_answer_the_meeting_is_the_same_day()
    {
        var holdBy = MeetingDue.Of(Begun.ACase(urgent: null).Case, Begun.Now);

        Assert.Equal("Hold by Wed 25 Nov 2026 (same day: the first question is not answered – Default procedure)", holdBy.Say(Given.Words));
    }

    [Fact]
    public void A_no_with_a_reason_takes_the_general_limit()
    {
        var holdBy = MeetingDue.Of(Begun.ACaseWithAChild().Case, Begun.Now);

        Assert.Equal("Hold by Fri 27 Nov 2026 (within 3 working days: general limit – Default procedure)", holdBy.Say(Given.Words));
    }

    [Fact]
    public void The_same_answer_twice_is_one() =>
        Begun.ACase().When(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "Seen by the GP."))).ThenNothingNew();

    [Fact]
    public void Another_answer_is_recorded() =>
        Begun.ACase().When(@case => UrgencyRule.Answer(@case, new(YesNo.Yes, ["serious-injury"], "")))
            .Then(new UrgencyAnswered(new(YesNo.Yes, ["serious-injury"], "")));

    [Fact]
    public void The_convener_chairs_and_the_managers_of_the_procedure_are_on_the_case_uninvited()
    {
        var @case = Begun.ACase().Case;

        Assert.Equal(("Priya Nair", "Team Manager"), (@case.Chair.Name, @case.Chair.JobTitle));
        Assert.Equal(["Priya Nair"], @case.Invited.Select(person => person.Name));
        Assert.Equal(
            ["Martin Hale: Manager", "Helen Marsh: Manager, ApprovingManager", "Jo Bell: BusinessSupport"],
            @case.Participants.Skip(1).Select(person => $"{person.Name}: {string.Join(", ", person.Roles)}"));
    }

    [Fact]
    public void A_head_of_service_who_convenes_keeps_title_and_roles()
    {
        var opened = Opened(new(YesNo.Yes, [], ""), Given.Helen with { Id = new("person-1"), Mail = "helen.marsh@council.example" });

        Assert.Equal("Head of Service", opened.Convener.JobTitle);
        Assert.Equal("Chair, Manager, ApprovingManager", string.Join(", ", opened.Convener.Roles));
    }

    [Theory]
    [InlineData("Head of Service, Safeguarding", "Head of Service, Safeguarding")]
    [InlineData("Lead Child Protection Practitioner", "Lead Child Protection Practitioner")]
    [InlineData("Senior Practitioner", "Team Manager")]
    [InlineData("", "Team Manager")]
    public void Whoever_convenes_has_the_directorys_title_where_it_may_chair(string inDirectory, string title) =>
        Assert.Equal(title, ProcedureParticipants.Convener(Given.Priya, ProcedureProfiles.Default, inDirectory).JobTitle);

    [Fact]
    public void A_head_of_service_by_the_directory_is_asked_for_no_reason_in_a_complex_case()
    {
        var complex = Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Complex] }).Case;
        Case ChairedBy(string title) => complex with
        {
            Participants = complex.Participants.Replace(complex.Chair,
                ProcedureParticipants.Convener(complex.Chair, complex.Profile, title)),
        };

        Assert.Equal("Head of Service", ChairRule.Title(ChairedBy("Lead child protection practitioner"), Begun.Now));
        Assert.Null(ChairRule.Title(ChairedBy("Head of Service"), Begun.Now));
    }

    private static Decision Open(UrgentQuestion typed, Participant? convener = null) =>
        UrgencyRule.Open(Given.Id, "Heron", ProcedureProfiles.Default, BankHolidays.Newest.Version, convener ?? Given.Priya, typed);

    private static CaseOpened Opened(UrgentQuestion typed, Participant? convener = null) =>
        Assert.IsType<CaseOpened>(new Answered(Open(typed, convener)).Facts[0]);
}
