using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>A duty that goes out with others of the same morning, in the day's one message (P20).</summary>
internal interface IRoutine
{
    /// <summary>Whom it tells.</summary>
    /// <returns><c>null</c> where it waits for nothing: a child's safety hangs on it, or it is due at an hour of its own.</returns>
    Participant? Whom(Case @case, Owed owed);

    /// <summary>What it says of all of its kind that one meeting owes one person.</summary>
    Notification Of(Case @case, IReadOnlyList<Owed> owed, Participant to);
}

/// <summary>Tells a person in one message what is due for them this morning on all their cases, and settles each of these duties.</summary>
/// <remarks>Of somebody's cases the first by reference tells; the others wait for it, and look there whether theirs was told. What it
/// told for others stands in its record under <c>digest/</c>. Who gets a letter is told of one case in it: its link opens one.</remarks>
internal sealed class Digest(
    Reach reach, Duties duties, Clerk clerk, IServiceProvider services, TimeProvider clock)
{
    /// <summary>The rung of what another case's message told.</summary>
    internal const string Key = "digest";

    private const string ByMail = "mail";

    // So that a case which can't be told holds the others up no longer than nobody minds.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15), Again = TimeSpan.FromMinutes(1);

    public static bool IsAtItsHour(Case @case, DateTimeOffset at)
    {
        var words = @case.Clocks.Words;
        return words.LocalTime(at) == @case.Profile.Calendar.DigestAt && @case.Clocks.Days.IsWorkingDay(words.LocalDate(at));
    }

    public async Task<Performed> TellAsync(
        IRoutine routine, Case @case, Owed owed, Participant to, Attempt attempt, CancellationToken cancellationToken)
    {
        if (routine.Whom(@case, owed) is null)
        {
            return await reach.TellAsync(@case, to, owed, attempt, routine.Of(@case, [owed], to), cancellationToken);
        }

        var now = clock.GetUtcNow();
        var others = @case.IsShutTo(to) ? [] : await OthersAsync(@case, to, now, cancellationToken);
        if (others.FirstOrDefault(other => other.Case.Effects.ContainsKey(ToldFor(@case.Id, owed.Key))) is { Case: { } told })
        {
            return new Performed.Delivered(Key, told.Id.Value);
        }

        if (now - owed.DueAt < Longest
            && others.Any(other => other.Due.Count > 0 && string.CompareOrdinal(other.Case.Id.Value, @case.Id.Value) < 0))
        {
            return new Performed.NotYet(Again);
        }

        var own = DueFor(@case, to, now, owed);
        var theirs = others.SelectMany(other => other.Due).ToList();
        var notification = DigestCard.Of(Sections(own), Sections(theirs));
        var performed = await reach.TellAsync(@case, to, owed, attempt, notification, cancellationToken);
        return performed is Performed.Delivered done
            ? done with { Facts = [.. done.Facts, .. Settled(own, theirs, owed, done)] }
            : performed;
    }

    private static IEnumerable<Fact> Settled(IReadOnlyList<Due> own, IReadOnlyList<Due> theirs, Owed owed, Performed.Delivered done) =>
        own.Where(due => due.Owed.Key != owed.Key).Select(due => due.Owed.Key)
            .Concat(done.Rung == ByMail ? [] : theirs.Select(due => ToldFor(due.Case.Id, due.Owed.Key)))
            .Select(key => new EffectSettled(key, EffectOutcome.Delivered, done.Rung, done.Receipt) { To = done.To });

    /// <summary>The key under which a case's record has what its message told for another.</summary>
    internal static string ToldFor(CaseId id, string key) => $"{Key}/{id.Value}/{key}";

    /// <summary>One for each meeting and kind, what is due first before the others.</summary>
    private static IReadOnlyList<Section> Sections(IReadOnlyList<Due> due) =>
    [
        .. due.GroupBy(one => (one.Case.Ref, Kind: one.Routine.GetType()))
            .Select(group => (Of: group.First(), Owed: group.Select(one => one.Owed).ToList()))
            .Select(group => (group.Owed, At: group.Of.Case, group.Of.Routine))
            .Select(group => new Section(group.Owed.Count,
                group.Routine.Of(group.At, group.Owed, group.Routine.Whom(group.At, group.Owed[0])!)))
            .OrderBy(section => section.Says.Asks?.By ?? DateTimeOffset.MinValue),
    ];

    /// <param name="mine">Which is being done, however often it was refused.</param>
    private IReadOnlyList<Due> DueFor(Case @case, Participant to, DateTimeOffset now, Owed? mine) =>
    [
        .. from owed in duties.OwedBy(@case)
           where owed.DueAt <= now
           where owed.Key == mine?.Key || !(owed.WasRefused || owed.LapsesAt <= now)
           let routine = duties.PerformerOf<IRoutine>(services, owed)
           where routine is not null
           let of = @case.About(owed.Meeting)!
           let whom = routine.Whom(of, owed)
           where whom is not null && IsOne(whom, to) && !of.IsShutTo(whom)
           select new Due(of, owed, routine),
    ];

    /// <summary>The other cases of somebody in Teams. Who only has a letter is asked on each case apart.</summary>
    private async Task<IReadOnlyList<(Case Case, IReadOnlyList<Due> Due)>> OthersAsync(
        Case @case, Participant to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<(Case, IReadOnlyList<Due>)>();
        foreach (var id in to.InTeams is { } person
            ? await clerk.CasesOfAsync(new(person, to.Name, to.Mail, ""), cancellationToken)
            : [])
        {
            try
            {
                if (id != @case.Id && await clerk.LoadAsync(id, cancellationToken) is { Exists: true } other)
                {
                    found.Add((other, DueFor(other, to, now, null)));
                }
            }
            catch (LeftAloneException)
            {
                // Nothing is told of it, here or by itself.
            }
        }

        return found;
    }

    /// <summary>In Teams by who they are, on all cases; else on this case alone, as two people may read one mailbox.</summary>
    private static bool IsOne(Participant one, Participant other) => one.InTeams is { } person
        ? person == other.InTeams
        : other.InTeams is null && one.Id == other.Id;

    private sealed record Due(Case Case, Owed Owed, IRoutine Routine);

    internal sealed record Section(int Count, Notification Says);
}

