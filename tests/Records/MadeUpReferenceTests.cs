using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class MadeUpReferenceTests : IDisposable
{
    private readonly PartHost host = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_1200_forms_of_200_KB_with_made_up_references_nothing_is_kept(bool inTheReference)
    {
        var long200 = new string('x', 200_000);
        Task<PartHost.Screen> SendAsync(int n) => host.PressAsync(Given.Priya, "planning/save-contingency", new JsonObject
        {
            ["case"] = inTheReference ? $"SB-2026-{n}{long200}" : $"SB-2026-{n}",
            ["text"] = long200,
        });
        await SendAsync(0);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var n = 1; n <= 1_200; n++)
        {
            Assert.StartsWith("I have no case for you", (await SendAsync(1_000 + n)).Text, StringComparison.Ordinal);
        }

        // Other tests run beside this one; kept, it would be 480 MB.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 200_000_000);
        Assert.Empty(await host.Cases.Record.StreamsAsync("cases/", default));
    }

    [Fact]
    public async Task What_can_be_no_reference_asks_the_store_nothing()
    {
        var (record, count) = CountedRecord.Of(host.Cases.Record);

        var told = await host.Cases.ClerkOf(record).AskAsync(
            new(Given.Priya.Person!.Value, "Priya", null, ""), new CaseId(new string('x', 65)), Capability.SeeCase, "a1",
            (_, _) => throw new InvalidOperationException(), default);

        Assert.IsType<NoSuchCase>(Assert.IsType<Decision.Refused>(told.Decision).Because);
        Assert.Empty(count.Calls);
    }

    public void Dispose() => host.Dispose();
}
