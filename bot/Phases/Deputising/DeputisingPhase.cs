namespace StrategyBot.Phases.Deputising;

/// <summary>Who has somebody's place on the case over its months: leave, sickness, another worker.</summary>
internal static class DeputisingPhase
{
    public static Phase List { get; } = new("deputising")
    {
        Kinds = kinds => kinds
            .Add<DeputySaid>("deputy-said")
            .Add<DeputyAccepted>("deputy-accepted")
            .Add<DeputyEnded>("deputy-ended"),
        Parts = parts => parts
            .Form<DeputyPlacePart, DeputyPlacePart.Form>()
            .Form<NewDeputyPart, NewDeputyPart.Form>()
            .Page<DeputyPage, DeputyPage.Form>()
            .Act<AcceptDeputy, DeputyPage.Form>()
            .Act<EndDeputy, DeputyPage.Form>(),
        Duties = duties => duties.Add<TellDeputyDuty, ParticipantId>().Add<TellBackDuty, ParticipantId>().Add<GiveBackDuty, ParticipantId>()
            .Clock<DeputyClock>(),
        Entries = DeputisingHub.Entries,
        Status = DeputisingHub.Status,
        HandsOver = DeputisingHub.HandsOver,
    };
}
