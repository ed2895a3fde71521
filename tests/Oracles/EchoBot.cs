using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace StrategyBot.Tests.Oracles;

/// <summary>A bot on Microsoft's own library for C#: what it is told to do, it does through the connector that called it.</summary>
/// <remarks>The twin of tests/npm/echo-bot.mjs.</remarks>
internal sealed class EchoBot : TeamsActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var words = turnContext.Activity.RemoveRecipientMention().Trim().Split(' ', 2);
        var rest = words.ElementAtOrDefault(1) ?? "";
        return words[0] switch
        {
            "update" => UpdateAsync(turnContext, cancellationToken),
            "delete" => DeleteAsync(turnContext, cancellationToken),
            "card" => turnContext.SendActivityAsync(MessageFactory.Attachment(Adaptive("A card")), cancellationToken),
            "members" => MembersAsync(turnContext, cancellationToken),
            "participant" => ParticipantAsync(turnContext, cancellationToken),
            "create" => CreateAsync(turnContext, rest, cancellationToken),
            _ => turnContext.SendActivityAsync($"You said: {rest}", cancellationToken: cancellationToken),
        };
    }

    protected override Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        Task.FromResult(new TaskModuleResponse(new TaskModuleContinueResponse(
            new() { Title = "A dialog", Card = Adaptive($"Opened {JObject.FromObject(taskModuleRequest.Data)["part"]}") })));

    protected override Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        Task.FromResult(new TaskModuleResponse(
            new TaskModuleMessageResponse($"Saved {JObject.FromObject(taskModuleRequest.Data)["text"]}")));

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        Task.FromResult(new AdaptiveCardInvokeResponse
        {
            StatusCode = 200,
            Type = "application/vnd.microsoft.card.adaptive",
            Value = Card($"Pressed {invokeValue.Action.Verb}"),
        });

    private static async Task UpdateAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var sent = await turn.SendActivityAsync("before", cancellationToken: cancellationToken);
        var after = MessageFactory.Text("after");
        after.Id = sent.Id;
        await turn.UpdateActivityAsync(after, cancellationToken);
    }

    private static async Task DeleteAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var sent = await turn.SendActivityAsync("to be deleted", cancellationToken: cancellationToken);
        await turn.DeleteActivityAsync(sent.Id, cancellationToken);
    }

    private static async Task MembersAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        string? next = null;
        do
        {
            var page = await TeamsInfo.GetPagedMembersAsync(turn, 2, next, cancellationToken);
            names.AddRange(page.Members.Select(member => $"{member.Name} {member.TenantId}"));
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
        await turn.SendActivityAsync(string.Join("; ", names), cancellationToken: cancellationToken);
    }

    private static async Task ParticipantAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var data = turn.Activity.GetChannelData<TeamsChannelData>();
        var there = await TeamsInfo.GetMeetingParticipantAsync(
            turn, data.Meeting.Id, turn.Activity.From.AadObjectId, data.Tenant.Id, cancellationToken);
        var meeting = await TeamsInfo.GetMeetingInfoAsync(turn, data.Meeting.Id, cancellationToken);
        var line = $"{there.User.Name} {there.Meeting.Role} {meeting.Details.MsGraphResourceId}";
        await turn.SendActivityAsync(line, cancellationToken: cancellationToken);
    }

    private static Task CreateAsync(ITurnContext turn, string user, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var tenant = activity.Conversation.TenantId;
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = activity.Recipient,
            Members = [new(user)],
            TenantId = tenant,
            ChannelData = new TeamsChannelData { Tenant = new(tenant) },
        };
        return ((CloudAdapterBase)turn.Adapter).CreateConversationAsync(
            "", activity.ChannelId, activity.ServiceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope, parameters,
            (inside, token) => inside.SendActivityAsync("Hello in a chat of our own", cancellationToken: token), cancellationToken);
    }

    private static Attachment Adaptive(string text) => new("application/vnd.microsoft.card.adaptive", content: Card(text));

    private static JObject Card(string text) =>
        JObject.FromObject(new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text } } });
}
