using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Attending;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;
using Fact = StrategyBot.Cases.Fact;
using StrategyBot.Forms;

namespace StrategyBot.Tests.Phases.Attending;

public sealed class CardsTests
{
    private static readonly DateTimeOffset Noon = Dates.Local("2026-11-25 12:00");

    private static readonly Gap[] Gaps =
    [
        new("heading/cause", "Cause for concern is not answered yet.", WhoFills.Chair, new("Cause for concern", "assessing/headings", new { Case = "SB-2026-014", Block = "concern" })),
        new("attending/attendance", "Who was there is not confirmed yet.", WhoFills.Chair, OpenAttendance.Button(AConvenedCase().Case)),
    ];

    [Fact]
    public void The_invitation_before_it_is_answered() => Check(InvitationCard.For(Linked().SeenBy(Grace), Words));

    [Fact]
    public void The_invitation_with_an_answer_that_was_refused() =>
        Check(InvitationCard.For(Linked().SeenBy(Grace), Words, new(Given.Id.Value, null, ["records"], "Dr Ada Finch"), "Choose one of the four answers."));

    [Fact]
    public void The_deputy_after_the_answer() => Check(DeputyCard.For(AConvenedCase().SeenBy(Grace), "Saved 12:00: Sending a deputy"));

    [Fact]
    public void The_written_update() => Check(UpdateCard.For(AConvenedCase(children: 2).SeenBy(Grace)));

    [Fact]
    public void Who_to_check() => Check(WhoToCheckCard.For(AConvenedCase(children: 2).By(Sam).Decided(@case => SearchingRecords.Save(@case, Sam, [("child-1", RecordsFound.Found)])).SeenBy(Sam), Words));

    [Fact]
    public void Who_to_check_with_a_second_page() => Check(WhoToCheckCard.For(AConvenedCase(children: 6).SeenBy(Sam), Words));

    [Fact]
    public void Who_is_coming_with_the_numbers_to_ring() =>
        Check(AnswersCard.For(AConvenedCase().Fact(new InvitationAnswered(Grace.Id, Rsvp.Coming, true, true, "", true, false, Via.Form)).SeenBy(Priya), Words, Noon));

    [Fact]
    public void The_confidentiality_line() => Check(OpenConfidentiality.Card(AConvenedCase().Case));

    [Fact]
    public void Who_is_here() => Check(AttendanceCard.For(Started().SeenBy(Priya), Words));

    [Fact]
    public void A_missing_agency_with_the_calls_so_far() =>
        Check(AbsenceCard.For(AConvenedCase().At("2026-11-25 13:20").Decided(@case => ExplainingAbsence.Rang(@case, Agency.Police, null, "no-answer", Noon)).SeenBy(Priya), Agency.Police, Words));

    [Fact]
    public void The_chair_taken_over() => Check(TakeoverCard.For(AConvenedCase().SeenBy(Helen)));

    [Fact]
    public void The_read_back_of_police() => Check(ReadBackCard.For(Recorded().SeenBy(Sam), Words));

    [Fact]
    public void The_read_back_of_the_chair() => Check(ReadBackCard.For(Recorded().Fact(new ReadBackAnswered(Grace.Id, false, "I said *Tuesday*.")).SeenBy(Priya), Words));

    [Fact]
    public void The_end_with_parts_open() => Check(EndCard.For(Started().SeenBy(Priya), Gaps));

    [Fact]
    public void The_completion_with_parts_open() => Check(CompletionCard.For(Started().SeenBy(Priya), Gaps, new(Given.Id.Value, ""), "2 parts are still to answer."));

    [Fact]
    public void The_completion_with_nothing_open() => Check(CompletionCard.For(Started().SeenBy(Priya), []));

    [Fact]
    public void What_the_chair_is_asked_when_it_is_due() => Check(ChaseGaps.Ask(Started().Case, Gaps));

    [Fact]
    public void Whether_the_meeting_has_ended() => Check(AskWhetherEnded.Say(Started().Case).Card);

    [Fact]
    public void What_the_manager_is_told() =>
        Check(ChaseGaps.Report(Started().Fact(new MeetingEnded(Via.Form), new GapsListed(["x"], Dates.Local("2026-11-25 17:00"))).Case, Gaps, Words));

    [Fact]
    public void What_the_social_worker_is_told_of_a_written_update() =>
        Check(TellAbsence.Say(AConvenedCase().Fact(new WrittenUpdateGiven(Grace.Id, "Secret words")).Case, Grace).Card);

    [Fact]
    public void What_everybody_is_told_of_a_new_chair() => Check(TellNewChair.Say(AConvenedCase().Case, Helen).Card);

