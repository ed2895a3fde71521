namespace StrategyBot.Documents;

/// <summary>Each heading of Part 1 and Part 2 with what stands under it; every heading is there, answered or not (R37).</summary>
internal static class HeadingParagraphs
{
    public static IEnumerable<MinutesParagraph> Of(Case @case, Heading heading, Words words)
    {
        if (heading.Id == "actions" && !ActionParagraphs.Rows(@case, ActionKind.Action, new(@case, heading.Title), "", words).Any())
        {
            // That there are none stands at the beginning already.
            return [];
        }

        var section = new Section(@case, heading.Id == "safety-plan" ? @case.Profile.Labels.SafetyPlan.Text : heading.Title);
        var paragraphs = (heading.Id switch
        {
            "information" => Information(@case, section, heading),
            "views" => Views(@case, section, heading),
            "reasonable-cause" =>
                PerChild(@case, section, heading, @case.Meeting.Plan.ReasonableCause,
                    fact => With(WordTables.ReasonableCause.InMinutes(fact.Answer), fact.Rationale)),
            "section47" =>
                [.. PerChild(@case, section, heading, @case.Meeting.Plan.Section47,
                    fact => With(WordTables.InMinutes(fact), fact.Rationale)), .. Since(@case, section, heading, words)],
            "conference" =>
                PerChild(@case, section, heading, @case.Meeting.Plan.Conference,
                    fact => With(WordTables.Conference.InMinutes(fact.Answer), fact.Rationale)),
            "safety-plan" => SafetyParagraphs.Plan(@case, section.Title, words),
            "actions" => [section.Plain(Id(heading), "See the table at the beginning.")],
            RowLists.EnquiryPlan =>
            [
                .. ActionParagraphs.Rows(@case, ActionKind.Enquiry, section, Id(heading), words),
                .. Answers(@case, section, heading, words),
            ],
            "contingency" => @case.Meeting.Plan.Contingency?.AtMeeting() is { } agreed
                ? [section.Decided(Id(heading), agreed.Fact.Text, agreed)]
                : [],
            _ => [.. Rows(@case, section, heading), .. Answers(@case, section, heading, words)],
        }).ToList();
        return paragraphs.Count > 0 ? paragraphs : [section.Plain(Id(heading), MinutesDraft.NothingRecorded)];
    }

    private static IEnumerable<MinutesParagraph> Answers(Case @case, Section section, Heading heading, Words words)
    {
        var state = @case.Meeting.Assessment.Of(heading.Id);
        return
        [
            .. @case.Meeting.Assessment.AnswersOf(heading.Id).Select(given => section.By(
                state.IsContested ? $"{Id(heading)}/{given.Seq}" : Id(heading),
                (state.IsContested ? "One of several answers that stand: " : "") + Said(heading, given.Answer),
                given.By, given.OnBehalfOf, given.At, given.Audience, given.WrittenAt)),
            .. from placed in state.Placed
               let item = placed.In(@case)
               where item is not null
               select section.By($"{Id(heading)}/placed/{placed.Name}", $"{item.Agency.Name()}: {item.Text}", item.By, item.Participant,
                   item.CorrectedAt ?? item.At, item.Audience, placed.At),
            .. state.Standing.Where(given => !state.IsContested && @case.Meeting.Assessment.Confirmed.ContainsKey(given.Seq))
                .Select(given => section.Decided(
                    $"{Id(heading)}/confirmed", "Confirmed by the chair.", @case.Meeting.Assessment.Confirmed[given.Seq]) with
                {
                    Audience = given.Audience,
                }),
            .. AwaitedParagraphs(@case, section, heading, words),
        ];
    }

