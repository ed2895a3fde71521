using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>What professionals and family think at a conference (R39, paper 002), and a challenge of what it decided (R122).</summary>
public sealed class ConferenceViewTests
{
    [Fact]
    public void Before_a_time_is_arranged_nobody_is_asked() => AnEnquiry.Begun()
        .When(c => ConferenceViewRule.Say(c, ChildChoice.All, 0, Sam.Id.Value, ThresholdView.Met, null, "Two injuries."))
        .Then(new CannotBe("No time is arranged for that conference yet."));

    [Fact]
    public void A_professional_says_whether_the_threshold_is_met_and_why()
    {
        var given = Arranged();
        given.When(c => ConferenceViewRule.Say(c, ChildChoice.All, 0, Sam.Id.Value, null, null, "")).Saying(
            "Say whether the threshold of significant harm is met.", "Say why.");
        given.When(c => ConferenceViewRule.Say(c, ChildChoice.All, 0, null, ThresholdView.Met, null, "Two injuries."))
            .Then(new CannotBe("Choose whose view it is.") { Field = "whose" });

        given.Says(Sam.Id.Value, ThresholdView.Met, "Two injuries.");
        Assert.Equal("the threshold is met: Two injuries.", ConferenceViewRule.Words(Said(given, Sam.Id.Value)!));
        given.When(c => ConferenceViewRule.Say(c, ChildChoice.All, 0, Sam.Id.Value, ThresholdView.Met, null, "Two injuries."))
            .ThenNothingNew();
        given.Says(Sam.Id.Value, ThresholdView.NotMet, "They are explained.");
        Assert.Equal(ThresholdView.NotMet, Said(given, Sam.Id.Value)!.Threshold);
    }

    [Fact]
    public void The_family_is_heard_in_its_own_words_and_is_not_asked_about_the_threshold()
    {
        var given = Arranged();
        given.When(c => ConferenceViewRule.Say(c, ChildChoice.All, 0, "adult-1", ThresholdView.Met, null, "I want help."))
            .Then(new CannotBe("The family is not asked about the threshold: leave it out, and write their own words.")
            { Field = "threshold" });
        given.When(c => ConferenceViewRule.Say(c, ChildChoice.All, 0, "adult-1", null, null, " "))
            .Then(new CannotBe("Write what they say, in their own words.") { Field = "words" });
        given.Says("adult-1", null, "I want help.").Says("child-1", null, "I want to stay with Gran.");
        Assert.Equal("I want help.", ConferenceViewRule.Words(Said(given, "adult-1")!));
        Assert.Equal("I want to stay with Gran.", ConferenceViewRule.Words(Said(given, "child-1")!));
    }

    /// <summary>Where the procedure scales, the family may scale without words.</summary>
    [Fact]
    public void From_0_to_10_where_the_procedure_scales()
    {
        var given = Arranged(scales: true).Says(Sam.Id.Value, ThresholdView.Met, "Two injuries.", 3).Says("adult-1", null, "", 7);
        Assert.Equal("the threshold is met; 3 of 10: Two injuries.", ConferenceViewRule.Words(Said(given, Sam.Id.Value)!));
        Assert.Equal("7 of 10", ConferenceViewRule.Words(Said(given, "adult-1")!));
        given.Says(Sam.Id.Value, ThresholdView.Met, "Two injuries.", 4);
        Assert.Equal(4, Said(given, Sam.Id.Value)!.Scale);
    }

    [Fact]
    public void A_child_speaks_for_themself_and_a_professional_of_both()
    {
        var given = Arranged(children: 2).Says(Sam.Id.Value, ThresholdView.Met, "Both.").Says("child-2", null, "I am fine.");
        Assert.Equal(ThresholdView.Met, Said(given, Sam.Id.Value)!.Threshold);
        Assert.Equal(ThresholdView.Met, Said(given, Sam.Id.Value, 2)!.Threshold);
        Assert.Null(Said(given, "child-1"));
        Assert.Equal("I am fine.", Said(given, "child-2", 2)!.Words);
        given.When(c => ConferenceViewRule.Say(c, "child-1", 0, "child-2", null, null, "I am fine."))
            .Then(new CannotBe("A child speaks for themself. Choose the same child.") { Field = "whose" });
    }

