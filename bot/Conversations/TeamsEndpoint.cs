using System.Text.Json;
using StrategyBot.Protocols.Teams;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Conversations;

/// <summary>The way in from Teams: checks the token, has the turn taken, and answers in time, whatever comes of it.</summary>
internal sealed class TeamsEndpoint(
    TeamsTurns turns, LateTurns late, TeamsConversations conversations, TeamsGate gate, WallClock wall,
    ILogger<TeamsEndpoint> logger)
{
    private const string NothingKnown =
        "Something went wrong here. I can't say whether it was saved: open the part again to see what stands, and try again.";
    private const string Nobody =
        "Teams couldn't tell me just now who you are, so nothing was saved. Try again in a minute.";
    private const string Done = "What took so long a moment ago is done. Open your part to see what stands.";
    private const string Failed =
        "What took so long a moment ago went wrong. I can't say whether it was saved: open your part to see what stands, and try again.";

    public async Task<IResult> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var patience = new Patience(wall.Time, wall.PatienceTimes);
        if (await ReadAsync(http, cancellationToken) is not { } activity || !TeamsIds.Leads(activity.Conversation?.Id)
            || MayWriteUnknown(activity))
        {
            return Results.Json(new { error = new { code = "BadSyntax", message = "The body is not an activity of a conversation." } },
                statusCode: StatusCodes.Status400BadRequest);
        }

        if (await gate.RefusesAsync(http.Request.Headers.Authorization, activity, patience, cancellationToken) is { } status)
        {
            logger.Refused(status, LoggedId.Of(activity.Id));
            return Results.StatusCode(status);
        }

        return activity.Type == ActivityTypes.Invoke
            ? await InTimeAsync(activity, patience)
            : ResultOf(await TakeAsync(activity, patience, cancellationToken), activity);
    }

    /// <summary>What may save something and has no id can't be told from its repeat.</summary>
    private static bool MayWriteUnknown(Activity activity) =>
        activity is { Type: ActivityTypes.Message or ActivityTypes.Invoke, Id: null or "" };

    /// <summary>What an invoke asks for is not given up when Teams, or the person, stops waiting: it may have been saved by then.</summary>
    private async Task<IResult> InTimeAsync(Activity activity, Patience patience)
    {
        var work = TakeAsync(activity, patience, CancellationToken.None);
        try
        {
            return ResultOf(await work.WaitAsync(patience.Left, wall.Time), activity);
        }
        catch (TimeoutException)
        {
            late.Follow(TellAsync(activity, work));
            return ResultOf(new(null, new Reply.Say(LateTurns.Said), InvokeResponse.Empty), activity);
        }
    }

    /// <summary>Never fails: what goes wrong is an outcome too.</summary>
    private async Task<Outcome> TakeAsync(Activity activity, Patience patience, CancellationToken cancellationToken)
    {
        try
        {
            return await turns.TakeAsync(activity, patience, cancellationToken) ?? await UnknownAsync(activity, cancellationToken);
        }
        catch (LeftAloneException left)
        {
            logger.LeftAlone(LoggedId.Of(activity.Id), left.About, left.Why);
            return await FailedAsync(activity, left.ToReader, InvokeResponse.Broken, cancellationToken);
        }
        catch (EffectFailedException outside)
        {
            logger.OutsideFailed(LoggedId.Of(activity.Id), LoggedId.Of(activity.Type), outside.Status, outside.Code);
            return await FailedAsync(activity, NothingKnown, InvokeResponse.OutsideFailed, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.TurnFailed(LoggedId.Of(activity.Id), LoggedId.Of(activity.Type), LoggedId.Of(activity.Name), failure.GetType().Name,
                failure.StackTrace ?? "");
            return await FailedAsync(activity, NothingKnown, InvokeResponse.Broken, cancellationToken);
        }
    }

    /// <summary>Nobody vouches for whoever sent it: nothing is begun.</summary>
    private async Task<Outcome> UnknownAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Message)
        {
            await TrySayAsync(activity, Nobody, cancellationToken);
            return new(null, null, InvokeResponse.Empty);
        }

        return new(null, activity.IsNamed(InvokeNames.TaskSubmit) ? null : new Reply.Say(Nobody), InvokeResponse.OutsideFailed);
    }

    private async Task<Outcome> FailedAsync(Activity activity, string sentence, InvokeResponse bare, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Message)
        {
            await TrySayAsync(activity, sentence, cancellationToken);
            return new(null, null, InvokeResponse.Empty);
        }

        // A dialog stays open with everything typed in it when its submit is answered with an error.
        return new(null, activity.IsNamed(InvokeNames.TaskSubmit) ? null : new Reply.Say(sentence), bare)
        {
            IsFailure = true,
        };
    }

    /// <summary>How something ended that somebody doesn't wait for any more. In a meeting's chat everybody reads it.</summary>
    private async Task TellAsync(Activity activity, Task<Outcome> work)
    {
        var outcome = await work;
        if (outcome.Turn is { IsAutomatic: true })
        {
            return;
        }

        var message = outcome is { Turn.At.Kind: PlaceKind.Personal, Reply: { } reply, IsFailure: false }
            ? TeamsReplies.Message(reply, PlaceKind.Personal)
            : new(CardText.Plain(activity.From?.Name ?? "") is { Length: > 0 } name ? $"{name}: {Sentence(outcome)}" : Sentence(outcome),
                null, "StrategyBot");
        await TrySendAsync(activity, message, CancellationToken.None);
    }

    private static string Sentence(Outcome outcome) => outcome switch
    {
        { IsFailure: true } => Failed,
        { Turn: null } => Nobody,
        _ => Done,
    };

    private Task TrySayAsync(Activity activity, string sentence, CancellationToken cancellationToken) =>
        TrySendAsync(activity, new(sentence, null, "StrategyBot"), cancellationToken);

    /// <summary>The answer to a failure may fail as well; then there is the log.</summary>
    private async Task TrySendAsync(Activity activity, Message message, CancellationToken cancellationToken)
    {
        try
        {
            await conversations.SendAsync(turns.AddressOf(activity), message, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.AnswerFailed(LoggedId.Of(activity.Id), failure.GetType().Name);
        }
    }

    private static IResult ResultOf(Outcome outcome, Activity activity)
    {
        var response = outcome.Reply is { } reply && activity.Type == ActivityTypes.Invoke
            ? TeamsReplies.Response(reply, activity, outcome.IsFailure)
            : outcome.Bare;
        return response.Body is { } body ? Results.Json(body, statusCode: response.Status) : Results.StatusCode(response.Status);
    }

    private static async Task<Activity?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            return await RequestBody.ReadAsync(http, cancellationToken) is { } json
                ? JsonSerializer.Deserialize(json, TeamsJson.Wire.Activity)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
