using System.Text.Json;

namespace StrategyBot.Protocols.Teams;

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
}
