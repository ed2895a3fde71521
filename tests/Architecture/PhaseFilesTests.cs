using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases;

namespace StrategyBot.Tests.Architecture;

/// <summary>Whoever knows one phase finds their way in all: the same file names in each.</summary>
public sealed class PhaseFilesTests
{
    private static readonly (Type Shape, string[] Endings)[] Files =
    [
        (typeof(IDuty), ["Duty"]),
        (typeof(IClock), ["Clock"]),
        (typeof(IWatch), ["Watch"]),
        (typeof(ICommand), ["Command"]),
        (typeof(IPart<>), ["Part", "Page"]),
        (typeof(IPage<>), ["Page", "Part"]),
        (typeof(IAct<>), ["Part", "Page", "Command"]),
    ];

    private static readonly string Bot = Path.Combine(FilesTests.Root(), "bot");

    [Fact]
    public void Each_phase_has_its_list_and_what_the_hub_draws_from_it() =>
        Assert.Empty(
            from folder in Directory.EnumerateDirectories(Path.Combine(Bot, "Phases"))
            from what in new[] { "Phase", "Hub" }
            let file = Path.Combine(folder, Path.GetFileName(folder) + what + ".cs")
            where !File.Exists(file)
            select Path.GetRelativePath(Bot, file));

    [Fact]
    public void Whatever_a_phase_brings_stands_in_a_file_that_says_what_it_is()
    {
        var sources = new[] { "Phases", "Hub" }
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Bot, room), "*.cs", SearchOption.AllDirectories))
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Room: Room(file), Text: File.ReadAllText(file))).ToList();
        var brought =
            (from type in typeof(Program).Assembly.GetTypes()
             where type is { IsClass: true, IsAbstract: false, Namespace: not null } && sources.Exists(file => file.Room == type.Namespace)
             from shape in Files
             where type.GetInterfaces().Any(one => (one.IsGenericType ? one.GetGenericTypeDefinition() : one) == shape.Shape)
             select (type, shape.Endings)).ToList();

        Assert.All(Files, shape => Assert.Contains(brought, one => one.Endings == shape.Endings));
        Assert.Empty(
            from one in brought
            let file = sources.First(file => file.Room == one.type.Namespace
                && Regex.IsMatch(file.Text, $@"\b(class|record) {Regex.Escape(one.type.Name.Split('`')[0])}\b"))
            where !one.Endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal))
            select $"{one.type.Name} stands in {file.Name}.cs");
    }

    private static string Room(string file) =>
        "StrategyBot." + Path.GetRelativePath(Bot, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
}
