using System.Globalization;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Forms;

/// <summary>The rules of a row: who does what by when, for what purpose, and what if it fails (R41, R62, R69). Pure.</summary>
internal static class RowRules
{
    // As long as its owner isn't told of a new one.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);

    /// <summary>Agrees a row, or changes one. A row has an owner and a time, or it is none (R41).</summary>
    public static Decision Agree(Case @case, ActionKind kind, RowForm typed, DateTimeOffset now, Words words, Readers? readers = null)
    {
        var changed = typed.Action is { Length: > 0 } id ? Find(@case, kind, id) : null;
        if (typed.Action is { Length: > 0 } && changed is null)
        {
            return new RowGone();
        }

        var row = Whole(@case, typed, changed);
        if ((Texts(row) ?? readers?.WhyNot("That row", changed?.By, changed?.Fact.Audience)) is { } refused)
        {
            return refused;
        }

        if (typed.Whose && WhyNotWhose(@case, typed, changed) is { } unsaid)
        {
            return unsaid;
        }

        var isOfFamily = kind == ActionKind.SafetyPlan
            && (typed.Whose ? changed?.Fact.Family is not null || row.Family is { Length: > 0 } : row.Owner == RowForm.OfFamily);
        if ((row.Owner == RowForm.OfFamily && isOfFamily ? KeepsInTouch(@case, changed)
            : @case.Participants.FirstOrDefault(person => person.Id.Value == row.Owner && person.May(Capability.Act))) is not { } owner)
        {
            return new CannotBe("Choose who does it: every action has an owner.");
        }

        return DueAt(@case, row, changed, now, words).Match(
            at => at < now && at != changed?.Fact.DueAt && !@case.HappenedAlready
                ? new CannotBe($"{words.When(at)} has passed. Choose a time that lies ahead.")
                : Decide(@case, kind, row, changed, owner, isOfFamily, at,
                    readers?.Audience ?? changed?.Fact.Audience ?? Audience.Professionals, readers?.By, now),
            sentence => new CannotBe(sentence));
    }

    /// <summary>Takes a row back; its words stay in the history.</summary>
    /// <param name="change">Why, once the meeting that agreed it is over.</param>
    public static Decision Withdraw(Case @case, ActionKind kind, ActionId id, PlanChange? change, DateTimeOffset now)
    {
        if (PlannedAction.On(@case).FirstOrDefault(action => action.Id == id && action.Fact.Kind == kind) is not { } row)
        {
            return new RowGone();
        }

        var isFresh = row.At == row.ChangedAt && now - row.At < Fresh;
        return row.IsWithdrawn ? Decision.Already
            : change is null && IsClosed(@case, row) && !isFresh ? ChangeInputs.Fault(null, null)!
            : new ActionWithdrawn(id, "") { Meeting = row.Meeting, Change = change, Audience = row.Fact.Audience };
    }

