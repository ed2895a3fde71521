using BenchmarkDotNet.Attributes;
using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks;

/// <summary>What one click costs beside folding its case, which every click needs where nothing is cached.</summary>
public class CaseBenchmarks
{
    private IReadOnlyList<Entry> entries = [];
    private Case folded = null!;
    private CaseView view = null!;

    /// <summary>Facts of the case: a short meeting, a long one, one that went on for weeks.</summary>
    [Params(50, 200, 1000)]
    public int Facts { get; set; }

    [GlobalSetup]
    public void Begin()
    {
        var given = BusyCase.Of(Facts);
        (entries, folded, view) = (given.Entries, given.Case, given.SeenBy(Given.Grace));
    }

    [Benchmark(Baseline = true)]
    public object Fold() => Case.Fold(Given.Id, entries);

    [Benchmark]
    public object CutForOneReader() => CaseView.Of(folded, entries, Given.Grace);

    [Benchmark]
    public object MyPart() =>
        CardJson.Write(FormCard.Of(MyPartDrawing.Of(view, Program.Phases, Given.Words, Dates.Local("2026-11-25 15:00"))));

    [Benchmark]
    public object DraftOfTheMinutes() => MinutesDraft.Of(folded);

    [Benchmark]
    public object MinutesAsDocx() => MinutesFile.Write(folded, folded.Meeting, 0, Given.Grace, Given.Words);
}
