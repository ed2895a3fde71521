namespace StrategyBot.Phases;

/// <summary>How far a message to one person is, in a line: sent, on its way, or whom to ring. Pure.</summary>
internal static class SentLine
{
    public static string Of(Effect? effect, Participant to, Words words) => effect switch
    {
        { IsDelivered: true } =>
            $"Sent {words.When(effect.At)} {By(effect.Settled!.Rung)}.",
        { IsRefused: true, Settled.Receipt: Effect.CameBack } => $"It came back. {Ring(to)}",
        { IsRefused: true } => Ring(to),
        { Attempts: > 1 } => $"Being sent; tried {effect.Attempts} times.",
        _ => "Being sent.",
    };

    public static string Ring(Participant to) => to.Phone.Length > 0 ? $"Not delivered. Ring {to.Phone}."
        : "Not delivered, and no telephone number is known.";

    private static string By(string rung) => rung == "mail" ? "by mail" : "in their own chat";
}
