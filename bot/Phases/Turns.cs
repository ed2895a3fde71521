using StrategyBot.Cases;
using StrategyBot.Conversations;

namespace StrategyBot.Phases;

/// <summary>From what the channel vouches for to who asks on a case.</summary>
public static class Turns
{
    public static Asker Asker(this Turn turn) => new(PersonId.Of(turn.By.TenantId, turn.By.ObjectId), turn.By.Name, turn.By.Mail, turn.By.ChannelId);
}
