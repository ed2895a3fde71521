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

/// <summary>A child protection plan, made at a conference on Mon 21 Dec 2026: the first core group by Thu 7 Jan 2027, the first review by
/// Sun 21 Mar; both of Devon's ways come to that day.</summary>
internal static class AProtectionPlan
{
    public const string ConferenceOn = "2026-12-21";

    public static Given Made(string? profile = null, int children = 1)
    {
        var given = AnEnquiry.Begun(profile: profile is null ? null : ProcedureProfiles.Named(profile), children: children);
        given.Requested("2026-12-09 10:00", profile == "devon" ? "Exeter" : "").Assigned("2026-12-10 09:00");
        given.Arranged("2026-12-10 09:10", $"{ConferenceOn} 10:00");
        given.At($"{ConferenceOn} 13:00").By(Tom).Decided(c => EnquiryStepRule.Held(c, ChildChoice.All, null, given.Now, Words));
        return given.Decided(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.Yes, "neglect", "By hand."));
    }

    /// <summary>Nine months with core groups and two reviews, until the case is closed: the first review moves within its limit, the second
    /// after it, and both managers agree.</summary>
    /// <param name="until">Called before each thing that is done, with when that is.</param>
    public static Given Played(string? profile = null, Action<Given, string>? until = null)
    {
        var given = Made(profile);
        void Until(string at) => until?.Invoke(given, at);

        given.Outlined("2026-12-21 13:20", Tom, Sam, Grace);
        given.Members("2026-12-22 09:00", Tom, Sam, Grace);
        given.CoreGroup("2026-12-22 09:05", "2027-01-06 10:00");
        given.Review("2026-12-22 09:10", "2027-03-10 10:00");
        Until("2027-01-06 12:00");
        given.CoreGroupHeld("2027-01-06 12:00");
        Until("2027-02-11 09:00");
        given.CoreGroup("2027-02-11 09:00", "2027-02-16 10:00");
        Until("2027-02-16 12:00");
        given.CoreGroupNotHeld("2027-02-16 12:00");
        given.CoreGroup("2027-02-16 12:05", "2027-02-17 10:00");
        Until("2027-02-17 12:00");
        given.CoreGroupHeld("2027-02-17 12:00", PlanGoing.Behind);
        given.Review("2027-03-01 10:00", "2027-03-12 10:00", "A trip. Ada Quill and Priya Nair.");
        Until("2027-03-12 13:00");
        given.ReviewHeld("2027-03-12 13:00");
        Until("2027-03-24 10:00");
        given.CoreGroup("2027-03-24 10:00", "2027-03-30 10:00");
        Until("2027-03-30 12:00");
        given.CoreGroupHeld("2027-03-30 12:00");
        given.CoreGroup("2027-03-30 12:05", "2027-05-10 10:00");
        Until("2027-05-10 12:00");
        given.CoreGroupHeld("2027-05-10 12:00");
        Until("2027-06-21 10:00");
        given.CoreGroup("2027-06-21 10:00", "2027-06-21 14:00");
        given.CoreGroupHeld("2027-06-21 15:00");
        given.CoreGroup("2027-06-21 15:05", "2027-08-02 10:00");
        Until("2027-08-02 12:00");
        given.CoreGroupHeld("2027-08-02 12:00");
        given.CoreGroup("2027-08-02 12:05", "2027-09-13 10:00");
        Until("2027-08-27 10:00");
        given.ReviewLate("2027-08-27 10:00", "2027-09-20");
        Until("2027-08-27 11:00");
        given.ReviewAnswered("2027-08-27 11:00", Role.OperationsManager, YesNo.Yes);
        Until("2027-08-27 12:00");
        given.ReviewAnswered("2027-08-27 12:00", Role.AreaManager, YesNo.Yes);
        given.Review("2027-08-27 13:00", "2027-09-20 10:00");
        Until("2027-09-13 12:00");
        given.CoreGroupHeld("2027-09-13 12:00");
        Until("2027-09-20 13:00");
        given.ReviewHeld("2027-09-20 13:00", ReviewOutcome.Ends);
        given.By(Priya).Fact(new MinutesApproved(1, "digest", "") { Meeting = FirstMeeting });
        given.At("2027-09-20 14:00").Decided(c => CaseEndRule.Close(
            c, [], CaseEndCause.NoLongerAtRisk, "The review ended the plan.", "School and GP know.", YesNo.Yes, "They know whom to ring."));
        return given;
    }

    /// <summary>The outline plan, sent to whoever was there.</summary>
    public static Given Outlined(this Given given, string at, params IReadOnlyList<Participant> to) =>
        given.Outlined(at, "Safe at home.", to);

    public static Given Outlined(this Given given, string at, string change, params IReadOnlyList<Participant> to) =>
        given.At(at).By(Tom).Decided(c => OutlinePlanRule.Say(c, Tom, ChildChoice.All, change, "Tom: visits each week, from 22 Dec.",
            "A legal meeting.", [.. to.Select(person => person.Id.Value)]));

    public static Given Members(this Given given, string at, params IReadOnlyList<Participant> people) => given.At(at).By(Tom).Decided(c =>
        CoreGroupRule.Members(c, Tom, ChildChoice.All, [.. people.Select(person => person.Id.Value)], [], ChildInGroup.Comes, ""));

    public static Given CoreGroup(this Given given, string at, string day, string because = "") => given.At(at).By(Tom).Decided(c =>
        CoreGroupRule.Arrange(c, Tom, ChildChoice.All, Next(c), Dates.Local(day), "Mill Lane Primary", because, given.Now, Words));

    public static Given CoreGroupHeld(this Given given, string at, PlanGoing going = PlanGoing.OnTrack, string child = ChildChoice.All) =>
        given.At(at).By(Tom).Decided(c =>
            CoreGroupRule.Held(c, Tom, child, Next(c), null, [Tom.Id.Value], going, "Seen at school each day.", given.Now, Words));

    public static Given CoreGroupNotHeld(this Given given, string at) => given.At(at).By(Tom).Decided(c =>
        CoreGroupRule.NotHeld(c, Tom, ChildChoice.All, Next(c), null, NotHeldCause.FamilyAway, "Away until Monday.", given.Now, Words));

    public static Given Review(this Given given, string at, string day, string because = "") => given.At(at).By(Tom).Decided(c =>
        ReviewRule.Arrange(c, Tom, ChildChoice.All, NextReview(c), Dates.Local(day), "County Hall", because, given.Now, Words));

    public static Given ReviewLate(this Given given, string at, string expected) => given.At(at).By(Priya).Decided(c => ReviewRule.SayLate(
        c, Priya, ChildChoice.All, NextReview(c), LatenessCause.FamilyUnavailable, "They are away.",
        DateOnly.Parse(expected, null), given.Now, Words));

    public static Given ReviewAnswered(this Given given, string at, Role role, YesNo agrees)
    {
        var who = AnEnquiry.With(given, role);
        return given.At(at).By(who).Decided(c => ReviewRule.Answer(c, who, ChildChoice.All, NextReview(c), Asked(role), agrees,
            "Nobody else can come."));
    }

    public static Given ReviewHeld(
        this Given given, string at, ReviewOutcome outcome = ReviewOutcome.GoesOn, string child = ChildChoice.All) => given.At(at).By(Tom)
        .Decided(c => ReviewRule.Held(c, Tom, child, NextReview(c), null, outcome, outcome == ReviewOutcome.Ends ? null : "neglect",
            "It holds.", given.Now, Words));

    /// <summary>All that is missing, in one breath.</summary>
    public static void Saying(this Answered answered, params IReadOnlyList<string> sentences) => Xunit.Assert.Equal(
        string.Join(' ', sentences), Xunit.Assert.IsType<Decision.Refused>(answered.Decision).Because.Say(Words));

    public static LateAnswerOf Asked(Role role) =>
        role == Role.AreaManager ? LateAnswerOf.AreaManager : LateAnswerOf.OperationsManager;

    public static int? Next(Case @case) => ProtectionPlan.Of(@case)[^1].NextGroup?.Number;

    public static int? NextReview(Case @case) => ProtectionPlan.Of(@case)[^1].NextReview?.Number;

    public static ProtectionPlan Of(Given given, int child = 1) => ProtectionPlan.Of(given.Case)[child - 1];
}
