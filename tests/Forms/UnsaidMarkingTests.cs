using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>Who may read what is never guessed (P6), on a form made for it: words, a choice, a marking, the tick for the family.</summary>
public sealed class UnsaidMarkingTests : IDisposable
{
    private readonly PartHost host = new(parts: parts => parts.Form<Marked, Marked.Form>());

    [Fact]
    public async Task A_marking_that_does_not_come_back_is_asked()
    {
        var asked = await (await OpenAsync()).PressAsync("Save", ("text", "Words."), ("marking", null));

        Assert.Contains("“Who may read this”", asked.Text);
        Assert.Equal("Words.", asked.Value("text"));
        Assert.Null(await StandsAsync());
        await asked.PressAsync("Leave as it was", ("marking", null));
        Assert.Equal(Audience.Professionals, (await StandsAsync())!.Audience);
    }

    [Fact]
    public async Task A_marking_that_is_emptied_is_asked_again()
    {
        var asked = await (await OpenAsync()).PressAsync("Save", ("text", "Words."), ("marking", null));

        var refused = await asked.PressAsync("Empty it", ("marking", null));

        Assert.Contains("Choose who may read this.", refused.Text);
        Assert.Null(await StandsAsync());
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("only-Nobody")]
    [InlineData("only-3")]
    public async Task A_marking_that_is_none_is_refused(string marking)
    {
        var refused = await (await OpenAsync()).PressAsync("Save", ("text", "Words."), ("marking", marking));

        Assert.Contains("Choose again under “Who may read this”", refused.Text);
        Assert.Null(await StandsAsync());
    }

    [Fact]
    public async Task Posted_without_a_form_words_without_a_marking_are_kept_for_their_author_and_the_chair()
    {
        await OpenAsync();

        await PostAsync(("text", "Words."), ("share", "child-1"));

        Assert.Equal(Audience.Only(Agency.SocialCare, Agency.Health), (await StandsAsync())!.Audience);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("everybody")]
    public async Task Posted_without_a_form_words_that_are_marked_keep_their_marking_until_they_are_asked_for_it(string? marking)
    {
        await OpenAsync(AConvenedCase().By(Grace).Fact(Stands("Words.", Audience.Only(Agency.Health, Agency.Police))));

        var asked = await PostAsync(("text", "Words."), ("marking", marking));

        Assert.Contains("“Who may read this”", asked.Text);
        Assert.Equal(Audience.Only(Agency.Health, Agency.Police), (await StandsAsync())!.Audience);
    }

    [Fact]
    public async Task Posted_without_a_form_another_than_the_offered_choice_is_no_conflict()
    {
        await OpenAsync();

        await PostAsync(("text", "Words."), ("marking", "police-and-social-care"), ("share", "child-1"));

        Assert.Equal(Audience.PoliceAndSocialCare with { SharedWith = ["child-1"] }, (await StandsAsync())!.Audience);
    }

    [Fact]
    public async Task Words_that_are_too_long_to_come_back_are_kept_before_their_marking_is_asked()
    {
        var words = string.Join(' ', Enumerable.Range(1, 4_000).Select(i => $"word{i}"));

        await (await OpenAsync()).PressAsync("Save", ("text", words), ("marking", null));

        var kept = (await StandsAsync())!;
        Assert.Equal((words, Audience.Only(Agency.SocialCare, Agency.Health)), (kept.Text, kept.Audience));
    }

    [Fact]
    public async Task Words_that_are_too_long_to_come_back_are_named_on_a_form_that_is_small_enough()
    {
        var words = string.Join(' ', Enumerable.Range(1, 4_000).Select(i => $"word{i}"));

        var refused = await (await OpenAsync()).PressAsync("Save", ("text", words), ("basis", "neither"));

        Assert.Contains("A text that you had typed is too long to be shown here.", refused.Text);
        Assert.InRange(CardSize.Utf16Bytes(refused.Card), 1, CardSize.LimitInBytes);
    }

    [Fact]
    public async Task What_was_typed_without_a_form_does_not_travel_twice()
    {
        await OpenAsync();

        var refused = await PostAsync(("text", "Words."), ("basis", "neither"));

        Assert.Equal("Words.", refused.Value("text"));
        Assert.DoesNotContain("Words.", refused.Buttons[0].Data.GetRawText());
    }

