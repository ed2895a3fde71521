using StrategyBot.Cases;
using StrategyBot.Hub;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>Whichever line's words are deleted, what shows a case and what works it go on (P16).</summary>
public sealed class GoneLineTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("SB-2026-001")]
    [InlineData("SB-2026-002")]
    public async Task Whichever_it_is_status_the_hub_and_the_duties_go_on(string reference)
    {
        using var record = GoldenRecord.Open(GoldenRecord.FirstRelease, folder.Path);
        var lines = await record.ReadAsync($"cases/{reference}", 0, default);
        var duties = new Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        var stopped = new List<string>();
        // One of each kind: what a fold does with it hangs on its kind.
        foreach (var gone in lines.Skip(1).GroupBy(line => line.Envelope.Kind).SelectMany(kind => new[] { kind.First(), kind.Last() })
            .Distinct())
        {
            var folded = new CaseFolder(new(reference));
            folded.Read([.. lines.Select(line => line == gone ? line with { Content = null, Salt = null } : line)],
                new CaseCodec(ChainContract.Kinds()));
            try
            {
                Assert.Contains(folded.Case.Gone, one => one.Seq == gone.Seq);
                _ = HubFace.Of(folded.Case, Words.English);
                _ = duties.OwedBy(folded.Case).ToList();
                _ = duties.WatchesOver(folded.Case).ToList();
                _ = CaseTerms.Of(folded.Case);
                foreach (var reader in folded.Case.Participants)
                {
                    _ = StatusCard.For(folded.View(reader), Program.Phases, Words.English, Noon);
                }
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
            {
                stopped.Add($"{gone.Seq} {gone.Envelope.Kind}: {failure}");
            }
        }

        Assert.True(stopped.Count == 0, string.Join('\n', stopped));
    }

    public void Dispose() => folder.Dispose();
}
