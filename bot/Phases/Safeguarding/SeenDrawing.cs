namespace StrategyBot.Phases.Safeguarding;

/// <summary>What a child's seeing looks like on forms, cards, list and board.</summary>
internal static class SeenDrawing
{
    /// <summary>How it stands, in lines without anybody's words.</summary>
    public static IEnumerable<string> Stands(Case @case, Child child, Words words)
    {
        if (SeenRule.Last(@case, child) is { } visit)
        {
            yield return $"Last: {WordTables.Visit.InList(visit.Fact.Outcome)}, {SeenRule.Say(visit, words)}";
        }

        if (SeenRule.Advice(@case, child) is { } advice)
        {
            yield return $"Legal advice: {WordTables.Advice.InList(advice.Fact.Outcome)}, {words.When(advice.At)}";
        }

        if (SeenRule.Due(@case, child) is { } due)
        {
            yield return $"To be seen by {words.When(due.At)}";
        }
    }

    /// <summary>What the law asks, and whom to ring for it.</summary>
    public static IReadOnlyList<CardElement> Law(Case @case) =>
    [
        new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
        new TextBlock("The law: apply for an order, unless the child is safeguarded without. Take legal advice today."),
        .. @case.Profile.Roles.Find("legal") is { Phone: { Length: > 0 } phone } legal
            ? (IReadOnlyList<CardElement>)[new TextBlock(CardText.Plain($"{legal.Title}: {phone}"))]
            : [],
    ];

    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        foreach (var child in view.Case.Children.Where(child => !child.Details.Unborn))
        {
            var (due, last) = (SeenRule.Due(view.Case, child), SeenRule.Last(view.Case, child));
            var isLate = due?.IsPast(now) == true;
            yield return new($"{PartIds.ChildSeen}/{child.Id.Value}", HubSection.Safety, $"{child.Number} seen",
                last is not null ? WordTables.Visit.InList(last.Fact.Outcome) : due is not null ? "not yet" : "if the child was",
                ChildSeenPart.Button(view.Case, child), IsOpen: isLate)
            {
                IsAwaited = due is not null && !isLate,
                IsOffered = due is null,
            };
            if (last is { Fact.IsSeen: false })
            {
                var isOpen = SeenRule.Refused(view.Case, child) is not null;
                yield return new($"{PartIds.LegalAdvice}/{child.Id.Value}", HubSection.Safety, $"{LegalAdvicePart.Title} – {child.Number}",
                    isOpen ? "to be taken today" : "taken", LegalAdvicePart.Button(view.Case, child), IsOpen: isOpen);
            }
        }
    }

    /// <summary>On the board until the child was seen.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        foreach (var child in view.Case.Children)
        {
            if (SeenRule.Refused(view.Case, child) is { } refused)
            {
                yield return new(0, $"{child.Number}: {WordTables.Visit.InList(refused.Fact.Outcome)}, "
                    + $"{SeenRule.Say(refused, Words.English)}. Nobody has said what legal advice came to.");
            }
            else if (SeenRule.Due(view.Case, child) is { } due)
            {
                yield return new(due.IsPast(now) ? 0 : 1,
                    $"{child.Number}: {(due.IsPast(now) ? "was to be" : "to be")} seen by {Words.English.When(due.At)}.");
            }
        }
    }
}
