namespace StrategyBot.Phases.Planning;

/// <summary>What follows from a decision isn't done here, and why: it is offered no more (P38).</summary>
internal sealed class OfferNotNeededPart : IPart<OfferNotNeededPart.Form>
{
    private const string Title = "Not needed, because …";

    public sealed record Form(string Case, string? Offered = null, string? Because = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("planning/offer-not-needed");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["offered"];

    public static PartButton Button(Case @case, OfferedAction one) => Id.Button(Title, new Form(@case.Ref.Value, one.Key));

    public Refusal? Bars(FormPage page, Form asked) => Find(page, asked) is null ? new OfferChanged() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var offered = Find(page, asked)!;
        return new("Not needed here",
        [
            new PlainText(offered.What) { Weight = TextWeight.Bolder },
            new TextBlock("It follows from what was decided. Say why it is not done, and it is not offered again."),
            new TextInput("because", "Why is it not needed?") { MaxLength = FormCard.Line },
            MarkingInput.For(page.Case, page.Me.Agency, offered.Audience),
        ])
        {
            Saves = [new("It is not needed")],
            Preselected = [MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, Find(page, typed)?.Audience, typed.Because)
        is { } readers ? OfferNotNeededRule.Say(page.Whole, Find(page, typed), typed.Because, readers) : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("why it is not needed");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ActionsPage.Button(page.Case);

    private static OfferedAction? Find(FormPage page, Form asked) =>
        OfferedAction.Of(page.Case, page.Now).FirstOrDefault(one => one.Key == asked.Offered);
}

/// <summary>The rule of what isn't done though it follows. Pure.</summary>
internal static class OfferNotNeededRule
{
    public static Decision Say(Case @case, OfferedAction? offered, string? because, Readers readers)
    {
        var text = (because ?? "").Trim();
        return offered is null ? new OfferChanged()
            : new Unsaid().Text("because", text, "Say why it is not needed.", FormCard.Line).Why is { } missing ? missing
            : new OfferNotNeeded(offered.Key, offered.What, text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
    }
}
