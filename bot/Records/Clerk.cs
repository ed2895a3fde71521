using StrategyBot.Records.Anchors;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Records;

/// <summary>The earliest instant at which a case owes something; the obligations' room answers it.</summary>
/// <param name="before">As it was before what is written now; <c>null</c> where its index is written again.</param>
internal delegate DateTimeOffset? EarliestDue(Case @case, Case? before, DateTimeOffset now);

/// <summary>The only door to a case: reads it, asks a rule, writes down the facts it gives, and asks again if another
/// instance was first.</summary>
/// <remarks>Decisions are taken one at a time per case within an instance;
/// the version guards only against another instance (design §3).</remarks>
internal sealed partial class Clerk(
    IRecord record, CaseCodec codec, AccessLog accessLog, EarliestDue earliestDue, TimeProvider clock, RecordSignal signal,
    OnShelves? onShelves = null, AnchorNotes? notes = null)
{
    // Only another instance can be in the way, and it holds a case for one append.
    private const int MaxAttempts = 16;

    // Far longer than any reference is.
    private const int LongestReference = 64;

    private readonly CaseFolders folders = new();

    /// <summary>Takes a decision for the person who asks.</summary>
    /// <param name="needs">What the verb declares; someone without it is refused before the rule is asked.</param>
    /// <param name="source">The activity's id: a redelivery decides nothing twice.</param>
    /// <param name="rule">The case as it stands and who asks; pure.</param>
    public Task<CaseAnswer> AskAsync(
        Asker asker, CaseRef at, Capability needs, string source, Func<Case, Participant, Decision> rule,
        CancellationToken cancellationToken) =>
        folders.AtAsync(at.Case, folder => TellAsync(folder, asker, at, needs, source, (@case, me) => rule(@case, me), cancellationToken),
            cancellationToken);

    /// <summary>Takes a form back: its rule sees the case as it stands and as the form showed it.</summary>
    /// <param name="shown">The version that the form showed; <c>null</c> where it doesn't say, and then nothing came between.</param>
    /// <param name="reading">What a refused form shows again, for the access log: that is a reading too. <c>null</c>: none.</param>
    /// <param name="rule">Pure; asked again if another instance was first.</param>
    public Task<CaseAnswer> SaveAsync(
        Asker asker, CaseRef at, Capability needs, string source, int? shown, string? reading, Func<Sitting, Decision> rule,
        CancellationToken cancellationToken) =>
        folders.AtAsync(at.Case, async folder =>
        {
            var told = await TellAsync(folder, asker, at, needs, source,
                (@case, me) => rule(SittingOf(folder, me, @case.Meeting.Id, shown)), cancellationToken);
            if (told is { Decision: Decision.Refused, View: not null } && reading is not null)
            {
                Note(at.Case, asker, reading);
            }

            return told;
        }, cancellationToken);

    /// <summary>The case cut to the person who asks, or why they don't see it. A reading is logged before it is answered.</summary>
    /// <param name="what">The part that is opened, for the access log; <c>null</c> for counts, which are no reading.</param>
    /// <exception cref="LeftAloneException">It can't be read, or isn't as it was written.</exception>
    public Task<CaseAnswer> ShowAsync(Asker asker, CaseRef at, Capability needs, string? what, CancellationToken cancellationToken) =>
        folders.AtAsync(at.Case, async folder =>
        {
            if ((await WhyNotAsync(folder, asker, at, needs, cancellationToken) ?? CaseIsClosed.To(folder.Case, needs)) is { } why)
            {
                return new CaseAnswer(why, null);
            }

            if (what is not null)
            {
                Note(at.Case, asker, what);
            }

            return new CaseAnswer(Decision.Already, ViewOf(folder, asker, at));
        }, cancellationToken);

    /// <summary>As <see cref="ShowAsync"/>, with <c>null</c> for anyone who may not.</summary>
    public async Task<CaseView?> ReadAsync(Asker asker, CaseRef at, Capability needs, string? what, CancellationToken cancellationToken) =>
        (await ShowAsync(asker, at, needs, what, cancellationToken)).View;

    /// <summary>Every case of the person who asks, as <see cref="ReadAsync"/> answers it; what can't be read is left out.</summary>
    public async Task<CasesRead> ReadAllAsync(Asker asker, Capability needs, string? what, CancellationToken cancellationToken)
    {
        var (views, closed, leftAlone) = (new List<CaseView>(), new List<CaseView>(), (LeftAloneException?)null);
        foreach (var id in await CasesOfAsync(asker, cancellationToken))
        {
            try
            {
                var view = await ReadAsync(asker, id, needs, what, cancellationToken);
                (view?.Case.Closed is null ? views : closed).AddRange(view is null ? [] : [view]);
            }
            catch (LeftAloneException left)
            {
                leftAlone ??= left;
            }
        }

        return new(views, leftAlone) { Closed = closed };
    }

    /// <summary>Notes that something of a case was shown which was read for another reason: for a save, or among others.</summary>
    /// <exception cref="ReadingClosedException">The log can't be written just now: then it isn't shown.</exception>
    public void NoteShown(Asker asker, CaseId id, string what) => Note(id, asker, what);

    /// <summary>Who read a case, for an auditor, whose looking is noted first; <c>null</c> where there is no such case.</summary>
    public async Task<CaseReadings?> AccessesAsync(Asker auditor, CaseId id, string what, CancellationToken cancellationToken)
    {
        var stream = CaseCodec.StreamOf(id);
        if ((await record.ReadAsync(stream, 0, cancellationToken)).Count == 0)
        {
            return null;
        }

        Note(id, auditor, what);
        var all = await record.AccessesAsync(stream, cancellationToken);
        try
        {
            return new(all, await LoadAsync(id, cancellationToken));
        }
        catch (LeftAloneException)
        {
            // Who read it can be told of a case that can't be read itself, by their ids.
            return new(all, null);
        }
    }

    /// <summary>Writes the first facts of a new case; its convener asks.</summary>
    public Task<CaseView> OpenAsync(
        Asker asker, CaseId id, string source, IReadOnlyList<Fact> facts, CancellationToken cancellationToken) =>
        folders.AtAsync(id, async folder =>
        {
            await RefreshAsync(folder, cancellationToken);
            await DecideAsync(folder, null, asker.Id, source, @case => @case.Version > 0 ? Decision.Already : Decision.Of(facts),
                cancellationToken);
            return folder.View(asker.On(folder.Case)!);
        }, cancellationToken);

    /// <summary>What the bot itself records: outcomes, and what it learned outside. The rule answers the facts, or none.</summary>
    public Task<Case> RecordAsync(CaseRef at, string source, Func<Case, IReadOnlyList<Fact>> rule, CancellationToken cancellationToken) =>
        folders.AtAsync(at.Case, async folder =>
        {
            await RefreshAsync(folder, cancellationToken);
            await DecideAsync(folder, at.Meeting, PersonId.Bot, source, @case => Decision.Of(rule(@case)), cancellationToken);
            return folder.Case;
        }, cancellationToken);

    /// <summary>The whole case, for the bot's own work; never for an answer to a person.</summary>
    /// <exception cref="LeftAloneException">It can't be read, or isn't as it was written.</exception>
    public Task<Case> LoadAsync(CaseId id, CancellationToken cancellationToken) =>
        folders.AtAsync(id, async folder =>
        {
            await RefreshAsync(folder, cancellationToken);
            return folder.Case;
        }, cancellationToken);

    /// <summary>Whether an activity wrote anything on a case.</summary>
    public Task<bool> HasWrittenAsync(CaseId id, string source, CancellationToken cancellationToken) =>
        record.HasSourceAsync(CaseCodec.StreamOf(id), source, cancellationToken);

    /// <summary>The cases a person is on, by identity or by the address that a chair confirmed.</summary>
    public async Task<IReadOnlyList<CaseId>> CasesOfAsync(Asker asker, CancellationToken cancellationToken)
    {
        if (asker.Link is { } link)
        {
            return [link.Case];
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var term in asker.Vouched.Select(CaseTerms.Mail).Prepend(CaseTerms.Person(asker.Id)))
        {
            found.UnionWith(await record.FindAsync(term, cancellationToken));
        }

        return [.. found.Select(CaseCodec.CaseOf)];
    }

    /// <summary>The case that a term finds alone, for example the one whose meeting has this chat.</summary>
    public async Task<CaseId?> FindAsync(string term, CancellationToken cancellationToken) =>
        await record.FindAsync(term, cancellationToken) is [var stream] ? CaseCodec.CaseOf(stream) : null;

    /// <summary>The meeting that has this chat.</summary>
    public async Task<CaseRef?> FindChatAsync(string thread, CancellationToken cancellationToken) =>
        await FindAsync(CaseTerms.Chat(thread), cancellationToken) is { } id
        && (await LoadAsync(id, cancellationToken)).WithChat(thread) is { } meeting
            ? new(id, meeting.Id)
            : null;

    /// <summary>Writes every index again from the records, and says of which cases it could.</summary>
    public async Task<(int Written, IReadOnlyList<LeftAloneException> LeftAlone)> RebuildIndexesAsync(CancellationToken cancellationToken)
    {
        var streams = await record.StreamsAsync("cases/", cancellationToken);
        var leftAlone = new List<LeftAloneException>();
        foreach (var stream in streams)
        {
            try
            {
                await ReindexAsync(stream, cancellationToken);
            }
            catch (LeftAloneException left)
            {
                leftAlone.Add(left);
            }
        }

        return (streams.Count - leftAlone.Count, leftAlone);
    }

    private async Task ReindexAsync(string stream, CancellationToken cancellationToken)
    {
        Case @case;
        Index index;
        do
        {
            @case = await LoadAsync(CaseCodec.CaseOf(stream), cancellationToken);
            try
            {
                index = IndexOf(@case, null);
            }
            catch (Exception failure)
            {
                // So much of it is gone that nothing can be told; the indexes that it has stay.
                throw new BrokenRecordException(@case.Id.Value, @case.Gone.FirstOrDefault()?.Seq ?? 1, failure);
            }
        }
        while (!await record.ReindexAsync(stream, @case.Version, index, cancellationToken));
    }

    private async Task<CaseAnswer> TellAsync(
        CaseFolder folder, Asker asker, CaseRef at, Capability needs, string source, Func<Case, Participant, Decision> rule,
        CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(folder, asker, at, needs, cancellationToken, writes: true) is { } why)
        {
            return new(why, null);
        }

        var meeting = MeantBy(folder.Case, asker, at);
        await RecogniseAsync(folder, asker, asker.On(folder.Case)!, source, cancellationToken);
        var repeated = await record.HasSourceAsync(CaseCodec.StreamOf(folder.Case.Id), source, cancellationToken);
        var decision = repeated
            ? Decision.Already
            : await DecideAsync(folder, meeting, asker.On(folder.Case)!.Person!.Value, source,
                // Another instance may have shut them out meanwhile.
                @case => asker.On(@case) is { } me ? CaseIsClosed.After(@case, Fitting(rule(@case, me))) : new NoSuchCase(),
                cancellationToken);
        // Somebody may be out by what they said themselves, and so may the meeting.
        return new(decision, ViewOf(folder, asker, new(at.Case, folder.Case.About(meeting)?.Meeting.Id))) { IsRepeated = repeated };
    }

    /// <summary>The meeting that is meant; where none is named, the latest that the person has to do with.</summary>
    private static MeetingId MeantBy(Case @case, Asker asker, CaseRef at) =>
        at.Meeting ?? (asker.On(@case) is { } known ? @case.LatestFor(known.Id) : @case).Meeting.Id;

    private CaseView? ViewOf(CaseFolder folder, Asker asker, CaseRef at) =>
        From(folder.Case, MeantBy(folder.Case, asker, at)) is { } @case && asker.On(@case) is { } reader
            ? folder.View(folder.Case.Find(reader.Id)!).About(@case.Meeting.Id)?.At(clock.GetUtcNow())
            : null;

    private static Case? From(Case @case, MeetingId? meeting) => meeting is { } id && @case.Exists ? @case.About(id) : @case;

    private static Sitting SittingOf(CaseFolder folder, Participant me, MeetingId meeting, int? shown)
    {
        var reader = folder.Case.Find(me.Id)!;
        var now = folder.View(reader).About(meeting)!;
        return shown is { } version && version < folder.Case.Version
            ? new(now, Earlier(folder.ViewAt(version, reader), folder.Case, meeting) ?? now,
                [.. folder.Entries.Where(entry => entry.Seq > version).Select(entry => CaseView.Cut(entry, reader))])
            : new(now, now, []);
    }

    /// <summary>Reads the case as it stands, and says why the person doesn't see it; <c>null</c> if they do.</summary>
    /// <param name="writes">Whoever broke the glass only reads.</param>
    private async Task<Refusal?> WhyNotAsync(
        CaseFolder folder, Asker asker, CaseRef at, Capability needs, CancellationToken cancellationToken, bool writes = false)
    {
        // A page may send none at all.
        if (folder.Case.Id.Value is not { Length: > 0 and <= LongestReference })
        {
            // Made up: no store is asked, and none could hold it as a key.
            return new NoSuchCase();
        }

        try
        {
            await RefreshAsync(folder, cancellationToken);
        }
        catch (LeftAloneException)
        {
            // What can't be read must not tell an outsider that it is there: the indexes say who is none.
            if ((await CasesOfAsync(asker, cancellationToken)).Contains(folder.Case.Id))
            {
                throw;
            }

            return new NoSuchCase();
        }

        var meant = folder.Case.Exists ? folder.Case.About(MeantBy(folder.Case, asker, at)) : null;
        return meant is null || asker.On(meant) is not { } known ? new NoSuchCase()
            : (writes ? known : BrokenGlass.Reading(meant, known, clock.GetUtcNow())).May(needs) ? null : new NotYourPart();
    }

    private void Note(CaseId id, Asker asker, string what) =>
        accessLog.Note(new(CaseCodec.StreamOf(id), asker.Id.Value, what, clock.GetUtcNow()));

    private async Task<Decision> DecideAsync(
        CaseFolder folder, MeetingId? meeting, PersonId by, string source, Func<Case, Decision> rule, CancellationToken cancellationToken)
    {
        using var save = Measures.Save();
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var @case = From(folder.Case, meeting);
            var decision = @case is null ? new NoSuchCase() : rule(@case);
            if (decision is not Decision.Accepted { Facts: { Count: > 0 } facts })
            {
                save.Outcome = decision is Decision.Accepted ? "Nothing" : nameof(Decision.Refused);
                return decision;
            }

            var named = facts.Select(fact => Of(@case!, fact)).ToList();
            var lines = codec.Write(folder.Case.Id, (folder.Case.Version, folder.Hash), named, by, source, clock.GetUtcNow());
            if (RecordLimits.Parts(lines, facts.TakeWhile(fact => fact is IPrecedes).Count()) is not { } parts)
            {
                return new TooLongAtOnce(RecordLimits.MostLetters);
            }

            switch (save.Ends(await AppendAsync(folder, parts, source, cancellationToken)))
            {
                case Appended.Written:
                    return decision;
                case Appended.Repeated:
                    await RefreshAsync(folder, cancellationToken);
                    return Decision.Already;
                default:
                    await RefreshAsync(folder, cancellationToken);
                    break;
            }
        }

        if ((await record.ReadAsync(CaseCodec.StreamOf(folder.Case.Id), folder.Case.Version - 1, cancellationToken)).Count == 0)
        {
            // Not another writer: what was read here before is no longer there.
            throw new BrokenRecordException(folder.Case.Id.Value, folder.Case.Version);
        }

        throw new TimeoutException($"Case {folder.Case.Id} changed {MaxAttempts} times while it was being decided.");
    }

    /// <summary>Names the meeting that a fact belongs to.</summary>
    private static Fact Of(Case @case, Fact fact) =>
        fact is IOfMeeting && fact.Meeting is null && @case.Exists ? fact with { Meeting = @case.Meeting.Id } : fact;

    /// <summary>Writes a decision that is longer than one append holds in several. What comes first says nothing until the last stands;
    /// the last alone has the source, so that a redelivery after a crash decides anew.</summary>
    private async Task<Appended> AppendAsync(
        CaseFolder folder, IReadOnlyList<IReadOnlyList<Line>> parts, string source, CancellationToken cancellationToken)
    {
        var stream = CaseCodec.StreamOf(folder.Case.Id);
        foreach (var part in parts)
        {
            var (next, entries) = folder.With(part, codec);
            var isLast = ReferenceEquals(part, parts[^1]);
            var appended = await record.TryAppendAsync(stream, folder.Case.Version, part,
                isLast ? source : $"{source}#before-{part[^1].Seq + 1}", IndexOf(next, folder.Case), cancellationToken);
            if (appended != Appended.Written)
            {
                return isLast ? appended : Appended.Raced;
            }

            folder.Take(next, entries, part);
            signal.Set(stream, part);
        }

        return Appended.Written;
    }

    /// <summary>An identity that matched the address a chair confirmed, or that a link vouches for, is recorded, so that it is matched on
    /// itself from now on.</summary>
    private async Task RecogniseAsync(CaseFolder folder, Asker asker, Participant known, string source, CancellationToken cancellationToken)
    {
        if (!known.Is(asker.Id))
        {
            await DecideAsync(folder, null, asker.Id, $"{source}/recognised",
                _ => new PersonRecognised(known.Id, asker.Id, asker.ChannelId) { Mail = asker.Link is null ? known.Mail : null },
                cancellationToken);
        }
    }

    private static Decision Fitting(Decision decision) =>
        decision is Decision.Accepted { Facts: var facts }
        && facts.SkipWhile(fact => fact is IPrecedes).Count() is > RecordLimits.MostLines and var count
            ? new TooMuchAtOnce(count, RecordLimits.MostLines)
            : decision;
}
