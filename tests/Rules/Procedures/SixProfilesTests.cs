using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;
using static StrategyBot.Tests.TestKit.Dates;

namespace StrategyBot.Tests.Rules.Procedures;

/// <summary>The same referral, and the same meeting, under each procedure: the table of requirements 1.9.</summary>
public sealed class SixProfilesTests
{
    private static readonly Referral Referral = new(Local("2026-11-20 10:00"), Local("2026-11-20 10:00"))
    {
        Urgent = LimitAnswer.No("Priya Nair", "no injury"),
        ImmediateProtectionNeeded = false,
    };

    [Fact]
    public void The_same_referral_under_six_procedures() => TestKit.Golden.Text(string.Join(
        "\n", ProcedureProfiles.Names.Select(ProcedureProfiles.Named)
            .Select(profile => $"{profile.Name}\n  {string.Join("\n  ", Lines(profile))}")));

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_local_limit_is_never_called_lawful(string name)
    {
        var profile = ProcedureProfiles.Named(name);

        Assert.DoesNotContain("lawful", string.Join("\n", Lines(profile)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("lawful", profile.ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.All(["dissent", "capacity"],
            word => Assert.DoesNotContain(word, profile.Labels.Disagreement.Text + profile.Labels.AbilityToProtect.Text,
                StringComparison.OrdinalIgnoreCase));
    }

    public static TheoryData<string> Profiles => new(ProcedureProfiles.Names);

    private static IEnumerable<string> Lines(ProcedureProfile profile)
    {
        var clocks = Clocks.For(profile);
        var words = Words.English;
        var meeting = Date("2026-11-20");
        var minutes = MinutesLimits.For(clocks, profile.Minutes, meeting);
        var days = EnquiryDays.For(clocks, profile, meeting);
        var conference = ConferenceLimits.Hold(clocks, profile.Conference, meeting);
        var review = ReviewLimits.FirstReview(clocks, profile.Reviews, conference.On);
        return
        [
            $"{Decide(Referral).Say(words)}",
            $"Urgent: {Decide(Referral with { Urgent = LimitAnswer.Yes }).Say(words)}",
            $"Complex: {Decide(Referral with { Complex = true }).Say(words)}, chaired by {profile.ComplexChair?.Title}",
            $"Staff: {Decide(Referral with { Staff = true }).Say(words)}",
            $"Chair: {profile.Chair.Title} ({profile.Chair.Source.Guide})",
            $"Core: {string.Join(", ", profile.Quorum.CoreAgencies)}; any health professional counts: "
                + $"{profile.Quorum.OtherHealthCounts} ({profile.Quorum.Source.Guide})",
            $"Minutes by {minutes.Distribute.Say(words)}",
            $"Chair's form by {minutes.ChairForm.Say(words)}",
            $"Safety plan under \"{profile.Labels.SafetyPlan.Text}\", on file by "
                + $"{SafetyLimits.PlanOnFile(clocks, profile, Local("2026-11-20 11:00")).Say(words)}",
            $"Quality assurance told by {days.QualityAssuranceTold.Say(words)}",
            $"Conference by {conference.Say(words)}, counted from the {profile.Conference.Starts.From} meeting, chaired by the "
                + $"{profile.Labels.ConferenceChair.Text}",
            $"Booked for {days.FirstSlot.Date(words)} or {days.LastSlot.Date(words)}, invitations by "
                + $"{ConferenceLimits.LastInvites(clocks, profile.Conference, conference.On).Say(words)}",
            $"First review by {review.Say(words)}",
            $"Next review by {ReviewLimits.LaterReview(clocks, profile.Reviews, review.On).Say(words)}",
            $"Scaling: {profile.Scaling.Ask}; teams: {string.Join(", ", profile.ConferenceTeams.Select(team => team.Area))}; template: "
                + $"{profile.SafetyPlan.Template}",
        ];

        HoldBy Decide(Referral referral) => HoldBy.Decide(clocks, profile, referral, Referral.ReferralReceivedAt);
    }
}
