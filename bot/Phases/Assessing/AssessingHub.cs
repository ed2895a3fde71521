namespace StrategyBot.Phases.Assessing;

/// <summary>What the hub draws of this phase.</summary>
internal static class AssessingHub
{
    /// <summary>What a reader has to do here, as it stands.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view) =>
    [
        .. Waiting(view),
        .. Own(view),
        .. InOrder(view),
        .. view.Reader.May(Capability.Lead) ? Answered(view) : [],
    ];

    /// <summary>What came in after the meeting, and what was escalated: for chair and managers.</summary>
    private static IEnumerable<HubEntry> Waiting(CaseView view)
    {
        if (!view.Reader.May(Capability.Decide))
        {
            yield break;
        }

        if (view.Case.Meeting.News is { Items.Count: > 0, Open: var open })
        {
            yield return new(LateNewsPart.Id.Open, HubSection.Ending, LateNewsPart.Title,
                open.Count == 0 ? "answered" : open.Count == 1 ? "1 to look at" : $"{open.Count} to look at",
                LateNewsPart.Button(view.Case), IsOpen: open.Count > 0);
        }

        foreach (var about in EscalationRule.All(view.Whole))
        {
            var isSettled = EscalationRule.IsSettled(view.Whole, about);
            yield return new($"{EscalationPart.Id.Open}/{about.Participant.Value}/{about.Child.Value}", HubSection.Closing,
                $"{EscalationPart.Title}: {view.Case.Find(about.Participant)?.Agency.Name()}, {view.Case.Find(about.Child)?.Number}",
                isSettled ? "settled" : "not settled", EscalationPart.Button(view.Case, about), IsOpen: !isSettled);
        }
    }

    /// <summary>The forms and the lists, where the last of their headings stands.</summary>
    private static IEnumerable<HubEntry> InOrder(CaseView view)
    {
        var blocks = Headings.BlocksOf(view.Whole).Where(block => IsFor(view.Reader, block.WhoFills))
            .ToLookup(block => block.Headings[^1].Id);
        return Headings.All.SelectMany(heading => (IEnumerable<HubEntry>)
        [
            .. RowLists.Find(heading.Id) is { } list && IsAsked(view.Case, list) && Headings.AreAsked(view.Whole, heading)
                && IsFor(view.Reader, heading.WhoFills)
                ? [List(view, heading)] : (HubEntry[])[],
            .. heading.Id == RowLists.EnquiryPlan && view.Reader.May(Capability.FillForm) ? [EnquiryPlan(view)] : (HubEntry[])[],
            .. blocks[heading.Id].Select(block => Block(view, block)),
        ]);
    }

    private static HubEntry EnquiryPlan(CaseView view)
    {
        var steps = RowRules.Of(view.Case, ActionKind.Enquiry).Count();
        var isAnswered = view.Whole.Meeting.Assessment.Of(RowLists.EnquiryPlan).IsAnswered;
        var state = steps == 0 ? isAnswered ? "answered" : "no row yet" : steps == 1 ? "1 row" : $"{steps} rows";
        return new(PartIds.List(RowLists.EnquiryPlan), HubSection.Part2, EnquiryPlanPage.Kind.List, state,
            EnquiryPlanPage.Button(view.Case), IsOpen: steps == 0 && !isAnswered);
    }

    private static bool IsFor(Participant reader, WhoFills who) => AskedOf.Is(reader, who) || reader.May(Capability.FillForm);

    /// <summary>What differs from child to child is asked where there are several.</summary>
    private static bool IsAsked(Case @case, RowList list) => !list.IsBesideWords || @case.Children.Count > 1;

    private static HubEntry List(CaseView view, Heading heading)
    {
        var assessment = view.Whole.Meeting.Assessment;
        var (rows, lacks) = (assessment.RowsOf(heading.Id).Count(), Lacks(view.Whole, heading) is not null);
        var isBeside = RowLists.Find(heading.Id)!.IsBesideWords;
        var asked = AskedOf.Now(view.Whole, heading.WhoFills);
        var theirs = AskedOf.Is(view.Reader, heading.WhoFills) || AskedOf.Is(view.Reader, asked) ? "" : $", asked of {Whom(asked)}";
        return new(
            PartIds.List(heading.Id), heading.Part == 1 ? HubSection.Part1 : HubSection.Part2,
            isBeside ? $"{heading.Title}, one child alone" : heading.Title,
            assessment.Of(heading.Id).IsContested ? "two answers stand"
                : rows == 0 ? isBeside || !assessment.Of(heading.Id).IsAnswered ? $"no row yet{theirs}" : "answered"
                : $"{(rows == 1 ? "1 row" : $"{rows} rows")}{(lacks ? ", not whole yet" : "")}{theirs}",
            ListPage.Button(view.Case, heading),
            IsOpen: !isBeside && theirs.Length == 0 && (lacks || (rows == 0 && view.Reader.May(Capability.FillForm)
                && !assessment.Of(heading.Id).IsAnswered)))
        {
            IsAwaited = theirs.Length > 0 && (lacks || (rows == 0 && !assessment.Of(heading.Id).IsAnswered)),
            IsOffered = isBeside,
        };
    }

