using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>A rule's answer: facts to record, or a refusal the person can act on.</summary>
internal abstract record Decision
{
    private Decision() { }

    /// <summary>Recorded as one: all of them or none. No facts means that all of it was recorded before.</summary>
    public sealed record Accepted(params IReadOnlyList<Fact> Facts) : Decision;

    public sealed record Refused(Refusal Because) : Decision;

    public static implicit operator Decision(Fact fact) => new Accepted(fact);

    public static implicit operator Decision(Refusal because) => new Refused(because);

    public static Decision Of(params IReadOnlyList<Fact> facts) => new Accepted(facts);

    /// <summary>Nothing to record: it stands there already.</summary>
    public static Decision Already { get; } = new Accepted();

    public T Match<T>(Func<IReadOnlyList<Fact>, T> accepted, Func<Refusal, T> refused) => this switch
    {
        Accepted yes => accepted(yes.Facts),
        Refused no => refused(no.Because),
        _ => throw new UnreachableException(),
    };
}
