using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace StrategyBot.Protocols.Teams;

/// <summary>The value of an <c>adaptiveCard/action</c>: somebody pressed a button, or a client refreshed the card by itself.</summary>
/// <remarks>"Work with Universal Actions for Adaptive Cards", learn.microsoft.com/microsoftteams.</remarks>
public sealed record AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; init; }

    /// <summary>A client refreshed the card by itself.</summary>
    public const string Automatic = "automatic";

    /// <summary><c>manual</c> or <see cref="Automatic"/>.</summary>
    public string? Trigger { get; init; }

    /// <summary>The button.</summary>
    public sealed record AdaptiveCardInvokeAction
    {
        public string? Type { get; init; }

        public string? Id { get; init; }

        public string? Verb { get; init; }

        /// <summary>The button's data with the card's inputs merged in.</summary>
        public JsonElement? Data { get; init; }

        /// <summary>The verb only: the data is what somebody typed.</summary>
        public override string ToString() => $"AdaptiveCardInvokeAction {Verb}";
    }
}

/// <summary>The value of a <c>task/fetch</c> (a dialog is wanted) or a <c>task/submit</c> (it was filled).</summary>
/// <remarks>"Use dialogs with bots",
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots.</remarks>
public sealed record TaskModuleRequest
{
    public JsonElement? Data { get; init; }

    public TaskModuleRequestContext? Context { get; init; }

    /// <summary>Nothing of the data: it is what somebody typed.</summary>
    public override string ToString() => nameof(TaskModuleRequest);

    /// <param name="Theme"><c>default</c>, <c>dark</c> or <c>contrast</c>.</param>
    public sealed record TaskModuleRequestContext(string? Theme);
}

public static class Invokes
{
    /// <summary>The pressed button; <c>null</c> if the value is missing or is something else.</summary>
    public static AdaptiveCardInvokeValue? AdaptiveCardAction(this Activity activity) =>
        activity.ValueAs(TeamsJson.Wire.AdaptiveCardInvokeValue);

    /// <summary>The dialog's data; <c>null</c> if the value is missing or is something else.</summary>
    public static TaskModuleRequest? TaskModule(this Activity activity) => activity.ValueAs(TeamsJson.Wire.TaskModuleRequest);

    internal static T? ValueAs<T>(this Activity activity, JsonTypeInfo<T> type)
        where T : class
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
        {
            return null;
        }

        try
        {
            return value.Deserialize(type);
        }
        catch (JsonException)
        {
            // A value of another shape is a bad request, which the caller answers; it is not an outage.
            return null;
        }
    }
}
