using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>The days of a section 47 enquiry and the limit of its conference, once for all children whose enquiry one meeting started
/// (R94–R104, P9). Pure.</summary>
internal static class EnquiryClocks
{
    public const string Conference = "conference";

    public static IEnumerable<CaseClock> Of(Case @case, Clocks clocks) => Enquiry.Of(@case)
        .Where(enquiry => enquiry.StartedOn is not null)
        .GroupBy(enquiry => (enquiry.By, On: enquiry.StartedOn!.Value))
        .SelectMany(started => Of(@case, started.Key.By, started.Key.On, [.. started], clocks));

    private static IEnumerable<CaseClock> Of(
        Case @case, Meeting meeting, DateOnly startedOn, IReadOnlyList<Enquiry> enquiries, Clocks clocks)
    {
        var children = enquiries.Select(enquiry => enquiry.Child).ToList();
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
                ConferenceLimits.Hold(clocks, @case.Profile.Conference, CountedFrom(@case, enquiries[0])));
        }
    }

    /// <summary>Whether a conference is held or may yet be (R55): the latest answer on the child isn't No.</summary>
    private static bool IsOpen(Case @case, Child child) =>
        CaseClocks.Called(@case).Select(meeting => meeting.Plan.Conference.GetValueOrDefault(child.Id))
            .LastOrDefault(decided => decided is not null)?.Fact.Answer != Facts.Conference.No;

    /// <summary>R95.</summary>
    private static DateOnly CountedFrom(Case @case, Enquiry enquiry) => ConferenceLimits.CountedFrom(
        @case.Profile.Conference,
        CaseClocks.Called(@case)
            .Where(meeting => enquiry.Basis == EnquiryBasis.Before || meeting.Id != enquiry.By.Id)
            .Select(meeting => new ConferenceLimits.MeetingHeld(CaseClocks.On(meeting), false))
            .Append(new(enquiry.StartedOn!.Value, true)))!.Value;
}
