using System.Text.Json;

namespace StrategyBot.Protocols.Teams;

/// <summary>The answer to an invoke: an HTTP status and a JSON body.</summary>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Body"><c>null</c> where none is written.</param>
public sealed record InvokeResponse(int Status, JsonElement? Body)
{
    /// <summary>Done, with nothing to show; it closes a dialog.</summary>
    public static InvokeResponse Empty { get; } = new(200, null);

    /// <summary>This bot doesn't answer such an invoke.</summary>
    public static InvokeResponse NotImplemented { get; } = new(501, null);

    /// <summary>Always HTTP 200: the outcome stands in the body, and any other status shows people a failure of the app.</summary>
    public static InvokeResponse Of(AdaptiveCardInvokeResponse response) =>
        new(200, JsonSerializer.SerializeToElement(response, TeamsJson.Wire.AdaptiveCardInvokeResponse));

    public static InvokeResponse Of(TaskModuleResponse response) =>
        new(200, JsonSerializer.SerializeToElement(response, TeamsJson.Wire.TaskModuleResponse));

    /// <summary>The status only: the body is what one person may see.</summary>
    public override string ToString() => $"InvokeResponse {Status}";
}

/// <summary>The answer to an <c>adaptiveCard/action</c>.</summary>
/// <remarks>"Universal Actions for Adaptive Cards", response format (see <see cref="AdaptiveCardInvokeValue"/>).</remarks>
public sealed record AdaptiveCardInvokeResponse
{
    private AdaptiveCardInvokeResponse(int statusCode, string type, JsonElement value) =>
        (StatusCode, Type, Value) = (statusCode, type, value);

    public int StatusCode { get; }

    public string Type { get; }

    public JsonElement Value { get; }

    /// <summary>Puts <paramref name="card"/> in the card's place, for the person who pressed only.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new(200, Attachment.AdaptiveCardType, card);

    /// <summary>Shows a line of text. Teams takes an empty one for a failure of the app.</summary>
    public static AdaptiveCardInvokeResponse Message(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, TeamsJson.Wire.String));
    }

    /// <param name="statusCode">400 for a bad request, 500 for a fault of the bot.</param>
    /// <param name="code">For machines.</param>
    /// <param name="message">For people.</param>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) =>
        new(statusCode, "application/vnd.microsoft.error",
            JsonSerializer.SerializeToElement(new(code, message), TeamsJson.Wire.InvokeError));

    public override string ToString() => $"AdaptiveCardInvokeResponse {StatusCode} {Type}";
}

/// <summary>The value of an error body.</summary>
public sealed record InvokeError(string Code, string Message);

/// <summary>The answer to a <c>task/fetch</c> or <c>task/submit</c>; to close a dialog, answer
/// <see cref="InvokeResponse.Empty"/>.</summary>
/// <remarks>"Use dialogs with bots", section on responding (see <see cref="TaskModuleRequest"/>).</remarks>
public sealed record TaskModuleResponse
{
    private TaskModuleResponse(string type, JsonElement value) => Task = new(type, value);

    public TaskModuleResponseTask Task { get; }

    /// <summary>Opens the dialog, or shows the next form in the open one.</summary>
    public static TaskModuleResponse Continue(TaskModuleTaskInfo info) =>
        new("continue", JsonSerializer.SerializeToElement(info, TeamsJson.Wire.TaskModuleTaskInfo));

    /// <summary>Closes the form and shows a line of text.</summary>
    public static TaskModuleResponse Message(string text) => new("message", JsonSerializer.SerializeToElement(text, TeamsJson.Wire.String));

    public override string ToString() => $"TaskModuleResponse {Task.Type}";
}

public sealed record TaskModuleResponseTask(string Type, JsonElement Value)
{
    public override string ToString() => $"TaskModuleResponseTask {Type}";
}

/// <param name="Title">The dialog's title bar.</param>
/// <param name="Card">An adaptive card.</param>
public sealed record TaskModuleTaskInfo(string Title, Attachment Card)
{
    /// <summary><c>small</c>, <c>medium</c> or <c>large</c>.</summary>
    public string Height { get; init; } = "medium";

    /// <summary><c>small</c>, <c>medium</c> or <c>large</c>.</summary>
    public string Width { get; init; } = "medium";

    public override string ToString() => nameof(TaskModuleTaskInfo);
}
