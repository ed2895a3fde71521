using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Practise;

/// <summary>What a chair could do at each part, for whoever wants to see a step done:
/// the case's own answers, then what is the same in every case.</summary>
internal static class ChairScript
{
    public const string End = "End the meeting";

    private static readonly IReadOnlyList<ScriptedPart> Always =
    [
        new("Confidentiality line", [new(Button: "I have read it out")]),
        new("Who is here", [new(Button: "Confirm")]),
        new("Review of the safety plan", [Filled(("On which day is it reviewed?", "{date +5d}"))]),
        new("What your agency knows", [Filled(("What you know", "Social care holds what the referral says, and no more so far."))]),
        new("Your view", [Filled(("Is there reasonable cause", "Yes"), ("Why, in a line", "What was shared in this meeting"))]),
        new("What the police answered", [new(Button: "These stand")]),
        new("What health answered", [new(Button: "These stand")]),
        new("What the social worker answered", [new(Button: "These stand")]),
        .. Enumerable.Range(1, 4)
            .Select(child => new ScriptedPart($"Child {child} seen", [Filled(("Was the child seen?", "Seen, alone"))])),
        new("Escalated disagreement",
            [Filled(("Who was asked", "Both senior managers spoke, and agreed that the decision stands."), ("Is it settled", "Yes"))]),
        new("Authorise the enquiry", [new(Button: "Authorise")]),
        new("Agree immediate plan", [new(Button: "Agree immediate plan")]),
        new("Read-back", [new(Button: "Agreed")]),
        new(End, [new(Button: "End now")]),
        new("Complete the record", [new(Button: "Complete the record")]),
        new("Draft of the minutes", [new(Button: "Approve …"), new(Button: "Approve and send")]),
        new("Entered on the child's record", [new(Button: "They stand on the record")]),
        new("My actions", [new(Button: "Accept all of mine")]),
    ];

    /// <param name="next">What the chair's card leads to.</param>
    public static ScriptedPart? At(PractiseCase played, string next) =>
        played.Chair.Concat(Always).Concat(played.Cast.SelectMany(member => member.Headings ?? []))
            .FirstOrDefault(part => next.StartsWith(part.Part, StringComparison.Ordinal));

    private static Press Filled(params (string Label, JsonNode Value)[] fill) =>
        new(fill.ToDictionary(pair => pair.Label, pair => pair.Value));
}
