using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.Phases;

public static class PhasesRegistration
{
    /// <summary>Builds every table from the phases' lists. A verb, word, kind of duty or fact that two of them claim stops the start.</summary>
    public static IServiceCollection AddPhases(this IServiceCollection services, PhaseList phases)
    {
        var (kinds, verbs, commands, duties, notices) = (new FactKinds(), new Verbs(), new Commands(), new Duties(), new Notices());
        foreach (var phase in phases.All)
        {
            phase.Kinds(kinds);
            phase.Verbs(verbs);
            phase.Commands(commands);
            phase.Duties(duties);
            phase.Notices(notices);
            phase.Services(services);
        }

        return services.AddSingleton(phases).AddSingleton(kinds).AddSingleton(verbs).AddSingleton(commands).AddSingleton(duties).AddSingleton(notices).AddSingleton<LiveCase>().AddSingleton<Rows>();
    }
}
