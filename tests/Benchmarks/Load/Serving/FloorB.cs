using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>Floor B: checks the token, parses the activity, builds the very card that the bot answers out of the card model, and writes
/// it. It knows no case and keeps nothing: what a bot that knew everything already would have to do all the same.</summary>
internal sealed class FloorB(ChannelTokenValidator validator, ConnectorClient connector, AdaptiveCard drawn)
{
    // What the overview of a chair's cases has.
    private const int CasesOfAChair = 50;

    public static WebApplication Build(Served served)
    {
        var app = Serve.Kestrel(served).Build();
        var view = Samples.InTheMeeting(300).SeenBy(Given.Priya);
        var drawn = PartHost.Open(new InformationPart(), view, new InformationPart.Form(Given.Id.Value), Samples.Now);
        var floor = new FloorB(
            ChannelKey.Validator(served.Keys, NullLogger<ChannelTokenValidator>.Instance),
            BotServer.Connector(served, NullLogger<ConnectorClient>.Instance), drawn);
        app.MapPost("/api/messages", floor.AnswerAsync);
        return app;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var activity = (await JsonSerializer.DeserializeAsync(http.Request.Body, TeamsJson.Wire.Activity, http.RequestAborted))!;
        if (!(await validator.ValidateAsync(http.Request.Headers.Authorization, activity, http.RequestAborted)).IsAccepted)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (activity.Type == ActivityTypes.Message)
        {
            await connector.SendToConversationAsync(activity.ServiceUrl!, activity.Conversation!.Id!, Overview(), http.RequestAborted);
        }
        else
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, new() { Encoder = TeamsJson.Wire.Options.Encoder });
            Write(writer, activity.TaskModule()!.Data!.Value.GetProperty("case").GetString()!);
        }
    }

    private void Write(Utf8JsonWriter writer, string @case)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("task");
        writer.WriteString("type", "continue");
        writer.WriteStartObject("value");
        writer.WriteString("title", "What your agency knows");
        writer.WriteString("height", "large");
        writer.WriteStartObject("card");
        writer.WriteString("contentType", Attachment.AdaptiveCardType);
        writer.WritePropertyName("content");
        JsonSerializer.Serialize(writer, Anew(@case), CardWriting.Card);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Each element and each button made again, for this case.</summary>
    private AdaptiveCard Anew(string @case) =>
        drawn with { Body = [.. drawn.Body.Select(Anew)], Actions = [.. drawn.Actions.Select(action => Anew(action, @case))] };

    private static CardElement Anew(CardElement element) => element switch
    {
        Container container => container with { Items = [.. container.Items.Select(Anew)] },
        ChoiceSetInput choice => choice with { Choices = [.. choice.Choices.Select(one => one with { })] },
        _ => element with { },
    };

    private static CardAction Anew(CardAction action, string @case) => action is not SubmitAction send ? action with { } : send with
    {
        Data = send.Data.TryGetProperty(FormState.Key, out var state)
            ? State(state, @case).Beside(send.Verb!)
            : CardJson.Data(send.Verb!, Fields(send, @case)),
    };

    private static JsonObject Fields(SubmitAction send, string @case)
    {
        var fields = CardJson.Sent(send.Data);
        fields["case"] = @case;
        return fields;
    }

    private static FormState State(JsonElement sent, string @case) => new()
    {
        Part = sent.GetProperty("part").GetString(),
        Asked = new JsonObject { ["case"] = @case },
        Seen = sent.GetProperty("seen").GetInt32(),
    };

    private static Activity Overview()
    {
        var card = FormCard.Of("Your cases", null,
        [
            .. Enumerable.Range(1, CasesOfAChair)
                .Select(number => new TextBlock($"**SB-2026-{number:000} Heron** · Meeting in progress · 12 still to answer")),
            new TextBlock("Type **status** with a reference and its word to see one of them.") { IsSubtle = true },
        ]);
        return new()
        {
            Type = ActivityTypes.Message,
            Summary = "StrategyBot",
            Attachments = [Attachment.AdaptiveCard(JsonSerializer.SerializeToElement(card, CardWriting.Card))],
        };
    }
}
