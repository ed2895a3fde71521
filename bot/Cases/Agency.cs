namespace StrategyBot.Cases;

/// <summary>The agencies that meet (R7–R10, paper 004).</summary>
public enum Agency
{
    SocialCare,
    Police,
    Health,
    School,
    Midwifery,
    EarlyHelp,
    YouthJustice,
    Housing,
    Probation,
    Other,
}

internal static class Agencies
{
    /// <summary>The agency in the field's words, for a heading or a list.</summary>
    public static string Name(this Agency agency) => agency switch
    {
        Agency.SocialCare => "Children's social care",
        Agency.Police => "Police",
        Agency.Health => "Health",
        Agency.School => "School",
        Agency.Midwifery => "Midwifery",
        Agency.EarlyHelp => "Early help",
        Agency.YouthJustice => "Youth justice",
        Agency.Housing => "Housing",
        Agency.Probation => "Probation",
        _ => "Other agency",
    };

    /// <summary>Reads what a person typed (<c>police</c>, <c>social care</c>, <c>csc</c>) or a directory category;
    /// <c>null</c> if it names no agency.</summary>
    public static Agency? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "csc" or "social care" or "socialcare" or "children's social care" => Agency.SocialCare,
        "police" => Agency.Police,
        "health" or "nhs" => Agency.Health,
        "school" or "education" or "nursery" => Agency.School,
        "midwifery" or "midwife" => Agency.Midwifery,
        "early help" or "earlyhelp" => Agency.EarlyHelp,
        "youth justice" or "youthjustice" or "yot" => Agency.YouthJustice,
        "housing" => Agency.Housing,
        "probation" => Agency.Probation,
        "other" => Agency.Other,
        _ => null,
    };
}
