namespace StrategyBot.Phases;

/// <summary>What everybody reads who might speak with the family while contact is held (P5): in one's own chat and on forms, never on a
/// posted card.</summary>
internal static class HoldLines
{
    public const string NotDelayed = "It delays neither medical care nor protecting the child.";

    /// <summary><c>Hold: ask Sam Whitlock, 01632 960003, first, before you speak with Nadia Lindley. You may say: “…”</c></summary>
    public static IEnumerable<string> Of(Case @case) => StandingHold.Of(@case).Select(hold =>
        $"Hold: ask {Ask(@case, hold)} first, before you speak with {StandingHold.Named(@case, hold.Adult)}"
            + (hold.Held.Fact.MaySay is { Length: > 0 } say ? $". You may say: “{say}”" : "."));

    /// <summary>The same on a card or a form.</summary>
    public static IEnumerable<CardElement> On(Case @case) =>
        Of(@case).Select(line => new PlainText(Shortened.To(FormCard.LongText, line)) { Weight = TextWeight.Bolder });

    public static string Ask(Case @case, StandingHold hold) => hold.Officer(@case) is var officer && officer.Phone.Length > 0
        ? $"{officer.Name}, {officer.Phone},"
        : officer.Name;
}
