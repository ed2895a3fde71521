using System.Text.Json;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Oracles;

/// <summary>Every kind of thing that the bot can say, read by Microsoft's models.</summary>
/// <remarks>What it does say on a whole journey is read in EndToEnd/JourneyTests.</remarks>
public sealed class BotBuilderReaderTests
{
    private static readonly JsonElement Card = JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", version = "1.5" });

    public static TheoryData<string, string> Kinds => new()
    {
        {
            Said.Activity, Wire(new Activity
            {
                Type = ActivityTypes.Message,
                Text = "A line",
                TextFormat = "markdown",
                Summary = "StrategyBot",
                Attachments = [Attachment.AdaptiveCard(Card)],
                ChannelData = new() { Notification = new(true) },
            })
        },
        { Said.Conversation, Wire(ConversationParameters.OneToOne("28:bot", "29:ann", "tenant")) },
        { InvokeNames.TaskFetch, Wire(TaskModuleResponse.Continue(new("My part", Attachment.AdaptiveCard(Card)) { Height = "large" })) },
        { InvokeNames.TaskSubmit, Wire(TaskModuleResponse.Message("Saved.")) },
        { InvokeNames.AdaptiveCardAction, Wire(AdaptiveCardInvokeResponse.Card(Card)) },
        { InvokeNames.AdaptiveCardAction, Wire(AdaptiveCardInvokeResponse.Message("Saved.")) },
        { InvokeNames.AdaptiveCardAction, Wire(AdaptiveCardInvokeResponse.Error(400, "BadRequest", "This card is out of date.")) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_the_bot_can_say_is_read_with_nothing_left_over(string what, string json) =>
        Assert.Empty(BotBuilderReader.LeftOver(new(what, json)));

    [Theory]
    [InlineData(Said.Activity, """{"type":"message","txt":"A line"}""", "Activity: Could not find member 'txt'")]
    [InlineData(Said.Activity, """{"attachments":[{"kontent":{}}]}""", "Activity: Could not find")]
    [InlineData(Said.Activity, """{"type":"message","channelData":{"tennant":{"id":"x"}}}""", "TeamsChannelData: Could not find")]
    [InlineData(Said.Conversation, """{"bot":{"id":"28:bot","kind":"x"}}""", "ConversationParameters: Could not find member 'kind'")]
    [InlineData("task/fetch", """{"task":{"type":"continue","value":{"titel":"My part"}}}""", "TaskModuleContinueResponse: Could not find")]
    [InlineData("task/fetch", """{"task":{"type":"message","value":"Saved."},"more":1}""", "TaskModuleResponse: more")]
    [InlineData("adaptiveCard/action", """{"type":"application/vnd.microsoft.card.adaptive","value":"no card"}""", "a card's answer")]
    [InlineData("adaptiveCard/action", """{"statusCode":200,"kind":"x"}""", "AdaptiveCardInvokeResponse: Could not find member 'kind'")]
    public void What_is_left_over_would_be_found(string what, string json, string found) =>
        Assert.Contains(BotBuilderReader.LeftOver(new(what, json)), left => left.StartsWith(found, StringComparison.Ordinal));

    private static string Wire(Activity activity) => JsonSerializer.Serialize(activity, TeamsJson.Wire.Activity);

    private static string Wire(ConversationParameters parameters) =>
        JsonSerializer.Serialize(parameters, TeamsJson.Wire.ConversationParameters);

    private static string Wire(TaskModuleResponse response) => InvokeResponse.Of(response).Body!.Value.GetRawText();

    private static string Wire(AdaptiveCardInvokeResponse response) => InvokeResponse.Of(response).Body!.Value.GetRawText();
}
