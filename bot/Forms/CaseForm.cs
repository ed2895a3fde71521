using System.Text.Json.Nodes;

namespace StrategyBot.Forms;

/// <summary>The form of what needs to know the case and nothing else.</summary>
internal sealed record CaseForm(string Case) : ICaseForm
{
    public static CaseForm Of(Case @case) => new(@case.Ref.Value);

    /// <summary>A form of which a button knows only some: the others are its inputs, or another phase's.</summary>
    /// <param name="more">Named as the form names them.</param>
    public static JsonObject With(Case @case, object more)
    {
        var form = CardJson.Sent(CardJson.Data(Of(@case)));
        foreach (var (id, value) in CardJson.Sent(CardJson.Data(more)))
        {
            form[id] = value?.DeepClone();
        }

        return form;
    }
}
