using StrategyBot.Obligations;

namespace StrategyBot.Phases.Minuting;

/// <summary>What is not authorised or told yet while the minutes are approved. It is shown, and holds nothing up (P30). Pure.</summary>
internal static class NotYetRule
{
    /// <param name="owed">All that the case still owes.</param>
    public static IReadOnlyList<string> Of(Case @case, IEnumerable<Owed> owed, Words words)
    {
        var (meeting, plan) = (@case.Meeting, @case.Meeting.Plan);
        var told = owed.Where(one => one.Meeting == meeting.Id && one.Key.StartsWith(PlanHolder.Tells, StringComparison.Ordinal))
            .Select(one => one.To is { } to ? @case.Find(to)?.Name : null).OfType<string>().Distinct().ToList();
        return
        [
            .. plan is { HasEnquiry: true, Authorised: null }
                ? [plan.HeldBack is { } held
                    ? $"The section 47 enquiry is not yet authorised: {@case.Find(held.By)?.Name ?? "a manager"} said why on "
                        + $"{words.Date(words.LocalDate(held.At))}."
                    : "The section 47 enquiry is not yet authorised."]
                : Array.Empty<string>(),
            .. ChangeSince.SinceAuthorised(@case) is { } change
                ? [$"The plan was changed {words.When(change.At)}, and is not yet authorised since the change."]
                : Array.Empty<string>(),
            .. plan.AgreedAt is null && (plan.Open.Any() || Holders(@case).Any())
                ? ["The immediate plan is not agreed, so nobody is told what is theirs."]
                : Array.Empty<string>(),
            .. told.Count > 0 ? [$"Not told yet of what was decided: {string.Join(", ", told)}."] : Array.Empty<string>(),
            .. plan.AgreedAt is null ? [] : Holders(@case)
                .Where(held => !Telling.IsConfirmed(@case, held.Key, held)).Select(held => @case.Find(held.Key)?.Name).OfType<string>()
                .Select(name => $"{name} holds a child, and has not said that they know the outcome."),
        ];
    }

    private static IEnumerable<IGrouping<ParticipantId, Child>> Holders(Case @case) => @case.Children
        .Where(child => @case.Meeting.Safety.Holders.GetValueOrDefault(child.Id)?.Fact.Holder is not null)
        .GroupBy(child => @case.Meeting.Safety.Holders[child.Id].Fact.Holder!.Value);
}
