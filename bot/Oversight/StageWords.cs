namespace StrategyBot.Oversight;

/// <summary>What each stage of an open case is called.</summary>
internal static class StageWords
{
    public static string Say(BoardStage stage) => stage switch
    {
        BoardStage.Before => "Before the meeting",
        BoardStage.ToClose => "To close",
        _ => stage.ToString(),
    };
}
