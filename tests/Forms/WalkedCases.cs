using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Phases.Assessing;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Phases.Family;
using StrategyBot.Tests.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>A case at a stage of its life, and the time at which it is looked at.</summary>
internal sealed record Walked(string Stage, Func<Given> Tell, string Now)
{
    private readonly Lazy<Given> told = new(Tell);

    /// <summary>Told once, for whoever only reads.</summary>
    public Given Told => told.Value;

    /// <summary>The one that is being walked.</summary>
    public PartHost Host { get; init; } = null!;

    /// <summary>The same case in a record of its own: for a test that writes.</summary>
    public async Task<PartHost> AgainAsync()
    {
        var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Tell());
        host.Clock.Advance(Dates.Local(Now) - host.Clock.GetUtcNow());
        return host;
    }
}

/// <summary>Cases that between them have every part: each stage of a meeting, before and after its limits.</summary>
internal static class WalkedCases
{
    public static IReadOnlyList<Walked> All { get; } =
    [
        new("begun", WithHelen, "2026-11-25 14:05"),
        new("running", Running, "2026-11-25 14:05"),
        new("ended, the minutes late",
            () => Late(Said(Ended(2)).By(Priya).Fact(Begun.Circumstances with { Mode = MeetingMode.Phone })), "2026-12-09 10:00"),
        new("issued", Issued, "2026-11-25 17:00"),
        new("issued, and entered late", () => Issued().Fact([.. WalkedEnquiry.Over(), .. After()]), "2026-12-09 10:00"),
    ];

    /// <summary>Who of the family agreed, which services there are, and a plan that others go on with.</summary>
    private static IEnumerable<Fact> After() =>
    [
        In(new PlanDiscussed(new("adult-1"), PlanAnswer.Agrees, null, "")),
        In(new PlanSupportSaid(YesNo.Yes, "PLANTEDPOLICE support.")) with { Audience = Audience.Only(Agency.Police) },
        In(new SafetyPlanEnded(PlanEnd.EarlyHelp, YesNo.No, YesNo.Yes, "Family help watches.")),
        In(new PlanHandedOn(new(2026, 12, 8), YesNo.Yes, YesNo.Yes, "PLANTEDPOLICE told."))
            with { Audience = Audience.Only(Agency.Police) },
    ];

