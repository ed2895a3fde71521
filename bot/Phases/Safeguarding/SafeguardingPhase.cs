namespace StrategyBot.Phases.Safeguarding;

/// <summary>Where each child is safe, who holds a child, and the interim safety plan.</summary>
public static class SafeguardingPhase
{
    public static Phase List { get; } = new("safeguarding")
    {
        Kinds = kinds => kinds
            .Add<PositionRecorded>("position-recorded")
            .Add<ChildConfirmedSafe>("child-confirmed-safe")
            .Add<HolderNamed>("holder-named")
            .Add<NoSafetyPlanNeeded>("no-safety-plan-needed")
            .Add<SafetyReviewSet>("safety-review-set"),
        Parts = parts => parts
            .Form<PositionPart, PositionPart.Form>()
            .Form<LimitPart, LimitPart.Form>()
            .Form<ConfirmationPart, ConfirmationPart.Form>()
            .Form<HolderPart, HolderPart.Form>()
            .Page<SafetyPlanPage, CaseForm>()
            .Form<SafetyRowPart, RowForm>()
            .Act<WithdrawSafetyRow, RowForm>()
            .Form<NoneNeededPart, NoneNeededPart.Form>()
            .Form<ReviewPart, ReviewPart.Form>()
            .Former(PositionPart.Id.Open, sent => sent["half"]?.ToString() == "2" ? LimitPart.Id.Open : PositionPart.Id.Open)
            .Former("safeguarding/save-place", PositionPart.Id.Save)
            .Former("safeguarding/open-confirmation", ConfirmationPart.Id.Open)
            .Former("safeguarding/confirm-safe", ConfirmationPart.Id.Save)
            .Former("safeguarding/name-holder", HolderPart.Id.Save)
            .Former("safeguarding/open-none-needed", NoneNeededPart.Id.Open),
        Duties = duties => duties.Add<TellDecideBy>(),
        Entries = (view, now) => view.Case.Meeting.IsConvened && view.Reader.May(Capability.FillForm)
            ? SafeguardingParts.Of(view, now)
            : [],
        Gaps = SafeguardingGaps.Of,
        Status = Status,
    };

    /// <summary>On the board until the child is confirmed safe (P4). No child's name: a number.</summary>
    private static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (!view.Reader.May(Capability.FillForm))
        {
            yield break;
        }

        foreach (var child in view.Case.Children.Where(child => PositionRule.DecideBy(view.Case, child) is not null))
        {
            var by = PositionRule.DecideBy(view.Case, child)!.Value;
            yield return new(0, $"{child.Number}: decide {(by < now ? "was due" : "by")} {Words.English.When(by)}{Left(by - now)}.");
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
}
