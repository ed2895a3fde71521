using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>What was written between the enquiry and the conference of a walked case: its words are for the police alone here, so that a
/// part which draws them for anybody else is found.</summary>
internal static class WalkedEnquiry
{
    public static IReadOnlyList<Fact> Facts() =>
    [
        new Section47Decided(Section47.Start, Conduct.Single, null, "") { Meeting = FirstMeeting, Child = Child2 },
        .. new[] { Child1, Child2 }.SelectMany(Enquired),
        new ConferencePlaceSaid(new("adult-1"), ConferencePlace.Excluded, "PLANTEDPOLICE why.")
        {
            Audience = Audience.Only(Agency.Police),
        },
    ];

    /// <summary>Of a conference that was held, on both children; what it decided on the second.</summary>
    public static IReadOnlyList<Fact> Over() =>
    [
        .. new[] { Child1, Child2 }.SelectMany(child => new Fact[]
        {
            new Section47Decided(Section47.Start, Conduct.Single, null, "") { Meeting = FirstMeeting, Child = child },
            new ConferenceHeld(new(2026, 12, 8)) { Child = child },
        }),
        new ConferenceOutcomeSaid(YesNo.Yes, "neglect", "PLANTEDPOLICE outline.")
        {
            Child = Child2,
            Audience = Audience.Only(Agency.Police),
        },
        new ConferenceInvited([Tom.Id, Sam.Id]) { Child = Child2 },
        new CaseLinked("SB-2026-099", CaseLinkKind.Sibling),
        new DeputySaid(Tom.Id, Priya.Id, new(2026, 12, 8), null, "PLANTEDPOLICE know.", []) { Audience = Audience.Only(Agency.Police) },
        // Theirs who were there, and so never marked.
        new OutlinePlanSaid("Safe at home.", "Tom visits.", "A legal meeting.", [Tom.Id, Sam.Id]) { Child = Child2 },
        .. Planned().Select(fact => fact with { Child = Child2, Audience = Audience.Only(Agency.Police) }),
    ];

    /// <summary>What was said of the second child's plan: one core group held, one to come, a review held, another
    /// that will be late, a move.</summary>
    private static IEnumerable<ProtectionPlanFact> Planned() =>
    [
        new CoreGroupSaid([Tom.Id, Grace.Id], [new("adult-1")], ChildInGroup.ViewsBrought, "PLANTEDPOLICE members."),
        new CoreGroupArranged(1, Dates.Local("2026-12-08 15:00"), "PLANTEDPOLICE room", "PLANTEDPOLICE late"),
        new CoreGroupNotHeld(1, new(2026, 12, 8), NotHeldCause.Other, "PLANTEDPOLICE not held."),
        new CoreGroupHeld(1, new(2026, 12, 8), [Tom.Id], PlanGoing.Behind, "PLANTEDPOLICE agreed."),
        new CoreGroupArranged(2, Dates.Local("2026-12-10 15:00"), "PLANTEDPOLICE room", "PLANTEDPOLICE late"),
        new ReviewHeld(1, new(2026, 12, 8), ReviewOutcome.GoesOn, "neglect", "PLANTEDPOLICE held."),
        new ReviewArranged(2, Dates.Local("2027-03-01 15:00"), "PLANTEDPOLICE hall", "PLANTEDPOLICE moved"),
        new ReviewLateSaid(2, LatenessCause.Other, "PLANTEDPOLICE why.", null),
        new ConferenceViewSaid(0, Sam.Id, null, ThresholdView.Met, "PLANTEDPOLICE view."),
        new ConferenceViewSaid(2, null, new("adult-1"), null, "PLANTEDPOLICE family."),
        new ConferenceChallenged(0, Sam.Id, ChallengeWay.Raise, "PLANTEDPOLICE challenge."),
        new ChallengeStepTaken(0, Sam.Id, "PLANTEDPOLICE step.", false, null),
        new MovedOut("PLANTEDPOLICE authority", new(2026, 12, 8), "PLANTEDPOLICE contact"),
    ];

    /// <summary>Far on its way to a conference that will be late, for one reason or another.</summary>
    private static IEnumerable<Fact> Enquired(ChildId child) => new EnquiryFact[]
    {
        new ProgressChecked(EnquiryProgress.Late, YesNo.No, Conference.Yes, "PLANTEDPOLICE check."),
        new ConveningFormCompleted(FamilyTold.Told, new(2026, 12, 8), Advocacy.NotNeeded, "", "PLANTEDPOLICE request."),
        new ConferenceChairAssigned(Helen.Id),
        new ConferenceArranged(Dates.Local("2026-12-21 10:00"), "PLANTEDPOLICE place", "PLANTEDPOLICE because"),
        new ConferenceInvited([Tom.Id, Sam.Id]),
        new EnquiryConcluded(EnquiryResult.ContinuingRisk, [], "PLANTEDPOLICE outcome."),
        new EnquiryStepDone("quality-assurance", "PLANTEDPOLICE how."),
        new OutOfTimescaleSaid(child == Child1 ? LatenessCause.AgencyUnavailable : LatenessCause.NoChairFree, "PLANTEDPOLICE late.", null),
        new StandInSaid("", "PLANTEDPOLICE ill."),
        new ChildHeard("PLANTEDPOLICE wish.", "PLANTEDPOLICE explained.", "PLANTEDPOLICE by"),
    }.Select(fact => fact with { Child = child, Audience = Audience.Only(Agency.Police) });
}
