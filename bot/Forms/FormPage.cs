using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>What a part is drawn and decided from.</summary>
/// <param name="View">Its case is cut to the reader; the whole one is for rules and counts, and a card never shows its text.</param>
/// <param name="Now">On the case's clock.</param>
/// <param name="Seen">The version of the case that the form showed.</param>
public sealed record FormPage(CaseView View, Words Words, DateTimeOffset Now, int Seen)
{
    public Case Case => View.Case;

    public Case Whole => View.Whole;

    public Participant Me => View.Reader;

    /// <summary>It has to be kept before anything is asked: posted without a form of ours, or too long to be shown on one again.</summary>
    public bool CannotAsk { get; init; }

    /// <summary>The same page as somebody would see it from whom nothing is kept: only to find out which inputs are.</summary>
    internal FormPage Uncut => this with { View = View with { Case = View.Whole } };
}

/// <summary>A part as it stands: its title, and what is on it between the title and the buttons.</summary>
public sealed record Drawn(string Title, IReadOnlyList<CardElement> Body)
{
    /// <summary>Above the form in its frame, where that is another than <see cref="Title"/>.</summary>
    public string? Frame { get; init; }

    /// <summary>Inputs that show a choice which nobody made yet: nothing stands there.</summary>
    public IReadOnlyList<string> Preselected { get; init; } = [];

    /// <summary>How it can be saved; a page has none.</summary>
    public IReadOnlyList<Save> Saves { get; init; } = [new("Save")];

    /// <summary>Buttons beside: back, another part, an act. What is typed on the form is not lost by them without a word.</summary>
    public IReadOnlyList<CardAction> Beside { get; init; } = [];

    /// <summary>Buttons that say that they go on without saving.</summary>
    public IReadOnlyList<CardAction> Leaving { get; init; } = [];
}

/// <summary>A button that saves, and the fields that it alone brings: <c>new { All = true }</c>, <em>Same for all children</em>.</summary>
public sealed record Save(string Title, object? With = null);

/// <summary>What became of a form.</summary>
/// <param name="Typed">As it was sent, for all whom it was sent for.</param>
/// <param name="Facts">What was written now; none where all of it stood already.</param>
public sealed record Kept<TForm>(TForm Typed, IReadOnlyList<Cases.Fact> Facts);

/// <summary>What the person is told was saved.</summary>
/// <param name="What">Ends the sentence <c>Saved 10:42 on SB-2026-014 Heron: …</c></param>
/// <param name="Body">What stands now; an undo is an act in here.</param>
public sealed record Echo(string What, params IReadOnlyList<CardElement> Body)
{
    /// <summary>Begins the sentence.</summary>
    public string Done { get; init; } = "Saved";

    /// <summary><em>Saved</em> is said only of what was written.</summary>
    public Reply.Saved Say(FormPage page, bool isWritten = true) => new(
        page.Case.Id.Value,
        isWritten
            ? $"{Done} {page.Words.Time(page.Now)} on {page.Case.Id} {page.Case.CheckWord}{(What.Length == 0 ? "" : $": {What}")}"
            : $"Nothing was changed on {page.Case.Id} {page.Case.CheckWord}: it stood there already",
        Body);
}
