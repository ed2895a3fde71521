using StrategyBot.Starting;

namespace StrategyBot.Checking;

/// <summary><c>dotnet run --project bot -- check</c>: whether everything that the bot needs is there and lets it in.
/// Serves nobody and changes nothing.</summary>
internal static class CheckCommand
{
    private static readonly IReadOnlyList<Type> Checks =
        [typeof(StoreCheck), typeof(RecordCheck), typeof(TokenCheck), typeof(GraphCheck), typeof(RefusedCheck),
            typeof(LinkKeyCheck), typeof(LinksCheck), typeof(ProcedureCheck), typeof(LetterheadCheck), typeof(PdfCheck)];

    /// <summary>Takes each step of a start, and says of each that fails which setting it was.</summary>
    public static IReadOnlyList<Finding> Settings(IEnumerable<Action> steps)
    {
        var wrong = new List<Finding>();
        foreach (var step in steps)
        {
            try
            {
                step();
            }
            catch (StartRefusedException refused)
            {
                wrong.AddRange(refused.Sentences.Select(sentence => new Finding(Verdict.Wrong, "settings", sentence)));
            }
        }

        return wrong.Count > 0 ? wrong : [new(Verdict.Ok, "settings", "each that the start needs is there.")];
    }

    /// <summary>Everything that can be looked at with the settings as they are.</summary>
    /// <param name="bringsItsOwnGraph">The sandbox's Graph is this program itself, which does not run now.</param>
    public static async Task<IReadOnlyList<Finding>> LookAsync(
        IServiceProvider services, bool bringsItsOwnGraph, CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        foreach (var type in Checks)
        {
            found.AddRange(type == typeof(GraphCheck) && bringsItsOwnGraph
                ? [new(Verdict.NotChecked, "Graph", "the sandbox brings its own.")]
                : await LookAsync(services, type, cancellationToken));
        }

        return found;
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(IServiceProvider services, Type type, CancellationToken cancellationToken)
    {
        var what = type.Name.Replace("Check", "", StringComparison.Ordinal).ToLowerInvariant();
        ICheck check;
        try
        {
            check = (ICheck)ActivatorUtilities.CreateInstance(services, type);
        }
        catch (StartRefusedException refused)
        {
            return [.. refused.Sentences.Select(sentence => new Finding(Verdict.Wrong, what, sentence))];
        }
        catch (InvalidOperationException)
        {
            // A room that it looks at was not made.
            return [new(Verdict.NotChecked, what, "its settings come first.")];
        }
        catch (Exception failure)
        {
            return [new(Verdict.Wrong, what,
                $"it can't be opened ({failure.GetType().Name}). Look at its settings, and at what they name.")];
        }

        return await check.LookAsync(cancellationToken);
    }
}
