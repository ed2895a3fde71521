namespace StrategyBot.Cases;

/// <summary>An account that was taken for a participant, because it showed their address and its tenant owns the domain.</summary>
/// <param name="Number">From 1.</param>
internal sealed record Binding(int Number, PersonRecognised Fact, DateTimeOffset At)
{
    /// <summary>Chair or invitee said that it wasn't them.</summary>
    public bool IsUndone { get; init; }
}
