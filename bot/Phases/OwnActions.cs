namespace StrategyBot.Phases;

/// <summary>The way from any message about actions to accepting them: other phases tell people of actions that
/// following up answers.</summary>
internal static class OwnActions
{
    public const string AcceptVerb = "following-up/accept-all";

    public const string OpenVerb = "following-up/actions";

    public static IReadOnlyList<CardAction> Buttons(CaseId id) =>
    [
        Actions.Send("Accept all of mine", AcceptVerb, new { Case = id.Value }) with { AssociatedInputs = AssociatedInputs.None },
        Actions.Send("My actions", OpenVerb, new { Case = id.Value }),
    ];
}
