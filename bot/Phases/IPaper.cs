using StrategyBot.Conversations;

namespace StrategyBot.Phases;

/// <summary>A document besides the minutes, which a link opens once.</summary>
internal interface IPaper
{
    /// <summary>Names it in the fact that offers it, and in the access log.</summary>
    string Kind { get; }

    Capability Needs { get; }

    /// <param name="asker">Whose rights on other cases a list asks again, as those on this one were.</param>
    /// <param name="view">The case whose record holds the link.</param>
    /// <param name="about">Whose it is, by an id of the case; of a list over cases, which.</param>
    /// <param name="isTaken">It is handed out now: what a list shows of other cases is noted as read.</param>
    /// <returns><c>null</c>: it may not be read now.</returns>
    Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken);
}

/// <param name="Name">Names the case by its reference at most, and nobody of the family.</param>
internal sealed record PaperFile(string Name, string ContentType, byte[] Content);

/// <summary>Hands out links to documents: each is shown to one person, and opens once within ten minutes.</summary>
internal interface IPaperLinks
{
    /// <param name="paper">The document's <see cref="IPaper.Kind"/>.</param>
    /// <returns><c>null</c> where no link can be had.</returns>
    Task<Uri?> IssueAsync(Turn turn, CaseView view, string paper, string about, CancellationToken cancellationToken);
}