    [Fact]
    public void No_card_is_too_large_with_every_field_full()
    {
        var case_ = Full();
        var view = case_.SeenBy(case_.Case.Chair);
        var typed = new string('x', 5_000);
        Gap[] gaps = [.. Enumerable.Range(0, 60).Select(i => new Gap($"g{i}", new string('g', 80), WhoFills.Chair, new($"{i} {new string('t', 100)}", "assessing/headings", new { Case = "SB-2026-014", Block = "b" })))];

        AdaptiveCard[] cards =
        [
            InvitationCard.For(view, Words, new(Given.Id.Value, Rsvp.Coming, ["records", "decide", "link"], typed), typed[..300]),
            DeputyCard.For(view, typed[..100], new(Given.Id.Value, typed[..200], typed[..200], typed[..200], true), typed[..300]),
            UpdateCard.For(view, null, new(Given.Id.Value, typed, ReasonableCause.Yes, typed, "professionals", true), typed[..300]),
            WhoToCheckCard.For(view, Words, 4, null, typed[..300]),
            AnswersCard.For(view, Words, Noon, null, typed[..300]),
            AttendanceCard.For(view, Words),
            AbsenceCard.For(view, Agency.Police, Words, new(Given.Id.Value, Agency.Police, typed, typed, typed, typed), typed[..300]),
            TakeoverCard.For(view, new(Given.Id.Value, typed, typed[..1_000]), typed[..300]),
            ReadBackCard.For(view, Words, new(Given.Id.Value, false, typed), typed[..300]),
            EndCard.For(view, gaps),
            CompletionCard.For(view, gaps, new(Given.Id.Value, typed), typed[..300]),
            FormCard.Of("Written update", null, [.. UpdateEcho.For(view, view.Reader)]),
        ];
        Assert.All(cards, card => Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count, 0, 5));
        Assert.All(cards, card => Assert.InRange(card.Body.OfType<CardInput>().Count(), 0, 6));
    }

    private static void Check(AdaptiveCard card, [System.Runtime.CompilerServices.CallerMemberName] string name = "") => Golden.Json(CardJson.Write(card), name: name);

    private static Given Linked() => AConvenedCase().Fact(new ChatFound("online-1", "19:meeting_x@thread.v2", "https://teams.example/join/1"));

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster));

    private static Given Recorded() => Started().Fact(
        new ReasonableCauseDecided(ReasonableCause.Yes, "") { Child = Child1 },
        new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Child = Child1 },
        new ActionAgreed(new("action-1"), ActionKind.Action, "Visit the home with <b>Sam</b>", Tom.Id, Dates.Local("2026-11-25 17:00"), "", ""),
        new ActionAgreed(new("action-2"), ActionKind.Action, "Check the *intelligence* system", Sam.Id, Dates.Local("2026-11-26 12:00"), "", "") { Audience = Audience.PoliceAndSocialCare },
        new InformationGiven(Sam.Id, Agency.Police, "Two call-outs this year.", 0),
        new ViewGiven(Sam.Id, ReasonableCause.Yes, "The explanations differ.") { Child = Child1 });

    private static Given Full()
    {
        var line = new string('n', 200);
        var text = new string('w', 1_500);
        var given = Started().At("2026-11-25 14:30");
        given.Fact([.. Enumerable.Range(1, 8).Select(i => (Fact)new ChildNamed(new(line, line, new DateOnly(2020, 1, 1), false, line, line, line)) { Child = new($"child-{i}") })]);
        given.Fact([.. Enumerable.Range(20, 40).Select(i => (Fact)new ParticipantAdded(Sam with { Id = new($"person-{i}"), Name = line, JobTitle = line, Phone = line, Mail = $"{i}@police.example", Person = null }))]);
        given.Fact([.. Enumerable.Range(1, 30).Select(i => (Fact)new ActionAgreed(new($"action-{i}"), ActionKind.Action, text, new("person-20"), Dates.Local("2026-11-25 17:00"), text, text))]);
        given.Fact([.. Enumerable.Range(1, 8).Select(i => (Fact)new ViewGiven(Priya.Id, ReasonableCause.CannotSayYet, text) { Child = new($"child-{i}") })]);
        given.Fact([.. Enumerable.Range(1, 10).Select(i => (Fact)new InformationGiven(Priya.Id, Agency.SocialCare, text, i))]);
        given.Fact([.. Enumerable.Range(20, 10).Select(i => (Fact)new ReadBackAnswered(new($"person-{i}"), false, text))]);
        return given.Fact(new WrittenUpdateGiven(Priya.Id, new string('u', 9_000)), new QuorumGapExplained(Agency.Police, text, text, text));
    }
}
