using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Practise;

/// <summary>Lets the cast of a practice case act, one thing at a time and only when told to:
/// the page calls while it shows, a test as often as it likes.</summary>
internal sealed class Prompter(PractiseCases cases, WorldStore store, SandboxClock clock, SandboxUrls urls) : IDisposable
{
    // Loopback only: a proxy of the machine must not see it.
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly SemaphoreSlim oneAtATime = new(1);

    public Rehearsal? Now => store.Get<Rehearsal>(Kinds.Practise, Kinds.Practise);

    public async Task BeginAsync(PractiseCase played, CancellationToken cancellationToken)
    {
        var known =
            (await Of(SandboxPeople.Chair.Id).ChatsAsync(cancellationToken)).Where(IsMeeting).Select(chat => (string)chat["id"]!).ToList();
        store.Write(world => Put(world, new(played.Id, clock.GetUtcNow(), known, null, [], [], [])));
    }

    public void Ask(string who) =>
        Change(rehearsal => rehearsal.Asked.Contains(who) ? rehearsal : rehearsal with { Asked = [.. rehearsal.Asked, who] });

    public void Leave() => store.Write(world =>
    {
        world.Delete(Kinds.Practise, Kinds.Practise);
        world.Announce(new WorldChange("practise"));
    });

    /// <summary>One thing that somebody of the cast does, or the chair's next step.</summary>
    /// <returns>What was done; <c>null</c> where nobody has anything to do just now.</returns>
    /// <exception cref="HttpRequestException">The bot is away or too slow: whoever wanted to act tries again at the next step.</exception>
    public async Task<CastStep?> StepAsync(bool forTheChair, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (Now is not { } rehearsal || cases.Find(rehearsal.Case) is not { } played)
            {
                return null;
            }

            rehearsal = await FindChatAsync(rehearsal, cancellationToken);
            // Whoever is quick would otherwise confirm that nobody came.
            while (forTheChair && await Turn(played, rehearsal).JoinAsync(cancellationToken) is var (join, joined))
            {
                Note(join, joined);
                rehearsal = Now!;
            }

            return await Turn(played, rehearsal).StepAsync(forTheChair, cancellationToken) is var (id, told) ? Note(id, told) : null;
        }
        catch (OffScriptException lost)
        {
            Change(rehearsal => rehearsal with { Trouble = lost.Message });
            return null;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        oneAtATime.Dispose();
    }

    private PlayedTurn Turn(PractiseCase played, Rehearsal rehearsal) => new(played, rehearsal, clock, Of,
        first => Change(now => now with { First = new(first.ChatId, first.MessageId, first.Card!) }),
        sent => Change(now => now with { Convened = sent }));

    private Hands Of(string who) => new(http, urls.World, who);

    private async Task<Rehearsal> FindChatAsync(Rehearsal rehearsal, CancellationToken cancellationToken)
    {
        if (rehearsal.ChatId is not null)
        {
            return rehearsal;
        }

        var chats = await Of(SandboxPeople.Chair.Id).ChatsAsync(cancellationToken);
        var chat = chats.FirstOrDefault(chat => IsMeeting(chat) && !rehearsal.KnownChats.Contains((string)chat["id"]!));
        if (chat is null)
        {
            return rehearsal;
        }

        var found = rehearsal with { ChatId = (string)chat["id"]! };
        Change(now => now with { ChatId = found.ChatId });
        return found;
    }

    private CastStep Note(string id, CastStep told)
    {
        Change(rehearsal => rehearsal.With(id, told) with { Trouble = null });
        return told;
    }

    /// <summary>Changes what is played; nothing where somebody left it meanwhile.</summary>
    private void Change(Func<Rehearsal, Rehearsal> how) => store.Write(world =>
    {
        if (world.Get<Rehearsal>(Kinds.Practise, Kinds.Practise) is { } rehearsal)
        {
            Put(world, how(rehearsal));
        }
    });

    private static void Put(WorldTransaction world, Rehearsal rehearsal)
    {
        world.Put(Kinds.Practise, Kinds.Practise, rehearsal);
        world.Announce(new WorldChange("practise"));
    }

    private static bool IsMeeting(JsonObject chat) => (string?)chat["kind"] == "meeting";
}
