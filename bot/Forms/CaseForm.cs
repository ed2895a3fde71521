namespace StrategyBot.Forms;

/// <summary>The form of what needs to know the case and nothing else.</summary>
internal sealed record CaseForm(string Case) : ICaseForm
{
    public static CaseForm Of(Case @case) => new(@case.Ref.Value);
}
