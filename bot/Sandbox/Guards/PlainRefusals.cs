namespace StrategyBot.Sandbox.Guards;

/// <summary>Gives a request that the framework itself turned away a sentence.</summary>
internal static class PlainRefusals
{
    public static void UsePlainRefusals(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        var unreadable = response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType;
        if (unreadable && !response.HasStarted && response.ContentType is null && context.Request.Path.StartsWithSegments("/sandbox"))
        {
            await WorldResults.Refuse(response.StatusCode, "The body isn't JSON of the shape that this route takes.").ExecuteAsync(context);
        }
    });
}
