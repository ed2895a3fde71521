namespace StrategyBot.Phases.Reviewing;

/// <summary>The rules of closing a case once all that it was for is done, and of opening it again (paper 001). Pure.</summary>
internal static class CaseEndRule
{
    /// <summary>What still has to be done before it can be closed, a sentence each.</summary>
    /// <param name="watched">What clocks watch on it: with its end they stop, and so nothing may be left that they guard.</param>
    public static IReadOnlyList<string> Open(Case @case, IReadOnlyList<string> watched) => Open(@case) is { Count: > 0 } open ? open
        : [.. watched.Select(what => $"Still open: {what.Split(',')[0]}.")];

    /// <inheritdoc cref="Open(Case, IReadOnlyList{string})"/>
    /// <remarks>What the record says by itself.</remarks>
    public static IReadOnlyList<string> Open(Case @case)
    {
        var open = new List<string>();
        foreach (var meeting in @case.Meetings.Where(meeting => meeting.Attendance.EndedAt is null))
        {
            open.Add(meeting.IsConvened ? "A meeting is called and not over yet." : "A meeting was begun that nobody has called.");
        }

        open.AddRange(@case.Meetings.Where(meeting => meeting.Attendance.EndedAt is not null && meeting.Minutes.Version == 0).Take(1)
            .Select(_ => "The minutes are not approved."));
        open.AddRange(EnquiryPipeline.Of(@case).Where(one => !one.IsOver && one.StartedOn is not null).Take(1)
            .Select(_ => "A section 47 enquiry or its conference is not over."));
        open.AddRange(EnquiryPipeline.Of(@case).Where(one => one.Work is { Held: not null, Outcome: null }).Take(1)
            .Select(_ => "What a conference decided is not written down."));
        open.AddRange(ProtectionPlan.Of(@case).Where(plan => plan.Runs).Take(1).Select(_ => "A child protection plan runs."));
        if (RowRules.HasSafetyPlan(@case) && @case.Meeting.SafetyPlan.Ended is null)
        {
            open.Add("The interim safety plan has not been ended.");
        }

        var actions = @case.Meetings.Sum(meeting => meeting.Plan.Open.Count(action => !action.IsClosed));
        if (actions > 0)
        {
            open.Add(actions == 1 ? "1 action is open." : $"{actions} actions are open.");
        }

        return open;
    }

    public static Decision Close(
        Case @case, IReadOnlyList<string> watched, CaseEndCause? cause, string? words, string? goesOn, YesNo? letter,
        string? understood)
    {
        var (why, next, know) = (words?.Trim() ?? "", goesOn?.Trim() ?? "", understood?.Trim() ?? "");
        // Said again of a closed case, it is put right.
        return @case.Ended is null && Open(@case, watched) is { Count: > 0 } open
            ? new CannotBe($"It can't be closed yet. {string.Join(' ', open)}")
            : new Unsaid().If(cause is null, "cause", "Choose why it is closed.")
                .If(letter is null, "letter", "Say whether the family have the closure letter.")
                .Text("words", why, "Say why, in a line or two.")
                .Text("goesOn", next, "Say what goes on with school, GP and others, and who of them was told.")
                .Text("understood", know, "Say what the family understand of it.").Why
            ?? (@case.Ended is { } stands && stands.Fact == Said() ? Decision.Already : (Decision)Said());

        CaseEnded Said() => new(cause!.Value, why, next, letter!.Value, know) { Audience = PlanMeant.Readers };
    }

    public static Decision Reopen(Case @case, string? words)
    {
        var why = words?.Trim() ?? "";
        return @case.Ended is null ? new CannotBe("The case is not closed.")
            : new Unsaid().Text("words", why, "Say why it is opened again.").Why
            ?? (Decision)new CaseReopened(why) { Audience = PlanMeant.Readers };
    }
}
