using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Cards;

/// <summary>An Adaptive Card as Teams shows it: <see href="https://adaptivecards.io/explorer/AdaptiveCard.html"/>.</summary>
/// <remarks>Teams shows a bot's cards up to version 1.5. Named as in Microsoft.Teams.Cards, with the properties that we use only.</remarks>
public sealed record AdaptiveCard([property: JsonPropertyOrder(1)] params IReadOnlyList<CardElement> Body)
{
    public string Type => "AdaptiveCard";

    public string Version => "1.5";

    /// <summary>The language of the card: two letters, with no region.</summary>
    public string Lang { get; init; } = "en";

    /// <summary>What a client that can't show version 1.5 shows instead; neutral, since a notification may carry it.</summary>
    public string? FallbackText { get; init; }

    [JsonPropertyName("msteams")]
    public TeamsCardProperties? MsTeams { get; init; }

    public Refresh? Refresh { get; init; }

    [JsonPropertyOrder(2)]
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>The same card for a chat instead of a dialog: every button that sends a verb becomes an
    /// <see cref="ExecuteAction"/> with that verb.</summary>
    /// <remarks>Teams sends <c>task/submit</c> for an Action.Submit only from within a dialog;
    /// in a chat it would arrive as a message.</remarks>
    public AdaptiveCard Inline() => this with { Body = [.. Body.Select(InChat)], Actions = [.. Actions.Select(InChat)] };

    private static CardElement InChat(CardElement element) => element switch
    {
        Container container => container with
        {
            Items = [.. container.Items.Select(InChat)],
            SelectAction = container.SelectAction is { } action ? InChat(action) : null,
        },
        ActionSet set => set with { Actions = [.. set.Actions.Select(InChat)] },
        _ => element,
    };

    private static CardAction InChat(CardAction action) => action is SubmitAction { Verb: { } verb } submit
        ? new ExecuteAction(submit.Title, verb, CardJson.WithoutVerb(submit.Data)) { AssociatedInputs = submit.AssociatedInputs }
        : action;
}

/// <summary>What only Teams reads: <c>"msteams": {"width": "Full"}</c>.</summary>
public sealed record TeamsCardProperties(string Width)
{
    public static TeamsCardProperties FullWidth { get; } = new("Full");
}

/// <summary>What a client asks for by itself when it shows the card (Universal Actions).</summary>
/// <param name="Action">Answered for one reader; it arrives with <c>trigger: automatic</c> and must change nothing.</param>
public sealed record Refresh(ExecuteAction Action)
{
    /// <summary>Whose clients refresh by themselves, at most 60; <c>null</c> is everybody in a chat of up to 60, empty is nobody.</summary>
    public IReadOnlyList<string>? UserIds { get; init; }
}
