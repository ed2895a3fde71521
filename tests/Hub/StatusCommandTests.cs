using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Records;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class StatusCommandTests
{
    /// <summary>Open ones and closed ones come of one look through them.</summary>
    [Fact]
    public async Task Each_case_is_read_once()
    {
        var cases = new RecordedCases();
        await cases.HaveAsync(Given.AConvenedCase());
        var considered = Begun.ACase().Fact(new NoMeetingDecided("Explained.", "Priya Nair", "Visits."));
        await cases.Clerk.RecordAsync(
            new CaseId("SB-2026-015"), "closed", _ => [.. considered.Entries.Select(entry => entry.Fact)], default);
        var (record, count) = CountedRecord.Of(cases.Record);
        using var host = new PartHost(services => services.AddSingleton(cases.ClerkOf(record)).AddTransient<CommandCase>(), cases: cases);

        var status = (await host.TypeAsync(Given.Priya, "status")).Text;

        Assert.Contains("SB-2026-014", status, StringComparison.Ordinal);
        Assert.Contains("Considered, no meeting", status, StringComparison.Ordinal);
        Assert.Equal(2, count.Calls[nameof(IRecord.ReadAsync)]);
    }
}
