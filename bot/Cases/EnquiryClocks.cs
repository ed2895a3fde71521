using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>The days of a section 47 enquiry and the limit of its conference, once for all children whose enquiry one meeting started
/// (R94–R107, P9). Pure.</summary>
internal static class EnquiryClocks
{
    public const string Conference = "conference";

    public static IEnumerable<CaseClock> Of(Case @case, Clocks clocks) => EnquiryPipeline.Of(@case, clocks)
        .Where(child => child.StartedOn is not null)
        .GroupBy(child => (child.Enquiry.By, On: child.StartedOn!.Value))
        .SelectMany(started => Of(@case, started.Key.By, started.Key.On, [.. started], clocks));

    private static IEnumerable<CaseClock> Of(
        Case @case, Meeting meeting, DateOnly startedOn, IReadOnlyList<ChildEnquiry> children, Clocks clocks)
    {
        CaseClock Clock(string id, string label, IReadOnlyList<ChildEnquiry> whose, Deadline due) => new($"{meeting.Id.Value}/{id}",
            $"{(whose.Count == @case.Children.Count ? "" : $"{string.Join(", ", whose.Select(one => one.Child.Number))}: ")}{label}", due);

        foreach (var step in children.SelectMany(child => child.Steps).Where(state => state.Due is not null)
            .GroupBy(state => (state.Step.Id, state.Due!.On)).OrderBy(step => step.Key.On))
        {
            var states = step.ToList();
            var whose = children.Where(child => states.Exists(state => state.Child == child.Child)).ToList();
            yield return Clock(step.Key.Id, $"{states[0].Step.Title} by", whose, states[0].Due!) with
            {
                DoneAt = states.TrueForAll(state => state.DoneAt is not null) ? states.Max(state => state.DoneAt) : null,
                IsTracked = EnquiryPipeline.IsTracked(states[0].Due!) && states.Exists(state => state.ReadyAt is not null),
            };
        }

        var open = children.Where(child => child.Need != Facts.Conference.No).ToList();
        if (open.Count == 0)
        {
            yield break;
        }

        if (open.Exists(child => child.Work.Arranged is null))
        {
            var days = EnquiryDays.For(clocks, @case.Profile, startedOn);
            yield return Clock("conference-first-slot", "Conference: book for", open, days.FirstSlot);
            yield return Clock("conference-last-slot", "or for", open, days.LastSlot);
        }

        yield return Clock(Conference, "Conference by", open, open[0].Limit!) with
        {
            DoneAt = open.TrueForAll(child => child.Work.Held is not null)
                ? open.Max(child => clocks.Words.At(child.Work.Held!.Fact.On, default)) : null,
            SaidDone = "Held",
        };
    }
}
