using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Reads what people answered to the conference in their calendars, until it begins.</summary>
internal sealed class ConferenceAnswersWatch(Invitations invitations) : IWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    public static string Kind => "enquiring/conference-answers";

    public static bool IsOfCase => true;

    public static Watching? Over(Case @case)
    {
        var standing = Standing(@case);
        return standing.Count == 0 ? null
            : new(standing.Min(one => one.Event.At), standing.Max(one => one.Conference.Arranged.Fact.At), Every);
    }

    public async Task<Func<Case, IReadOnlyList<Cases.Fact>>> LookAsync(Case @case, CancellationToken cancellationToken)
    {
        var told = new List<(ChildId Lead, string EventId, InvitationState State)>();
        foreach (var (conference, created) in Standing(@case))
        {
            told.Add((conference.Lead.Id, created.Fact.EventId, await invitations.ReadAsync(created.Fact.EventId, cancellationToken)));
        }

        return now => [.. told.SelectMany(one => Learned(now, one.Lead, one.EventId, one.State))];
    }

    private static List<(ArrangedConference Conference, Decided<ConferenceEventCreated> Event)> Standing(Case @case) =>
        [.. from conference in ConferenceCalendar.Of(@case)
            let created = conference.Event(@case)
            where created is not null
            select (conference, created)];

    /// <summary>What is new, of the time that stands.</summary>
    private static IEnumerable<Cases.Fact> Learned(Case @case, ChildId lead, string eventId, InvitationState state)
    {
        if (Standing(@case).Find(one => one.Conference.Lead.Id == lead && one.Event.Fact.EventId == eventId) is not { Event: not null } one
            || one.Conference.Arranged.Fact.At != state.StartsAt)
        {
            yield break;
        }

        foreach (var person in one.Conference.Invited(@case))
        {
            var answer = state.Responses.FirstOrDefault(response => MailAddress.Same(response.Mail, person.Mail)) switch
            {
                { Answer: InvitationResponse.Accepted } yes => (Rsvp.Coming, yes.At),
                { Answer: InvitationResponse.Declined } no => (Rsvp.CannotCome, no.At),
                _ => ((Rsvp, DateTimeOffset?)?)null,
            };
            if (answer is var (said, at) && one.Conference.Of[0].Work.Answers.GetValueOrDefault(person.Id)?.Fact.Answer != said)
            {
                yield return new ConferenceAnswered(person.Id, said) { Child = lead, HappenedAt = at };
            }
        }
    }
}
