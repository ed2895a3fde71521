namespace StrategyBot.Protocols.Cards;

/// <summary>How large a card is to Teams, which counts a message in UTF-16.</summary>
public static class CardSize
{
    /// <summary>Teams' documents have said 28, 40 and 100 KB at different times; the smallest holds under all of them.</summary>
    public const int LimitInBytes = 28 * 1024;

    public static int Utf16Bytes(AdaptiveCard card) => Utf16Bytes(CardJson.Write(card));

    public static int Utf16Bytes(string cardJson) => sizeof(char) * cardJson.Length;
}
