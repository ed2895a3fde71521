using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Reaching;

/// <summary>Writes down where a person's own chat with the bot is, so that the bot can speak first.</summary>
internal sealed class RememberChats(PeopleBook people) : INoticeHandler
{
    public Task HandleAsync(Notice notice, Turn turn, CancellationToken cancellationToken)
    {
        var person = PersonId.Of(turn.By.TenantId, turn.By.ObjectId);
        return notice switch
        {
            Notice.PersonalChatOpened when turn.By.ObjectId.Length > 0 =>
                people.RememberAsync(person, new(turn.At.Address.ConversationId, turn.At.Address.ServiceUrl, turn.By.ChannelId),
                    turn.Source, cancellationToken),
            Notice.PersonalChatClosed when turn.By.ObjectId.Length > 0 =>
                people.RememberAsync(person, new(null, turn.At.Address.ServiceUrl, turn.By.ChannelId), turn.Source, cancellationToken),
            _ => Task.CompletedTask,
        };
    }
}
