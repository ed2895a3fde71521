namespace StrategyBot.Cases;

/// <summary>A meeting that was called and does not take place.</summary>
/// <param name="Meeting">As it was, with what it has outside: that is taken back.</param>
/// <param name="InItsPlace">The one that may be called instead.</param>
internal sealed record CancelledMeeting(Meeting Meeting, MeetingId InItsPlace, Decided<MeetingCancelled> Said);
