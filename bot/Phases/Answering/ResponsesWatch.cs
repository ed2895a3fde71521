using StrategyBot.Graph;
using StrategyBot.Obligations;

namespace StrategyBot.Phases.Answering;

/// <summary>Reads the answers that people give in their calendar, until the meeting starts.</summary>
internal sealed class ResponsesWatch(Invitations invitations) : IWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public static string Kind => "attending/responses";

    public static Watching? Over(Case @case) =>
        @case.Meeting is { Room: { EventId: not null, ConvenedAt: { } from, Convened: { } convened }, Attendance.StartedAt: null }
            ? new(from, convened.EndsAt, Every)
            : null;

    public async Task<Func<Case, IReadOnlyList<Cases.Fact>>> LookAsync(Case @case, CancellationToken cancellationToken)
    {
        var state = await invitations.ReadAsync(@case.Meeting.Room.EventId!, cancellationToken);
        var told = state.Responses.Select(Read).OfType<CalendarAnswer>().ToList();
        // Until the calendar has the new time too, what stands there was answered to the old one.
        return now => now.Meeting.Room is { MovedAt: not null, Convened: { } convened } && convened.StartsAt != state.StartsAt
            ? []
            : InvitationRule.FromCalendar(now, told);
    }

    /// <summary>A tentative answer is none: the form asks on.</summary>
    private static CalendarAnswer? Read(Response response) => response.Answer switch
    {
        InvitationResponse.Accepted => new(response.Mail, Rsvp.Coming, response.At) { Name = response.Name },
        InvitationResponse.Declined => new(response.Mail, Rsvp.CannotCome, response.At) { Name = response.Name },
        _ => null,
    };
}
