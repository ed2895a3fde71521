using System.Text.Json.Nodes;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>A practice case as the world tells it, and the cards that the page reads what is next from.</summary>
internal static class StubPractise
{
    public static JsonArray Cases => JsonNode.Parse("""
        [{"id":"bruise","title":"A bruise on a baby","about":"Four months old, on the ward."},{"id":"missing","title":"A teenager missing","about":"Fifteen, for the fourth time."}]
        """)!.AsArray();

    public static JsonObject Begun => JsonNode.Parse("""
        {"id":"bruise","title":"A bruise on a baby","call":["The ward rings: a bruise that nobody can explain."],
         "convene":[{"card":"Child","fill":[{"label":"Name","value":"Rowan Pell"},{"label":"Date of birth","value":"2026-07-20"}]}],
         "cast":[{"id":"police","name":"Sam Whitlock","role":"Detective Sergeant","agency":"Police"}],"asks":[],"told":[]}
        """)!.AsObject();

    /// <summary>The meeting runs, and the officer holds something back.</summary>
    public static JsonObject Running
    {
        get
        {
            var playing = Begun;
            playing["chatId"] = "meeting";
            playing["asks"] = JsonNode.Parse("""[{"id":"police","name":"Sam Whitlock"}]""");
            playing["told"] =
                JsonNode.Parse(
                    """[{"at":"2026-11-25T09:31:00Z","who":"police","what":"joins the meeting"},{"at":"2026-11-25T09:32:00Z","who":"police","what":"gives a view"}]""");
            return playing;
        }
    }

    /// <summary>The card in the meeting's chat.</summary>
    public static JsonNode Hub => JsonNode.Parse("""
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"SB-2026-014 Heron","wrap":true}],
         "actions":[{"type":"Action.Submit","title":"Open my part","associatedInputs":"none","data":{"msteams":{"type":"task/fetch"},"verb":"hub/my-part","case":"SB-2026-014"}}]}
        """)!;

    /// <summary>Once nothing waits for the chair.</summary>
    public static JsonNode NothingMore => JsonNode.Parse("""
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Nothing waits for you.","wrap":true}]}
        """)!;

    public static JsonNode MyPart => JsonNode.Parse("""
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"Container","id":"say","style":"emphasis","items":[
            {"type":"TextBlock","text":"You could say: “Where is the child now?”","wrap":true},
            {"type":"TextBlock","text":"Behind it: Bedford guide, “Agree what action is required immediately”","wrap":true}]}],
         "actions":[{"type":"Action.Execute","title":"Next: Where Child 1 is safe","verb":"stub/form","data":{"case":"SB-2026-014"}}]}
        """)!;
}
