using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>What each agency knows and thinks, pressed as a channel presses it, over a real record.</summary>
public sealed class InformationPartTests : IDisposable
{
    private static readonly Audience HealthAndPolice = Audience.Only(Agency.Health, Agency.Police);

    private readonly PartHost host = new();

    [Fact]
    public async Task Fifty_thousand_characters_are_saved_as_entries_and_one_press_takes_them_back()
    {
        await HaveAsync();
        var text = string.Join(' ', Enumerable.Range(1, 9_000).Select(i => $"w{i}"))[..50_000].TrimEnd();

        var saved = await (await InformationAsync(Grace)).PressAsync("Save", ("text", text));

        var entries = (await CaseAsync()).Meeting.Assessment.Information;
        Assert.Equal(text, string.Join(' ', entries.Select(item => item.Text)));
        Assert.Contains($"Saved 14:05 on SB-2026-014 Heron: Health, {entries.Count} entries", saved.Text);
        var undone = await saved.PressAsync("Undo");
        Assert.Contains("Withdrawn 14:05 on SB-2026-014 Heron: the words stay in the history", undone.Text);
        Assert.Empty((await CaseAsync()).Meeting.Assessment.Information);
    }

    [Fact]
    public async Task What_was_typed_for_the_wrong_agency_is_moved_beside_the_undo()
    {
        await HaveAsync();
        var saved = await (await InformationAsync(Priya)).PressAsync("Save", ("text", "Bruise seen on Tuesday."));
        var typed = Assert.Single((await CaseAsync()).Meeting.Assessment.Information);
        Assert.Equal(Agency.SocialCare, typed.Agency);

        var offered = saved.Buttons.Select(button => button.Title)
            .Where(title => title == "Undo" || title.StartsWith("Move to", StringComparison.Ordinal));
        Assert.Equal(["Undo", "Move to Police", "Move to Health", "Move to School"], offered);
        Assert.Contains("Move it to …", saved.Text);

        var moved = await saved.PressAsync("Move to Health");

        Assert.Contains("Moved 14:05 on SB-2026-014 Heron: Health, 1 entry", moved.Text);
        var stands = Assert.Single((await CaseAsync()).Meeting.Assessment.Information);
        Assert.Equal((Agency.Health, "Bruise seen on Tuesday.", Priya.Person!.Value), (stands.Agency, stands.Text, stands.By));
        // Who types for their own agency alone is offered the undo.
        Assert.DoesNotContain("Move to", (await (await InformationAsync(Grace)).PressAsync("Save", ("text", "Seen."))).Text);
    }

    [Fact]
    public async Task What_was_typed_in_the_wrong_place_is_moved_under_any_heading_that_takes_words_beside_what_stands_there()
    {
        await HaveAsync(AConvenedCase().Fact(AMeeting.NoEnquiry).By(Tom).Fact(AMeeting.Answered("cause", AnswerKind.Known, "A burn.")));
        var saved = await (await InformationAsync(Priya)).PressAsync("Save", ("text", "Bruise seen on Tuesday."));

        var form = await saved.PressAsync("Move it to …");
        Assert.Contains("Choose where it belongs.", (await form.PressAsync("Move it")).Text);
        var moved = await form.PressAsync("Move it", ("to", "cause"));

        Assert.Contains("Moved 14:05 on SB-2026-014 Heron: Cause for concern", moved.Text);
        var assessment = (await CaseAsync()).Meeting.Assessment;
        Assert.Empty(assessment.Information);
        Assert.Equal(["A burn.", "Bruise seen on Tuesday."], assessment.Of("cause").Standing.Select(given => given.Answer.Text));
        Assert.Contains("Nothing was changed", (await form.PressAsync("Move it", ("to", "cause"))).Text);
        Assert.Empty(Headings.All.Where(heading => heading is { Kind: not HeadingKind.OwnForm, IsWordless: false, IsByPhone: false })
            .Select(heading => heading.Id).Except(form.Inputs.OfType<ChoiceSetInput>().Single().Choices.Select(choice => choice.Value)));
    }

    [Fact]
    public async Task More_than_fifty_thousand_characters_are_refused_on_a_card_that_can_be_shown()
    {
        await HaveAsync();

        var refused = await (await InformationAsync(Grace)).PressAsync("Save", ("text", new string('a', 50_001)));

        Assert.Contains("That is longer than 50,000 characters", refused.Text);
        Assert.InRange(CardSize.Utf16Bytes(refused.Card), 1, CardSize.LimitInBytes);
    }

