using System.Text.Json.Nodes;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>Cards with every element that the bot uses, so that the page is looked at with all of them.</summary>
internal static class StubCards
{
    public static JsonNode Posted => Node("""
        {"type":"AdaptiveCard","version":"1.5","fallbackText":"Open StrategyBot","body":[
          {"type":"TextBlock","text":"SB-2026-014 Heron","style":"heading","size":"large","weight":"bolder","wrap":true},
          {"type":"TextBlock","text":"Today 14:00, **core 2 of 3**. <img src=x onerror=alert(1)> [The working together page](https://example.com/)","wrap":true},
          {"type":"FactSet","facts":[{"title":"Police","value":"answered"},{"title":"Health","value":"waiting"}]},
          {"type":"Input.Text","id":"note","label":"Note for the minutes","isMultiline":true,"maxLength":1500},
          {"type":"Container","style":"attention","items":[{"type":"TextBlock","text":"Not saved yet","color":"attention","wrap":true}]}],
         "actions":[
          {"type":"Action.Execute","title":"Save","verb":"stub/save","style":"positive"},
          {"type":"Action.Execute","title":"Tell me","verb":"stub/toast","associatedInputs":"none"},
          {"type":"Action.Submit","title":"Open the form","associatedInputs":"none","data":{"msteams":{"type":"task/fetch"},"verb":"stub/form"}},
          {"type":"Action.OpenUrl","title":"Guidance","url":"https://example.com/guidance"}]}
        """);

    /// <summary>The posted card after somebody else's answer.</summary>
    public static JsonNode PostedLater => Node(Posted.ToJsonString().Replace("waiting", "answered too", StringComparison.Ordinal));

    public static JsonNode Refreshing(string mri) => Node($$"""
        {"type":"AdaptiveCard","version":"1.5","refresh":{"userIds":["{{mri}}"],"action":{"type":"Action.Execute","verb":"stub/view"} },
         "body":[{"type":"TextBlock","text":"What everybody sees","wrap":true}]}
        """);

    /// <summary>The first of two steps in one message.</summary>
    public static JsonNode FirstStep => Node("""
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"why","label":"First step"}],
         "actions":[{"type":"Action.Execute","title":"Go on","verb":"stub/next"}]}
        """);

    public static JsonNode SecondStep => Node("""
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"why","label":"Second step"}]}
        """);

    public static JsonNode Saying(string text) => Node($$"""
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{text}}","wrap":true}]}
        """);

    public static JsonNode Form => Node("""
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"What has happened","style":"heading","size":"large","weight":"bolder","wrap":true},
          {"type":"TextBlock","text":"Say what was seen or said, and by whom.","isSubtle":true,"wrap":true},
          {"type":"Input.ChoiceSet","id":"circumstance","label":"Circumstance","style":"expanded","choices":[{"title":"An injury","value":"injury"},{"title":"Missing","value":"missing"}]},
          {"type":"Input.ChoiceSet","id":"agencies","label":"Who to invite","isMultiSelect":true,"choices":[{"title":"Police","value":"police"},{"title":"Health","value":"health"}]},
          {"type":"Input.ChoiceSet","id":"area","label":"Area","style":"compact","choices":[{"title":"North","value":"north"},{"title":"South","value":"south"}]},
          {"type":"ColumnSet","columns":[
            {"type":"Column","width":"stretch","items":[{"type":"Input.Date","id":"on","label":"Identified on"}]},
            {"type":"Column","width":"stretch","items":[{"type":"Input.Time","id":"at","label":"At"}]}]},
          {"type":"Input.Toggle","id":"urgent","title":"A child may be hurt today"},
          {"type":"Input.Text","id":"concern","label":"Concern","isMultiline":true,"isRequired":true,"errorMessage":"Say what the concern is.","maxLength":1500}],
         "actions":[{"type":"Action.Submit","title":"Save","style":"positive","data":{"verb":"stub/submit"}},
          {"type":"Action.Submit","title":"Cancel","associatedInputs":"none","data":{"verb":"stub/close"}}]}
        """);

    private static JsonNode Node(string json) => JsonNode.Parse(json)!;
}
