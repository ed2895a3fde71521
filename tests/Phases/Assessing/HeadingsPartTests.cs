using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>The forms of headings pressed as a channel presses them, over a real record.</summary>
public sealed class HeadingsPartTests : IDisposable
{
    private readonly PartHost host = new(parts: parts => parts.Form<ThreeHeadings, HeadingsPart.Form>());

    [Fact]
    public async Task A_third_heading_of_a_block_keeps_its_own_answer()
    {
        await HaveAsync();
        var form = await host.OpenAsync(Tom, ThreeHeadings.Id.Button("", new HeadingsPart.Form(Id.Value, "three")));

        await form.PressAsync(
            "Save", ("text-strengths", "A close aunt."), ("ticks-marac", "no"), ("text-marac", "Not needed."),
                ("ticks-category", "neglect,physical"));

        var assessment = (await CaseAsync()).Meeting.Assessment;
        Assert.Equal("A close aunt.", assessment.Of("strengths").Standing.Single().Answer.Text);
        Assert.Equal(new Answer(AnswerKind.Known, ["no"], "Not needed."), assessment.Of("marac").Standing.Single().Answer);
        Assert.Equal(new Answer(AnswerKind.Known, ["physical", "neglect"], ""), assessment.Of("category").Standing.Single().Answer);

        var again = await host.OpenAsync(Tom, ThreeHeadings.Id.Button("", new HeadingsPart.Form(Id.Value, "three")));
        Assert.Equal(("no", "Not needed.", "physical,neglect"),
            (again.Value("ticks-marac"), again.Value("text-marac"), again.Value("ticks-category")));
    }

    [Fact]
    public async Task A_card_of_the_first_release_saves_under_the_headings_that_it_showed()
    {
        await HaveAsync();

        await host.PostAsync(Tom, "assessing/save-headings", ("block", "concern"), ("seen", 9), ("ticks0", "known"), ("text0", "A bruise."),
            ("ticks1", "high"), ("text1", "No explanation."), ("marking", "professionals"));

        var assessment = (await CaseAsync()).Meeting.Assessment;
        Assert.Equal("A bruise.", assessment.Of("cause").Standing.Single().Answer.Text);
        Assert.Equal(new Answer(AnswerKind.Known, ["high"], "No explanation."), assessment.Of("seriousness").Standing.Single().Answer);
    }

    [Fact]
    public async Task A_card_of_the_first_release_replaces_no_answer_that_came_after_it()
    {
        await HaveAsync();
        var seen = (await CaseAsync()).Version;
        await (await BlockAsync(Priya, "family")).PressAsync("Save", ("text-strengths", "A close aunt."));

        await host.PostAsync(Tom, "assessing/save-headings", ("block", "family"), ("seen", seen), ("text0", "None seen."), ("text1", ""),
            ("marking", "professionals"));

        Assert.Equal(["A close aunt.", "None seen."], await StrengthsAsync());
    }

    [Theory]
    [InlineData("assessments", "risk-assessments", "dash,nothing-held")]
    [InlineData("assessments", "existing-plan", "none,child-protection")]
    [InlineData("concern", "seriousness", "low,very-high")]
    [InlineData("referrals", "marac", "yes,no")]
    [InlineData("family", "strengths", "known,nothing-held")]
    public async Task Answers_that_exclude_each_other_are_refused_and_everything_typed_comes_back(
        string block, string heading, string ticks)
    {
        await HaveAsync();
        var form = await BlockAsync(Tom, block);
        var input = Assert.IsType<ChoiceSetInput>(form.Inputs.Single(input => input.Id == $"ticks-{heading}"));
        Assert.Equal(ChoiceSetStyle.Expanded, input.Style);

        var refused = await form.PressAsync("Save", ($"ticks-{heading}", ticks), ($"text-{heading}", "Typed at length."));

        Assert.Contains("exclude each other", refused.Text);
        Assert.Equal("Typed at length.", refused.Value($"text-{heading}"));
        Assert.Equal(input.IsMultiSelect ? ticks : "", refused.Value($"ticks-{heading}"));
        Assert.False((await CaseAsync()).Meeting.Assessment.Of(heading).IsAnswered);
    }

