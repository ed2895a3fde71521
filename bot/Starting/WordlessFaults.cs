namespace StrategyBot.Starting;

/// <summary>What nobody else caught is logged by its type and its stack. The server would log its message too, and a store's message may
/// repeat what was sent.</summary>
internal static class WordlessFaults
{
    public static void UseWordlessFaults(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (failure is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            app.Logger.AnswerBroke(failure.GetType().Name, failure.StackTrace ?? "");
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    });
}
