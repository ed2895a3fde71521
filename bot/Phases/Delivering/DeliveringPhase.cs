namespace StrategyBot.Phases.Delivering;

/// <summary>Whether what is sent arrives: letters that come back, and addresses that reach nobody (R81).</summary>
internal static class DeliveringPhase
{
    public static Phase List { get; } = new("delivering")
    {
        Parts = parts => parts.Form<AddressPart, AddressPart.Form>(),
        Duties = duties => duties.Watch<ReturnedMailWatch>().Add<TellNotReachedDuty, ParticipantId>(),
        Entries = DeliveringHub.Entries,
    };
}
