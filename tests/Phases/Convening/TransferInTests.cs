using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>A child moves in with a plan of another area (R4): its word starts the conference's days, unless it keeps responsibility.
/// </summary>
public sealed class TransferInTests
{
    [Fact]
    public void It_is_asked_for_once_it_is_ticked_and_not_before()
    {
        var given = new Given().Fact(new CaseOpened(Id.Value, "Heron", ProcedureProfiles.Default.ToJson(), "2026-11", Priya,
            new UrgentQuestion(null, [], "")));
        Assert.Equal(new CannotBe("Nobody here moves in with a plan of another area. Tick it first under “Why and since when”."),
            TransferInRule.WhyNot(given.Case));
        Ticked(given);
        Assert.Null(TransferInRule.WhyNot(given.Case));
    }

    [Fact]
    public void Who_keeps_responsibility_has_said_so_by_name_and_time_or_the_meeting_is_ours()
    {
        var given = Uncalled();
        Assert.Equal(new CannotBe("Say who there confirmed it. Until somebody has, the meeting is yours.") { Field = "by" },
            Assert.IsType<Decision.Refused>(Said(given, keeps: YesNo.Yes)).Because);
        Assert.Equal("on", Assert.IsType<CannotBe>(
            Assert.IsType<Decision.Refused>(Said(given, keeps: YesNo.Yes, by: "Rae Holt")).Because).Field);
        Assert.NotEmpty(HoldByClock.Runs(given.Case));

        given.Decided(_ => Said(given, keeps: YesNo.Yes, by: "Rae Holt, Team Manager", on: "2026-11-25", at: "08:30"));
        Assert.Empty(HoldByClock.Runs(given.Case));
        Assert.Contains(ConveningHub.Status(given.SeenBy(Priya), given.Now), line => line.Text
            == "Eastmoor keeps responsibility, as Rae Holt, Team Manager confirmed on Wed 25 Nov 2026, 08:30: "
                + "no meeting need be called here (Default procedure).");

        // They give it up again.
        given.Decided(_ => Said(given, keeps: YesNo.No));
        Assert.NotEmpty(HoldByClock.Runs(given.Case));
    }

