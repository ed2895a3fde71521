using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>The days of a section 47 enquiry and the limit of its conference, once for all children whose enquiry one meeting started
/// (R94–R104, P9). Pure.</summary>
internal static class EnquiryClocks
{
    public const string Conference = "conference";

    public static IEnumerable<CaseClock> Of(Case @case, Clocks clocks) => @case.Children
        .Select(child => (Child: child, Meeting: StartedBy(@case, child)))
        .Where(found => found.Meeting is not null)
        .GroupBy(found => (Meeting: found.Meeting!, On: StartedOn(found.Meeting!, found.Child)), found => found.Child)
        .SelectMany(started => Of(@case, started.Key.Meeting, started.Key.On, [.. started], clocks));

    /// <summary>Whether an enquiry goes on of which no meeting here is the start.</summary>
    public static bool StartedElsewhere(Case @case) => @case.Children.Any(child => StartedBy(@case, child) is null
        && CaseClocks.Called(@case).Any(meeting => meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact.Answer == Section47.Continue));

    private static Meeting? StartedBy(Case @case, Child child) =>
        CaseClocks.Called(@case).FirstOrDefault(meeting => Starts(meeting, child));

    /// <summary>The meeting that decided it, or the day on which it was decided otherwise afterwards; said again, it doesn't begin anew.
    /// </summary>
    private static DateOnly StartedOn(Meeting meeting, Child child)
    {
        var decided = meeting.Plan.Section47[child.Id];
        while (decided is { IsChange: true, Before: { Fact.Answer: Section47.Start } before })
        {
            decided = before;
        }

        return decided.IsChange ? Words.English.LocalDate(decided.At) : CaseClocks.On(meeting);
    }

    private static bool Starts(Meeting meeting, Child child) =>
        meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact.Answer == Section47.Start;

    private static IEnumerable<CaseClock> Of(
        Case @case, Meeting meeting, DateOnly startedOn, IReadOnlyList<Child> children, Clocks clocks)
    {
        var days = EnquiryDays.For(clocks, @case.Profile, startedOn);
        var whose = children.Count == @case.Children.Count ? "" : $"{string.Join(", ", children.Select(child => child.Number))}: ";
        CaseClock Clock(string id, string label, Deadline due) => new($"{meeting.Id.Value}/{id}", $"{whose}{label}", due);

        yield return Clock("quality-assurance", "Quality assurance told by", days.QualityAssuranceTold);
        yield return Clock("progress-check", "Progress check by", days.ProgressCheck);
        var conference = children.Any(child => IsOpen(@case, child));
        if (conference)
        {
            yield return Clock("convening-form", "Convening form and family told by", days.ConveningForm);
            yield return Clock("conference-chair", "Conference chair assigned by", days.Assigned);
        }

        yield return Clock("enquiry-authorised", "Enquiry authorised by", days.Authorised);
        if (conference)
        {
            yield return Clock("conference-invitations", "Conference invitations sent by", days.Invites);
            yield return Clock("conference-first-slot", "Conference: book for", days.FirstSlot);
            yield return Clock("conference-last-slot", "or for", days.LastSlot);
            yield return Clock(Conference, "Conference by",
                ConferenceLimits.Hold(clocks, @case.Profile.Conference, CountedFrom(@case, children[0])));
        }
    }

    /// <summary>Whether a conference is held or may yet be (R55): the latest answer on the child isn't No.</summary>
    private static bool IsOpen(Case @case, Child child) =>
        CaseClocks.Called(@case).Select(meeting => meeting.Plan.Conference.GetValueOrDefault(child.Id))
            .LastOrDefault(decided => decided is not null)?.Fact.Answer != Facts.Conference.No;

    /// <summary>R95.</summary>
    private static DateOnly CountedFrom(Case @case, Child child) => ConferenceLimits.CountedFrom(
        @case.Profile.Conference,
        CaseClocks.Called(@case).Select(meeting =>
            new ConferenceLimits.MeetingHeld(
                Starts(meeting, child) ? StartedOn(meeting, child) : CaseClocks.On(meeting), Starts(meeting, child))))!.Value;
}
