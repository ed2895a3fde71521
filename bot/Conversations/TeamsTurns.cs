using System.Text.Json;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Conversations;

/// <summary>What came of an activity.</summary>
/// <param name="Turn">What it was taken for; <c>null</c> where nobody vouched for its sender, or it broke.</param>
/// <param name="Reply">For whoever pressed; <c>null</c> where there is nothing to show them, or it was sent into the chat.</param>
/// <param name="Bare">What is answered where no reply can be shown.</param>
internal sealed record Outcome(Turn? Turn, Reply? Reply, InvokeResponse Bare)
{
    public bool IsFailure { get; init; }
}

/// <summary>Says what an activity means in the house's own words, and has it done.</summary>
internal sealed class TeamsTurns(
    Verbs verbs, Commands commands, Notices notices, TeamsSpeakers speakers, TeamsConversations conversations, TeamsSettings settings,
    Sources sources, IServiceProvider services)
{
    private const string EditedTooLate = "I had read that message already, so changing it changes nothing that was saved. "
        + "To put right what stands, open your part and change it there; `help` lists what you can type.";
    private const string DeletedTooLate = "I had read that message already, so deleting it takes nothing back that was saved. "
        + "To take something back, open your part and change it there.";

    public Address AddressOf(Activity activity) => new(activity.Conversation?.Id ?? "", activity.ServiceUrl ?? settings.ServiceUrl);

    /// <returns><c>null</c> where nobody vouches for the sender.</returns>
    public async Task<Outcome?> TakeAsync(Activity activity, Patience patience, CancellationToken cancellationToken)
    {
        if (await speakers.OfAsync(activity, AddressOf(activity), patience, cancellationToken) is not { } speaker)
        {
            return null;
        }

        var kind = TeamsIds.IsPersonal(activity) ? PlaceKind.Personal : PlaceKind.MeetingChat;
        var place = new Place(kind, AddressOf(activity), activity.ReplyToId, activity.ChannelData?.Meeting?.Id);
        var turn = new Turn(speaker, place, sources.Of(activity)) { Patience = patience };
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
            case ActivityTypes.MessageUpdate when activity.From?.Id != activity.Recipient?.Id:
                await SayAsync(new Reply.Say(EditedTooLate), turn, cancellationToken);
                break;
            // In a meeting's chat people are asked to delete what everybody could read; nothing was saved from it.
            case ActivityTypes.MessageDelete when kind == PlaceKind.Personal && activity.From?.Id != activity.Recipient?.Id:
                await SayAsync(new Reply.Say(DeletedTooLate), turn, cancellationToken);
                break;
            default:
                if (NoticeOf(activity) is { } notice)
                {
                    await notices.PassAsync(notice, services, turn, cancellationToken);
                }

                break;
        }

        return new(turn, null, InvokeResponse.Empty);
    }

    private async Task<Outcome> InvokeAsync(Activity activity, Turn turn, CancellationToken cancellationToken)
    {
        if (activity.IsNamed(InvokeNames.AdaptiveCardAction) && activity.AdaptiveCardAction() is { } pressed)
        {
            var asked = turn with { IsAutomatic = pressed.Trigger == AdaptiveCardInvokeValue.Automatic };
            var reply = await AnswerAsync(pressed.Action?.Verb, pressed.Action?.Data, asked, cancellationToken);
            await KeepAsync(reply, asked, cancellationToken);
            return new(asked, reply, InvokeResponse.Empty);
        }

        if ((activity.IsNamed(InvokeNames.TaskFetch) || activity.IsNamed(InvokeNames.TaskSubmit)) && activity.TaskModule() is { } dialog)
        {
            var verb = CardJson.VerbOf(dialog.Data ?? Empty);
            return new(turn, await AnswerAsync(verb, dialog.Data, turn, cancellationToken), InvokeResponse.Empty);
        }

        return new(turn, null, InvokeResponse.Unknown);
    }

    private Task<Reply> AnswerAsync(string? verb, JsonElement? data, Turn turn, CancellationToken cancellationToken) =>
        verbs.AnswerAsync(verb, services, data ?? Empty, turn, cancellationToken);

    /// <summary>What answers a card in one's own chat is written into its message too, before it is drawn: Teams forgets an answer
    /// when the chat is opened again, and would show the first of many steps.</summary>
    private async Task KeepAsync(Reply reply, Turn turn, CancellationToken cancellationToken)
    {
        if (reply is Reply.Show && turn is { IsAutomatic: false, At: { Kind: PlaceKind.Personal, CardId: { Length: > 0 } card } at })
        {
            // Where it can't be kept, the old card says what stands when it is pressed again.
            await turn.Patience.AskAsync(
                async token =>
                {
                    await conversations.UpdateAsync(at.Address, card, TeamsReplies.Message(reply, at.Kind), token);
                    return true;
                },
                static () => false, cancellationToken);
        }
    }

    private Task<string> SayAsync(Reply reply, Turn turn, CancellationToken cancellationToken) =>
        conversations.SendAsync(turn.At.Address, TeamsReplies.Message(reply, turn.At.Kind), cancellationToken);

    private Task RememberAsync(Turn turn, CancellationToken cancellationToken) => turn.At.Kind == PlaceKind.Personal
        ? notices.PassAsync(new Notice.PersonalChatOpened(), services, turn with { Source = $"{turn.Source}/reachable" }, cancellationToken)
        : Task.CompletedTask;

    private static Notice? NoticeOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.InstallationUpdate when activity.Action?.StartsWith("remove", StringComparison.OrdinalIgnoreCase) == true =>
            TeamsIds.IsPersonal(activity) ? new Notice.PersonalChatClosed() : null,
        ActivityTypes.InstallationUpdate => Opened(activity),
        ActivityTypes.ConversationUpdate when activity.Recipient?.Id is { Length: > 0 } bot
            && activity.MembersAdded?.Any(member => member?.Id == bot) == true => Opened(activity),
        ActivityTypes.Event when activity.IsNamed(EventNames.MeetingStart) =>
            new Notice.MeetingStarted(activity.MeetingStart()?.StartTime ?? activity.Timestamp ?? default),
        ActivityTypes.Event when activity.IsNamed(EventNames.MeetingEnd) =>
            new Notice.MeetingEnded(activity.MeetingEnd()?.EndTime ?? activity.Timestamp ?? default),
        _ => null,
    };

    private static Notice Opened(Activity activity) =>
        TeamsIds.IsPersonal(activity) ? new Notice.PersonalChatOpened() : new Notice.JoinedChat();

    private static JsonElement Empty { get; } = JsonSerializer.SerializeToElement(new { });
}
