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
            .Add<ViewGiven>("view-given")
            .Add<StanceTaken>("stance-taken")
            .Add<ViewsRevealed>("views-revealed"),
        Verbs = verbs => verbs
            .Add<OpenHeadings, OpenHeadings.Form>()
            .Add<SaveHeadings, SaveHeadings.Form>()
            .Add<OpenContest, OpenContest.Form>()
            .Add<SettleContest, SettleContest.Form>(),
        Entries = Entries,
        Gaps = Gaps,
    };

    private static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now) => !view.Reader.May(Capability.FillForm) || !view.Case.Meeting.IsConvened
        ? []
        : Headings.Blocks.Select(block =>
        {
            var states = block.Headings.Select(heading => view.Whole.Meeting.Assessment.Of(heading.Id)).ToList();
            var answered = states.Count(state => state.IsAnswered);
            return new HubEntry(
                $"assessing/block/{block.Id}",
                block.Part == 1 ? HubSection.Part1 : HubSection.Part2,
                block.Title,
                states.Any(state => state.IsContested) ? "two answers stand" : $"{answered} of {states.Count} answered",
                OpenHeadings.Button(view.Case, block),
                IsOpen: answered < states.Count);
        });

    private static IEnumerable<Gap> Gaps(Case @case) =>
        from block in Headings.Blocks
        from heading in block.Headings
        where heading.BindsAtCompletion && !@case.Meeting.Assessment.Of(heading.Id).IsAnswered
        select new Gap($"heading/{heading.Id}", $"{heading.Title} is not answered yet.", heading.WhoFills, OpenHeadings.Button(@case, block));
}
