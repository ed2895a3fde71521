using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Calling;

/// <summary>Tells everybody invited, one by one: a card in their own chat, or a letter with reference, time and link (P11, P22).</summary>
internal sealed class InviteDuty(Reach reach, Words words, TimeProvider clock) : IDuty
{
    public static string Kind => "convening/invite";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "the invitation";

    /// <summary>Once the way in is known, or will not be.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { Convened: not null } room && IsWayKnown(@case)
        // Whoever comes onto the list once it is over isn't invited to it.
        && (@case.Meeting.Attendance.EndedAt is null || @case.HappenedAlready)
        ? @case.Invited.Where(person => person.Id != @case.Meeting.Chair && person.Id != @case.Meeting.HeldBy)
            .Select(person => new Owed(KeyOf(@case, person), room.CalledAt)
            {
                To = person.Id,
                WorthUntil = CallingPhase.Over(@case),
            })
        : [];

    public static string KeyOf(Case @case, Participant person) => $"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}";

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            InvitationCard.For(@case, @case.Find(owed.To.Value)!, words, clock.GetUtcNow()), cancellationToken);

    private static bool IsWayKnown(Case @case) =>
        !@case.IsOnline || @case.Meeting.Room.Chat is not null || @case.IsSettled(FindChatDuty.KeyOf(@case))
        || (@case.IsSettled(CreateEventDuty.KeyOf(@case)) && @case.Meeting.Room.EventId is null);
}

/// <summary>Tells whoever was told of another time by card or letter when the meeting is now.</summary>
internal sealed class TellMovedDuty(Reach reach, Words words, TimeProvider clock) : IDuty
{
    // So long it may be moved once more.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(3);

    public static string Kind => "convening/tell-moved";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the new time";

    /// <summary>Only of the latest move: an earlier one is overtaken by it.</summary>
    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting is { Room: { MovedAt: { } moved, Convened: { } convened } room, Attendance.StartedAt: null }
            ? @case.Invited.Where(person => person.Id != @case.Meeting.Chair
                    && @case.Effects.GetValueOrDefault(InviteDuty.KeyOf(@case, person)) is { Settled: not null } told && told.At < moved)
                .Select(person => new Owed($"{Kind}/{@case.Meeting.Id.Value}/{room.Moves}/{person.Id.Value}", moved + Wait)
                {
                    To = person.Id,
                    LapsesAt = convened.EndsAt,
                })
            : [];

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            InvitationCard.Moved(@case, @case.Find(owed.To.Value)!, words, clock.GetUtcNow()), cancellationToken);
}

/// <summary>Tells whoever was invited that there is somebody else, or another name or address, to look for in their records (P1).</summary>
internal sealed class TellPeopleToCheckDuty(Reach reach, Words words, TimeProvider clock) : IDuty
{
    // So long another may be named.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(3);

    public static string Kind => "calling/people-to-check";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of whom else to check";

    public static IEnumerable<Owed> Owes(Case @case) =>
        from person in @case.Meeting.Attendance.EndedAt is null ? @case.Invited : []
        let told = @case.Effects.GetValueOrDefault(InviteDuty.KeyOf(@case, person))
        where told is { Settled: not null, IsRefused: false }
        let changed = Telling.OfPeople(@case, person, told.At)
        where changed is not null
        select new Owed($"{Kind}/{@case.Meeting.Id.Value}/{changed.Number}/{person.Id.Value}", changed.At + Wait)
        {
            To = person.Id,
            WorthUntil = CallingPhase.Over(@case),
        };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) => reach.TellAsync(
        @case, @case.Find(owed.To!.Value)!, owed, attempt, new(Card(@case), "Whom to check was changed; open your part.")
        {
            InLetter = "What to look for in your records was changed since I asked you.",
            Asks = new(1, InvitationCard.AnswerBy(@case, words, clock.GetUtcNow()), "look in your records again"),
        }, cancellationToken);

    internal static AdaptiveCard Card(Case @case) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("Whom to check was changed since you were invited.") { Weight = TextWeight.Bolder },
            new TextBlock("Somebody was added, or has another name or address now. Please look in your records again."),
        ],
        [WhoToCheck.Send(@case)]);
}

/// <summary>The invitation in a person's own chat.</summary>
internal static class InvitationCard
{
    // So long before the start an answer is still of use to whoever has to ring somebody else.
    private static readonly TimeSpan BeforeTheStart = TimeSpan.FromMinutes(15);

    private static readonly TimeOnly EndOfOffice = new(17, 0);

    public static Notification For(Case @case, Participant to, Words words, DateTimeOffset now) => @case.HappenedAlready
        ? Card(@case, words, "It was held", "A meeting is being written down that was held",
            "You were named as one of it. See whose records to check, and add what your agency knows: type **next** to me.") with
        {
            InLetter = "A short meeting between agencies was held, and you are named as one of it.",
            Asks = new(1, AnswerBy(@case, words, now), "add what your agency knows"),
        }
        : Card(@case, words, "You are invited", "You are invited",
            "See whose records to check before it. The invitation is in your calendar too.") with
        {
            InLetter = "Please join a short meeting between agencies that I chair.",
            Asks = new(1, AnswerBy(@case, words, now),
                to.IsInbox ? "say who will attend" : "say if you're coming, and check your records"),
        };

    /// <summary>The same at its new time.</summary>
    public static Notification Moved(Case @case, Participant to, Words words, DateTimeOffset now) =>
        Card(@case, words, "It is moved", "The meeting is moved. It is now",
            "What you answered was for the old time. Please answer again.") with
        {
            InLetter = "The meeting that I asked you to is moved. This is its new time.",
            Asks = new(1, AnswerBy(@case, words, now), to.IsInbox ? "say who will attend" : "say if you can come now"),
        };

    /// <summary>The end of the office day, or a quarter of an hour before the start if that is earlier or the office is closed.</summary>
    /// <returns><c>null</c>: now, as it is too late for either.</returns>
    public static DateTimeOffset? AnswerBy(Case @case, Words words, DateTimeOffset now)
    {
        var evening = words.At(words.LocalDate(now), EndOfOffice);
        var last = @case.Meeting.Room.Convened!.StartsAt - BeforeTheStart;
        return evening > now && (evening < last || @case.HappenedAlready) ? evening : last > now ? last : null;
    }

    private static Notification Card(Case @case, Words words, string title, string said, string next)
    {
        var convened = @case.Meeting.Room.Convened!;
        var when = $"{words.When(convened.StartsAt)} to {words.Time(convened.EndsAt)}";
        var card = FormCard.Of($"{title}: {@case.Id} {@case.CheckWord}", null,
            [new TextBlock(when), new PlainText(CalledBy(@case)) { IsSubtle = true }, new TextBlock(next) { IsSubtle = true }],
            [
                .. @case.HappenedAlready
                    ? (IReadOnlyList<CardAction>)[]
                    : [new PartId(PartIds.Invitation).Send("Answer", CaseForm.Of(@case))],
                WhoToCheck.Send(@case),
                .. @case.Meeting.Room.Chat is { } chat ? (IReadOnlyList<CardAction>)[new OpenUrlAction("Join", new Uri(chat.JoinUrl))] : [],
            ]);
        return new(card, $"{said}: {when}.");
    }

    /// <summary>Who decided to hold it.</summary>
    private static string CalledBy(Case @case) => @case.Find(@case.Meeting.HeldBy) is not { } chair ? "" : $"Called by {string.Join(", ",
        new[] { chair.Name, chair.JobTitle }.Where(part => part.Length > 0).Select(Shortened.Name))}";
}
