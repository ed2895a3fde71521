using System.Text.Json.Nodes;

namespace StrategyBot.Forms;

/// <summary>A form as it was sent, less what its type can't hold.</summary>
internal static class SentForm
{
    /// <param name="dropped">Told each field that was left out.</param>
    public static TForm Read<TForm>(JsonObject fields, Action<string> dropped)
    {
        while (true)
        {
            try
            {
                return CardJson.Read<TForm>(fields);
            }
            catch (FormFaultException fault) when (fields.Remove(fault.Field))
            {
                dropped(fault.Field);
            }
        }
    }
}
