using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Attending;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;
using Fact = StrategyBot.Cases.Fact;

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
    public void The_confidentiality_line() => Check(OpenConfidentiality.Card(AConvenedCase().Case));

    [Fact]
    public void Who_is_here() => Check(AttendanceCard.For(Started().SeenBy(Priya), Words));

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
            AttendanceCard.For(view, Words),
            TakeoverCard.For(view, new(Given.Id.Value, typed, typed[..1_000]), typed[..300]),
            ReadBackCard.For(view, Words, new(Given.Id.Value, false, typed), typed[..300]),
            EndCard.For(view, gaps),
            CompletionCard.For(view, gaps, new(Given.Id.Value, typed), typed[..300]),
        ];
        Assert.All(cards, card => Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count, 0, 5));
        Assert.All(cards, card => Assert.InRange(card.Body.OfType<CardInput>().Count(), 0, 6));
    }

    private static void Check(AdaptiveCard card, [System.Runtime.CompilerServices.CallerMemberName] string name = "") => Golden.Json(CardJson.Write(card), name: name);

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
