using StrategyBot.Conversations;
using StrategyBot.Forms;


namespace StrategyBot.Phases.Planning;

/// <summary>The form of one action.</summary>
internal sealed class OpenAction(Rows rows) : IVerb<OpenAction.Form>
{
    public static string Verb => "planning/action";

    public sealed record Form(string Case, string? Action = null);

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) => rows.OpenAsync(OpenActions.Kind, form.Case, form.Action, turn, cancellationToken);
}
