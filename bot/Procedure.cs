using StrategyBot.Rules.Procedures;

namespace StrategyBot;

internal static class Procedure
{
    /// <summary>The authority's procedure, read once at the start; each case keeps its own whole copy from then on (design §7).</summary>
    /// <exception cref="StartRefusedException">The file is wrong; the sentences name every fault by its path.</exception>
    public static ProcedureProfile ReadProcedure(this WebApplicationBuilder builder) =>
        ProcedureProfiles.Load(builder.Configuration["StrategyBot:Profile"] is { Length: > 0 } named ? named : "default").Match(
            profile => profile,
            faults => throw new StartRefusedException($"StrategyBot__Profile can't be used. {string.Join(" ", faults.Select(fault => $"{fault.Path} {fault.Sentence}."))}"));
}
