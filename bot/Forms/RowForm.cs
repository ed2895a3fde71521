using StrategyBot.Cases;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Forms;

/// <summary>What somebody typed of an action or of a row of the interim safety plan: two phases ask for the same row (R41, R62).</summary>
/// <param name="Action">The row that is changed; empty for a new one.</param>
/// <param name="Due">Id of one of the times offered.</param>
/// <param name="At">Another day and time, in words; it goes before <paramref name="Due"/>.</param>
public sealed record RowForm(
    string Case, string? Action = null, string? What = null, string? Owner = null, string? Due = null, string? At = null, string? Purpose = null, string? IfThisFails = null)
{
    /// <summary>The time that a row has already.</summary>
    public const string AsItIs = "as-it-is";

    public const string OtherTime = "other";

    public static RowForm Of(Case @case, PlannedAction? action) => action is null
        ? new(@case.Id.Value)
        : new(@case.Id.Value, action.Id.Value, action.Fact.What, action.Fact.Owner.Value, AsItIs, null, action.Fact.Purpose, action.Fact.IfThisFails);
}

/// <summary>What differs between the actions and the rows of the interim safety plan.</summary>
/// <param name="List">What the list is called.</param>
/// <param name="One">What one of them is called, in the middle of a sentence.</param>
public sealed record RowKind(ActionKind Kind, string List, string One, string ListVerb, string FormVerb, string SaveVerb, string WithdrawVerb);
