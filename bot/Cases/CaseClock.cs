using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>One limit of a case: when it falls and by which rule, and what became of it.</summary>
/// <param name="Id">Names the limit for good within its case; <c>calendar-changed</c> records it.</param>
/// <param name="Label">What falls then: <c>Minutes approved by</c>.</param>
internal sealed record CaseClock(string Id, string Label, Deadline Due)
{
    /// <summary>When it was done, as far as the record tells.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Whether the record would tell; what is done elsewhere is never called overdue here.</summary>
    public bool IsTracked { get; init; }

    /// <summary>What having done it is called, before when that was.</summary>
    public string SaidDone { get; init; } = "Done";

    /// <summary>What is said of it where it was not done in time.</summary>
    public string SaidOverdue { get; init; } = "Overdue.";

    /// <summary>Who may know that there is such a limit at all; <c>null</c> for everybody on the case.</summary>
    public Audience? Audience { get; init; }

    public bool IsOverdue(DateTimeOffset now) => IsTracked && DoneAt is null && Due.IsPast(now);

    /// <summary><c>Fri 11 Dec 2026 (within 15 working days – Bedford guide)</c>, its warning, and how it stands.</summary>
    public string Say(Words words, DateTimeOffset now) => Say(Due.Say(words), words, now);

    /// <inheritdoc cref="Say(Words, DateTimeOffset)"/>
    /// <remarks>Without who says so.</remarks>
    public string SayRule(Words words, DateTimeOffset now) => Say(Due.SayRule(words), words, now);

    private string Say(string due, Words words, DateTimeOffset now)
    {
        var state = this switch
        {
            { DoneAt: { } done } => $"{SaidDone} {words.When(done)}.",
            _ when IsOverdue(now) => SaidOverdue,
            _ when Due.IsPast(now) => "This date has passed.",
            _ => "",
        };
        return state.Length == 0 ? due : $"{due}{(due.EndsWith('.') ? " " : ". ")}{state}";
    }
}
