using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules;
using StrategyBot.Tests.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Family;

/// <summary>A mother, a grandmother whom the plan alone names, and a man; a plan of Wed 25 Nov 2026. Fictional people only.</summary>
internal static class AFamily
{
    public const string Mother = "adult-1", Man = "adult-2", Grandmother = "other-1";

    public static readonly AdultId TheMan = new(Man);

    public static Letterhead Northgate { get; } = new("Northgate Council", "01632 960000");

    /// <summary>Agreed at 15:00, reviewed on Wed 2 Dec 2026. Much of it is for others.</summary>
    public static Given Planned() => AConvenedCase(2).At("2026-11-25 14:05").By(Tom).Fact(
            new AdultNamed(new(Mother), new("Nadia Lindley", "", null, "mother of Ash and Bo", "PLANTED address")),
            new AdultNamed(TheMan, new("Lee Marsh", "", null, "PLANTED relation", "")),
            ListRowTests.Row("row-1", "parents", ("responsibility", "all"), ("why", "PLANTED allegation")) with { About = Mother },
            In(new InformationGiven(Tom.Id, Agency.SocialCare, "PLANTED allegation against Lee.", 0)),
            In(new PositionRecorded("PLANTED ward", "PLANTED nurses", "", SafetyBasis.ParentsAgree, null, null, "PLANTED number")) with
            {
                Child = Child1,
            })
        .By(Sam).Fact(In(new InformationGiven(Sam.Id, Agency.Police, "PLANTEDPOLICE intelligence.", 0)) with { Audience = Police })
        .At("2026-11-25 14:40").By(Priya).Fact(
            Row(1, "PLANTED row: maternal grandmother supervises contact."),
            Row(2, "PLANTEDPOLICE row: arrest at dawn.") with { Audience = Police },
            Row(3, "PLANTED row: social worker ensures no contact with Lee."),
            Row(4, "PLANTED row for social care and the mother.") with
            {
                Audience = Audience.PoliceAndSocialCare with { SharedWith = [Mother] },
            },
            In(new SafetyReviewSet(new(2026, 12, 2))))
        .At("2026-11-25 15:00").Fact(In(new ImmediatePlanAgreed()), In(new MeetingEnded(Via.Form)));

    /// <summary>Both copies, as Tom typed them at 15:30.</summary>
    public static Given Typed() => Planned().At("2026-11-25 15:30").By(Tom).Fact(
        Said(Mother, "", FamilyReaderKind.Parent, "mother of Ash and Bo", "Ash and Bo"),
        Worry(Mother, "Ash has a sore arm. We do not know yet how it was hurt. While we find out, we want both children to be safe.",
            "with you and Joan"),
        Told(Mother, 1, 1, "Joan", "The children sleep at her home. You can see them there. Joan stays with you.",
            "Wednesday, 5:30pm, then each night"),
        Told(Mother, 2, 1, "You", "See the children when you like. Ring Joan first.", "Each day"),
        Told(Mother, 3, 3, "Tom", "Makes sure that Lee does not see or talk to the children. You do not have to tell him.",
            "From Wednesday"),
        Told(Mother, 4, 4, "Tom", "Sees Bo on her own at school.", "Thursday, 9:30am"),
        Said(Grandmother, "Joan Lindley", FamilyReaderKind.Named, "Ash and Bo’s grandmother", "Ash and Bo"),
        Worry(Grandmother, "Ash has been hurt. We do not know yet how it happened. While we find out, we want the children to be safe.",
            "at your home"),
        Told(Grandmother, 1, 1, "You", "Pick the children up from school. They sleep at your home.", "Wednesday, 3:15pm, then each night"),
        Told(Grandmother, 2, 1, "You", "Stay with them when Nadia visits.", "Each visit"),
        Told(Grandmother, 3, 3, "You", "Do not let them see or talk to Lee. You do not have to tell him why. If he will not go, ring 999.",
            "From Wednesday"),
        Told(Grandmother, 4, 3, "Tom", "Comes to see you and the children. Then he rings you each night.", "Wednesday, 5:30pm"));

    public static Audience SocialCare { get; } = Audience.Only(Agency.SocialCare);

    private static Audience Police { get; } = Audience.Only(Agency.Police);

    public static FamilyReaderSaid Said(
        string reader, string name, FamilyReaderKind kind, string relation, string about, string language = "", bool large = false) =>
        new(reader, name, kind, relation, about, language, large) { Audience = SocialCare };

    public static FamilyWordsTyped Worry(string reader, string worry, string with) =>
        new(reader, worry, new(2026, 12, 2), new(16, 0), with) { Audience = SocialCare };

    public static FamilyRowTyped Told(string reader, int row, int action, string who, string what, string when) =>
        new(reader, row, new($"action-{action}"), who, what, when) { Audience = SocialCare };

    public static FamilyCopyGiven Handed(string reader, int version = 1) => new(reader, Tom.Id, GivenHow.ByHand, version)
    {
        Audience = SocialCare,
    };

    public static ContactHeld Hold(AdultId? adult) =>
        In(new ContactHeld(adult, Dates.Local("2026-11-26 10:00"), "He is arrested first.", "Somebody will ring you."));

    public static ActionAgreed Row(int number, string what) => In(new ActionAgreed(
        new($"action-{number}"), ActionKind.SafetyPlan, what, Tom.Id, Dates.Local("2026-12-02 12:00"), "PLANTED purpose",
        "PLANTED if it fails"));

    public static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = FirstMeeting };

    public static FamilyCopy Copy(this Given given, string reader) => CopyOwed.Find(given.Case, reader);
}
