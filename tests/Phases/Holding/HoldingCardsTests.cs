using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Holding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;
using Fact = StrategyBot.Cases.Fact;

namespace StrategyBot.Tests.Phases.Holding;

public sealed class HoldingCardsTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:40");

    private static readonly Gap[] Gaps =
    [
        Heading("heading/cause", "Cause for concern is not answered yet.", "Cause for concern", "concern"),
        new("holding/attendance", "Who was there is not confirmed yet.", WhoFills.Chair, AttendancePart.Button(AConvenedCase().Case)),
    ];

    [Fact]
    public void The_confidentiality_line() => Check(Page(new ConfidentialityPage(), AConvenedCase()));

    [Fact]
    public void Who_is_here() => Check(Form(new AttendancePart(null!), Started(), Priya, new AttendancePart.Form(Given.Id.Value)));

    [Fact]
    public void The_chair_taken_over() => Check(Form(new TakeoverPart(), AConvenedCase(), Helen, new TakeoverPart.Form(Given.Id.Value)));

    [Fact]
    public void The_read_back_of_police() => Check(Form(new ReadBackPart(), Recorded(), Sam, new ReadBackPart.Form(Given.Id.Value)));

    [Fact]
    public void The_read_back_of_the_chair() => Check(Form(
        new ReadBackPart(), Recorded()
            .Fact(new ReadBackAnswered(Grace.Id, false, "I said *Tuesday*.")), Priya, new ReadBackPart.Form(Given.Id.Value)));

    [Fact]
    public void The_end_with_parts_open() => Check(Page(new EndPage(Missing(Gaps)), Started()));

    [Fact]
    public void The_completion_with_parts_open() =>
        Check(Form(new CompletionPart(Missing(Gaps)), Started(), Priya, new CompletionPart.Form(Given.Id.Value)));

    [Fact]
    public void The_completion_with_nothing_open() =>
        Check(Form(new CompletionPart(Missing([])), Started(), Priya, new CompletionPart.Form(Given.Id.Value)));

    [Fact]
    public void What_the_chair_is_asked_when_it_is_due() => Check(GapsDuty.Ask(Started().Case, Gaps));

    [Fact]
    public void Whether_the_meeting_has_ended() => Check(IdleDuty.Say(Started().Case).Card);

    [Fact]
    public void What_the_manager_is_told() => Check(GapsDuty.Report(
        Started().Fact(new MeetingEnded(Via.Form), new GapsListed(["x"], Dates.Local("2026-11-25 17:00"))).Case, Gaps, Words));

    [Fact]
    public void What_everybody_is_told_of_a_new_chair() => Check(NewChairDuty.Say(AConvenedCase().Case, Helen).Card);

    [Fact]
    public void No_card_is_too_large_with_every_field_full()
    {
        var given = Full();
        var gaps = Enumerable.Range(0, 60).Select(i => Heading($"g{i}", new string('g', 80), $"{i} {new string('t', 100)}", "b"));
        var missing = Missing([.. gaps]);

        AdaptiveCard[] cards =
        [
            Form(new AttendancePart(null!), given, Priya, new AttendancePart.Form(Given.Id.Value)),
            Form(new TakeoverPart(), given, Helen, new TakeoverPart.Form(Given.Id.Value)),
            Form(new ReadBackPart(), given, Priya, new ReadBackPart.Form(Given.Id.Value)),
            Page(new EndPage(missing), given),
            Form(new CompletionPart(missing), given, Priya, new CompletionPart.Form(Given.Id.Value)),
        ];
        Assert.All(cards, card => Assert.InRange(CardSize.Utf16Bytes(card.Inline()), 1, CardSize.LimitInBytes));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count, 0, 5));
        Assert.All(cards, card => Assert.InRange(card.Body.OfType<CardInput>().Count(input => input.Id != MarkingInput.Id), 0, 6));
    }

    private static Gap Heading(string id, string sentence, string title, string block) =>
        new(id, sentence, WhoFills.Chair, new(title, "assessing/headings", new { Case = "SB-2026-014", Block = block }));

    private static PhaseList Missing(IReadOnlyList<Gap> gaps) => new(new Phase("test") { Gaps = _ => gaps });

    private static AdaptiveCard Form<TPart, TForm>(TPart part, Given given, Participant reader, TForm asked)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm => PartHost.Open(part, given.SeenBy(given.Case.Find(reader.Id)!), asked, Now);

    private static AdaptiveCard Page(IPage<CaseForm> page, Given given) =>
        PartHost.Page(page, given.SeenBy(Priya), StrategyBot.Forms.CaseForm.Of(given.Case), Now);

    private static void Check(AdaptiveCard card, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Golden.Json(CardJson.Write(card), name: name);

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00")
        .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster));

    private static Given Recorded() => Started().Fact(
        new ReasonableCauseDecided(ReasonableCause.Yes, "") { Child = Child1 },
        new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Child = Child1 },
        Action(1, Tom, "Visit the home with <b>Sam</b>") with { DueAt = Dates.Local("2026-11-25 17:00") },
        Action(2, Sam, "Check the *intelligence* system") with { Audience = Audience.PoliceAndSocialCare },
        new InformationGiven(Sam.Id, Agency.Police, "Two call-outs this year.", 0),
        new ViewGiven(Sam.Id, ReasonableCause.Yes, "The explanations differ.") { Child = Child1 });

    private static ActionAgreed Action(int number, Participant owner, string what) =>
        new(new($"action-{number}"), ActionKind.Action, what, owner.Id, Dates.Local("2026-11-26 12:00"), "", "");

    private static Given Full()
    {
        var line = new string('n', 200);
        var text = new string('w', 1_500);
        var child = new ChildNamed(new(line, line, new DateOnly(2020, 1, 1), false, line, line, line));
        var officer = Sam with { Name = line, JobTitle = line, Phone = line, Person = null };
        var given = Started().At("2026-11-25 14:30");
        given.Fact([.. Enumerable.Range(1, 8).Select(i => child with { Child = new($"child-{i}") })]);
        given.Fact([.. Enumerable.Range(20, 40)
            .Select(i => new ParticipantAdded(officer with { Id = new($"person-{i}"), Mail = $"{i}@police.example" }))]);
        var first = officer with { Id = new("person-20") };
        given.Fact([.. Enumerable.Range(1, 30).Select(i => Action(i, first, text) with { Purpose = text })]);
        given.Fact([.. Enumerable.Range(1, 8).Select(i => (Fact)new ViewGiven(Priya.Id, ReasonableCause.CannotSayYet, text)
        {
            Child = new($"child-{i}"),
        })]);
        given.Fact([.. Enumerable.Range(1, 10).Select(i => new InformationGiven(Priya.Id, Agency.SocialCare, text, i))]);
        given.Fact([.. Enumerable.Range(20, 10).Select(i => new ReadBackAnswered(new($"person-{i}"), false, text))]);
        return given.Fact(new ReadBackAnswered(Priya.Id, false, text), new QuorumGapExplained(Agency.Police, text, text, text));
    }
}
