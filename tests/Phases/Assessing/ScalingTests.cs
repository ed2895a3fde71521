using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules;
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
    public void A_written_update_brings_the_number_with_its_view()
    {
        var given = AConvenedCase();
        var scaling = given.Case with { Profile = given.Case.Profile with { Scaling = given.Case.Profile.Scaling with { Ask = true } } };
        Assert.DoesNotContain("scale", Update(given.SeenBy(Ruth)));
        Assert.Contains("scale", Update(given.SeenBy(Ruth) with { Case = scaling, Whole = scaling }));

        var facts = UpdateRule.Give(scaling, Ruth, new(Id.Value, "Often late.", ReasonableCause.Yes, "Bruises.", Scale: "4"),
            Audience.Professionals).Match(facts => facts, _ => []);
        Assert.All(facts.OfType<ViewGiven>(), view => Assert.Equal(4, view.Scale));
        Assert.NotEmpty(facts.OfType<ViewGiven>());
        Assert.Equal("view", Assert.IsType<CannotBe>(UpdateRule.Give(scaling, Ruth, new(Id.Value, "Often late.", Scale: "4"),
            Audience.Professionals).Match(_ => (Refusal?)null, no => no)).Field);
    }

    /// <summary>An authority that names others has others; a case that was begun before keeps the five of the paper.</summary>
    [Fact]
    public void Risk_factors_are_the_procedures_and_what_was_chosen_before_is_still_said()
    {
        var given = AConvenedCase();
        string[] since = ["criminal-exploitation", "fgm", "special-guardianship", "mental-health"];
        Assert.Empty(since.Except(Risks(given.Case)));

        var own = given.Case with
        {
            Profile = given.Case.Profile with
            {
                Questions = given.Case.Profile.Questions with { RiskFactors = ValueList.Of([new ProfileChoice("gangs", "Gangs")]) },
            },
        };
        Assert.Equal(["gangs"], Risks(own));

        var recorded = JsonNode.Parse(ProcedureProfiles.Default.ToJson())!.AsObject();
        recorded["questions"]!.AsObject().Remove("riskFactors");
        var former = given.Case with { Profile = ProcedureProfile.FromJson(recorded.ToJsonString()) };
        Assert.DoesNotContain("riskFactors", former.Profile.ToJson(), StringComparison.Ordinal);
        Assert.Equal(["mental-health", "substance", "domestic-abuse", "isolation", "other"], Risks(former));

        given.By(Tom).Fact(ListRowTests.Row("row-1", "risk-factors", ("kind", "isolation"), ("evidence", "No family here.")));
        var chosen = given.Case with { Profile = own.Profile };
        Assert.Equal(["gangs", "isolation"], Risks(chosen));
        Assert.StartsWith("Social isolation or immigration", MinutesDraft.Of(chosen)
            .Single(paragraph => paragraph.Id.StartsWith("part-1/risk-factors", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Risks(Case @case) =>
        RowLists.Find("risk-factors")!.Fields[0].Options(@case).Select(option => option.Id);

    private static IEnumerable<string> Update(CaseView view) =>
        PartHost.Open(new UpdatePart(), view, new UpdatePart.Form(Id.Value), Now).Body.OfType<CardInput>().Select(input => input.Id);

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
