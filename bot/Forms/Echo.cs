using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>What became of a form.</summary>
/// <param name="Typed">As it was sent, for all whom it was sent for.</param>
/// <param name="Facts">What was written now; none where all of it stood already.</param>
internal sealed record Kept<TForm>(TForm Typed, IReadOnlyList<Cases.Fact> Facts);

/// <summary>What the person is told was saved.</summary>
/// <param name="What">Ends the sentence <c>Saved 10:42 on SB-2026-014 Heron: …</c></param>
/// <param name="Body">What stands now; an undo is an act in here.</param>
internal sealed record Echo(string What, params IReadOnlyList<CardElement> Body)
{
    /// <summary>What they are asked for or have to know before they go on; then nothing else opens.</summary>
    public IReadOnlyList<CardElement> Asks { get; init; } = [];

    /// <summary>What is said above the part that opens next too.</summary>
    public IReadOnlyList<CardElement> Notes { get; init; } = [];

    /// <summary>Begins the sentence.</summary>
    public string Done { get; init; } = "Saved";

    /// <summary><em>Saved</em> is said only of what was written.</summary>
    public Reply.Saved Say(FormPage page, bool isWritten = true) => new(
        page.Case.Ref.Value,
        isWritten
            ? $"{Done} {page.Words.Time(page.Now)} on {page.Case.Id} {page.Case.CheckWord}{(What.Length == 0 ? "" : $": {What}")}"
            : $"Nothing was changed on {page.Case.Id} {page.Case.CheckWord}: it stood there already",
        [.. Body, .. Notes, .. Asks]);
}
