namespace StrategyBot.Forms;

/// <summary>A part that offers the other cases that who asks arranges too; never within a case's turn.</summary>
internal interface IAsksMyCases
{
    IReadOnlyList<CaseView> Mine { get; set; }
}
