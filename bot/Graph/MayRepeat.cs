using Microsoft.Kiota.Abstractions;

namespace StrategyBot.Graph;

/// <summary>Marks a POST that only asks a question, so that asking twice does no harm.</summary>
internal sealed class MayRepeat : IRequestOption
{
    public static readonly MayRepeat Question = new();
}
