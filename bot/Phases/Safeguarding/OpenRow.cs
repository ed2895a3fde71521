using StrategyBot.Conversations;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>The form of one row of the interim safety plan.</summary>
internal sealed class OpenRow(Rows rows) : IVerb<OpenRow.Form>
{
    public static string Verb => "safeguarding/row";

    public sealed record Form(string Case, string? Action = null);

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) => rows.OpenAsync(OpenSafetyPlan.Kind, form.Case, form.Action, turn, cancellationToken);
}
