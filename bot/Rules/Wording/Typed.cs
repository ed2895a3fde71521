namespace StrategyBot.Rules.Wording;

/// <summary>What came of reading what a person typed: a value, or a sentence that says what to type instead.</summary>
internal abstract record Typed<T>
{
    private Typed()
    {
    }

    public sealed record Understood(T Value) : Typed<T>;

    /// <param name="Sentence">Never repeats the typed text: it may be on its way to a group chat.</param>
    public sealed record NotUnderstood(string Sentence) : Typed<T>;

    public TResult Match<TResult>(Func<T, TResult> understood, Func<string, TResult> notUnderstood) => this switch
    {
        Understood read => understood(read.Value),
        NotUnderstood refused => notUnderstood(refused.Sentence),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Typed<TNext> Then<TNext>(Func<T, Typed<TNext>> next) =>
        Match(next, sentence => new Typed<TNext>.NotUnderstood(sentence));
}
