using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>The fields of the authority's case system that the record fills, in that system's order (P23).</summary>
internal sealed record CaseSystemLayout(ValueList<CaseSystemLayout.Place> Fields)
{
    /// <summary>What can stand in a field.</summary>
    public enum Content
    {
        AuthorityNumber,
        NhsNumber,
        PupilNumber,
        Name,
        Born,
        Address,
        Referred,
        Concern,
        Meeting,
        TookPart,
        Absent,
        ChildsWords,
        Position,
        ReasonableCause,
        Section47,
        EnquiryStart,
        Harm,
        Actions,
        SafetyPlan,
        Contingency,
        Conference,
        ConferenceLimit,
        EnquiryOutcome,
        ConferenceHeld,
        ConferenceOutcome,
        PlanCategory,
        Reviews,
        Minutes,

        /// <summary>A heading of the assessment, which the place names.</summary>
        Heading,
    }

    /// <param name="Title">What the field is called there; <c>null</c>: as is usual.</param>
    /// <param name="Heading">Id of the heading, where it shows one.</param>
    public sealed record Place(
        Content Shows,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Heading = null);

    /// <summary>Where the procedure says nothing of it.</summary>
    public static IReadOnlyList<Place> Usual { get; } =
        [.. Enum.GetValues<Content>().Where(shows => shows != Content.Heading).Select(shows => new Place(shows))];
}
