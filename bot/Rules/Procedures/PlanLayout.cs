using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>How an authority's own form of the safety plan is laid out (R63, R64, R67): what it shows, in its order, under its headings.
/// What isn't named isn't printed.</summary>
internal sealed record PlanLayout(ValueList<PlanLayout.Place> Sections, Citation Source)
{
    /// <summary>What can be shown.</summary>
    public enum Content
    {
        /// <summary>Whether a plan is right, its purpose, and the wider family's part in it.</summary>
        Considered,

        Rows,
        Contingency,
        Ended,

        /// <summary>What each of the family says, and how they signed.</summary>
        Family,

        Reviews,
        Events,
        WhoHasIt,
        Timeline,
    }

    /// <param name="Title">Its heading; <c>null</c>: as is usual.</param>
    public sealed record Place(Content Shows, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title = null);

    /// <summary>Where the procedure says nothing of it.</summary>
    public static IReadOnlyList<Place> Usual { get; } = [.. Enum.GetValues<Content>().Select(shows => new Place(shows))];

    /// <summary>A plan without its rows is none, and nothing is printed twice.</summary>
    [JsonIgnore]
    public bool IsWhole => Sections.Any(place => place.Shows == Content.Rows)
        && Sections.Select(place => place.Shows).Distinct().Count() == Sections.Count;
}
