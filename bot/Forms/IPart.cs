namespace StrategyBot.Forms;

/// <summary>What every form sends along: which case it is about.</summary>
public interface ICaseForm
{
    string Case { get; }
}

/// <summary>The verbs of a part: <c>phase/x</c> opens it, <c>phase/save-x</c> takes it back.
/// Cards already sent keep them, so never reuse one.</summary>
public readonly record struct PartId(string Open)
{
    public string Save => Open.Insert(Open.IndexOf('/', StringComparison.Ordinal) + 1, "save-");

    /// <summary>A button to the part.</summary>
    /// <param name="asked">The form that it opens with: the case, and what chooses the subject.</param>
    public PartButton Button(string title, ICaseForm asked) => new(title, Open, asked);

    /// <summary>The same on another part's card; what is typed there doesn't come along.</summary>
    public SubmitAction Send(string title, ICaseForm asked) =>
        Actions.Send(title, Open, asked) with { AssociatedInputs = AssociatedInputs.None };
}

/// <summary>Something to read: a list, an overview. A part that takes nothing back.</summary>
/// <remarks>Made anew for each turn, with what its constructor asks for.</remarks>
public interface IPage<in TForm>
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

/// <summary>A form: what it shows, what it decides, what it says then. Everything else is the runtime's
/// (<see cref="PartRuntime"/>).</summary>
public interface IPart<TForm> : IPage<TForm>
    where TForm : ICaseForm
{
    /// <summary>Inputs that choose the subject (the child): taken as sent and never merged.</summary>
    static virtual IReadOnlyList<string> Keys => [];

    /// <summary>Inputs that mean something only together: a day and its time; an answer and what follows from it.</summary>
    static virtual IReadOnlyList<IReadOnlyList<string>> Together => [];

    /// <summary>Two answers to one question stand side by side until the chair chooses, rather than the second being asked
    /// again (headings).</summary>
    static virtual bool KeepsBoth => false;

    /// <summary>Inputs whose length the part sees to itself, because it keeps a longer text in several entries.</summary>
    static virtual IReadOnlyList<string> Unmeasured => [];

    /// <summary>One form for each subject that was meant: one for each child of <em>all</em>.</summary>
    IReadOnlyList<TForm> Each(FormPage page, TForm typed) => [typed];

    /// <summary>Pure. Gets every field: what was typed, and what stands now where nothing was changed.</summary>
    Decision Decide(FormPage page, TForm typed);

    /// <summary>What stands now, for the person who saved it.</summary>
    Echo Saved(FormPage page, Kept<TForm> kept);

    /// <summary>The form that opens under <em>Saved …</em>; <c>null</c> for the person's own part.</summary>
    PartButton? Next(FormPage page, Kept<TForm> kept) => null;
}

/// <summary>A button that decides at once: undo, withdraw, agree.</summary>
public interface IAct<TForm>
    where TForm : ICaseForm
{
    static abstract string Verb { get; }

    static abstract Capability Needs { get; }

    /// <summary>Pure.</summary>
    Decision Decide(FormPage page, TForm pressed);

    Echo Saved(FormPage page, Kept<TForm> kept);

    /// <summary>The part that opens under what was done; <c>null</c> for the person's own part.</summary>
    PartButton? Next(FormPage page, Kept<TForm> kept) => null;

    /// <summary>What is shown with a refusal above it; <c>null</c>: the sentence alone.</summary>
    PartButton? Back(FormPage page, TForm pressed) => null;
}

/// <summary>A part that asks outside (Graph) before it is drawn or decided; it keeps the answer for that.
/// Never within a case's turn.</summary>
public interface IAsksOutside
{
    Task AskAsync(Case @case, CancellationToken cancellationToken);
}

/// <summary>A part that asks outside about what was typed, an address perhaps, before it is decided. Never within a case's turn.</summary>
public interface IAsksAbout<in TForm>
    where TForm : ICaseForm
{
    Task AskAboutAsync(TForm typed, CancellationToken cancellationToken);
}
