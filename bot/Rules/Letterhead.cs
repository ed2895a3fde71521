namespace StrategyBot.Rules;

/// <summary>Whose letters and pages these are: what people outside know them by, and where they can ask whether it is true.</summary>
/// <param name="Name"><c>Northgate Council</c>; empty where nobody set it.</param>
/// <param name="Switchboard">The number that stands on its website; empty where nobody set it.</param>
internal sealed record Letterhead(string Name, string Switchboard)
{
    public const string NameSetting = "StrategyBot:Council", SwitchboardSetting = "StrategyBot:Switchboard";

    /// <summary>Within a sentence.</summary>
    public string Said => Name.Length > 0 ? Name : "the council";
}
