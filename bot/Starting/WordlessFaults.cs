namespace StrategyBot.Starting;

/// <summary>What nobody else caught is logged by its type and its stack. The server would log its message too, and a store's message may
/// repeat what was sent.</summary>
internal static class WordlessFaults
{
    /// <summary>The same for every line of everybody's that takes an exception along: the host says so what ended a start or a service.
    /// </summary>
    public static void AddWordlessFaults(this WebApplicationBuilder builder)
    {
        // It would print a stack where a sentence says what to do.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton<LoggerFactory>()
            .AddSingleton<ILoggerFactory>(at => new Loggers(at.GetRequiredService<LoggerFactory>()));
    }

    /// <summary>The types of an exception and of what caused it.</summary>
    public static string Types(this Exception failure) =>
        failure.InnerException is { } cause ? $"{failure.GetType().Name} by {cause.Types()}" : failure.GetType().Name;

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

    private sealed class Loggers(LoggerFactory inner) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Logger(inner.CreateLogger(categoryName));

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        public void Dispose() => inner.Dispose();
    }

    private sealed class Logger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception is null ? null : new Fault(exception), formatter);
    }

    private sealed class Fault(Exception failure) : Exception(failure.Types())
    {
        public override string? StackTrace => failure.StackTrace;

        public override string ToString() => $"{Message}\n{StackTrace}";
    }
}
