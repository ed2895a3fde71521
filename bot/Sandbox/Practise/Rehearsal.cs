using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Practise;

/// <summary>How far a practice case has been played; kept in the world, so that it goes on after a restart.</summary>
/// <param name="Case">The case's id.</param>
/// <param name="KnownChats">Meeting chats from before: the first one that isn't among them is the practised meeting's.</param>
/// <param name="ChatId">The practised meeting's chat, once it is there.</param>
/// <param name="Done">Ids of what the cast has done.</param>
/// <param name="Asked">Who was asked for more.</param>
/// <param name="Told">What happened, oldest first; never what anybody wrote.</param>
/// <param name="Trouble">Why somebody could not play on.</param>
/// <param name="Convened">How many cards of convening the chair's steps have sent, and got the next for.</param>
internal sealed record Rehearsal(
    string Case,
    DateTimeOffset StartedAt,
    IReadOnlyList<string> KnownChats,
    string? ChatId,
    IReadOnlyList<string> Done,
    IReadOnlyList<string> Asked,
    IReadOnlyList<CastStep> Told,
    string? Trouble = null,
    int Convened = 0)
{
    /// <summary>The first question of convening, before it was answered: pressed again, the same card opens one case only.</summary>
    public FirstCard? First { get; init; }

    // More than a case has; a page shows the newest.
    private const int MostTold = 200;

    public Rehearsal With(string act, CastStep told) => this with { Done = [.. Done, act], Told = [.. Told.TakeLast(MostTold - 1), told] };
}

/// <param name="Who">The short id.</param>
/// <param name="What">In words that follow the name: <c>joins the meeting</c>.</param>
internal sealed record CastStep(DateTimeOffset At, string Who, string What);

/// <param name="MessageId">The message that it stands in.</param>
internal sealed record FirstCard(string ChatId, string? MessageId, JsonObject Card);
