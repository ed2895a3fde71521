using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>Who a paragraph is for (P6).</summary>
internal enum Marking
{
    /// <summary>The professionals at this meeting: the default.</summary>
    Professionals,

    /// <summary>Only the agencies named beside it.</summary>
    NamedAgencies,

    PoliceAndSocialCare,
}

/// <summary>A paragraph's marking, kept in the envelope of its fact (P6). The author's own agency always reads what it wrote.</summary>
/// <param name="Marking">How far it may go.</param>
/// <param name="Agencies">Who may read it, where <paramref name="Marking"/> names agencies.</param>
/// <param name="MayShareWithFamily">Ticked in an earlier release, which named nobody; never the default.</param>
internal sealed record Audience(Marking Marking, ValueList<Agency> Agencies, bool MayShareWithFamily = false)
{
    /// <summary>The adults and young people whom it may be shared with, by their ids; nobody where it says nothing (P33).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<string>? SharedWith { get; init => field = value is { Count: > 0 } ? value : null; }

    public static Audience Professionals { get; } = new(Marking.Professionals, []);

    public static Audience PoliceAndSocialCare { get; } = new(Marking.PoliceAndSocialCare, []);

    /// <summary>In one order, so that the same marking is equal whoever sets it.</summary>
    public static Audience Only(params IEnumerable<Agency> agencies) =>
        new(Marking.NamedAgencies, agencies.Distinct().Order().ToValueList());

    /// <summary>Whether it leaves nobody out who was at the meeting.</summary>
    [JsonIgnore]
    public bool IsForAll => Marking == Marking.Professionals;

    public bool Admits(Agency agency) => Marking switch
    {
        Marking.NamedAgencies => Agencies.Contains(agency),
        Marking.PoliceAndSocialCare => agency is Agency.Police or Agency.SocialCare,
        _ => true,
    };

    /// <summary>Whether one person reads it. A marking that names agencies names its author's: somebody else who wrote it down only kept
    /// words that they couldn't read, and reads them no more for that.</summary>
    /// <param name="wroteIt">They wrote it down.</param>
    public bool Admits(Participant reader, bool wroteIt) =>
        Admits(reader.Agency) || (wroteIt && Marking != Marking.NamedAgencies);

    /// <summary>Whether nobody can read this who could not read <paramref name="other"/>.
    /// Others than the author may only tighten (P6).</summary>
    public bool IsAtMost(Audience other) =>
        Enum.GetValues<Agency>().All(agency => !Admits(agency) || other.Admits(agency))
            && (!MayShareWithFamily || other.MayShareWithFamily)
            && (SharedWith ?? []).All(id => other.MayShareWithFamily || other.SharedWith?.Contains(id) == true);

    /// <summary>With those whom another marking names as who may hear it.</summary>
    public Audience SharedAs(Audience? other) =>
        this with { MayShareWithFamily = other?.MayShareWithFamily ?? false, SharedWith = other?.SharedWith };

    /// <summary>As <see cref="Say()"/>, with the names of whom it may be shared with.</summary>
    public string Say(Case @case) => SharedNames(@case) is { } names ? $"{Say()}; may be shared with {names}" : Say();

    /// <summary>Whom it may be shared with, by name; <c>null</c> for nobody.</summary>
    public string? SharedNames(Case @case) => SharedWith is { } ids ? string.Join(", ", ids.Select(@case.NameOf)) : null;

    /// <summary>The marking as the minutes and the forms say it.</summary>
    public string Say() => (Marking switch
    {
        Marking.NamedAgencies => $"Only {string.Join(", ", Agencies.Select(agency => agency.Name()))}",
        Marking.PoliceAndSocialCare => "Police and social care only",
        _ => "Professionals at this meeting",
    }) + (MayShareWithFamily ? "; may be shared with family" : "");
}
