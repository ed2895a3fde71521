namespace StrategyBot.Phases.Reviewing;

/// <summary>The child protection plan: its core groups and reviews, what is next and what is late (R114–R119).</summary>
internal sealed class ProtectionPlanPage : IPage<CaseForm>
{
    public const string Title = "Child protection plan";

    public static PartId Id => new(PartIds.ProtectionPlan);

    public static Capability Needs => Capability.KeepEnquiry;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) => PlanMeant.WhyNot(page.Me, page.Whole, ChildChoice.All);

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var all = PlanLines.Grouped(page.Case);
        return new(Title,
        [
            .. all.SelectMany((plans, index) => Of(page, plans, isFirst: index == 0)),
            .. SourceNote.Of("sources", all.SelectMany(plans => new[] { plans[0].NextGroup?.Due, plans[0].NextReview?.Due })),
        ])
        {
            Beside =
            [
                .. all.Any(plans => plans[0].Runs)
                    ? new[] { AddToCoreGroupPart.Button(page.Case).Send(), MovedOutPart.Button(page.Case, ChildChoice.All).Send() } : [],
                .. page.Me.May(CaseEndPart.Needs) && page.Whole.Ended is null && all.All(plans => !plans[0].Runs)
                    ? new[] { CaseEndPart.Button(page.Case).Send() } : [],
            ],
        };
    }

    private static IEnumerable<CardElement> Of(FormPage page, IReadOnlyList<ProtectionPlan> plans, bool isFirst)
    {
        var (plan, child) = (plans[0], PlanMeant.Chosen(page.Case, plans));
        yield return new TextBlock($"{PlanLines.Whose(page.Case, plans)}{PlanLines.Say(plan, page.Words)}")
        {
            Weight = TextWeight.Bolder,
            Separator = !isFirst,
        };
        foreach (var line in PlanLines.Stands(plan, page.Words))
        {
            yield return new TextBlock(line);
        }

        yield return new TextBlock(CardText.Plain(PlanLines.Members(page.Case, plan)));
        if (plan.Runs)
        {
            yield return new ActionSet(CoreGroupMembersPart.Button(page.Case, child).Send(), (plan.Outline is null
                ? OutlinePlanPart.Button(page.Case, child) : OutlinePlanPage.Button(page.Case)).Send());
        }

        foreach (var element in plan.Groups.Where(group => plan.Runs || group.Held is not null)
            .SelectMany(group => Of(page, plan, group, child)))
        {
            yield return element;
        }

        foreach (var element in plan.Reviews.Where(review => plan.Runs || review.Held is not null)
            .SelectMany(review => Of(page, plan, review, child)))
        {
            yield return element;
        }

        if (plan.IsMoveOpen)
        {
            yield return new ActionSet(MoveAnsweredPart.Button(page.Case, child).Send());
        }
    }

    private static IEnumerable<CardElement> Of(FormPage page, ProtectionPlan plan, CoreGroup group, string child)
    {
        yield return Line(PlanLines.Say(group, page.Words, page.Now), PlanLines.IsLate(group, page.Now), group.Held is not null);
        if (Buttons(page, plan, group, child).ToList() is { Count: > 0 } buttons)
        {
            yield return new ActionSet([.. buttons.Select(button => button.Send())]);
        }
    }

    private static IEnumerable<CardElement> Of(FormPage page, ProtectionPlan plan, ReviewConference review, string child)
    {
        yield return Line(PlanLines.Say(review, page.Words, page.Now), PlanLines.IsLate(review, page.Now), review.Held is not null);
        if (ConferenceViewRule.Sum(page.Whole, plan.Child.Id, review.Number) is { Length: > 0 } views)
        {
            yield return new TextBlock(views) { IsSubtle = review.Held is not null };
        }

        if (Buttons(page, plan, review, child).ToList() is { Count: > 0 } buttons)
        {
            yield return new ActionSet([.. buttons.Select(button => button.Send())]);
        }
    }

    /// <summary>What can be said of it now; of those that were held, the last can be put right.</summary>
    private static IEnumerable<PartButton> Buttons(FormPage page, ProtectionPlan plan, CoreGroup group, string child)
    {
        var held = CoreGroupHeldPart.Button(page.Case, child, group.Number);
        if (group.Held is not null)
        {
            return plan.Runs && group.Number == plan.Groups.Count - 1 ? [held with { Title = $"Change: core group {group.Number}" }] : [];
        }

        var arrange = CoreGroupPart.Button(page.Case, child, group.Number);
        return
        [
            group.Stands is null ? arrange : arrange with { Title = $"Change the day: core group {group.Number}" },
            .. IsAhead(page, group.Stands?.Fact.At) ? [] : new[] { held },
        ];
    }

    /// <inheritdoc cref="Buttons(FormPage, ProtectionPlan, CoreGroup, string)"/>
    private static IEnumerable<PartButton> Buttons(FormPage page, ProtectionPlan plan, ReviewConference review, string child)
    {
        var held = ReviewConferenceHeldPart.Button(page.Case, child, review.Number);
        if (review.Held is not null)
        {
            return review.Number == plan.Reviews.Count(one => one.Held is not null)
                ? [held with { Title = $"Change: review {review.Number}" }, Views(page, review, child)] : [];
        }

        var arrange = ReviewConferencePart.Button(page.Case, child, review.Number);
        return
        [
            review.Arranged is null ? arrange : arrange with { Title = $"Change the day: review {review.Number}" },
            .. IsAhead(page, review.Arranged?.Fact.At) ? [] : new[] { held },
            .. review.Arranged is null ? [] : new[] { Views(page, review, child) },
            .. review.Asked is { } whose && ReviewRule.MayAnswer(page.Me, whose)
                ? new[] { ReviewLateAnswerPart.Button(page.Case, child, review) } : [],
        ];
    }

    private static PartButton Views(FormPage page, ReviewConference review, string child) =>
        ConferenceViewPart.Button(page.Case, child, review.Number) with { Title = $"What each thinks: review {review.Number}" };

    /// <summary>Nobody can say yet that it was held.</summary>
    private static bool IsAhead(FormPage page, DateTimeOffset? at) =>
        at is { } day && page.Words.LocalDate(day) > page.Words.LocalDate(page.Now);

    private static TextBlock Line(string text, bool isLate, bool isDone) => new(CardText.Plain(text))
    {
        Weight = isLate ? TextWeight.Bolder : TextWeight.Default,
        Color = isLate ? TextColor.Attention : TextColor.Default,
        IsSubtle = isDone,
    };
}

