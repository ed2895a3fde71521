namespace StrategyBot.Forms;

/// <summary>A part as it stands: its title, and what is on it between the title and the buttons.</summary>
internal sealed record Drawn(string Title, IReadOnlyList<CardElement> Body)
{
    /// <summary>Above the form in its frame, where that is another than <see cref="Title"/>.</summary>
    public string? Frame { get; init; }

    /// <summary>Inputs that show a choice which nobody made yet: nothing stands there.</summary>
    public IReadOnlyList<string> Preselected { get; init; } = [];

    /// <summary>What was asked, isn't any more, and was answered so: whoever gives the same answer again is told that it stands.</summary>
    public IReadOnlyDictionary<string, string> Settled { get; init; } = new Dictionary<string, string>();

    /// <summary>How it can be saved; a page has none.</summary>
    public IReadOnlyList<Save> Saves { get; init; } = [new("Save")];

    /// <summary>Buttons beside: back, another part, an act. What is typed on the form is not lost by them without a word.</summary>
    public IReadOnlyList<CardAction> Beside { get; init; } = [];

    /// <summary>The title of a button beside by which what is typed is saved, where it can be, rather than asked about.</summary>
    public string? KeptBy { get; init; }

    /// <summary>A list that is done when the person says so: a button leads on to what waits next.</summary>
    public bool LeadsOn { get; init; }

    /// <summary>Buttons that say that they go on without saving.</summary>
    public IReadOnlyList<CardAction> Leaving { get; init; } = [];
}

/// <summary>A button that saves, and the fields that it alone brings: <c>new { All = true }</c>, <em>Same for all children</em>.</summary>
internal sealed record Save(string Title, object? With = null)
{
    /// <summary>What waits next opens after it, and the button says so.</summary>
    public bool MayGoOn { get; init; } = Title == "Save";

    public string AndNext => $"{Title} and next";
}
