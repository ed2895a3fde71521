using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Hub;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>The numbers, the sex and the postcode of a child (R136).</summary>
public sealed class IdentifiersTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    [Fact]
    public async Task They_are_kept_with_why_one_is_not_known_and_stay_when_the_child_is_corrected()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var form = await OpenAsync();
        Assert.Equal(["sex", "postcode", "nhsNumber", "authority", "pupil", "why"], form.Inputs.Select(input => input.Id));

        await form.PressAsync(form.Buttons[0].Title, ("sex", "female"), ("postcode", "ZZ1 2AB"), ("pupil", "PLANTEDUPN"),
            ("why", "Not asked yet."));

        var child = (await CaseAsync()).Children[0].Details;
        Assert.Equal((Sex.Female, "ZZ1 2AB"), (child.Sex!.Value, child.Postcode));
        Assert.Equal(ValueList.Of([new Identifier("nhs", "", "Not asked yet."), new("authority", "", "Not asked yet."),
            new("upn", "PLANTEDUPN", "")]), child.Identifiers!);
        Assert.Equal("PLANTEDUPN", (await OpenAsync()).Value("pupil"));

        var corrected = await host.OpenAsync(Priya, PersonPart.Id.Button("", new PersonPart.Form(Id.Value, Child1.Value)));
        Assert.Contains(corrected.Buttons, button => button.Title.StartsWith("Sex, postcode and numbers", StringComparison.Ordinal));
        await corrected.PressAsync(corrected.Buttons[0].Title, ("aliases", "Ashley"));
        var after = (await CaseAsync()).Children[0].Details;
        Assert.Equal(("Ashley", "ZZ1 2AB", "PLANTEDUPN"), (after.Aliases, after.Postcode, after.Find(Identifier.Pupil)));
    }

    [Fact]
    public async Task Who_checks_records_has_them_and_no_posted_card_and_no_minutes()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var form = await OpenAsync();
        await form.PressAsync(form.Buttons[0].Title, ("postcode", "ZZ1 2AB"), ("pupil", "PLANTEDUPN"));
        var @case = await CaseAsync();

        Assert.Contains("Unique pupil number: PLANTEDUPN", (await CheckAsync(Ruth)).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTEDUPN", CardJson.Write(HubCard.For(@case, Words)), StringComparison.Ordinal);
        Assert.DoesNotContain(MinutesDraft.Of(@case), paragraph => paragraph.Text.Contains("PLANTEDUPN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_postcode_of_a_confidential_address_is_for_those_alone_who_may_know_it()
    {
        var refuge = new ChildDetails("Ash Lindley", "", null, false, "PLANTEDREFUGE", "", "") { Postcode = "ZZ9 9ZZ", Sex = Sex.Male };
        await host.Cases.HaveAsync(AConvenedCase().By(Priya)
            .Fact(new ChildNamed(refuge) { Child = Child1, Audience = Audience.PoliceAndSocialCare }));

        var schools = await CheckAsync(Ruth);
        Assert.DoesNotContain("ZZ9", schools.Text, StringComparison.Ordinal);
        Assert.Contains("Male", schools.Text, StringComparison.Ordinal);
        Assert.Contains("ZZ9 9ZZ", (await CheckAsync(Sam)).Text, StringComparison.Ordinal);
    }

    /// <summary>They are no reason to look again in the records either.</summary>
    [Fact]
    public async Task The_census_codes_are_social_cares_alone_and_nobody_is_told_of_them()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var before = (await CaseAsync()).Children[0].Last;
        var person = await host.OpenAsync(Priya, PersonPart.Id.Button("", new PersonPart.Form(Id.Value, Child1.Value)));
        var form = await person.PressAsync("Ethnicity and disability …");
        Assert.Equal(["ethnicity", "disabilities"], form.Inputs.Select(input => input.Id));
        Assert.Contains("can't stand beside another", (await form.PressAsync(form.Buttons[0].Title, ("ethnicity", "MWBC"),
            ("disabilities", "NONE,HEAR"))).Text, StringComparison.Ordinal);
        await form.PressAsync(form.Buttons[0].Title, ("ethnicity", "MWBC"), ("disabilities", "HEAR,LD"));

        var @case = await CaseAsync();
        var details = @case.Children[0].Details;
        Assert.Equal("MWBC", details.Ethnicity);
        Assert.Equal(["HEAR", "LD"], details.Disabilities!.Order());
        Assert.Equal(before!.Named, @case.Children[0].Last!.Named);
        var said = new ChildNamed(@case.Children[0].Details) { Child = Child1 };
        Assert.Null(((ChildNamed)said.CutFor(Sam)).Details.Ethnicity);
        Assert.Null(((ChildNamed)said.CutFor(Ruth)).Details.Disabilities);
        Assert.Equal("MWBC", ((ChildNamed)said.CutFor(Tom)).Details.Ethnicity);
        Assert.DoesNotContain("Caribbean", (await CheckAsync(Priya)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(MinutesDraft.Of(@case), paragraph => paragraph.Text.Contains("Caribbean", StringComparison.Ordinal));

        // A correction keeps them.
        await person.PressAsync(person.Buttons[0].Title, ("aliases", "Ashley"));
        Assert.Equal("MWBC", (await CaseAsync()).Children[0].Details.Ethnicity);
    }

    [Fact]
    public async Task An_nhs_number_checks_itself_where_it_is_asked()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var form = await OpenAsync();
        Assert.Contains("ten digits", (await form.PressAsync(form.Buttons[0].Title, ("nhsNumber", "1234567890"))).Text,
            StringComparison.Ordinal);
        await form.PressAsync(form.Buttons[0].Title, ("nhsNumber", "999 000 0018"));
        Assert.Equal("9990000018", (await CaseAsync()).Children[0].Details.NhsNumber);
    }

    public void Dispose() => host.Dispose();

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private Task<PartHost.Screen> CheckAsync(Participant by) =>
        host.OpenAsync(by, WhoToCheckPart.Id.Button("", new WhoToCheckPart.Form(Id.Value)));

    private Task<PartHost.Screen> OpenAsync() =>
        host.OpenAsync(Priya, IdentifiersPart.Id.Button("", new IdentifiersPart.Form(Id.Value, Child1.Value)));
}
