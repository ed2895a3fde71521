using StrategyBot.Phases;

namespace StrategyBot.Hub;

/// <summary>Has what was refused outside tried again at once: an address was mended, or the administrator says that it works.</summary>
internal sealed class TryAgain(PhaseList phases) : IAct<CaseForm>
{
    public static string Verb => "hub/try-again";

    public static Capability Needs => Capability.Arrange;

    /// <summary>Only where something waits, for whoever may arrange.</summary>
    public static IReadOnlyList<CardAction> Button(CaseView view, PhaseList phases, DateTimeOffset now) =>
        view.Reader.May(Needs) && phases.Refused(view.Whole, now).Count > 0
            ? [Actions.Send("Try again", Verb, CaseForm.Of(view.Case)) with { AssociatedInputs = AssociatedInputs.None }]
            : [];

    public Decision Decide(FormPage page, CaseForm pressed) => Decision.Of(
        phases.Refused(page.Whole, page.Now).Where(refused => !page.Whole.Effects[refused.Key].IsAskedAgain)
            .Select(refused => (Fact)new EffectAskedAgain(refused.Key)).ToArray());

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("what was refused is tried again now; status says how it went");
}