/// <summary>The day's one message.</summary>
internal static class DigestCard
{
    private const int Most = 12;

    /// <param name="own">Of the case that a letter's link opens.</param>
    public static Notification Of(IReadOnlyList<Digest.Section> own, IReadOnlyList<Digest.Section> theirs)
    {
        if (own is [var single] && theirs.Count == 0)
        {
            return single.Says;
        }

        var sections = own.Concat(theirs).OrderBy(section => section.Says.Asks?.By ?? DateTimeOffset.MinValue).ToList();
        var letter = Count(own);
        return new(Fitting(sections), $"{Things(sections.Sum(section => section.Count))}; open your part.")
        {
            InLetter = $"{Things(letter)}.",
            Asks = new(letter, own.Select(section => section.Says.Asks?.By).Where(by => by is not null).Min(),
                "say what became of each"),
        };
    }

    private static int Count(IReadOnlyList<Digest.Section> sections) => sections.Sum(section => section.Count);

    private static string Things(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} thing{(count == 1 ? " waits" : "s wait")} for you this morning");

    private static AdaptiveCard Fitting(List<Digest.Section> sections)
    {
        for (var shown = Math.Min(Most, sections.Count); ; shown--)
        {
            var card = Draw(sections, shown);
            if (shown == 1 || CardSize.Utf16Bytes(card) <= CardSize.LimitInBytes)
            {
                return card;
            }
        }
    }

    private static AdaptiveCard Draw(List<Digest.Section> sections, int shown)
    {
        var left = Count([.. sections.Skip(shown)]);
        return FormCard.Of(Things(Count(sections)), null,
        [
            .. sections.Take(shown).Select((section, at) => new Container(
            [
                .. section.Says.Card.Body,
                .. section.Says.Card.Actions is { Count: > 0 } actions ? (IReadOnlyList<CardElement>)[new ActionSet([.. actions])] : [],
            ])
            { Separator = at > 0 }),
            .. left == 0 ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock($"And {left} more: type “due” to see them.") { IsSubtle = true }],
        ]);
    }
}
