using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>Parental responsibility and the GP, as the minutes' table of the family has them (issue 16).</summary>
public sealed class TiesTests : IDisposable
{
    private static readonly AdultId Dana = new("adult-1");

    private readonly PartHost host = new(PartHost.FakeOutside);

    [Fact]
    public async Task They_are_kept_stay_when_the_adult_is_corrected_and_stand_in_the_minutes()
    {
        await host.Cases.HaveAsync(OfTwo());
        var form = await OpenAsync(Priya, Dana.Value);
        Assert.Equal(["responsible", "for", "gp"], form.Inputs.Select(input => input.Id));

        await form.PressAsync(form.Buttons[0].Title, ("responsible", "forAll"), ("gp", "Quarry Lane Surgery"));
        Assert.Equal("forAll", (await OpenAsync(Priya, Dana.Value)).Value("responsible"));
        var corrected = await host.OpenAsync(Priya, PersonPart.Id.Button("", new PersonPart.Form(Id.Value, Dana.Value)));
        await corrected.PressAsync(corrected.Buttons[0].Title, ("aliases", "Dee"));

        var adult = (await CaseAsync()).Adults[0].Details;
        Assert.Equal(("Dee", "Quarry Lane Surgery", ParentalResponsibility.ForAll), (adult.Aliases, adult.Gp, adult.Responsible));
        Assert.Equal(["Dana Pell", "Mother, birth not known yet", "Yes, both", "8 Mill Court", "Quarry Lane Surgery"],
            Row(await CaseAsync(), "family/adult-1"));
    }

    [Fact]
    public async Task For_some_of_the_children_says_for_whom()
    {
        await host.Cases.HaveAsync(OfTwo());
        var form = await OpenAsync(Priya, Dana.Value);

        var refused = await form.PressAsync(form.Buttons[0].Title, ("responsible", "forSome"), ("gp", "Quarry Lane Surgery"));
        Assert.Contains("Tick for which children.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Quarry Lane Surgery", refused.Value("gp"));
        await form.PressAsync(form.Buttons[0].Title, ("responsible", "forSome"), ("for", "child-2"));
        Assert.Equal("Yes, for Isla Pell", Row(await CaseAsync(), "family/adult-1")[2]);
        // Whoever it was for is taken off the case.
        Assert.Equal("No child of this case", Row((await CaseAsync()) with { Children = [(await CaseAsync()).Children[0]] },
            "family/adult-1")[2]);

        await (await OpenAsync(Priya, Dana.Value)).PressAsync(form.Buttons[0].Title, ("responsible", "none"), ("for", "child-2"));
        Assert.Equal("No", Row(await CaseAsync(), "family/adult-1")[2]);
        Assert.Null((await CaseAsync()).Adults[0].Details.ResponsibleFor);
    }

    [Fact]
    public async Task Of_one_child_it_is_yes_or_no()
    {
        await host.Cases.HaveAsync(AConvenedCase().By(Priya).Fact(new AdultNamed(Dana, new("Dana Pell", "", null, "Mother", ""))));

        Assert.Equal(["responsible", "gp"], (await OpenAsync(Priya, Dana.Value)).Inputs.Select(input => input.Id));
        Assert.Equal([ParentalResponsibility.ForSome], TiesRule.NotOffered(await CaseAsync()));
        Assert.Equal("Not known yet", Row(await CaseAsync(), "family/adult-1")[2]);
    }

    [Fact]
    public async Task A_childs_surgery_stands_beside_the_school_and_whoever_searches_has_it()
    {
        await host.Cases.HaveAsync(OfTwo());
        var form = await OpenAsync(Priya, Child2.Value);
        Assert.Equal(["gp"], form.Inputs.Select(input => input.Id));
        await form.PressAsync(form.Buttons[0].Title, ("gp", "Quarry Lane Surgery"));

        Assert.Equal("Larkfield Primary; Quarry Lane Surgery", Row(await CaseAsync(), "family/child-2")[4]);
        var searched = await host.OpenAsync(Ruth, WhoToCheck.Button(await CaseAsync()));
        Assert.Contains("GP: Quarry Lane Surgery", searched.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", (await form.PressAsync(form.Buttons[0].Title, ("gp", "Quarry Lane Surgery"))).Text,
            StringComparison.Ordinal);
    }

    /// <summary>It is near the address (P33).</summary>
    [Fact]
    public async Task Where_an_address_is_confidential_the_surgery_is_for_the_same_readers()
    {
        var refuge = new ChildDetails("Isla Pell", "", null, false, "PLANTEDREFUGE", "Larkfield Primary", "") { Gp = "PLANTEDSURGERY" };
        await host.Cases.HaveAsync(OfTwo().By(Priya)
            .Fact(new ChildNamed(refuge) { Child = Child2, Audience = Audience.PoliceAndSocialCare })
            .Fact(new AdultNamed(Dana, new("Dana Pell", "", null, "Mother", "PLANTEDREFUGE") { Gp = "PLANTEDSURGERY" })
            {
                Audience = Audience.PoliceAndSocialCare,
            }));

        Assert.DoesNotContain("PLANTED", (await host.OpenAsync(Ruth, WhoToCheck.Button(await CaseAsync()))).Text, StringComparison.Ordinal);
        Assert.Contains("PLANTEDSURGERY", (await host.OpenAsync(Sam, WhoToCheck.Button(await CaseAsync()))).Text, StringComparison.Ordinal);
        var draft = MinutesDraft.Of(await CaseAsync());
        Assert.Equal("Larkfield Primary; GP confidential", Row(await CaseAsync(), "family/child-2")[4]);
        Assert.DoesNotContain(MinutesCopy.OnPaper(draft, Ruth), one =>
            one.Text.Contains("PLANTED", StringComparison.Ordinal)
            || one.Rows?.Any(row => row.Any(cell => cell.Contains("PLANTED", StringComparison.Ordinal))) == true);
        Assert.Contains(MinutesCopy.OnPaper(draft, Sam), one => one.Text == "PLANTEDREFUGE; GP: PLANTEDSURGERY");
    }

    [Fact]
    public async Task It_is_no_reason_to_look_again_in_the_records()
    {
        await host.Cases.HaveAsync(OfTwo());
        var before = (await CaseAsync()).Adults[0].Last;
        var form = await OpenAsync(Priya, Dana.Value);
        await form.PressAsync(form.Buttons[0].Title, ("responsible", "none"), ("gp", "Quarry Lane Surgery"));

        Assert.Equal(before, (await CaseAsync()).Adults[0].Last);
    }

    public void Dispose() => host.Dispose();

    private static Given OfTwo() => AConvenedCase().By(Priya).Fact(
        new ChildNamed(new("Isla Pell", "", null, false, "8 Mill Court", "Larkfield Primary", "")) { Child = Child2 },
        new AdultNamed(Dana, new("Dana Pell", "", null, "Mother", "8 Mill Court")));

    private static IReadOnlyList<string> Row(Case @case, string id) =>
        MinutesDraft.Of(@case).Single(one => one.Id == id).Rows![0];

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> OpenAsync(Participant by, string person) =>
        await host.OpenAsync(by, TiesPart.Id.Button("", new TiesPart.Form(Id.Value, person)));
}
