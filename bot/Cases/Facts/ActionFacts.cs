using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

internal enum ActionKind
{
    Action,

    /// <summary>A row of the interim safety plan (R61).</summary>
    SafetyPlan,

    /// <summary>A step of the section 47 enquiry (R46).</summary>
    Enquiry,
}

/// <summary>Who does what by when, for what purpose, and what happens if it fails (R41, R62, R69).
/// Agreed again under one id means changed.</summary>
internal sealed record ActionAgreed(
    ActionId Action, ActionKind Kind, string What, ParticipantId Owner, DateTimeOffset DueAt, string Purpose,
    string IfThisFails) : PlanningFact
{
    /// <summary>Why, once the meeting was over; <c>null</c> where the meeting itself did it, and in facts of before it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanChange? Change { get; init; }

    /// <summary>Which offer of the procedure it was, as <see cref="OfferedAction.Key"/> names it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Follows { get; init; }

    /// <summary>Whose each text is that went under another's marking.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<OwnText>? Own { get; init; }

    /// <summary>How it will be known that it is done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Known { get; init; }

    /// <summary>Set where somebody of the family or a friend does it, and the owner keeps in touch with them (R62, P34).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FamilyDoes? Family { get; init; }

    public override Fact Withheld() => this with
    {
        What = "",
        Purpose = "",
        IfThisFails = "",
        Known = Known is null ? null : "",
        Family = Family is null ? null : new("", ""),
        Change = Change?.Withheld(),
    };

    public override Fact WithheldFrom(Participant reader) => ((ActionAgreed)Withheld()) with
    {
        Purpose = OwnText.Read(Own, reader, nameof(Purpose), Purpose, "")!,
        IfThisFails = OwnText.Read(Own, reader, nameof(IfThisFails), IfThisFails, "")!,
        Known = OwnText.Read(Own, reader, nameof(Known), Known, Known is null ? null : ""),
        Family = Family is null ? null : new(OwnText.Read(Own, reader, nameof(Family.Who), Family.Who, "")!,
            OwnText.Read(Own, reader, nameof(Family.Reached), Family.Reached, "")!),
    };
}

/// <summary>Somebody of the family or a friend who does what a row says.</summary>
/// <param name="Who">Empty while nobody has said who.</param>
/// <param name="Reached">How they are reached.</param>
internal sealed record FamilyDoes(string Who, string Reached);

/// <summary>Taken back, by undo or by the chair.</summary>
internal sealed record ActionWithdrawn(ActionId Action, string Reason) : PlanningFact, IOfOneAuthor
{
    /// <summary>Why, once the meeting was over; <c>null</c> where the meeting itself did it, and in facts of before it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanChange? Change { get; init; }

    public override Fact Withheld() => this with { Reason = "", Change = Change?.Withheld() };
}
