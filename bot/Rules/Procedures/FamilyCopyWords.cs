using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>What the family's copy of the safety plan says that an authority may say otherwise (R71): what is left out is as usual.
/// <c>{worker}</c> stands for the social worker's first name.</summary>
/// <remarks>Short words, one idea each: a test reads the usual ones (R79).</remarks>
internal sealed record FamilyCopyWords
{
    /// <summary>The number of people who don't work with the social worker.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ComplaintsPhone { get; init; }

    /// <summary>When the social worker can be rung: <c>weekdays, 9am to 5pm</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WorkerHours { get; init; }

    /// <summary>How to ask for a change: a parent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChangeParent { get; init; }

    /// <summary>The same for somebody who has a part in the plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChangeNamed { get; init; }

    /// <summary>The same for a child.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChangeChild { get; init; }

    /// <summary>That nobody has to take part (R76); in bold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Choice { get; init; }

    /// <summary>What happens where the plan doesn't work: a parent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FailsParent { get; init; }

    /// <summary>The same for somebody who has a part in the plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FailsNamed { get; init; }

    /// <summary>The same for a child.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FailsChild { get; init; }

    /// <summary>That nobody has to sign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sign { get; init; }

    /// <summary>Where the procedure says nothing of it. The number for complaints is each authority's own.</summary>
    public static FamilyCopyWords Usual { get; } = new()
    {
        WorkerHours = "weekdays, 9am to 5pm",
        ChangeParent = "Tell {worker}. You can ask for a change, or say no, at any time. We will not hold it against you. "
            + "You can get advice first, from a friend or a solicitor.",
        ChangeNamed = "Tell {worker}. You can ask for a change at any time. We will not hold it against you. "
            + "You can get advice first, from a friend or a solicitor.",
        ChangeChild = "Tell {worker}. You can ask for a change at any time. You will not be in trouble. "
            + "You can ask for someone to help you speak up.",
        Choice = "It is your choice to take part.",
        FailsParent = "Ring {worker}, or the night number, straight away. We will make a new plan with you. "
            + "If a child is not safe, we will act that day and tell you why.",
        FailsNamed = "Ring {worker}, or the night number, straight away. You will not be in trouble. We will make a new plan with you. "
            + "If a child is not safe, we will find a safe place that night.",
        FailsChild = "Ring {worker}, or the night number, straight away. You will not be in trouble. "
            + "If you are not safe, we will help you that day.",
        Sign = "You can sign if you agree. You do not have to.",
    };

    /// <summary>With what is usual where this says nothing.</summary>
    public FamilyCopyWords Whole() => new()
    {
        ComplaintsPhone = ComplaintsPhone,
        WorkerHours = WorkerHours ?? Usual.WorkerHours,
        ChangeParent = ChangeParent ?? Usual.ChangeParent,
        ChangeNamed = ChangeNamed ?? Usual.ChangeNamed,
        ChangeChild = ChangeChild ?? Usual.ChangeChild,
        Choice = Choice ?? Usual.Choice,
        FailsParent = FailsParent ?? Usual.FailsParent,
        FailsNamed = FailsNamed ?? Usual.FailsNamed,
        FailsChild = FailsChild ?? Usual.FailsChild,
        Sign = Sign ?? Usual.Sign,
    };
}
