namespace StrategyBot.Cases;

/// <summary>Why a rule said no, with the values its sentence needs.</summary>
internal abstract record Refusal
{
    /// <summary>The input of the form that it is about, where it is about one.</summary>
    public string? Field { get; init; }

    /// <summary>One full sentence to the person, and another that says what to do next.</summary>
    public abstract string Say(Words words);
}

/// <summary>Everything that is wrong with what was sent, at once.</summary>
internal sealed record Several(params IReadOnlyList<Refusal> All) : Refusal
{
    public override string Say(Words words) => string.Join(' ', All.Select(why => why.Say(words)).Distinct());
}
