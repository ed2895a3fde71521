namespace StrategyBot.Forms;

/// <summary>A button that decides at once: undo, withdraw, agree.</summary>
internal interface IAct<TForm>
    where TForm : ICaseForm
{
    static abstract string Verb { get; }

    static abstract Capability Needs { get; }

    /// <summary>Pure.</summary>
    Decision Decide(FormPage page, TForm pressed);

    Echo Saved(FormPage page, Kept<TForm> kept);

    /// <summary>The part that opens under what was done; <c>null</c> for the person's own part.</summary>
    PartButton? Next(FormPage page, Kept<TForm> kept) => null;

    /// <summary>The part that is done with it: what waits after that opens under what was done.</summary>
    PartButton? Ends(FormPage page, TForm pressed) => null;

    /// <summary>What is shown with a refusal above it; <c>null</c>: the sentence alone.</summary>
    PartButton? Back(FormPage page, TForm pressed) => null;
}
