using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>The quality assurance unit is told at once, by Day 5 at the latest, and of nothing but the reference (R96).</summary>
public sealed class QualityAssuranceTests
{
    [Fact]
    public void It_is_told_when_the_meeting_that_decided_it_is_over()
    {
        var owed = Assert.Single(TellQualityAssuranceDuty.Owes(Begun(children: 2).Case));
        Assert.Equal(Dates.Local("2026-12-02 15:00"), owed.DueAt);
        var says = TellQualityAssuranceDuty.LetterSays(Begun(children: 2).Case, owed.About, Words);
        Assert.Equal("SB-2026-014 Heron: a section 47 enquiry runs on 2 children, since Wed 2 Dec 2026. "
            + "An initial child protection conference is to be held by Wed 23 Dec 2026.", says);
    }

    [Fact]
    public void While_nobody_has_decided_it_is_told_on_day_five_and_again_once_it_is()
    {
        var given = Begun(conference: Conference.AtEndOfEnquiry);
        var first = Assert.Single(TellQualityAssuranceDuty.Owes(given.Case));
        Assert.Equal(Dates.Local("2026-12-08 08:45"), first.DueAt);
        Assert.Contains("not decided yet", TellQualityAssuranceDuty.LetterSays(given.Case, first.About, Words), StringComparison.Ordinal);

        given.Settled(first.DueAt, new(first.Key, EffectOutcome.Delivered, "mail", "")).Checked("2026-12-08 10:00", Conference.Yes);
        var second = Assert.Single(TellQualityAssuranceDuty.Owes(given.Case));
        Assert.NotEqual(first.Key, second.Key);
        Assert.Equal(Dates.Local("2026-12-08 10:00"), second.DueAt);
    }

    [Fact]
    public void Without_a_conference_told_by_hand_or_by_the_form_no_letter_is_owed()
    {
        Assert.Empty(TellQualityAssuranceDuty.Owes(Begun(conference: Conference.No).Case));
        Assert.Empty(TellQualityAssuranceDuty.Owes(Begun().Done(Tom, "2026-12-02 14:30", Pipeline.QualityAssurance).Case));
        Assert.Empty(TellQualityAssuranceDuty.Owes(Begun(profile: ProcedureProfiles.Named("devon")).Case));
    }

    [Fact]
    public void A_letter_that_went_is_the_step_and_one_that_was_refused_is_the_workers()
    {
        var given = Begun();
        var owed = Assert.Single(TellQualityAssuranceDuty.Owes(given.Case));
        Assert.DoesNotContain(StepClock.Runs(given.Case), running => running.Id.Contains("quality", StringComparison.Ordinal));

        var refused = Begun().Settled(owed.DueAt, new(owed.Key, EffectOutcome.GivenUp, "mail", "404"));
        Assert.Contains(StepClock.Runs(refused.Case), running => running.Id.Contains("quality", StringComparison.Ordinal));

        given.Settled(owed.DueAt, new(owed.Key, EffectOutcome.Delivered, "mail", ""));
        Assert.Equal(owed.DueAt, Of(given).Find(Pipeline.QualityAssurance)!.DoneAt);
    }
}
