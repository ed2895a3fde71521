using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>The phase's forms as people press them, over a real record.</summary>
public sealed class SafeguardingPartsTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public async Task One_childs_police_protection_gives_no_deadline_to_a_child_on_another_footing()
    {
        await HaveAsync(SafetyBasis.PoliceProtection, SafetyBasis.None);

        var form = await OpenAsync("child-1");
        Assert.DoesNotContain("Same for", form.Text);
        await form.PressAsync("Save", ("sinceDate", "2026-11-25"), ("sinceTime", "10:00"));

        Assert.Null((await PositionsAsync())[new("child-2")].Fact.BasisFrom);
    }

    [Fact]
    public async Task The_same_limit_is_for_those_on_the_same_footing_and_says_who_they_are()
    {
        await HaveAsync(SafetyBasis.PoliceProtection, SafetyBasis.None, SafetyBasis.PoliceProtection);

        var saved = await (await OpenAsync("child-1"))
            .PressAsync("Same for Child 1 and Child 3", ("sinceDate", "2026-11-25"), ("sinceTime", "10:00"));

        Assert.Contains("where Child 1 and Child 3 are safe", saved.Text);
        var since = (await PositionsAsync()).OrderBy(one => one.Key.Value).Select(one => one.Value.Fact.BasisFrom is not null);
        Assert.Equal([true, false, true], since);
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_comes_back_with_the_sentence()
    {
        host.Clock.Advance(Dates.Local("2027-03-28 12:00") - host.Clock.GetUtcNow());
        await HaveAsync(SafetyBasis.PoliceProtection);

        var refused = await (await OpenAsync("child-1")).PressAsync("Save", ("sinceDate", "2027-03-28"), ("sinceTime", "01:30"));

        Assert.Contains("There is no 01:30 on Sun 28 Mar 2027: the clocks go forward.", refused.Text);
        Assert.Equal("01:30", refused.Value("sinceTime"));
    }

    public void Dispose() => host.Dispose();

    private Task HaveAsync(params IReadOnlyList<SafetyBasis> footings) => host.Cases.HaveAsync(AConvenedCase(children: footings.Count).Fact(
        [.. footings.Select((footing, index) => new PositionRecorded("Ward 4", "", "", footing, null, null, "")
        {
            Meeting = FirstMeeting,
            Child = new ChildId($"child-{index + 1}"),
        })]));

    private async Task<PartHost.Screen> OpenAsync(string child)
    {
        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        return await host.OpenAsync(Priya, LimitPart.Button(@case, @case.Find(new ChildId(child))!));
    }

    private async Task<IReadOnlyDictionary<ChildId, Decided<PositionRecorded>>> PositionsAsync() =>
        (await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Safety.Positions;
}
