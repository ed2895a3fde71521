using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Reaching;

namespace StrategyBot.Hub;

/// <summary>What the hub brings: it draws from the phases' lists and is listed as they are.</summary>
internal static class HubList
{
    public static Phase List { get; } = new("hub")
    {
        Kinds = kinds => kinds
            .Add<HubShown>("hub-shown")
            .Add<PersonAsked>("person-asked")
            .Add<EffectSending>("effect-sending")
            .Add<EffectNotDone>("effect-not-done")
            .Add<EffectSettled>("effect-settled")
            .Add<EffectAskedAgain>("effect-asked-again"),
        Parts = parts => parts
            .Page<ChosenPartPage, ChosenPartPage.Form>()
            .Page<ChosenGapPage, ChosenGapPage.Form>()
            .Act<AskPerson, AskByName.Form>()
            .Act<TryAgain, CaseForm>(),
        Verbs = verbs => verbs.Add<OpenMyPart, OpenMyPart.Form>(),
        Commands = commands => commands
            .Add<StatusCommand>()
            .Add<MissingCommand>()
            .Add<NextCommand>()
            .Add<DueCommand>()
            .Add<WhenCommand>()
            .Add<HelpCommand>(),
        Duties = duties => duties.Add<ShowHubDuty>().Add<TellAskedDuty, PersonAsked>(),
        Notices = notices => notices.Add<RememberChats>(),
        Services = services => services
            .AddSingleton<MeetingOrder>()
            .AddSingleton<IMeetingOrder>(provider => provider.GetRequiredService<MeetingOrder>())
            .AddSingleton<AfterSave>(provider => provider.GetRequiredService<MeetingOrder>().ShowAsync)
            .AddSingleton(provider => new Lazy<Commands>(provider.GetRequiredService<Commands>)),
    };
}
