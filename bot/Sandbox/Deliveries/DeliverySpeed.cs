namespace StrategyBot.Sandbox.Deliveries;

/// <summary>How patient the world is with the bot.</summary>
/// <param name="Limit">How long one delivery may take.</param>
/// <param name="Waits">Between a failed delivery and the next; one more delivery than waits.</param>
/// <param name="Wall">Times the limit: the case clock has nothing to do with it.</param>
internal sealed record DeliverySpeed(TimeSpan Limit, IReadOnlyList<TimeSpan> Waits, TimeProvider Wall)
{
    /// <remarks>Facts sheet B7: the Bot Service gives up on a delivery after 15 s.
    /// Its waits are not published; these let a killed bot come back.</remarks>
    public static DeliverySpeed AsTeams(TimeProvider wall) =>
        new(TimeSpan.FromSeconds(15), [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(3)], wall);
}