    [Fact]
    public async Task An_entry_posted_without_a_form_and_a_marking_is_the_authors_and_the_chairs_until_they_say_more()
    {
        await HaveAsync();

        var told = await host.PostAsync(Grace, InformationPart.Id.Save, ("text", "Seen on Monday."));

        Assert.Equal(Audience.Only(Agency.Health, Agency.SocialCare), Assert
            .Single((await CaseAsync()).Meeting.Assessment.Information).Audience);
        Assert.Contains("Until somebody does, it is marked “Only Children's social care, Health”.", told.Text);
        await (await told.PressAsync("Choose who may read this")).PressAsync("Save the correction", ("marking", "professionals"));
        Assert.Equal(Audience.Professionals, Assert.Single((await CaseAsync()).Meeting.Assessment.Information).Audience);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody-offers-this")]
    public async Task A_correction_without_its_marking_is_asked_for_it_and_the_entry_keeps_the_one_it_has(string? marking)
    {
        await HaveAsync(AConvenedCase().By(Grace).Fact(Entry("Seen on Monday.", HealthAndPolice)));
        var form = await host.OpenAsync(
            Grace, CorrectionPart.Id.Button("", new CorrectionPart.Form(Id.Value, (await CaseAsync()).Version)));
        var asked = await form.PressAsync("Save the correction", ("text", "Seen on Tuesday."), ("marking", marking));

        Assert.Contains("“Who may read this”", asked.Text);
        Assert.Equal("Seen on Tuesday.", asked.Value("text"));
        Assert.Equal(("Seen on Monday.", HealthAndPolice), await EntryAsync());
        if (marking is null or "")
        {
            await asked.PressAsync("Leave as it was", ("marking", marking));
            Assert.Equal(("Seen on Tuesday.", HealthAndPolice), await EntryAsync());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody-offers-this")]
    public async Task A_correction_posted_without_a_form_and_its_marking_is_asked_for_it_too(string? marking)
    {
        await HaveAsync(AConvenedCase().By(Grace).Fact(Entry("Seen on Monday.", HealthAndPolice)));

        var asked = await host.PostAsync(Grace, "assessing/correct-information",
            ("entry", (await CaseAsync()).Version), ("text", "Seen on Monday."), ("marking", marking));

        Assert.Contains("“Who may read this”", asked.Text);
        Assert.Equal(("Seen on Monday.", HealthAndPolice), await EntryAsync());
    }

    [Fact]
    public async Task An_entry_that_was_withdrawn_meanwhile_gives_back_what_was_typed()
    {
        await HaveAsync(AConvenedCase().By(Grace).Fact(Entry("Seen on Monday.", Audience.Professionals)));
        var list = await host.OpenAsync(Grace, InformationPage.Button(await CaseAsync()));
        var (form, other) = (await list.PressAsync("Correct the chosen entry"), await list.PressAsync("Correct the chosen entry"));
        await other.PressAsync("Withdraw this entry");

        var refused = await form.PressAsync("Save the correction", ("text", "Seen on Tuesday."));

        Assert.Contains(new EntryGone().Say(Words), refused.Text);
        Assert.Contains("Seen on Tuesday.", refused.Text);
    }

    [Fact]
    public async Task Whoever_typed_an_entry_that_was_narrowed_since_does_not_read_it_by_correcting_it()
    {
        await HaveAsync(AConvenedCase()
            .By(Priya).Fact(Entry("Told by telephone.", Audience.Professionals) with { OnBehalfOf = Grace.Id })
            .By(Grace).Fact(new InformationCorrected(10, "PLANTED") { Meeting = FirstMeeting, Audience = HealthAndPolice }));
        var entry = (await CaseAsync()).Meeting.Assessment.Information.Single().Seq;

        var page = await host.OpenAsync(Priya, InformationPage.Button(await CaseAsync()));
        var form = await host.OpenAsync(Priya, CorrectionPart.Id.Button("", new CorrectionPart.Form(Id.Value, entry)));

        Assert.DoesNotContain("PLANTED", page.Text);
        Assert.Equal(new EntryGone().Say(Words), form.Text);
    }

    [Fact]
    public async Task Entering_for_another_leads_to_their_forms_and_says_who_typed()
    {
        await HaveAsync();
        var chooser = await host.OpenAsync(Priya, EnterForPage.Button(await CaseAsync()));

        var form = await chooser.PressAsync("What their agency knows", ("for", Grace.Id.Value));
        await form.PressAsync("Save", ("text", "Told by telephone."), ("marking", "only-Police"));
        var view = await chooser.PressAsync("Their view", ("for", Grace.Id.Value));
        await view.PressAsync("Save", ("view", "yes"), ("marking", "only-Police"));

        Assert.Contains("You type for somebody else", form.Text);
        var only = Audience.Only(Agency.SocialCare, Agency.Police, Agency.Health);
        var assessment = (await CaseAsync()).Meeting.Assessment;
        var entry = Assert.Single(assessment.Information);
        Assert.Equal((Grace.Id, Priya.Person!.Value, only), (entry.Participant, entry.By, entry.Audience));
        Assert.Equal(only, assessment.Views[(Grace.Id, Child1)].Audience);
    }

    [Fact]
    public async Task A_view_without_its_marking_is_asked_for_it_and_two_windows_are_as_two_people()
    {
        await HaveAsync(AConvenedCase(2));
        var (one, other) = (await ViewAsync(Sam), await ViewAsync(Sam));
        await one.PressAsync("Save", ("child", "child-1"), ("view", "yes"), ("line", "Repeated calls."));

        var conflict = await other.PressAsync("Save", ("child", "child-1"), ("view", "no"), ("line", "None."));
        Assert.Contains("Sam Whitlock saved something else", conflict.Text);
        var asked = await (await ViewAsync(Sam)).PressAsync("Save", ("child", "child-2"), ("view", "no"), ("marking", null));

        Assert.Contains("“Who may read this”", asked.Text);
        Assert.Equal(ReasonableCause.Yes, Assert.Single((await CaseAsync()).Meeting.Assessment.Views).Value.View);
    }

    [Fact]
    public async Task A_view_posted_without_a_form_and_a_marking_is_the_authors_and_the_chairs_until_they_say_more()
    {
        await HaveAsync();

        var told = await host.PostAsync(Sam, ViewPart.Id.Save, ("view", "yes"), ("line", "Repeated calls."));

        Assert.Equal(Audience.Only(Agency.Police, Agency.SocialCare),
            (await CaseAsync()).Meeting.Assessment.Views[(Sam.Id, Child1)].Audience);
        await (await told.PressAsync("Choose who may read this")).PressAsync("Save", ("marking", "professionals"));
        Assert.Equal(Audience.Professionals, (await CaseAsync()).Meeting.Assessment.Views[(Sam.Id, Child1)].Audience);
    }

    [Fact]
    public async Task The_same_view_on_all_children_is_saved_for_each_and_the_chair_shows_them_early()
    {
        await HaveAsync(AConvenedCase(2));
        var saved = await (await ViewAsync(Sam)).PressAsync("Save", ("view", "yes"), ("line", "Repeated calls."));
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: view on all children", saved.Text);

        var shown = await (await ViewAsync(Priya)).PressAsync("Show the views now");

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: the views are shown to everyone now", shown.Text);
        Assert.Contains("Repeated calls.", (await ViewAsync(Grace)).Text);
    }

    [Fact]
    public async Task Whoever_types_for_another_is_told_that_a_view_stands_there_and_not_which()
    {
        await HaveAsync(AConvenedCase(2));
        await (await ViewAsync(Sam)).PressAsync("Save", ("child", "child-2"), ("view", "yes"), ("line", "Repeated calls."));

        var form = await host.OpenAsync(Priya, ViewPart.Button(await CaseAsync(), Sam));

        Assert.Contains("They have given a view on Child 2 themselves; what you save takes its place.", form.Text);
        Assert.DoesNotContain("Repeated calls.", form.Text);
        Assert.Equal("", form.Value("view"));
    }

    [Fact]
    public async Task Views_that_differ_open_upon_the_first_child()
    {
        await HaveAsync(AConvenedCase(2));
        await (await ViewAsync(Sam)).PressAsync("Save", ("child", "child-1"), ("view", "yes"));
        Assert.Equal(("child-2", ""), ((await ViewAsync(Sam)).Value("child"), (await ViewAsync(Sam)).Value("view")));
        await (await ViewAsync(Sam)).PressAsync("Save", ("view", "no"));

        var form = await ViewAsync(Sam);

        Assert.Equal(("child-1", "yes"), (form.Value("child"), form.Value("view")));
    }

    [Fact]
    public async Task A_stance_for_all_children_is_taken_on_those_only_that_differ_and_shown_again()
    {
        await HaveAsync(AConvenedCase(2)
            .By(Grace).Fact(
                new ViewGiven(Grace.Id, ReasonableCause.Yes, "") { Meeting = FirstMeeting, Child = Child1 },
                new ViewGiven(Grace.Id, ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child2 })
            .By(Priya).Fact(
                new ReasonableCauseDecided(ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child1 },
                new ReasonableCauseDecided(ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child2 }));

        var saved = await host.PostAsync(
            Grace, "assessing/take-stance", ("child", "all"), ("stance", "escalate"), ("reason", "Unexplained."));

        Assert.Contains("professional disagreement, escalated", saved.Text);
        Assert.Equal((Grace.Id, Child1), Assert.Single((await CaseAsync()).Meeting.Assessment.Stances).Key);
        var form = await host.OpenAsync(Grace, StancePart.Button(await CaseAsync()));
        Assert.Equal(("escalate", "Unexplained."), (form.Value("stance"), form.Value("reason")));
    }

    [Fact]
    public async Task The_list_has_pages_both_ways()
    {
        await HaveAsync();
        await (await InformationAsync(Grace))
            .PressAsync("Save", ("text", string.Join(' ', Enumerable.Range(1, 6_000).Select(i => $"w{i}"))));

        var first = await host.OpenAsync(Grace, InformationPage.Button(await CaseAsync()));
        var second = await first.PressAsync("Next page");

        Assert.Equal("What everyone knows", second.Title);
        Assert.Contains("Page 2 of", second.Text);
        Assert.Contains("Page 1 of", (await second.PressAsync("Previous page")).Text);
    }

    [Theory]
    [InlineData("health: Seen on Monday.", "Saved 14:05 on SB-2026-014 Heron: Health, 1 entry")]
    [InlineData("school: Seen on Monday.", "Saved 14:05 on SB-2026-014 Heron: School, 1 entry")]
    [InlineData("probation: Seen on Monday.", "Nothing was saved on SB-2026-014 Heron. Nobody from Probation is invited")]
    public async Task A_note_says_what_it_did(string line, string said)
    {
        await HaveAsync();

        var reply = await NoteAsync(line, "once");

        Assert.Contains(said, reply is Reply.Saved saved ? saved.Text : ((Reply.Say)reply).Text);
    }

    [Theory]
    [InlineData("SB-2026-014 Heron health: Seen on Monday.")]
    [InlineData("SB-2026-014 health: Seen on Monday.")]
    [InlineData("sb-2026-014 NHS for health and police: Seen on Monday.")]
    [InlineData("SB-2026-014 · Health: Seen on Monday.")]
    public async Task A_note_with_a_reference_understands_the_agency(string line)
    {
        await HaveAsync();

        await NoteAsync(line, "once");

        var item = Assert.Single((await CaseAsync()).Meeting.Assessment.Information);
        Assert.Equal((Agency.Health, Grace.Id, "Seen on Monday."), (item.Agency, item.Participant, item.Text));
    }

    /// <summary>A slip of one digit must not put it on another case (P22).</summary>
    [Fact]
    public async Task A_note_with_a_reference_and_an_agency_asks_for_the_word_where_another_case_could_be_meant()
    {
        await HaveAsync();
        await host.Clerk.RecordAsync(new CaseId("SB-2026-015"), "opened", _ => [.. AConvenedCase().Entries.Select(entry => entry.Fact)],
            default);

        var reply = Assert.IsType<Reply.Say>(await NoteAsync("SB-2026-014 social care: Seen on Monday.", "once"));

        Assert.StartsWith("Add the word that stands beside the reference", reply.Text, StringComparison.Ordinal);
        Assert.Empty((await CaseAsync()).Meeting.Assessment.Information);
    }

    [Fact]
    public async Task A_note_that_stands_there_already_changes_nothing_and_one_delivered_again_is_answered_as_the_first()
    {
        await HaveAsync();
        var first = (Reply.Saved)await NoteAsync("health: Seen on Monday.", "once");

        Assert.Equal(first.Text, ((Reply.Saved)await NoteAsync("health: Seen on Monday.", "once")).Text);
        Assert.Contains("Nothing was changed on SB-2026-014 Heron: it stood there already",
            ((Reply.Saved)await NoteAsync("health: Seen on Monday.", "twice")).Text);
    }

    public void Dispose() => host.Dispose();

    private static InformationGiven Entry(string text, Audience audience) =>
        new(Grace.Id, Agency.Health, text, 0) { Meeting = FirstMeeting, Audience = audience };

    private Task HaveAsync(Given? given = null) => host.Cases.HaveAsync(given ?? AConvenedCase());

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> InformationAsync(Participant by) =>
        await host.OpenAsync(by, InformationPart.Button(await CaseAsync()));

    private async Task<PartHost.Screen> ViewAsync(Participant by) => await host.OpenAsync(by, ViewPart.Button(await CaseAsync()));

    private async Task<(string Text, Audience Audience)> EntryAsync()
    {
        var item = Assert.Single((await CaseAsync()).Meeting.Assessment.Information);
        return (item.Text, item.Audience);
    }

    private Task<Reply> NoteAsync(string line, string activity)
    {
        var speaker = new Speaker("council", "object-1", Priya.ChannelId!, Priya.Name, Priya.Mail);
        var turn = new Turn(speaker, new Place(PlaceKind.Personal, new Address("chat", "http://localhost")), activity);
        return new NoteCommand(new CommandCase(host.Clerk, Words, host.Clock)).HandleAsync(line, turn, default);
    }
}
