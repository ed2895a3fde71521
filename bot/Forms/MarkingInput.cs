using StrategyBot.Cases;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Forms;

/// <summary>The question who may read a paragraph, as every form asks it (P6).</summary>
public static class MarkingInput
{
    private const string PoliceAndSocialCare = "police-and-social-care";
    private const string Professionals = "professionals";
    private const string OnlyPrefix = "only-";

    /// <param name="case">Whose agencies are offered.</param>
    /// <param name="author">The author's own agency is always among the readers.</param>
    public static ChoiceSetInput For(Case @case, Agency author, Audience? value = null, string id = "marking") => new(id, "Who may read this", [
        new("Professionals at this meeting", Professionals),
        new("Police and social care only", PoliceAndSocialCare),
        .. @case.Invited.Select(person => person.Agency).Where(agency => agency != author).Distinct().Order()
            .Select(agency => new Choice($"Only {agency.Name()} and us", $"{OnlyPrefix}{agency}")),
    ])
    {
        Value = value is null ? Professionals : Write(value, author),
    };

    /// <summary>The tick for the family, never the default (P6).</summary>
    public static ToggleInput Family(bool value = false, string id = "family") => new(id, "May be shared with the family") { Value = value ? "true" : "false" };

    public static Audience Read(string? marking, bool family, Agency author)
    {
        var audience = marking switch
        {
            PoliceAndSocialCare => Audience.PoliceAndSocialCare,
            { } only when only.StartsWith(OnlyPrefix, StringComparison.Ordinal) && Enum.TryParse<Agency>(only[OnlyPrefix.Length..], out var agency) => Audience.Only(author, agency),
            _ => Audience.Professionals,
        };
        return audience with { MayShareWithFamily = family };
    }

    /// <summary>The choice that stands for a marking.</summary>
    public static string Write(Audience audience, Agency author) => audience.Marking switch
    {
        Marking.PoliceAndSocialCare => PoliceAndSocialCare,
        Marking.NamedAgencies when audience.Agencies.Any(agency => agency != author) => $"{OnlyPrefix}{audience.Agencies.First(agency => agency != author)}",
        _ => Professionals,
    };
}
