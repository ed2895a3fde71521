using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>Headings that are lists are answered by rows (R27, R30, R32, R33, R38, R50), pressed as a channel presses them.</summary>
public sealed class ListRowTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public async Task Each_adult_of_who_to_check_has_a_row_with_one_tap_an_answer_and_one_text()
    {
        await HaveAsync(WithAdults(2));

        var first = await OpenAsync(Tom, "parents");
        Assert.Contains("Nadia Lindley, mother", first.Text, StringComparison.Ordinal);
        Assert.Contains("From Who to check.", first.Text, StringComparison.Ordinal);
        Assert.Single(first.Inputs.OfType<TextInput>());
        Assert.All(first.Inputs.OfType<ChoiceSetInput>().Where(input => input.Id != MarkingInput.Id),
            input => Assert.Equal((ChoiceSetStyle.Expanded, ""), (input.Style, first.Value(input.Id))));
        Assert.InRange(first.Inputs.Count, 1, 6);

        // Three answers and Save; the next parent's form is under what was saved.
        var second = await first.PressAsync("Save", ("said-responsibility", "all"), ("said-lives", "child-1"), ("said-safe", "no"),
            ("said-why", "She was asleep when it happened."));
        Assert.Contains("Saved 14:05", second.Text, StringComparison.Ordinal);
        Assert.Contains("Omar Lindley, father", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("partner", second.Text, StringComparison.Ordinal);
        await second.PressAsync("Save", ("said-safe", "not-known-yet"));

        Assert.Equal(
            "Nadia Lindley, mother\nParental responsibility: All the children\nLives with: Ash Lindley\n"
                + "Able to keep the child safe: No\nWhy: She was asleep when it happened.",
            (await ParagraphsAsync("part-1/parents"))[0].Text);
        var row = (await CaseAsync()).Meeting.Assessment.RowsOf("parents").First();
        Assert.Equal((Tom.Person!.Value, Audience.Professionals), (row.By, row.Fact.Audience));
    }

    [Fact]
    public async Task Both_parents_have_a_row_or_it_is_said_why_one_is_not_known_before_the_record_is_complete()
    {
        await HaveAsync(WithAdults());
        Assert.Contains("Both parents is not answered yet.", await GapsAsync());

        await (await OpenAsync(Tom, "parents")).PressAsync("Save", ("said-safe", "yes"));
        Assert.Contains("Both parents: one has a row. Add the other, or say why they are not known.", await GapsAsync());

        var list = await host.OpenAsync(Tom, ListPage.Button(await CaseAsync(), Headings.Find("parents")!));
        Assert.DoesNotContain(list.Buttons, button => button.Title == "Checked – nothing held");
        var told = await list.PressAsync("Not known yet");
        Assert.Contains("Both parents is ticked, and not said yet", string.Join('\n', await GapsAsync()), StringComparison.Ordinal);
        await (await told.PressAsync("Say more")).PressAsync("Save", ("text", "The father left before the birth."));

        Assert.DoesNotContain(await GapsAsync(), gap => gap.StartsWith("Both parents", StringComparison.Ordinal));
        Assert.Contains(await ParagraphsAsync("part-1/parents"), one => one.Text == "Not known yet: The father left before the birth.");
    }

    [Fact]
    public async Task A_partner_or_carer_is_asked_for_by_name_and_somebody_who_is_not_named_may_be_added()
    {
        await HaveAsync(WithAdults());

        var partner = await OpenAsync(Tom, "carers");
        Assert.Contains("Lee Marsh, mother's partner", partner.Text, StringComparison.Ordinal);
        var other = await partner.PressAsync("Somebody else");
        await other.PressAsync("Save", ("said-who", "Joan, grandmother"), ("said-safe", "yes"));

        var list = await OpenAsync(Tom, "carers");
        Assert.Contains("No row yet: Lee Marsh, mother's partner", list.Text, StringComparison.Ordinal);
        Assert.Contains("Joan, grandmother", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_risk_assessment_says_which_by_whom_when_and_with_what_result_and_each_agency_adds_its_own()
    {
        await HaveAsync();

        var form = await OpenAsync(Sam, "risk-assessments");
        var more = await form.PressAsync("Save, and add another", ("said-kind", "dash"), ("said-by", "police"), ("said-on", "2026-11-20"),
            ("said-score", "14, high"));
        Assert.Equal("", more.Value("said-kind"));
        await more.PressAsync("Save", ("said-kind", "neglect"), ("said-by", "socialCare"));

        Assert.Equal(["DASH\nMade by: Police\nDate: Fri 20 Nov 2026\nResult: 14, high", "Neglect tool\nMade by: Children's social care"],
            (await ParagraphsAsync("part-1/risk-assessments")).Select(one => one.Text));
        Assert.Contains(Program.Phases.Entries(new CaseView(await CaseAsync(), Sam, await CaseAsync()), host.Clock.GetUtcNow()),
            entry => entry.Title == "Risk assessments already made");
        Assert.Equal(new NotYourPart().Say(Words), (await OpenAsync(Sam, "parents")).Text);
    }

    [Fact]
    public async Task A_risk_factor_without_its_line_of_evidence_is_saved_and_asked_for_at_the_end()
    {
        await HaveAsync();

        var saved = await (await OpenAsync(Priya, "risk-factors")).PressAsync("Save", ("said-kind", "substance"));
        Assert.Contains("Before the record is complete you are asked to say: evidence.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Risk factors: a row does not say yet: evidence.", await GapsAsync());

        var list = await OpenAsync(Priya, "risk-factors");
        var changed = await (await list.PressAsync("Change the chosen one")).PressAsync("Save", ("said-evidence", "Two calls in October."));
        Assert.Contains("Saved 14:05", changed.Text, StringComparison.Ordinal);

        Assert.DoesNotContain(await GapsAsync(), gap => gap.StartsWith("Risk factors", StringComparison.Ordinal));
        Assert.Equal("Parental substance misuse\nEvidence: Two calls in October.",
            Assert.Single(await ParagraphsAsync("part-1/risk-factors")).Text);
    }

    [Fact]
    public async Task The_category_of_harm_is_the_same_for_all_children_in_one_tap_and_has_one_main_one()
    {
        await HaveAsync(AConvenedCase(2));

        var form = await OpenAsync(Priya, "category");
        Assert.Equal(ChildChoice.All, form.Value("child"));
        var refused = await form.PressAsync("Save", ("said-kinds", "physical,emotional"), ("said-main", "neglect"));
        Assert.Contains("The main category is not among those that are ticked.", refused.Text, StringComparison.Ordinal);
        await refused.PressAsync("Save", ("said-main", ""));
        Assert.Contains("Category of harm: a row does not say yet: main category.", await GapsAsync());

        var change = await (await OpenAsync(Priya, "category")).PressAsync("Change the chosen one");
        await change.PressAsync("Save", ("said-main", "physical"));
        var other = await (await OpenAsync(Priya, "category")).PressAsync("Change the chosen one", ("row", "category-child-2"));
        // One alone is the main one.
        await other.PressAsync("Save", ("said-kinds", "neglect"));

        Assert.Equal(
            ["Child 1, Ash Lindley\nCategories: Physical, Emotional\nMain category: Physical",
                "Child 2, Bo Lindley\nCategories: Neglect\nMain category: Neglect"],
            (await ParagraphsAsync("part-1/category")).Select(one => one.Text));
        Assert.DoesNotContain(await GapsAsync(), gap => gap.StartsWith("Category", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_child_is_in_this_enquiry_in_a_separate_meeting_or_neither_and_why()
    {
        await HaveAsync();

        await (await OpenAsync(Priya, "other-children")).PressAsync("Save", ("said-who", "Kit, a cousin"), ("said-what", "neither"));
        Assert.Contains("Other children: a row does not say yet: why.", await GapsAsync());

        await (await (await OpenAsync(Priya, "other-children")).PressAsync("Change the chosen one"))
            .PressAsync("Save", ("said-why", "Lives abroad."));
        Assert.DoesNotContain(await GapsAsync(), gap => gap.StartsWith("Other children", StringComparison.Ordinal));
        Assert.Equal("Kit, a cousin\nWhat is done: Neither\nWhy: Lives abroad.",
            Assert.Single(await ParagraphsAsync("part-2/other-children")).Text);
    }

    [Fact]
    public async Task The_risks_are_said_for_one_child_alone_where_there_are_several()
    {
        await HaveAsync(AConvenedCase(2).By(Tom).Fact(Answered("context", AnswerKind.Known, "A busy road.")));

        var list = await OpenAsync(Priya, "context");
        var form = await list.PressAsync("Add one");
        await form.PressAsync("Save", ("child", "child-2"), ("said-text", "Too young to leave the house."));

        Assert.Equal(["Child 2, Bo Lindley\nRisks and context: Too young to leave the house.", "A busy road."],
            (await ParagraphsAsync("part-1/context")).Select(one => one.Text));
        Assert.DoesNotContain(Entries(AConvenedCase()), id => id == "assessing/list/context");
        Assert.Contains(Entries(AConvenedCase(2)), id => id == "assessing/list/context");
    }

    [Fact]
    public async Task Nothing_held_is_one_tap_for_the_whole_list_and_a_row_that_comes_later_says_more()
    {
        await HaveAsync();

        var told = await (await OpenAsync(Priya, "risk-factors")).PressAsync("Checked – nothing held");
        Assert.Contains("Checked – nothing held", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await GapsAsync(), gap => gap.StartsWith("Risk factors", StringComparison.Ordinal));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await (await OpenAsync(Priya, "risk-factors")).PressAsync("Add one"))
            .PressAsync("Save", ("said-kind", "other"), ("said-evidence", "Debts."));
        Assert.Equal("Another\nEvidence: Debts.", Assert.Single(await ParagraphsAsync("part-1/risk-factors")).Text);

        var refused = await host.PostAsync(Priya, "assessing/answer-list", ("heading", "risk-factors"), ("answer", "nothing-held"));
        Assert.Contains("Rows stand here, so something is held.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_earlier_releases_answered_under_a_list_still_stands_beside_the_rows()
    {
        await HaveAsync(AConvenedCase().By(Tom).Fact(
            Answered("risk-factors", AnswerKind.Known, "Two calls.", "domestic-abuse"),
            Answered("parents", AnswerKind.Known, "Both can.")));

        var list = await OpenAsync(Priya, "risk-factors");
        Assert.Contains("Domestic abuse: Two calls.", list.Text, StringComparison.Ordinal);
        await (await list.PressAsync("Add one")).PressAsync("Save", ("said-kind", "substance"), ("said-evidence", "Seen."));

        Assert.Equal(["Parental substance misuse\nEvidence: Seen.", "Domestic abuse: Two calls."],
            (await ParagraphsAsync("part-1/risk-factors")).Select(one => one.Text));
        Assert.Equal("Both can.", Assert.Single(await ParagraphsAsync("part-1/parents")).Text);
        Assert.DoesNotContain(await GapsAsync(), gap => gap.StartsWith("Both parents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_who_fill_in_one_adult_see_each_others_words_and_replace_nothing_unseen()
    {
        await HaveAsync(WithAdults());
        var (hers, his) = (await OpenAsync(Priya, "parents"), await OpenAsync(Tom, "parents"));
        await hers.PressAsync("Save", ("said-safe", "yes"), ("said-why", "Her sister stays."));

        var asked = await his.PressAsync("Save", ("said-safe", "no"), ("said-why", "Nobody stays."));

        Assert.Contains("Priya Nair saved something else", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Nobody stays.", asked.Value("said-why"));
        Assert.Equal("yes", Assert.Single((await CaseAsync()).Meeting.Assessment.RowsOf("parents")).Fact.Of("safe"));
    }

    [Fact]
    public async Task A_row_is_undone_or_withdrawn_and_stays_in_the_history()
    {
        await HaveAsync();
        var saved = await (await OpenAsync(Priya, "other-children")).PressAsync("Save", ("said-who", "Kit"), ("said-what", "included"));

        await saved.PressAsync("Undo");

        Assert.Empty((await CaseAsync()).Meeting.Assessment.RowsOf("other-children"));
        Assert.Contains("Other children is not answered yet.", await GapsAsync());
        Assert.Single((await CaseAsync()).Meeting.Assessment.Rows);
    }

    [Fact]
    public async Task A_row_that_is_marked_for_others_is_neither_shown_nor_changed_nor_withdrawn_by_who_may_not_read_it()
    {
        await HaveAsync();
        await (await OpenAsync(Sam, "risk-assessments")).PressAsync("Save", ("said-kind", "dash"), ("said-score", "PLANTED"),
            (MarkingInput.Id, "only-Health"));

        var list = await OpenAsync(Ruth, "risk-assessments");
        Assert.DoesNotContain("PLANTED", list.Text, StringComparison.Ordinal);
        Assert.Contains("Marked for others", list.Text, StringComparison.Ordinal);
        var refused = await list.PressAsync("Withdraw the chosen one");
        Assert.Contains("That row is marked for others.", refused.Text, StringComparison.Ordinal);
        var form = await list.PressAsync("Change the chosen one");
        Assert.DoesNotContain("PLANTED", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(form.Inputs, input => input.Id == "said-score" && form.Value("said-score").Length > 0);
    }

    [Fact]
    public void What_comes_after_the_minutes_were_issued_is_added_with_its_time_and_what_is_taken_back_is_said()
    {
        var given = Ended().By(Priya).Fact(Row("row-1", "risk-factors", ("kind", "substance"), ("evidence", "Seen.")))
            .At("2026-11-25 15:20").Decided(@case => ApprovalRuleTests.Approve(@case));

        given.At("2026-11-25 16:00").By(Tom).Fact(Row("row-2", "risk-factors", ("kind", "isolation"), ("evidence", "No family here.")))
            .Fact(In(new ListRowWithdrawn(new("row-1"))));

        var next = MinutesDraft.Of(given.Case);
        Assert.Contains(next, paragraph => paragraph.Section == "Risk factors"
            && paragraph.Text.StartsWith("Parental substance", StringComparison.Ordinal));
        Assert.Equal(
            ["Risk factors: Social isolation or immigration\nEvidence: No family here.",
                "Risk factors: Withdrawn: Parental substance misuse"],
            next.Where(paragraph => paragraph.Section == "Added after the meeting").Select(paragraph => paragraph.Text));
        Assert.All(next.Where(paragraph => paragraph.Section == "Added after the meeting"),
            paragraph => Assert.Equal((Dates.Local("2026-11-25 16:00"), Tom.Described), (paragraph.At, paragraph.Author)));
    }

    [Fact]
    public void No_row_asks_more_than_six_things_with_who_may_read_it() => Assert.All(RowLists.Known, list =>
    {
        Assert.InRange(list.Fields.Count + (list.IsPerChild ? 2 : 1), 1, 6);
        Assert.NotNull(Headings.Find(list.Heading));
    });

    public void Dispose() => host.Dispose();

    internal static ListRowGiven Row(string id, string heading, params (string Field, string Value)[] said) =>
        In(new ListRowGiven(new(id), heading,
            StrategyBot.Rules.ValueList.ToValueList(said.Select(one => new ListRowGiven.Answer(one.Field, one.Value)))));

    internal static Given WithAdults(int children = 1) => AConvenedCase(children).By(Tom).Fact(
        Adult(1, "Nadia Lindley", "mother"), Adult(2, "Lee Marsh", "mother's partner"), Adult(3, "Omar Lindley", "father"));

    private static AdultNamed Adult(int number, string name, string relation) =>
        new(new($"adult-{number}"), new(name, "", null, relation, "1 Mill Lane"));

    private static IEnumerable<string> Entries(Given given) =>
        Program.Phases.Entries(given.SeenBy(Priya), given.Now).Select(entry => entry.Id);

    private Task HaveAsync(Given? given = null) => host.Cases.HaveAsync(given ?? AConvenedCase());

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> OpenAsync(Participant by, string heading) =>
        await host.OpenAsync(by, ListPage.Button(await CaseAsync(), Headings.Find(heading)!));

    private async Task<IReadOnlyList<string>> GapsAsync() =>
        [.. Program.Phases.Gaps(await CaseAsync()).Select(gap => gap.Sentence)];

    private async Task<IReadOnlyList<MinutesParagraph>> ParagraphsAsync(string id) =>
        [.. MinutesDraft.Of(await CaseAsync()).Where(one => one.Id.StartsWith(id, StringComparison.Ordinal))];
}
