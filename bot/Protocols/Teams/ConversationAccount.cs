namespace StrategyBot.Protocols.Teams;

/// <summary>A conversation: a person's own with the bot, a group chat, a meeting's chat.</summary>
/// <remarks>Activity specification, "Conversation account".</remarks>
public sealed record ConversationAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>; a meeting's chat is a <c>groupChat</c>.</summary>
    public string? ConversationType { get; init; }

    /// <summary>The tenant that hosts the conversation, also where the sender is from another.</summary>
    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }
}

/// <summary>What a new conversation between the bot and one person is made of. Teams creates no group chats.</summary>
/// <remarks>Asking again with the same member gives the same conversation, so it is safe to repeat (facts B2).</remarks>
public sealed record ConversationParameters
{
    public bool IsGroup { get; init; }

    public ChannelAccount? Bot { get; init; }

    /// <summary>Exactly one. Its <c>id</c> may be the channel id or the Entra object id;
    /// a field <c>aadObjectId</c> is refused by Teams.</summary>
    public IReadOnlyList<ChannelAccount> Members { get; init => field = value ?? []; } = [];

    public string? TenantId { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    /// <param name="botId"><c>28:{app id}</c>.</param>
    /// <param name="memberId">The person's channel id or Entra object id.</param>
    /// <param name="tenantId">The tenant of both.</param>
    public static ConversationParameters OneToOne(string botId, string memberId, string tenantId) => new()
    {
        Bot = new() { Id = botId },
        Members = [new() { Id = memberId }],
        TenantId = tenantId,
        ChannelData = new() { Tenant = new(tenantId) },
    };
}

/// <summary>What was made: an activity, or a conversation.</summary>
/// <param name="Id"><c>null</c> where the service said that it was done without saying which.</param>
public sealed record ResourceResponse(string? Id);
