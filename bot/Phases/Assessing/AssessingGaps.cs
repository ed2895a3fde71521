using StrategyBot.Cases;


namespace StrategyBot.Phases.Assessing;

/// <summary>What binds at <em>Complete the record</em> and is not answered yet (P7).</summary>
internal static class AssessingGaps
{
    public static IEnumerable<Gap> Of(Case @case) => [.. Information(@case), .. Blocks(@case), .. Views(@case)];

    private static IEnumerable<Gap> Information(Case @case) => SharingInformation.Missing(@case).Select(agency =>
        new Gap($"information/{agency}", $"{agency.Name()} has not said what it knows.", WhoFills.EachAgency, OpenInformation.Button(@case, Someone(@case, agency))) { Agency = agency });

    private static IEnumerable<Gap> Views(Case @case) => GivingViews.Missing(@case).Select(missing =>
        new Gap($"view/{missing.Agency}/{missing.Child.Id.Value}", $"{missing.Agency.Name()} has not given a view on {missing.Child.Number}.", WhoFills.EachAgency,
            OpenView.Button(@case, Someone(@case, missing.Agency), missing.Child))
        { Agency = missing.Agency });

    private static IEnumerable<Gap> Blocks(Case @case) =>
        from block in Headings.Blocks
        from heading in block.Headings
        where heading.BindsAtCompletion && !@case.Meeting.Assessment.Of(heading.Id).IsAnswered
        select new Gap($"heading/{heading.Id}", $"{heading.Title} is not answered yet.", heading.WhoFills, OpenHeadings.Button(@case, block));

    private static Participant? Someone(Case @case, Agency agency) => @case.Invited.FirstOrDefault(person => person.Agency == agency);
}
