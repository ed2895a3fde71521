using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StrategyBot.Protocols.Json;

namespace StrategyBot.Tests.Protocols.Json;

public sealed class WholeLettersTests
{
    [Theory]
    [InlineData("Sam \u202Ekcolthw\u202C Whitlock", "Sam kcolthw Whitlock")]
    [InlineData("\u2067Sam\u2069, \u200FPolice\u200E \u061C", "Sam, Police ")]
    [InlineData("Mia\u200B Stone\uFEFF", "Mia Stone")]
    // Names that are what they look like.
    [InlineData("Zoë Ó Néill", "Zoë Ó Néill")]
    [InlineData("Zoe\u0308", "Zoe\u0308")]
    [InlineData("שרה לוי", "שרה לוי")]
    [InlineData("Ash 👩‍👧 Lindley", "Ash 👩‍👧 Lindley")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData(@"C:\u202e\new", @"C:\u202e\new")]
    public void What_turns_a_line_around_is_taken_away_and_a_name_is_left_as_it_is(string typed, string read)
    {
        Assert.Equal(read, Read(WholeLetters.Mend(JsonSerializer.Serialize(typed))));
        Assert.Equal(read, Read(WholeLetters.Mend(Encoding.UTF8.GetBytes(new JsonObject { ["it"] = typed }.ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })))));
    }

    private static string Read(string json) => JsonNode.Parse(json) switch
    {
        JsonObject whole => (string)whole["it"]!,
        var text => (string)text!,
    };
}
