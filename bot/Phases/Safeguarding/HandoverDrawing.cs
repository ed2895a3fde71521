namespace StrategyBot.Phases.Safeguarding;

/// <summary>A handover as one person on the case may read it, from the record: what to know, where each child is, what is due until
/// morning, what guards a child and what if it fails, and whom to ring.</summary>
internal static class HandoverDrawing
{
    private const int MostRows = 10;

    public static IReadOnlyList<CardElement> Of(Case @case, Handover one, Participant to, Words words) =>
    [
        .. Stands(@case, one, to, words),
        .. @case.Children.SelectMany(child => About(@case, child, to, words)),
        .. Rows(@case, one, to, words),
        .. Numbers(@case, one),
    ];

    /// <summary>What waits for somebody, or for whoever it was handed over to.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view)
    {
        foreach (var one in view.Whole.Meeting.Safety.Handovers.Where(one => one.Back is null
            && (CaseHandoverRule.IsTo(one, view.Reader) || CaseHandoverRule.IsFrom(view.Whole, one, view.Reader))))
        {
            var isOpen = view.Whole.Meeting.Safety.OpenHandovers.Contains(one);
            if (isOpen || one.Accepted is not null)
            {
                yield return new($"{HandoverPage.Id.Open}/{one.Given.Seq}", HubSection.Safety,
                    CaseHandoverRule.IsTo(one, view.Reader) ? "Handed over to you" : $"Handed over to {Shortened.Name(one.To(view.Whole))}",
                    one.Accepted is { } accepted ? $"accepted {Words.English.Time(accepted.Fact.HappenedAt ?? accepted.At)}"
                        : "not accepted yet",
                    HandoverPage.Button(view.Case, one), IsOpen: isOpen && CaseHandoverRule.IsTo(one, view.Reader))
                {
                    IsAwaited = isOpen && !CaseHandoverRule.IsTo(one, view.Reader),
                };
            }
        }
    }

    /// <summary>The way to hand it over.</summary>
    public static IEnumerable<HubEntry> Offered(CaseView view)
    {
        // The night's team has it until the day does.
        var last = view.Whole.Meeting.Safety.Handovers.FindLast(one => one.Back is null);
        var waits = OutOfHoursDesk.IsOf(view.Reader) && view.Case.Meeting.IsConvened
            && (last is null || (last.Accepted is not null && CaseHandoverRule.IsTo(last, view.Reader)));
        return !CaseHandoverRule.MayGive(view.Whole, view.Reader) ? [] :
        [
            new(PartIds.Handover, HubSection.Safety, CaseHandoverPart.Title, "for the night, the weekend or the day",
                CaseHandoverPart.Button(view.Case), IsOpen: waits)
            {
                IsOffered = !waits,
            },
        ];
    }

    private static IEnumerable<CardElement> Stands(Case @case, Handover one, Participant to, Words words)
    {
        var (given, giver) = (one.Given, @case.Find(one.Given.By));
        yield return new PlainText($"Handed over by {giver?.Described ?? "somebody"} to {one.To(@case)}, {words.When(given.At)}")
        {
            Weight = TextWeight.Bolder,
        };
        yield return new TextBlock(CardText.Plain(one switch
        {
            { Back: { } back } => $"Taken back {words.When(back.At)}.",
            { Accepted: { Fact: { Told: not null } told } accepted } =>
                $"Accepted by telephone {words.When(told.HappenedAt ?? accepted.At)}"
                    + $"{(told.Who is { } who ? $", by {who}" : "")}, written down by {@case.Find(accepted.By)?.Name ?? "somebody"}.",
            { Accepted: { } accepted } => $"Accepted {words.When(accepted.At)}.",
            _ => $"Not accepted yet. To be accepted by {words.When(CaseHandoverRule.AcceptBy(@case, one))}.",
        }));
        if (one.IsOpen && CaseHandoverRule.IsFrom(@case, one, to) && one.IsToDesk(@case))
        {
            yield return new PlainText($"{one.Ring(@case)} Then note who answered.") { Weight = TextWeight.Bolder };
        }

        if (given.Fact.What.Length > 0)
        {
            yield return given.Fact.Audience.Admits(to, to.Is(given.By))
                ? new PlainText($"To know: {given.Fact.What}")
                : new TextBlock("What to know is marked for others: ring whoever hands over.");
        }
    }

