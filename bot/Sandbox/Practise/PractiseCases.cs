using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Practise;

/// <summary>The cases that are shipped, read and checked when the world starts.</summary>
internal sealed class PractiseCases
{
    // As the bot's forms take them (design §5.8).
    private const int LongText = 1_500, Line = 200;

    private PractiseCases(IReadOnlyList<PractiseCase> all) => All = all;

    public IReadOnlyList<PractiseCase> All { get; }

    public PractiseCase? Find(string? id) => All.FirstOrDefault(one => one.Id == id);

    public static PractiseCases Shipped()
    {
        var assembly = typeof(PractiseCases).Assembly;
        return Of(assembly.GetManifestResourceNames().Where(name => name.Contains(".Practise.Cases.", StringComparison.Ordinal)).Order()
            .Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }));
    }

    /// <exception cref="InvalidOperationException">A case is not fit to be played; the sentence says which and why.</exception>
    public static PractiseCases Of(IEnumerable<string> jsons)
    {
        var all = jsons.Select(WorldJson.Read<PractiseCase>).ToList();
        var faults = all.SelectMany(one => Faults(one).Select(fault => $"The practice case {one.Id}: {fault}")).ToList();
        return faults.Count == 0 ? new(all) : throw new InvalidOperationException(string.Join(' ', faults));
    }

    private static IEnumerable<string> Faults(PractiseCase one)
    {
        var playing = one.Cast.Where(member => !member.Silent).ToList();
        foreach (var member in one.Cast.Where(
            member => member.Who == SandboxPeople.Chair.Id || SandboxPeople.All.All(person => person.Id != member.Who)))
        {
            yield return $"{member.Who} is nobody who can play an agency.";
        }

        foreach (var member in playing.Where(member => member.Finds is null || member.View is null || member.Knows is not { Count: > 0 }))
        {
            yield return $"{member.Who} needs finds, knows and view, or silent.";
        }

        if (one.Cast.Count(member => member.Silent) != 1 || playing.Count(member => member.IfOverruled is not null) != 1)
        {
            yield return "one agency is silent, and one disagrees.";
        }

        if (playing.SelectMany(member => member.Knows ?? []).Any(known => known.Text.Length > LongText)
            || playing.Any(member => member.View?.Why.Length > Line))
        {
            yield return "a text is longer than its form takes.";
        }

        foreach (var text in one.Convene.SelectMany(step => step.Fill.Values).Select(value => value.ToString())
            .Where(text => text.StartsWith('{') && PractiseMoments.Read(text) is null))
        {
            yield return $"{text} is no moment; write {{date -126d}} or {{time -2h}}.";
        }
    }
}
