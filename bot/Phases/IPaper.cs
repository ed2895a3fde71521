using StrategyBot.Conversations;

namespace StrategyBot.Phases;

/// <summary>A document besides the minutes, which a link opens once.</summary>
internal interface IPaper
{
    /// <summary>Names it in the fact that offers it, and in the access log.</summary>
    string Kind { get; }

    Capability Needs { get; }

    /// <param name="about">Whose it is, by an id of the case.</param>
    /// <returns><c>null</c>: it may not be read now.</returns>
    PaperFile? Write(CaseView view, string about, DateTimeOffset now);
}

/// <param name="Name">Names the case by its reference, and nobody of the family.</param>
internal sealed record PaperFile(string Name, byte[] Content);

/// <summary>Hands out links to documents: each is shown to one person, and opens once within ten minutes.</summary>
internal interface IPaperLinks
{
    /// <param name="paper">The document's <see cref="IPaper.Kind"/>.</param>
    /// <returns><c>null</c> where no link can be had.</returns>
    Task<Uri?> IssueAsync(Turn turn, CaseView view, string paper, string about, CancellationToken cancellationToken);
}