    /// <summary>Several that follow from what was decided, as they were shown to whoever confirms them (P38).</summary>
    /// <param name="offered">What is offered now.</param>
    /// <param name="shown">What was shown of each, with semicolons between them.</param>
    public static Decision AgreeOffered(Case @case, IReadOnlyList<OfferedAction> offered, string? shown, DateTimeOffset now)
    {
        var facts = new List<Fact>();
        var next = @case.NextNumber(Ids(@case));
        foreach (var said in (shown ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('|')))
        {
            if (said is not [var key, var owner, var due] || !DateTimeOffset.TryParseExact(due, "yyyyMMddHHmm",
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            {
                return new OfferChanged();
            }

            if (@case.Meeting.Plan.Open.Any(action => action.Fact.Follows == key))
            {
                continue;
            }

            if (at < now || offered.FirstOrDefault(one => one.Key == key && one.Owner.Id.Value == owner) is not { } one)
            {
                return new OfferChanged();
            }

            facts.Add(new ActionAgreed(new($"action-{next++}"), ActionKind.Action, one.What, one.Owner.Id, at, one.Rule.Purpose, "")
            {
                Meeting = @case.Meeting.Id,
                Audience = one.Audience,
                Follows = key,
            });
        }

        return Decision.Of([.. facts]);
    }

    /// <summary>One that follows from what was decided, or is usual; <c>null</c> where none is named.</summary>
    public static OfferedAction? Following(Case @case, string? offered, DateTimeOffset now) =>
        offered is { Length: > 0 } ? OfferedAction.All(@case, now).FirstOrDefault(one => one.Key == offered) : null;

    public static IEnumerable<PlannedAction> Of(Case @case, ActionKind kind) =>
        PlannedAction.On(@case).Where(action => !action.IsWithdrawn && action.Fact.Kind == kind);

    /// <summary>Whether a row of the interim safety plan stands.</summary>
    public static bool HasSafetyPlan(Case @case) => Of(@case, ActionKind.SafetyPlan).Any();

    /// <returns><c>null</c> where it isn't on the plan, or none is named.</returns>
    public static PlannedAction? Find(Case @case, ActionKind kind, string? id) =>
        Of(@case, kind).FirstOrDefault(action => action.Id.Value == id);

    /// <summary>A usual action of the case's procedure (R141); <c>null</c> where none is named.</summary>
    public static UsualActions.Row? Offered(Case @case, string? offered) => (offered ?? "").Split('/') is [var set, var place]
        && int.TryParse(place, out var number)
            ? @case.Profile.UsualActions?.FirstOrDefault(one => one.Id == set)?.Rows.ElementAtOrDefault(number)
            : null;

    /// <summary>Whether the meeting that agreed it is over.</summary>
    public static bool IsClosed(Case @case, PlannedAction row) =>
        @case.Meetings.First(meeting => meeting.Is(row.Meeting)).HasClosed(row.At);

    /// <summary>The times offered beside a row (design §5.5).</summary>
    public static IReadOnlyList<ActionDue> Times(Case @case, DateTimeOffset now) =>
        ActionDue.Choices(@case.Clocks, now, CaseClocks.Conference(@case)?.On);

    /// <summary>With what stands, as a row is asked for in two halves.</summary>
    private static RowForm Whole(Case @case, RowForm typed, PlannedAction? changed)
    {
        if (changed is not { Fact: var stands })
        {
            return typed;
        }

        var (isClosed, isFirst) = (IsClosed(@case, changed), !typed.Rest && !typed.Whose);
        return typed with
        {
            What = isFirst ? typed.What : stands.What,
            Owner = typed.Rest ? OwnerOf(stands) : typed.Owner,
            Due = isFirst ? typed.Due : RowForm.AsItIs(changed),
            At = isFirst ? typed.At : null,
            Purpose = isFirst != isClosed && !typed.Whose ? typed.Purpose : stands.Purpose,
            IfThisFails = typed.Rest || (isFirst && !isClosed) ? typed.IfThisFails ?? stands.IfThisFails : stands.IfThisFails,
            Known = typed.Rest ? typed.Known ?? stands.Known : stands.Known,
            Child = typed.Whose ? typed.Child : stands.Child?.Value,
            Family = typed.Whose ? typed.Family : stands.Family?.Who,
            Reached = typed.Whose ? typed.Reached : stands.Family?.Reached,
        };
    }

    /// <summary>As the first form shows it.</summary>
    public static string OwnerOf(ActionAgreed row) => row.Family is null ? row.Owner.Value : RowForm.OfFamily;

    /// <summary>Who keeps in touch with the family, until somebody else is chosen: the social worker.</summary>
    private static Participant? KeepsInTouch(Case @case, PlannedAction? changed) =>
        changed?.Fact is { Family: not null, Owner: var stands } ? @case.Find(stands)
        : @case.Invited.FirstOrDefault(person => person.Roles.Contains(Role.SocialWorker)) ?? @case.Chair;

    private static Refusal? WhyNotWhose(Case @case, RowForm typed, PlannedAction? changed) => new Unsaid()
        .If(ChildChoice.Read(@case, typed.Child).Count == 0, ChildChoice.Field, "Choose for which child it is.")
        .Text("family", (typed.Family ?? "").Trim(), changed?.Fact.Family is null ? null
            : "Say who of the family does it. If none of them does, change the row, and choose who does.", FormCard.Line)
        .Text("reached", (typed.Reached ?? "").Trim(), string.IsNullOrWhiteSpace(typed.Family) ? null : "Say how they are reached.",
            FormCard.Line)
        .Why;

    private static Decision Decide(Case @case, ActionKind kind, RowForm typed, PlannedAction? changed, Participant owner, bool isOfFamily,
        DateTimeOffset at, Audience audience, Participant? me, DateTimeOffset now)
    {
        var (known, stands) = ((typed.Known ?? "").Trim(), changed?.Fact.Family);
        var row =
            new ActionAgreed(changed?.Id ?? Next(@case), kind, typed.What!.Trim(), owner.Id, at, (typed.Purpose ?? "").Trim(),
                (typed.IfThisFails ?? "").Trim())
            {
                Meeting = changed?.Meeting ?? @case.Meeting.Id,
                Audience = audience,
                Follows = changed is null ? Following(@case, typed.Offered, now)?.Key : changed.Fact.Follows,
                Child = ChildChoice.Read(@case, typed.Child) is [var child] && @case.Children.Count > 1 ? child.Id : null,
                Known = known.Length == 0 && changed?.Fact.Known is null ? null : known,
                Family = isOfFamily ? new((typed.Family ?? "").Trim(), (typed.Reached ?? "").Trim()) : null,
            };
        row = row with
        {
            Own = OwnText.After(changed?.Fact.Own, me, audience, ("Purpose", changed?.Fact.Purpose, row.Purpose),
                ("IfThisFails", changed?.Fact.IfThisFails, row.IfThisFails), ("Known", changed?.Fact.Known, row.Known),
                ("Who", stands?.Who, row.Family?.Who), ("Reached", stands?.Reached, row.Family?.Reached)),
        };
        if (Of(@case, kind).FirstOrDefault(action => row with { Action = action.Id } == action.Fact with { Change = null }
            && (changed is null || action.Id == changed.Id)) is { } same)
        {
            return ChangeInputs.Same(same.Fact.Change, typed.Change, typed.Because);
        }

        var isClosed = changed is not null && IsClosed(@case, changed);
        if (isClosed && ChangeInputs.Fault(typed.Change, typed.Because) is { } unsaid)
        {
            return unsaid;
        }

        var change = isClosed || (changed is not null && typed.Change == PlanChangeKind.Wording)
            ? new PlanChange(typed.Change!.Value, (typed.Because ?? "").Trim())
            : null;
        if (change?.Kind == PlanChangeKind.Wording && (changed!.Fact.Owner, changed.Fact.DueAt, changed.Fact.Child, stands?.Who)
            != (owner.Id, at, row.Child, row.Family?.Who))
        {
            return ChangeInputs.NotWordsAlone;
        }

        row = row with { Change = change };
        // Rows and "none is needed" exclude each other: the later word takes the earlier back (R61).
        IReadOnlyList<Fact> taken = kind == ActionKind.SafetyPlan && @case.Meeting.Safety.NoneNeeded is not null
            ? [new NoSafetyPlanNeeded("") { Meeting = @case.Meeting.Id }]
            : [];
        // Whoever was told of it already has to hear that it is theirs no longer; so it ends, and another begins.
        return changed is not null && changed.Fact.Owner != owner.Id && WasTold(@case, changed)
            ? Decision.Of(
                [new ActionWithdrawn(changed.Id, "given to somebody else")
                    {
                        Meeting = changed.Meeting,
                        Change = change,
                        Audience = changed.Fact.Audience,
                    },
                    row with { Action = Next(@case), Meeting = @case.Meeting.Id }, .. taken])
            : Decision.Of([row, .. taken]);
    }

    private static bool WasTold(Case @case, PlannedAction row) =>
        @case.Meetings.First(meeting => meeting.Is(row.Meeting)).Plan.AgreedAt is not null;

    private static Refusal? Texts(RowForm typed) => typed switch
    {
        { What: var what } when string.IsNullOrWhiteSpace(what) => new CannotBe("Say what is to be done."),
        { What.Length: > FormCard.LongText } => new TooLong(FormCard.LongText),
        { Purpose.Length: > FormCard.Line } or { IfThisFails.Length: > FormCard.Line } or { Known.Length: > FormCard.Line } =>
            new TooLong(FormCard.Line),
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

    private static ActionId Next(Case @case) => new($"action-{@case.NextNumber(Ids(@case))}");

    private static IEnumerable<string> Ids(Case @case) =>
        @case.Meetings.SelectMany(meeting => meeting.Plan.Actions).Select(action => action.Id.Value);
}

/// <summary>What was shown isn't what follows from the decisions now.</summary>
internal sealed record OfferChanged : Refusal
{
    public override string Say(Words words) => "What follows from the decisions was changed since. Look at it again, and add it then.";
}

/// <summary>A row that was withdrawn, or of a later meeting.</summary>
internal sealed record RowGone : Refusal
{
    public override string Say(Words words) => "That row is no longer on the plan. Open the list again to see what stands.";
}
