using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Hub;
using StrategyBot.Phases.Answering;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

/// <summary>The first five seconds (P22): what each agency sees at once of its part, and what it never does.</summary>
public sealed class FirstLookRuleTests
{
    private static readonly DateTimeOffset Later = Dates.Local("2026-11-25 14:30");

    [Fact]
    public void What_each_sees_first() => Golden.Text(string.Join("\n\n", new[] { Sam, Grace, Ruth, Unit }.Select(reader =>
        $"{reader.Name}\n{string.Join('\n', FirstLookRule.Of(Telling().SeenBy(reader), Words, Later))}")));

    [Fact]
    public void It_stands_first_on_the_part_right_under_the_stage()
    {
        var card = CardJson.Write(FormCard(Ruth));

        Assert.InRange(card.IndexOf("Before school ends, 15:15", StringComparison.Ordinal), 1,
            card.IndexOf("\"id\":\"parts\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Police_see_whom_to_check_their_marking_and_what_is_theirs_this_shift_and_no_later()
    {
        var seen = Of(Sam);

        Assert.StartsWith("Check your records for: Ash Lindley", seen, StringComparison.Ordinal);
        Assert.Contains("1 of it marked for some only", seen, StringComparison.Ordinal);
        Assert.Contains("Yours, by today 17:00: Visit the house.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Write the report", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nurse_sees_basis_visits_discharge_and_what_to_say_and_no_intelligence_and_nothing_of_school()
    {
        var seen = Of(Grace);

        foreach (var line in new[] { "Basis: parents agree.", "Visits: supervised by Ward staff.",
            "Discharge: Yes: Not before Friday's meeting.", "We'll ring you", "Tom Okafor" })
        {
            Assert.Contains(line, seen, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Informant", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Late in October", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_sees_what_to_do_before_it_ends_what_to_say_and_the_number_and_nothing_clinical()
    {
        Assert.Equal(
            "Before school ends, 15:15\nKeep the pupil with you until you hear from us.\n"
                + "If anyone asks, say: “We'll ring you as soon as we can.”\nRing Tom Okafor, 01632 960002.",
            Of(Ruth));
    }

    [Fact]
    public void The_conference_service_sees_dates_invitees_and_interpreter_and_no_agencys_words()
    {
        var seen = Of(Unit);

        Assert.Contains("Invited: Priya Nair", seen, StringComparison.Ordinal);
        Assert.Contains("Interpreter: ", seen, StringComparison.Ordinal);
        foreach (var text in new[] { "Informant", "Late in October", "Polish, as", "Ward staff" })
        {
            Assert.DoesNotContain(text, seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_nurse_who_has_a_child_on_the_ward_reads_that_nobody_is_discharged_before_it_is_said()
    {
        var given = AConvenedCase().Fact(new WhereaboutsSaid(PlaceNow.Ward, "Ward 4", "Nurses", null) { Child = Child1 });

        Assert.Contains("Discharge: not before the meeting has said when.", FirstLookRule.Of(given.SeenBy(Grace), Words, Later));
        Assert.DoesNotContain(FirstLookRule.Of(AConvenedCase().SeenBy(Grace), Words, Later),
            line => line.StartsWith("Discharge", StringComparison.Ordinal));
    }

    [Fact]
    public void A_position_that_is_marked_for_others_is_not_said_to_a_nurse()
    {
        var given = Telling().Fact(Position() with { Audience = new(Marking.PoliceAndSocialCare, []) });

        Assert.DoesNotContain(FirstLookRule.Of(given.SeenBy(Grace), Words, Later),
            line => line.Contains("Ward staff", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_leads_or_arranges_sees_the_meeting_instead()
    {
        Assert.Empty(FirstLookRule.Of(Telling().SeenBy(Priya), Words, Later));
        Assert.Empty(FirstLookRule.Of(Telling().SeenBy(Tom), Words, Later));
        var leads = Sam with { Roles = [.. Sam.Roles, Role.Chair] };
        Assert.Empty(FirstLookRule.Of(Telling().Fact(new ParticipantAdded(leads)).SeenBy(leads), Words, Later));
    }

    private static Participant Unit { get; } = Jo with { Id = new("person-9"), Name = "Conference unit", Roles = [Role.ConferenceService] };

    private static string Of(Participant reader) => string.Join('\n', FirstLookRule.Of(Telling().SeenBy(reader), Words, Later));

    private static AdaptiveCard FormCard(Participant reader) =>
        StrategyBot.Forms.FormCard.Of(MyPartDrawing.Of(Telling().SeenBy(reader), Program.Phases, Words, Later));

    private static PositionRecorded Position() => new("Ward 4", "Nurses", "Ward staff", SafetyBasis.ParentsAgree, null,
        Dates.Local("2026-11-26 12:00"), "01632 960009")
    {
        Meeting = FirstMeeting,
        Child = Child1,
    };

    private static Given Telling() => AConvenedCase()
        .Fact(new ParticipantAdded(Unit),
            new WhereaboutsSaid(PlaceNow.School, "Mill Lane Primary", "The head", Dates.Local("2026-11-25 15:15")) { Child = Child1 })
        .By(Sam).Fact(new InformationGiven(Sam.Id, Agency.Police, "Informant names the uncle.", 1)
        {
            Meeting = FirstMeeting,
            Audience = new(Marking.PoliceAndSocialCare, []),
        })
        .By(Ruth).Fact(new InformationGiven(Ruth.Id, Agency.School, "Late in October.", 1) { Meeting = FirstMeeting })
        .By(Tom).Fact(
            new HeadingAnswered("interpreter", new(AnswerKind.Known, ["yes"], "Polish, as her aunt says.")) { Meeting = FirstMeeting })
        .By(Grace).Fact(Discharge)
        .By(Priya).Fact(Position(), Action(1, "Visit the house.", "2026-11-25 17:00"), Action(2, "Write the report.", "2026-11-27 12:00"));

    private static HeadingAnswered Discharge { get; } =
        new("discharge", new(AnswerKind.Known, ["yes"], "Not before Friday's meeting.")) { Meeting = FirstMeeting };

    private static ActionAgreed Action(int number, string what, string by) =>
        new(new($"action-{number}"), ActionKind.Action, what, Sam.Id, Dates.Local(by), "", "") { Meeting = FirstMeeting };
}
