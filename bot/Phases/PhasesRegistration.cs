using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.Phases;

internal static class PhasesRegistration
{
    /// <summary>
    /// Builds every table from the phases' lists. A verb, word, kind of duty or fact that two of them claim stops the start.
    /// </summary>
    public static IServiceCollection AddPhases(this IServiceCollection services, PhaseList phases)
    {
        var (kinds, parts, verbs) = (new FactKinds(), new PartTable(), new Verbs());
        var (commands, duties, notices) = (new Commands(), new Duties(), new Notices());
        foreach (var phase in phases.All)
        {
            phase.Kinds(kinds);
            phase.Parts(parts);
            phase.Verbs(verbs);
            phase.Commands(commands);
            phase.Duties(duties);
            phase.Notices(notices);
            phase.Services(services);
        }

        parts.AddTo(verbs);
        return services.AddSingleton(phases).AddSingleton(kinds)
            .AddSingleton(parts).AddSingleton(verbs).AddSingleton(commands).AddSingleton(duties).AddSingleton(notices)
            .AddSingleton<CommandCase>().AddSingleton<Digest>();
    }
}
