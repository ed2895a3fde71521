using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Teams;

/// <summary>A person or bot in a conversation.</summary>
/// <remarks>Activity specification, "Channel account".</remarks>
public record ChannelAccount
{
    /// <summary>The channel's own id: <c>29:…</c> for a person, <c>28:{app id}</c> for a bot.</summary>
    public string? Id { get; init; }

    /// <summary>Chosen by the person; proves nothing.</summary>
    public string? Name { get; init; }

    /// <summary>The Entra object id; missing for an anonymous person.</summary>
    public virtual string? AadObjectId { get; init; }

    /// <summary>The id only: names and addresses stay out of logs.</summary>
    public sealed override string ToString() => $"ChannelAccount {Id}";
}

/// <summary>A member of a Teams conversation, as the roster tells it.</summary>
/// <remarks>"Get Teams context for your bot", https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context.</remarks>
public sealed record TeamsChannelAccount : ChannelAccount
{
    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    /// <summary>The member's own tenant; the organiser's for an anonymous person.</summary>
    public string? TenantId { get; init; }

    /// <summary><c>user</c>, <c>guest</c> or <c>anonymous</c>.</summary>
    public string? UserRole { get; init; }

    public override string? AadObjectId { get => field ?? ObjectId; init; }

    // The roster's older name of aadObjectId, still in Microsoft's examples.
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    internal string? ObjectId { get; init; }
}

/// <summary>A page of a roster.</summary>
public sealed record PagedMembersResult
{
    public IReadOnlyList<TeamsChannelAccount> Members { get; init => field = value ?? []; } = [];

    /// <summary>Asks for the next page; <c>null</c> or empty on the last.</summary>
    public string? ContinuationToken { get; init; }
}
