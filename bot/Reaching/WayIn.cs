namespace StrategyBot.Reaching;

/// <summary>Where a letter leads a person: the meeting chat, or a page of their own (P11).</summary>
/// <param name="Button">What the one button says.</param>
/// <param name="Url"><c>null</c> where there is nothing to open, so no button.</param>
/// <param name="Says">How it is opened, under the button.</param>
internal sealed record WayIn(string Button, string? Url, string Says);

/// <summary>Finds the way in.</summary>
internal interface IPersonalLinks
{
    Task<WayIn> ForAsync(Case @case, Participant to, string purpose, CancellationToken cancellationToken);
}

/// <summary>Leads into the meeting chat, where the hub card opens the person's own part.</summary>
internal sealed class ChatLinks : IPersonalLinks
{
    public Task<WayIn> ForAsync(Case @case, Participant to, string purpose, CancellationToken cancellationToken) =>
        Task.FromResult<WayIn>(@case.Meeting.Room.Chat is { } chat
            ? new("Open the meeting's chat", $"https://teams.microsoft.com/l/chat/{Uri.EscapeDataString(chat.ThreadId)}/0",
                "In the chat, press “Open my part”.")
            : new("", null, "Open the meeting's chat in Teams and press “Open my part”."));
}