    [Fact]
    public async Task Two_answers_at_once_both_stand_and_the_chair_chooses()
    {
        await HaveAsync();
        var (hers, his) = (await BlockAsync(Priya, "family"), await BlockAsync(Tom, "family"));
        await hers.PressAsync("Save", ("text-strengths", "A close aunt."));

        var told = await his.PressAsync("Save", ("text-strengths", "None seen."));

        Assert.Contains("Strengths of the family: 2 answers stand. The chair chooses one; all are kept.", told.Text);
        var compared = await (await BlockAsync(Priya, "family")).PressAsync("Compare: Strengths of the family");
        Assert.Contains("A close aunt.", compared.Text);
        var settled = await compared.PressAsync("Let stand: Tom Okafor");
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: Strengths of the family stands as you chose", settled.Text);
        Assert.Equal(["None seen."], await StrengthsAsync());
    }

    [Fact]
    public async Task Of_one_persons_two_windows_both_stand_and_are_told_apart()
    {
        await HaveAsync();
        var (one, other) = (await BlockAsync(Priya, "family"), await BlockAsync(Priya, "family"));
        await one.PressAsync("Save", ("text-strengths", "A close aunt."));
        await other.PressAsync("Save", ("text-strengths", "None seen."));

        var compared = await (await BlockAsync(Priya, "family")).PressAsync("Compare: Strengths of the family");
        await compared.PressAsync("Let stand: 1. Priya Nair");

        Assert.Equal(["A close aunt."], await StrengthsAsync());
    }

    [Fact]
    public async Task An_answer_chosen_after_it_was_changed_is_shown_again_with_the_reason()
    {
        await HaveAsync();
        var (hers, his) = (await BlockAsync(Priya, "family"), await BlockAsync(Tom, "family"));
        await hers.PressAsync("Save", ("text-strengths", "A close aunt."));
        await his.PressAsync("Save", ("text-strengths", "None seen."));
        var compared = await (await BlockAsync(Priya, "family")).PressAsync("Compare: Strengths of the family");
        await (await BlockAsync(Tom, "family")).PressAsync("Save", ("text-strengths", "None seen so far."));

        var refused = await compared.PressAsync("Let stand: Tom Okafor");

        Assert.Contains(new AnswerGone().Say(Words), refused.Text);
        Assert.Contains("None seen so far.", refused.Text);
    }

    [Fact]
    public async Task A_form_that_came_back_still_stands_beside_what_came_before_its_second_save()
    {
        await HaveAsync();
        var (hers, his) = (await BlockAsync(Priya, "family"), await BlockAsync(Tom, "family"));
        await hers.PressAsync(
            "Save", ("text-strengths", "A close aunt."), ("text-weaknesses", "No money."), ("marking", "police-and-social-care"));

        var asked = await his.PressAsync("Save", ("text-strengths", "None seen."), ("marking", null));
        Assert.Equal(("None seen.", ""), (asked.Value("text-strengths"), asked.Value("text-weaknesses")));
        await asked.PressAsync("Leave as it was", ("marking", null));

        Assert.Equal(["A close aunt.", "None seen."], await StrengthsAsync());
        // What he never touched is not said by him, and stays marked as it was.
        var weaknesses = Assert.Single((await CaseAsync()).Meeting.Assessment.Of("weaknesses").Standing);
        Assert.Equal((Priya.Person!.Value, Audience.PoliceAndSocialCare), (weaknesses.By, weaknesses.Audience));
    }