    private static IEnumerable<CardElement> About(Case @case, Child child, Participant to, Words words)
    {
        yield return new PlainText(Shortened.To(FormCard.Line, ChildChoice.Named(child))) { Weight = TextWeight.Bolder, Separator = true };
        if (!@case.Meeting.Safety.Positions.TryGetValue(child.Id, out var position))
        {
            yield return new TextBlock("Where the child is safe is not recorded.");
            yield break;
        }

        foreach (var line in PositionEcho.For(@case, child, to, words))
        {
            yield return line;
        }

        // Until when it holds is for all.
        if (!position.Fact.Audience.Admits(to, to.Is(position.By)) && PositionRule.DecideBy(@case, child) is { } by)
        {
            yield return new TextBlock($"Decide by: {words.When(by)}");
        }
    }

    /// <summary>Each row of the safety plan, and each action that is due before the day's manager has it.</summary>
    private static IEnumerable<CardElement> Rows(Case @case, Handover one, Participant to, Words words)
    {
        var morning = CaseHandoverRule.Morning(@case, one.Given.At);
        var rows = @case.Meeting.Plan.Open.Where(row => !row.IsClosed)
            .Where(row => row.Fact.Kind == ActionKind.SafetyPlan || row.Fact.DueAt <= morning)
            .OrderBy(row => row.Fact.DueAt).ToList();
        yield return new TextBlock(rows.Count == 0 ? $"Nothing is due until {words.When(morning)}."
            : $"Safety plan, and what is due until {words.When(morning)}:")
        { Weight = TextWeight.Bolder, Separator = true };
        foreach (var row in rows.Take(MostRows))
        {
            var mayRead = row.Fact.Audience.Admits(to.Agency);
            yield return new PlainText(
                $"{(mayRead ? Shortened.To(FormCard.Line, row.Fact.What) : "(kept from your agency by its marking)")} – "
                + $"{(mayRead ? PlannedAction.DoneBy(row.Fact, Owner(@case, row)) : Owner(@case, row))}, by {words.When(row.Fact.DueAt)}");
            if (mayRead && row.Fact.Family is { Reached.Length: > 0 } family)
            {
                yield return new PlainText($"{Shortened.Name(family.Who)} is reached by {Shortened.To(FormCard.Line, family.Reached)}");
            }

            if (mayRead && row.Fact.IfThisFails.Length > 0)
            {
                yield return new PlainText($"If this fails: {Shortened.To(FormCard.Line, row.Fact.IfThisFails)}");
            }
        }

        if (rows.Count > MostRows)
        {
            yield return new TextBlock($"And {rows.Count - MostRows} more, in the plan.");
        }
    }

    private static string Owner(Case @case, PlannedAction row) => @case.Find(row.Fact.Owner)?.Name ?? "nobody";

    private static IEnumerable<CardElement> Numbers(Case @case, Handover one)
    {
        yield return new TextBlock("Whom to ring:") { Weight = TextWeight.Bolder, Separator = true };
        var people = @case.Invited.Where(person => person.Roles.Contains(Role.SocialWorker)).Prepend(@case.Chair)
            .Concat(@case.Find(one.Given.By) is { } giver ? [giver] : Array.Empty<Participant>()).DistinctBy(person => person.Id);
        foreach (var person in people.Where(person => person.Phone.Length > 0))
        {
            yield return new PlainText($"{person.Described}: {person.Phone}");
        }

        yield return new PlainText($"{@case.Profile.OutOfHours.Title}: {@case.Profile.OutOfHours.Phone}");
        foreach (var desk in @case.Profile.DutyDesks)
        {
            yield return new PlainText($"{desk.Name} ({desk.Hours}): {desk.Phone}. Then: {desk.OnCallSenior}"
                + (desk.OutOfTerm is { } outOfTerm ? $". Out of term: {outOfTerm}" : ""));
        }
    }
}
