namespace StrategyBot.Forms;

/// <summary>What every form sends along: which case it is about.</summary>
internal interface ICaseForm
{
    string Case { get; }
}
