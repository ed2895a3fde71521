using StrategyBot.Rules;

namespace StrategyBot.Conversations;

/// <summary>Something a person did, verified and told apart from the channel it came by.</summary>
/// <param name="Source">The same one never writes twice: see <see cref="Sources"/>.</param>
public sealed record Turn(Speaker By, Place At, string Source)
{
    private readonly Patience? patience;

    /// <summary>Asked for by the client itself because something changed: no reading (design §6).</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The page's session that it came by, as the record knows it; <c>null</c> for a turn of Teams.</summary>
    public string? Session { get; init; }

    /// <summary>How long whoever did it waits.</summary>
    internal Patience Patience
    {
        get => patience ?? throw new InvalidOperationException("Whoever did it waits, and nobody said since when.");
        init => patience = value;
    }
}

/// <summary>Who did it, as the channel vouches; never from form data (design §6).</summary>
/// <param name="TenantId">The person's own tenant, also in a chat that another hosts.</param>
/// <param name="ObjectId">The person's object id in that tenant; empty for someone the channel calls anonymous.</param>
/// <param name="ChannelId">The channel's own id of the person.</param>
/// <param name="Mail">Where to write to them, as the roster tells; <c>null</c> where it tells none. Proves nothing.</param>
public sealed record Speaker(string TenantId, string ObjectId, string ChannelId, string Name, string? Mail)
{
    /// <summary>Every address that the roster shows of them: the mail address and the one they sign in with.</summary>
    internal ValueList<string> Shown { get; init; } = [];

    /// <summary>Those of them that are theirs, as their own tenant owns the domain.</summary>
    internal ValueList<string> Vouched { get; init; } = [];

    /// <summary>Of another organisation, whatever tenant the roster tells.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Ids only.</summary>
    public override string ToString() => $"Speaker {TenantId}/{ObjectId}";
}

public enum PlaceKind
{
    /// <summary>One to one with the bot: what is typed there is private.</summary>
    Personal,

    /// <summary>A meeting's chat: everybody in it reads along.</summary>
    MeetingChat,

    /// <summary>A page behind a personal link: private, and nothing can be sent to it.</summary>
    Page,

    /// <summary>The panel beside a meeting: private, about the meeting whose chat the address names; it lists the parts itself.</summary>
    Panel,
}

/// <param name="CardId">The message whose card was pressed, where one was.</param>
/// <param name="TeamsMeetingId">What Teams calls the meeting, where the conversation is a meeting's.</param>
public sealed record Place(PlaceKind Kind, Address Address, string? CardId = null, string? TeamsMeetingId = null)
{
    /// <summary>Nobody reads along.</summary>
    internal bool IsPrivate => Kind != PlaceKind.MeetingChat;
}

/// <summary>Where a conversation is reached.</summary>
public sealed record Address(string ConversationId, string ServiceUrl);
