namespace StrategyBot.Forms;

/// <summary>A form: what it shows, what it decides, what it says then. Everything else is the runtime's
/// (<see cref="PartRuntime"/>).</summary>
internal interface IPart<TForm> : IPage<TForm>
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

    /// <summary>Whether an input that only earlier cards have is still taken: under the name that it had there.</summary>
    static virtual bool Takes(string id) => false;

    /// <summary>One form for each subject that was meant: one for each child of <em>all</em>.</summary>
    IReadOnlyList<TForm> Each(FormPage page, TForm typed) => [typed];

    /// <summary>Pure. Gets every field: what was typed, and what stands now where nothing was changed.</summary>
    Decision Decide(FormPage page, TForm typed);

    /// <summary>What stands now, for the person who saved it.</summary>
    Echo Saved(FormPage page, Kept<TForm> kept);

    /// <summary>The part of the person's list that it stands for, where that is another: the list of a row, a form's first half.</summary>
    PartButton? Under(FormPage page, TForm asked) => null;

    /// <summary>The form that opens under <em>Saved …</em>; <c>null</c> for the person's own part.</summary>
    PartButton? Next(FormPage page, Kept<TForm> kept) => null;
}
