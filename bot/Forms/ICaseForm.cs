namespace StrategyBot.Forms;

/// <summary>What every form sends along: which case it is about.</summary>
public interface ICaseForm
{
    string Case { get; }
}
