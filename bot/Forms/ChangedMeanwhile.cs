using StrategyBot.Cases;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Forms;

/// <summary>Somebody else saved while the form was open; nothing of theirs is replaced before it was seen (design §5.4).</summary>
public sealed record ChangedMeanwhile(string Who, DateTimeOffset At) : Refusal
{
    public override string Say(Words words) => $"{Who} saved something else at {words.Time(At)}; it is shown below. Put together what should stand, and save again.";

    /// <param name="seen">When that was saved which the form showed; <c>null</c> where nothing stood.</param>
    public static ChangedMeanwhile? Since<TFact>(Case @case, Participant me, Decided<TFact>? stands, DateTimeOffset? seen) =>
        stands is null || stands.At == seen || stands.By == me.Person ? null : new(@case.Find(stands.By)?.Name ?? "Somebody", stands.At);
}
