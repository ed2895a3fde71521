using StrategyBot.Phases;

namespace StrategyBot.Panel;

/// <summary>What others wrote since the page looked last, a line each, without any of its content. Pure.</summary>
internal static class SinceDrawing
{
    private const int Most = 20;

    private const string ReadInformation = "assessing/read-information", Answers = "answering/answers";

    public static IEnumerable<Board.NewsLine> Of(CaseView view, IReadOnlyList<Entry> since, IReadOnlyList<HubEntry> entries, Words words) =>
        since.Where(entry => !view.Reader.Is(entry.By) && entry.By != PersonId.Bot
                && (entry.Fact.Meeting is null || view.Case.Meeting.Is(entry.Fact.Meeting)))
            .Select(entry => (Entry: entry, Said: Say(view, entry)))
            .Where(one => one.Said is not null)
            .Reverse().DistinctBy(one => one.Said!.Value.Text).Take(Most)
            .Select(one => new Board.NewsLine(one.Entry.Seq, words.Time(one.Entry.At), one.Said!.Value.Text,
                entries.FirstOrDefault(entry => entry.Id == one.Said.Value.Part) is { } part ? BoardDrawing.Opens(part.Open) : null));

    private static (string Text, string Part)? Say(CaseView view, Entry entry)
    {
        var about = view.Case;
        var who = about.Participants.FirstOrDefault(person => person.Is(entry.By));
        string Whose(ParticipantId id) => about.Find(id) is { } person ? person.Agency.Name() : "Somebody";
        string Name(ParticipantId id) => about.Find(id)?.Name ?? "Somebody";
        return entry.Fact switch
        {
            InformationGiven fact => ($"{fact.Agency.Name()} added information", ReadInformation),
            InformationCorrected or InformationWithdrawn =>
                ($"{who?.Agency.Name() ?? "An agency"} corrected its information", ReadInformation),
            CallNoted { IsGone: null } fact => ($"A call with {Name(fact.Who)} was noted", PartIds.Telephone),
            WrittenUpdateGiven fact => ($"{Whose(fact.Participant)} wrote an update", $"answering/read-update/{fact.Participant.Value}"),
            ViewGiven fact => ($"{Whose(fact.Participant)} gave its view", PartIds.Decision("reasonable-cause")),
            StanceTaken { Stance: not Stance.GoWithDecision } fact =>
                ($"{Whose(fact.Participant)} sees the decision differently", PartIds.Decision("reasonable-cause")),
            ReadBackAnswered { Agreed: false } fact => ($"{Name(fact.Participant)}: “not what I said”", PartIds.ReadBack),
            InvitationAnswered fact => ($"{Name(fact.Participant)}: {WordTables.Rsvp.InList(fact.Answer).ToLowerInvariant()}", Answers),
            RecordsSearched fact => ($"{Whose(fact.Participant)} checked its records", PartIds.WhoToCheck),
            ActionAnswered fact => (
                $"{who?.Name ?? "An owner"}: action {WordTables.ActionProgress.InList(fact.Progress).ToLowerInvariant()}",
                PartIds.Actions),
            OutcomeAcknowledged => ($"{who?.Name ?? "A holder"} has heard the outcome", PartIds.Agree),
            PositionRecorded fact => ($"Where {NumberOf(about, fact.Child)} is safe was saved", PositionOf(fact.Child)),
            ConsentWithdrawn fact => ($"The agreement for {NumberOf(about, fact.Child)} was withdrawn", PositionOf(fact.Child)),
            ContactHeld => ($"{who?.Name ?? "Somebody"} holds contact with the family", PartIds.ContactHold),
            ContactHoldLifted => ($"{who?.Name ?? "Somebody"} lifted a hold on contact", PartIds.ContactHold),
            BailSaid { Varies: null } => ($"{who?.Name ?? "Somebody"} wrote down bail or court conditions", PartIds.Bail),
            BailSaid => ($"{who?.Name ?? "Somebody"} says that bail or court conditions were varied", PartIds.Bail),
            BailEnded => ($"{who?.Name ?? "Somebody"} says that bail or court conditions ended", PartIds.Bail),
            ChildVisited fact => ($"{NumberOf(about, fact.Child)}: {WordTables.Visit.InList(fact.Outcome)}",
                $"{PartIds.ChildSeen}/{fact.Child?.Value}"),
            LegalAdviceTaken fact => ($"{NumberOf(about, fact.Child)}: {WordTables.Advice.InList(fact.Outcome)}",
                $"{PartIds.LegalAdvice}/{fact.Child?.Value}"),
            SafetyReviewHeld fact => ($"Safety plan reviewed: {WordTables.PlanWorks.InList(fact.Works)}", PartIds.SafetyReviewHeld),
            SafetyPlanConsidered fact => (
                $"Safety plan: {WordTables.PlanFit.InList(fact.Fit)}", PartIds.SafetyPlanConsidered),
            PlanPutOnFile => ("The safety plan stands on the file", PartIds.PlanOnFile),
            SafetyPlanEnded fact => ($"Safety plan ended: {WordTables.PlanEnd.InList(fact.How)}", PartIds.PlanEnd),
            SafetyPlanGoesOn => ("The conference has decided, and the safety plan goes on", PartIds.PlanEnd),
            AuthorisationHeldBack => ($"{who?.Name ?? "A manager"} has not authorised the enquiry yet", PartIds.Authorise),
            PlanAdviceGiven => ($"{who?.Name ?? "A manager"} gave advice on the safety plan", PartIds.SafetyPlanConsidered),
            PlanDiscussed => ("The family was spoken with about the safety plan", PartIds.PlanTalk),
            PlanOverseen => ($"{who?.Name ?? "A manager"} gave oversight of the safety plan", PartIds.PlanTalk),
            SignificantEventSaid => ($"{who?.Name ?? "Somebody"} says that something significant happened", PartIds.SignificantEvent),
            FamilyCopyGiven fact => ($"{FamilyCopy.Number(fact.Reader)}: a copy of the safety plan was given", PartIds.FamilyCopies),
            DangerRaised fact => ($"{who?.Name ?? "Somebody"}: {WordTables.Danger.InForm(fact.Kind).ToLowerInvariant()}", PartIds.Danger),
            DangerAnswered => ($"{who?.Name ?? "Somebody"} acts on a danger", PartIds.Danger),
            HandoverGiven => ($"{who?.Name ?? "Somebody"} handed the case over", PartIds.Handover),
            HandoverAccepted => ($"{who?.Name ?? "Somebody"} says that a handover is accepted", PartIds.Handover),
            HeadingAnswered => ($"{who?.Name ?? "Somebody"} answered headings", ""),
            ListRowGiven => ($"{who?.Name ?? "Somebody"} added a row", ""),
            ContingencyAgreed => ($"{who?.Name ?? "Somebody"} saved the contingency", PartIds.Contingency),
            ActionAgreed => ($"{who?.Name ?? "Somebody"} saved an action", PartIds.Actions),
            _ => null,
        };
    }

    private static string NumberOf(Case @case, ChildId? child) =>
        @case.Children.FirstOrDefault(one => one.Id == child)?.Number ?? "a child";

    private static string PositionOf(ChildId? child) => child is { } id ? PartIds.PositionOf(id) : "";
}