    private static string Whom(WhoFills asked) => WordTables.WhoFills.InList(asked).ToLowerInvariant();

    /// <summary>What a list does not say yet and has to before the record is complete.</summary>
    private static string? Lacks(Case @case, Heading heading)
    {
        var (list, rows) = (RowLists.Find(heading.Id)!, @case.Meeting.Assessment.RowsOf(heading.Id).ToList());
        var state = @case.Meeting.Assessment.Of(heading.Id);
        return rows.SelectMany(row => list.Lacks(row.Fact)).FirstOrDefault() is { } field
            ? $"{heading.Title}: a row does not say yet: {field}."
            : list.IsBesideWords ? null
            : state.IsAnswered ? IsBare(@case, heading) && (rows.Count == 0 || heading.Id == "parents") ? Bare(heading, state) : null
            : rows.Count == 0 ? $"{heading.Title} is not answered yet."
            : heading.Id == "parents" && rows.Count == 1 ? $"{heading.Title}: one has a row. Add the other, or say why they are not known."
            : list.IsPerChild && rows.Count < @case.Children.Count ? $"{heading.Title} is not answered for every child yet."
            : null;
    }

    private static IEnumerable<Gap> EnquiryPlan(Case @case) =>
        ListRowRule.HasRows(@case, RowLists.EnquiryPlan) || @case.Meeting.Assessment.Of(RowLists.EnquiryPlan).IsAnswered ? []
        : [new($"heading/{RowLists.EnquiryPlan}", $"{EnquiryPlanPage.Kind.List} is not answered yet.", WhoFills.Chair,
            EnquiryPlanPage.Button(@case))];

    private static IEnumerable<Gap> Lists(Case @case) =>
        from list in RowLists.Known
        let heading = Headings.Find(list.Heading)!
        where Headings.Binds(@case, heading) && Headings.AreAsked(@case, heading)
        let missing = Lacks(@case, heading)
        where missing is not null
        let asked = AskedOf.Now(@case, heading.WhoFills)
        select new Gap($"heading/{heading.Id}", missing, asked, ListPage.Button(@case, heading)) { Agency = AskedOf.AgencyOf(asked) };

    /// <summary>What binds at <em>Complete the record</em> and is not answered yet (P7).</summary>
    public static IEnumerable<Gap> Gaps(Case @case) =>
        [.. Information(@case), .. Blocks(@case), .. Lists(@case), .. EnquiryPlan(@case), .. Views(@case)];

    public static IEnumerable<StatusLine> Status(CaseView view)
    {
        if (!view.Reader.May(Capability.Lead))
        {
            yield break;
        }

        if (EscalationRule.Open(view.Whole).Count() is var escalated and > 0)
        {
            yield return new(1, $"Professional disagreement to settle: {escalated}");
        }

        if (view.Whole.Meeting.News.Open.Count is var news and > 0)
        {
            yield return new(0, $"Came in after the meeting, and nobody has said whether it changes the plan: {news}");
        }

        if (OwedMeetingDuty.From(view.Whole) is not null)
        {
            yield return new(1, "Held by telephone, an enquiry, and there were earlier ones: a meeting is owed.");
        }

        if (Headings.All.Count(heading => view.Whole.Meeting.Assessment.Of(heading.Id).IsContested) is var contested and > 0)
        {
            yield return new(2, $"Headings with two answers, for you to choose: {contested}");
        }
    }

    /// <summary>The social worker speaks for social care; the chair decides.</summary>
    private static bool IsSaidBeside(CaseView view) => view.Reader.Id == view.Case.Meeting.Chair
        && AskedOf.Now(view.Case, WhoFills.SocialWorker) == WhoFills.SocialWorker;

