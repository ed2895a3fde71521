namespace StrategyBot.Protocols.Tables;

/// <summary>An account's own key: for the emulator and for connection strings. In Azure use a token; the account then needs no key at all.</summary>
public sealed class TableSharedKeyCredential(string accountName, string accountKey)
{
    public string AccountName { get; } = accountName;

    internal byte[] Key { get; } = Convert.FromBase64String(accountKey);
}
