using StrategyBot.Oversight;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>What the hub draws of this phase.</summary>
internal static class SafeguardingHub
{
    /// <summary>What nobody acts on yet, for those who may (P28).</summary>
    public static IEnumerable<HubEntry> Dangers(CaseView view)
    {
        foreach (var danger in DangerRule.MayAnswer(view.Reader) ? view.Case.Meeting.Safety.Dangers : [])
        {
            yield return new($"{DangerAnswerPart.Id.Open}/{danger.Raised.Seq}", HubSection.Safety,
                $"{danger.Whose(view.Case)}: {WordTables.Danger.InList(danger.Raised.Fact.Kind)}",
                danger.Answered is { } answered ? $"acted on since {Words.English.Time(answered.At)}" : "nobody acts on it",
                DangerAnswerPart.Button(view.Case, danger), IsOpen: danger.Answered is null);
        }
    }

    /// <summary>The way for all to say that there is one.</summary>
    public static IEnumerable<HubEntry> Danger(CaseView view) => !view.Reader.May(DangerPart.Needs) ? [] :
    [
        new(PartIds.Danger, HubSection.Safety, DangerPart.Title, "if there is any", DangerPart.Button(view.Case), IsOpen: false)
        {
            IsOffered = true,
        },
    ];

    /// <summary>What a reader has to do here, as it stands: the positions first (P4).</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var (@case, safety) = (view.Case, view.Case.Meeting.Safety);
        foreach (var child in @case.Children)
        {
            var complete = IsComplete(safety, child);
            yield return new(PartIds.PositionOf(child.Id), HubSection.Safety, $"Where {child.Number} is safe",
                safety.Positions.GetValueOrDefault(child.Id) is not { } position
                    ? "not recorded"
                    : complete ? $"saved {Words.English.Time(position.At)}" : "not complete", PositionPart.Button(@case, child),
                    IsOpen: !complete);
            if (safety.Positions.GetValueOrDefault(child.Id)?.Fact.IsAgreement == true)
            {
                yield return new($"{ConsentWithdrawnPart.Id.Open}/{child.Id.Value}", HubSection.Safety,
                    $"{ConsentWithdrawnPart.Title} – {child.Number}", safety.Withdrawn.ContainsKey(child.Id) ? "withdrawn" : "if it is",
                    ConsentWithdrawnPart.Button(@case, child), IsOpen: false)
                { IsOffered = true };
            }
        }

        foreach (var entry in SeenDrawing.Entries(view, now))
        {
            yield return entry;
        }

        // The social worker may fill them too, and is led to what is theirs.
        var isAsked = AskedOf.Is(view.Reader, WhoFills.Chair);
        var asked = safety.Holders.Count;
        yield return new(PartIds.Holder, HubSection.Safety, "Who holds the child",
            asked == 0 ? "not asked" : asked < @case.Children.Count ? $"{asked} of {@case.Children.Count} asked" : "saved",
            HolderPart.Button(@case), IsOpen: isAsked && asked < @case.Children.Count)
        { IsAwaited = asked < @case.Children.Count };
        foreach (var held in HolderPlace.On(@case).Where(_ => @case.Meeting.Plan.AgreedAt is not null))
        {
            var isDue = held.RingAt(@case) <= now;
            yield return new($"{PartIds.HolderRung}/{held.First.Id.Value}", HubSection.Safety, $"{HolderRungPart.Title} – {held.Numbers()}",
                held.Rung(@case) is { } rung ? $"rung {Words.English.When(rung.At)}" : "not rung yet", HolderRungPart.Button(@case, held),
                IsOpen: isDue && DecideByClock.Owners(@case).Contains(view.Reader.Id))
            { IsOffered = !isDue, IsAwaited = isDue };
        }

        if (safety.Positions.Count > 0)
        {
            var overdue = @case.Children.Any(child => PositionRule.DecideBy(@case, child) <= now);
            yield return new("safeguarding/confirm", HubSection.Safety, "Child is safe – confirmed by",
                $"{safety.Confirmed.Count} of {@case.Children.Count} confirmed", ConfirmationPart.Button(@case), IsOpen: overdue)
            { IsAwaited = safety.Confirmed.Count < @case.Children.Count };
        }

        var rows = RowRules.Of(@case, ActionKind.SafetyPlan).Count();
        yield return new(PartIds.SafetyPlan, HubSection.Safety, "Interim safety plan",
            rows switch
            {
                0 when safety.NoneNeeded is not null =>
                "none needed",
                0 =>
                    "no row yet",
                1 =>
                        "1 row",
                _ => $"{rows} rows"
            }, SafetyPlanPage.Button(@case), IsOpen: isAsked && rows == 0 && safety.NoneNeeded is null)
        { IsAwaited = rows == 0 && safety.NoneNeeded is null };
        if (rows > 0)
        {
            yield return new(PartIds.SafetyReview, HubSection.Safety, "Review of the safety plan",
                safety.ReviewOn is { } on ? Words.English.Date(on) : "no date yet", ReviewPart.Button(@case),
                IsOpen: isAsked && safety.ReviewOn is null)
            { IsAwaited = safety.ReviewOn is null };
        }