    private static IEnumerable<HubEntry> Own(CaseView view)
    {
        var (@case, me, assessment) = (view.Case, view.Reader, view.Whole.Meeting.Assessment);
        if (me.May(Capability.Contribute))
        {
            var written = assessment.Information.Count(item => item.Agency == me.Agency);
            yield return new(PartIds.Information, HubSection.Information, "What your agency knows", Counted(written),
                InformationPart.Button(@case), IsOpen: written == 0 && !IsSaidBeside(view))
            { IsOffered = written == 0 && IsSaidBeside(view) };
        }

        if (me.May(Capability.ReadContent))
        {
            yield return new("assessing/read-information", HubSection.Information, "What everyone knows",
                Counted(assessment.Information.Count), InformationPage.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (me.May(Capability.Contribute))
        {
            var (answered, of) = ViewRule.Count(view.Whole);
            var open = @case.Children.Any(child => !@case.Meeting.Assessment.Views.ContainsKey((me.Id, child.Id)));
            yield return new(PartIds.View, HubSection.Part1, "Your view",
                $"{(open ? "not given" : "given")}; {answered} of {of} core agencies", ViewPart.Button(@case),
                // Given once one has heard the others (R40).
                open && view.Whole.Meeting.Attendance.StartedAt is not null && !IsSaidBeside(view));
        }

        if (me.May(Capability.FillForm) && EnterForPage.Others(@case) is { Count: > 0 } others)
        {
            var silent = others.Select(person => person.Agency).Distinct()
                .Count(agency => assessment.Information.All(item => item.Agency != agency));
            yield return new("assessing/enter-for", HubSection.Information, "Enter for another agency",
                silent == 0 ? "all have written" : $"{silent} {(silent == 1 ? "has" : "have")} written nothing",
                EnterForPage.Button(@case), IsOpen: false)
            { IsOffered = true };
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
        // What hangs on another answer counts once that was given.
        var headings = block.Headings.Where(heading => heading.Where?.Holds(view.Whole) != false).ToList();
        var states = headings.Select(heading => view.Whole.Meeting.Assessment.Of(heading.Id)).ToList();
        var answered = states.Count(state => state.IsAnswered);
        // What hangs on an answer of the same form stood before whoever gave it: it is missed at completion, and led back to no more.
        var isMissing = headings.Exists(heading => Headings.Binds(view.Whole, heading)
            && !block.Headings.Any(other => other.Id == heading.Where?.Heading)
            && !view.Whole.Meeting.Assessment.Of(heading.Id).IsAnswered);
        var bare = block.Headings.Count(heading => IsBare(view.Whole, heading));
        var (asked, isMine) = (AskedOf.Now(view.Whole, block.WhoFills), AskedOf.Is(view.Reader, block.WhoFills));
        var theirs = isMine || AskedOf.Is(view.Reader, asked) ? "" : $", asked of {Whom(asked)}";
        return new(
            PartIds.Block(block.Id),
            block.Part == 1 ? HubSection.Part1 : HubSection.Part2,
            block.Title,
            states.Any(state => state.IsContested) ? "two answers stand"
                : $"{answered} of {states.Count} answered{(bare == 0 ? "" : $", {bare} without the words that go with it")}{theirs}",
            HeadingsPart.Button(view.Case, block),
            IsOpen: theirs.Length == 0 && (answered == 0 || isMissing || bare > 0))
        { IsAwaited = theirs.Length > 0 && (answered == 0 || isMissing || bare > 0) };
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
        from block in Headings.BlocksOf(@case)
        from heading in block.Headings
        where Headings.Binds(@case, heading)
        let state = @case.Meeting.Assessment.Of(heading.Id)
        where !state.IsAnswered || IsBare(@case, heading)
        let missing = state.IsAnswered
            ? Bare(heading, state)
            : $"{heading.Title} is not answered yet."
        let asked = AskedOf.Now(@case, heading.WhoFills)
        select new Gap($"heading/{heading.Id}", missing, asked, HeadingsPart.Button(@case, block)) { Agency = AskedOf.AgencyOf(asked) };

    private static string Bare(Heading heading, Assessment.HeadingState state) =>
        $"{heading.Title} is ticked, and not said yet: {heading.Unsaid(state.Standing[^1].Answer)}.";

    /// <summary>Of answers that contest each other one with the words is enough.</summary>
    private static bool IsBare(Case @case, Heading heading) =>
        @case.Meeting.Assessment.Of(heading.Id) is { Standing.Count: > 0, Placed.IsEmpty: true } state
        && state.Standing.All(given => heading.Unsaid(given.Answer) is not null);

    private static Participant? Someone(Case @case, Agency agency) => @case.Invited.FirstOrDefault(person => person.Agency == agency);
}
