namespace StrategyBot.Forms;

/// <summary>What somebody typed of an action or of a row of the interim safety plan: two phases ask for the same row (R41, R62).</summary>
/// <param name="Action">The row that is changed; empty for a new one.</param>
/// <param name="Due">Id of one of the times offered.</param>
/// <param name="At">Another day and time, in words; it goes before <paramref name="Due"/>.</param>
/// <param name="Change">Asked once the meeting that agreed it is over, with <paramref name="Because"/>.</param>
/// <param name="Another">Whether the form of a further row opens once it is saved.</param>
/// <param name="Offered">A usual action of the procedure, <c>neglect/1</c>: on the form, and in the plan once it is saved.</param>
/// <param name="Rest">The second half of a row: what if it fails; once it has closed, what it is for too.</param>
/// <param name="Back">Where it was opened from, to go back there once it is saved.</param>
/// <param name="Whose">The third, of a row of the safety plan: for which child it is, and who of the family does it.</param>
internal sealed record RowForm(
    string Case, string? Action = null, string? What = null, string? Owner = null, string? Due = null, string? At = null,
    string? Purpose = null, string? IfThisFails = null, PlanChangeKind? Change = null, string? Because = null,
    bool Rest = false, string? Marking = null, bool Another = false, string? Offered = null, bool Whose = false, string? Child = null,
    string? Known = null, string? Family = null, string? Reached = null, string? Back = null) : ICaseForm
{
    /// <summary>In the owner's place: somebody of the family does it.</summary>
    public const string OfFamily = "family";

    private const string Standing = "as-it-is";

    public const string OtherTime = "other";

    /// <summary>The time that a row has already, named so that another time is another value.</summary>
    public static string AsItIs(PlannedAction row) => $"{Standing} {row.Fact.DueAt.UtcDateTime:yyyy-MM-ddTHH:mmZ}";

    public bool IsAsItIs() => Due?.StartsWith(Standing, StringComparison.Ordinal) == true;
}
