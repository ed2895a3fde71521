using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Documents;

/// <summary>The meeting of the drawn minutes: two children, Mon 30 Nov 2026, 10:00 to 10:46, each heading answered.</summary>
internal static class ADrawnMeeting
{
    public static readonly Participant HelenCho = new(new("person-8"), "Dr Helen Cho", Agency.Health, "Family's GP", "",
        "helen.cho@gp.example", "01632 960008", [Role.Attendee], PersonId.Of("gp", "object-8"));
    public static readonly Participant Beth = new(new("person-9"), "Beth Lowe", Agency.Health, "Health Visitor", "",
        "beth.lowe@nhs.example", "01632 960009", [Role.Attendee], PersonId.Of("nhs", "object-9"));

    public static Given Ended() => Agreed(Answered(Begun())).At("2026-11-30 10:46").By(Priya).Fact(
        In(new MeetingEnded(Via.TeamsEvent)), In(new AttendanceConfirmed([Priya.Id, Tom.Id, Sam.Id, Grace.Id, Ruth.Id])));

    /// <summary>Version 1, on the day after.</summary>
    public static Given Approved()
    {
        var given = Ended();
        return Freeze(given.At("2026-12-01 15:10").By(Priya), 1, MinutesDraft.Of(given.Case));
    }

    public static Given Freeze(Given given, int version, IReadOnlyList<MinutesParagraph> paragraphs, string reason = "") => given.Fact(
        In(new MinutesFrozen(version, 0, [.. paragraphs])),
        In(new MinutesApproved(version, MinutesDigest.Of(paragraphs), reason)));

    private static Given Begun()
    {
        var given = new Given().At("2026-11-30 08:40").By(Priya).Fact(
            new CaseOpened(Id.Value, "Heron", ProcedureProfiles.Default.ToJson(), BankHolidays.Newest.Version, Priya, new(null, [], "")),
            new ChildNamed(new("Rowan Pell", "", new(2026, 7, 27), false, "8 Mill Court", "", "")) { Child = Child1 },
            new ChildNamed(new("Isla Pell", "", new(2020, 8, 13), false, "8 Mill Court", "Larkfield Primary", "")) { Child = Child2 },
            new AdultNamed(new("adult-1"), new("Dana Pell", "", new(1999, 5, 2), "Mother", "8 Mill Court")),
            new AdultNamed(new("adult-2"), new("Curtis Vane", "", null, "Mother's partner", "")),
            new AdultNamed(new("adult-3"), new("Maureen Pell", "", null, "Mother's mother", "17 Quarry Lane")));
        given.Fact([.. new[] { Tom, Sam, Grace, Ruth, HelenCho, Beth }.Select(person => new ParticipantAdded(person))]);
        return given
            .Fact(
                new CircumstancesGiven([], "", Dates.Local("2026-11-30 07:30"), Dates.Local("2026-11-30 08:10"), null, [], "",
                    MeetingMode.Teams, "Three bruises on a baby who cannot roll."),
                In(new MeetingConvened(Dates.Local("2026-11-30 10:00"), Dates.Local("2026-11-30 11:00"), Dates.Local("2026-11-30 23:59"),
                    "same day", "")))
            .At("2026-11-30 09:30").By(Beth).Fact(In(new WrittenUpdateGiven(Beth.Id, "Weights of both children are on their lines.")))
            .At("2026-11-30 09:40").By(HelenCho).Fact(
                In(new InvitationAnswered(HelenCho.Id, Rsvp.CannotCome, false, false, "", false, false, Via.Form)))
            .At("2026-11-30 10:00").By(Priya).Fact(
                In(new MeetingStarted(Via.TeamsEvent)), In(new ArrivalNoted(Priya.Id, Via.Roster)),
                In(new ArrivalNoted(Tom.Id, Via.Roster)), In(new ArrivalNoted(Sam.Id, Via.Roster)),
                In(new ArrivalNoted(Grace.Id, Via.Roster)))
            .At("2026-11-30 10:01").Fact(In(new ConfidentialityRead()))
            .At("2026-11-30 10:12").Fact(In(new ArrivalNoted(Ruth.Id, Via.Roster)));
    }

