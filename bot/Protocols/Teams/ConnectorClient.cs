using System.Text.Json.Serialization.Metadata;
using Azure.Core;

namespace StrategyBot.Protocols.Teams;

/// <summary>Speaks to the Bot Connector: sends, changes and deletes activities, creates conversations, asks who is there.</summary>
/// <remarks>
/// "Bot Connector service - API reference",
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference,
/// and "Meeting apps APIs" for the meeting calls. Writes to one conversation go one at a time and at most seven a second.
/// Every call may throw a <see cref="ConnectorException"/>; after status 0, or 502, 503 or 504 to a send, it may have been done.
/// </remarks>
/// <param name="options">Allowed hosts, transport and time-out.</param>
/// <param name="credential">Gives the bot's token, which goes to allowed hosts only.
/// Without one only loopback may be sent to: the sandbox.</param>
/// <param name="wallClock">Rules rate and waits; never the case clock.</param>
/// <param name="logger">Gets ids and codes only.</param>
public sealed class ConnectorClient(
    ConnectorClientOptions options, TokenCredential? credential, TimeProvider wallClock, ILogger<ConnectorClient> logger)
{
    private readonly ConnectorPipeline pipeline = new(options, credential, wallClock, logger);
    private readonly ConversationLanes lanes = new(wallClock);

    public Task<ResourceResponse> SendToConversationAsync(
        string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync(conversationId,
            ConnectorRequest.At(RequestMethod.Post, serviceUrl, $"v3/conversations/{conversationId}/activities")
                .With(activity, TeamsJson.Wire.Activity), cancellationToken);

    /// <summary>Puts <paramref name="activity"/> in the place of one that the bot sent.</summary>
    public Task<ResourceResponse> UpdateActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync(conversationId,
            ConnectorRequest.At(RequestMethod.Put, serviceUrl, $"v3/conversations/{conversationId}/activities/{activityId}")
                .With(activity, TeamsJson.Wire.Activity), cancellationToken);

    /// <summary>Deletes an activity that the bot sent. A 404 may be the answer to a second attempt whose first was carried out.</summary>
    public Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        WriteAsync(conversationId,
            ConnectorRequest.At(RequestMethod.Delete, serviceUrl, $"v3/conversations/{conversationId}/activities/{activityId}"),
            cancellationToken);

    /// <summary>Creates, or finds again, the conversation between the bot and one person.</summary>
    public Task<ResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        WriteAsync(
            parameters.Members[0].Id!,
            // No activity goes with it, and the same member gives the same conversation, so it may be repeated.
            (ConnectorRequest.At(RequestMethod.Post, serviceUrl, $"v3/conversations") with { IsRepeatable = true }).With(parameters,
                TeamsJson.Wire.ConversationParameters),
            cancellationToken);

    /// <param name="serviceUrl">Where the conversation is.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="memberId">The person's channel id or Entra object id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<TeamsChannelAccount> GetMemberAsync(
        string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        ReadAsync(ConnectorRequest.At(RequestMethod.Get, serviceUrl, $"v3/conversations/{conversationId}/members/{memberId}"),
            TeamsJson.Wire.TeamsChannelAccount, cancellationToken);

    /// <param name="serviceUrl">Where the conversation is.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="continuationToken">From the page before; <c>null</c> for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, string? continuationToken, CancellationToken cancellationToken) =>
        ReadAsync(
            string.IsNullOrEmpty(continuationToken)
                ? ConnectorRequest.At(RequestMethod.Get, serviceUrl, $"v3/conversations/{conversationId}/pagedmembers")
                : ConnectorRequest.At(RequestMethod.Get, serviceUrl,
                    $"v3/conversations/{conversationId}/pagedmembers?continuationToken={continuationToken}"),
            TeamsJson.Wire.PagedMembersResult,
            cancellationToken);

    /// <param name="serviceUrl">Where the meeting's chat is.</param>
    /// <param name="meetingId">From <see cref="TeamsChannelData.Meeting"/>.</param>
    /// <param name="participantId">The person's Entra object id.</param>
    /// <param name="tenantId">The tenant that hosts the meeting.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<MeetingParticipant> GetMeetingParticipantAsync(
        string serviceUrl, string meetingId, string participantId, string tenantId, CancellationToken cancellationToken) =>
        ReadAsync(
            ConnectorRequest.At(RequestMethod.Get, serviceUrl, $"v1/meetings/{meetingId}/participants/{participantId}?tenantId={tenantId}"),
            TeamsJson.Wire.MeetingParticipant, cancellationToken);

    // Done is done, even where the body doesn't say what was made.
    private Task<ResourceResponse> WriteAsync(string conversationId, ConnectorRequest request, CancellationToken cancellationToken) =>
        lanes.RunAsync(conversationId,
            async () => await pipeline.SendAsync(request, TeamsJson.Wire.ResourceResponse, cancellationToken) ?? new(null),
            cancellationToken);

    private async Task<T> ReadAsync<T>(ConnectorRequest request, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class =>
        await pipeline.SendAsync(request, answer, cancellationToken) ?? throw new ConnectorException(0, "UnreadableAnswer");
}