/// <summary>What lists and cards say of a plan, in words without anybody's name.</summary>
internal static class PlanLines
{
    /// <summary>Children whose plans stand alike, together.</summary>
    public static IReadOnlyList<IReadOnlyList<ProtectionPlan>> Grouped(Case @case)
    {
        var all = ProtectionPlan.Of(@case);
        return all.Count == @case.Children.Count && all.Select(Key).Distinct().Count() == 1 ? [all] : [.. all.Select(one => new[] { one })];
    }

    public static string Whose(Case @case, IReadOnlyList<ProtectionPlan> plans) => plans.Count == @case.Children.Count ? ""
        : $"{string.Join(", ", plans.Select(plan => plan.Child.Number))}: ";

    /// <summary><c>A child protection plan since Mon 21 Dec 2026, under neglect.</c></summary>
    public static string Say(ProtectionPlan plan, Words words) =>
        $"A child protection plan since {words.Date(plan.StartedOn)}, under {HarmCategory.InList(plan.Category)}."
        + (plan.EndedOn is { } end ? $" It ended {words.Date(end)}." : "");

    /// <summary><c>Core group 2: by Mon 15 Feb 2027. No day is arranged.</c></summary>
    public static string Say(CoreGroup group, Words words, DateTimeOffset now) => $"Core group {group.Number}: " + group switch
    {
        { Held: { Fact: var held } } => $"held {words.Date(held.On)}; {WordTables.PlanGoing.InList(held.Going)}",
        { Stands: { } at } => $"{words.When(at.Fact.At)}"
            + (words.LocalDate(at.Fact.At) > group.Due.On ? $", after its limit on {words.Date(group.Due.On)}"
                : $"; it has to meet by {words.Date(group.Due.On)}"),
        _ => $"{(IsLate(group, now) ? "late, it was due" : "by")} {words.Date(group.Due.On)}. No day is arranged",
    } + (group is { Held: null, NotHeld: [.., var not] }
        ? $". It was not held {words.Date(not.Fact.On)}: {WordTables.NotHeldCause.InList(not.Fact.Cause)}." : ".");

