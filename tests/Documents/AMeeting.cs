using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Documents;

/// <summary>A meeting that was held and ended on Wed 25 Nov 2026, 14:00 to 14:45:
/// police, health and social care there, the school absent.</summary>
internal static class AMeeting
{
    public static readonly ActionId VisitHome = new("action-1");

    public static Given Held(int children = 1) => Given.AConvenedCase(children)
        .At("2026-11-25 14:00").By(Given.Priya).Fact(
            In(new MeetingStarted(Via.TeamsEvent)), In(new ConfidentialityRead()),
            In(new ArrivalNoted(Given.Priya.Id, Via.Roster)), In(new ArrivalNoted(Given.Tom.Id, Via.Roster)),
            In(new ArrivalNoted(Given.Sam.Id, Via.Roster)), In(new ArrivalNoted(Given.Grace.Id, Via.Chair)))
        .By(Given.Ruth).Fact(In(new InvitationAnswered(Given.Ruth.Id, Rsvp.CannotCome, false, false, "", false, false, Via.Form)));

    /// <summary>Everybody has said their part, and the meeting is over.</summary>
    public static Given Ended(int children = 1) =>
        Spoken(Held(children)).At("2026-11-25 14:45").By(Given.Priya).Fact(In(new MeetingEnded(Via.TeamsEvent)));

    public static Given Spoken(Given given) => given
        .At("2026-11-25 14:10").By(Given.Sam).Fact(
            In(new InformationGiven(Given.Sam.Id, Agency.Police, "Called to the address twice in October.", 0)),
            In(new InformationGiven(Given.Sam.Id, Agency.Police, "A source says that he is back at the house.",
                0)
            { Audience = Audience.PoliceAndSocialCare }),
            In(new ViewGiven(Given.Sam.Id, ReasonableCause.Yes, "Two calls in a month.") { Child = Given.Child1 }))
        .At("2026-11-25 14:12").By(Given.Grace).Fact(
            In(new InformationGiven(Given.Grace.Id, Agency.Health, "Missed the last two appointments.", 0)),
            In(new ViewGiven(Given.Grace.Id, ReasonableCause.CannotSayYet, "") { Child = Given.Child1 }))
        .At("2026-11-25 14:20").By(Given.Priya).Fact(
            Answered("cause", AnswerKind.Known, "A bruise on the left arm, explained in two ways."),
            Answered("strengths", AnswerKind.NothingHeld, "Early help records, by Tom Okafor"),
            Answered("weaknesses", AnswerKind.NotKnownYet, "The health visitor's records, tomorrow"))
        .By(Given.Sam)
        .Fact(Answered("intelligence", AnswerKind.Known, "Submitted.", "yes") with { Audience = Audience.PoliceAndSocialCare })
        .At("2026-11-25 14:30").By(Given.Priya).Fact(
            In(new PositionRecorded("At grandmother's", "Grandmother", "Tom Okafor", SafetyBasis.ParentsAgree, null,
                Dates.Local("2026-11-26 12:00"), "01632 960009")
            { Child = Given.Child1 }),
            In(new ReasonableCauseDecided(ReasonableCause.Yes, "The explanations do not fit.") { Child = Given.Child1 }),
            In(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Child = Given.Child1 }),
            In(new ActionAgreed(VisitHome, ActionKind.Action, "Visit the home", Given.Tom.Id, Dates.Local("2026-11-26 12:00"),
                "See the child alone", "Tell Priya Nair at once")),
            In(new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "The child stays at grandmother's", Given.Tom.Id,
                Dates.Local("2026-11-27 17:00"), "", "")),
            In(new ContingencyAgreed("Ring the emergency duty team.")))
        .By(Given.Grace).Fact(
            In(new StanceTaken(Given.Grace.Id, Stance.RecordDifferentView, "A medical first.") { Child = Given.Child1 }),
            In(new ReadBackAnswered(Given.Grace.Id, false, "I said that both appointments were moved.")));

    /// <summary>For the first child no enquiry starts.</summary>
    public static Section47Decided NoEnquiry { get; } =
        In(new Section47Decided(Section47.NotStart, null, FollowOn.ChildInNeed, "") { Child = Given.Child1 });

    public static HeadingAnswered Answered(string heading, AnswerKind kind, string text, params string[] ticks) =>
        new(heading, new(kind, StrategyBot.Rules.ValueList.ToValueList(ticks), text)) { Meeting = new("meeting-1") };

    public static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = new("meeting-1") };
}
