using StrategyBot.Conversations;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Saves one row of the interim safety plan.</summary>
internal sealed class SaveRow(Rows rows) : IVerb<RowForm>
{
    public static string Verb => "safeguarding/save-row";

    public Task<Reply> HandleAsync(RowForm form, Turn turn, CancellationToken cancellationToken) => rows.SaveAsync(OpenSafetyPlan.Kind, form, turn, cancellationToken);
}
