using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>A part that asks outside (Graph) before it is drawn or decided; it keeps the answer for that.
/// Never within a case's turn.</summary>
internal interface IAsksOutside
{
    Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken);
}

/// <summary>A part that asks outside about what was typed, an address perhaps, before it is decided. Never within a case's turn.</summary>
internal interface IAsksAbout<in TForm>
    where TForm : ICaseForm
{
    Task AskAboutAsync(TForm typed, Patience patience, CancellationToken cancellationToken);
}