    /// <summary>What health brought after the meeting, and a view that was escalated.</summary>
    private static Given Late(Given given) => given.At("2026-12-08 10:00").By(Grace)
        .Fact(
            new InformationGiven(Grace.Id, Agency.Health, "A healing fracture.", 0) { Meeting = FirstMeeting },
            new HolderNamed(null)
            {
                Meeting = FirstMeeting,
                Child = Child2,
                Place = new("PLANTEDPOLICE ward", "PLANTEDPOLICE number"),
                Audience = Audience.Only(Agency.Police),
            },
            new ImmediatePlanAgreed() { Meeting = FirstMeeting }).By(Sam)
        .Fact(
            new ViewGiven(Sam.Id, ReasonableCause.No, "An accident.") { Meeting = FirstMeeting, Child = Child1 },
            new StanceTaken(Sam.Id, Stance.Escalate, "I see it otherwise.") { Meeting = FirstMeeting, Child = Child1 },
            new PlanDiscussed(new("adult-1"), PlanAnswer.Unwilling, YesNo.No, "PLANTEDPOLICE talk.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            },
            new SignificantEventSaid(PlanEvent.Arrest, "PLANTEDPOLICE event.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            },
            new SafetyReviewHeld(YesNo.No, PlanWorks.InPart, "PLANTEDPOLICE review.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            })
        .Fact([.. WalkedEnquiry.Facts()]);

    /// <summary>Under the next free number, as the bot would give it.</summary>
    private static Given WithHelen()
    {
        var begun = Begun.ACaseWithAChild(Begun.Circumstances with
        {
            Circumstances = [.. Begun.Circumstances.Circumstances, Features.TransferIn],
            Features = [Features.Removal, Features.AnotherAuthority],
        })
            .Fact(new WhereaboutsSaid(PlaceNow.School, "Mill Lane Primary", "The head", null) { Child = Child1 });
        return begun.Fact(new ParticipantAdded(Helen with { Id = new($"person-{begun.Case.Participants.Count + 1}") }));
    }

    private static Given Running() => Said(AConvenedCase(2))
        .By(Ruth).Fact(In(new WrittenUpdateGiven(Ruth.Id, "Often late in October.")))
        .By(Tom).Fact(
            Answered("cause", AnswerKind.Known, "A bruise."),
            In(new InformationGiven(Tom.Id, Agency.SocialCare, "Known since May.", 0)),
            new AdultNamed(new("adult-1"), new("Nadia Lindley", "", null, "mother", "1 Mill Lane")),
            new AdultNamed(new("adult-2"), new("Lee Marsh", "", null, "", "")),
            Answered("carers", AnswerKind.NotKnownYet, "An aunt is asked."), Answered("mappa", AnswerKind.NotKnownYet, ""),
            ListRowTests.Row("row-1", "other-children", ("who", "Kit, a cousin"), ("what", "neither")))
        .By(Priya).Fact(
            // Complex since it was called: who chairs is asked.
            Begun.Circumstances with { Features = [Features.Complex] },
            // Past its limit, and nobody has said why.
            In(new MeetingMoved(Dates.Local("2026-11-26 14:00"), Dates.Local("2026-11-26 15:00"), "The room is taken.")),
            new ParticipantAdded(NamingAttendeeTests.Desk),
            // Given without sight of Tom's: both stand.
            Answered("cause", AnswerKind.Known, "Two bruises.") with { Contests = 0 },
            In(new HolderNamed(Grace.Id)) with { Child = Child1 },
            In(new HolderNamed(null) { Place = new("PLANTEDPOLICE ward", "PLANTEDPOLICE number") }) with
            {
                Child = Child2,
                Audience = Audience.Only(Agency.Police),
            },
            In(new HolderRung("PLANTEDPOLICE sister", 0, null)) with { Child = Child2, Audience = Audience.Only(Agency.Police) },
            new Section47Decided(Section47.Start, Conduct.Joint, null, "Unexplained.") { Meeting = FirstMeeting, Child = Child1 },
            new Section47Decided(Section47.Continue, Conduct.Joint, null, "It runs already.") { Meeting = FirstMeeting, Child = Child2 },
            new PositionRecorded("Ward 4", "Nurses", "Ward staff", SafetyBasis.ParentsAgree, null, Dates.Local("2026-11-26 12:00"),
                "01632 960009")
            { Meeting = FirstMeeting, Child = Child2 },
            In(new ContactHeld(new("adult-2"), Dates.Local("2026-11-26 10:00"), "He is arrested first.", "Somebody will ring you.")),
            In(new BailSaid(new("adult-2"), BailKind.CourtBail, "Not to enter Mill Lane.", Dates.Local("2026-11-26 10:00"))),
            In(new ChildVisited(VisitOutcome.AccessRefused, "", "The door stays shut.")) with { Child = Child1 },
            In(new DangerRaised(DangerKind.Other, "He is on his way here.")) with { Child = Child1 },
            In(new PersonAsked(Grace.Id, "heading/medical")),
            In(new SafetyPlanConsidered(PlanFit.AdviceFirst, "", "Can the aunt do it?", null, "")),
            In(new HandoverGiven(Tom.Id.Value, "Ring the ward at ten.")), In(new HandoverGiven(Handover.OutOfHours, "Ring the ward.")),
            new ActionAgreed(new("action-1"), ActionKind.Action, "Ring the ward.", Tom.Id, Dates.Local("2026-11-26 12:00"), "To know.",
                "Ring again.")
            { Meeting = FirstMeeting },
            new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "Visit.", Tom.Id, Dates.Local("2026-11-26 12:00"), "",
                "")
            { Meeting = FirstMeeting });

    /// <summary>What is for the police alone, and for health alone.</summary>
    private static Given Said(Given given) => given
        .By(Sam).Fact(
            new InformationGiven(Sam.Id, Agency.Police, "PLANTEDPOLICE entry.", 1)
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            },
            new DangerRaised(DangerKind.Other, "PLANTEDPOLICE danger.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            },
            new ContactHeld(null, Dates.Local("2026-11-26 10:00"), "PLANTEDPOLICE hold.", "Somebody will ring you.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            },
            new BailSaid(null, BailKind.PoliceBail, "PLANTEDPOLICE conditions.", Dates.Local("2026-11-26 10:00"))
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            },
            new ChildVisited(VisitOutcome.SeenAlone, "PLANTEDPOLICE officer", "PLANTEDPOLICE seen.")
            {
                Meeting = FirstMeeting,
                Child = Child2,
                Audience = Audience.Only(Agency.Police),
            },
            new HandoverGiven(Tom.Id.Value, "PLANTEDPOLICE handover.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Police),
            },
            new ActionAgreed(new("action-9"), ActionKind.Enquiry, "See Bo at school.", Tom.Id, Dates.Local("2026-11-26 12:00"), "Hear Bo.",
                "")
            {
                Meeting = FirstMeeting,
            },
            ListRowTests.Row("row-2", "risk-factors", ("kind", "other"), ("evidence", "PLANTEDPOLICE evidence.")) with
            {
                Audience = Audience.Only(Agency.Police),
            },
            new ContingencyAgreed("PLANTEDPOLICE contingency.") { Meeting = FirstMeeting, Audience = Audience.Only(Agency.Police) },
            new PositionRecorded("PLANTEDPOLICE place", "PLANTEDPOLICE people", "", SafetyBasis.PoliceProtection,
                Dates.Local("2026-11-25 10:00"), null, "")
            {
                Meeting = FirstMeeting,
                Child = Child1,
                Audience = Audience.Only(Agency.Police),
            })
        .By(Grace)
        .Fact(new InformationGiven(Grace.Id, Agency.Health, "PLANTEDHEALTH entry.", 1)
        {
            Meeting = FirstMeeting,
            Audience = Audience.Only(Agency.Health),
        });

    /// <summary>Approved at 15:20; one paragraph put right, one said to be wrong and answered, two not answered yet.</summary>
    private static Given Issued() => Said(Ended(2))
        .At("2026-11-25 15:20").By(Priya).Decided(@case => ApprovalRuleTests.Approve(@case))
        .At("2026-11-25 16:00").By(Grace)
        .Decided(@case => ObjectionRuleTests.Object(@case, Grace, "Missed the last two", "Health: Both were moved."))
        .At("2026-11-25 16:10").By(Sam)
        .Decided(@case => ObjectionRuleTests.Object(@case, Sam, ObjectionRuleTests.Bruise, "It was the right arm."))
        .At("2026-11-25 16:30").By(Priya)
        .Decided(@case => ObjectionRule.Answer(@case, Priya, new(Id.Value,
            @case.Meeting.Minutes.Objections.Single(objection => objection.Answer is null).Number, ObjectionOutcome.Declined,
            "The photograph shows the left arm.")))
        .At("2026-11-25 16:40").By(Ruth)
        .Decided(@case => ObjectionRuleTests.Object(@case, Ruth, ObjectionRuleTests.Bruise, "We saw it on the right."))
        .By(Priya).Fact(new Section47Decided(Section47.NotStart, null, FollowOn.ChildInNeed, "Explained.")
        {
            Meeting = FirstMeeting,
            Child = Child1,
            ChangedBecause = "The medical came back.",
        })
        // Information governance has a report to answer, and keeps the record for a court.
        .By(Tom).Fact(new MisplacedSaid(Misplaced.AnotherFamily, "Paragraph 4.2.", []) { Audience = Audience.Only(Agency.SocialCare) })
        .By(Helen).Fact(
            new ParticipantAdded(Helen with { Roles = [.. Helen.Roles, Role.InformationGovernance, Role.Auditor] })
            {
                Meeting = FirstMeeting,
            },
            new RecordHeld(HoldCause.Court, "Case 1.") { Audience = Audience.Only(Agency.SocialCare) },
            // Somebody asks for Ash's data, and each agency whether its words may be given.
            new RecordAsked(WhoAsks.Subject, "A solicitor.", "Ref 12.", new(2026, 11, 25))
            {
                Child = Child1,
                Audience = Audience.Only(Agency.SocialCare),
            })
        .Decided(c => new AgenciesAsked(c.Keeping.Requests[^1].Said.Seq, [Agency.Police, Agency.Health], new(2026, 12, 9))
        {
            Audience = Audience.Only(Agency.SocialCare),
        })
        // Contact is held no more, and a copy of the plan is made for the mother.
        .By(Sam).Fact(In(new ContactHoldLifted(null, "Spoken with.", "")))
        .By(Tom).Fact(
            new AdultNamed(new("adult-1"), new("Nadia Lindley", "", null, "mother", "1 Mill Lane")),
            AFamily.Said(AFamily.Mother, "", FamilyReaderKind.Parent, "mother of Ash and Bo", "Ash and Bo"),
            AFamily.Told(AFamily.Mother, 1, 2, "You", "See Ash when you like.", "Each day"), AFamily.Handed(AFamily.Mother),
            // Typed since: a new one is owed.
            AFamily.Worry(AFamily.Mother, "Ash has a sore arm.", "with you"))
        .By(Sam)
        .Fact(new MinutesObjected(Sam.Id, 1, Planted(Said(Ended(2))), "PLANTEDPOLICE objection.")
        {
            Meeting = FirstMeeting,
            Audience = Audience.Only(Agency.Police),
        });

    private static string Planted(Given given) => MinutesDraft.Of(given.Case)
        .First(paragraph => paragraph.Text.Contains("PLANTEDPOLICE entry", StringComparison.Ordinal)).Id;
}
