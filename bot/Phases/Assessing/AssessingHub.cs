namespace StrategyBot.Phases.Assessing;

/// <summary>What the hub draws of this phase.</summary>
internal static class AssessingHub
{
    /// <summary>What a reader has to do here, as it stands.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view) =>
    [
        .. Own(view),
        .. Headings.Blocks.Where(block => AskedOf.Is(view.Reader, block.WhoFills) || view.Reader.May(Capability.FillForm))
            .Select(block => Block(view, block)),
        .. view.Reader.May(Capability.Lead) ? Answered(view) : [],
    ];

    /// <summary>What binds at <em>Complete the record</em> and is not answered yet (P7).</summary>
    public static IEnumerable<Gap> Gaps(Case @case) => [.. Information(@case), .. Blocks(@case), .. Views(@case)];

    public static IEnumerable<StatusLine> Status(CaseView view)
    {
        if (!view.Reader.May(Capability.Lead))
        {
            yield break;
        }

        if (StanceRule.Escalated(view.Whole) is var escalated and > 0)
        {
            yield return new(1, $"Professional disagreement to escalate: {escalated}");
        }

        if (Headings.All.Count(heading => view.Whole.Meeting.Assessment.Of(heading.Id).IsContested) is var contested and > 0)
        {
            yield return new(2, $"Headings with two answers, for you to choose: {contested}");
        }
    }

    private static IEnumerable<HubEntry> Own(CaseView view)
    {
        var (@case, me, assessment) = (view.Case, view.Reader, view.Whole.Meeting.Assessment);
        if (me.May(Capability.Contribute))
        {
            var written = assessment.Information.Count(item => item.Agency == me.Agency);
            yield return new(PartIds.Information, HubSection.Information, "What your agency knows", Counted(written),
                InformationPart.Button(@case), IsOpen: written == 0);
        }

        if (me.May(Capability.ReadContent))
        {
            yield return new("assessing/read-information", HubSection.Information, "What everyone knows",
                Counted(assessment.Information.Count), InformationPage.Button(@case), IsOpen: false);
        }

        if (me.May(Capability.Contribute))
        {
            var (answered, of) = ViewRule.Count(view.Whole);
            var open = @case.Children.Any(child => !@case.Meeting.Assessment.Views.ContainsKey((me.Id, child.Id)));
            yield return new(PartIds.View, HubSection.Part1, "Your view",
                $"{(open ? "not given" : "given")}; {answered} of {of} core agencies", ViewPart.Button(@case), open);
        }

        if (me.May(Capability.FillForm) && EnterForPage.Others(@case) is { Count: > 0 } others)
        {
            var silent = others.Select(person => person.Agency).Distinct()
                .Count(agency => assessment.Information.All(item => item.Agency != agency));
            yield return new("assessing/enter-for", HubSection.Information, "Enter for another agency",
                silent == 0 ? "all have written" : $"{silent} have written nothing", EnterForPage.Button(@case), IsOpen: false);
        }

        if (StanceRule.Differing(view.Whole, me.Id, @case.Children).Count > 0)
        {
            var open = StanceRule.Open(view.Whole, me.Id).Count > 0;
            yield return new(PartIds.Stance, HubSection.Closing, "The decision differs from your view", open ? "not answered" : "saved",
                StancePart.Button(@case), open);
        }
    }

    private static HubEntry Block(CaseView view, HeadingBlock block)
    {
        var states = block.Headings.Select(heading => view.Whole.Meeting.Assessment.Of(heading.Id)).ToList();
        var answered = states.Count(state => state.IsAnswered);
        var bare = block.Headings.Count(heading => IsBare(view.Whole, heading));
        var (asked, isMine) = (AskedOf.Now(view.Whole, block.WhoFills), AskedOf.Is(view.Reader, block.WhoFills));
        var theirs = isMine || AskedOf.Is(view.Reader, asked) ? "" : $", asked of {WordTables.WhoFills.InList(asked).ToLowerInvariant()}";
        return new(
            PartIds.Block(block.Id),
            block.Part == 1 ? HubSection.Part1 : HubSection.Part2,
            block.Title,
            states.Any(state => state.IsContested) ? "two answers stand"
                : $"{answered} of {states.Count} answered{(bare == 0 ? "" : $", {bare} without the words that go with it")}{theirs}",
            HeadingsPart.Button(view.Case, block),
            IsOpen: theirs.Length == 0 && (answered < states.Count || bare > 0));
    }

    private static IEnumerable<HubEntry> Answered(CaseView view) =>
        from whose in AskedOf.Others
        where AnsweredRule.Of(view.Whole, view.Reader, whose).Count > 0
        let open = AnsweredRule.Open(view.Whole, view.Reader, whose)
        select new HubEntry(PartIds.AnsweredBy(whose), HubSection.Part2, AnsweredPage.Title(whose),
            open == 0 ? "confirmed" : $"{open} to confirm", AnsweredPage.Button(view.Case, whose), open > 0);

    private static string Counted(int count) => count switch
    {
        0 => "nothing yet",
        1 => "1 entry",
        _ => $"{count} entries",
    };

    private static IEnumerable<Gap> Information(Case @case) => InformationRule.Missing(@case).Select(agency =>
        new Gap($"information/{agency}", $"{agency.Name()} has not said what it knows.", WhoFills.EachAgency,
            InformationPart.Button(@case, Someone(@case, agency)))
        { Agency = agency });

    private static IEnumerable<Gap> Views(Case @case) => ViewRule.Missing(@case).Select(missing =>
        new Gap($"view/{missing.Agency}/{missing.Child.Id.Value}",
            $"{missing.Agency.Name()} has not given a view on {missing.Child.Number}.", WhoFills.EachAgency,
            ViewPart.Button(@case, Someone(@case, missing.Agency), missing.Child))
        { Agency = missing.Agency });

    private static IEnumerable<Gap> Blocks(Case @case) =>
        from block in Headings.Blocks
        from heading in block.Headings
        where heading.BindsAtCompletion
        let state = @case.Meeting.Assessment.Of(heading.Id)
        where !state.IsAnswered || IsBare(@case, heading)
        let missing = state.IsAnswered
            ? $"{heading.Title} is ticked, and not said yet: {heading.Unsaid(state.Standing[^1].Answer)}."
            : $"{heading.Title} is not answered yet."
        let asked = AskedOf.Now(@case, heading.WhoFills)
        select new Gap($"heading/{heading.Id}", missing, asked, HeadingsPart.Button(@case, block)) { Agency = AskedOf.AgencyOf(asked) };

    /// <summary>Of answers that contest each other one with the words is enough.</summary>
    private static bool IsBare(Case @case, Heading heading) =>
        @case.Meeting.Assessment.Of(heading.Id) is { IsAnswered: true } state
        && state.Standing.All(given => heading.Unsaid(given.Answer) is not null);

    private static Participant? Someone(Case @case, Agency agency) => @case.Invited.FirstOrDefault(person => person.Agency == agency);
}
