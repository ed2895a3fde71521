using StrategyBot.Cases;


namespace StrategyBot.Phases.Assessing;

/// <summary>What a reader has to do here, as it stands.</summary>
internal static class AssessingParts
{
    public static IEnumerable<HubEntry> Of(CaseView view) => [.. Own(view), .. view.Reader.May(Capability.FillForm) ? Headings.Blocks.Select(block => Block(view, block)) : []];

    private static IEnumerable<HubEntry> Own(CaseView view)
    {
        var (@case, me) = (view.Case, view.Reader);
        if (me.May(Capability.Contribute))
        {
            var written = view.Whole.Meeting.Assessment.Information.Count(item => item.Agency == me.Agency);
            yield return new(PartIds.Information, HubSection.Information, "What your agency knows", Entries(written), OpenInformation.Button(@case), IsOpen: written == 0);
        }

        if (me.May(Capability.ReadContent))
        {
            yield return new("assessing/read-information", HubSection.Information, "What everyone knows", Entries(view.Whole.Meeting.Assessment.Information.Count), ReadInformation.Button(@case), IsOpen: false);
        }

        if (me.May(Capability.Contribute))
        {
            var (answered, of) = GivingViews.Count(view.Whole);
            var open = @case.Children.Any(child => !@case.Meeting.Assessment.Views.ContainsKey((me.Id, child.Id)));
            yield return new(PartIds.View, HubSection.Part1, "Your view", $"{(open ? "not given" : "given")}; {answered} of {of} core agencies", OpenView.Button(@case), open);
        }

        if (me.May(Capability.FillForm) && EnterForCard.Others(@case) is { Count: > 0 } others)
        {
            var silent = others.Select(person => person.Agency).Distinct().Count(agency => view.Whole.Meeting.Assessment.Information.All(item => item.Agency != agency));
            yield return new("assessing/enter-for", HubSection.Information, "Enter for another agency", silent == 0 ? "all have written" : $"{silent} have written nothing", EnterFor.Button(@case), IsOpen: false);
        }

        if (@case.Children.Any(child => TakingStances.Differs(view.Whole, me.Id, child.Id)))
        {
            var open = TakingStances.Open(view.Whole, me.Id).Count > 0;
            yield return new(PartIds.Stance, HubSection.Closing, "The decision differs from your view", open ? "not answered" : "saved", OpenStance.Button(@case), open);
        }
    }

    private static HubEntry Block(CaseView view, HeadingBlock block)
    {
        var states = block.Headings.Select(heading => view.Whole.Meeting.Assessment.Of(heading.Id)).ToList();
        var answered = states.Count(state => state.IsAnswered);
        return new(
            PartIds.Block(block.Id),
            block.Part == 1 ? HubSection.Part1 : HubSection.Part2,
            block.Title,
            states.Any(state => state.IsContested) ? "two answers stand" : $"{answered} of {states.Count} answered",
            OpenHeadings.Button(view.Case, block),
            IsOpen: answered < states.Count);
    }

    private static string Entries(int count) => count switch
    {
        0 => "nothing yet",
        1 => "1 entry",
        _ => $"{count} entries",
    };
}
