namespace StrategyBot.Forms;

/// <summary>What every form sends along: which case and meeting it is about, as <see cref="CaseRef"/> writes it.</summary>
internal interface ICaseForm
{
    string Case { get; }
}