    /// <summary>P30: who told us may not be known yet, and the meeting waits for nobody.</summary>
    [Fact]
    public async Task Whoever_does_not_know_it_yet_goes_on_convening()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = Uncalled();
        await host.Cases.HaveAsync(given);
        var form = await host.OpenAsync(Priya, TransferInPart.Button(given.Case));
        Assert.Equal("Who referred, and what changes the limit", (await form.PressAsync("Go on without it")).Title);
    }

    [Fact]
    public void A_day_that_cannot_be_is_refused_at_its_input()
    {
        var given = Uncalled();
        Assert.Equal(new CannotBe("That day is still to come.") { Field = "notified" },
            Assert.IsType<Decision.Refused>(Said(given, notified: "2026-11-26")).Because);
        Assert.Equal(new CannotBe("That is more than two months ago. Check the day.") { Field = "notified" },
            Assert.IsType<Decision.Refused>(Said(given, notified: "2026-09-01")).Because);
    }

    /// <summary>Told on Mon 23 Nov, met on Wed 25 Nov: 15 working days from the Monday.</summary>
    [Fact]
    public void The_fifteen_days_count_from_the_other_authoritys_word_with_an_enquiry_and_without()
    {
        var given = Met();
        given.Decided(_ => Said(given, notified: "2026-11-23"));
        var told = Assert.Single(EnquiryPipeline.Of(given.Case));
        Assert.Equal((Dates.Date("2026-12-14"), Conference.Yes, EnquiryBasis.Notified),
            (told.Limit!.On, told.Need!.Value, told.Enquiry.Basis));
        Assert.Equal(3, told.Day(given.Case.Clocks, Dates.Date("2026-11-25")));
        // No enquiry, so nothing of one is asked.
        Assert.DoesNotContain(told.Steps, step => step.Step.Id is Pipeline.Enquiry or Pipeline.ProgressCheck or Pipeline.Authorised);
        Assert.Contains(told.Steps, step => step.Step.Id == Pipeline.ConveningForm && step.IsOpen);
        Assert.StartsWith("SB-2026-014 Heron: 1 child moves in with a plan of another area, of which we were told on Mon 23 Nov 2026. ",
            TellQualityAssuranceDuty.LetterSays(given.Case, new([told], IsDecided: true), Words), StringComparison.Ordinal);

        given.At("2026-11-25 15:30").Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "")
        {
            Meeting = FirstMeeting,
            Child = Child1,
        });
        var started = Assert.Single(EnquiryPipeline.Of(given.Case));
        Assert.Equal((Dates.Date("2026-12-14"), EnquiryBasis.Meeting), (started.Limit!.On, started.Enquiry.Basis));

        // Where they keep it the days are those of our own enquiry.
        given.Decided(_ => Said(given, notified: "2026-11-23", keeps: YesNo.Yes, by: "Rae Holt", on: "2026-11-25", at: "08:30"));
        Assert.Equal(Dates.Date("2026-12-16"), Assert.Single(EnquiryPipeline.Of(given.Case)).Limit!.On);
    }

    [Fact]
    public void Without_its_day_nothing_counts_yet()
    {
        Assert.Empty(EnquiryPipeline.Of(Met().Case));
        Assert.Null(MeetingDue.NotifiedOn(Met().Case));
    }

    [Fact]
    public void It_is_printed()
    {
        var given = Met();
        given.Decided(_ => Said(given, notified: "2026-11-23", keeps: YesNo.Yes, by: "Rae Holt", on: "2026-11-25", at: "08:30"));
        var printed = Assert.Single(MeetingParagraphs.Of(given.Case, Words), one => one.Id == "meeting/moving-in");
        Assert.Equal("Plan of another area: Eastmoor; They told us: Mon 23 Nov 2026; They keep responsibility: Yes; "
            + "Confirmed by: Rae Holt, Wed 25 Nov 2026, 08:30", string.Join("; ", printed.Text.Split('\n')));
    }

    /// <summary>R21: what was begun in an emergency is discussed within one working day.</summary>
    [Fact]
    public void An_enquiry_begun_in_an_emergency_owes_its_meeting_within_one_working_day()
    {
        var given = Ticked(AConvenedCase());
        Assert.Equal(Dates.Date("2026-11-30"), MeetingDue.Of(given.Case, given.Now).Due.On);
        given.Fact(given.Case.Circumstances! with { Features = [Features.EmergencyEnquiry] });
        Assert.Equal(Dates.Date("2026-11-26"), MeetingDue.Of(given.Case, given.Now).Due.On);
    }

    private static Given Uncalled() => Ticked(new Given().Fact(new CaseOpened(Id.Value, "Heron", ProcedureProfiles.Default.ToJson(),
        StrategyBot.Rules.Deadlines.BankHolidays.Newest.Version, Priya, new UrgentQuestion(YesNo.No, [], "Nobody is hurt."))));

    private static Given Met() => Ticked(AConvenedCase())
        .At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
        .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });

    private static Given Ticked(Given given) => given.Fact(
        new UrgencyAnswered(new(YesNo.No, [], "Nobody is hurt.")),
        new CircumstancesGiven([Features.TransferIn], "", given.Now, given.Now, null, [], "", MeetingMode.Teams, "They move in."));

    private static Decision Said(
        Given given, string notified = "2026-11-24", YesNo? keeps = null, string? by = null, string? on = null, string? at = null) =>
        TransferInRule.Say(given.Case, new(Id.Value, "Eastmoor", Dates.Date(notified), keeps, by, on is null ? null : Dates.Date(on),
            at is null ? null : TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture)), given.Now, Words);
}
