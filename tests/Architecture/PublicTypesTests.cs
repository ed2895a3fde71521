namespace StrategyBot.Tests.Architecture;

/// <summary>Nobody links against the application: its types are its own.</summary>
public sealed class PublicTypesTests
{
    // xunit wants the parameters of its theories public.
    private static readonly string[] InTheories =
    [
        nameof(Program), "Turn", "Speaker", "Place", "PlaceKind", "Address", "Reply", "EffectFailure", "ActionProgress", "RecordsFound",
        "Via", "AnswerKind", "ReasonableCause", "Section47", "Conduct", "Agency",
    ];

    [Fact]
    public void Only_what_tests_say_in_public_is_public()
    {
        var known = typeof(Program).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("StrategyBot.Protocols", StringComparison.Ordinal) != true)
            .Select(type => type.Name);

        Assert.Equal(InTheories.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }
}