        if (SafetyPlanRule.CanBeReviewed(@case))
        {
            var isDue = safety.ReviewOn <= Words.English.LocalDate(now);
            yield return new(PartIds.SafetyReviewHeld, HubSection.Safety, ReviewHeldPart.Title,
                isDue ? "to be reviewed now"
                    : Safety.ReviewsOf(@case) is [.., var last] ? $"last {Words.English.Date(SafetyPlanRule.Day(last))}"
                    : "when it is",
                ReviewHeldPart.Button(@case), IsOpen: isDue)
            { IsOffered = !isDue };
        }
    }

    /// <summary>Where, with whom, on what footing; and since when, where hours run from there.</summary>
    public static bool IsComplete(Safety safety, Child child) => safety.Positions.GetValueOrDefault(child.Id)?.Fact is
    { Where.Length: > 0, WithWhom.Length: > 0, Basis: not SafetyBasis.NotSaidYet } position
        && !safety.Withdrawn.ContainsKey(child.Id)
        && (position.Basis != SafetyBasis.PoliceProtection || position is { BasisFrom: not null, SinceToConfirm: not true });

    /// <summary>What binds at <em>Complete the record</em> and is not answered yet (P7).</summary>
    public static IEnumerable<Gap> Gaps(Case @case)
    {
        var safety = @case.Meeting.Safety;
        foreach (var child in @case.Children)
        {
            if (!SafeguardingHub.IsComplete(safety, child))
            {
                yield return new($"position/{child.Id.Value}", $"Where {child.Number} is safe is not recorded, or not all of it.",
                    WhoFills.Chair, PositionPart.Button(@case, child));
            }

            if (!safety.Holders.ContainsKey(child.Id))
            {
                yield return new($"holder/{child.Id.Value}",
                    $"Nobody has said whether somebody holds {child.Number} until the outcome is known.", WhoFills.Chair,
                    HolderPart.Button(@case, child));
            }
        }

        if (RowRules.Of(@case, ActionKind.SafetyPlan).Any())
        {
            if (safety.ReviewOn is null)
            {
                yield return new("safety-review", "The review of the interim safety plan has no date.", WhoFills.Chair,
                    ReviewPart.Button(@case));
            }

            foreach (var row in RowRules.Of(@case, ActionKind.SafetyPlan).Where(row => row.Fact is { Family.Who: "", What.Length: > 0 }))
            {
                yield return new($"safety-row/{row.Id.Value}", "Somebody of the family does a row of the safety plan: nobody has said who.",
                    WhoFills.Chair, RowDrawing.WhoseButton(@case, SafetyPlanPage.Kind, row));
            }
        }
        else if (safety.NoneNeeded is null)
        {
            yield return new("safety-plan", "The interim safety plan has no row, and no reason why none is needed.", WhoFills.Chair,
                SafetyPlanPage.Button(@case));
        }
    }

    /// <summary>On the board until the child is confirmed safe (P4). No child's name: a number.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (!view.Reader.May(Capability.FillForm))
        {
            yield break;
        }

        foreach (var danger in view.Case.Meeting.Safety.Dangers.Where(danger => danger.Answered is null))
        {
            yield return new(0, $"{danger.Whose(view.Case)}: {WordTables.Danger.InList(danger.Raised.Fact.Kind)}. Nobody acts on it yet.");
        }

        foreach (var handover in view.Case.Meeting.Safety.OpenHandovers)
        {
            yield return new(0, $"Handed over to {handover.To(view.Case)}, {Words.English.When(handover.Given.At)}: not accepted yet.");
        }

        foreach (var held in HolderPlace.On(view.Whole).Where(held => held.RingAt(view.Whole) <= now))
        {
            yield return new(0, $"{held.Numbers()}: the place that holds the child is to be rung.");
        }

        foreach (var line in SeenDrawing.Status(view, now))
        {
            yield return line;
        }

        foreach (var child in view.Case.Children.Where(child => view.Case.Meeting.Safety.Withdrawn.ContainsKey(child.Id)))
        {
            yield return new(0, $"{child.Number}: the agreement on where the child is was withdrawn. Say on what footing the child stays.");
        }

        foreach (var child in view.Case.Children.Where(child => PositionRule.DecideBy(view.Case, child) is not null))
        {
            var by = PositionRule.DecideBy(view.Case, child)!.Value;
            yield return new(0, $"{child.Number}: decide {(by < now ? "was due" : "by")} {Words.English.When(by)}{Left(by - now)}.");
            if (PositionRule.IsSinceToConfirm(view.Case, child))
            {
                yield return new(0, $"{child.Number}: since when police protection holds is to be confirmed.");
            }

            if (PositionRule.ProtectionEnds(view.Case, child) is { } ends && ends.At != by)
            {
                yield return new(0,
                    $"{child.Number}: police protection {(ends.At < now ? "ended" : "ends")} "
                        + $"{Words.English.When(ends.At)}{Left(ends.At - now)}.");
            }
        }
    }

    private static string Left(TimeSpan left) => left <= TimeSpan.Zero ? ""
        : left < TimeSpan.FromHours(1) ? $", in {(int)left.TotalMinutes} minutes"
        : $", in {(int)left.TotalHours} hours";

    /// <summary>What guards a child.</summary>
    public static IEnumerable<BoardStep> Steps(Case @case) => @case.AboutEach().SelectMany(about =>
        DecideByClock.Runs(about)
            .Select(running => Guard("Decide where the child stays", running, BoardPerson.ChairOf(about)))
            .Concat(ChildSeenClock.Runs(about)
                .Select(running => Guard("See the child", running, BoardPerson.With(about, Role.SocialWorker, "social worker")))));

    private static BoardStep Guard(string what, RunningClock running, BoardPerson who) =>
        new(what, running.EndsAt, true) { Guards = true, Who = who };
}
