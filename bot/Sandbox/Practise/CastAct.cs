namespace StrategyBot.Sandbox.Practise;

/// <summary>When somebody does something, by how the meeting stands.</summary>
internal enum ActTime
{
    UntilItEnds,
    WhileItRuns,
    OnceItBegan,
}

/// <summary>One thing that a member of the cast does; once, unless it says otherwise.</summary>
/// <param name="Id">Unique within the case.</param>
/// <param name="Part">How the line of the part begins in the person's own list; <c>null</c> for what isn't done in a part.</param>
/// <param name="What">Told afterwards, behind the name.</param>
internal sealed record CastAct(string Id, ActTime When, string? Part, IReadOnlyList<Press> Presses, string What)
{
    /// <summary>Only when the person's own card leads there.</summary>
    public bool WhenNext { get; init; }

    /// <summary>Only while the person's own card says so, and then again.</summary>
    public string? WhileItSays { get; init; }

    /// <summary>Only when the chair asked.</summary>
    public bool WhenAsked { get; init; }

    /// <summary>An answer under a heading, which the chair may give in their place.</summary>
    public bool IsHeading { get; init; }

    public bool IsTime(string? meetingState) => When switch
    {
        ActTime.UntilItEnds => meetingState != "ended",
        ActTime.WhileItRuns => meetingState == "running",
        _ => meetingState is "running" or "ended",
    };
}
