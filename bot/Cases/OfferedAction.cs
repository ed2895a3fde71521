using System.Globalization;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Cases;

/// <summary>An action that follows from what was decided, with who does it and by when, as long as nobody has put it into the plan (P38).
/// Pure.</summary>
/// <param name="Key">Names it for good on its meeting: the rule's id, and the row that brought it.</param>
/// <param name="Audience">As the answer is marked that brought it.</param>
internal sealed record OfferedAction(
    string Key, FollowingAction Rule, string What, Participant Owner, DateTimeOffset DueAt, Audience Audience)
{
    private static readonly TimeOnly EndOfOffice = new(17, 0), Noon = new(12, 0);

    /// <summary>What was shown of it, so that no other is confirmed: which, who, by when.</summary>
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"{Key}|{Owner.Id.Value}|{DueAt.UtcDateTime:yyyyMMddHHmm}");

    /// <param name="case">As its reader has it: what is marked for others isn't offered.</param>
    public static IReadOnlyList<OfferedAction> Of(Case @case, DateTimeOffset now) =>
    [
        .. from rule in @case.Profile.Following ?? FollowingAction.Usual
           from brought in Brought(@case, rule).DistinctBy(one => one.Row)
           let key = brought.Row.Length == 0 ? rule.Id : $"{rule.Id}/{brought.Row}"
           where @case.Meeting.Plan.Actions.All(action => action.Fact.Follows != key)
               && @case.Meeting.Plan.NotNeeded.All(one => one.Fact.Offered != key)
           select new OfferedAction(key, rule, rule.Say(@case.Profile, brought.Who), WhoDoes(@case, rule.Owner), By(@case, rule, now),
               brought.Audience),
    ];

    /// <summary>What follows, and what is usual: whatever a person may put into the plan by its key.</summary>
    public static IReadOnlyList<OfferedAction> All(Case @case, DateTimeOffset now) =>
        [.. Of(@case, now), .. (@case.Profile.UsualActions ?? []).SelectMany(set => Usual(@case, set, now))];

    /// <summary>What the procedure usually has done in a kind of case, with whom and when it proposes (R141).</summary>
    public static IReadOnlyList<OfferedAction> Usual(Case @case, UsualActions set, DateTimeOffset now) =>
    [
        .. set.Rows.Select((row, place) => Proposed(@case, $"usual/{set.Id}/{place}", row, now))
            .Where(one => @case.Meeting.Plan.Open.All(action => action.Fact.Follows != one.Key && action.Fact.What != one.What)),
    ];

    private static OfferedAction Proposed(Case @case, string key, UsualActions.Row row, DateTimeOffset now)
    {
        var rule = new FollowingAction(key, "", row.What, row.Purpose, row.Owner ?? "socialWorker", row.WorkingDays ?? 1);
        return new(key, rule, row.What, WhoDoes(@case, rule.Owner), By(@case, rule, now), Audience.Professionals);
    }

    private static IEnumerable<(string Row, string Who, Audience Audience)> Brought(Case @case, FollowingAction rule)
    {
        var meeting = @case.Meeting;
        foreach (var (heading, tick) in rule.Answers)
        {
            if (heading == "section47" && @case.OfChildren(meeting.Plan.Section47).Any(
                decided => WordTables.ValueOf(decided.Fact.Answer) == tick))
            {
                yield return ("", "", Audience.Professionals);
            }

            if (heading == "safety-plan" && meeting.SafetyPlan.Considered is { Fact: var considered }
                && WordTables.ValueOf(considered.Fit) == tick)
            {
                yield return ("", "", Audience.Professionals);
            }

            foreach (var row in meeting.Assessment.RowsOf(heading).Where(row => row.Fact.Of("what") == tick))
            {
                yield return (row.Id.Value, row.Fact.Of("who"), row.Fact.Audience);
            }

            var standing = meeting.Assessment.Of(heading).Standing;
            if (standing.Count > 0 && standing.All(given => Says(given.Answer, tick)))
            {
                yield return ("", "", standing[^1].Audience);
            }
        }
    }

    private static bool Says(Answer answer, string tick) => answer.Kind == AnswerKind.Known
        && (tick == Heading.Known ? answer.Text.Length > 0 : answer.Choices.Contains(tick));

    private static Participant WhoDoes(Case @case, string owner)
    {
        var people = @case.Invited.Where(person => person.May(Capability.Act))
            .OrderByDescending(person => @case.Meeting.Attendance.Attended(person.Id)).ToList();
        var worker = people.Find(person => person.Roles.Contains(Role.SocialWorker)) ?? @case.Chair;
        return owner switch
        {
            "chair" => @case.Chair,
            "socialWorker" => worker,
            "police" => people.Find(person => person.Agency == Agency.Police),
            "health" => people.Find(person => person.Agency is Agency.Health or Agency.Midwifery),
            "school" => people.Find(person => person.Agency == Agency.School),
            _ => @case.Profile.Roles.Find(owner)?.Mail is { } mail ? people.Find(person => MailAddress.Same(person.Mail, mail)) : null,
        } ?? worker;
    }

    /// <summary>Today while its office day lasts; else at noon of a working day.</summary>
    private static DateTimeOffset By(Case @case, FollowingAction rule, DateTimeOffset now)
    {
        var clocks = @case.Clocks;
        var today = clocks.Words.LocalDate(now);
        return rule.WorkingDays == 0 && clocks.Words.At(today, EndOfOffice) is var evening && evening > now
            ? evening
            : clocks.Words.At(clocks.Days.After(today, Math.Max(1, rule.WorkingDays)), Noon);
    }
}
