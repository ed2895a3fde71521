namespace StrategyBot.Starting;

/// <summary>Where people's browsers reach the bot; asked late, as a server's own address is known only once it listens.</summary>
internal sealed record PublicAddress(Func<string?> Configured)
{
    /// <summary>The one setting for every link that leads to the bot: pages, documents, the app's manifest.</summary>
    public const string Setting = "StrategyBot:PublicUrl";

    /// <returns><c>null</c> where it was not said.</returns>
    public Uri? Find() => Uri.TryCreate(Configured(), UriKind.Absolute, out var address) ? address : null;
}
