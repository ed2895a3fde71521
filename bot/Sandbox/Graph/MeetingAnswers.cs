using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StrategyBot.Sandbox.Meetings;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Online meetings and who was in them.</summary>
internal sealed partial class MeetingAnswers(WorldStore store)
{
    private const string NewerValues = "include-unknown-enum-members";

    [GeneratedRegex("^JoinWebUrl eq '((?:[^']|'')*)'$")]
    public static partial Regex ByJoinUrl();

    public GraphAnswer Find(GraphCall call)
    {
        var organiser = call.UserById;
        var url =
            ByJoinUrl().Match(call.Query("$filter") ?? throw GraphRefusal.Bad("Online meetings are found by a filter on JoinWebUrl only."))
            .Groups[1].Value.Replace("''", "'", StringComparison.Ordinal);
        return GraphAnswer.List(store.All<JsonObject>(Kinds.OnlineMeeting, owner: organiser.AadObjectId)
            .Where(meeting => (string?)meeting["joinWebUrl"] == url).Select(meeting => Shown(meeting, call)));
    }

    public GraphAnswer Read(GraphCall call) => GraphAnswer.Ok(Shown(Get(call), call));

    public GraphAnswer Change(GraphCall call) => store.Write(world =>
    {
        if (!call.Prefers(NewerValues) && WorldMeetings.HasNewer(call.Body))
        {
            throw GraphRefusal.Bad("An enumeration's newer value needs Prefer: include-unknown-enum-members.");
        }

        var meeting = Get(call);
        WorldMeetings.Change(meeting, call.Body);
        world.Put(Kinds.OnlineMeeting, call["meeting"], meeting);
        return GraphAnswer.Ok(Shown(meeting, call));
    });

    /// <remarks>One for each time the meeting ran, once it has ended; the list comes without its records (facts G6).</remarks>
    public GraphAnswer Reports(GraphCall call)
    {
        Get(call);
        return GraphAnswer.List(store.All<MeetingSession>(Kinds.MeetingSession, owner: call["meeting"])
            .Where(session => session.EndedAt is not null).Select(session => GraphQuery.Cut(Report(session), call.Request.Query)));
    }

    public GraphAnswer Report(GraphCall call)
    {
        Get(call);
        var session = store.All<MeetingSession>(Kinds.MeetingSession, owner: call["meeting"])
            .FirstOrDefault(session => session.Id == call["report"] && session.EndedAt is not null)
                ?? throw GraphRefusal.Missing("NotFound");
        return GraphAnswer.Ok(GraphQuery.Cut(Report(session), call.Request.Query));
    }

    private JsonObject Get(GraphCall call)
    {
        var organiser = call.UserById;
        return store.All<JsonObject>(Kinds.OnlineMeeting, owner: organiser.AadObjectId)
            .FirstOrDefault(meeting => (string?)meeting["id"] == call["meeting"]) ?? throw GraphRefusal.Missing("NotFound");
    }

    private static JsonObject Shown(JsonObject meeting, GraphCall call) =>
        call.Prefers(NewerValues) ? meeting : (JsonObject)WorldMeetings.Older(meeting)!;

    private static JsonObject Report(MeetingSession session) => new()
    {
        ["id"] = session.Id,
        ["totalParticipantCount"] = session.Visits.Select(visit => visit.PersonId).Distinct().Count(),
        ["meetingStartDateTime"] = WorldJson.Instant(session.StartedAt),
        ["meetingEndDateTime"] = WorldJson.Instant(session.EndedAt!.Value),
        ["attendanceRecords"] = new JsonArray([
            .. session.Visits.GroupBy(visit => visit.PersonId).Select(visits => Record(session, visits))]),
    };

    private static JsonObject Record(MeetingSession session, IGrouping<string, Visit> visits)
    {
        var person = SandboxPeople.Find(visits.Key);
        var stays = visits.Select(visit => (visit.JoinedAt, LeftAt: visit.LeftAt ?? session.EndedAt!.Value)).ToArray();
        return new()
        {
            ["id"] = visits.Key,
            ["emailAddress"] = person?.Mail,
            ["role"] = "Attendee",
            ["totalAttendanceInSeconds"] = (int)stays.Sum(stay => (stay.LeftAt - stay.JoinedAt).TotalSeconds),
            ["identity"] = new JsonObject { ["id"] = visits.Key, ["displayName"] = person?.Name },
            ["attendanceIntervals"] = new JsonArray(
            [
                .. stays.Select(stay => new JsonObject
                {
                    ["joinDateTime"] = WorldJson.Instant(stay.JoinedAt),
                    ["leaveDateTime"] = WorldJson.Instant(stay.LeftAt),
                    ["durationInSeconds"] = (int)(stay.LeftAt - stay.JoinedAt).TotalSeconds,
                }),
            ]),
        };
    }
}
