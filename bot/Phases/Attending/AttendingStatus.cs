using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>What the board says of who comes, who is there and what is open, the chair's with the numbers to ring.</summary>
internal static class AttendingStatus
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public static IEnumerable<StatusLine> For(CaseView view, DateTimeOffset now) => !view.Case.Meeting.IsConvened
        ? []
        : [.. Times(view.Case, now), .. Agencies(view, now), .. view.Reader.May(Capability.Lead) ? Chair(view.Case, now) : []];

    private static IEnumerable<StatusLine> Times(Case @case, DateTimeOffset now)
    {
        var (held, convened) = (@case.Meeting.Attendance, @case.Meeting.Room.Convened!);
        if (held.StartedAt is null && now >= convened.StartsAt + Late && @case.Circumstances?.Mode != MeetingMode.AlreadyHappened)
        {
            yield return new(1, $"Late: it should have started {Words.English.Day(now, convened.StartsAt)}.");
        }
    }

    private static IEnumerable<StatusLine> Agencies(CaseView view, DateTimeOffset now)
    {
        var @case = view.Case;
        var held = @case.Meeting.Attendance;
        var missing = Quorum.Core(@case).Except(Quorum.Covered(@case)).ToList();
        if (held.EndedAt is not null || missing.Count == 0)
        {
            yield break;
        }

        var urgent = held.StartedAt is not null || AnswersCard.IsUrgent(@case, now);
        yield return new(urgent ? 0 : 1, QuorumLine.Missing(@case, missing));
        if (view.Reader.May(Capability.Arrange))
        {
            // Of an agency that has not answered at all, the board says so already.
            foreach (var agency in missing.Where(agency => held.StartedAt is not null || @case.Invited.Any(person => person.Agency == agency && held.Answers.ContainsKey(person.Id))))
            {
                yield return new(urgent ? 0 : 1, Reachable.Line(@case, agency));
            }
        }
    }

    private static IEnumerable<StatusLine> Chair(Case @case, DateTimeOffset now)
    {
        var held = @case.Meeting.Attendance;
        foreach (var agency in held.Searches.Where(search => search.Value == RecordsFound.NeedMoreDetail).Select(search => @case.Find(search.Key.Participant)?.Agency).OfType<Agency>().Distinct())
        {
            yield return new(1, $"{agency.Name()} needs more detail to find the records.");
        }

        foreach (var person in @case.Invited.Where(person => held.StartedAt is null && held.Answers.GetValueOrDefault(person.Id)?.Answer == Rsvp.SendingDeputy && AnsweringInvitation.DeputyOf(@case, person) is null))
        {
            yield return new(1, $"{person.Agency.Name()} sends a deputy who is not named yet.");
        }

        if (held.ReadBack.Values.Count(answer => !answer.Agreed) is > 0 and var objections)
        {
            yield return new(1, $"Read-back: {objections} {(objections == 1 ? "says" : "say")} it is not what they said.");
        }

        if (held is { EndedAt: not null, CompletedAt: null, Gaps: { } gaps })
        {
            yield return new(gaps.DueAt < now ? 0 : 1, $"The record is not complete; what is open is due {Words.English.Day(now, gaps.DueAt)}.");
        }
    }
}