    /// <inheritdoc cref="Say(CoreGroup, Words, DateTimeOffset)"/>
    public static string Say(ReviewConference review, Words words, DateTimeOffset now) => $"Review conference {review.Number}: "
        + review switch
        {
            { Held: { Fact: var held } } => $"held {words.Date(held.On)}; {ReviewRule.Words(held)}.",
            { Arranged: { } at } => $"{words.When(at.Fact.At)}"
                + (words.LocalDate(at.Fact.At) > review.Due.On ? $", after its limit on {words.Date(review.Due.On)}."
                    : $"; it has to be held by {words.Date(review.Due.On)}."),
            _ => $"{(IsLate(review, now) ? "late, it was due" : "by")} {words.Date(review.Due.On)}."
                + $"{(review.Due.Warning is { } book ? $" {book}" : "")} No day is arranged.",
        };

    public static bool IsLate(CoreGroup group, DateTimeOffset now) => group.Held is null && group.Due.IsPast(now);

    public static bool IsLate(ReviewConference review, DateTimeOffset now) => review.Held is null && review.Due.IsPast(now);

    /// <summary>What else stands on it.</summary>
    public static IEnumerable<string> Stands(ProtectionPlan plan, Words words)
    {
        if (plan.IsMoveOpen)
        {
            yield return $"The child lives in another authority since {words.Date(plan.Moved!.Fact.On)}. "
                + "It has not said yet that it has the plan: until then it is ours.";
        }
        else if (plan is { Runs: true, MoveAnswered.Fact.TakesOver: YesNo.No })
        {
            yield return "The other authority does not take the plan over: it stays ours.";
        }

        if (plan.Runs && plan.Outline is { } outline)
        {
            yield return $"The outline plan was written down {words.When(outline.At)}.";
        }

        if (plan.NextReview is { Late: { } late } review)
        {
            yield return $"Review {review.Number} will be late: {WordTables.LatenessCause.InList(late.Fact.Cause)}"
                + (late.Fact.Expected is { } day ? $"; expected {words.Date(day)}. " : ". ") + (review switch
                {
                    { Asked: { } whose } => $"{Begun(WordTables.LateAnswerOf.InList(whose))} has not answered.",
                    { MayBeLate: true } => "Both managers agree.",
                    { Operations.Fact.Agrees: YesNo.No } => "The operations manager does not agree.",
                    _ => "The area manager does not agree.",
                });
        }
    }

    public static string Members(Case @case, ProtectionPlan plan) => plan.Members is not { Fact: var said }
        ? "Nobody has said yet who is in the core group."
        : "In the core group: "
            + string.Join("; ", said.Professionals.Select(@case.Find).OfType<Participant>().Select(one => one.Described))
            + (said.Family.Count > 0 ? $"; {said.Family.Count} of the family" : "")
            + $". The child: {WordTables.ChildInGroup.InList(said.ChildIs)}.";

    private static string Begun(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Key(ProtectionPlan plan) => string.Join('|', plan.Groups
        .Select(group => $"{group.Number} {group.Due.On} {group.Stands?.Fact.At} {group.Held?.Fact.On} {group.Held?.Fact.Going} "
            + $"{group.NotHeld.Count}")
        .Concat(plan.Reviews.Select(review => $"{review.Number} {review.Due.On} {review.Arranged?.Fact.At} {review.Held?.Fact.On} "
            + $"{review.Held?.Fact.Outcome} {review.Late?.Fact.Cause} {review.Late?.Fact.Expected} {review.Asked} {review.MayBeLate}"))
        .Append($"{plan.StartedOn} {plan.Category} {plan.EndedOn} {plan.IsMoveOpen} {plan.Members?.Fact.ChildIs} "
            + $"{string.Join(',', plan.Members?.Fact.Professionals ?? [])} {plan.Outline?.At}"));
}
