namespace StrategyBot.Records;

/// <summary>What an open page asks again and again: how a case stands, and what came since.</summary>
internal sealed partial class Clerk
{
    /// <summary>As <see cref="ReadAsync"/>, with what was written after a version, cut to the person who asks.</summary>
    /// <param name="seen">The version; the case as it stands where it is of a later one.</param>
    public Task<(CaseView View, IReadOnlyList<Entry> Since)?> FollowAsync(
        Asker asker, CaseRef at, Capability needs, int seen, string? what, CancellationToken cancellationToken) =>
        folders.AtAsync<(CaseView, IReadOnlyList<Entry>)?>(at.Case, async folder =>
        {
            if (await WhyNotAsync(folder, asker, at, needs, cancellationToken) is not null || ViewOf(folder, asker, at) is not { } view)
            {
                return null;
            }

            if (what is not null)
            {
                Note(at.Case, asker, what);
            }

            return (view, [.. folder.Entries.Skip(Math.Max(0, seen)).Select(entry => CaseView.Cut(entry, view.Reader))]);
        }, cancellationToken);

    /// <summary>What the person who asks may read of a case and not everybody at its meetings, word for word.</summary>
    public Task<IReadOnlyList<string>> MarkedAsync(Asker asker, CaseRef at, Capability needs, CancellationToken cancellationToken) =>
        folders.AtAsync<IReadOnlyList<string>>(at.Case, async folder =>
            await WhyNotAsync(folder, asker, at, needs, cancellationToken) is null && ViewOf(folder, asker, at) is { } view
                ? MarkedWords.Of(folder.Entries, view.Reader)
                : [], cancellationToken);

    /// <summary>The case as it was at an earlier version, for whoever read it then.</summary>
    public Task<CaseView?> EarlierAsync(
        Asker asker, CaseRef at, Capability needs, int version, CancellationToken cancellationToken) =>
        folders.AtAsync<CaseView?>(at.Case, async folder =>
            await WhyNotAsync(folder, asker, at, needs, cancellationToken) is null && ViewOf(folder, asker, at) is { } now
                && version > 0 && version < now.Whole.Version
                ? Earlier(folder.ViewAt(version, folder.Case.Find(now.Reader.Id)!), folder.Case, now.Case.Meeting.Id)
                    ?.At(clock.GetUtcNow())
                : null, cancellationToken);

    /// <summary>As it was then: the meeting itself, or the one that was cancelled since and in whose place it stands.</summary>
    private static CaseView? Earlier(CaseView then, Case now, MeetingId? meeting) => meeting is not { } id ? null
        : then.About(id) ?? Earlier(then, now, now.InPlaceOf(id));

    /// <summary>Who read what of a case, for a page of whoever may know it.</summary>
    public Task<IReadOnlyList<Access>> ReadingsAsync(CaseId id, CancellationToken cancellationToken) =>
        record.AccessesAsync(CaseCodec.StreamOf(id), cancellationToken);

    /// <summary>Who read parts of a case that begin so, for a page of whoever may know it.</summary>
    public async Task<IReadOnlyList<Access>> ReadingsAsync(
        CaseId id, string one, string other, CancellationToken cancellationToken) =>
        [
            .. (await ReadingsAsync(id, cancellationToken)).Where(access =>
                access.What.StartsWith($"{one}/", StringComparison.Ordinal)
                || access.What.StartsWith($"{other}/", StringComparison.Ordinal)),
        ];

    /// <summary>The hash of a case's last line, by which all before it is known.</summary>
    public Task<string> LastHashAsync(CaseId id, CancellationToken cancellationToken) => folders.AtAsync(id, async folder =>
    {
        await RefreshAsync(folder, cancellationToken);
        return folder.Hash;
    }, cancellationToken);

    private async Task RefreshAsync(CaseFolder folder, CancellationToken cancellationToken)
    {
        var (stream, version) = (CaseCodec.StreamOf(folder.Case.Id), folder.Case.Version);
        var lines = await record.ReadAsync(stream, version, cancellationToken);
        if (lines.Count > 0)
        {
            folder.Read(lines, codec);
        }

        if (version > 0 && lines.Count > 0
            && (folder.Case.Keeping.Expired is not null || folder.Entries.Skip(version).Any(entry => entry.Fact is WordsGone)))
        {
            // Another instance took words out: what was read here before holds them.
            folder.Forget();
            folder.Read(await record.ReadAsync(stream, 0, cancellationToken), codec);
        }
    }
}
