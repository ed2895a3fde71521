namespace StrategyBot.Phases;

/// <summary>The way from any message about actions to accepting them: other phases tell people of actions that
/// following up answers.</summary>
internal static class OwnActions
{
    public const string AcceptVerb = "following-up/accept-all";

    public const string OpenVerb = "following-up/actions";

    public static IReadOnlyList<CardAction> Buttons(Case @case) =>
    [
        Accept(@case),
        Actions.Send("My actions", OpenVerb, CaseForm.Of(@case)),
    ];

    /// <summary>Says how far its card saw: what is changed or added later isn't accepted by it.</summary>
    public static SubmitAction Accept(Case @case) =>
        Actions.Send("Accept all of mine", AcceptVerb, CaseForm.With(@case, new { Number = @case.Version })) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
}
