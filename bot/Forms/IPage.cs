namespace StrategyBot.Forms;

/// <summary>Something to read: a list, an overview. A part that takes nothing back.</summary>
/// <remarks>Made anew for each turn, with what its constructor asks for.</remarks>
internal interface IPage<in TForm>
    where TForm : ICaseForm
{
    static abstract PartId Id { get; }

    /// <summary>What it needs of the person who opens it.</summary>
    static abstract Capability Needs { get; }

    /// <summary>Why it can't be opened with what was asked for: a row that is gone, somebody else's part.
    /// Text of the case stays out of it.</summary>
    Refusal? Bars(FormPage page, TForm asked) => null;

    /// <summary>The part that opens in its place: the one that was chosen on a list. <c>null</c>: this one.</summary>
    PartButton? Instead(FormPage page, TForm asked) => null;

    /// <summary>The part as it stands. Its inputs are the fields that it takes back, each with the value that stands, never
    /// with what was typed.</summary>
    Drawn Draw(FormPage page, TForm asked);

    /// <summary>What the access log says after the part's verb.</summary>
    string? Reading(TForm asked) => "";
}
