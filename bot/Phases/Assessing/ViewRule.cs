namespace StrategyBot.Phases.Assessing;

/// <summary>The rules of each agency's view on each child (P3), and of when the views are seen (P25). Pure.</summary>
internal static class ViewRule
{
    /// <param name="whose">Whose view it is.</param>
    /// <param name="children">The children it is given on; the same view for all of them in one tap (P9).</param>
    public static Decision Give(
        Case @case, Participant me, Participant? whose, IReadOnlyList<Child> children, ReasonableCause? view, string? line,
        Audience audience, int? scale = null)
    {
        if (whose is null || !whose.MaySpeak)
        {
            return new CannotBe("Choose whose view this is from the people who are invited.") { Field = "for" };
        }

        if (whose.Id != me.Id && !me.May(Capability.FillForm))
        {
            return new NotYourPart();
        }

        if (children.Count == 0)
        {
            return new NoChildMeant { Field = "child" };
        }

        if (view is not { } given)
        {
            return new CannotBe("Choose Yes, No or Can't say yet, and save again.") { Field = "view" };
        }

        var rationale = (line ?? "").Trim();
        if (rationale.Length > FormCard.LongText)
        {
            return new TooLong(FormCard.LongText) { Field = "line" };
        }

        var changed = children.Where(child => !Stands(@case, whose, child, (given, rationale, scale), audience));
        return Decision.Of([.. changed.Select(child => new ViewGiven(whose.Id, given, rationale)
        {
            Meeting = @case.Meeting.Id,
            Child = child.Id,
            Audience = audience,
            OnBehalfOf = whose.Id == me.Id ? null : whose.Id,
            Scale = scale,
        })]);
    }

    /// <summary>The chair shows the views before all core agencies have answered (P25).</summary>
    public static Decision Reveal(Case @case) => AreShown(@case) ? Decision.Already : new ViewsRevealed { Meeting = @case.Meeting.Id };

    /// <summary>Hidden until every core agency answered on every child, so that nobody follows the first voice (P25).</summary>
    public static bool AreShown(Case @case) =>
        SharedViews.AreShown(@case);

    /// <summary>Core agencies and children of which a view is missing; a reason for the agency's absence excuses it.</summary>
    public static IEnumerable<(Agency Agency, Child Child)> Missing(Case @case) =>
        SharedViews.Missing(@case);

    /// <summary>How many of the core agencies have answered on every child; shown to all, always.</summary>
    public static (int Answered, int Of) Count(Case @case)
    {
        var (expected, missing) = (SharedViews.Expected(@case).ToList(), SharedViews.Missing(@case).Select(one => one.Agency).ToHashSet());
        return (expected.Count(agency => !missing.Contains(agency)), expected.Count);
    }

    private static bool Stands(Case @case, Participant whose, Child child, (ReasonableCause, string, int?) given, Audience audience) =>
        @case.Meeting.Assessment.Views.TryGetValue((whose.Id, child.Id), out var stands)
        && (stands.View, stands.Rationale, stands.Scale) == given && stands.Audience == audience;
}
