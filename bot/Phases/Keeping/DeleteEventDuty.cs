using System.Globalization;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Phases.Keeping;

/// <summary>Deletes the entry of a meeting or a conference that is over from the organiser's calendar, with who was asked and what they
/// answered (P16).</summary>
internal sealed class DeleteEventDuty(Invitations invitations) : IDuty<string>
{
    public static string Kind => "keeping/delete-event";

    public static DateTimeOffset Since => ExpireRecordDuty.Since;

    public static string Says => "a calendar entry, deleted";

    public static bool OutlivesClosing => true;

    /// <summary>Not of one that was cancelled: its entry went then.</summary>
    public static IEnumerable<Owed<string>> Owes(Case @case) =>
        @case.Meeting.Id != @case.Meetings[^1].Id || !RetentionRule.IsGoing(@case) ? [] :
        from one in Meetings(@case).Concat(Conferences(@case))
        where one.At < @case.Keeping.Expired!.At
        select new Owed<string>($"{Kind}/{one.Key}", @case.Keeping.Expired!.At, one.EventId);

    public async Task<Performed> PerformAsync(Case @case, Owed<string> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            return new Performed.Delivered(await invitations.DeleteAsync(owed.About, cancellationToken) || attempt.IsUnknown
                ? OutsideCopies.Deleted : OutsideCopies.NotThere, "");
        }
        catch (EffectFailedException no) when (no.Failure == EffectFailure.Refused)
        {
            return new Performed.Delivered(OutsideCopies.NotReached, "");
        }
    }

    private static IEnumerable<(string Key, string EventId, DateTimeOffset At)> Meetings(Case @case) =>
        from meeting in @case.Meetings
        where meeting.Room is { EventId: not null, Convened: not null }
        select (meeting.Id.Value, meeting.Room.EventId!, meeting.Room.Convened!.EndsAt);

    private static IEnumerable<(string Key, string EventId, DateTimeOffset At)> Conferences(Case @case) =>
        (from enquiry in @case.Enquiries
         from created in enquiry.Value.Events
         select (string.Create(CultureInfo.InvariantCulture, $"{enquiry.Key.Value}/{created.Seq}"), created.Fact.EventId, created.Fact.At))
        .DistinctBy(one => one.EventId);
}
