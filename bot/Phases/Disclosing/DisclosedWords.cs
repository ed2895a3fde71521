using System.Globalization;
using System.Text.RegularExpressions;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>What of a case is in a copy that is given out, and what is left out and why. Pure.</summary>
/// <param name="Why">Empty where it is in the copy.</param>
internal sealed record DisclosedWords(Entry Entry, Agency? Owner, string Why)
{
    /// <summary>All that somebody said, oldest first. What the bot wrote of itself is nobody's words.</summary>
    public static IReadOnlyList<DisclosedWords> Of(Case @case, IReadOnlyList<Entry> entries, RecordRequest request) =>
    [
        .. from entry in entries
           where entry.Fact is not (EffectFact or LinkFact or KeepingFact or MinutesFrozen or MinutesKept)
               && (entry.IsWithheld || CaseCodec.WordsOf(entry.Fact).Count > 0)
           let owner = @case.AuthorOf(entry)?.Agency
           select new DisclosedWords(entry, owner, Reason(entry, owner, request)),
    ];

    /// <summary>An agency's own words.</summary>
    public static IReadOnlyList<Entry> Of(Case @case, IReadOnlyList<Entry> entries, Agency agency) =>
    [
        .. entries.Where(entry => !entry.IsWithheld && @case.AuthorOf(entry)?.Agency == agency
            && entry.Fact is not (EffectFact or LinkFact or KeepingFact) && CaseCodec.WordsOf(entry.Fact).Count > 0),
    ];

    public static string IdOf(Entry entry) => entry.Seq.ToString(CultureInfo.InvariantCulture);

    private static string Reason(Entry entry, Agency? owner, RecordRequest request) =>
        entry.IsWithheld ? "sealed"
        : request.Said.Fact.Asker == WhoAsks.Subject && entry.Fact.Child is { } child && request.Said.Fact.Child is { } asked
            && child != asked ? "about another child"
        : owner is not { } agency || agency == Agency.SocialCare ? ""
        : request.Decisions.GetValueOrDefault(agency) is not { Fact: var decided } ? "not decided yet"
        : decided.Given == GivenWords.None || (decided.Given == GivenWords.AllBut && decided.LeftOut.Contains(entry.Seq))
            ? decided.Why : "";
}

/// <summary>Names of others of the family than the one who asks, whole and in parts. Pure.</summary>
internal sealed class ThirdParties
{
    // Two letters are a name as it is written, not in any other word: Bo, and not "bo".
    private const int Shortest = 2;

    private readonly Regex? names;

    public ThirdParties(Case @case, RecordRequest request)
    {
        var (child, adult) = (request.Said.Fact.Child, request.Said.Fact.Adult);
        var own = Parts(@case.Children.Where(one => one.Id == child).Select(one => one.Details.Name)
                .Concat(@case.Adults.Where(one => one.Id == adult).Select(one => one.Details.Name)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var whole = @case.Children.Where(one => one.Id != child).Select(one => one.Details.Name)
            .Concat(@case.Adults.Where(one => one.Id != adult).Select(one => one.Details.Name)).ToList();
        var all = whole.Concat(Parts(whole)).Where(name => name.Length >= Shortest && !own.Contains(name))
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length)
            .Select(name => name.Length == Shortest ? $"(?-i:{Regex.Escape(name)})" : Regex.Escape(name)).ToList();
        names = all.Count == 0 ? null : new($@"\b(?:{string.Join('|', all)})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Each of them in brackets, for whoever decides; or not there, in what is given.</summary>
    public string In(string text, bool isGiven) =>
        names?.Replace(text, found => isGiven ? "[another person]" : $"[{found.Value}]") ?? text;

    private static IEnumerable<string> Parts(IEnumerable<string> names) =>
        names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
