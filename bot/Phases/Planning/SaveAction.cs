using StrategyBot.Conversations;
using StrategyBot.Forms;


namespace StrategyBot.Phases.Planning;

internal sealed class SaveAction(Rows rows) : IVerb<RowForm>
{
    public static string Verb => "planning/save-action";

    public Task<Reply> HandleAsync(RowForm form, Turn turn, CancellationToken cancellationToken) => rows.SaveAsync(OpenActions.Kind, form, turn, cancellationToken);
}
