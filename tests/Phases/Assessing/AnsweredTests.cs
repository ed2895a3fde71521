using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>Who knows it fills it, and the chair confirms (P21).</summary>
public sealed class AnsweredTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public async Task The_nurse_answers_what_is_health_and_nobody_elses_form_opens_for_her()
    {
        await HaveAsync();

        await (await BlockAsync(Grace, "medical")).PressAsync("Save", ("ticks-medical", "yes"),
            ("text-medical", "Today, Dr Ade, on the ward."));

        var given = (await CaseAsync()).Meeting.Assessment.Of("medical").Standing.Single();
        Assert.Equal((Grace.Person!.Value, Audience.Professionals), (given.By, given.Audience));
        Assert.Equal(new NotYourPart().Say(Words), (await BlockAsync(Grace, "abe")).Text);
        Assert.Equal(new NotYourPart().Say(Words), (await BlockAsync(Ruth, "medical")).Text);
        var before = (await CaseAsync()).Version;
        await host.PostAsync(Ruth, "assessing/save-headings", ("block", "medical"), ("ticks-medical", "no"), ("marking", "professionals"));
        Assert.Equal(before, (await CaseAsync()).Version);
    }

    [Fact]
    public async Task Whoever_fills_in_anothers_form_is_told_whose_it_is_and_under_which_name_it_stands()
    {
        await HaveAsync();

        Assert.Contains("Asked of health. What you save here stands under your name.", (await BlockAsync(Priya, "medical")).Text);
        Assert.DoesNotContain("stands under your name", (await BlockAsync(Grace, "medical")).Text);
        await (await BlockAsync(Priya, "medical")).PressAsync("Save", ("ticks-medical", "no"), ("text-medical", "Seen this morning."));

        Assert.Equal(Priya.Person!.Value, (await CaseAsync()).Meeting.Assessment.Of("medical").Standing.Single().By);
        // Her own needs nobody to confirm it.
        Assert.DoesNotContain(await EntriesAsync(Priya), entry => entry.Id.StartsWith("assessing/answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_chair_confirms_all_of_an_agencys_answers_in_one_tap_and_is_asked_again_when_one_changes()
    {
        await HaveAsync();
        await (await BlockAsync(Sam, "abe")).PressAsync("Save", ("ticks-abe", "no"), ("text-abe", "Nobody to interview yet."));
        await (await BlockAsync(Sam, "investigation")).PressAsync("Save", ("text-criminal", "DC Hale, statements by Friday."));
        Assert.Equal(("2 to confirm", true), await StateAsync());

        var page = await OpenAsync();
        Assert.Contains("DC Hale, statements by Friday.", page.Text);
        Assert.Equal(["These stand", "Change: Criminal investigation", "Change: ABE interview"],
            page.Buttons.Select(button => button.Title));
        Assert.Contains("what the police answered stands", (await page.PressAsync("These stand")).Text);
        Assert.Equal(("confirmed", false), await StateAsync());

        await (await BlockAsync(Sam, "abe")).PressAsync("Save", ("ticks-abe", "yes"), ("text-abe", "DC Hale, at the suite."));
        Assert.Equal(("1 to confirm", true), await StateAsync());
        Assert.DoesNotContain(Program.Phases.Gaps(await CaseAsync()), gap => gap.Id is "heading/abe" or "heading/criminal");
    }

    [Fact]
    public async Task What_changed_after_the_page_was_shown_is_not_confirmed_unseen()
    {
        await HaveAsync();
        await (await BlockAsync(Sam, "abe")).PressAsync("Save", ("ticks-abe", "no"), ("text-abe", "Nobody to interview yet."));
        var page = await OpenAsync();
        await (await BlockAsync(Sam, "abe")).PressAsync("Save", ("ticks-abe", "yes"), ("text-abe", "DC Hale, at the suite."));

        var told = await page.PressAsync("These stand");

        Assert.Contains(new AnswerGone().Say(Words), told.Text);
        Assert.Contains("DC Hale, at the suite.", told.Text);
        Assert.Empty((await CaseAsync()).Meeting.Assessment.Confirmed);
    }

    [Fact]
    public async Task The_minutes_say_under_an_answer_that_the_chair_confirmed_it()
    {
        await HaveAsync();
        await (await BlockAsync(Sam, "abe")).PressAsync("Save", ("ticks-abe", "no"), ("text-abe", "Nobody to interview yet."),
            ("marking", "police-and-social-care"));
        await (await OpenAsync()).PressAsync("These stand");

        var said = MinutesDraft.Of(await CaseAsync()).Where(paragraph => paragraph.Section == "ABE interview").ToList();
        Assert.Equal(["No: Nobody to interview yet.", "Confirmed by the chair."], said.Select(paragraph => paragraph.Text));
        Assert.All(said, paragraph => Assert.Equal(Audience.PoliceAndSocialCare, paragraph.Audience));
    }

    [Fact]
    public async Task Of_a_baby_it_is_asked_who_observes_and_an_interview_is_not_applicable_by_a_tap()
    {
        await HaveAsync(OfAge("2026-07-20"));

        Assert.Equal("Observed with whom, by whom and when (a baby isn't seen alone)",
            Label(await BlockAsync(Tom, "seen"), "text-seen-alone"));
        var abe = await BlockAsync(Sam, "abe");
        Assert.Equal("", abe.Value("ticks-abe"));
        Assert.Equal(["Not applicable – age", "Yes", "No", "Not known yet"], Titles(abe));
        Assert.Contains("Who had care of the baby, and when?", (await BlockAsync(Sam, "investigation")).Text);
        Assert.Contains("Which further tests are needed, and when are they repeated?", (await BlockAsync(Grace, "medical")).Text);

        await abe.PressAsync("Save", ("ticks-abe", "not-applicable-age"));
        var answer = (await CaseAsync()).Meeting.Assessment.Of("abe").Standing.Single().Answer;
        Assert.Equal("Not applicable – age", AnswerWords.Say(Headings.Find("abe")!, answer));
        Assert.DoesNotContain(Program.Phases.Gaps(await CaseAsync()), gap => gap.Id == "heading/abe");
    }

    [Fact]
    public async Task Of_an_older_child_nothing_of_that_is_asked()
    {
        await HaveAsync(OfAge("2015-07-20"));

        Assert.Equal("Seeing the child alone", Label(await BlockAsync(Tom, "seen"), "text-seen-alone"));
        Assert.Equal(["Yes", "No", "Not known yet"], Titles(await BlockAsync(Sam, "abe")));
        Assert.DoesNotContain("baby", (await BlockAsync(Grace, "medical")).Text);
    }

    public void Dispose() => host.Dispose();

    private static Given OfAge(string born) => AConvenedCase()
        .Fact(new ChildNamed(new(
            "Ash Lindley", "", DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), false, "", "", ""))
        {
            Child = Child1,
        });

    private static string Label(PartHost.Screen screen, string id) =>
        screen.Inputs.Single(input => input.Id == id).Label!.Trim('\u2068', '\u2069');

    private static IEnumerable<string> Titles(PartHost.Screen screen) =>
        ((ChoiceSetInput)screen.Inputs.Single(input => input.Id == "ticks-abe")).Choices
            .Select(choice => choice.Title.Trim('\u2068', '\u2069'));

    private Task HaveAsync(Given? given = null) => host.Cases.HaveAsync(given ?? AConvenedCase());

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> BlockAsync(Participant by, string block) =>
        await host.OpenAsync(by, HeadingsPart.Button(await CaseAsync(), Headings.FindBlock(block)!));

    private async Task<PartHost.Screen> OpenAsync() => await host.OpenAsync(Priya, AnsweredPage.Button(await CaseAsync(), WhoFills.Police));

    private async Task<IReadOnlyList<StrategyBot.Phases.HubEntry>> EntriesAsync(Participant reader)
    {
        var @case = await CaseAsync();
        return [.. AssessingPhase.List.Entries(new CaseView(@case, @case.Find(reader.Id)!, @case), host.Clock.GetUtcNow())];
    }

    private async Task<(string, bool)> StateAsync()
    {
        var entry = (await EntriesAsync(Priya)).Single(one => one.Id == "assessing/answered/Police");
        return (entry.State, entry.IsOpen);
    }
}
