using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Practise;

/// <summary>What a member of the cast does from the invitation to the minutes, in their order. Pure.</summary>
internal static class AgencyScript
{
    public const string Calendar = "calendar", Join = "join";

    /// <summary>Nothing for the silent one.</summary>
    public static IReadOnlyList<CastAct> For(CastMember member) => member.Silent ? [] :
    [
        new(Id(member, Calendar), ActTime.UntilItEnds, null, [], "accepts the invitation in the calendar"),
        new(Id(member, "invitation"), ActTime.UntilItEnds, "Answer the invitation",
            [Filled(("Will you come?", "I am coming"),
                ("What is ready", new JsonArray("My agency's records", "I can decide", "The link")))], "answers the invitation: coming"),
        new(Id(member, "records"), ActTime.UntilItEnds, "Who to check", [new(Button: member.Finds!)], "has checked the records"),
        new(Id(member, Join), ActTime.WhileItRuns, null, [], "joins the meeting"),
        .. Knowledge(member),
        new(Id(member, "view"), ActTime.WhileItRuns, "Your view",
            [Filled(("Is there reasonable cause", member.View!.Answer), ("Why, in a line", member.View.Why))], "gives a view"),
        .. (member.Headings ?? []).Select(
            (heading, index) => new CastAct(Id(member, $"heading/{index}"), ActTime.WhileItRuns, heading.Part, heading.Presses,
                $"answers “{heading.Part}”") { IsHeading = true }),
        .. Overruled(member),
        new(Id(member, "outcome"), ActTime.OnceItBegan, "The outcome for the child you hold – please confirm now",
            [new(Button: "I have read this")], "confirms the outcome for the child"),
        new(Id(member, "read-back"), ActTime.OnceItBegan, "Read-back", [new(Button: "Agreed")],
            "agrees to the read-back") { WhenNext = true },
        new(Id(member, "minutes"), ActTime.OnceItBegan, "Read the minutes – version 1, not read yet",
            [new(Button: "Next page") { WhileThere = true }, new(Button: "I have read them")], "has read the minutes"),
        new(Id(member, "actions"), ActTime.OnceItBegan, "My actions", [new(Button: "Accept all of mine")],
            "accepts their actions") { WhileItSays = "not accepted yet" },
    ];

    /// <summary>Whether the chair may ask this person for more: they have spoken, and hold something back.</summary>
    public static bool HoldsMore(CastMember member, Rehearsal rehearsal)
    {
        var acts = For(member);
        return !rehearsal.Asked.Contains(member.Who)
            && acts.Any(act => act.WhenAsked && !rehearsal.Done.Contains(act.Id))
            && acts.Any(act => act.Part == Information && rehearsal.Done.Contains(act.Id));
    }

    private const string Information = "What your agency knows";

    private static IEnumerable<CastAct> Knowledge(CastMember member) => member.Knows!.Select((known, index) => new CastAct(
        Id(member, $"knows/{index}"), ActTime.WhileItRuns, Information,
        [Filled(("What you know", known.Text), ("Who may read this", known.MayRead))],
        known.WhenAsked ? "adds what was held back" : "writes down what their agency knows")
    { WhenAsked = known.WhenAsked });

    private static IEnumerable<CastAct> Overruled(CastMember member) => member.IfOverruled is not { } disagreement ? [] :
    [
        new(Id(member, "stance"), ActTime.OnceItBegan, "The decision differs from your view – not answered",
            [Filled(("What do you want to do?", disagreement.Choose), ("Why", disagreement.Why))],
            "disagrees with the decision, and says so"),
    ];

    private static Press Filled(params (string Label, JsonNode Value)[] fill) =>
        new(fill.ToDictionary(pair => pair.Label, pair => pair.Value));

    private static string Id(CastMember member, string what) => $"{member.Who}/{what}";
}
