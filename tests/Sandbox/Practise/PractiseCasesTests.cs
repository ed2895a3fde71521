using StrategyBot.Sandbox.Practise;

namespace StrategyBot.Tests.Sandbox.Practise;

public sealed class PractiseCasesTests
{
    [Fact]
    public void Three_cases_are_shipped() =>
        Assert.Equal(["bruise-on-a-baby", "missing-teenager", "unborn-child"], PractiseCases.Shipped().All.Select(one => one.Id));

    [Fact]
    public void In_each_one_agency_is_silent_and_another_disagrees() => Assert.All(PractiseCases.Shipped().All, one =>
        Assert.NotEqual(one.Cast.Single(member => member.Silent).Who, one.Cast.Single(member => member.IfOverruled is not null).Who));

    [Fact]
    public void A_case_with_nobody_silent_stops_the_start_and_says_so() =>
        Assert.Contains("one agency is silent", Refused(Case().Replace("\"silent\": true", Plays, StringComparison.Ordinal)),
            StringComparison.Ordinal);

    [Fact]
    public void A_case_played_by_nobody_in_the_sandbox_stops_the_start() =>
        Assert.Contains("the-uncle is nobody who can play",
            Refused(Case().Replace("\"health\"", "\"the-uncle\"", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_text_that_its_form_would_refuse_stops_the_start() =>
        Assert.Contains("longer than its form takes",
            Refused(Case().Replace("A bruise was seen.", new string('x', 1_501), StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_moment_that_cannot_be_read_stops_the_start() =>
        Assert.Contains("{date yesterday} is no moment",
            Refused(Case().Replace("{date -126d}", "{date yesterday}", StringComparison.Ordinal)), StringComparison.Ordinal);

    private const string Plays =
        """ "finds": "Found: all", "knows": [{ "text": "A bruise was seen.", "mayRead": "Professionals" }], "view": { "answer": "No", "why": "None" } """;

    private static string Case() => $$"""
        {
          "id": "one", "title": "One", "about": "", "call": [], "chair": [],
          "convene": [{ "card": "Child", "fill": { "Date of birth": "{date -126d}" }, "button": "Save" }],
          "cast": [
            { "who": "health", {{Plays}}, "ifOverruled": { "choose": "Escalate", "why": "So" } },
            { "who": "police", "silent": true }
          ]
        }
        """;

    private static string Refused(string json) => Assert.Throws<InvalidOperationException>(() => PractiseCases.Of([json])).Message;
}
