using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Answering;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Rules.Procedures.ProcedureProfile;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Cases;

/// <summary>Who fills an agency's place, and whose absence needs a reason (R7–R9, R124, R125, P37).</summary>
public sealed class QuorumTests
{
    private static readonly Participant Consultant = Grace with { JobTitle = "Consultant paediatrician" };

    [Fact]
    public void Whoever_of_health_has_the_records_and_may_decide_fills_its_place()
    {
        var given = With(Consultant);
        Assert.DoesNotContain(Agency.Health, Quorum.Covered(given.Fact(Coming(records: true, decides: false)).Case));
        Assert.Contains("Grace Adeyemi fills health's place once they say that they have the records and can decide.",
            Quorum.Say(given.Case), StringComparison.Ordinal);

        Assert.Contains(Agency.Health, Quorum.Covered(given.Fact(Coming(records: true, decides: true)).Case));
        Assert.DoesNotContain("once they say", Quorum.Say(given.Case), StringComparison.Ordinal);
    }

    [Fact]
    public void Bedford_keeps_named_and_designated_and_so_does_a_case_of_before()
    {
        var (consultant, nurse) = (With(Consultant), With(Grace));
        consultant.Fact(Coming(records: true, decides: true));
        nurse.Fact(Coming(records: false, decides: false));

        var bedford = ProcedureProfiles.Named("bedford");
        Assert.DoesNotContain(Agency.Health, Quorum.Covered(consultant.Case with { Profile = bedford }));
        Assert.Contains(Agency.Health, Quorum.Covered(nurse.Case with { Profile = bedford }));
        Assert.DoesNotContain(Agency.Health, Quorum.Covered(consultant.Case with { Profile = OfBefore() }));
    }

    [Fact]
    public void A_police_employee_fills_the_place_of_the_police() =>
        Assert.Contains(Agency.Police, Quorum.Covered(With(Sam with { JobTitle = "Safeguarding officer, police staff" }).Fact(
            new InvitationAnswered(Sam.Id, Rsvp.Coming, false, false, "", false, false, Via.Form) { Meeting = FirstMeeting }).Case));

    [Fact]
    public void The_school_of_a_child_of_its_age_is_expected_and_its_absence_leaves_the_quorum_whole()
    {
        var given = AHeldMeeting();

        Assert.DoesNotContain(Agency.School, Quorum.Core(given.Case));
        Assert.Equal([Agency.School], Quorum.NotHere(given.Case));
        Assert.Contains("all 3 are here. School is expected and not here.", Quorum.Say(given.Case), StringComparison.Ordinal);
        Assert.Contains(AnsweringHub.Gaps(given.Case), gap => gap.Agency == Agency.School);
        Assert.Contains(MinutesDraft.Of(given.Case), paragraph =>
            paragraph.Text.Contains("Invited and absent: School", StringComparison.Ordinal));

        // The reason is enough.
        given.Decided(c => MissingAgencyRule.Explain(c, Agency.School, "Holidays", "", ""));
        Assert.Empty(AnsweringHub.Gaps(given.Case));
    }

    [Theory]
    [InlineData("2016-03-01", "", true)]
    [InlineData("2023-11-25", "", true)]
    [InlineData("2023-11-26", "", false)]
    [InlineData("2008-11-25", "", false)]
    [InlineData("2026-07-20", "", false)]
    [InlineData("2025-01-20", "Little Oaks nursery", true)]
    public void A_child_has_a_school_from_nursery_on_and_where_one_is_named(string born, string school, bool isExpected) =>
        Assert.Equal(isExpected, Quorum.Expected(AConvenedCase().Fact(
            new ChildNamed(new("Ash Lindley", "", Dates.Date(born), false, "", school, "")) { Child = Child1 }).Case).Count == 1);

    [Fact]
    public void A_procedure_says_whether_education_is_core_expected_or_absent_and_one_of_before_keeps_what_it_was()
    {
        var given = AHeldMeeting();
        Case Under(EducationPlace? place, bool isCore = false) => given.Case with
        {
            Profile = given.Case.Profile with { Quorum = given.Case.Profile.Quorum with { Education = place, EducationIsCore = isCore } },
        };

        Assert.Contains(Agency.School, Quorum.Core(Under(EducationPlace.Core)));
        Assert.Contains(Agency.School, Quorum.Core(Under(EducationPlace.Expected, isCore: true)));
        Assert.Empty(Quorum.NotHere(Under(EducationPlace.Absent)));
        Assert.Empty(Quorum.NotHere(given.Case with { Profile = OfBefore() }));
    }

    private static ProcedureProfile OfBefore() => ProcedureProfile.FromJson(ProcedureProfiles.Default.ToJson()
        .Replace("\"anyHealthWithRecords\":true,", "", StringComparison.Ordinal)
        .Replace("\"education\":\"expected\",", "", StringComparison.Ordinal)
        .Replace(",\"anyHealthWithRecords\":true", "", StringComparison.Ordinal)
        .Replace(",\"education\":\"expected\"", "", StringComparison.Ordinal));

    private static Given With(Participant person) => AConvenedCase().Fact(new ParticipantAdded(person));

    private static InvitationAnswered Coming(bool records, bool decides) =>
        new(Grace.Id, Rsvp.Coming, records, decides, "", false, false, Via.Form) { Meeting = FirstMeeting };

    private static Given AHeldMeeting() => AConvenedCase().Fact(
        new MeetingStarted(Via.Chair) { Meeting = FirstMeeting },
        new ArrivalNoted(Priya.Id, Via.Chair) { Meeting = FirstMeeting },
        new ArrivalNoted(Sam.Id, Via.Chair) { Meeting = FirstMeeting },
        new ArrivalNoted(Grace.Id, Via.Chair) { Meeting = FirstMeeting });
}
