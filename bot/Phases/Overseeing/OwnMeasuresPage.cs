using System.Globalization;
using StrategyBot.Oversight;
using StrategyBot.Returns;

namespace StrategyBot.Phases.Overseeing;

/// <summary>What is counted of a meeting, for whoever chaired it: by the definitions of the service's measures, from this record alone,
/// and never a score (issue 18.6, P24).</summary>
internal sealed class OwnMeasuresPage : IPage<CaseForm>
{
    public const string Title = "What is counted of this meeting";

    public static PartId Id => new("overseeing/own-measures");

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) => page.Case.Meeting.Attendance.EndedAt is null
        ? new CannotBe("It is counted once the meeting has ended.") : null;

    public Drawn Draw(FormPage page, CaseForm asked) => new(Title,
    [
        new TextBlock("From the record, as the service counts every meeting. It is no score, and nobody is ranked by it."),
        .. OwnMeasures.Of(page.Whole, page.Now).SelectMany(group => (IEnumerable<CardElement>)
        [
            new TextBlock(group.Title) { Weight = TextWeight.Bolder, Separator = true },
            .. group.Lines.Select(line => new TextBlock(line) { Spacing = Spacing.Small }),
        ]),
    ]);
}

/// <summary>What a meeting adds to the service's measures, in words: yes or no where it is of one thing, else how many of how many; what
/// isn't due yet is said to be so. Pure.</summary>
internal static class OwnMeasures
{
    public sealed record Group(string Title, IReadOnlyList<string> Lines);

    /// <param name="about">The case about that meeting.</param>
    public static IReadOnlyList<Group> Of(Case about, DateTimeOffset now)
    {
        var shares = CaseMeasures.Ever(about).Where(share => share.Meeting == about.Meeting.Id).ToList();
        return
        [
            .. from measure in ServiceMeasure.All
               let names = Names(measure, shares)
               let lines = names.Select(name => Line(name, [.. shares.Where(share => share.Name == name)], now)).ToList()
               where lines.Count > 0
               select new Group(measure.Title, lines),
        ];
    }

    // Minutes by their steps, of which each has its own limit.
    private static IEnumerable<string> Names(ServiceMeasure measure, List<CaseMeasure> shares) =>
        shares.Where(share => measure.Number == Minutes ? share.Number == Minutes && share.Name != measure.Name
                : measure.Name == share.Name || measure.Also.Any(also => also.Name == share.Name))
            .Select(share => share.Name).Distinct();

    private const int Minutes = 9;

    private static string Line(string name, IReadOnlyList<CaseMeasure> shares, DateTimeOffset now)
    {
        var counted = shares.Where(share => share.From is not { } from || from <= now).ToList();
        var label = char.ToUpperInvariant(name[0]) + name[1..];
        return counted switch
        {
            [] => $"{label}: not due yet",
            [{ Child: null }] when shares.Count == 1 => $"{label}: {(counted[0].Of > 0 ? "yes" : "no")}",
            _ => string.Create(CultureInfo.InvariantCulture,
                $"{label}: {counted.Sum(share => share.Of)} of {counted.Sum(share => share.Among)}")
                + (counted.Count < shares.Count ? ", others not due yet" : ""),
        };
    }
}
