using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules.Wording;

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
        Verbs = verbs => verbs
            .Add<OpenPosition, OpenPosition.Form>()
            .Add<SavePlace, SavePlace.Form>()
            .Add<SaveLimit, SaveLimit.Form>()
            .Add<OpenConfirmation, OpenConfirmation.Form>()
            .Add<ConfirmSafe, ConfirmSafe.Form>()
            .Add<OpenHolder, OpenHolder.Form>()
            .Add<NameHolder, NameHolder.Form>()
            .Add<OpenSafetyPlan, OpenSafetyPlan.Form>()
            .Add<OpenRow, OpenRow.Form>()
            .Add<SaveRow, RowForm>()
            .Add<WithdrawRow, WithdrawRow.Form>()
            .Add<OpenNoneNeeded, OpenNoneNeeded.Form>()
            .Add<SaveNoneNeeded, SaveNoneNeeded.Form>()
            .Add<OpenReview, OpenReview.Form>()
            .Add<SaveReview, SaveReview.Form>(),
        Duties = duties => duties.Add<TellDecideBy>(),
        Entries = (view, now) => view.Case.Meeting.IsConvened && view.Reader.May(Capability.FillForm) ? SafeguardingParts.Of(view, now) : [],
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

        foreach (var child in view.Case.Children.Where(child => Positioning.DecideBy(view.Case, child) is not null))
        {
            var by = Positioning.DecideBy(view.Case, child)!.Value;
            yield return new(0, $"{child.Number}: decide {(by < now ? "was due" : "by")} {Words.English.When(by)}{Left(by - now)}.");
            if (Positioning.ProtectionEnds(view.Case, child) is { } ends && ends.At != by)
            {
                yield return new(0, $"{child.Number}: police protection {(ends.At < now ? "ended" : "ends")} {Words.English.When(ends.At)}{Left(ends.At - now)}.");
            }
        }
    }

    private static string Left(TimeSpan left) => left <= TimeSpan.Zero ? ""
        : left < TimeSpan.FromHours(1) ? $", in {(int)left.TotalMinutes} minutes"
        : $", in {(int)left.TotalHours} hours";
}
