using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Practise;

namespace StrategyBot.Tests.Sandbox.Practise;

public sealed class AgencyScriptTests
{
    private static readonly CastMember Nurse =
        new("health", Finds: "Found: all", Knows: [new("A bruise.", "Professionals"), new("Low mood.", "Police", WhenAsked: true)],
            View: new("Yes", "Age"));

    [Fact]
    public void Who_is_silent_does_nothing() => Assert.Empty(AgencyScript.For(Nurse with { Silent = true }));

    [Fact]
    public void What_is_held_back_waits_until_the_chair_asks()
    {
        var spoken = new Rehearsal("one", default, [], "chat", ["health/knows/0"], [], []);

        Assert.False(AgencyScript.HoldsMore(Nurse, spoken with { Done = [] }));
        Assert.True(AgencyScript.HoldsMore(Nurse, spoken));
        Assert.False(AgencyScript.HoldsMore(Nurse, spoken with { Asked = ["health"] }));
        Assert.False(AgencyScript.HoldsMore(Nurse, spoken with { Done = ["health/knows/0", "health/knows/1"] }));
    }

    [Fact]
    public void Nobody_shares_before_the_meeting_runs() =>
        Assert.All(AgencyScript.For(Nurse).Where(act => act.Part == "What your agency knows"),
            act => Assert.Equal([false, true, false], new[] { "scheduled", "running", "ended" }.Select(act.IsTime)));

    [Fact]
    public void What_is_told_never_holds_what_was_written() =>
        Assert.DoesNotContain(PractiseCases.Shipped().All.SelectMany(one => one.Cast)
            .SelectMany(member => AgencyScript.For(member).Select(act => (member, act))),
            row => row.member.Knows!.Any(known => row.act.What.Contains(known.Text, StringComparison.Ordinal)));

    [Theory]
    [InlineData("{date -126d}", "2026-07-22")]
    [InlineData("{date +5d}", "2026-11-30")]
    [InlineData("{time -2h}", "22:15")]
    [InlineData("{date -2h}", "2026-11-24")]
    [InlineData("Yes", "Yes")]
    public void A_moment_is_told_from_now_in_local_time(string written, string said) =>
        Assert.Equal(said,
            (string?)PractiseMoments.Fill(new Dictionary<string, JsonNode> { ["When"] = written },
                new(2026, 11, 25, 0, 15, 0, TimeSpan.Zero))["When"]);
}