    private static Given Answered(Given given) => given
        .At("2026-11-30 10:08").By(Tom).Fact(
            Knows(Tom, "Not open to us. A neighbour rang about shouting, 4 Mar and 19 Jun 2026; both closed by letter."),
            Says("earlier", "No strategy meeting, enquiry or plan, ever. Chronology seen."),
            Says("contact-before", "The ward told Dana at 08:10 that it would refer. Tom Okafor rang her at 09:40."),
            Says("child-said", "Isla: “When Rowan cries, Curtis gets cross. I put my fingers in my ears.” To her teacher, Fri 27 Nov, "
                + "14:50 (from Ruth Carver). Rowan cannot tell us. He settles with Dana and cries when his left arm is moved."),
            Ticks("existing-plan", "None in place.", "none"),
            Found(Tom, "child-1"), Found(Tom, "child-2"), Found(Tom, "adult-1"), Found(Tom, "adult-2", RecordsFound.NoMatch))
        .At("2026-11-30 10:14").By(Sam).Fact(
            Knows(Sam, "Officers went to 8 Mill Court on 19 Jun 2026: raised voices, no offence. No open investigation before 30 Nov."),
            Knows(Sam, "A source says that Curtis Vane is watched.") with { Audience = Audience.PoliceAndSocialCare },
            Found(Sam, "child-1", RecordsFound.NoMatch), Found(Sam, "adult-1"), Found(Sam, "adult-2"),
            Ticks("mappa", "Nobody is managed.", "no"), Ticks("intelligence", "Considered, none needed.", "no"))
        .At("2026-11-30 10:21").By(Grace).Fact(
            Knows(Grace, "Came to hospital at 06:50 with Dana. One bruise of 2 cm on the left cheek, two of 1 cm on the left upper arm. He "
                + "does not roll or sit. None seen at weighing, 9 Nov."),
            Knows(Grace, "Dana told the health visitor of low mood on 19 Oct; missed the visit of 2 Nov.") with
            {
                Audience = Audience.Only(Agency.Health, Agency.SocialCare),
            })
        .At("2026-11-30 10:27").By(Ruth).Fact(
            Knows(Ruth, "Isla comes clean, fed and cheerful. Her attendance is 97 per cent this term."), Found(Ruth, "child-2"))
        .At("2026-11-30 10:37").By(Priya).Fact(
            Says("cause", "Three bruises on a baby who cannot roll; no explanation that fits."),
            Ticks("seriousness", "His age, the places, no explanation.", "very-high"),
            Says("recurring", "Two reports of shouting. No earlier injury known."),
            Says("vulnerability", "Rowan cannot move away or tell. Isla is 6 and hears it."),
            Says("strengths", "Dana brought Rowan in and agrees to the plan. Maureen is near and willing."),
            Says("weaknesses", "A new partner since summer. Dana hardly sleeps."),
            Says("context", "Rowan: another injury if alone with whoever did this. Isla: fear; the same adults care for her."),
            Says("protection-needs", "Neither child alone with Dana or Curtis until the cause is known."),
            Says("parents", "Dana: not alone, for now. Father: not known yet."),
            Says("carers", "Curtis: no contact, for now. Maureen: yes."),
            Ticks("risk-factors", "The two reports. Substance misuse, isolation: checked, nothing held.", "domestic-abuse"),
            Ticks("category", "Physical is the main one.", "physical"), Ticks("marac", "Nothing disclosed yet.", "no"),
            Ticks("risk-assessments", "A DASH was not made.", "other"))
        .At("2026-11-30 10:38").By(Sam).Fact(
            Views(Sam, Child1), Views(Sam, Child2),
            Says("criminal", "Yes, from 30 Nov. Nobody asks an adult about the bruises before DS Sam Whitlock has."),
            Says("criminal-timing", "Dana and Curtis are spoken to on Mon 30 Nov, by 17:00."),
            Says("officer", "DS Sam Whitlock, 01632 960003."),
            Ticks("abe", "Isla: decided by Thu 3 Dec, 12:00. Rowan: not applicable, age.", "yes"))
        .At("2026-11-30 10:39").By(Grace).Fact(
            Views(Grace, Child1), Views(Grace, Child2),
            Ticks("medical", "Rowan: full, with scans, 30 Nov; repeat Mon 14 Dec. Isla: clinic, Wed 2 Dec, 09:00.", "yes"),
            Ticks("medical-consent", "By Dana Pell, 10:20, asked by Dr Amir Rahman.", "given"), Ticks("siblings-examined", "", "yes"),
            Ticks("discharge", "Not until social care has agreed in writing.", "yes"), Ticks("cp-is", "No plan, 07:40.", "yes"))
        .At("2026-11-30 10:40").By(Tom).Fact(
            Views(Tom, Child1), Views(Tom, Child2),
            Says("seen-alone", "Rowan: observed with Dana, 30 Nov, 14:00. Isla: alone, with drawings."),
            Says("wishes", "Tom Okafor tells her what happens next."), Says("culture", "White British; asked about faith on the visit."),
            Ticks("interpreter", "English at home.", "no"), Ticks("family-group", "To Dana, who is thinking about it.", "offered"))
        .By(Ruth).Fact(Views(Ruth, Child1), Views(Ruth, Child2, ReasonableCause.CannotSayYet));

