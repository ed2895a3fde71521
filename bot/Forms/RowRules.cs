using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Forms;

/// <summary>The rules of a row: who does what by when, for what purpose, and what if it fails (R41, R62, R69). Pure.</summary>
internal static class RowRules
{
    /// <summary>Agrees a row, or changes one. A row has an owner and a time, or it is none (R41).</summary>
    public static Decision Agree(Case @case, ActionKind kind, RowForm typed, DateTimeOffset now, Words words)
    {
        var changed = typed.Action is { Length: > 0 } id ? Find(@case, kind, new(id)) : null;
        if (typed.Action is { Length: > 0 } && changed is null)
        {
            return new RowGone();
        }

        if (Texts(typed) is { } refused)
        {
            return refused;
        }

        if (@case.Participants.FirstOrDefault(person => person.Id.Value == typed.Owner && person.May(Capability.Act)) is not { } owner)
        {
            return new CannotBe("Choose who does it: every action has an owner.");
        }

        return DueAt(@case, typed, changed, now, words).Match(
            at => at < now && at != changed?.Fact.DueAt && !@case.HappenedAlready
                ? new CannotBe($"{words.When(at)} has passed. Choose a time that lies ahead.")
                : Decide(@case, kind, typed, changed, owner, at),
            sentence => new CannotBe(sentence));
    }

    /// <summary>Takes a row back; its words stay in the history.</summary>
    public static Decision Withdraw(Case @case, ActionKind kind, ActionId id, string reason) =>
        @case.Meeting.Plan.Actions.FirstOrDefault(action => action.Id == id && action.Fact.Kind == kind) is not { } action ? new RowGone()
        : action.IsWithdrawn ? Decision.Already
        : new ActionWithdrawn(id, reason.Trim()) { Meeting = @case.Meeting.Id };

    public static IEnumerable<PlannedAction> Of(Case @case, ActionKind kind) =>
        @case.Meeting.Plan.Open.Where(action => action.Fact.Kind == kind);

    public static PlannedAction? Find(Case @case, ActionKind kind, ActionId id) =>
        Of(@case, kind).FirstOrDefault(action => action.Id == id);

    /// <summary>The times offered beside a row (design §5.5).</summary>
    public static IReadOnlyList<ActionDue> Times(Case @case, DateTimeOffset now) =>
        ActionDue.Choices(@case.Clocks, now, CaseClocks.Conference(@case)?.On);

    private static Decision Decide(Case @case, ActionKind kind, RowForm typed, PlannedAction? changed, Participant owner, DateTimeOffset at)
    {
        var row =
            new ActionAgreed(changed?.Id ?? Next(@case), kind, typed.What!.Trim(), owner.Id, at, (typed.Purpose ?? "").Trim(),
                (typed.IfThisFails ?? "").Trim())
            {
                Meeting = @case.Meeting.Id,
                Audience = changed?.Fact.Audience ?? Audience.Professionals,
            };
        if (Of(@case, kind).Any(action => row with { Action = action.Id } == action.Fact && (changed is null || action.Id == changed.Id)))
        {
            return Decision.Already;
        }

        // Rows and "none is needed" exclude each other: the later word takes the earlier back (R61).
        IReadOnlyList<Fact> taken = kind == ActionKind.SafetyPlan && @case.Meeting.Safety.NoneNeeded is not null
            ? [new NoSafetyPlanNeeded("") { Meeting = @case.Meeting.Id }]
            : [];
        // Whoever was told of it already has to hear that it is theirs no longer; so it ends, and another begins.
        return changed is not null && changed.Fact.Owner != owner.Id && @case.Meeting.Plan.AgreedAt is not null
            ? Decision.Of(
                [new ActionWithdrawn(changed.Id, "given to somebody else") { Meeting = @case.Meeting.Id },
                    row with { Action = Next(@case) }, .. taken])
            : Decision.Of([row, .. taken]);
    }

    private static Refusal? Texts(RowForm typed) => typed switch
    {
        { What: var what } when string.IsNullOrWhiteSpace(what) => new CannotBe("Say what is to be done."),
        { What.Length: > FormCard.LongText } => new TooLong(FormCard.LongText),
        { Purpose.Length: > FormCard.Line } or { IfThisFails.Length: > FormCard.Line } => new TooLong(FormCard.Line),
        _ => null,
    };

    private static Typed<DateTimeOffset> DueAt(Case @case, RowForm typed, PlannedAction? changed, DateTimeOffset now, Words words)
    {
        if (!string.IsNullOrWhiteSpace(typed.At))
        {
            return words.ReadWhen(typed.At, now);
        }

        return typed.IsAsItIs() && changed is not null ? new Typed<DateTimeOffset>.Understood(changed.Fact.DueAt)
            : Times(@case, now).FirstOrDefault(time => time.Id == typed.Due) is { } time ? new Typed<DateTimeOffset>.Understood(time.At)
            : new Typed<DateTimeOffset>.NotUnderstood(typed.Due == RowForm.OtherTime
                ? "Type the other day and time, like tomorrow 12:00 or 26 Nov 14:00."
                : "Choose by when: every action has a time.");
    }

    private static ActionId Next(Case @case) => new($"action-{@case.Meetings.Sum(meeting => meeting.Plan.Actions.Count) + 1}");
}

/// <summary>A row that was withdrawn, or of another meeting.</summary>
internal sealed record RowGone : Refusal
{
    public override string Say(Words words) => "That row is no longer on the plan. Open the list again to see what stands.";
}
