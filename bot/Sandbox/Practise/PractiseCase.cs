using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Practise;

/// <summary>A case to practise on (P24): what was phoned in, what is typed to convene it, and who says what.
/// Everybody in it is made up.</summary>
/// <param name="About">In two lines, for choosing among the cases.</param>
/// <param name="Call">The story as the chair hears it.</param>
/// <param name="Convene">Each card that convening shows, with what is filled in.</param>
/// <param name="Chair">What a chair could answer at each part of the meeting, for whoever wants a step done for them.</param>
internal sealed record PractiseCase(
    string Id, string Title, string About, IReadOnlyList<string> Call, IReadOnlyList<ConveneStep> Convene,
    IReadOnlyList<ScriptedPart> Chair, IReadOnlyList<CastMember> Cast);

/// <param name="Card">How the card calls itself.</param>
/// <param name="IfRefused">Filled in besides where the button alone won't do: what a limit asks for depends on the hour.</param>
internal sealed record ConveneStep(
    string Card, IReadOnlyDictionary<string, JsonNode> Fill, string Button, IReadOnlyDictionary<string, JsonNode>? IfRefused = null);

/// <summary>A part of the meeting, by the title that a person reads, and what is pressed in it one after another.</summary>
internal sealed record ScriptedPart(string Part, IReadOnlyList<Press> Presses);

/// <summary>One card filled and one button pressed.</summary>
/// <param name="Fill">By label, or how it begins; a choice by its title, or how that begins.</param>
/// <param name="Button">Its title, or how that begins.</param>
internal sealed record Press(IReadOnlyDictionary<string, JsonNode>? Fill = null, string Button = "Save")
{
    /// <summary>Pressed as long as there is such a button.</summary>
    public bool WhileThere { get; init; }
}

/// <summary>Somebody of the sandbox who plays an agency.</summary>
/// <param name="Who">The short id.</param>
/// <param name="Silent">Never answers, never comes.</param>
/// <param name="Finds">The button that says what the records hold.</param>
/// <param name="IfOverruled">What they do when the chair decides against their view; only who disagrees has it.</param>
internal sealed record CastMember(
    string Who, bool Silent = false, string? Finds = null, IReadOnlyList<Knowledge>? Knows = null, Opinion? View = null,
    Disagreement? IfOverruled = null, IReadOnlyList<ScriptedPart>? Headings = null);

/// <param name="WhenAsked">Said only once the chair has asked for more.</param>
internal sealed record Knowledge(string Text, string MayRead, bool WhenAsked = false);

internal sealed record Opinion(string Answer, string Why);

internal sealed record Disagreement(string Choose, string Why);
