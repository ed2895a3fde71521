using System.Text.Json.Nodes;
using StrategyBot.Phases;

namespace StrategyBot.PartnerLinks;

/// <summary>What a partner's page shows first: what is asked of them, what they answered and when, and where it ends. Drawn from the same
/// list as everybody's own part, so that whatever a phase asks for stands here too.</summary>
internal sealed class PartnerTasks(PhaseList phases, Words words, TimeProvider clock)
{
    /// <param name="Go">What the one primary button says after <em>Go on:</em>.</param>
    /// <param name="Url">Opened beside it, where it leads out of the page.</param>
    internal sealed record Row(
        string Id, string Title, string Said, bool IsDone, string Go, string Verb, JsonObject Data, string? Url = null);

    /// <param name="First">What this agency has to know in five seconds (P22).</param>
    /// <param name="Tasks">In the order in which they are asked.</param>
    internal sealed record Page(
        string Title, string When, IReadOnlyList<string> First, IReadOnlyList<Row> Tasks, string? AllDone, Joining? Join);

    internal sealed record Joining(string When, string Starts, string? Url, string Stays);

    public Page Of(CaseView view)
    {
        var now = clock.GetUtcNow();
        var (@case, meeting) = (view.Case, view.Case.Meeting);
        var rows = Rows(view, now);
        var done = rows.Count(row => row.IsDone);
        var when = meeting.Room.Convened is { } convened ? Short(convened.StartsAt) : "";
        return new(
            rows.Count == 0 ? "Nothing to do just now"
                : $"Your {rows.Count} task{(rows.Count == 1 ? "" : "s")}, {done} done",
            string.Join(" · ", new[] { when, $"{@case.Id} {@case.CheckWord}" }.Where(part => part.Length > 0)),
            phases.FirstSeen(view, now),
            rows,
            done < rows.Count ? null : rows.Count == 0 ? "" : $"All {rows.Count} tasks, {words.Time(LastAt(view) ?? now)}.",
            meeting.Attendance.EndedAt is null && meeting.Room.Convened is { } planned && !@case.HappenedAlready
                ? new(Short(planned.StartsAt), Starts(planned, now), meeting.Room.Chat?.JoinUrl,
                    $"This device stays signed in until {words.Time(planned.EndsAt + LinkLife.AfterTheEnd)}.")
                : null);
    }

    private List<Row> Rows(CaseView view, DateTimeOffset now)
    {
        var (@case, me, held) = (view.Case, view.Reader, view.Case.Meeting.Attendance);
        var rows = new List<Row>();
        foreach (var entry in phases.Entries(view, now))
        {
            var row = entry.Id switch
            {
                // Who writes down what was held leaves its start to the day, and has no other records than the day's.
                PartIds.Start or PartIds.WhoToCheck or PartIds.Information when OutOfHoursDesk.IsOf(me) => null,
                PartIds.Invitation => Of(entry, "Say if you're coming", "say if you're coming",
                    Said(held.Standing.GetValueOrDefault(me.Id) is { } answer ? WordTables.Rsvp.InList(answer.Answer) : null,
                        held.AnsweredAt.GetValueOrDefault(me.Id))),
                PartIds.WhoToCheck when me.IsInvited && held.EndedAt is null => Of(entry, "Check your records", "check your records",
                    Said(entry.IsOpen ? null : "Checked", SearchedAt(@case, me))),
                PartIds.Information when held.EndedAt is null => Of(entry, $"Write what your {Noun(me.Agency)} knows",
                    $"what your {Noun(me.Agency)} knows",
                    Said(WrittenAt(@case, me) is null ? null : entry.State, WrittenAt(@case, me)),
                    held.StartedAt is null && !@case.HappenedAlready && @case.Meeting.Room.Convened is { } convened
                        ? $"About 2 minutes, before {words.Time(convened.StartsAt)}" : "About 2 minutes"),
                PartIds.Telephone when OutOfHoursDesk.IsOf(me) => Of(entry, entry.Title, "whom you rang",
                    entry.State == "none noted" ? null : entry.State),
                PartIds.ReadBack when entry.IsOpen && @case.IsByTelephone =>
                    Of(entry, "Is this what you said?", "is this what you said?", null),
                // What is asked in the meeting waits until it begins.
                _ => entry.IsOpen && (held.StartedAt is not null || entry.Section is HubSection.Safety or HubSection.Before)
                    ? Of(entry, entry.Title, Lower(entry.Title), null) : null,
            };
            if (row is not null)
            {
                rows.Add(row);
            }
        }

        // Last before the meeting: it takes one tap.
        if (held is { StartedAt: null, EndedAt: null } && @case.Meeting.Room.Chat?.JoinUrl is { } url && me.IsInvited
            && held.Standing.GetValueOrDefault(me.Id) is not { Answer: not Rsvp.Coming })
        {
            var works = held.Standing.GetValueOrDefault(me.Id)?.LinkWorks == true;
            rows.Add(new("link", "Try the meeting link", works ? "It works" : "One tap", works, "try the meeting link",
                PartIds.LinkWorks, CardJson.Sent(CardJson.Data(CaseForm.Of(@case))), url));
        }

        return rows;
    }

    private static Row Of(HubEntry entry, string title, string go, string? said, string? open = null) => new(
        entry.Id, title, said ?? open ?? entry.State, said is not null, go, entry.Open.Verb, CardJson.Sent(CardJson.Data(entry.Open.Form)));

    private string? Said(string? what, DateTimeOffset? at) =>
        what is null ? null : at is { } when ? $"{Upper(what)}, {words.Time(when)}" : Upper(what);

    private static DateTimeOffset? SearchedAt(Case @case, Participant me) => Latest(@case.Meeting.Attendance.Searches
        .Where(search => search.Key.Participant == me.Id).Select(search => search.Value.At));

    private static DateTimeOffset? WrittenAt(Case @case, Participant me) => Latest(@case.Meeting.Assessment.Information
        .Where(text => text.Participant == me.Id).Select(text => text.CorrectedAt ?? text.At));

    private static DateTimeOffset? LastAt(CaseView view) => Latest(new[]
    {
        SearchedAt(view.Case, view.Reader), WrittenAt(view.Case, view.Reader),
        view.Case.Meeting.Attendance.AnsweredAt.TryGetValue(view.Reader.Id, out var at) ? at : null,
    }.OfType<DateTimeOffset>());

    private static DateTimeOffset? Latest(IEnumerable<DateTimeOffset> moments) =>
        moments.Select(at => (DateTimeOffset?)at).Max();

    private static string Starts(MeetingConvened planned, DateTimeOffset now)
    {
        var takes = $"takes {(planned.EndsAt - planned.StartsAt).TotalMinutes:0}";
        var wait = planned.StartsAt - now;
        return wait <= TimeSpan.Zero ? "It has begun" : wait < TimeSpan.FromHours(2)
            ? $"Starts in {Math.Ceiling(wait.TotalMinutes):0} minutes, {takes}" : $"{Upper(takes)} minutes";
    }

    private static string Noun(Agency agency) => agency switch
    {
        Agency.School => "school",
        Agency.Police => "force",
        Agency.Health => "service",
        _ => "agency",
    };

    private string Short(DateTimeOffset at) => $"{words.LocalDate(at).ToString("ddd d MMM", words.Culture)}, {words.Time(at)}";

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