    /// <summary>Who brings what nobody knew, and by when; or what became of it (P14).</summary>
    private static IEnumerable<MinutesParagraph> AwaitedParagraphs(Case @case, Section section, Heading heading, Words words)
    {
        var (assessment, id) = (@case.Meeting.Assessment, $"{Id(heading)}/awaited");
        if (Awaited.Find(@case, heading.Id) is { Said: null } one)
        {
            yield return section.Plain(id, $"Awaited from {one.From.Described} by {words.When(one.DueAt)}") with
            {
                Audience = one.Given.Audience,
            };
        }

        foreach (var said in assessment.Awaited.GetValueOrDefault(heading.Id)?.AndBefore().Reverse() ?? [])
        {
            var text = FactWords.Lines(
                ("Awaited from", said.Fact.From is { } from ? @case.Find(from)?.Described ?? Authors.Gone : ""),
                ("Expected by", said.Fact.DueAt is { } due ? words.When(due) : ""),
                (WordTables.AwaitedState.InForm(said.Fact.State), said.Fact.Note.Length > 0 ? said.Fact.Note : said.Fact.State switch
                {
                    AwaitedState.IsIn => "Yes",
                    _ => "",
                }));
            yield return section.Decided($"{id}/{said.Seq}", text, said);
        }
    }

    /// <summary>Each row of a heading that is a list. One that was taken back after the approval says so.</summary>
    private static IEnumerable<MinutesParagraph> Rows(Case @case, Section section, Heading heading) =>
        RowLists.Find(heading.Id) is not { } list ? [] :
        [
            .. @case.Meeting.Assessment.RowsOf(heading.Id).Select(row => Row(@case, section, list, row)),
            .. from row in @case.Meeting.Assessment.Rows
               where row.Fact.Heading == heading.Id && row.Withdrawn?.Seq > @case.Meeting.Minutes.Approved?.Seq
                   && row.At < @case.Meeting.Minutes.Approved.At
               select section.By($"{Id(heading)}/{row.Id.Value}/withdrawn", $"Withdrawn: {list.Lead(@case, row.Fact)}", row.Withdrawn!.By,
                   null, row.Withdrawn.At, row.Fact.Audience),
        ];

    private static MinutesParagraph Row(Case @case, Section section, RowList list, ListRow row)
    {
        var (lead, rest) = (list.Lead(@case, row.Fact), FactWords.Lines(list.Rest(@case, row.Fact)));
        return section.Decided($"{Id(Headings.Find(list.Heading)!)}/{row.Id.Value}",
            lead.Length == 0 ? rest : rest.Length == 0 ? lead : $"{lead}\n{rest}", row.Given);
    }

    private static IEnumerable<MinutesParagraph> Information(Case @case, Section section, Heading heading) =>
    [
        .. @case.Meeting.Assessment.Information
            .OrderBy(item => item.Agency).ThenBy(item => item.Seq)
            .Select(item => section.By($"{Id(heading)}/{item.Seq}", $"{item.Agency.Name()}: {item.Text}", item.By, item.Participant,
                item.CorrectedAt ?? item.At, item.Audience, item.CorrectedAt ?? item.WrittenAt)),
        .. @case.Meeting.Attendance.ToldByMouth.Select(told => section.Decided($"{Id(heading)}/told/{told.Seq}",
            $"{@case.Find(told.Fact.Participant)?.Agency.Name()}: Restricted information was given to the chair by word of mouth. "
                + "It is not written here.", told, told.Fact.Participant)),
        .. @case.Participants.Select(person => Searched(@case, section, person, $"{Id(heading)}/records/{person.Id.Value}"))
            .OfType<MinutesParagraph>(),
    ];