    /// <summary>Who runs it judges nothing beforehand.</summary>
    [Fact]
    public void The_counts_leave_out_the_family_and_who_runs_it()
    {
        var given = Arranged();
        Assert.Equal("", ConferenceViewRule.Sum(given.Case, Child1, 0));
        given.Says(Sam.Id.Value, ThresholdView.Met, "Two.").Says(Grace.Id.Value, ThresholdView.Met, "Two.")
            .Says(Tom.Id.Value, ThresholdView.CannotSayYet, "We wait for the school.").Says("adult-1", null, "Help.");
        Assert.Contains(ConferenceViews.Voices(given.Case), voice => voice.Id == Grace.Id.Value);
        Assert.DoesNotContain(ConferenceViews.Voices(Arranged().Fact(
            new ParticipantAdded(Grace with { Roles = [Role.Attendee, Role.ConferenceChair] })).Case), voice => voice.Id == Grace.Id.Value);
        Assert.Equal($"3 of {ConferenceViews.Voices(given.Case).Count(voice => voice.Professional is not null)} professionals have said "
            + "what they think: 2 “the threshold is met”, 1 “can't say yet”.", ConferenceViewRule.Sum(given.Case, Child1, 0));
    }

    /// <summary>Tom sees all of it; the police read their own and no other agency's.</summary>
    [Fact]
    public void Who_is_invited_writes_their_own_until_it_has_decided()
    {
        var given = Arranged();
        given.By(Sam).When(c => ConferenceViewRule.SayOwn(c, Sam, ChildChoice.All, 0, ThresholdView.Met, null, "Two injuries."))
            .Then(new NotYourPart());
        given.Invites(Sam, Grace).By(Sam)
            .Decided(c => ConferenceViewRule.SayOwn(c, Sam, ChildChoice.All, 0, ThresholdView.Met, null, "Two injuries."));
        Assert.Equal("Two injuries.", Said(given, Sam.Id.Value)!.Words);
        Assert.True(Said(given, Sam.Id.Value)!.Audience!.Admits(Agency.Police));
        Assert.False(Said(given, Sam.Id.Value)!.Audience!.Admits(Agency.Health));
        Assert.True(Said(given, Sam.Id.Value)!.Audience!.Admits(Agency.SocialCare));

        given.At("2026-12-21 13:00").By(Tom).Decided(c => EnquiryStepRule.Held(c, ChildChoice.All, null, given.Now, Words))
            .Decided(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.No, null, "Early help."));
        given.By(Grace).When(c => ConferenceViewRule.SayOwn(c, Grace, ChildChoice.All, 0, ThresholdView.Met, null, "Two."))
            .Then(new CannotBe("That conference has decided. If you see it differently, challenge its decision."));
    }

    /// <summary>At a review it is the core group that is asked.</summary>
    [Fact]
    public void Each_review_has_views_of_its_own()
    {
        var given = AProtectionPlan.Made().Members("2026-12-22 09:00", Sam).Review("2027-02-01 10:00", "2027-03-10 10:00");
        given.By(Sam).Decided(c => ConferenceViewRule.SayOwn(c, Sam, ChildChoice.All, 1, ThresholdView.NotMet, null, "It is better."));
        given.By(Grace).When(c => ConferenceViewRule.SayOwn(c, Grace, ChildChoice.All, 1, ThresholdView.Met, null, "Two."))
            .Then(new NotYourPart());
        Assert.Null(Said(given, Sam.Id.Value));
        Assert.Equal(ThresholdView.NotMet, ConferenceViews.Said(given.Case, Child1, 1, Voice(given, Sam.Id.Value))!.Fact.Threshold);
    }

    [Fact]
    public void A_challenge_is_said_once_it_has_decided_and_by_who_was_invited()
    {
        var given = Arranged().Invites(Sam, Grace);
        given.By(Sam).When(c => ChallengeRule.Say(c, Sam, ChildChoice.All, 0, ChallengeWay.Raise, "The injuries are not explained."))
            .Then(new CannotBe("That conference has not decided yet. Say what you think of it instead."));
        Decide(given);
        given.By(Jo).When(c => ChallengeRule.Say(c, Jo, ChildChoice.All, 0, ChallengeWay.Raise, "The injuries are not explained."))
            .Then(new NotYourPart());
        given.By(Sam).When(c => ChallengeRule.Say(c, Sam, ChildChoice.All, 0, null, ""))
            .Saying("Choose how it is raised.", "Say what you see differently, and why.");
        given.By(Sam).Decided(c => ChallengeRule.Say(c, Sam, ChildChoice.All, 0, ChallengeWay.Raise, "The injuries are not explained."));
        Assert.True(Assert.Single(ConferenceViews.Challenges(given.Case)).IsOpen);
        given.By(Sam).When(c => ChallengeRule.Say(c, Sam, ChildChoice.All, 0, ChallengeWay.Raise, "The injuries are not explained."))
            .ThenNothingNew();
    }

    [Fact]
    public void The_social_worker_and_who_chaired_are_told_at_once_and_again_after_the_day_they_set()
    {
        var given = Challenged();
        var running = Assert.Single(ChallengeClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-22 09:00"), false), (running.EndsAt, running.ClimbsAtOnce));
        Assert.Equal(PlanMeant.With(given.Case, Role.SocialWorker, Role.ConferenceChair), running.Owners);
        Assert.Contains(running.Owners, owner => given.Case.Find(owner)!.Roles.Contains(Role.ConferenceChair));
        Assert.StartsWith("Police challenges the initial conference on child 1 since Tue 22 Dec 2026, 09:00. It is not settled. "
            + "What was decided goes on.", ChallengeClock.Tell(given.Case, running, default, given.Now, Words), StringComparison.Ordinal);

        given.Step("2026-12-22 11:00", "Asked the police's senior.", YesNo.No, "2026-12-29");
        Assert.Equal(Dates.Local("2026-12-30 08:45"), Assert.Single(ChallengeClock.Runs(given.Case)).EndsAt);
        given.Step("2026-12-23 11:00", "They agree with the plan for the child now.", YesNo.Yes);
        Assert.Empty(ChallengeClock.Runs(given.Case));
    }

    [Fact]
    public void Escalated_it_climbs_at_once_and_challenged_again_it_is_open_again()
    {
        var given = Challenged(ChallengeWay.Escalate);
        Assert.True(Assert.Single(ChallengeClock.Runs(given.Case)).ClimbsAtOnce);
        given.Step("2026-12-23 11:00", "Settled between the seniors.", YesNo.Yes);
        given.At("2026-12-24 09:00").By(Sam)
            .Decided(c => ChallengeRule.Say(c, Sam, ChildChoice.All, 0, ChallengeWay.Escalate, "It happened again."));
        Assert.Equal(Dates.Local("2026-12-24 09:00"), Assert.Single(ChallengeClock.Runs(given.Case)).EndsAt);
    }

    [Fact]
    public void What_is_done_about_it_says_who_was_asked_and_only_social_care_says_it()
    {
        var given = Challenged();
        given.By(Sam).When(c => Take(c, Sam, "Nothing.", YesNo.No, null)).Then(new NotYourPart());
        given.By(Tom).When(c => Take(c, Tom, "", YesNo.No, "2026-12-21"))
            .Saying("Say who was asked, and what was said.", "That day is over.");
        given.By(Tom).When(c => Take(c, Tom, "They agree.", YesNo.Yes, "2026-12-29"))
            .Then(new CannotBe("It is settled: leave the day out.") { Field = "due" });
        given.By(Tom).When(c => ChallengeRule.Take(
                c, Tom, ChildChoice.All, 0, Grace.Id.Value, "They agree.", YesNo.Yes, null, new DateOnly(2026, 12, 22)))
            .Then(new CannotBe("Nobody challenges that decision."));
    }

    [Fact]
    public async Task In_the_dialog_one_view_leads_to_the_next_and_those_that_stand_are_seen()
    {
        using var host = await HaveAsync(Arranged(), "2026-12-21 10:05");
        var form = await host.OpenAsync(Tom, ConferenceViewPart.Button(await CaseAsync(host), ChildChoice.All, 0));
        var first = form.Value("whose")!;
        var next = await form.PressAsync("Save", ("threshold", "met"), ("words", "Seen at home."));
        Assert.Contains("what they think stands on the record", next.Text, StringComparison.Ordinal);
        Assert.Contains("the threshold is met: Seen at home.", next.Text, StringComparison.Ordinal);
        Assert.NotEqual(first, next.Value("whose"));
        var refused = await next.PressAsync("Save", ("threshold", ""), ("words", "Typed already."));
        Assert.Contains("Say whether the threshold of significant harm is met.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Typed already.", refused.Value("words"));
    }

    [Fact]
    public async Task In_their_own_part_a_professional_writes_it_and_challenges_what_was_decided()
    {
        using var host = await HaveAsync(Arranged().Invites(Sam, Grace), "2026-12-18 10:00");
        var @case = await CaseAsync(host);
        var own = await host.OpenAsync(Sam, OwnConferenceViewPart.Button(@case, ChildChoice.All, 0));
        Assert.Contains("It is Mon 21 Dec 2026, 10:00.", own.Text, StringComparison.Ordinal);
        var saved = await own.PressAsync("Save", ("threshold", "met"), ("words", "Two injuries."));
        Assert.Contains("You can change it until it has decided", saved.Text, StringComparison.Ordinal);

        using var later = await HaveAsync(Decide(Arranged().Invites(Sam, Grace)), "2026-12-22 10:00");
        var challenge = await later.OpenAsync(Sam, ChallengePart.Button(await CaseAsync(later), ChildChoice.All, 0));
        var told = await challenge.PressAsync("Challenge it", ("way", "escalate"), ("words", "They are not explained."));
        Assert.Contains("senior managers are told now", told.Text, StringComparison.Ordinal);
        var said = Assert.Single(ConferenceViews.Challenges(await CaseAsync(later))).Said.Fact;
        var step = await later.OpenAsync(Tom, ChallengeStepPart.Button(await CaseAsync(later), ChildChoice.All, said));
        Assert.Contains("They are not explained.", step.Text, StringComparison.Ordinal);
        var settled = await step.PressAsync("Save", ("step", "Talked with their senior."), ("settled", "yes"));
        Assert.Contains("the challenge is settled", settled.Text, StringComparison.Ordinal);
    }

    private static Given Arranged(int children = 1, bool scales = false)
    {
        var profile = ProcedureProfiles.Default;
        var given = AnEnquiry.Begun(
            children: children, profile: scales ? profile with { Scaling = profile.Scaling with { Ask = true } } : null);
        given.Fact(new AdultNamed(new("adult-1"), new("Mia Lindley", "", null, "Mother", "")));
        return given.Requested("2026-12-09 10:00").Assigned("2026-12-10 09:00").Arranged("2026-12-10 09:10", "2026-12-21 10:00");
    }

    private static Given Decide(Given given) => given.At("2026-12-21 13:00").By(Tom)
        .Decided(c => EnquiryStepRule.Held(c, ChildChoice.All, null, given.Now, Words))
        .Decided(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.No, null, "Early help."));

    private static Given Challenged(ChallengeWay way = ChallengeWay.Raise) => Decide(Arranged().Invites(Sam, Grace))
        .At("2026-12-22 09:00").By(Sam).Decided(c => ChallengeRule.Say(c, Sam, ChildChoice.All, 0, way, "They are not explained."));

    private static ConferenceVoice Voice(Given given, string whose) =>
        ConferenceViews.Voices(given.Case).First(voice => voice.Id == whose);

    private static ConferenceViewSaid? Said(Given given, string whose, int child = 1) =>
        ConferenceViews.Said(given.Case, new($"child-{child}"), 0, Voice(given, whose))?.Fact;

    private static Decision Take(Case @case, Participant me, string step, YesNo settled, string? due) => ChallengeRule.Take(@case, me,
        ChildChoice.All, 0, Sam.Id.Value, step, settled, due is null ? null : DateOnly.Parse(due, null), new DateOnly(2026, 12, 22));

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);

    private static async Task<PartHost> HaveAsync(Given given, string at)
    {
        var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(Dates.Local(at) - host.Clock.GetUtcNow());
        return host;
    }
}

/// <summary>What is said in these tests.</summary>
internal static class ConferenceViewsSaid
{
    public static Given Says(this Given given, string whose, ThresholdView? view, string words, int? scale = null) => given.By(Tom)
        .Decided(c => ConferenceViewRule.Say(c, ChildChoice.All, 0, whose, view, scale, words));

    public static Given Step(this Given given, string at, string step, YesNo settled, string? due = null) => given.At(at).By(Tom)
        .Decided(c => ChallengeRule.Take(c, Tom, ChildChoice.All, 0, Sam.Id.Value, step, settled,
            due is null ? null : DateOnly.Parse(due, null), Words.LocalDate(given.Now)));
}
