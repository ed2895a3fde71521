using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Documents;

public sealed class MinutesDraftTests
{
    [Fact]
    public void The_draft_of_a_meeting() => Golden.Text(Print(MinutesDraft.Of(Ended().Case)));

    [Fact]
    public void Actions_come_before_attendance_and_before_every_heading()
    {
        var sections = MinutesDraft.Of(Ended().Case).Select(paragraph => paragraph.Section).Distinct().ToList();

        Assert.Equal(["Meeting", "Actions", "Attendance", "Where each child is safe"], sections.Take(4));
    }

    [Fact]
    public void Every_heading_is_there_in_order_though_nobody_answered_any()
    {
        var draft = MinutesDraft.Of(Held().By(Given.Priya).At("2026-11-25 14:45").Fact(In(new MeetingEnded(Via.TeamsEvent))).Case);
        var headings =
            draft.Where(paragraph => paragraph.Id.StartsWith("part-", StringComparison.Ordinal))
                .Select(paragraph => paragraph.Id.Split('/')[1]).Distinct();

        // What hangs on another answer, or on the telephone, isn't there.
        // That there are no actions stands at the beginning, and once.
        var asked = Headings.All.Where(heading => heading is { Where: null, IsByPhone: false, Id: not "actions" }).ToList();
        Assert.Equal("No actions are recorded.", Assert.Single(draft, paragraph => paragraph.Section == "Actions").Text);
        Assert.Equal(asked.Select(heading => heading.Id), headings);
        Assert.All(asked,
            heading => Assert.EndsWith("Nothing recorded",
                draft.First(paragraph => paragraph.Id.StartsWith($"part-{heading.Part}/{heading.Id}", StringComparison.Ordinal)).Text));
    }

    [Theory]
    [InlineData("strengths", "Checked – nothing held: Early help records, by Tom Okafor")]
    [InlineData("weaknesses", "Not known yet: The health visitor's records, tomorrow")]
    [InlineData("context", "Nothing recorded")]
    public void A_blank_is_told_from_nothing_held_and_from_not_known_yet(string heading, string printed) =>
        Assert.Equal(printed, MinutesDraft.Of(Ended().Case).Single(paragraph => paragraph.Id == $"part-1/{heading}").Text);

    [Fact]
    public void Ticked_as_known_without_words_is_not_a_blank()
    {
        var draft = MinutesDraft.Of(Ended().By(Given.Priya).Fact(Answered("context", AnswerKind.Known, "")).Case);

        Assert.Equal("Known – no words were given", draft.Single(paragraph => paragraph.Id == "part-1/context").Text);
    }

    [Fact]
    public void Answers_that_contest_each_other_are_both_printed_with_their_authors()
    {
        var given = Held().At("2026-11-25 14:20").By(Given.Priya).Fact(Answered("cause", AnswerKind.Known, "A bruise."));
        var contested = given.By(Given.Tom)
            .Fact(Answered("cause", AnswerKind.Known, "Two bruises.") with { Contests = given.Entries.Count });

        var printed =
            MinutesDraft.Of(contested.Case).Where(paragraph => paragraph.Id.StartsWith("part-1/cause", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [("One of several answers that stand: A bruise.", "Priya Nair, Team Manager, Children's social care"),
                ("One of several answers that stand: Two bruises.", "Tom Okafor, Social Worker, Children's social care")],
            printed.Select(paragraph => (paragraph.Text, paragraph.Author)));
    }

    [Fact]
    public void A_paragraph_has_the_marking_that_its_author_gave_it() =>
        Assert.Equal(Audience.PoliceAndSocialCare,
            MinutesDraft.Of(Ended().Case).Single(paragraph => paragraph.Text.Contains("A source says", StringComparison.Ordinal)).Audience);

    [Fact]
    public void Words_typed_for_another_are_that_others_and_say_who_typed()
    {
        var given = Held().By(Given.Priya)
            .Fact(In(new InformationGiven(Given.Ruth.Id, Agency.School, "Often late.", 0)) with { OnBehalfOf = Given.Ruth.Id });

        var paragraph = MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Text == "School: Often late.");

        Assert.Equal("Ruth Carver, Designated Safeguarding Lead, School; typed by Priya Nair", paragraph.Author);
        Assert.Equal(Given.Ruth.Id, paragraph.By);
    }

    [Fact]
    public void The_chairs_words_stand_in_place_of_the_records_and_say_so()
    {
        var edited = Ended().By(Given.Priya)
            .Fact(In(new MinutesEdited("part-1/cause", "A bruise.") { Audience = Audience.PoliceAndSocialCare }));

        var paragraph = MinutesDraft.Of(edited.Case).Single(paragraph => paragraph.Id == "part-1/cause");

        Assert.Equal(("A bruise.", "Priya Nair, Team Manager, Children's social care; edited by Priya Nair on Wed 25 Nov 2026, 14:45"),
            (paragraph.Text, paragraph.Author));
        Assert.Equal(Audience.Professionals, paragraph.Audience);
    }

    [Fact]
    public void The_interim_safety_plan_is_printed_under_the_authoritys_own_label()
    {
        var @case = Ended().Case;
        var label = @case.Profile.Labels.SafetyPlan with { Text = "Next steps" };
        var renamed = @case with { Profile = @case.Profile with { Labels = @case.Profile.Labels with { SafetyPlan = label } } };

        Assert.Contains(MinutesDraft.Of(renamed),
            paragraph => paragraph.Section == "Next steps" && paragraph.Cells?[0] == "The child stays at grandmother's");
    }

    [Fact]
    public void A_text_longer_than_a_paragraph_takes_is_printed_in_parts_and_whole()
    {
        var text = string.Join(' ', Enumerable.Range(1, 3_000));
        var draft = MinutesDraft.Of(Held().By(Given.Sam).Fact(In(new InformationGiven(Given.Sam.Id, Agency.Police, text, 0))).Case);

        var parts = draft.Where(paragraph => paragraph.Author.StartsWith("Sam", StringComparison.Ordinal)).ToList();

        Assert.All(parts, part => Assert.InRange(part.Text.Length, 1, MinutesDraft.MostText));
        Assert.Equal($"Police: {text}", string.Join(' ', parts.Select(part => part.Text)));
        Assert.Equal(parts.Count, parts.Select(part => part.Id).Distinct().Count());
    }

    internal static string Print(IEnumerable<MinutesParagraph> paragraphs) => string.Join("\n\n", paragraphs
        .Select(paragraph => $"[{paragraph.Id}] {paragraph.Section}\n{paragraph.Text}"
            + (MinutesDocx.Signed(paragraph) is { Length: > 0 } signed ? $"\n  — {signed}" : "")));
}
