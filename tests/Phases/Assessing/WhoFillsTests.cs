using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>What one agency knows is asked of that agency, by name missed, and printed as it said it (R44, R47–R49).</summary>
public sealed class WhoFillsTests
{
    /// <param name="unsaid">What a bare answer leaves open; empty where the answer is words.</param>
    [Theory]
    [InlineData("discharge", "yes", "what has to be in place before the child goes home", "Health", "The ward, once Tom saw the home.")]
    [InlineData("seen-alone", "", "", "SocialWorker", "Thu 26 Nov, 10:00, at school, by Tom Okafor, alone.")]
    [InlineData("wishes", "", "", "SocialWorker", "By drawing, with Tom Okafor.")]
    [InlineData("abe", "yes", "who, where and how the family is told", "Police", "DS Whitlock, at the suite; Tom tells the mother.")]
    [InlineData("culture", "", "", "SocialWorker", "White British; no religion named.")]
    [InlineData("interpreter", "yes", "the language", "SocialWorker", "Polish.")]
    public void A_heading_is_open_for_whoever_knows_it_is_missed_by_its_agency_and_stands_under_its_authors_name(
        string id, string tick, string unsaid, string who, string words)
    {
        var heading = Headings.Find(id)!;
        var (fills, author) = who switch
        {
            "Health" => (WhoFills.Health, Grace),
            "Police" => (WhoFills.Police, Sam),
            _ => (WhoFills.SocialWorker, Tom),
        };
        IReadOnlyList<Fact> begun =
            [new MeetingStarted(Via.Form), .. new[] { Priya, Tom, Sam, Grace }.Select(person => new ArrivalNoted(person.Id, Via.Roster))];
        var given = AConvenedCase().By(Priya).Fact([.. begun.Select(fact => fact with { Meeting = FirstMeeting })]);

        Assert.All(new[] { Priya, Tom, Sam, Grace, Ruth }, reader =>
        {
            var entry = AssessingPhase.List.Entries(given.SeenBy(reader), given.Now)
                .SingleOrDefault(entry => entry.Id == $"assessing/block/{heading.Block}");
            Assert.Equal(reader == author, entry?.IsOpen ?? false);
        });
        Assert.Equal(fills, Gap(given)?.Fills);

        if (tick.Length > 0)
        {
            Save("");
            Assert.Contains(unsaid, Gap(given)?.Sentence, StringComparison.Ordinal);
        }

        Save(words);
        Assert.Null(Gap(given));
        var printed = MinutesDraft.Of(given.Case).Single(one => one.Section == heading.Title);
        Assert.Contains(words, printed.Text, StringComparison.Ordinal);
        Assert.Equal(author.Id, printed.By);

        void Save(string text) => given.By(author).Decided(c => HeadingsRule.Save(
            c, author, [new(id, tick.Length == 0 ? [] : [tick], text)], c.Version, Audience.Professionals));

        StrategyBot.Phases.Gap? Gap(Given of) => AssessingPhase.List.Gaps(of.Case).SingleOrDefault(gap => gap.Id == $"heading/{id}");
    }

    /// <summary>R47: of not alone it is asked why, on the form itself.</summary>
    [Fact]
    public void When_a_child_is_seen_is_asked_with_by_whom_and_why_not_alone()
    {
        var form = PartHost.Open(
            new HeadingsPart(), AConvenedCase().SeenBy(Tom), new HeadingsPart.Form(Id.Value, Headings.Find("seen-alone")!.Block),
            Dates.Local("2026-11-25 14:05"));

        var input = form.Body.OfType<TextInput>().Single(input => input.Id == HeadingsPart.TextOf("seen-alone"));
        Assert.Equal("When is the child seen alone, and by whom? If not alone, why?", input.Placeholder);
    }
}
