using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using StrategyBot.Protocols.Teams;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Conversations;

/// <summary>The way in from Teams: checks the token, says what the activity means in the house's own words, and shows the reply
/// as Teams wants it.</summary>
public sealed class TeamsEndpoint(
    Verbs verbs, Commands commands, Notices notices, TeamsConversations conversations, TeamsGate gate, TeamsSettings settings,
    ConversationClock wall, IServiceProvider services, ILogger<TeamsEndpoint> logger)
{
    /// <summary>An activity is a click or a line; Teams itself sends none larger.</summary>
    public const long MostBytes = 256 * 1024;

    private const string NothingKnown =
        "Something went wrong here. I can't say whether it was saved: open the part again to see what stands, and try again.";

    public async Task<IResult> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = MostBytes;
        if (await ReadAsync(http, cancellationToken) is not { } activity)
        {
            return Results.Json(new { error = new { code = "BadSyntax", message = "The body is not an activity." } },
                statusCode: StatusCodes.Status400BadRequest);
        }

        if (await gate.RefusesAsync(http.Request.Headers.Authorization, activity, cancellationToken) is { } status)
        {
            logger.Refused(status, activity.Id ?? "");
            return Results.StatusCode(status);
        }

        try
        {
            var response = await TakeAsync(activity, cancellationToken);
            return response.Body is { } body ? Results.Json(body, statusCode: response.Status) : Results.StatusCode(response.Status);
        }
        catch (LeftAloneException left)
        {
            logger.LeftAlone(activity.Id ?? "", left.About, left.Why);
            return await FailedAsync(activity, left.ToReader, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.TurnFailed(activity.Id ?? "", activity.Type ?? "", activity.Name ?? "", failure.GetType().Name,
                failure.StackTrace ?? "");
            return await FailedAsync(activity, NothingKnown, cancellationToken);
        }
    }

    private async Task<InvokeResponse> TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        var turn = await TurnOfAsync(activity, cancellationToken);
        switch (activity.Type)
        {
            case ActivityTypes.Invoke:
                return await InvokeAsync(activity, turn, cancellationToken);
            case ActivityTypes.Message
                when activity.Value is { ValueKind: JsonValueKind.Object } value && CardJson.VerbOf(value) is { } verb:
                await SayAsync(await verbs.AnswerAsync(verb, services, value, turn, cancellationToken), turn, cancellationToken);
                break;
            case ActivityTypes.Message:
                await RememberAsync(turn, cancellationToken);
                await SayAsync(await commands.AnswerAsync(activity.TextWithoutMention(), services, turn, cancellationToken), turn,
                    cancellationToken);
                break;
            default:
                if (NoticeOf(activity) is { } notice)
                {
                    await notices.PassAsync(notice, services, turn, cancellationToken);
                }

                break;
        }

        return InvokeResponse.Empty;
    }

    private async Task<InvokeResponse> InvokeAsync(Activity activity, Turn turn, CancellationToken cancellationToken)
    {
        if (activity.IsNamed(InvokeNames.AdaptiveCardAction) && activity.AdaptiveCardAction() is { } pressed)
        {
            var asked = turn with { IsAutomatic = pressed.Trigger == AdaptiveCardInvokeValue.Automatic };
            var reply = await verbs.AnswerAsync(pressed.Action?.Verb, services, pressed.Action?.Data ?? Empty, asked, cancellationToken);
            return InvokeResponse.Of(reply switch
            {
                Reply.Show show => AdaptiveCardInvokeResponse.Card(Element(show.Card.Inline())),
                Reply.Say say => AdaptiveCardInvokeResponse.Message(say.Text),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        if ((activity.IsNamed(InvokeNames.TaskFetch) || activity.IsNamed(InvokeNames.TaskSubmit)) && activity.TaskModule() is { } dialog)
        {
            var data = dialog.Data ?? Empty;
            return InvokeResponse.Of(await verbs.AnswerAsync(CardJson.VerbOf(data), services, data, turn, cancellationToken) switch
            {
                Reply.Show show =>
                    TaskModuleResponse.Continue(new(show.Title, Attachment.AdaptiveCard(Element(show.Card))) { Height = "large" }),
                Reply.Say say => TaskModuleResponse.Message(say.Text),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        return InvokeResponse.NotImplemented;
    }

    private async Task SayAsync(Reply reply, Turn turn, CancellationToken cancellationToken)
    {
        var message = reply switch
        {
            Reply.Show show => new Message(null, turn.At.Kind == PlaceKind.Personal ? show.Card.Inline() : show.Card, "StrategyBot"),
            Reply.Say say => new Message(say.Text, null, "StrategyBot"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        await conversations.SendAsync(turn.At.Address, message, cancellationToken);
    }

    private Task RememberAsync(Turn turn, CancellationToken cancellationToken) => turn.At.Kind == PlaceKind.Personal
        ? notices.PassAsync(new Notice.PersonalChatOpened(), services, turn with { Source = $"{turn.Source}/reachable" }, cancellationToken)
        : Task.CompletedTask;

    private static Notice? NoticeOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.InstallationUpdate when activity.Action?.StartsWith("remove", StringComparison.OrdinalIgnoreCase) == true =>
            IsPersonal(activity) ? new Notice.PersonalChatClosed() : null,
        ActivityTypes.InstallationUpdate => IsPersonal(activity) ? new Notice.PersonalChatOpened() : new Notice.JoinedChat(),
        ActivityTypes.ConversationUpdate when activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true =>
            IsPersonal(activity) ? new Notice.PersonalChatOpened() : new Notice.JoinedChat(),
        ActivityTypes.Event when activity.IsNamed(EventNames.MeetingStart) =>
            new Notice.MeetingStarted(activity.MeetingStart()?.StartTime ?? activity.Timestamp ?? default),
        ActivityTypes.Event when activity.IsNamed(EventNames.MeetingEnd) =>
            new Notice.MeetingEnded(activity.MeetingEnd()?.EndTime ?? activity.Timestamp ?? default),
        _ => null,
    };

    private async Task<Turn> TurnOfAsync(Activity activity, CancellationToken cancellationToken)
    {
        var address = new Address(activity.Conversation?.Id ?? "", activity.ServiceUrl ?? settings.ServiceUrl);
        var kind = IsPersonal(activity) ? PlaceKind.Personal : PlaceKind.MeetingChat;
        var place = new Place(kind, address, activity.ReplyToId, activity.ChannelData?.Meeting?.Id);
        return new(await SpeakerAsync(activity, address, cancellationToken), place, activity.Id ?? "");
    }

    /// <summary>The roster vouches for a person's tenant and address; without it a member of the host's own tenant is still known
    /// by their object id.</summary>
    private async Task<Speaker> SpeakerAsync(Activity activity, Address at, CancellationToken cancellationToken)
    {
        var from = activity.From;
        var told = new Speaker(activity.HostTenantId ?? "", from?.AadObjectId ?? "", from?.Id ?? "", from?.Name ?? "", null);
        if (activity.Type is not (ActivityTypes.Invoke or ActivityTypes.Message) || told.ChannelId.Length == 0)
        {
            return told;
        }

        try
        {
            return await conversations.MemberAsync(at, told.ChannelId, wall.Time.GetUtcNow(), cancellationToken);
        }
        catch (EffectFailedException failure) when (IsPersonal(activity))
        {
            // Only people of the host's own tenant have a chat of their own with the bot.
            logger.RosterFailed(activity.Id ?? "", failure.Status);
            return told;
        }
    }

    private async Task<IResult> FailedAsync(Activity activity, string sentence, CancellationToken cancellationToken)
    {
        if (activity.IsNamed(InvokeNames.AdaptiveCardAction))
        {
            var error = AdaptiveCardInvokeResponse.Error(StatusCodes.Status500InternalServerError, "InternalError", sentence);
            return Results.Json(InvokeResponse.Of(error).Body);
        }

        if (activity.IsNamed(InvokeNames.TaskFetch))
        {
            return Results.Json(InvokeResponse.Of(TaskModuleResponse.Message(sentence)).Body);
        }

        // A dialog stays open with everything typed in it when its submit is answered with an error.
        if (activity.Type != ActivityTypes.Message)
        {
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }

        try
        {
            var there = new Address(activity.Conversation?.Id ?? "", activity.ServiceUrl ?? settings.ServiceUrl);
            await conversations.SendAsync(there, new(sentence, null, "StrategyBot"), cancellationToken);
        }
        catch (EffectFailedException failure)
        {
            logger.RosterFailed(activity.Id ?? "", failure.Status);
        }

        return Results.Ok();
    }

    private static async Task<Activity?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, TeamsJson.Wire.Activity, cancellationToken);
        }
        catch (Exception bad) when (bad is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static bool IsPersonal(Activity activity) =>
        string.Equals(activity.Conversation?.ConversationType, "personal", StringComparison.OrdinalIgnoreCase);

    private static JsonElement Element(AdaptiveCard card) => JsonSerializer.SerializeToElement(CardJson.ToNode(card));

    private static JsonElement Empty { get; } = JsonSerializer.SerializeToElement(new { });
}

/// <summary>Wall time, for how long a roster's answer is remembered.</summary>
public sealed record ConversationClock(TimeProvider Time);
