using System.Collections.Frozen;
using System.Text.Json;

namespace StrategyBot.Rules.Deadlines;

/// <summary>The bank holidays of England and Wales as they were known at one version of our file.</summary>
/// <param name="Version">What a case records, so that a later file re-dates nothing by itself (design §7).</param>
/// <param name="FirstYear">The first whole year that is known.</param>
/// <param name="LastYear">The last whole year that is known; past it no date may be given without a warning.</param>
/// <param name="Dates">The days themselves, a substitute day in place of a holiday that falls on a weekend.</param>
internal sealed record BankHolidays(string Version, int FirstYear, int LastYear, ValueList<DateOnly> Dates)
{
    private static readonly Published File = JsonSerializer.Deserialize<Published>(
        EmbeddedText.Read("Deadlines.bank-holidays-england-and-wales.json"), JsonSerializerOptions.Web)!;

    private static readonly FrozenDictionary<string, BankHolidays> All = File.Versions.ToFrozenDictionary(
        known => known.Version, known => new BankHolidays(known.Version, known.FirstYear, known.LastYear,
            File.Holidays.Where(holiday => holiday.KnownAt(known.Version)).Select(holiday => holiday.Date).ToValueList()));

    /// <summary>As the newest version in the file knows them.</summary>
    public static BankHolidays Newest { get; } = Known(File.Versions[^1].Version)!;

    /// <summary>As <paramref name="version"/> knew them, or null where the file has no such version.</summary>
    /// <remarks>The file only grows: a holiday proclaimed later has a later <c>since</c>, a withdrawn one an <c>until</c>.</remarks>
    public static BankHolidays? Known(string version) => All.GetValueOrDefault(version);

    /// <summary>As a case recorded <paramref name="version"/>. Where only a later release knows it, the newest here, with a warning on
    /// every date: a case must never be closed to its people.</summary>
    public static BankHolidays Recorded(string version) =>
        Known(version) ?? Newest with { Version = version, LastYear = Newest.FirstYear - 1 };

    private sealed record Published(ValueList<PublishedVersion> Versions, ValueList<PublishedHoliday> Holidays);

    private sealed record PublishedVersion(string Version, int FirstYear, int LastYear);

    private sealed record PublishedHoliday(DateOnly Date, string Name, string Since, string? Until)
    {
        // Versions are ISO dates, so that text order is their order.
        public bool KnownAt(string version) => string.CompareOrdinal(Since, version) <= 0
            && (Until is null || string.CompareOrdinal(version, Until) < 0);
    }
}