    [Fact]
    public async Task Under_an_answer_that_is_kept_from_the_reader_the_input_is_empty_and_what_is_typed_stands_beside()
    {
        var scribe = Grace with
        {
            Id = new("person-8"),
            Name = "Nia Rowe",
            Roles = [Role.Scribe],
            Person = PersonId.Of("nhs", "object-8"),
            ChannelId = "29:object-8",
            Mail = "nia.rowe@nhs.example",
        };
        var planted = new HeadingAnswered("strengths", new(AnswerKind.Known, [], "PLANTED by a source."))
        {
            Meeting = FirstMeeting,
            Audience = Audience.PoliceAndSocialCare,
        };
        await HaveAsync(AConvenedCase().Fact(new ParticipantAdded(scribe)).By(Tom).Fact(planted));
        var form = await BlockAsync(scribe, "family");
        Assert.Equal("", form.Value("text-strengths"));

        var saved = await form.PressAsync("Save", ("text-weaknesses", "No money."));
        Assert.DoesNotContain("PLANTED", saved.Text);
        await (await BlockAsync(scribe, "family")).PressAsync("Save", ("text-strengths", "A close aunt."));

        Assert.Equal(["PLANTED by a source.", "A close aunt."], await StrengthsAsync());
        var hers = (await CaseAsync()).Meeting.Assessment.Of("strengths").History.Where(given => given.By == scribe.Person);
        Assert.All(hers, given => Assert.DoesNotContain("PLANTED", given.Answer.Text));
    }

    [Fact]
    public async Task An_answer_that_is_emptied_comes_back()
    {
        await HaveAsync();
        await (await BlockAsync(Tom, "family")).PressAsync("Save", ("text-strengths", "A close aunt."));

        var refused = await (await BlockAsync(Tom, "family")).PressAsync("Save", ("text-strengths", ""), ("text-weaknesses", "No money."));

        Assert.Contains("An answer can't be emptied.", refused.Text);
        Assert.Equal("No money.", refused.Value("text-weaknesses"));
    }

    [Fact]
    public async Task Answers_posted_without_a_form_and_a_marking_are_the_authors_and_the_chairs_until_they_say_more()
    {
        await HaveAsync();

        var told = await host.PostAsync(Tom, "assessing/save-headings", ("block", "family"), ("text0", "A close aunt."));

        Assert.Equal(Audience.Only(Agency.SocialCare), (await CaseAsync()).Meeting.Assessment.Of("strengths").Standing.Single().Audience);
        Assert.Contains("Nobody has said who may read this.", told.Text);
        var form = await told.PressAsync("Choose who may read this");
        await form.PressAsync("Save", ("marking", "professionals"));
        Assert.Equal(Audience.Professionals, (await CaseAsync()).Meeting.Assessment.Of("strengths").Standing.Single().Audience);
    }

    [Fact]
    public async Task An_unknown_block_or_heading_is_answered_as_an_outsider_is()
    {
        await HaveAsync();

        Assert.Equal(new NoSuchCase().Say(Words), (await host.PostAsync(Tom, HeadingsPart.Id.Open, ("block", "none"))).Text);
        Assert.Equal(new NoSuchCase().Say(Words), (await host.PostAsync(Tom, ContestPage.Id.Open, ("heading", "none"))).Text);
    }

    public void Dispose() => host.Dispose();

    private Task HaveAsync(Given? given = null) => host.Cases.HaveAsync(given ?? AConvenedCase());

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> BlockAsync(Participant by, string block) =>
        await host.OpenAsync(by, HeadingsPart.Button(await CaseAsync(), Headings.FindBlock(block)!));

    private async Task<IEnumerable<string>> StrengthsAsync() =>
        (await CaseAsync()).Meeting.Assessment.Of("strengths").Standing.Select(given => given.Answer.Text);

    /// <summary>A block that no release has.</summary>
    private sealed class ThreeHeadings : HeadingsPart, IPart<HeadingsPart.Form>
    {
        public static new PartId Id => new("test/three-headings");

        protected override HeadingBlock? Find(string? block) =>
            new("three", 1, "Three headings", [Headings.Find("strengths")!, Headings.Find("marac")!, Headings.Find("category")!]);
    }
}
