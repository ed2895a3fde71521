namespace StrategyBot.Sandbox.Clock;

/// <summary><c>GET</c> and <c>POST /sandbox/clock</c>; design §7.</summary>
internal static class ClockRoutes
{
    public static void MapClockRoutes(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sandbox/clock", (SandboxClock clock) => WorldResults.Json(new { now = clock.GetUtcNow() }));
        app.MapPost("/sandbox/clock", async (Wanted wanted, SandboxClock clock, WorldClock world, CancellationToken cancellationToken) =>
        {
            if (world.Target(wanted.To, wanted.Advance) is not { } target)
            {
                return WorldResults.Refuse(400, "Say {\"to\":\"2026-11-25T09:00:00Z\"} or {\"advance\":\"PT24H\"}.");
            }

            if (target < clock.GetUtcNow())
            {
                return WorldResults.Refuse(400, "The sandbox clock only goes forward.");
            }

            return await world.StepAsync(target, cancellationToken)
                ? WorldResults.Json(new { now = clock.GetUtcNow() })
                : WorldResults.Refuse(503,
                    "The bot can't be reached, or its runner failed: the clock has stopped. Start the bot (or set Sandbox__BotUrl) and "
                        + "try again.");
        });
    }

    private sealed record Wanted(string? To, string? Advance);
}
