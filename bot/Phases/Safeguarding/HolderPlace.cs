namespace StrategyBot.Phases.Safeguarding;

/// <summary>A place that holds one or more children until the outcome is known (P35). Pure.</summary>
/// <param name="Of">As it was named, for the first of them.</param>
internal sealed record HolderPlace(Decided<HolderNamed> Of, IReadOnlyList<Child> Children)
{
    public HeldAt Place => Of.Fact.Place!;

    /// <summary>The first of its children stands for it on a form.</summary>
    public Child First => Children[0];

    public static IReadOnlyList<HolderPlace> On(Case @case) =>
    [
        .. @case.Children.Where(child => @case.Meeting.Safety.Holders.GetValueOrDefault(child.Id)?.Fact.Place is not null)
            .GroupBy(child => @case.Meeting.Safety.Holders[child.Id].Fact is var held ? (held.Place, held.Holder) : default)
            .Select(group => new HolderPlace(@case.Meeting.Safety.Holders[group.First().Id], [.. group])),
    ];

    public static HolderPlace? Find(Case @case, string? child) =>
        On(@case).FirstOrDefault(place => place.Children.Any(one => one.Id.Value == child));

    /// <summary>What stands now, as <see cref="Telling"/> counts it.</summary>
    public int Number(Case @case) => Telling.OfOutcome(@case, Children)?.Number ?? 0;

    /// <summary>The last time that it was rung; <c>null</c> where it was not for each child.</summary>
    public Decided<HolderRung>? Rung(Case @case) =>
        Children.All(child => @case.Meeting.Safety.RungFor(child.Id) is not null) ? @case.Meeting.Safety.RungFor(First.Id) : null;

    /// <summary>When it is to be rung: at once while it does not know what stands, and at each change of its shift. <c>null</c> before the
    /// plan is agreed, and where nobody changes.</summary>
    public DateTimeOffset? RingAt(Case @case)
    {
        if (@case.Meeting.Plan.AgreedAt is not { } agreed)
        {
            return null;
        }

        if (Rung(@case) is not { } rung || !Telling.IsRung(@case, Children))
        {
            return new[] { agreed, Of.At, Telling.OfOutcome(@case, Children)?.At ?? agreed }.Max();
        }

        var (words, at) = (@case.Clocks.Words, rung.Fact.HappenedAt ?? rung.At);
        return rung.Fact.Shift is not { } shift ? null
            : words.At(words.LocalDate(at), shift) is var today && today > at ? today
            : words.At(words.LocalDate(at).AddDays(1), shift);
    }

    public string Numbers() => string.Join(" and ", Children.Select(child => child.Number));

    /// <summary>Who holds a child, by name; <c>null</c>: nobody.</summary>
    public static string? Named(Case @case, HolderNamed held)
    {
        var person = held.Holder is { } id ? @case.Find(id)?.Described ?? "somebody no longer on the case" : null;
        var place = held.Place is { Name.Length: > 0 } at ? $"{at.Name}, {at.Phone}"
            : held.Place is not null ? "a place that is kept from your agency by its marking" : null;
        return (place, person) switch
        {
            (null, null) => null,
            (null, _) => Shortened.To(FormCard.Line, person),
            (_, null) => Shortened.To(FormCard.Line, place),
            _ => Shortened.To(FormCard.Line, $"{place}; {person}"),
        };
    }
}

/// <summary>The rules of a place that holds a child (P35). Pure.</summary>
internal static class HolderPlaceRule
{
    public static CannotBe Nobody { get; } = new("No ward, school or other place holds a child here.");

    /// <param name="holder">Somebody of that place on the case, if there is one.</param>
    public static Decision Name(
        Case @case, IReadOnlyList<Child> children, string? place, string? phone, Participant? holder, Readers readers)
    {
        var at = new HeldAt((place ?? "").Trim(), (phone ?? "").Trim());
        var unsaid = new Unsaid().Text("place", at.Name, "Say which ward, school or other place it is.", FormCard.Line)
            .Text("phone", at.Phone, "Say its number: it is rung before all others.", FormCard.Line);
        return children.Count == 0 ? new NoChildMeant()
            : unsaid.Why is { } missing ? missing
            : children.Select(child => @case.Meeting.Safety.Holders.GetValueOrDefault(child.Id))
                .Select(stands => stands?.Fact.Place is null ? null : readers.WhyNot("That place", stands.By, stands.Fact.Audience))
                .FirstOrDefault(why => why is not null) is { } widens ? widens
            : Decision.Of([.. children
                .Select(child => new HolderNamed(holder?.Id)
                {
                    Meeting = @case.Meeting.Id,
                    Child = child.Id,
                    Place = at,
                    Audience = readers.Audience,
                })
                .Where(named => @case.Meeting.Safety.Holders.GetValueOrDefault(named.Child!.Value)?.Fact != named)]);
    }

    /// <param name="who">Who answered there.</param>
    /// <param name="shift">When the shift changes there next.</param>
    /// <param name="number">What was on the form that they were told.</param>
    public static Decision Ring(Case @case, string? child, string? who, TimeOnly? shift, int number, Audience audience)
    {
        var (held, name) = (HolderPlace.Find(@case, child), (who ?? "").Trim());
        return held is null ? Nobody
            : @case.Meeting.Plan.AgreedAt is null ? new CannotBe("The plan is not agreed yet. Ring once it is.")
            : new Unsaid().Text("who", name, "Say who answered, and in which role.", FormCard.Line).Why is { } missing ? missing
            : number < held.Number(@case) ? new CannotBe("The outcome was changed since. Read it again, and ring again.")
            : Decision.Of([.. held.Children.Select(one => new HolderRung(name, number, shift)
            {
                Meeting = @case.Meeting.Id,
                Child = one.Id,
                Audience = audience,
            })]);
    }
}
