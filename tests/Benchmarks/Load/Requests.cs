using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Cases;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load;

/// <summary>The requests that Teams would send, whole, as bytes.</summary>
internal sealed class Requests(string bearer)
{
    private const string Open = "assessing/information";

    /// <summary>Opens the form for what an agency knows.</summary>
    /// <param name="isSigned">Bot Builder's echo bot takes no token here.</param>
    public byte[] Fetch(Participant by, CaseId id, long number, bool isSigned = true) => Whole($$$"""
        {"name":"task/fetch","type":"invoke",{{{Around(by, number)}}},
        "value":{"data":{"msteams":{"type":"task/fetch"},"verb":"{{{Open}}}","case":"{{{id.Value}}}"},"context":{"theme":"default"} } }
        """, isSigned);

    /// <summary>A form that comes back.</summary>
    public byte[] Submit(Participant by, string data, long number) => Whole($$$"""
        {"name":"task/submit","type":"invoke",{{{Around(by, number)}}},"value":{"data":{{{data}}},"context":{"theme":"default"} } }
        """, isSigned: true);

    public byte[] Status(Participant by, long number) => Typed("status", by, number);

    public byte[] Typed(string text, Participant by, long number) => Whole($$$"""
        {"type":"message","text":"{{{text}}}","textFormat":"plain",{{{Around(by, number)}}}}
        """, isSigned: true);

    private static string Around(Participant by, long number)
    {
        var person = by.ChannelId!["29:".Length..];
        var at = number.ToString(CultureInfo.InvariantCulture);
        return $$$"""
            "id":"f:{{{at}}}","timestamp":"2026-11-25T14:30:00Z","channelId":"msteams","serviceUrl":"{{{ChannelKey.ServiceUrl}}}",
            "from":{"id":"{{{by.ChannelId}}}","name":"{{{by.Name}}}","aadObjectId":"{{{person}}}"},
            "conversation":{"conversationType":"personal","tenantId":"{{{ChannelKey.Tenant}}}","id":"a:{{{person}}}"},
            "recipient":{"id":"28:{{{ChannelKey.AppId}}}","name":"StrategyBot"},"locale":"en-GB",
            "channelData":{"tenant":{"id":"{{{ChannelKey.Tenant}}}"}}
            """;
    }

    private byte[] Whole(string body, bool isSigned) => Encoding.UTF8.GetBytes(
        $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\n"
            + (isSigned ? $"Authorization: {bearer}\r\n" : "")
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");
}

/// <summary>A form as a person's client sends it: learnt from the card that the bot draws, so it sends what is asked for.</summary>
internal sealed class FilledForm
{
    private const int Seen = 987_654_321;
    private const string Case = "@case@", Text = "@text@", Input = "Input.";

    private readonly string data;

    private FilledForm(string data) => this.data = data;

    /// <summary>Opens it once.</summary>
    public static async Task<FilledForm> LearnAsync(ServerProcess bot, Requests requests, Participant by, CaseId id)
    {
        var card = await CardAsync(bot, requests, by, id);
        var sent = card["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var input in Inputs(card["body"]!.AsArray()))
        {
            sent[(string)input["id"]!] = (string?)input["value"] ?? "";
        }

        sent["_form"]!["seen"] = Seen;
        sent["_form"]!["asked"]!["case"] = Case;
        sent["text"] = Text;
        return new(sent.ToJsonString());
    }

    /// <summary>The card that a server answers.</summary>
    public static async Task<JsonNode> CardAsync(ServerProcess server, Requests requests, Participant by, CaseId id)
    {
        using var wire = new Wire(server.Port);
        // Its last chunk, and the sizes before and between, are no JSON: they are lines of their own.
        var body = await wire.SendAsync(requests.Fetch(by, id, 0), reply => Encoding.UTF8.GetString(reply.Body), default);
        return JsonNode.Parse(Whole(body))!["task"]!["value"]!["card"]!["content"]!;
    }

    public string Fill(CaseId id, int seen, string text) => data
        .Replace(Seen.ToString(CultureInfo.InvariantCulture), seen.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(Case, id.Value, StringComparison.Ordinal)
        .Replace(Text, text, StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Inputs(JsonArray elements) => elements.OfType<JsonObject>().SelectMany(element =>
        element["items"] is JsonArray inside ? Inputs(inside)
        : ((string?)element["type"])?.StartsWith(Input, StringComparison.Ordinal) == true ? [element] : []);

    private static string Whole(string body)
    {
        var whole = new StringBuilder();
        for (var bytes = Encoding.UTF8.GetBytes(body).AsSpan(); !bytes.StartsWith("{"u8) && bytes.Length > 0;)
        {
            var line = bytes.IndexOf("\r\n"u8);
            var size = int.Parse(Encoding.ASCII.GetString(bytes[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            whole.Append(Encoding.UTF8.GetString(bytes.Slice(line + 2, size)));
            bytes = bytes[(line + 2 + size + 2)..];
        }

        return whole.Length > 0 ? whole.ToString() : body;
    }
}
