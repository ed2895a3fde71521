using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Architecture;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>What a procedure may ask besides: 0 to 10 beside the view (R39), circumstances (R127), and its own pages (R15).</summary>
public sealed class ScalingTests
{
    [Fact]
    public void A_view_has_a_number_beside_it_where_the_procedure_scales_and_none_elsewhere()
    {
        var given = AConvenedCase();
        Assert.DoesNotContain(Inputs(given.SeenBy(Sam)), id => id == "scale");

        var scaling = given.Case with { Profile = given.Case.Profile with { Scaling = given.Case.Profile.Scaling with { Ask = true } } };
        Assert.Equal(["view", "scale", "line", "marking"], Inputs(given.SeenBy(Sam) with { Case = scaling, Whole = scaling }));
    }

    [Fact]
    public void The_number_stands_beside_the_view_in_the_minutes_and_is_kept_with_it_from_who_may_not_read_it()
    {
        var given = AConvenedCase().By(Sam)
            .Decided(c => ViewRule.Give(c, Sam, Sam, c.Children, ReasonableCause.Yes, "Two calls.", Audience.Professionals, 3));

        Assert.EndsWith("Police: Yes, 3 of 10. Two calls.",
            MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Id.StartsWith("part-1/views/", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
        Assert.Null(((ViewGiven)given.Entries[^1].Fact.Withheld()).Scale);
        given.When(c => ViewRule.Give(c, Sam, Sam, c.Children, ReasonableCause.Yes, "Two calls.", Audience.Professionals, 3))
            .ThenNothingNew();
    }

    [Fact]
    public void The_circumstances_that_came_since_the_papers_are_in_the_procedure()
    {
        string[] since =
        [
            "outside-family", "criminal-exploitation", "sexual-exploitation", "online-harm", "modern-slavery", "fgm", "radicalisation",
            "serious-violence", "looked-after", "kinship", "special-guardianship",
        ];

        Assert.Empty(since.Except(ProcedureProfiles.Default.Questions.Circumstances.Select(one => one.Id)));
    }

    /// <summary>Delegates read a partner's letters: what says what the case is about stands behind the link alone.</summary>
    [Fact]
    public void Thresholds_and_categories_stand_behind_the_link_and_nowhere_else()
    {
        var welcome = PartHost.Page(new StrategyBot.PartnerLinks.WelcomePage(), AConvenedCase().SeenBy(Sam), new(Id.Value), Now);
        Assert.Equal([ProcedureProfiles.Default.Links.Thresholds, ProcedureProfiles.Default.Links.Categories],
            welcome.Actions.OfType<OpenUrlAction>().Select(action => action.Url));

        var naming = Directory.GetFiles(Path.Combine(FilesTests.Root(), "..", "bot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("Links.Thresholds", StringComparison.Ordinal)).Select(Path.GetFileName);
        Assert.Equal(["WelcomePage.cs"], naming);
    }

    private static DateTimeOffset Now => Dates.Local("2026-11-25 14:05");

    private static IEnumerable<string> Inputs(CaseView view) =>
        PartHost.Open(new ViewPart(), view, new ViewPart.Form(Id.Value), Now).Body.OfType<CardInput>().Select(input => input.Id);
}
