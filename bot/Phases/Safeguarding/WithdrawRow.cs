using StrategyBot.Conversations;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Takes one row of the interim safety plan back.</summary>
internal sealed class WithdrawRow(Rows rows) : IVerb<WithdrawRow.Form>
{
    public static string Verb => "safeguarding/withdraw-row";

    public sealed record Form(string Case, string? Action = null);

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) => rows.WithdrawAsync(OpenSafetyPlan.Kind, form.Case, form.Action, turn, cancellationToken);
}
