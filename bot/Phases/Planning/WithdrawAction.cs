using StrategyBot.Conversations;
using StrategyBot.Forms;


namespace StrategyBot.Phases.Planning;

internal sealed class WithdrawAction(Rows rows) : IVerb<WithdrawAction.Form>
{
    public static string Verb => "planning/withdraw-action";

    public sealed record Form(string Case, string? Action = null);

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) => rows.WithdrawAsync(OpenActions.Kind, form.Case, form.Action, turn, cancellationToken);
}
