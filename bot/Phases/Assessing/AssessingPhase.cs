using StrategyBot.Cases;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.Assessing;

/// <summary>Part 1, and every heading of the form: who knows what, how serious it is, each agency's view.</summary>
public static class AssessingPhase
{
    public static Phase List { get; } = new("assessing")
    {
        Kinds = kinds => kinds
            .Add<HeadingAnswered>("heading-answered")
            .Add<HeadingSettled>("heading-settled")
            .Add<InformationGiven>("information-given")
            .Add<InformationCorrected>("information-corrected")
            .Add<InformationWithdrawn>("information-withdrawn")
            .Add<ViewGiven>("view-given")
            .Add<StanceTaken>("stance-taken")
            .Add<ViewsRevealed>("views-revealed"),
        Verbs = verbs => verbs
            .Add<OpenInformation, OpenInformation.Form>()
            .Add<SaveInformation, SaveInformation.Form>()
            .Add<ReadInformation, ReadInformation.Form>()
            .Add<OpenCorrection, OpenCorrection.Form>()
            .Add<CorrectInformation, CorrectInformation.Form>()
            .Add<WithdrawInformation, WithdrawInformation.Form>()
            .Add<OpenHeadings, OpenHeadings.Form>()
            .Add<SaveHeadings, SaveHeadings.Form>()
            .Add<OpenContest, OpenContest.Form>()
            .Add<SettleContest, SettleContest.Form>()
            .Add<OpenView, OpenView.Form>()
            .Add<SaveView, SaveView.Form>()
            .Add<RevealViews, RevealViews.Form>()
            .Add<EnterFor, EnterFor.Form>()
            .Add<OpenStance, OpenStance.Form>()
            .Add<TakeStance, TakeStance.Form>(),
        Commands = commands => commands.Add<NoteCommand>(),
        Entries = (view, _) => view.Case.Meeting.IsConvened ? AssessingParts.Of(view) : [],
        Gaps = AssessingGaps.Of,
        Status = Status,
    };

    private static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (!view.Reader.May(Capability.Lead))
        {
            yield break;
        }

        if (TakingStances.Escalated(view.Whole) is var escalated and > 0)
        {
            yield return new(1, $"Professional disagreement to escalate: {escalated}");
        }

        if (Headings.All.Count(heading => view.Whole.Meeting.Assessment.Of(heading.Id).IsContested) is var contested and > 0)
        {
            yield return new(2, $"Headings with two answers, for you to choose: {contested}");
        }
    }
}
