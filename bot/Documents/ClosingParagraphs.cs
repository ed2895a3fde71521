namespace StrategyBot.Documents;

/// <summary>Who sees it differently, what was objected to at the read-back, and what was still open at the end (P7, P15, P18).</summary>
internal static class ClosingParagraphs
{
    /// <summary>How the ids begin of whatever is seen differently, and of what an objection became.</summary>
    public const string Differs = "disagreement/", Objected = Differs + "objection/";

    /// <summary>Stands where nobody sees anything differently.</summary>
    public const string NoneDiffers = Differs + "none";

    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words) =>
    [
        .. Disagreements(@case, new(@case, @case.Profile.Labels.Disagreement.Text.AsHeading())),
        .. ReadBack(@case, new(@case, "Read-back")),
        .. Escalations(@case, new(@case, "Escalated disagreements"), words),
        .. Late(@case, new(@case, "What came in after the meeting")),
        .. Gaps(@case, new(@case, "Still open at the end"), words),
        .. ChangeParagraphs.Of(@case, words),
    ];

    private static IEnumerable<MinutesParagraph> Disagreements(Case @case, Section section) =>
        (from child in @case.Children
         from person in @case.Participants
         let given = @case.Meeting.Assessment.Stances.GetValueOrDefault((person.Id, child.Id))
         where given is not null && given.Fact.Stance != Stance.GoWithDecision
         let stance = given.Fact
         let text = $"{child.Named()} – {person.Agency.Name()}: {WordTables.Stance.InMinutes(stance.Stance)}"
         select section.Decided($"{Differs}{child.Id.Value}/{person.Id.Value}",
             stance.Reason.Length == 0 ? text : $"{text}. {stance.Reason}", given, person.Id))
        .Concat(AfterIssue(@case, section))
        .DefaultIfEmpty(section.Plain(NoneDiffers, "None recorded."));

    /// <summary>What a reader of an earlier version said of it, where the chair has both stand (P15).</summary>
    private static IEnumerable<MinutesParagraph> AfterIssue(Case @case, Section section) =>
        from objection in @case.Meeting.Minutes.Objections
        where objection.Answer is { Fact.Outcome: Cases.Facts.ObjectionOutcome.DisagreementRecorded }
        let about = @case.Meeting.Minutes.Of(objection.Version).FirstOrDefault(
            paragraph => paragraph.Id == objection.Paragraph)?.Section
        select new MinutesParagraph(
            $"{Objected}{objection.Number}", section.Title,
            $"About “{about}” in version {objection.Version}: {objection.Text}", @case.Find(objection.By)?.Described ?? Authors.Gone,
            objection.At, objection.Audience, objection.By);

    /// <summary>Each step under the name of who took it.</summary>
    private static IEnumerable<MinutesParagraph> Escalations(Case @case, Section section, Words words) =>
        from row in @case.Meeting.Assessment.Escalations.OrderBy(row => row.Value.Seq)
        from step in row.Value.AndBefore().Reverse()
        let about = $"{@case.Find(row.Key.Child)?.Named()} – {@case.Find(row.Key.Participant)?.Agency.Name()}"
        let said = FactWords.Lines(("What was done", step.Fact.Step),
            ("To be settled by", step.Fact.DueAt is { } due ? words.When(due) : ""), ("Settled", step.Fact.IsSettled ? "Yes" : ""))
        select section.Decided($"escalated/{row.Key.Participant.Value}/{row.Key.Child.Value}/{step.Seq}", $"{about}\n{said}", step);

    private static IEnumerable<MinutesParagraph> Late(Case @case, Section section) =>
        from said in @case.Meeting.News.Answered?.AndBefore().Reverse() ?? []
        let answer = WordTables.News.InForm(said.Fact.Answer)
        let text = FactWords.Lines(("Does it change the plan", answer), ("Why", said.Fact.Reason))
        select section.Decided($"late-news/{said.Seq}", text, said);

    private static IEnumerable<MinutesParagraph> ReadBack(Case @case, Section section)
    {
        var answers =
            @case.Participants.Where(person => @case.Meeting.Attendance.ReadBack.ContainsKey(person.Id))
                .Select(person => (person, Said: @case.Meeting.Attendance.ReadBack[person.Id])).ToList();
        var agreed = answers.Where(answer => answer.Said.Fact.Agreed).Select(answer => answer.person.Described).ToList();
        yield return section.Plain("read-back/agreed",
            agreed.Count == 0 ? "Nobody is recorded as having agreed the read-back." : $"Agreed: {string.Join("; ", agreed)}.",
            answers.Where(answer => answer.Said.Fact.Agreed).Select(answer => (DateTimeOffset?)answer.Said.At).Max());
        foreach (var (person, said) in answers.Where(answer => !answer.Said.Fact.Agreed))
        {
            yield return section.Decided($"read-back/{person.Id.Value}",
                said.Fact.Objection.Length == 0 ? "Not what I said." : $"Not what I said: {said.Fact.Objection}", said, person.Id);
        }
    }

    private static IEnumerable<MinutesParagraph> Gaps(Case @case, Section section, Words words)
    {
        var attendance = @case.Meeting.Attendance;
        if (attendance.CompletedWithGaps)
        {
            var what = section.Plain("gaps", "The record was completed with parts unanswered", attendance.CompletedAt);
            foreach (var paragraph in GivenReasons.WithWhy(
                what with { Audience = attendance.OverrideFor }, attendance.OverrideReason, ". Why"))
            {
                yield return paragraph;
            }

            yield break;
        }

        yield return section.Plain("gaps", attendance switch
        {
            { CompletedAt: not null } => "Nothing: every mandatory part was answered.",
            { Gaps: { Gaps.Count: > 0 } listed } => $"Asked for by {words.When(listed.DueAt)}:\n{string.Join('\n', listed.Gaps)}",
            _ => "The record is not marked complete.",
        }, attendance.CompletedAt);
    }
}
