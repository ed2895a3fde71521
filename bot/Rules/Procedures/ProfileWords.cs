using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <param name="Id">What a form sends back and a fact records; never reused.</param>
/// <param name="Text">What a person reads.</param>
internal sealed record ProfileChoice(string Id, string Text);

/// <summary>What is asked at convene and of a baby's injury; wording of an authority's own (P2, P3, P21).</summary>
/// <param name="Urgent">The first question, in parts; yes to any, or no answer, means the same day (P2).</param>
/// <param name="Circumstances">Why the meeting is called (R2).</param>
/// <param name="ReasonableCause">With <c>{child}</c> in the child's place (P3).</param>
/// <param name="InfantInjury">Prompts for an injury to a baby (P21).</param>
/// <param name="Source">Where the first question comes from.</param>
/// <param name="InfantSource">Where the prompts come from.</param>
internal sealed record Questions(
    ValueList<Questions.UrgentPart> Urgent,
    ValueList<ProfileChoice> Circumstances,
    string ReasonableCause,
    ValueList<string> InfantInjury,
    Citation Source,
    Citation InfantSource)
{
    /// <summary>What may be a risk to a child (R33, R127); <c>null</c> on a case that was begun before a procedure named them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<ProfileChoice>? RiskFactors { get; init; }

    public string AskReasonableCause(string child) => ReasonableCause.Replace("{child}", child, StringComparison.Ordinal);

    /// <summary>A part of the first question.</summary>
    /// <param name="Id">What a form sends back and a fact records; never reused.</param>
    /// <param name="Text">The question.</param>
    /// <param name="Ground">How the limit that it brings is explained: <c>same day: serious injury</c>.</param>
    public sealed record UrgentPart(string Id, string Text, string Ground);
}

/// <summary>Which headings this authority doesn't ask: they are neither printed nor missed. <c>null</c> on a case that was begun before
/// there was a choice: none that came since is asked there.</summary>
/// <param name="Off">Ids of headings.</param>
internal sealed record HeadingSwitches(ValueList<string> Off);

/// <summary>What this authority calls things (P3, R63, R64).</summary>
/// <param name="SafetyPlan">The heading in the minutes.</param>
/// <param name="ImmediateActions">The heading in the section 47 export.</param>
/// <param name="ConferenceChair"><c>conference chair</c> unless the authority says otherwise.</param>
/// <param name="Disagreement">Never "dissent".</param>
/// <param name="AbilityToProtect">Never "capacity", which is mental capacity.</param>
/// <param name="Confidentiality">The line the chair reads.</param>
internal sealed record Labels(
    Label SafetyPlan, Label ImmediateActions, Label ConferenceChair, Label Disagreement, Label AbilityToProtect, Label Confidentiality);

internal sealed record Label(string Text, Citation Source);

/// <summary>Pages and routes of the authority's own (R15, R35, R36, R59, R71).</summary>
internal sealed record ProfileLinks(
    Uri Thresholds, Uri Categories, Uri Escalation, Uri Complaints, Uri IntelligenceForm, Label MaracRoute, Label MappaRoute);

/// <summary>What is usually done in one kind of case: offered, and never of a plan by itself (R141, P38).</summary>
/// <param name="Id">What a button sends back; never reused.</param>
internal sealed record UsualActions(string Id, string Title, ValueList<UsualActions.Row> Rows, Citation Source)
{
    /// <param name="Owner">Who is proposed: <c>chair</c>, <c>socialWorker</c>, <c>police</c>, <c>health</c> or <c>school</c>.</param>
    /// <param name="WorkingDays">By when; 0 is today.</param>
    public sealed record Row(
        string What, string Purpose, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Owner = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? WorkingDays = null);
}

/// <summary>When an answer is expected that nobody knows yet (P14).</summary>
/// <param name="Within">From when it was said so.</param>
/// <param name="Safety">The same, where a child's safety hangs on it.</param>
internal sealed record AwaitedLimits(WorkingDayLimit Within, HourLimit Safety)
{
    private static readonly Citation Source = new("k", "practice, to be confirmed", "what, from whom, expected", "P14");

    /// <summary>Where the procedure says nothing of it.</summary>
    public static AwaitedLimits Usual { get; } = new(new(2, Source), new(24, Source));
}

/// <param name="Days">Days after a case is closed until it may be deleted, where this is the authority's record of it.</param>
/// <param name="Source">Who keeps records that long.</param>
internal sealed record Retention(int Days, Citation Source)
{
    /// <summary>Whether the authority's record is what is kept here, and no copy of what its case system has; <c>null</c> of before that
    /// was asked: it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsRecord { get; init; }

    /// <summary>Days after a case is closed until a working copy is deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WorkingCopyDays { get; init; }

    [JsonIgnore]
    public bool IsWorkingCopy => IsRecord == false;

    /// <summary>Days after a case is closed.</summary>
    [JsonIgnore]
    public int Keeps => IsWorkingCopy ? WorkingCopyDays ?? 90 : Days;
}
