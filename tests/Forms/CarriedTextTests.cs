using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>What was typed into a question that isn't asked any more comes back: it stands nowhere else.</summary>
public sealed class CarriedTextTests : IDisposable
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(1, 700).Select(i => $"typed{i}"));

    private readonly PartHost host = new(parts: parts => parts.Form<Fading, Fading.Form>());

    [Fact]
    public async Task A_long_text_is_on_the_form_that_comes_back_and_in_none_of_its_buttons()
    {
        var refused = await RefusedAsync("Saved first.", Long);

        Assert.Contains(Long, refused.Text);
        Assert.All(refused.Buttons, button => Assert.DoesNotContain("typed700", button.Data.GetRawText()));
    }

    [Fact]
    public async Task It_is_there_still_when_the_form_comes_back_again()
    {
        var refused = await RefusedAsync("Saved first.", Long);
        await SaveFirstAsync("Saved in between.");

        var again = await refused.PressAsync("Save", ("a", "mine too"));

        Assert.Contains("“A” at", again.Text);
        Assert.Contains(Long, again.Text);
    }

    [Fact]
    public async Task A_form_of_an_earlier_release_brings_it_in_its_button()
    {
        var refused = await RefusedAsync("Saved first.", "Short.");
        await SaveFirstAsync("Saved in between.");
        var sent = refused.Sent("Save", ("a", "mine too"));
        sent[FormState.Key]!["carried"] = CardJson.Sent(CardJson.Data(new { Older = "Typed before." }));

        Assert.Contains("Typed before.", (await host.PressAsync(Grace, Fading.Id.Save, sent)).Text);
    }

    [Fact]
    public async Task What_others_wrote_is_shortened_before_it()
    {
        var others = string.Concat(Enumerable.Repeat("theirs ", 210)) + "end";

        var refused = await RefusedAsync(others, Long);

        Assert.Contains(Long, refused.Text);
        Assert.Contains("theirs theirs", refused.Text);
        Assert.DoesNotContain("theirs end", refused.Text);
        Assert.InRange(CardSize.Utf16Bytes(refused.Card), 1, CardSize.LimitInBytes);
    }

    [Fact]
    public async Task One_that_no_card_holds_is_named_with_what_can_be_done()
    {
        var refused = await RefusedAsync("Saved first.", string.Concat(Enumerable.Repeat(Long, 4)));

        Assert.Contains("too long to be shown here. It is not saved", refused.Text);
        Assert.Contains("in pieces of at most 1,500 letters", refused.Text);
        Assert.Equal("mine", refused.Value("a"));
        Assert.InRange(CardSize.Utf16Bytes(refused.Card), 1, CardSize.LimitInBytes);
    }

    [Fact]
    public async Task A_form_that_is_gone_shows_all_of_it()
    {
        var gone = await GoneAsync(Long);

        Assert.Contains("It is over.", gone.Text);
        Assert.Contains(Long, gone.Text);
    }

    [Fact]
    public async Task A_form_that_is_gone_shows_what_a_card_holds_and_says_what_is_missing()
    {
        var gone = await GoneAsync(string.Concat(Enumerable.Repeat(Long, 4)));

        Assert.Contains("typed100", gone.Text);
        Assert.Contains("too long to be shown here. It is not saved", gone.Text);
        Assert.InRange(CardSize.Utf16Bytes(gone.Card), 1, CardSize.LimitInBytes);
    }

    public void Dispose() => host.Dispose();

    private async Task<PartHost.Screen> RefusedAsync(string savedFirst, string typed)
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var form = await host.OpenAsync(Grace, Fading.Id.Button("", new Fading.Form(Id.Value)));
        await SaveFirstAsync(savedFirst);
        return await form.PressAsync(
            "Save", ("text", typed), ("a", "mine"), ("b", "mine"), ("c", "mine"), ("d", "mine"), ("e", "mine"));
    }

    private async Task<PartHost.Screen> GoneAsync(string typed)
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var form = await host.OpenAsync(Grace, Fading.Id.Button("", new Fading.Form(Id.Value)));
        await SaveFirstAsync(Fading.Over);
        return await form.PressAsync("Save", ("text", typed));
    }

    private Task SaveFirstAsync(string text) => host.Clerk.AskAsync(
        new Asker(Tom.Person!.Value, Tom.Name, Tom.Mail, Tom.ChannelId!), Id, Capability.FillForm, text[..5] + text.Length,
        (_, _) => new ContingencyAgreed(text) { Meeting = FirstMeeting }, default);

    /// <summary>Its long question is asked until somebody saved; the short ones stay.</summary>
    private sealed class Fading : IPart<Fading.Form>
    {
        public const string Over = "Over.";

        public sealed record Form(
            string Case, string? Text = null, string? A = null, string? B = null, string? C = null, string? D = null, string? E = null)
            : ICaseForm;

        public static PartId Id => new("test/fading");

        public static Capability Needs => Capability.Contribute;

        public static IReadOnlyList<string> Unmeasured => ["text"];

        public Refusal? Bars(FormPage page, Form asked) => Stands(page) == Over ? new CannotBe("It is over.") : null;

        public Drawn Draw(FormPage page, Form asked) => new("Fading",
        [
            .. Stands(page) is null ? [Input("text")] : (IReadOnlyList<TextInput>)[],
            .. new[] { "a", "b", "c", "d", "e" }.Select(id => Input(id) with { Value = Stands(page) is null ? null : Stands(page) + id }),
        ])
        {
            Saves = [new("Save"), new("Save as well")],
            Beside = [Actions.Send("Elsewhere", Id.Open, new Form(page.Case.Ref.Value))],
        };

        public Decision Decide(FormPage page, Form typed) => new ContingencyAgreed(typed.A ?? "") { Meeting = FirstMeeting };

        public Echo Saved(FormPage page, Kept<Form> kept) => new("it");

        private static TextInput Input(string id) => new(id, id.ToUpperInvariant()) { IsMultiline = true, MaxLength = FormCard.MostText };

        private static string? Stands(FormPage page) => page.Case.Meeting.Plan.Contingency?.Fact.Text;
    }
}
