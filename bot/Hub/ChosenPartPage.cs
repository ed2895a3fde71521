using StrategyBot.Phases;

namespace StrategyBot.Hub;

/// <summary>Opens the part that was chosen from the list on a card of an earlier release, by that part's own verb.</summary>
internal sealed class ChosenPartPage(PhaseList phases) : IPage<ChosenPartPage.Form>
{
    public sealed record Form(string Case, string? Part = null) : ICaseForm;

    public static PartId Id => new("hub/go");

    public static Capability Needs => Capability.SeeCase;

    public PartButton? Instead(FormPage page, Form asked) =>
        phases.Entries(page.View, page.Now).FirstOrDefault(entry => entry.Id == asked.Part)?.Open;

    public Drawn Draw(FormPage page, Form asked) =>
        MyPartDrawing.Of(page.View, phases, page.Words, page.Now) with { Frame = "My part" };
}

/// <summary>What is missing, page by page; a card of an earlier release opens what was chosen on it.</summary>
internal sealed class ChosenGapPage(PhaseList phases) : IPage<ChosenGapPage.Form>
{
    public sealed record Form(string Case, string? Gap = null, int Page = 1) : ICaseForm;

    public static PartId Id => new("hub/go-to-gap");

    public static Capability Needs => Capability.SeeCase;

    public static SubmitAction Turn(string title, Case @case, int page) => Id.Send(title, new Form(@case.Ref.Value, Page: page));

    public PartButton? Instead(FormPage page, Form asked) => phases.Gaps(page.Whole).FirstOrDefault(gap => gap.Id == asked.Gap)?.Open;

    public Drawn Draw(FormPage page, Form asked) =>
        MissingDrawing.Of(page.View, phases, page.Words, page.Now, asked.Page) with { Frame = "Missing" };
}