    private static MinutesParagraph? Searched(Case @case, Section section, Participant person, string id)
    {
        var found = @case.Children.Select(child => (child.Id.Value, Name: child.Named(), Last: child.Last?.For(person, child.Address)))
            .Concat(@case.Adults.Select(adult => (adult.Id.Value, adult.Details.Name, Last: adult.Last?.For(person, adult.Address))))
            .Select(subject => (subject.Name, subject.Last,
                Said: @case.Meeting.Attendance.Searches.GetValueOrDefault((person.Id, subject.Value))))
            .Where(subject => subject.Said is not null)
            .Select(subject => (subject.Name, subject.Last, Said: subject.Said!)).ToList();
        return found.Count == 0 ? null : section.Decided(id,
            $"{person.Agency.Name()} searched its records. "
                + string.Join("; ", found.Select(one => $"{one.Name}: {WordTables.RecordsFound.InMinutes(one.Said.Fact.Result)}"
                    + (one.Last?.Any(last => one.Said.At < last.At) == true ? " (before their details were changed)" : ""))),
            found.MaxBy(one => one.Said.At).Said, person.Id) with
        {
            // What the police hold of somebody is not for the school.
            Audience = Audience.Only(person.Agency, Agency.SocialCare),
        };
    }

    private static IEnumerable<MinutesParagraph> Views(Case @case, Section section, Heading heading) =>
        from child in @case.Children
        from person in @case.Participants
        where @case.Meeting.Assessment.Views.ContainsKey((person.Id, child.Id))
        let view = @case.Meeting.Assessment.Views[(person.Id, child.Id)]
        let said = With(view.Say(WordTables.ReasonableCause.InMinutes(view.View), ""), view.Rationale)
        select section.By(
            $"{Id(heading)}/{child.Id.Value}/{person.Id.Value}", $"{child.Named()} – {person.Agency.Name()}: {said}", view.By, person.Id,
            view.At, view.Audience);

    /// <summary>R45: an enquiry that goes on keeps its start.</summary>
    private static IEnumerable<MinutesParagraph> Since(Case @case, Section section, Heading heading, Words words) =>
        from enquiry in Enquiry.Of(@case)
        where enquiry.Basis == EnquiryBasis.Before && @case.Meeting.Plan.EnquiryStarts.ContainsKey(enquiry.Child.Id)
        let given = @case.Meeting.Plan.EnquiryStarts[enquiry.Child.Id]
        select section.Decided($"{Id(heading)}/{enquiry.Child.Id.Value}/since",
            $"{enquiry.Child.Named()}: the enquiry runs since the strategy meeting on {words.Date(given.Fact.On)}.", given);

    private static IEnumerable<MinutesParagraph> PerChild<T>(
        Case @case, Section section, Heading heading, IReadOnlyDictionary<ChildId, Decided<T>> decisions, Func<T, string> say)
        where T : DecisionFact =>
        @case.Children.SelectMany(child => decisions.TryGetValue(child.Id, out var decided)
            ? Said(section, $"{Id(heading)}/{child.Id.Value}", $"{child.Named()}: ", decided.AtMeeting(), say)
            : [section.Plain($"{Id(heading)}/{child.Id.Value}", $"{child.Named()}: {MinutesDraft.NothingRecorded}")]);

    /// <summary>A decision, and why; by themselves where not everybody may read why: the answer is for all.</summary>
    private static IEnumerable<MinutesParagraph> Said<T>(
        Section section, string id, string before, Decided<T> decided, Func<T, string> say, string after = "")
        where T : DecisionFact
    {
        var (answer, whole) = (say((T)decided.Fact.Withheld()), say(decided.Fact) + after);
        return decided.Fact.Audience.IsForAll || answer == whole
            ? [section.Decided(id, before + whole, decided)]
            :
            [
                section.Decided(id, before + answer, decided) with { Audience = Audience.Professionals },
                section.Decided($"{id}/why", before + whole[answer.Length..].TrimStart('.', ' '), decided),
            ];
    }

    /// <summary>Ticked as known with nothing beside it: said so, as an empty line would read as a blank.</summary>
    private static string Said(Heading heading, Answer answer) =>
        AnswerWords.Say(heading, answer) is { Length: > 0 } said ? said : "Known – no words were given";

    private static string Id(Heading heading) => $"part-{heading.Part}/{heading.Id}";

    internal static string With(string answer, string because) => because.Length == 0 ? answer : $"{answer}. {because}";
}
