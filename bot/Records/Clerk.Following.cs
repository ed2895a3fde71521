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
}
