using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class MinutingCardsTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 15:00");
    private static readonly DateTimeOffset Late = Dates.Local("2026-11-30 09:00");

    [Fact]
    public void The_first_page_of_the_draft() => Write(Page(new DraftPage(), Ended(), Given.Priya, new(Given.Id.Value)));

    [Fact]
    public void A_paragraph_to_edit() =>
        Write(Edit(Ended().By(Given.Priya).Fact(In(new MinutesEdited("part-1/cause", "A bruise."))), "part-1/cause"));

    [Fact]
    public void The_approval_when_it_is_late() => Write(Approval(Ended(), Late));

    [Fact]
    public void The_approval_of_an_amendment() => Write(Approval(ApprovalRuleTests.Approved(), Now));

    [Fact]
    public void The_minutes_as_the_school_reads_them() =>
        Write(Page(new IssuedMinutesPage(), ApprovalRuleTests.Approved(), Given.Ruth, new(Given.Id.Value)));

    [Fact]
    public void A_version_that_was_superseded() =>
        Write(Page(new IssuedMinutesPage(), ApprovalRuleTests.AmendedTo2(), Given.Sam, new(Given.Id.Value, "meeting-1", 1, 99)));

    [Fact]
    public void Entering_on_two_childrens_records() => Write(Entering(ApprovalRuleTests.Approved(children: 2), Given.Tom));

    [Fact]
    public void Business_support_knows_a_child_by_number() =>
        Assert.DoesNotContain("Lindley", CardJson.Write(Entering(ApprovalRuleTests.Approved(), Given.Jo)));

    [Fact]
    public void Who_has_the_minutes()
    {
        var meeting = ApprovalRuleTests.Approved().Case.Meeting;
        var sent = ApprovalRuleTests.Approved().At("2026-11-25 15:21").Fact(
            new EffectSettled(DistributeMinutesDuty.KeyOf(meeting, 1, Given.Sam.Id), EffectOutcome.Delivered, "mail", "m1"),
            new EffectSettled(DistributeMinutesDuty.KeyOf(meeting, 1, Given.Ruth.Id), EffectOutcome.GivenUp, "", "NoAddress"))
                .At("2026-11-25 16:00").By(Given.Sam).Fact(In(new MinutesAcknowledged(Given.Sam.Id, 1)));

        Write(Page(new DeliveryPage(null!), sent, Given.Priya, new(Given.Id.Value)));
    }

    [Fact]
    public void The_draft_is_ready() => Write(DraftReadyCard.For(Ended().Case, Given.Words));

    [Fact]
    public void Version_2_is_sent() =>
        Write(MinutesSentCard.For(
            ApprovalRuleTests.AmendedTo2().Case, ApprovalRuleTests.AmendedTo2().Case.Meeting, Given.Ruth, Given.Words));

    [Fact]
    public void A_manager_is_reminded() => Write(ReminderCard.For(Ended().Case, Ended().Case.Meeting, Given.Helen, Given.Words, Late));

    [Fact]
    public void A_document_is_offered() =>
        Write(OfferDocument.Offer(ApprovalRuleTests.Approved().SeenBy(Given.Sam), ApprovalRuleTests.Approved().Case.Meeting, 1)
            .Card(new("https://bot.example/documents/token")));

    [Fact]
    public void The_chair_sees_that_the_record_changed_under_an_edit()
    {
        var edited = Ended().By(Given.Priya).Fact(In(new MinutesEdited("part-1/cause", "A bruise."))).At("2026-11-25 16:00").By(Given.Tom)
            .Fact(Answered("cause", AnswerKind.Known, "Two bruises."));
        var page = MinutesDrawing.Find(MinutesDraft.Of(edited.Case), "part-1/cause");

        Assert.Contains("the record changed after this was edited",
            CardJson.Write(Page(new DraftPage(), edited, Given.Priya, new(Given.Id.Value, page))));
    }

    [Fact]
    public void What_is_marked_for_others_is_on_no_page_of_a_reader()
    {
        var approved = ApprovalRuleTests.Approved();

        Assert.DoesNotContain("A source says", string.Concat(PagesOf(approved.SeenBy(Given.Ruth))));
        Assert.Contains("A source says", string.Concat(PagesOf(approved.SeenBy(Given.Sam))));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('\u0001')]
    [InlineData('\n')]
    public void Every_page_of_the_longest_minutes_stays_small_enough(char character)
    {
        var given = Ended();
        foreach (var number in Enumerable.Range(1, 12))
        {
            given.By(Given.Sam).Fact(In(new InformationGiven(Given.Sam.Id, Agency.Police, $"x{new string(character, 20_000)}", 0)));
            given.By(Given.Priya)
                .Fact(In(
                    new ActionAgreed(new($"action-{number}"), ActionKind.Action, new string(character, 1_500), Given.Tom.Id, Now,
                        new string(character, 1_500), new string(character, 1_500))));
        }

        var pages = MinutesDrawing.Of(MinutesCopy.For(MinutesDraft.Of(given.Case), Given.Priya)).Count;
        Assert.All(Enumerable.Range(1, pages), page => AssertSmall(Page(new DraftPage(), given, Given.Priya, new(Given.Id.Value, page))));
        AssertSmall(Edit(given, MinutesDraft.Of(given.Case).First(paragraph => paragraph.Text.Length == MinutesDraft.MostText).Id, 1));
        AssertSmall(Approval(given, Late));
    }

    private static IEnumerable<string> PagesOf(CaseView view) =>
        Enumerable.Range(1, MinutesDrawing.Of(MinutesCopy.For(view.Whole.Meeting.Minutes.Versions[1], view.Reader)).Count)
            .Select(page => CardJson.Write(PartHost.Page(new IssuedMinutesPage(), view, new(Given.Id.Value, "meeting-1", 1, page), Now)));

    private static AdaptiveCard Page<TForm>(IPage<TForm> page, Given given, Participant reader, TForm asked)
        where TForm : class, ICaseForm => PartHost.Page(page, given.SeenBy(reader), asked, Now);

    private static AdaptiveCard Edit(Given given, string paragraph, int part = 0) =>
        PartHost.Open<ParagraphPart, ParagraphPart.Form>(new(), given.SeenBy(Given.Priya), new(Given.Id.Value, paragraph, part), Now);

    private static AdaptiveCard Approval(Given given, DateTimeOffset now) => PartHost.Open<ApprovalPart, ApprovalPart.Form>(
        new(Program.Phases), given.SeenBy(Given.Priya),
        new(Given.Id.Value, given.Case.Meeting.Minutes.Version, MinutesDigest.Of(MinutesDraft.Of(given.Case))), now);

    private static AdaptiveCard Entering(Given given, Participant reader) =>
        PartHost.Open<EnteringPart, EnteringPart.Form>(new(), given.SeenBy(reader), new(Given.Id.Value), Now);

    private static void AssertSmall(AdaptiveCard card) => Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes);

    private static void Write(
        AdaptiveCard card, [System.Runtime.CompilerServices.CallerFilePath] string test = "",
        [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Golden.Json(CardJson.Write(card), test, name);
}
