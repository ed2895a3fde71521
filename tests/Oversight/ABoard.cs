using System.Globalization;
using StrategyBot.Cases;
using StrategyBot.Oversight;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Oversight;

/// <summary>Rows of a board as a test tells them, on Tue 1 Dec 2026 at 09:10 as the picture has it.</summary>
internal static class ABoard
{
    public static readonly DateTimeOffset Now = Dates.Local("2026-12-01 09:10");

    public static readonly Clocks Clocks = Clocks.For(ProcedureProfiles.Default);

    public static readonly BoardPerson Leah = new("Leah Morgan", "chair", "leah.morgan@council.example"),
        Imran = new("Imran Shah", "chair", "imran.shah@council.example");

    /// <summary>Of the authority, with the cases of every area or of these.</summary>
    public static BoardReader Reader(params string[] areas) =>
        new(PersonId.Of("council", "object-9"), ["helen.marsh@council.example"], areas.Length == 0, [.. areas]);

    /// <summary>Who leads nothing and is named nowhere.</summary>
    public static BoardReader Nobody { get; } = new(PersonId.Of("council", "object-8"), ["jo.bell@council.example"], false, []);

    public static BoardRow Row(
        BoardStage stage, string area = "North", BoardPerson? chair = null, string team = "Ben Carter", params BoardStep[] steps) =>
        new("Heron", stage, area, team, chair ?? Leah, [.. steps]);

    /// <summary>By the minute where it has a time, else to the end of the day.</summary>
    public static BoardStep Step(string what, string local, bool guards = false) =>
        new(what, local.Contains(' ', StringComparison.Ordinal) ? Dates.Local(local) : Dates.Local($"{local} 23:59"),
            local.Contains(' ', StringComparison.Ordinal))
        {
            Guards = guards,
            Who = Leah,
        };

    public static CaseBoard Of(BoardReader reader, BoardFilter filter, params BoardRow[] rows) =>
        Open(rows).Board(reader, filter, Now, Clocks, 100);

    public static OpenCases Open(params BoardRow[] rows)
    {
        var open = new OpenCases();
        foreach (var (at, row) in rows.Index())
        {
            open.Put(IdOf(at), row);
        }

        return open;
    }

    public static CaseId IdOf(int at) => new(string.Create(CultureInfo.InvariantCulture, $"SB-2026-{at + 1}"));

    public static CaseBoard Of(params BoardRow[] rows) => Of(Reader(), new(), rows);

    public static IEnumerable<string> Which(IEnumerable<BoardLine> lines) => lines.Select(line => line.Case.Value["SB-2026-".Length..]);
}
