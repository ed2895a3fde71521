using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases;

/// <summary>Watches one kind of clock: tells its owners before it and at it, the out-of-hours team where that is who is there, and then
/// each rung of the ladder; once all were told, it goes on until somebody acts.</summary>
internal sealed class ClockDuty<TClock>(Digest digest, Words words, TimeProvider clock) : IDuty<ClockMark>, IRoutine
    where TClock : IClock
{
    public static string Kind => TClock.Kind;

    public static DateTimeOffset Since => TClock.Since;

    public static string Says => TClock.Says;

    public static IEnumerable<Owed<ClockMark>> Owes(Case @case) =>
        // A case that is closed has nothing left to keep.
        from running in @case.Ended is null ? TClock.Runs(@case) : []
        from owed in Marks(@case, running, andTold: false).TakeWhile(owed => running.Stops is not { } stops || owed.DueAt < stops)
        where owed.DueAt >= TClock.ClimbsSince || owed.Key == $"{Kind}/{running.Id}"
        select owed;

    /// <summary>What an authority owes waits for the morning's message; what guards a child never does.</summary>
    public Participant? Whom(Case @case, Owed owed) => TClock.Climb.InWorkingDays ? Whom(@case, ((Owed<ClockMark>)owed).About.Whom) : null;

    public Notification Of(Case @case, IReadOnlyList<Owed> owed, Participant to) => new(
        CardOf(@case, [.. owed.Select(one => ((Owed<ClockMark>)one).About)], to, words, clock.GetUtcNow()), TClock.Sentence);

    public Task<Performed> PerformAsync(Case @case, Owed<ClockMark> owed, Attempt attempt, CancellationToken cancellationToken) =>
        Whom(@case, owed.About.Whom) is { } to
            ? digest.TellAsync(this, @case, owed, to, attempt, cancellationToken)
            : Task.FromResult<Performed>(new Performed.Delivered("not-needed", ""));

    internal static AdaptiveCard Card(Case @case, ClockMark mark, Participant to, Words words, DateTimeOffset now) =>
        CardOf(@case, [mark], to, words, now);

    private static AdaptiveCard CardOf(Case @case, IReadOnlyList<ClockMark> marks, Participant to, Words words, DateTimeOffset now)
    {
        // Who owes it reads what it is as well, whatever else they may.
        bool Knows(ClockMark mark) => @case.Find(to.Id) is not null
            && (to.May(Capability.FillForm) || mark.RunningClock.Owners.Contains(to.Id)
                || (mark.Step != ClockStep.After && mark.Whom == to.Id.Value));
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                .. TClock.IsDanger
                    ? (IReadOnlyList<CardElement>)
                        [new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention }]
                    : [],
                .. marks.DistinctBy(mark => TClock.Line(mark.RunningClock)).SelectMany(mark => (IEnumerable<CardElement>)
                [
                    new TextBlock(CardText.Plain(TClock.Tell(@case, mark.RunningClock, mark.Step, now, words)))
                    {
                        Weight = TextWeight.Bolder,
                        Color = TClock.IsDanger ? TextColor.Default : TextColor.Attention,
                    },
                    .. Knows(mark) ? TClock.Beside(@case, mark.RunningClock, to, words) : [],
                ]),
                .. marks.SelectMany(mark => Told(@case, mark.RunningClock, to, words)).Distinct()
                    .Select(line => new TextBlock(CardText.Plain(line))),
                .. Ladder.Number(@case, now) is { } number ? (IReadOnlyList<CardElement>)[new TextBlock(CardText.Plain(number))] : [],
            ],
            [
                .. marks.Where(Knows).SelectMany(mark => TClock.Opens(@case, mark.RunningClock, to))
                    .DistinctBy(open => (open.Title, open.Verb)).Select(open => Actions.Send(open.Title, open.Verb, open.Form)),
            ]);
    }

    /// <summary>Whom to ring, and who was told so far.</summary>
    private static IEnumerable<string> Told(Case @case, RunningClock running, Participant to, Words words)
    {
        if (to.Id != @case.Meeting.Chair)
        {
            yield return $"Chair: {Rung(@case.Chair)}.";
        }

        if (@case.Invited.FirstOrDefault(person => person.Roles.Contains(Role.SocialWorker)) is { } worker && worker.Id != to.Id)
        {
            yield return $"Social worker: {Rung(worker)}.";
        }

        var told = Marks(@case, running, andTold: true)
            .Where(mark => mark.About.Step != ClockStep.Before && @case.Effects.GetValueOrDefault(mark.Key) is
            { IsDelivered: true })
            .Select(mark => (Whom: Whom(@case, mark.About.Whom), @case.Effects[mark.Key].At))
            .Where(one => one.Whom is { } whom && whom.Id != to.Id)
            .DistinctBy(one => one.Whom!.Id).Select(one => $"{one.Whom!.Name}, {words.When(one.At)}").ToList();
        if (told.Count > 0)
        {
            yield return $"Also told: {string.Join("; ", told)}. Nobody has acted yet.";
        }
    }

    private static string Rung(Participant person) => person.Phone.Length > 0 ? $"{person.Name}, {person.Phone}" : person.Name;

    private static Participant? Whom(Case @case, string whom) => @case.Find(new ParticipantId(whom)) ?? Ladder.Holder(@case, whom);

    /// <param name="andTold">With the rounds that are settled: after weeks without an act there are hundreds of them.</param>
    private static IEnumerable<Owed<ClockMark>> Marks(Case @case, RunningClock running, bool andTold)
    {
        var (key, owners) = ($"{Kind}/{running.Id}", Deputies.Own(@case, running.Owners));
        Owed<ClockMark> Mark(string which, DateTimeOffset at, ClockStep step, string whom)
        {
            // Whoever has their place that day hears of it, under the same key.
            var has = Deputies.Has(@case, new(whom), @case.Clocks.Words.LocalDate(at));
            return new(which.Length == 0 ? key : $"{key}/{which}", at, new(running, step, has.Value)
            {
                Watches = TClock.Watches,
                IsDanger = TClock.IsDanger,
            })
            {
                To = @case.Find(has)?.Id,
            };
        }

        foreach (var (index, before) in running.Before.Index())
        {
            foreach (var owner in owners)
            {
                yield return Mark(string.Create(CultureInfo.InvariantCulture, $"before-{index + 1}/{owner.Value}"), before,
                    ClockStep.Before, owner.Value) with
                {
                    LapsesAt = index + 1 < running.Before.Count ? running.Before[index + 1] : running.EndsAt,
                };
            }
        }

        foreach (var (index, owner) in owners.Index())
        {
            yield return Mark(index == 0 ? "" : owner.Value, running.EndsAt, ClockStep.At, owner.Value);
        }

        if (!TClock.Climb.InWorkingDays && Ladder.IsOutOfHours(@case, running.EndsAt)
            && Ladder.Holder(@case, Ladder.OutOfHours) is not null)
        {
            yield return Mark(Ladder.OutOfHours, running.EndsAt, ClockStep.At, Ladder.OutOfHours);
        }

        var at = running.EndsAt;
        var rungs = Ladder.Of(@case, owners.Concat(running.Known));
        foreach (var (role, whom) in rungs)
        {
            at = running.ClimbsAtOnce && role == rungs[0].Role ? at : TClock.Climb.After(@case, at, TClock.Climb.Rung);
            // A role of the case's own people is theirs: who chairs tomorrow is another one.
            yield return Mark(role, at, ClockStep.After, @case.Find(whom.Id) is null ? role : whom.Id.Value);
        }

        string[] last =
        [
            .. owners.Select(owner => owner.Value),
            .. rungs.Count > 0 ? [rungs[^1].Role] : Array.Empty<string>(),
            .. TClock.Climb.InWorkingDays || Ladder.Holder(@case, Ladder.OutOfHours) is null ? [] : new[] { Ladder.OutOfHours },
        ];
        for (var again = 1; last.Length > 0; again++)
        {
            at = TClock.Climb.After(@case, at, TClock.Climb.Again);
            at = TClock.Climb.IsAwake ? at : Ladder.Awake(@case, at);
            at = TClock.Climb.RestsAtWeekends ? Ladder.Worked(@case, at) : at;
            var round = new List<(string Whom, string Which, Effect? Effect)>(last.Length);
            foreach (var whom in last)
            {
                if (whom != Ladder.OutOfHours || Ladder.IsOutOfHours(@case, at))
                {
                    var which = string.Create(CultureInfo.InvariantCulture, $"again-{again}/{whom}");
                    round.Add((whom, which, @case.Effects.GetValueOrDefault($"{key}/{which}")));
                }
            }

            foreach (var (whom, which, effect) in round)
            {
                if (andTold || effect is not { Settled: not null, IsRefused: false })
                {
                    yield return Mark(which, at, ClockStep.After, whom);
                }
            }

            // The next is owed once these were; how late they were is not caught up.
            if (!round.TrueForAll(one => one.Effect?.Settled is not null))
            {
                yield break;
            }

            at = round.Select(one => one.Effect!.At).Append(at).Max();
        }
    }
}

internal static class WatchedClocks
{
    /// <summary>A phase's clock, with its watcher.</summary>
    public static Duties Clock<TClock>(this Duties duties)
        where TClock : IClock => duties.Add<ClockDuty<TClock>, ClockMark>();
}
