using System.Text.Json.Nodes;
using StrategyBot.Conversations;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.Practise;

/// <summary>One turn of a practice case: somebody looks at what is before them and does the first thing that it is time for.</summary>
/// <param name="first">Told the first card of convening before it is pressed.</param>
/// <param name="sent">Told how many cards of convening are sent, after each: a step that fails goes on there.</param>
internal sealed class PlayedTurn(
    PractiseCase played, Rehearsal rehearsal, SandboxClock clock, Func<string, Hands> handsOf,
    Action<Screen> first, Action<int> sent)
{
    private const string GoOn = "Go on with the chosen one", Another = "Convene another meeting";

    private const string Convened = "chair/convene";

    private static readonly Dictionary<string, JsonNode> Nothing = [];

    public Task<(string Id, CastStep Told)?> StepAsync(bool forTheChair, CancellationToken cancellationToken) =>
        forTheChair ? ChairAsync(handsOf(SandboxPeople.Chair.Id), cancellationToken) : CastAsync(cancellationToken);

    /// <summary>Somebody who is expected comes into the running meeting.</summary>
    public async Task<(string Id, CastStep Told)?> JoinAsync(CancellationToken cancellationToken)
    {
        foreach (var member in rehearsal.ChatId is null ? [] : played.Cast)
        {
            var join = AgencyScript.For(member).FirstOrDefault(act => act.Id.EndsWith(AgencyScript.Join, StringComparison.Ordinal));
            var chat = join is null || rehearsal.Done.Contains(join.Id)
                ? null
                : (await handsOf(member.Who).ChatsAsync(cancellationToken)).FirstOrDefault(chat => (string?)chat["id"] == rehearsal.ChatId);
            if (chat is not null && join!.IsTime((string?)chat["meetingState"]))
            {
                await WithoutCardAsync(handsOf(member.Who), chat, join, cancellationToken);
                return (join.Id, new(clock.GetUtcNow(), member.Who, join.What));
            }
        }

        return null;
    }

    private async Task<(string, CastStep)?> CastAsync(CancellationToken cancellationToken)
    {
        foreach (var member in rehearsal.ChatId is null ? [] : played.Cast)
        {
            var hands = handsOf(member.Who);
            var chat = (await hands.ChatsAsync(cancellationToken)).FirstOrDefault(chat => (string?)chat["id"] == rehearsal.ChatId);
            var open =
                chat is null ? [] : AgencyScript.For(member).Where(act => IsOpen(act, member, (string?)chat["meetingState"])).ToList();
            if (open.Count > 0 && await FirstAsync(hands, chat!, open, cancellationToken) is { } act)
            {
                return (act.Id, new(clock.GetUtcNow(), member.Who, act.What));
            }
        }

        return null;
    }

    private bool IsOpen(CastAct act, CastMember member, string? meetingState) =>
        act.IsTime(meetingState) && (act.WhileItSays is not null || !rehearsal.Done.Contains(act.Id))
            && (!act.WhenAsked || rehearsal.Asked.Contains(member.Who))
            // What a quick chair answered in their place is answered.
            && !(act.IsHeading && rehearsal.Done.Any(done => Begins(done, $"chair/{act.Part}")));

    private async Task<CastAct?> FirstAsync(Hands hands, JsonObject chat, List<CastAct> open, CancellationToken cancellationToken)
    {
        foreach (var act in open.Where(act => act.Part is null))
        {
            if (await WithoutCardAsync(hands, chat, act, cancellationToken))
            {
                return act;
            }
        }

        if (open.All(act => act.Part is null) || await hands.OpenPartAsync((string)chat["id"]!, cancellationToken) is not { } mine)
        {
            return null;
        }

        var lines = (await hands.PartsAsync(mine, cancellationToken)).Select(part => part.Line).ToList();
        var fitting = open.FirstOrDefault(act => act.Part is not null && Fits(act, act.Part, mine, lines));
        if (fitting is not null)
        {
            await PlayAsync(hands, mine, fitting.Part!, fitting.Presses, cancellationToken);
        }

        return fitting;
    }

    private static bool Fits(CastAct act, string part, Screen mine, List<string> lines) =>
        lines.Any(line => Begins(line, part)) && (!act.WhenNext || Begins(mine.Next, part))
            && (act.WhileItSays is not { } said || mine.Says(said));

    private async Task<bool> WithoutCardAsync(Hands hands, JsonObject chat, CastAct act, CancellationToken cancellationToken)
    {
        if (act.Id.EndsWith(AgencyScript.Join, StringComparison.Ordinal))
        {
            await hands.MeetAsync((string)chat["onlineMeetingId"]!, "join", cancellationToken);
            return true;
        }

        var invitation =
            (await hands.CalendarAsync(cancellationToken)).FirstOrDefault(
                item => (string?)item["chatId"] == rehearsal.ChatId && (string?)item["response"] is null or "none" or "notResponded");
        if (invitation is not null)
        {
            await hands.AnswerAsync((string)invitation["id"]!, "accepted", cancellationToken);
        }

        return invitation is not null;
    }

    private async Task<(string, CastStep)?> ChairAsync(Hands chair, CancellationToken cancellationToken)
    {
        var chat = (await chair.ChatsAsync(cancellationToken)).FirstOrDefault(chat => (string?)chat["id"] == rehearsal.ChatId);
        if (chat is null)
        {
            return rehearsal.Done.Contains(Convened) ? null : await ConveneAsync(chair, cancellationToken);
        }

        if ((string?)chat["meetingState"] == "scheduled")
        {
            // Earlier somebody only tries the link: the bot would not take it for the meeting.
            await chair.MoveClockAsync(chat["startsAt"]!.GetValue<DateTimeOffset>(), cancellationToken);
            await chair.MeetAsync((string)chat["onlineMeetingId"]!, "start", cancellationToken);
            return Did("start", "starts the meeting");
        }

        if (await chair.OpenPartAsync(rehearsal.ChatId!, cancellationToken) is not { Next: { } next } mine)
        {
            return null;
        }

        // Where somebody else did something since, it may be asked again.
        if (rehearsal.Done is [.., var last] && last == $"chair/{next}")
        {
            throw new OffScriptException($"{next} stays open");
        }

        var part = ChairScript.At(played, next) ?? throw new OffScriptException($"nothing is written for the chair at {next}");
        // Whoever is quick would otherwise end it before the others have said all that they know.
        if (part.Part == ChairScript.End && await CastAsync(cancellationToken) is { } first)
        {
            return first;
        }

        await PlayAsync(chair, mine, part.Part, part.Presses, cancellationToken);
        if (part.Part == ChairScript.End)
        {
            await chair.MeetAsync((string)chat["onlineMeetingId"]!, "end", cancellationToken);
        }

        return Did(next, $"does “{next}”");
    }

    private async Task<(string, CastStep)?> ConveneAsync(Hands chair, CancellationToken cancellationToken)
    {
        var (screen, next) = (FirstAgain(), 0);
        if (screen is null)
        {
            var own = (await chair.ChatsAsync(cancellationToken)).First(chat => (string?)chat["kind"] == "personal");
            screen = await chair.SayAsync((string)own["id"]!, "convene", cancellationToken);
            if (rehearsal.Convened > 0 && !screen.Buttons.Contains(GoOn))
            {
                // The last card was answered after all.
                return Convenes();
            }

            if (screen.Buttons.Contains(GoOn))
            {
                // What an earlier step began stands first: another case for each try would fill the chair's list.
                screen = await chair.PressAsync(screen, rehearsal.Convened > 0 ? GoOn : Another, Nothing, cancellationToken);
                next = rehearsal.Convened > 0 ? ResumeAt(screen) : 0;
            }

            if (rehearsal.Convened == 0)
            {
                first(Came(screen));
            }
        }

        for (; next < played.Convene.Count; next++)
        {
            screen = Came(await SendAsync(chair, screen, played.Convene[next], cancellationToken));
            sent(next + 1);
        }

        return Convenes();
    }

    /// <summary>The first card, once it was there: whether what was pressed on it opened the case nobody may know yet.</summary>
    private Screen? FirstAgain() =>
        rehearsal is { Convened: 0, First: { } card } ? new(card.ChatId, card.MessageId, card.Card, null) : null;

    /// <exception cref="HttpRequestException">The bot goes on by itself; what came of it is seen at the next step.</exception>
    private static Screen Came(Screen screen) => screen switch
    {
        { Card: not null } => screen,
        { Text: LateTurns.Said } => throw new HttpRequestException("The bot takes longer."),
        { Text: var said } => throw new OffScriptException($"the bot says “{said}”"),
    };

    /// <summary>The card that the bot shows, at or before the one that was to come next.</summary>
    private int ResumeAt(Screen screen)
    {
        var fitting = Enumerable.Range(0, played.Convene.Count).Where(at => played.Convene[at].Card == screen.Title).ToList();
        return fitting.Count == 0
            ? throw new OffScriptException($"nothing is written for convening at {screen.Title}")
            : fitting.LastOrDefault(at => at <= rehearsal.Convened, fitting[0]);
    }

    private async Task<Screen> SendAsync(Hands chair, Screen screen, ConveneStep step, CancellationToken cancellationToken)
    {
        if (step.IfRefused is { } more)
        {
            var now = clock.GetUtcNow();
            var shown = await chair.PressAsync(screen, step.Button, PractiseMoments.Fill(step.Fill, now), cancellationToken);
            return shown.Refusal is null
                ? shown
                : await PressAsync(chair, shown, new(step.Fill.Concat(more).ToDictionary(), step.Button), cancellationToken);
        }

        return await PressAsync(chair, screen, new(step.Fill, step.Button), cancellationToken);
    }

    /// <summary>Opens the part from the person's own list and presses through it.</summary>
    private async Task PlayAsync(Hands hands, Screen mine, string part, IReadOnlyList<Press> presses, CancellationToken cancellationToken)
    {
        // Of several with one title, the one that is next.
        var named = mine.Next is { } next && Begins(next, part) ? next : part;
        var (line, list) = (await hands.PartsAsync(mine, cancellationToken)).FirstOrDefault(one => Begins(one.Line, named));
        if (line is null)
        {
            throw new OffScriptException($"{part} is not in the list of {hands.Who}");
        }

        var screen = await hands.PressAsync(list, line, new Dictionary<string, JsonNode>(), cancellationToken);
        foreach (var press in presses)
        {
            while (press.WhileThere && screen.Buttons.Any(title => Begins(title, press.Button)))
            {
                screen = await PressAsync(hands, screen, press, cancellationToken);
            }

            screen = press.WhileThere ? screen : await PressAsync(hands, screen, press, cancellationToken);
        }
    }

    private async Task<Screen> PressAsync(Hands hands, Screen screen, Press press, CancellationToken cancellationToken)
    {
        var shown = await hands.PressAsync(screen, press.Button, PractiseMoments.Fill(press.Fill, clock.GetUtcNow()), cancellationToken);
        return shown.Refusal is { } why ? throw new OffScriptException($"{screen.Title}: {why}") : shown;
    }

    private (string, CastStep)? Convenes() => Did("convene", "convenes the meeting");

    private (string, CastStep)? Did(string what, string told) => ($"chair/{what}", new(clock.GetUtcNow(), SandboxPeople.Chair.Id, told));

    private static bool Begins(string? line, string part) => line?.StartsWith(part, StringComparison.Ordinal) == true;
}
