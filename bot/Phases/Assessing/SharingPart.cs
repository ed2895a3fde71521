using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Assessing;

/// <summary>Whom of the family each answer of a block may be shared with (P33): asked apart, as it is ticked rarely and never by default.
/// </summary>
internal sealed class SharingPart : IPart<SharingPart.Form>
{
    private const string Title = "May be shared with the family";

    public sealed record Form(string Case, string? Block = null) : ICaseForm
    {
        /// <summary>The people that were ticked for each heading, by <see cref="IdOf"/>.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Ticked { get; init; }

        public string? Of(Heading heading) =>
            Ticked?.GetValueOrDefault(IdOf(heading)) is { ValueKind: JsonValueKind.String } ticked ? ticked.GetString() : null;
    }

    public static PartId Id => new("assessing/sharing");

    public static Capability Needs => HeadingsPart.Needs;

    /// <summary>On the form of a block, once something stands that may be shared with somebody.</summary>
    public static IEnumerable<CardAction> Beside(FormPage page, HeadingBlock block) =>
        Answered(page, block).Any() && MarkingInput.Share(page.Case).Count > 0
            ? [Id.Send($"{Title} …", new Form(page.Case.Ref.Value, block.Id))]
            : [];

    public string? Reading(Form asked) => Find(asked)?.Id;

    public Refusal? Bars(FormPage page, Form asked) => Find(asked) is not { } block ? new NoSuchCase()
        : AskedOf.MayFill(page.Me, block) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var block = Find(asked)!;
        var answered = Answered(page, block).ToList();
        return new(Title,
        [
            new TextBlock(answered.Count == 0
                ? "Nothing is answered here yet that could be shared."
                : "Tick each adult or young person who may hear it. Nobody else of the family will be told by it."),
            .. answered.SelectMany(one => MarkingInput.Share(page.Case, one.Given.Audience).OfType<ChoiceSetInput>()
                .Select(share => share with { Id = IdOf(one.Heading), Label = $"{one.Heading.Title} may be shared with" })),
        ])
        {
            Saves = answered.Count == 0 ? [] : [new("Save")],
            Leaving = [HeadingsPart.Id.Send("Back", new HeadingsPart.Form(page.Case.Ref.Value, block.Id))],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var said = Find(typed)!.Headings.Where(heading => typed.Of(heading) is not null).Select(heading => HeadingsRule.Share(
            page.Whole, page.Me, heading.Id, page.Seen, stands => MarkingInput.SharedWith(stands, typed.Of(heading)))).ToList();
        var refused = said.OfType<Decision.Refused>().Select(one => one.Because).ToList();
        return refused.Count > 0
            ? refused.Count == 1 ? refused[0] : new Several(refused)
            : Decision.Of([.. said.OfType<Decision.Accepted>().SelectMany(one => one.Facts)]);
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who of the family may hear it",
        [.. Answered(page, Find(kept.Typed)!).Select(one =>
            new TextBlock(CardText.Plain($"{one.Heading.Title}: {one.Given.Audience.Say(page.Case)}")))]);

    public PartButton? Next(FormPage page, Kept<Form> kept) => HeadingsPart.Button(page.Case, Find(kept.Typed)!);

    private static HeadingBlock? Find(Form asked) => Headings.FindBlock(asked.Block ?? "");

    private static string IdOf(Heading heading) => $"share-{heading.Id}";

    private static IEnumerable<(Heading Heading, GivenAnswer Given)> Answered(FormPage page, HeadingBlock block) =>
        from heading in block.Headings
        let given = HeadingsRule.Readable(page.Case, page.Me, heading.Id)
        where given is not null
        select (heading, given);
}
