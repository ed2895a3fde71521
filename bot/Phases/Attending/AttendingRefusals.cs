using StrategyBot.Cases;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

public sealed record NotConvened : Refusal
{
    public override string Say(Words words) => "This meeting is not convened yet. Convene it first; then it can be held.";
}

public sealed record NotStarted : Refusal
{
    public override string Say(Words words) => "The meeting has not started. Type `start`, or press Start, when you begin.";
}

/// <summary>From here on the minutes are settled by it.</summary>
public sealed record TooLateToResume : Refusal
{
    public override string Say(Words words) => "The record of this meeting is complete or its minutes are approved. Convene another meeting to go on.";
}

/// <summary>Mandatory parts are open and nobody said why the record should be complete without them (P7).</summary>
public sealed record GapsStand(IReadOnlyList<string> Gaps) : Refusal
{
    public override string Say(Words words) =>
        $"{(Gaps.Count == 1 ? "1 part is" : $"{Gaps.Count} parts are")} still to answer. Answer {(Gaps.Count == 1 ? "it" : "them")}, or say why the record is complete without {(Gaps.Count == 1 ? "it" : "them")}.";

    public bool Equals(GapsStand? other) => other is not null && Gaps.SequenceEqual(other.Gaps);

    public override int GetHashCode() => Gaps.Count;
}
