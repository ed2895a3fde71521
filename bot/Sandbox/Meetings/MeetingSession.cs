namespace StrategyBot.Sandbox.Meetings;

/// <summary>One run of a meeting, from the first to join until the last to leave; a meeting may have several.</summary>
/// <param name="Id">Serves as Graph's attendance report id too.</param>
/// <param name="OnlineMeetingId">Graph's onlineMeeting id.</param>
/// <param name="StartedAt">By the case clock.</param>
/// <param name="EndedAt"><c>null</c> while it runs.</param>
/// <param name="Visits">Who was in it; somebody who came back has two.</param>
internal sealed record MeetingSession(
    string Id, string OnlineMeetingId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, IReadOnlyList<Visit> Visits)
{
    public bool HasIn(string aadObjectId) => EndedAt is null && Visits.Any(visit => visit.PersonId == aadObjectId && visit.LeftAt is null);
}

/// <summary>One person's stay in a session.</summary>
internal sealed record Visit(string PersonId, DateTimeOffset JoinedAt, DateTimeOffset? LeftAt);
