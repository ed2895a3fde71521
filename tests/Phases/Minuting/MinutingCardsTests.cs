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
    public void The_first_page_of_the_draft() => Write(DraftCard.For(Ended().SeenBy(Given.Priya), 1, Given.Words, Now));

    [Fact]
    public void A_paragraph_to_edit() => Write(Edit(Ended().By(Given.Priya).Fact(In(new MinutesEdited("part-1/cause", "A bruise."))), "part-1/cause"));

    [Fact]
    public void The_approval_when_it_is_late() => Write(ApprovalCard.For(Ended().SeenBy(Given.Priya), Given.Words, Late));

    [Fact]
    public void The_approval_of_an_amendment() => Write(ApprovalCard.For(ApprovingMinutesTests.Approved().SeenBy(Given.Priya), Given.Words, Now));

    [Fact]
    public void The_minutes_as_the_school_reads_them() => Write(MinutesCard.For(ApprovingMinutesTests.Approved().SeenBy(Given.Ruth), ApprovingMinutesTests.Approved().Case.Meeting, 0, 1, Given.Words));

    [Fact]
    public void A_version_that_was_superseded() => Write(MinutesCard.For(ApprovingMinutesTests.AmendedTo2().SeenBy(Given.Sam), ApprovingMinutesTests.AmendedTo2().Case.Meeting, 1, 99, Given.Words));

    [Fact]
    public void Entering_on_two_childrens_records() => Write(EnteringCard.For(ApprovingMinutesTests.Approved(children: 2).SeenBy(Given.Tom), Given.Words, Now));

    [Fact]
    public void Business_support_knows_a_child_by_number() =>
        Assert.DoesNotContain("Lindley", CardJson.Write(EnteringCard.For(ApprovingMinutesTests.Approved().SeenBy(Given.Jo), Given.Words, Now)));

    [Fact]
    public void Who_has_the_minutes()
    {
        var meeting = ApprovingMinutesTests.Approved().Case.Meeting;
        var sent = ApprovingMinutesTests.Approved().At("2026-11-25 15:21").Fact(
            new EffectSettled(DistributeMinutes.KeyOf(meeting, 1, Given.Sam.Id), EffectOutcome.Delivered, "mail", "m1"),
            new EffectSettled(DistributeMinutes.KeyOf(meeting, 1, Given.Ruth.Id), EffectOutcome.GivenUp, "", "NoAddress")).At("2026-11-25 16:00").By(Given.Sam).Fact(In(new MinutesAcknowledged(Given.Sam.Id, 1)));

        Write(DeliveryCard.For(sent.SeenBy(Given.Priya), Given.Words));
    }

    [Fact]
    public void The_draft_is_ready() => Write(DraftReadyCard.For(Ended().Case, Given.Words));

    [Fact]
    public void Version_2_is_sent() => Write(MinutesSentCard.For(ApprovingMinutesTests.AmendedTo2().Case, ApprovingMinutesTests.AmendedTo2().Case.Meeting, Given.Words));

    [Fact]
    public void A_manager_is_reminded() => Write(ReminderCard.For(Ended().Case, Ended().Case.Meeting, Given.Helen, Given.Words, Late));

    [Fact]
    public void A_document_is_offered() =>
        Write(DocumentCard.For(ApprovingMinutesTests.Approved().SeenBy(Given.Sam), ApprovingMinutesTests.Approved().Case.Meeting, 1, new("https://bot.example/documents/token")));

    [Fact]
    public void The_chair_sees_that_the_record_changed_under_an_edit()
    {
        var edited = Ended().By(Given.Priya).Fact(In(new MinutesEdited("part-1/cause", "A bruise."))).At("2026-11-25 16:00").By(Given.Tom).Fact(Answered("cause", AnswerKind.Known, "Two bruises."));
        var page = MinutesPages.Find(MinutesDraft.Of(edited.Case), "part-1/cause");

        Assert.Contains("the record changed after this was edited", CardJson.Write(DraftCard.For(edited.SeenBy(Given.Priya), page, Given.Words, Now)));
    }

    [Fact]
    public void What_is_marked_for_others_is_on_no_page_of_a_reader()
    {
        var approved = ApprovingMinutesTests.Approved();

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
            given.By(Given.Priya).Fact(In(new ActionAgreed(new($"action-{number}"), ActionKind.Action, new string(character, 1_500), Given.Tom.Id, Now, new string(character, 1_500), new string(character, 1_500))));
        }

        var view = given.SeenBy(Given.Priya);
        var pages = MinutesPages.Of(MinutesCopy.For(MinutesDraft.Of(view.Whole), Given.Priya)).Count;
        Assert.All(Enumerable.Range(1, pages), page => AssertSmall(DraftCard.For(view, page, Given.Words, Now, "Saved 15:00: Information")));
        var paragraph = MinutesDraft.Of(view.Whole).First(paragraph => paragraph.Text.Length == MinutesDraft.MostText);
        AssertSmall(EditCard.For(view, paragraph, 1, new string(character, FormCard.LongText), "It changed."));
        AssertSmall(ApprovalCard.For(view, Given.Words, Late, new("", 0, "", new string(character, FormCard.LongText), new string(character, FormCard.LongText)), "It changed."));
    }

    private static IEnumerable<string> PagesOf(CaseView view) =>
        Enumerable.Range(1, MinutesPages.Of(MinutesCopy.For(view.Whole.Meeting.Minutes.Versions[1], view.Reader)).Count)
            .Select(page => CardJson.Write(MinutesCard.For(view, view.Whole.Meeting, 1, page, Given.Words)));

    private static AdaptiveCard Edit(Given given, string paragraph) => EditCard.For(given.SeenBy(Given.Priya), MinutesDraft.Of(given.Case).Single(other => other.Id == paragraph), 0);

    private static void AssertSmall(AdaptiveCard card) => Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes);

    private static void Write(AdaptiveCard card, [System.Runtime.CompilerServices.CallerFilePath] string test = "", [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Golden.Json(CardJson.Write(card), test, name);
}
