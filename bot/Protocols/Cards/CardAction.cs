using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Cards;

/// <summary>A button.</summary>
/// <remarks>The type is a property and no discriminator, because two of ours are one and the same to Teams.</remarks>
[JsonPolymorphic]
[JsonDerivedType(typeof(ExecuteAction))]
[JsonDerivedType(typeof(SubmitAction))]
[JsonDerivedType(typeof(OpenDialogAction))]
[JsonDerivedType(typeof(OpenUrlAction))]
[JsonDerivedType(typeof(ToggleVisibilityAction))]
public abstract record CardAction(string Title)
{
    [JsonPropertyOrder(-1)]
    public string Title { get; init; } = CardText.Isolated(Title);

    public abstract string Type { get; }
}

/// <summary>A button on a card in a chat; arrives as <c>adaptiveCard/action</c>, with the card's inputs merged into
/// <paramref name="Data"/>.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="Verb">Which class answers it, for example <c>deciding/cast-vote</c>.</param>
/// <param name="Data">The form's fields; <see cref="Actions.Execute"/> makes it.</param>
public sealed record ExecuteAction(string Title, string Verb, JsonElement Data) : CardAction(Title)
{
    [JsonPropertyOrder(-2)]
    public override string Type => "Action.Execute";

    public AssociatedInputs AssociatedInputs { get; init; }
}

/// <summary>A button on a card in a dialog; arrives as <c>task/submit</c>.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="Data">The verb and beside it the form's fields; <see cref="Actions.Send"/> makes it.</param>
public sealed record SubmitAction(string Title, JsonElement Data) : CardAction(Title)
{
    [JsonPropertyOrder(-2)]
    public override string Type => "Action.Submit";

    public AssociatedInputs AssociatedInputs { get; init; }

    [JsonIgnore]
    public string? Verb => CardJson.VerbOf(Data);
}

/// <summary>A button that opens a dialog; arrives as <c>task/fetch</c>.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="Data">The verb, the form's fields and what makes Teams open a dialog; <see cref="Actions.Open"/> makes it.</param>
public sealed record OpenDialogAction(string Title, JsonElement Data) : CardAction(Title)
{
    [JsonPropertyOrder(-2)]
    public override string Type => "Action.Submit";

    /// <summary>Always <see cref="Cards.AssociatedInputs.None"/>: opening a dialog never needs what is typed on
    /// the card under it.</summary>
    public AssociatedInputs AssociatedInputs => AssociatedInputs.None;

    [JsonIgnore]
    public string? Verb => CardJson.VerbOf(Data);
}

public sealed record OpenUrlAction(string Title, Uri Url) : CardAction(Title)
{
    [JsonPropertyOrder(-2)]
    public override string Type => "Action.OpenUrl";
}

/// <summary>Shows what is hidden on the card, or hides it again; nothing is sent.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="TargetElements">Ids of elements.</param>
public sealed record ToggleVisibilityAction(string Title, params IReadOnlyList<string> TargetElements) : CardAction(Title)
{
    [JsonPropertyOrder(-2)]
    public override string Type => "Action.ToggleVisibility";
}

/// <summary>Makes buttons from a verb and the fields of its form that the button itself knows.</summary>
public static class Actions
{
    /// <summary>On a card in a chat.</summary>
    public static ExecuteAction Execute(string title, string verb, object? form = null) => new(title, verb, CardJson.Data(form));

    /// <summary>On a card in a dialog; <see cref="AdaptiveCard.Inline"/> turns it into an <see cref="ExecuteAction"/>.</summary>
    public static SubmitAction Send(string title, string verb, object? form = null) => new(title, CardJson.Data(verb, form));

    /// <summary>Opens a dialog.</summary>
    public static OpenDialogAction Open(string title, string verb, object? form = null) => new(title, CardJson.DialogData(verb, form));
}
