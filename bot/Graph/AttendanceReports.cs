using StrategyBot.Rules;
using Sdk = Microsoft.Graph.Models;

namespace StrategyBot.Graph;

/// <summary>Who was in the call, one report for each time the meeting ran.</summary>
internal sealed record AttendanceReport(string Id, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
    ValueList<AttendanceReport.Attendee> Records)
{
    /// <param name="Name">As Teams shows it; for a guest whatever they typed.</param>
    /// <param name="Mail">Empty for somebody who joined anonymously.</param>
    /// <param name="UserId">The Entra object id, where Teams knew one.</param>
    /// <param name="Role">Teams' word: <c>Organizer</c>, <c>Presenter</c>, <c>Attendee</c>.</param>
    /// <param name="Intervals">Somebody who left and came back has several.</param>
    public sealed record Attendee(string Name, string Mail, string? UserId, string Role, ValueList<Interval> Intervals);

    public sealed record Interval(DateTimeOffset JoinedAt, DateTimeOffset LeftAt);
}

/// <summary>The reports that Teams makes some time after a meeting has ended (facts G6).</summary>
internal sealed class AttendanceReports(GraphConnection graph, Users users)
{
    /// <returns>Nothing yet, until Teams has made a report.</returns>
    public async Task<ValueList<AttendanceReport>> ReportsAsync(string onlineMeetingId, CancellationToken cancellationToken = default)
    {
        var reports = graph.Sdk.Users[await users.OrganiserIdAsync(cancellationToken)].OnlineMeetings[onlineMeetingId].AttendanceReports;
        var list = await reports.GetAsync(cancellationToken: cancellationToken);
        var found = new List<AttendanceReport>();
        foreach (var id in (list?.Value ?? []).Select(report => report.Id).OfType<string>())
        {
            // The list leaves the records out; only the single report has them.
            var report = await reports[id].GetAsync(request => request.QueryParameters.Expand = ["attendanceRecords"], cancellationToken);
            found.Add(
                new(id, report!.MeetingStartDateTime, report.MeetingEndDateTime,
                    (report.AttendanceRecords ?? []).Select(Read).ToValueList()));
        }

        return found.ToValueList();
    }

    private static AttendanceReport.Attendee Read(Sdk.AttendanceRecord record) => new(
        record.Identity?.DisplayName ?? "",
        record.EmailAddress ?? "",
        string.IsNullOrEmpty(record.Identity?.Id) ? null : record.Identity.Id,
        record.Role ?? "",
        (record.AttendanceIntervals ?? [])
            .Where(interval => interval is { JoinDateTime: not null, LeaveDateTime: not null })
            .Select(interval => new AttendanceReport.Interval(interval.JoinDateTime!.Value, interval.LeaveDateTime!.Value)).ToValueList());
}
