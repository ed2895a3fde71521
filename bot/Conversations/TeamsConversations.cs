using System.Collections.Concurrent;
using StrategyBot.Protocols.Teams;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Conversations;

/// <summary>What the bot posts into a conversation.</summary>
/// <param name="Summary">What a notification shows, lock screens too: always neutral (P22).</param>
internal sealed record Message(string? Text, AdaptiveCard? Card, string Summary);

/// <summary>The way out to Teams: sends, changes and deletes messages, opens a person's own chat, asks who somebody is.</summary>
internal sealed class TeamsConversations(ConnectorClient connector, TeamsSettings settings)
{
    // A person's address changes rarely; their role in a meeting is never cached (facts B3).
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);
    private const int MostRemembered = 5_000;

    // Nobody's tenant or id changes within a day's work; a roster that is silent must not silence everybody.
    private static readonly TimeSpan StillBelieved = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<(string Conversation, string Person), (TeamsChannelAccount Member, DateTimeOffset At)>
        members = new();

    /// <returns>The message's id.</returns>
    /// <exception cref="EffectFailedException">It was not sent, or nobody knows.</exception>
    public async Task<string> SendAsync(Address to, Message message, CancellationToken cancellationToken) =>
        (await Told(connector.SendToConversationAsync(to.ServiceUrl, to.ConversationId, Write(message), cancellationToken))).Id ?? "";

    public Task UpdateAsync(Address to, string activityId, Message message, CancellationToken cancellationToken) =>
        Told(connector.UpdateActivityAsync(to.ServiceUrl, to.ConversationId, activityId, Write(message), cancellationToken));

    public Task DeleteAsync(Address to, string activityId, CancellationToken cancellationToken) =>
        Told(Done(connector.DeleteActivityAsync(to.ServiceUrl, to.ConversationId, activityId, cancellationToken)));

    /// <summary>The chat between the bot and one person of the bot's own tenant; made if it isn't there.</summary>
    public async Task<Address> OpenPersonalAsync(string memberId, CancellationToken cancellationToken)
    {
        var made = await Told(connector.CreateConversationAsync(
            settings.ServiceUrl, ConversationParameters.OneToOne(settings.BotId, memberId, settings.TenantId), cancellationToken));
        return new(made.Id ?? throw new EffectFailedException(EffectFailure.Unknown, 0, "NoConversationId"), settings.ServiceUrl);
    }

    /// <summary>Whether a person is in the meeting's call now.</summary>
    public async Task<bool> IsInCallAsync(Address chat, string meetingId, string objectId, CancellationToken cancellationToken) =>
        (await Told(
            connector.GetMeetingParticipantAsync(chat.ServiceUrl, meetingId, objectId, settings.TenantId,
                cancellationToken))).Meeting?.InMeeting ?? false;

    /// <summary>Everybody in a chat's roster.</summary>
    public async Task<IReadOnlyList<Speaker>> MembersAsync(Address chat, CancellationToken cancellationToken)
    {
        var members = new List<Speaker>();
        string? next = null;
        do
        {
            var page = await Told(connector.GetPagedMembersAsync(chat.ServiceUrl, chat.ConversationId, next, cancellationToken));
            members.AddRange(page.Members.OfType<TeamsChannelAccount>().Select(Speaker));
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
        return members;
    }

    /// <summary>Who somebody in a conversation is, as its roster vouches, or did when it can't say so in time.</summary>
    /// <param name="wallNow">Judges how long a roster's answer is remembered.</param>
    /// <exception cref="EffectFailedException">It doesn't know them, or couldn't be asked.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    internal async Task<Speaker> MemberAsync(
        Address at, string channelId, DateTimeOffset wallNow, Patience patience, CancellationToken cancellationToken)
    {
        var isKnown = members.TryGetValue((at.ConversationId, channelId), out var known);
        if (isKnown && wallNow < known.At + Remembered)
        {
            return Speaker(known.Member);
        }

        try
        {
            var member = await patience.WithinAsync(
                token => Told(connector.GetMemberAsync(at.ServiceUrl, at.ConversationId, channelId, token)), cancellationToken);
            if (members.Count >= MostRemembered)
            {
                members.Clear();
            }

            members[(at.ConversationId, channelId)] = (member, wallNow);
            return Speaker(member);
        }
        catch (Exception silence) when (isKnown && wallNow < known.At + StillBelieved
            && silence is TimeoutException or EffectFailedException { Failure: not EffectFailure.Refused })
        {
            return Speaker(known.Member);
        }
    }

    private static Speaker Speaker(TeamsChannelAccount member)
    {
        var shown = new[] { member.Email, member.UserPrincipalName }.Select(MailAddress.Visible).Where(mail => mail.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToValueList();
        return new(member.TenantId ?? "", member.AadObjectId ?? "", member.Id ?? "", member.Name ?? "", shown.Count > 0 ? shown[0] : null)
        {
            Shown = shown,
            IsGuest = string.Equals(member.UserRole, "guest", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static Activity Write(Message message) => new()
    {
        Type = ActivityTypes.Message,
        Text = message.Text is { } text ? CardText.Isolated(text) : null,
        TextFormat = message.Text is null ? null : "markdown",
        Summary = message.Summary,
        Attachments = message.Card is null ? null : [Attachment.AdaptiveCard(CardElement(message.Card))],
    };

    private static System.Text.Json.JsonElement CardElement(AdaptiveCard card) =>
        System.Text.Json.JsonSerializer.SerializeToElement(CardJson.ToNode(card));

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private static async Task<T> Told<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (ConnectorException failure)
        {
            throw new EffectFailedException(EffectFailedException.Classify(failure.Status, failure.RetryAfter is not null), failure.Status,
                failure.Code, failure.RetryAfter);
        }
    }
}
