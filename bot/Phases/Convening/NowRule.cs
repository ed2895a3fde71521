namespace StrategyBot.Phases.Convening;

/// <summary>The rules of the first ten minutes (P26). Pure.</summary>
internal static class NowRule
{
    public static Decision Where(Case @case, WhereNowPart.Form typed, DateTimeOffset now, Words words, Readers readers)
    {
        var (place, people) = (AsTyped.Line(typed.Where), AsTyped.Line(typed.WithWhom));
        var child = typed.Child is { } known ? @case.Find(new ChildId(known)) : null;
        if (typed.Place is null && place.Length + people.Length == 0)
        {
            return new CannotBe("There is nothing to save yet. Say where the child is, or go on.") { Field = "place" };
        }

        if (readers.WhyNot("Where the child is", child?.Now?.By, child?.Now?.Fact.Audience) is { } widens)
        {
            return widens;
        }

        var (until, why) = Until(typed.Until, now, words);
        var id = child?.Id ?? new ChildId($"child-{PersonRule.NextChild(@case)}");
        var said = new WhereaboutsSaid(typed.Place ?? PlaceNow.Elsewhere, place, people, until) { Child = id, Audience = readers.Audience };
        return why is not null ? new CannotBe(why) { Field = "until" }
            : child?.Now?.Fact == said ? Decision.Already
            : child is not null ? said
            : Decision.Of(New(typed, id, place), said);
    }

    public static Decision Rang(Case @case, RingPart.Form typed, Readers readers)
    {
        var (child, who) = (@case.Find(new ChildId(typed.Child ?? "")), AsTyped.Line(typed.Who));
        var last = child?.Rung.LastOrDefault();
        return child is null ? new NoSuchPerson()
            : typed.Outcome is not { } outcome ? new CannotBe("Choose what came of the call.") { Field = "outcome" }
            : last is not null && (last.Fact.Outcome, last.Fact.Who, last.Fact.Audience) == (outcome, who, readers.Audience)
                ? Decision.Already
            : readers.WhyNot("Who answered", last?.By, last?.Fact.Audience) is { } widens ? widens
            : new PlaceRung(outcome, who) { Child = child.Id, Audience = readers.Audience };
    }

    /// <summary>A school, a nursery or a ward is asked to keep the child until the meeting.</summary>
    public static bool CanKeep(Child child) => child.Now?.Fact.Place is PlaceNow.School or PlaceNow.Ward;

    /// <summary>Where a child is, in a line.</summary>
    public static string Say(Child child, Words words) => child.Now is not { } now ? "not said yet" : string.Join(", ", new[]
    {
        WordTables.PlaceNow.InList(now.Fact.Place),
        now.Fact.Where,
        now.Fact.WithWhom.Length > 0 ? $"with {now.Fact.WithWhom}" : "",
        now.Fact.Until is { } until ? $"until {words.When(until)}" : "",
        child.Rung.LastOrDefault() is { } rung ? $"rang {words.Time(rung.At)}: {WordTables.RungOutcome.InList(rung.Fact.Outcome)}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>The next time that the clock shows it.</summary>
    private static (DateTimeOffset? Until, string? Why) Until(TimeOnly? time, DateTimeOffset now, Words words)
    {
        if (time is not { } clock)
        {
            return (null, null);
        }

        var today = words.LocalDate(now);
        return words.OnTheClock(clock > words.LocalTime(now) ? today : today.AddDays(1), clock, now)
            .Match<(DateTimeOffset?, string?)>(at => (at, null), why => (null, why));
    }

    /// <summary>The school or nursery where a child is stands on their details, so that it isn't typed twice.</summary>
    private static ChildNamed New(WhereNowPart.Form typed, ChildId id, string place) => new(new(
        AsTyped.Line(typed.Name) is { Length: > 0 } name ? name : "Not known", "", null, false, "",
        typed.Place == PlaceNow.School && place.Length <= FormCard.Line ? place : "", ""))
    {
        Child = id,
    };
}
