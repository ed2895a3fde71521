using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Documents;
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
    public async Task Words_that_are_typed_are_known_and_the_other_two_answers_are_one_tap_a_heading()
    {
        await HaveAsync();
        var form = await BlockAsync(Tom, "child-and-family");
        Assert.Equal(["text-vulnerability", "text-strengths", "text-weaknesses", "text-context", "held", "marking"],
            form.Inputs.Select(input => input.Id));
        var held = Assert.IsType<ChoiceSetInput>(form.Inputs.Single(input => input.Id == "held"));
        Assert.Equal(("Nothing held, or not known yet", true, 8), (held.Label, held.IsMultiSelect, held.Choices.Count));
        Assert.Equal("Strengths of the family: checked – nothing held", held.Choices[2].Title.Trim('\u2068', '\u2069'));

        await form.PressAsync("Save", ("text-vulnerability", "Four months old."), ("text-weaknesses", "Asked of the aunt, by Friday."),
            ("held", "strengths:nothing-held,weaknesses:not-known-yet"));

        var assessment = (await CaseAsync()).Meeting.Assessment;
        Assert.Equal(new Answer(AnswerKind.Known, [], "Four months old."), assessment.Of("vulnerability").Standing.Single().Answer);
        Assert.Equal(new Answer(AnswerKind.NothingHeld, [], ""), assessment.Of("strengths").Standing.Single().Answer);
        Assert.Equal(new Answer(AnswerKind.NotKnownYet, [], "Asked of the aunt, by Friday."),
            assessment.Of("weaknesses").Standing.Single().Answer);
        Assert.False(assessment.Of("context").IsAnswered);
        Assert.Equal("strengths:nothing-held,weaknesses:not-known-yet", (await BlockAsync(Priya, "child-and-family")).Value("held"));
    }

    [Fact]
    public async Task Both_ticks_of_one_heading_exclude_each_other()
    {
        await HaveAsync();

        var refused = await (await BlockAsync(Tom, "child-and-family")).PressAsync(
            "Save", ("held", "strengths:nothing-held,strengths:not-known-yet"), ("text-context", "Typed at length."));

        Assert.Contains("“Checked – nothing held” and “Not known yet” exclude each other", refused.Text);
        Assert.Equal("Typed at length.", refused.Value("text-context"));
    }

    [Fact]
    public async Task The_words_beside_an_answer_are_asked_for_by_what_the_answer_is()
    {
        await HaveAsync();

        Assert.Equal(
            "Medical assessment – if yes: which, who arranges it and when; if no: why none is needed",
            (await BlockAsync(Tom, "medical")).Inputs.Single(input => input.Id == "text-medical").Label!.Trim('\u2068', '\u2069'));
        var concern = await BlockAsync(Tom, "the-concern");
        Assert.Equal("Seriousness: why", concern.Inputs.Single(input => input.Id == "text-seriousness").Label!.Trim('\u2068', '\u2069'));
        Assert.Contains("Recurring events: checked – nothing held (write which records were checked, and by whom)",
            string.Join('\n', ((ChoiceSetInput)concern.Inputs.Single(input => input.Id == "held")).Choices.Select(choice => choice.Title)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task No_form_of_headings_has_more_than_six_inputs_and_the_marking_is_counted(int children)
    {
        await HaveAsync(AConvenedCase(children).Fact(Dana).Fact(AMeeting.NoEnquiry));

        foreach (var block in Headings.Blocks)
        {
            Assert.InRange((await BlockAsync(Priya, block.Id)).Inputs.Count, 2, 6);
        }
    }

    [Fact]
    public async Task A_card_of_the_last_release_saves_its_ticks_and_whom_it_may_be_shared_with()
    {
        await HaveAsync(AConvenedCase().Fact(Dana));
        var seen = (await CaseAsync()).Version;

        await host.PostAsync(Tom, "assessing/save-headings", ("block", "family"), ("ticks-strengths", "known"),
            ("text-strengths", "A close aunt."), ("ticks-weaknesses", "nothing-held"), ("text-weaknesses", ""),
            ("marking", "professionals"), ("share", "adult-1"),
            ("_form", new JsonObject
            {
                ["part"] = "assessing/headings",
                ["asked"] = new JsonObject { ["case"] = Id.Value, ["block"] = "family" },
                ["seen"] = seen,
            }));

        var assessment = (await CaseAsync()).Meeting.Assessment;
        Assert.Equal(new Answer(AnswerKind.Known, [], "A close aunt."), assessment.Of("strengths").Standing.Single().Answer);
        Assert.Equal(new Answer(AnswerKind.NothingHeld, [], ""), assessment.Of("weaknesses").Standing.Single().Answer);
        Assert.Equal(["adult-1"], assessment.Of("strengths").Standing.Single().Audience.SharedWith!);
    }

    [Fact]
    public async Task Whom_of_the_family_an_answer_may_be_shared_with_is_said_apart_for_each_and_stays_when_the_block_is_saved_again()
    {
        await HaveAsync(AConvenedCase().Fact(Dana));
        var form = await BlockAsync(Tom, "child-and-family");
        Assert.DoesNotContain(form.Buttons, button => button.Title == "May be shared with the family …");
        await form.PressAsync("Save", ("text-strengths", "A close aunt."), ("text-weaknesses", "No money."));

        var sharing = await (await BlockAsync(Tom, "child-and-family")).PressAsync("May be shared with the family …");
        Assert.Equal(["share-strengths", "share-weaknesses"], sharing.Inputs.Select(input => input.Id));
        await sharing.PressAsync("Save", ("share-strengths", "adult-1"));
        Assert.Equal(("adult-1", ""), await SharedAsync());

        await (await BlockAsync(Tom, "child-and-family")).PressAsync("Save", ("text-strengths", "A close aunt, and a neighbour."),
            ("marking", "police-and-social-care"), ("text-context", "Alone at night."));
        Assert.Equal(("adult-1", ""), await SharedAsync());
        var assessment = (await CaseAsync()).Meeting.Assessment;
        Assert.Null(assessment.Of("context").Standing.Single().Audience.SharedWith);
        Assert.Equal(Marking.PoliceAndSocialCare, assessment.Of("strengths").Standing.Single().Audience.Marking);

        async Task<(string, string)> SharedAsync()
        {
            var stands = (await CaseAsync()).Meeting.Assessment;
            return (string.Join(',', stands.Of("strengths").Standing.Single().Audience.SharedWith ?? []),
                string.Join(',', stands.Of("weaknesses").Standing.Single().Audience.SharedWith ?? []));
        }
    }

    [Fact]
    public async Task Nobody_lets_anothers_words_be_shared_with_more_of_the_family()
    {
        await HaveAsync(AConvenedCase().Fact(Dana));
        await (await BlockAsync(Tom, "child-and-family")).PressAsync("Save", ("text-strengths", "A close aunt."));

        var refused = await (await (await BlockAsync(Priya, "child-and-family")).PressAsync("May be shared with the family …"))
            .PressAsync("Save", ("share-strengths", "adult-1"));

        Assert.Contains("Strengths of the family", refused.Text);
        Assert.Null((await CaseAsync()).Meeting.Assessment.Of("strengths").Standing.Single().Audience.SharedWith);
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
        await (await BlockAsync(Priya, "child-and-family")).PressAsync("Save", ("text-strengths", "A close aunt."));

        await host.PostAsync(Tom, "assessing/save-headings", ("block", "family"), ("seen", seen), ("text0", "None seen."), ("text1", ""),
            ("marking", "professionals"));

        Assert.Equal(["A close aunt.", "None seen."], await StrengthsAsync());
    }

    [Theory]
    [InlineData("assessments", "existing-plan", "early-help,nothing-held")]
    [InlineData("assessments", "existing-plan", "none,child-protection")]
    [InlineData("the-concern", "seriousness", "low,very-high")]
    [InlineData("needs", "marac", "yes,no")]
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
        var (hers, his) = (await BlockAsync(Priya, "child-and-family"), await BlockAsync(Tom, "child-and-family"));
        await hers.PressAsync("Save", ("text-strengths", "A close aunt."));

        var told = await his.PressAsync("Save", ("text-strengths", "None seen."));

        Assert.Contains("Strengths of the family: 2 answers stand. The chair chooses one; all are kept.", told.Text);
        var compared = await (await BlockAsync(Priya, "child-and-family")).PressAsync("Compare: Strengths of the family");
        Assert.Contains("A close aunt.", compared.Text);
        var settled = await compared.PressAsync("Let stand: Tom Okafor");
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: Strengths of the family stands as you chose", settled.Text);
        Assert.Equal(["None seen."], await StrengthsAsync());
    }

    [Fact]
    public async Task Of_one_persons_two_windows_both_stand_and_are_told_apart()
    {
        await HaveAsync();
        var (one, other) = (await BlockAsync(Priya, "child-and-family"), await BlockAsync(Priya, "child-and-family"));
        await one.PressAsync("Save", ("text-strengths", "A close aunt."));
        await other.PressAsync("Save", ("text-strengths", "None seen."));

        var compared = await (await BlockAsync(Priya, "child-and-family")).PressAsync("Compare: Strengths of the family");
        await compared.PressAsync("Let stand: 1. Priya Nair");

        Assert.Equal(["A close aunt."], await StrengthsAsync());
    }

    [Fact]
    public async Task An_answer_chosen_after_it_was_changed_is_shown_again_with_the_reason()
    {
        await HaveAsync();
        var (hers, his) = (await BlockAsync(Priya, "child-and-family"), await BlockAsync(Tom, "child-and-family"));
        await hers.PressAsync("Save", ("text-strengths", "A close aunt."));
        await his.PressAsync("Save", ("text-strengths", "None seen."));
        var compared = await (await BlockAsync(Priya, "child-and-family")).PressAsync("Compare: Strengths of the family");
        await (await BlockAsync(Tom, "child-and-family")).PressAsync("Save", ("text-strengths", "None seen so far."));

        var refused = await compared.PressAsync("Let stand: Tom Okafor");

        Assert.Contains(new AnswerGone().Say(Words), refused.Text);
        Assert.Contains("None seen so far.", refused.Text);
    }

    [Fact]
    public async Task A_form_that_came_back_still_stands_beside_what_came_before_its_second_save()
    {
        await HaveAsync();
        var (hers, his) = (await BlockAsync(Priya, "child-and-family"), await BlockAsync(Tom, "child-and-family"));
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
        var form = await BlockAsync(scribe, "child-and-family");
        Assert.Equal("", form.Value("text-strengths"));

        var saved = await form.PressAsync("Save", ("text-weaknesses", "No money."));
        Assert.DoesNotContain("PLANTED", saved.Text);
        await (await BlockAsync(scribe, "child-and-family")).PressAsync("Save", ("text-strengths", "A close aunt."));

        Assert.Equal(["PLANTED by a source.", "A close aunt."], await StrengthsAsync());
        var hers = (await CaseAsync()).Meeting.Assessment.Of("strengths").History.Where(given => given.By == scribe.Person);
        Assert.All(hers, given => Assert.DoesNotContain("PLANTED", given.Answer.Text));
    }

    [Fact]
    public async Task An_answer_that_is_emptied_comes_back()
    {
        await HaveAsync();
        await (await BlockAsync(Tom, "child-and-family")).PressAsync("Save", ("text-strengths", "A close aunt."));

        var refused = await (await BlockAsync(Tom, "child-and-family")).PressAsync("Save", ("text-strengths", ""),
            ("text-weaknesses", "No money."));

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

    private static AdultNamed Dana { get; } = new(new("adult-1"), new("Dana Lindley", "", null, "Mother", ""));

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
