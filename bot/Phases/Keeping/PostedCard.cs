using StrategyBot.Reaching;

namespace StrategyBot.Phases.Keeping;

/// <summary>A card of ours that stands in a chat and has to go from there (P16). Pure.</summary>
/// <param name="Key">Names it for good within its case.</param>
/// <param name="To">Whose own chat it stands in.</param>
/// <param name="Meeting">In whose chat it stands, where it is nobody's own.</param>
/// <param name="ActivityId">By which Teams knows it.</param>
/// <param name="At">Since when it is there.</param>
internal sealed record PostedCard(string Key, ParticipantId? To, MeetingId? Meeting, string ActivityId, DateTimeOffset At)
{
    /// <summary>The case in whose record it stands: what a morning told of several went in one card.</summary>
    public CaseId? With { get; init; }

    /// <summary>Those that have to go, and from when: all once the case's time is over; before that, what somebody has of it for whom it
    /// was not, up to when it was closed to them.</summary>
    public static IEnumerable<(PostedCard Card, DateTimeOffset At)> ToGo(Case @case)
    {
        if (@case.Keeping.Expired is { } over)
        {
            return RetentionRule.IsGoing(@case) ? Of(@case).Select(card => (card, over.At)) : [];
        }

        var shut = @case.Keeping.Reports.Where(report => report.Said.Fact.Who.Count > 0)
            .SelectMany(report => report.Said.Fact.Who.Select(who => (Who: who, report.Said.At)))
            .GroupBy(one => one.Who).ToDictionary(one => one.Key, one => one.Max(said => said.At));
        return shut.Count == 0 ? [] :
            from card in Of(@case)
            from to in new[] { card.To }.OfType<ParticipantId>()
            where shut.ContainsKey(to)
            let at = shut[to]
            // One that was on its way while the case was closed to them goes too.
            where card.At <= at || (@case.Find(to) is { } person && @case.IsShutTo(person))
            select (card, card.At > at ? card.At : at);
    }

    /// <summary>The meeting's chat; <c>null</c> where there is none.</summary>
    public static ChatReachable? ChatOf(Case @case, MeetingId meeting) =>
        MeetingsOf(@case).FirstOrDefault(one => one.Id == meeting)?.Room.Reachable;

    /// <summary>One that was changed in its place, as the hub is, stands there once.</summary>
    private static IEnumerable<PostedCard> Of(Case @case) =>
        from one in @case.Effects
        where one.Value is { IsDelivered: true, Settled.Receipt.Length: > 0 }
        let card = Of(@case, one.Key, one.Value)
        where card is not null
        group card by card.Key into same
        select same.MinBy(card => card.At);

    private static PostedCard? Of(Case @case, string key, Effect effect)
    {
        var settled = effect.Settled!;
        switch (settled.Rung)
        {
            case Reach.PersonalChat or Reach.Installed:
                var to = settled.To ?? PersonIn(@case, key);
                return new($"{to.Value}/{settled.Receipt}", to, null, settled.Receipt, effect.At);
            case Reach.MeetingChat:
                var meeting = MeetingIn(@case, key);
                return new($"{meeting.Value}/{settled.Receipt}", null, meeting, settled.Receipt, effect.At);
            case Digest.Key:
                return new($"{Digest.Key}/{key}", PersonIn(@case, key), null, Digest.ToldFor(@case.Id, key), effect.At)
                {
                    With = new(settled.Receipt),
                };
            default:
                return null;
        }
    }

    /// <summary>Earlier releases wrote nobody down; but for the chair's own, the key says whose it is.</summary>
    private static ParticipantId PersonIn(Case @case, string key) =>
        key.Split('/').Select(part => @case.Find(new ParticipantId(part))).LastOrDefault(person => person is not null)?.Id
            ?? MeetingsOf(@case).First(meeting => meeting.Id == MeetingIn(@case, key)).Chair;

    private static MeetingId MeetingIn(Case @case, string key) =>
        MeetingsOf(@case).LastOrDefault(meeting => key.Split('/').Contains(meeting.Id.Value))?.Id ?? @case.Meetings[^1].Id;

    private static IEnumerable<Meeting> MeetingsOf(Case @case) => @case.Cancelled.Select(off => off.Meeting).Concat(@case.Meetings);
}
