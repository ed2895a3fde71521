using BenchmarkDotNet.Attributes;
using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks;

/// <summary>What one click costs beside folding its case, which every click needs where nothing is cached.</summary>
public class CaseBenchmarks
{
    private IReadOnlyList<Entry> entries = [];
    private Case folded = null!;
    private CaseView view = null!;
    private CaseFolder folder = null!;

    /// <summary>Facts of the case: a short meeting, a long one, two that went on for weeks.</summary>
    [Params(50, 200, 1000, 2500)]
    public int Facts { get; set; }

    [GlobalSetup]
    public void Begin()
    {
        var given = BusyCase.Of(Facts);
        (entries, folded, view) = (given.Entries, given.Case, given.SeenBy(Given.Grace));
        folder = new(Given.Id);
        Read(entries.SkipLast(30));
        foreach (var entry in entries.TakeLast(30))
        {
            Read([entry]);
        }
    }

    private void Read(IEnumerable<Entry> more)
    {
        var (some, at) = (more.ToList(), Given.AConvenedCase().Now);
        var envelope = new Envelope("s", 1, "e", at, null, "b", null, "a", null, null, null);
        folder.Take(some.Aggregate(folder.Case, Case.Evolve), some, [Line.Next(envelope, "{}", "salt", "")]);
        folder.View(Given.Grace);
    }

    [Benchmark(Baseline = true)]
    public object Fold() => Case.Fold(Given.Id, entries);

    [Benchmark]
    public object CutForOneReader() => CaseView.Of(folded, entries, Given.Grace);

    /// <summary>What a save is compared with where somebody wrote something since the form was opened.</summary>
    [Benchmark]
    public object FormAsItWasShown() => folder.ViewAt(entries.Count - 1, Given.Grace);

    /// <summary>The same after thirty looks at what others wrote meanwhile: that version is kept no more.</summary>
    [Benchmark]
    public object FormOfLongAgo() => folder.ViewAt(entries.Count - 24, Given.Grace);

    /// <summary>The same where nobody was shown anything before that version: after a restart.</summary>
    [Benchmark]
    public object FormOfAVersionNotKept() => folder.ViewAt(entries.Count - 31, Given.Grace);

    /// <summary>A form asks it once, for what comes next.</summary>
    [Benchmark]
    public object Entries() => Program.Phases.Entries(view, Dates.Local("2026-11-25 15:00"));

    [Benchmark]
    public object MyPart() =>
        CardJson.Write(FormCard.Of(MyPartDrawing.Of(view, Program.Phases, Given.Words, Dates.Local("2026-11-25 15:00"))));

    [Benchmark]
    public object DraftOfTheMinutes() => MinutesDraft.Of(folded);

    [Benchmark]
    public object MinutesAsDocx() => MinutesFile.Write(folded, folded.Meeting, 0, Given.Grace, Given.Words);
}
