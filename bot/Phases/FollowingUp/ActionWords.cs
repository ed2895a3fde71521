using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>Actions in words.</summary>
internal static class ActionWords
{
    private const int MostWhat = 180;

    public static string Say(ActionProgress? progress) => progress switch
    {
        ActionProgress.Accepted => "accepted",
        ActionProgress.Declined => "not accepted",
        ActionProgress.Done => "done",
        ActionProgress.CannotDo => "can't be done",
        _ => "not answered",
    };

    public static string What(PlannedAction action) => action.Fact.What.Length == 0 ? "(kept from your agency by its marking)" : Shortened.To(MostWhat, action.Fact.What);

    /// <summary>When it is due and how it stands.</summary>
    public static string Standing(PlannedAction action, DateTimeOffset now, Words words) =>
        $"{(action.Fact.DueAt < now ? "Overdue since" : "By")} {words.Day(now, action.Fact.DueAt)} · {Say(action.Progress)}";
}
