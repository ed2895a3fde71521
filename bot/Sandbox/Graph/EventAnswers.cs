using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Events in the organiser's calendar, and the online meetings that come with them.</summary>
internal sealed class EventAnswers(WorldStore store, MeetingChats chats, SandboxClock clock)
{
    private static readonly string[] MayChange = ["@odata.type", "start", "end", "attendees", "body", "subject"];

    public GraphAnswer Create(GraphCall call)
    {
        var organiser = call.User;
        var fresh = WorldEvents.Of(call.Body, organiser, clock.GetUtcNow());
        return store.Write(world =>
        {
            if (Repeated(world, organiser, fresh) is { } before)
            {
                return GraphAnswer.Created(before);
            }

            if ((bool?)fresh["isOnlineMeeting"] == true)
            {
                var join = $"https://teams.example/meet/{WorldIds.New()[..13]}?p={WorldIds.New()[..8]}";
                fresh["onlineMeeting"] = new JsonObject { ["joinUrl"] = join };
                var chat = chats.Place(world, WorldEvents.Plan(fresh, organiser, WorldMeetings.IdFor(fresh)));
                world.Put(Kinds.OnlineMeeting, WorldMeetings.IdFor(fresh), WorldMeetings.Of(fresh, organiser, chat.Id),
                    owner: organiser.AadObjectId);
            }

            world.Put(Kinds.Event, (string)fresh["id"]!, fresh, owner: organiser.AadObjectId);
            world.Announce(new WorldChange("calendar"));

            // Facts G1: Teams makes the meeting a moment after Exchange has made the event.
            var answer = (JsonObject)fresh.DeepClone();
            answer["onlineMeeting"] = null;
            return GraphAnswer.Created(answer);
        });
    }

    public GraphAnswer Read(GraphCall call) => GraphAnswer.Ok(GraphQuery.Cut(Find(call), call.Request.Query));

    public GraphAnswer List(GraphCall call) =>
        GraphAnswer.List(store.All<JsonObject>(Kinds.Event, owner: call.User.AadObjectId)
            .Select(one => GraphQuery.Cut(one, call.Request.Query)));

    public GraphAnswer View(GraphCall call)
    {
        var (from, to) =
            (GraphTimes.Instant(call.Query("startDateTime"), "startDateTime"),
                GraphTimes.Instant(call.Query("endDateTime"), "endDateTime"));
        return GraphAnswer.List(store.All<JsonObject>(Kinds.Event, owner: call.User.AadObjectId)
            .Where(one => WorldEvents.Overlaps(one, from, to)).Select(one => GraphQuery.Cut(one, call.Request.Query)));
    }

    public GraphAnswer Change(GraphCall call)
    {
        if (call.Body.Select(field => field.Key).Except(MayChange).FirstOrDefault() is { } other)
        {
            throw GraphRefusal.Bad($"The property '{other}' can't be changed here.");
        }

        var organiser = call.User;
        return store.Write(world =>
        {
            var changed = WorldEvents.Change(Find(call), call.Body);
            var id = WorldMeetings.IdFor(changed);
            world.Put(Kinds.Event, call["event"], changed);
            world.Announce(new WorldChange("calendar"));
            if (changed["onlineMeeting"] is JsonObject)
            {
                chats.Place(world, WorldEvents.Plan(changed, organiser, id));
            }

            if (world.Get<JsonObject>(Kinds.OnlineMeeting, id) is { } meeting)
            {
                world.Put(Kinds.OnlineMeeting, id, WorldMeetings.At(meeting, changed));
            }

            return GraphAnswer.Ok(changed);
        });
    }

    /// <remarks>Graph moves a cancelled event to the deleted items, so from then on it isn't found.</remarks>
    public GraphAnswer Cancel(GraphCall call) => store.Write(world =>
    {
        Find(call);
        chats.Cancel(world, call["event"]);
        world.Delete(Kinds.Event, call["event"]);
        return GraphAnswer.Accepted;
    });

    /// <remarks>Not moved to the deleted items, where people would find it.</remarks>
    public GraphAnswer Delete(GraphCall call) => store.Write(world =>
    {
        Find(call);
        world.Delete(Kinds.Event, call["event"]);
        world.Announce(new WorldChange("calendar"));
        return GraphAnswer.NoContent;
    });

    private JsonObject Find(GraphCall call) =>
        store.All<JsonObject>(Kinds.Event, owner: call.User.AadObjectId).FirstOrDefault(one => (string?)one["id"] == call["event"])
        ?? throw GraphRefusal.Missing();

    private static JsonObject? Repeated(WorldTransaction world, SandboxPerson organiser, JsonObject fresh) =>
        (string?)fresh["transactionId"] is { } transaction
            ? world.All<JsonObject>(Kinds.Event, owner: organiser.AadObjectId)
                .FirstOrDefault(one => (string?)one["transactionId"] == transaction)
            : null;
}
