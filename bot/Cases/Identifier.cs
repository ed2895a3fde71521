namespace StrategyBot.Cases;

/// <summary>A number that a service knows a child by (section 16LC). Never in a chat, a subject or an address.</summary>
/// <param name="Scheme">One of the constants here.</param>
/// <param name="WhyUnknown">Where there is no value.</param>
internal sealed record Identifier(string Scheme, string Value, string WhyUnknown)
{
    public const string Nhs = "nhs", Authority = "authority", Pupil = "upn";
}