    private static Given Agreed(Given given) => given
        .At("2026-11-30 10:41").By(Priya).Fact(
            In(new PositionRecorded("Children's ward, Northgate hospital", "ward staff", "a nurse in the room; no other visitors",
                SafetyBasis.StaysForTreatment, null, Dates.Local("2026-12-03 12:00"), "999, then social care, 01632 960100")
            { Child = Child1 }),
            In(new PositionRecorded("17 Quarry Lane", "Maureen Pell, from 15:15", "Maureen Pell", SafetyBasis.ParentsAgree, null,
                Dates.Local("2026-12-03 12:00"), "999, then social care, 01632 960100")
            {
                Child = Child2,
                AgreedBy = "Dana Pell",
                AskedBy = "Tom Okafor, 09:40",
                ToldMayWithdraw = YesNo.Yes,
            }),
            In(new ReasonableCauseDecided(ReasonableCause.Yes, "Injury nobody explains.") { Child = Child1 }),
            In(new ReasonableCauseDecided(ReasonableCause.Yes, "Same home, same adults, and what she said.") { Child = Child2 }))
        .At("2026-11-30 10:43").Fact(
            In(new Section47Decided(Section47.Start, Conduct.Joint, null,
                "Three bruises on a baby who cannot roll, and no explanation that fits; Isla lives in the same home.")
            { Child = Child1 }),
            In(new Section47Decided(Section47.Start, Conduct.Joint, null,
                "Three bruises on a baby who cannot roll, and no explanation that fits; Isla lives in the same home.")
            { Child = Child2 }),
            Says("leads", "Tom Okafor for social care, DS Sam Whitlock for the police."),
            Says("enquiry-plan", "Tom Okafor sees the children, Dana and Maureen; each agency's assessment by Mon 7 Dec."),
            Says("other-children", "None known. Whether Curtis has children: not known yet."),
            Says("family-told", "Dana: the enquiry and the plan, by Tom Okafor, 30 Nov, 12:00; not what the bruises may mean."),
            Says("not-shared", "Curtis: nothing before the police have spoken to him; Priya Nair decided it."),
            Ticks("legal", "Dana agrees. Advice that day if she withdraws.", "no"),
            Ticks("review-meeting", "Thu 3 Dec, 14:00.", "yes"),
            In(new ConferenceDecided(Conference.AtEndOfEnquiry, "") { Child = Child1 }),
            In(new ConferenceDecided(Conference.AtEndOfEnquiry, "") { Child = Child2 }),
            In(new SafetyPlanConsidered(PlanFit.SafetyPlan, "Neither child is alone with who did it.", "", YesNo.Yes, "Maureen Pell.")))
        .By(Ruth).Fact(In(new StanceTaken(Ruth.Id, Stance.RecordDifferentView,
            "I support all of it for Rowan. On what we hold of Isla, I'm not sure there is cause for an enquiry on her.")
        { Child = Child2 }))
        .At("2026-11-30 10:44").By(Priya).Fact(
            Row("s-1", ActionKind.SafetyPlan, "Rowan stays on the ward, never alone with Dana or Curtis", Grace, "2026-11-30 10:44",
                "So that he is safe", "999, then the social worker") with
            { Known = "Ward log, read daily" },
            Row("s-2", ActionKind.SafetyPlan, "Isla sleeps at Maureen's", Tom, "2026-11-30 15:15", "So that she is safe",
                "Another carer the same night") with
            { Family = new("Maureen Pell, grandmother", "01632 960199") },
            Row("s-3", ActionKind.SafetyPlan, "Curtis Vane keeps away from both", Tom, "2026-11-30 10:44", "So that neither is hurt",
                "999; legal advice that day") with
            { Known = "Daily visits" },
            Row("a-1", ActionKind.Action, "Isla stays in school until Maureen Pell comes", Ruth, "2026-11-30 15:15",
                "Nobody else collects", "Ring Tom Okafor"),
            Row("a-2", ActionKind.Action, "Speak to Dana and Curtis first", Sam, "2026-11-30 17:00", "To keep the evidence",
                "Ring the chair"),
            Row("a-3", ActionKind.Action, "See Maureen's home and where Isla sleeps", Tom, "2026-11-30 17:30", "To know that it is safe",
                "Night team goes by 20:00"),
            Row("a-4", ActionKind.Action, "See Isla alone at school", Tom, "2026-12-01 09:30", "To hear from her",
                "Team manager goes by 12:00"),
            Row("a-5", ActionKind.Action, "Medical results to the chair", Grace, "2026-12-02 17:00", "To know the cause",
                "Chair rings the consultant"),
            In(new ContingencyAgreed("If a child is taken, Dana withdraws or a row fails: 999 in danger, then 01632 960100, at night 01632 "
                + "960199. Police protection or an order the same night. The chair is rung.")),
            In(new SafetyReviewSet(new(2026, 12, 7))))
        .At("2026-11-30 10:45").Fact(In(new AuthorisedToStart()));

    private static InformationGiven Knows(Participant who, string text) => In(new InformationGiven(who.Id, who.Agency, text, 0));

    private static RecordsSearched Found(Participant who, string subject, RecordsFound found = RecordsFound.Found) =>
        In(new RecordsSearched(who.Id, subject, found));

    private static HeadingAnswered Says(string heading, string text) => AMeeting.Answered(heading, AnswerKind.Known, text);

    private static HeadingAnswered Ticks(string heading, string text, params string[] ticks) =>
        AMeeting.Answered(heading, AnswerKind.Known, text, ticks);

    private static ViewGiven Views(Participant who, ChildId child, ReasonableCause view = ReasonableCause.Yes) =>
        In(new ViewGiven(who.Id, view, "") { Child = child });

    private static ActionAgreed Row(string id, ActionKind kind, string what, Participant owner, string due, string purpose, string fails) =>
        In(new ActionAgreed(new(id), kind, what, owner.Id, Dates.Local(due), purpose, fails));

    private static TFact In<TFact>(TFact fact)
        where TFact : Fact => AMeeting.In(fact);
}