    [Fact]
    public async Task A_box_that_was_not_ticked_and_does_not_come_back_is_no_question()
    {
        await (await OpenAsync()).PressAsync("Save", ("text", "Words."), ("share", null));

        Assert.Equal("Words.", (await StandsAsync())!.Text);
    }

    [Fact]
    public async Task A_box_that_was_ticked_and_does_not_come_back_is_asked()
    {
        var shared = Audience.Professionals with { SharedWith = ["child-1"] };
        var form = await OpenAsync(AConvenedCase().By(Grace).Fact(Stands("Words.", shared)));

        Assert.Contains("“May be shared with”", (await form.PressAsync("Save", ("share", null))).Text);
    }

    [Fact]
    public async Task Two_answers_to_a_question_that_takes_one_are_named()
    {
        var refused = await (await OpenAsync()).PressAsync("Save", ("text", "Words."), ("basis", "low,high"));

        Assert.Contains("Choose one under “How serious is it?”: “Low” and “High” exclude each other.", refused.Text);
        Assert.Equal("Words.", refused.Value("text"));
    }

    [Theory]
    [InlineData(Agency.SocialCare, Agency.Health)]
    [InlineData(Agency.Health, Agency.Police)]
    [InlineData(Agency.SocialCare, Agency.Police, Agency.Health)]
    [InlineData(Agency.Health)]
    [InlineData(Agency.Health, Agency.Police, Agency.Housing)]
    public async Task A_marking_that_was_not_touched_stays_exactly_what_it_was(params Agency[] agencies)
    {
        var form = await OpenAsync(AConvenedCase().By(Grace).Fact(Stands("Words.", Audience.Only(agencies))));

        await form.PressAsync("Save", ("text", "Other words."));

        Assert.Equal(("Other words.", Audience.Only(agencies)), ((await StandsAsync())!.Text, (await StandsAsync())!.Audience));
    }

    public void Dispose() => host.Dispose();

    private static ContingencyAgreed Stands(string text, Audience audience) => new(text) { Meeting = FirstMeeting, Audience = audience };

    private async Task<PartHost.Screen> OpenAsync(Given? given = null)
    {
        await host.Cases.HaveAsync(given ?? AConvenedCase());
        return await host.OpenAsync(Grace, Marked.Id.Button("", new Marked.Form(Id.Value)));
    }

    private Task<PartHost.Screen> PostAsync(params IReadOnlyList<(string Id, JsonNode? Value)> fields) =>
        host.PostAsync(Grace, Marked.Id.Save, fields);

    private async Task<ContingencyAgreed?> StandsAsync() => (await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Contingency?.Fact;

    private sealed class Marked : IPart<Marked.Form>
    {
        public sealed record Form(
            string Case, string? Text = null, string? Basis = null, string? Marking = null, string? Share = null) : ICaseForm;

        public static PartId Id => new("test/marked");

        public static Capability Needs => Capability.Contribute;

        public static IReadOnlyList<string> Unmeasured => ["text"];

        public Drawn Draw(FormPage page, Form asked)
        {
            var stands = page.Case.Meeting.Plan.Contingency?.Fact;
            return new("Marked",
            [
                new TextInput("text", "Words") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Text },
                new ChoiceSetInput("basis", "How serious is it?", [new("Low", "low"), new("High", "high")]),
                MarkingInput.For(page.Case, page.Me.Agency, stands?.Audience),
                .. MarkingInput.Share(page.Case, stands?.Audience),
            ])
            {
                Preselected = stands is null ? [MarkingInput.Id] : [],
            };
        }

        public Decision Decide(FormPage page, Form typed) =>
            MarkingInput.Read(page, typed.Marking, typed.Share, page.Me.Agency) is { } audience
            ? new ContingencyAgreed(typed.Text ?? "") { Meeting = FirstMeeting, Audience = audience }
            : MarkingInput.NotSaid;

        public Echo Saved(FormPage page, Kept<Form> kept) => new("marked words");
    }
}
