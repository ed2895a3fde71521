using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Hub;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Forms;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Hub;

/// <summary>What is said on every screen is said once; sources stand behind an (i), and only the case's own procedure is named.</summary>
public sealed class SaidOnceTests
{
    private static readonly string[] Councils = ["Bedford", "Devon", "Herefordshire", "Newcastle", "Worcestershire"];

    [Fact]
    public void A_limit_stands_once_on_the_own_part_and_its_source_behind_an_i()
    {
        var body = Part(AConvenedCase(), "2026-11-25 13:00");

        var limit = Assert.Single(Texts(body), text => text.Text.Contains("Hold by", StringComparison.Ordinal));
        Assert.DoesNotContain("–", limit.Text[limit.Text.IndexOf('(', StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain(Texts(body), text => text.Text.Contains("Next date: Meeting", StringComparison.Ordinal));

        var source = Assert.Single(Texts(body), text => text.Id == "sources");
        Assert.False(source.IsVisible);
        Assert.Contains("Default procedure: “", source.Text, StringComparison.Ordinal);
        Assert.Contains(body.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ToggleVisibilityAction>(),
            action => action.TargetElements.SequenceEqual(["sources"]) && action.Title.Contains("(i)", StringComparison.Ordinal));
    }

    /// <summary>Of the dates of a case, in <c>status</c> too, and on every form and page that anybody opens.</summary>
    [Fact]
    public async Task Who_set_a_limit_stands_behind_an_i_wherever_it_is_said()
    {
        var open = new List<string>();
        var hidden = 0;
        await Walk.AllAsync((walked, _, screen) =>
        {
            var texts = Texts(screen.Card.Body);
            hidden += texts.Count(text =>
                text.IsVisible == false && text.Text.Contains("Default procedure: “", StringComparison.Ordinal));
            open.AddRange(texts.Where(text => text.IsVisible != false && text.Text.Contains("Default procedure", StringComparison.Ordinal))
                .Select(text => $"{walked.Stage}, {screen.Title}: {text.Text}"));
            return Task.CompletedTask;
        });
        var given = AConvenedCase();
        var status = Texts(StatusCard.For(given.SeenBy(Priya), Program.Phases, Words, given.Now).Body);

        Assert.True(open.Count == 0, string.Join('\n', open.Distinct()));
        Assert.True(hidden > 10, $"{hidden}");
        Assert.DoesNotContain(status, text => text.IsVisible != false && text.Text.Contains("Default procedure", StringComparison.Ordinal));
        Assert.Contains("Default procedure: “", Assert.Single(status, text => text.Id == "sources").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_behind_a_sentence_stands_behind_an_i()
    {
        var body = Part(Started(), "2026-11-25 14:05");

        var say = body.OfType<Container>().Single(container => container.Id == "say");
        Assert.False(
            Assert.Single(say.Items.OfType<TextBlock>(), text => text.Text.Contains("Behind it", StringComparison.Ordinal)).IsVisible);
        Assert.Single(say.Items.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ToggleVisibilityAction>());
    }

    [Theory]
    [InlineData("default")]
    [InlineData("bedford")]
    [InlineData("devon")]
    [InlineData("newcastle")]
    [InlineData("worcestershire")]
    [InlineData("herefordshire")]
    public void Only_the_cases_own_procedure_is_named_whatever_papers_it_is_made_of(string procedure)
    {
        var profile = ProcedureProfiles.Named(procedure);
        var given = Started();
        var @case = given.Case with { Profile = profile };
        var view = given.SeenBy(Priya) with { Case = @case, Whole = @case };
        List<string> said =
        [
            .. CaseClocks.For(view).Select(clock => clock.Say(Words, given.Now)),
            .. Program.Phases.Entries(view, given.Now).SelectMany(entry => Texts(SayBlock.For(view, entry))).Select(text => text.Text),
        ];

        Assert.NotEmpty(said);
        var named = Councils.Where(council => said.Any(text => text.Contains(council, StringComparison.Ordinal))).ToList();
        Assert.True(named.Count == 0 || named.SequenceEqual([profile.Name.Split(' ')[0]]), string.Join(", ", named));
    }

    private static IReadOnlyList<CardElement> Part(Given given, string now) =>
        MyPartDrawing.Of(given.SeenBy(Priya), Program.Phases, Words, Dates.Local(now)).Body;

    private static IReadOnlyList<TextBlock> Texts(IEnumerable<CardElement> body) =>
        [.. body.SelectMany(element => element is Container container ? container.Items : [element]).OfType<TextBlock>()];

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00").By(Priya)
        .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
}
