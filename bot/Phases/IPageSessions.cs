namespace StrategyBot.Phases;

/// <summary>Who is signed in on the page behind a link, for what is fetched outside of it: a document.</summary>
internal interface IPageSessions
{
    /// <param name="id">The session as the record knows it.</param>
    /// <returns><c>null</c> if this browser doesn't have it, or it is over.</returns>
    Task<Asker?> FindAsync(HttpContext http, CaseId @case, string id, CancellationToken cancellationToken);
}
