using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class CircumstancesRuleTests
{
    private static readonly string Id = Given.Id.Value;

    private static readonly WhyPart.Form Tuesday = new(
        Id, ["new-referral", "invented"], Dates.Date("2026-11-24"), new(15, 0), Dates.Date("2026-11-25"), new(8, 30));

    [Fact]
    public void Why_and_since_when_starts_the_clocks() =>
        Begun.ACase().When(@case => Why(@case, Tuesday)).Then(new CircumstancesGiven(
            ["new-referral"], "", Dates.Local("2026-11-24 15:00"), Dates.Local("2026-11-25 08:30"),
            null, [], "", MeetingMode.Teams, ""));

    /// <summary>Asked on the next form, so that neither has more than six inputs.</summary>
    [Fact]
    public void A_word_more_on_why_is_kept_with_who_may_read_it()
    {
        var given = Begun.ACase().Decided(@case => Why(@case, Tuesday)).Decided(@case => CircumstancesRule.Features(
            @case, new(Id, Other: " a  word "), new(Audience.PoliceAndSocialCare, Given.Priya)));
        Assert.Equal(("a word", Audience.PoliceAndSocialCare), (given.Case.Circumstances!.Other, given.Case.Circumstances.Audience));

        // Saved again, the first form leaves it as it is.
        given.Decided(@case => Why(@case, Tuesday with { ReferralTime = new(9, 0) }));
        Assert.Equal(("a word", Audience.PoliceAndSocialCare), (given.Case.Circumstances!.Other, given.Case.Circumstances.Audience));
    }

    [Fact]
    public void The_same_twice_is_one() =>
        Begun.ACase().Decided(@case => Why(@case, Tuesday)).When(@case => Why(@case, Tuesday)).ThenNothingNew();

    [Theory]
    [InlineData("1900-01-01", "year")]
    [InlineData("2019-11-24", "more than a year ago")]
    [InlineData("2026-11-26", "lies ahead")]
    [InlineData("2040-11-24", "lies ahead")]
    public void A_concern_of_a_day_that_cannot_be_is_refused(string day, string because) =>
        Assert.Contains(because, Refused(Tuesday with { ConcernOn = Dates.Date(day) }), StringComparison.Ordinal);

    [Fact]
    public void A_referral_before_the_concern_was_first_identified_is_refused() =>
        Assert.Contains(
            "can't come before",
            Refused(Tuesday with { ReferralOn = Dates.Date("2026-11-24"), ReferralTime = new(14, 59) }),
            StringComparison.Ordinal);

    [Fact]
    public void A_time_that_is_not_known_is_to_be_confirmed_and_runs_from_the_earliest_possible()
    {
        var given = Begun.ACase().Decided(@case => Why(@case, Tuesday with { ConcernTime = null, ReferralTime = null }));

        Assert.Equal(Dates.Local("2026-11-24 00:00"), given.Case.Circumstances!.ConcernIdentifiedAt);
        Assert.Equal(Dates.Local("2026-11-25 00:00"), given.Case.Circumstances.ReferralReceivedAt);
        Assert.Equal((true, true), (given.Case.Circumstances.ConcernToConfirm, given.Case.Circumstances.ReferralToConfirm));
        Assert.Contains(ConveningHub.Status(given.SeenBy(given.Case.Chair), Begun.Now),
            line => line.Text.Contains("is to be confirmed", StringComparison.Ordinal));
        // A referral of the same day, of which no more is known, isn't before the concern.
        given.Decided(@case => Why(@case, Tuesday with { ReferralOn = Tuesday.ConcernOn, ReferralTime = null }));
        Assert.Equal(Dates.Local("2026-11-24 15:00"), given.Case.Circumstances!.ReferralReceivedAt);
        Assert.Null(given.Case.Circumstances.ConcernToConfirm);
    }

    [Fact]
    public void Every_refusal_names_its_input_and_both_are_said_at_once()
    {
        var both = Begun.ACase().When(@case => Why(@case, Tuesday with { ConcernOn = null, ReferralOn = null })).Refused<Several>();

        Assert.Equal(["concernOn", "referralOn"], both.All.Select(why => why.Field));
    }

    [Fact]
    public void Police_protection_makes_it_one_working_day_from_the_action()
    {
        var given = Begun.ACaseWithAChild()
            .Decided(@case => Said(@case, new(Id, [], Features.PoliceProtection)))
            .Decided(@case => CircumstancesRule.Action(
                @case, new(Id, Dates.Date("2026-11-24"), new TimeOnly(22, 0)), Begun.Now, Given.Words));

        Assert.Equal("Hold by Wed 25 Nov 2026 (within 1 working day: police protection – Default procedure)", Limit(given));
    }

    [Fact]
    public void When_the_action_was_taken_is_asked_only_where_one_is_chosen_and_stays_while_it_is()
    {
        var given = Begun.ACaseWithAChild().Decided(@case => Said(@case, new(Id, [], Features.Removal)));
        Assert.True(CircumstancesRule.HasAction(given.Case.Circumstances));
        given.Decided(@case => CircumstancesRule.Action(@case, new(Id, Dates.Date("2026-11-24")), Begun.Now, Given.Words));
        Assert.Equal((Dates.Local("2026-11-24 00:00"), true),
            (given.Case.Circumstances!.ImmediateActionAt, given.Case.Circumstances.ActionToConfirm));

        given.Decided(@case => Said(@case, new(Id, [Features.Staff], Features.Removal)));
        Assert.NotNull(given.Case.Circumstances!.ImmediateActionAt);
        given.Decided(@case => Said(@case, new(Id, [Features.Staff], "none")));
        Assert.Null(given.Case.Circumstances!.ImmediateActionAt);
        Assert.False(CircumstancesRule.HasAction(given.Case.Circumstances));
    }

    [Fact]
    public void A_referrer_of_any_kind_is_kept_and_a_private_one_is_no_agency()
    {
        var given = Begun.ACaseWithAChild().Decided(@case => Said(@case, new(Id, [], null, "housing", "neglect")));
        Assert.Equal((Agency.Housing, null, "neglect"),
            (given.Case.Circumstances!.Referrer, given.Case.Circumstances.ReferredPrivately, given.Case.Circumstances.Category));

        given.Decided(@case => Said(@case, new(Id, [], null, "family", "neglect")));
        Assert.Equal((null, PrivateReferrer.Family), (given.Case.Circumstances!.Referrer, given.Case.Circumstances.ReferredPrivately));
    }

    [Fact]
    public void A_complex_case_keeps_the_shorter_limit_until_someone_says_that_no_protection_is_needed()
    {
        var given = Begun.ACaseWithAChild().Decided(@case => Said(@case, new(Id, [Features.Complex])));
        Assert.Contains("within 3 working days", Limit(given), StringComparison.Ordinal);

        given.Decided(@case => CircumstancesRule.Limit(@case, new(Id, null, YesNo.No, "Both children are with their aunt.")));
        Assert.Equal("Hold by Tue 1 Dec 2026 (within 5 working days: complex case – Default procedure)", Limit(given));
    }

    [Fact]
    public void A_no_to_the_shorter_limit_needs_a_reason() =>
        Begun.ACaseWithAChild().When(@case => CircumstancesRule.Limit(@case, new(Id, YesNo.No, null, ""))).Refused<CannotBe>();

    [Fact]
    public void Features_said_again_keep_the_answers_that_hang_on_them()
    {
        var answered = Begun.Circumstances with
        {
            Features = [Features.Complex, Features.ProtectionNotNeeded],
            LimitReason = "With their aunt.",
        };
        var given = Begun.ACaseWithAChild(answered).Decided(@case => Said(@case, new(Id, [Features.Complex, Features.Staff])));

        Assert.Equal([Features.Complex, Features.Staff, Features.ProtectionNotNeeded], given.Case.Circumstances!.Features);
    }

    [Fact]
    public void What_hangs_on_the_clocks_waits_for_them()
    {
        Assert.NotNull(CircumstancesRule.WhyFirst(Begun.ACase().Case));
        Assert.Null(CircumstancesRule.WhyFirst(Begun.ACaseWithAChild().Case));
    }

    [Fact]
    public void A_half_filled_setting_is_saved() =>
        Begun.ACaseWithAChild().When(@case => CircumstancesRule.Setting(@case, new(Id, MeetingMode.Phone)))
            .Then(Begun.Circumstances with { Area = "", Mode = MeetingMode.Phone, Reason = "" });

    [Fact]
    public void The_way_of_a_called_meeting_is_not_changed_by_a_form() =>
        Begun.ACalledMeeting().When(@case => CircumstancesRule.Setting(@case, new(Id, MeetingMode.Phone))).Refused<CannotBe>();

    private static string Limit(Given given) => MeetingDue.Of(given.Case, Begun.Now).Say(Given.Words);

    private static Decision Said(Case @case, FeaturesPart.Form typed) => CircumstancesRule.Features(@case, typed);

    private static Decision Why(Case @case, WhyPart.Form typed) => CircumstancesRule.Why(@case, typed, Begun.Now, Given.Words);

    private static string Refused(WhyPart.Form typed) => Begun.ACase().When(@case => Why(@case, typed)).Refused<CannotBe>().Sentence;
}
