using StrategyBot.Rules.Procedures;

namespace StrategyBot.Cases;

/// <summary>An answer that nobody knows yet, and that somebody brings (P14): what, from whom, expected when. It follows from <em>Not known
/// yet</em> under a heading, without anybody saying more. Pure.</summary>
/// <param name="Given">The answer that stands there.</param>
/// <param name="From">Who brings it.</param>
/// <param name="Said">What somebody said of it besides.</param>
internal sealed record Awaited(Heading Heading, GivenAnswer Given, Participant From, DateTimeOffset DueAt, Decided<AwaitedSaid>? Said)
{
    private static readonly TimeOnly EndOfOffice = new(17, 0);

    /// <summary>Since when it is expected then.</summary>
    public DateTimeOffset Since => Said?.At > Given.WrittenAt ? Said.At : Given.WrittenAt;

    /// <summary>Each that is still awaited, in the order of the form.</summary>
    public static IReadOnlyList<Awaited> Of(Case @case) => [.. Headings.All.Select(heading => Find(@case, heading)).OfType<Awaited>()];

    /// <returns><c>null</c> where it isn't awaited.</returns>
    public static Awaited? Find(Case @case, string? heading) =>
        Headings.Find(heading ?? "") is { } found ? Find(@case, found) : null;

    private static Awaited? Find(Case @case, Heading heading)
    {
        var assessment = @case.Meeting.Assessment;
        if (!assessment.IsAwaited(heading.Id))
        {
            return null;
        }

        var (given, said) = (assessment.Of(heading.Id).Standing[^1], assessment.SaidOfAwaited(heading.Id));
        var from = (said?.Fact.From is { } id ? @case.Find(id) : null) ?? Asked(@case, heading, given);
        return new(heading, given, from, said?.Fact.DueAt ?? Expected(@case, heading, given), said);
    }

    /// <summary>Whoever is asked for it, as things stand.</summary>
    private static Participant Asked(Case @case, Heading heading, GivenAnswer given) => AskedOf.Now(@case, heading.WhoFills) switch
    {
        WhoFills.Chair => @case.Chair,
        WhoFills.EachAgency => @case.Find(given.By) ?? @case.Chair,
        var who => @case.Invited.FirstOrDefault(person => AskedOf.Is(person, who)) ?? @case.Chair,
    };

    private static DateTimeOffset Expected(Case @case, Heading heading, GivenAnswer given)
    {
        var (clocks, rule) = (@case.Clocks, @case.Profile.Awaited ?? AwaitedLimits.Usual);
        return heading.GuardsChild
            ? clocks.WithinHours(given.WrittenAt, rule.Safety).At
            : clocks.Words.At(clocks.WithinWorkingDays(given.WrittenAt, rule.Within).On, EndOfOffice);
    }
}
