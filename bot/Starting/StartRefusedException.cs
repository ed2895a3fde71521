using Microsoft.AspNetCore.Connections;

namespace StrategyBot.Starting;

/// <summary>A setting, or what it names, keeps the bot from starting; the message is one sentence that says what to do.</summary>
internal sealed class StartRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    public StartRefusedException(IReadOnlyList<string> sentences)
        : this(string.Join(" ", sentences)) => Sentences = sentences;

    /// <summary>One for each thing that keeps it.</summary>
    public IReadOnlyList<string> Sentences { get; } = [sentence];

    /// <returns><c>null</c> where a failure isn't anybody's setting: then its stack is what helps.</returns>
    internal static string? Sentence(Exception failure) => failure switch
    {
        StartRefusedException refused => refused.Message,
        IOException { InnerException: AddressInUseException } =>
            "Another program listens at this address already. Stop it, or set ASPNETCORE_URLS to another address, for example "
                + "http://localhost:4000.",
        AggregateException { InnerExceptions: [var only] } => Sentence(only),
        _ => null,
    };
}
