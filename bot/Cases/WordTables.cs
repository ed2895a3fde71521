namespace StrategyBot.Cases;

/// <summary>The words of every answer that forms offer, once for cards, echoes, <c>status</c>, commands and minutes.</summary>
/// <remarks>Minutes of earlier releases are compared with the draft by their words: a word of the minutes never changes.</remarks>
internal static partial class WordTables
{
    public static WordTable<ReasonableCause> ReasonableCause { get; } = new(
        new(Facts.ReasonableCause.Yes, "Yes"),
        new(Facts.ReasonableCause.No, "No"),
        new(Facts.ReasonableCause.CannotSayYet, "Can't say yet"));

    public static WordTable<Section47> Section47 { get; } = new(
        new(Facts.Section47.Start, "Start", InMinutes: "Start a section 47 enquiry"),
        new(Facts.Section47.Continue, "Continue one that runs already", InMinutes: "Continue the section 47 enquiry"),
        new(Facts.Section47.NotStart, "Do not start", InMinutes: "Do not start a section 47 enquiry"));

    public static WordTable<Conduct> Conduct { get; } = new(
        new(Facts.Conduct.Single, "Single agency", InMinutes: "Single agency, social care"),
        new(Facts.Conduct.Joint, "Joint, police and social care", InMinutes: "Joint with the police"));

    public static WordTable<FollowOn> FollowOn { get; } = new(
        new(Facts.FollowOn.ContinueAssessment, "Continue the assessment"),
        new(Facts.FollowOn.ChildInNeed, "Child in need"),
        new(Facts.FollowOn.EarlyHelp, "Early help"),
        new(Facts.FollowOn.UniversalServices, "Universal services"),
        new(Facts.FollowOn.NoFurtherAction, "No further action"));

    public static WordTable<Conference> Conference { get; } = new(
        new(Facts.Conference.Yes, "Yes", InMinutes: "Yes, hold a conference"),
        new(Facts.Conference.No, "No", InMinutes: "No conference"),
        new(Facts.Conference.AtEndOfEnquiry, "Decide at the end of the enquiry", InMinutes: "Decided at the end of the enquiry"));

    public static WordTable<PlanChangeKind> PlanChange { get; } = new(
        new(PlanChangeKind.Wording, "Only the words – it means the same", "other words"),
        new(PlanChangeKind.Mistake, "It was written down wrongly", "written down wrongly"),
        new(PlanChangeKind.Event, "Something has happened", "something happened"),
        new(PlanChangeKind.Review, "The plan was reviewed", "reviewed"),
        new(PlanChangeKind.Agreed, "It was agreed otherwise since", "agreed since"));

    public static WordTable<SafetyBasis> SafetyBasis { get; } = new(
        new(Facts.SafetyBasis.StaysForTreatment, "Stays for treatment", "stays for treatment"),
        new(Facts.SafetyBasis.ParentsAgree, "Parents agree", "parents agree"),
        new(Facts.SafetyBasis.Section20, "Section 20: accommodated by agreement", "section 20"),
        new(Facts.SafetyBasis.PoliceProtection, "Police protection", "police protection"),
        new(Facts.SafetyBasis.Order, "Court order", "order"),
        new(Facts.SafetyBasis.None, "None of these", "none"),
        new(Facts.SafetyBasis.NotSaidYet, "Not said yet", "not said yet"));

    public static WordTable<Stance> Stance { get; } = new(
        new(Facts.Stance.GoWithDecision, "I go with the decision", "goes with the decision", "Goes with the decision"),
        new(Facts.Stance.RecordDifferentView, "Record my different view", "different view recorded", "Holds a different view"),
        new(Facts.Stance.Escalate, "Escalate to senior managers", "professional disagreement, escalated", "Escalates"));

    public static WordTable<AnswerKind> AnswerKind { get; } = new(
        new(Facts.AnswerKind.Known, "Known"),
        new(Facts.AnswerKind.NothingHeld, "Checked – nothing held"),
        new(Facts.AnswerKind.NotKnownYet, "Not known yet"));

    public static WordTable<Rsvp> Rsvp { get; } = new(
        new(Facts.Rsvp.Coming, "I am coming", "Coming", "said they would come"),
        new(Facts.Rsvp.SendingDeputy, "I am sending a deputy", "Sending a deputy", "sent a deputy"),
        new(Facts.Rsvp.WrittenUpdate, "I will write an update instead", "Written update instead", "sent a written update"),
        new(Facts.Rsvp.CannotCome, "I cannot come", "Cannot come", "sent apologies"));

    public static WordTable<Acquaintance> Acquaintance { get; } = new(
        new(Facts.Acquaintance.KnowsChild, "I know this child", "knows the child"),
        new(Facts.Acquaintance.DutyDesk, "I come from a duty desk", "from a duty desk"));

    public static WordTable<AgencyPresence> AgencyPresence { get; } = new(
        new(Cases.AgencyPresence.Attended, "Attended", "attended"),
        new(Cases.AgencyPresence.WrittenOnly, "Written update only", "written update only"),
        new(Cases.AgencyPresence.InvitedAndAbsent, "Invited and absent", "invited and absent"),
        new(Cases.AgencyPresence.NotInvited, "Not invited", "not invited"));

    public static WordTable<Sex> Sex { get; } = new(
        new(Facts.Sex.Female, "Female"),
        new(Facts.Sex.Male, "Male"),
        new(Facts.Sex.NotRecorded, "Not recorded yet"));

    /// <summary>How something came to be known; a list says it only where it was neither a form nor the meeting itself.</summary>
    public static WordTable<Via> Via { get; } = new(
        new(Facts.Via.Form, "Form", "", "said so"),
        new(Facts.Via.Outlook, "Calendar", "by calendar", "answered in Outlook"),
        new(Facts.Via.TeamsEvent, "Teams", "", "seen by Teams"),
        new(Facts.Via.Roster, "Call", "", "seen in the call"),
        new(Facts.Via.Report, "Report", "", "Teams' attendance report"),
        new(Facts.Via.Chair, "Chair", "", "confirmed by the chair"),
        new(Facts.Via.Telephone, "Telephone", "by telephone"),
        new(Facts.Via.InPerson, "In person", "in person"),
        new(Facts.Via.Mail, "E-mail", "by e-mail"));

    public static WordTable<RecordsFound> RecordsFound { get; } = new(
        new(Facts.RecordsFound.Found, "Found", InMinutes: "found"),
        new(Facts.RecordsFound.NoMatch, "No match", InMinutes: "no match"),
        new(Facts.RecordsFound.NeedMoreDetail, "Need more detail", InMinutes: "more detail needed"));

    public static WordTable<NewsAnswer> News { get; } = new(
        new(NewsAnswer.PlanStands, "No, the plan stands", "the plan stands"),
        new(NewsAnswer.PlanChanges, "Yes, I change the plan", "the plan is changed"),
        new(NewsAnswer.MeetAgain, "Yes, we meet again", "a further meeting is needed"));

    public static WordTable<LateKind> LateKind { get; } = new(
        new(Cases.LateKind.Information, "added information"),
        new(Cases.LateKind.Corrected, "corrected its information"),
        new(Cases.LateKind.Update, "wrote an update"),
        new(Cases.LateKind.Found, "found a record"),
        new(Cases.LateKind.Result, "brought a result that was awaited"),
        new(Cases.LateKind.Bail, "said that bail or court conditions are otherwise"),
        new(Cases.LateKind.Event, "said that something significant happened"));

    public static WordTable<AwaitedState> AwaitedState { get; } = new(
        new(Facts.AwaitedState.Awaited, "Still awaited", "still awaited"),
        new(Facts.AwaitedState.IsIn, "The result is in", "the result is in"),
        new(Facts.AwaitedState.NotNeeded, "No longer needed", "no longer needed"));

    public static WordTable<DangerKind> Danger { get; } = new(
        new(DangerKind.BeingTaken, "Someone is taking the child", "somebody is taking the child"),
        new(DangerKind.PlanNotFollowed, "The plan is not being followed", "the plan is not being followed"),
        new(DangerKind.Other, "Another danger", "in danger now"));

    public static WordTable<PlanWorks> PlanWorks { get; } = new(
        new(Facts.PlanWorks.Works, "Yes", "it keeps the children safe"),
        new(Facts.PlanWorks.InPart, "In part", "it keeps the children safe in part"),
        new(Facts.PlanWorks.NotFollowed, "It is not being followed", "it is not being followed"));

    public static WordTable<PlanFit> PlanFit { get; } = new(
        new(Facts.PlanFit.SafetyPlan, "Yes, a safety plan", "a safety plan is right", "A safety plan"),
        new(Facts.PlanFit.LegalAction, "No, legal action at once", "legal action is taken instead", "Legal action at once"),
        new(Facts.PlanFit.AdviceFirst, "I ask a manager first", "a manager is asked first", "Management advice first"),
        new(Facts.PlanFit.Otherwise, "No: a conversation, direct work or a family meeting", "something else is done instead",
            "A conversation, direct work or a family meeting"));

    public static WordTable<PlanAnswer> PlanAnswer { get; } = new(
        new(Facts.PlanAnswer.Signed, "They understand it, and signed", "signed"),
        new(Facts.PlanAnswer.Agrees, "They agree, and have not signed", "agrees, not signed"),
        new(Facts.PlanAnswer.AgreesInEmergency, "They agreed in an emergency, without time for advice", "agreed in an emergency"),
        new(Facts.PlanAnswer.Unwilling, "They don't agree, or don't sign", "does not agree"),
        new(Facts.PlanAnswer.CapacityInDoubt, "I doubt that they can decide this", "it is in doubt whether they can decide this"),
        new(Facts.PlanAnswer.NotUnderstood, "They may not understand it", "may not understand it"),
        new(Facts.PlanAnswer.NotShared, "It was not shared with them", "not shared"));

    public static WordTable<MeetingPurpose> MeetingPurpose { get; } = new(
        new(Facts.MeetingPurpose.Further, "A further strategy meeting", "a further strategy meeting"),
        new(Facts.MeetingPurpose.Review, "A review strategy meeting", "a review strategy meeting"),
        new(Facts.MeetingPurpose.Reconvened, "The same again, because of what came in since", "it is convened again"));

    public static WordTable<AgreedHow> AgreedHow { get; } = new(
        new(Facts.AgreedHow.OnPaper, "Signed on paper", "signed on paper"),
        new(Facts.AgreedHow.Electronically, "Signed electronically", "signed electronically"),
        new(Facts.AgreedHow.InWords, "In words, not signed", "in words, not signed"));

    public static WordTable<ReviewedHow> ReviewedHow { get; } = new(
        new(Facts.ReviewedHow.FamilyFirst, "With the family first, then the agencies", "with the family first"),
        new(Facts.ReviewedHow.WithoutFamily, "Not with the family yet", "the family was not asked first"),
        new(Facts.ReviewedHow.ChildInNeed, "At a child in need review", "at a child in need review"),
        new(Facts.ReviewedHow.Conference, "At the child protection conference", "at the child protection conference"),
        new(Facts.ReviewedHow.CoreGroup, "At a core group", "at a core group"),
        new(Facts.ReviewedHow.FamilyGroupConference, "At a family group conference", "at a family group conference"),
        new(Facts.ReviewedHow.ChildInCare, "At the review of a child in care", "at the review of a child in care"));

    public static WordTable<PlanEvent> PlanEvent { get; } = new(
        new(Facts.PlanEvent.NewPerson, "Somebody new is in the child's life", "somebody new is in the child's life"),
        new(Facts.PlanEvent.Moved, "Somebody moved out, in or away", "somebody moved"),
        new(Facts.PlanEvent.FamilyChanged, "Somebody of the family agrees no more, or can't keep it up", "the family can't keep it up"),
        new(Facts.PlanEvent.Arrest, "An arrest, a charge or a release", "an arrest, a charge or a release"),
        new(Facts.PlanEvent.Other, "Something else", "something happened that matters"));

    public static WordTable<PlanEnd> PlanEnd { get; } = new(
        new(Facts.PlanEnd.ChildsPlan, "It is part of the child's plan now", "it is part of the child's plan now"),
        new(Facts.PlanEnd.NoLongerNeeded, "It is no longer needed", "no longer needed"),
        new(Facts.PlanEnd.EarlyHelp, "Early help takes it over", "early help takes it over"),
        new(Facts.PlanEnd.WithoutSocialCare, "The family keeps it up without us", "the family keeps it up without social care"));

    public static WordTable<FamilyReaderKind> FamilyReader { get; } = new(
        new(FamilyReaderKind.Parent, "A parent, or who lives with the child: the whole plan", "the whole plan"),
        new(FamilyReaderKind.Named, "Somebody with a part in the plan", "their part of the plan"),
        new(FamilyReaderKind.Child, "The child", "the child's own"));

    public static WordTable<GivenHow> GivenHow { get; } = new(
        new(Facts.GivenHow.ByHand, "By hand", "by hand"),
        new(Facts.GivenHow.ByPost, "By post", "by post"),
        new(Facts.GivenHow.ByMail, "By e-mail", "by e-mail"),
        new(Facts.GivenHow.ReadOut, "Read out to them", "read out"));

    public static WordTable<MinutesHanded> MinutesHanded { get; } = new(
        new(Facts.MinutesHanded.ByHand, "Given by hand", "given by hand"),
        new(Facts.MinutesHanded.ReadOut, "Read out on the telephone", "read out on the telephone"),
        new(Facts.MinutesHanded.Posted, "Posted", "posted"),
        new(Facts.MinutesHanded.CameBack, "The letter came back", "the letter came back"));

    public static WordTable<VisitOutcome> Visit { get; } = new(
        new(VisitOutcome.SeenAlone, "Seen, alone", "seen alone"),
        new(VisitOutcome.SeenWithOthers, "Seen, with others there", "seen with others there"),
        new(VisitOutcome.AccessRefused, "Access refused", "access refused"),
        new(VisitOutcome.NotFound, "Not found", "not found"),
        new(VisitOutcome.WhereaboutsWithheld, "They don't say where the child is", "whereabouts withheld"));

    public static WordTable<AdviceOutcome> Advice { get; } = new(
        new(AdviceOutcome.OrderAppliedFor, "An order is applied for", "an order is applied for"),
        new(AdviceOutcome.SafeguardedWithout, "No order: the child is safeguarded without", "the child is safeguarded without an order"));

    public static WordTable<BailKind> Bail { get; } = new(
        new(BailKind.PoliceBail, "Police bail", "police bail", "Police bail"),
        new(BailKind.CourtBail, "Court bail", "court bail", "Court bail"),
        new(BailKind.CourtOrder, "Conditions of a court order", "conditions of a court order", "Conditions of a court order"));

    public static WordTable<BailEnd> BailEnd { get; } = new(
        new(Facts.BailEnd.Lifted, "Lifted", "lifted", "Lifted"),
        new(Facts.BailEnd.NoFurtherAction, "No further action", "no further action", "No further action"),
        new(Facts.BailEnd.Otherwise, "Ended in another way: say how", "ended in another way", "Ended in another way"));

    public static WordTable<MeetingMode> MeetingMode { get; } = new(
        new(Facts.MeetingMode.Teams, "In Teams", InMinutes: "by Teams"),
        new(Facts.MeetingMode.Phone, "By telephone", InMinutes: "by telephone"),
        new(Facts.MeetingMode.InRoom, "In one room", InMinutes: "in one room"),
        new(Facts.MeetingMode.AlreadyHappened, "It happened already", InMinutes: "held before it was recorded here"));

    public static WordTable<LateCause> LateCause { get; } = new(
        new(Facts.LateCause.PoliceNotAvailable, "Police not available"),
        new(Facts.LateCause.HealthNotAvailable, "Health not available"),
        new(Facts.LateCause.ChairNotFree, "Chair or social worker not free"),
        new(Facts.LateCause.RecognisedLate, "Concern recognised late"),
        new(Facts.LateCause.PassedOnLate, "Referral passed on late"),
        new(Facts.LateCause.AssessedFirst, "Assessed first"),
        new(Facts.LateCause.HandedOver, "Handed over between teams"),
        new(Facts.LateCause.WeekendOrHoliday, "Weekend or holiday"),
        new(Facts.LateCause.InformationAwaited, "Information awaited"),
        new(Facts.LateCause.WhereaboutsUnknown, "Child's whereabouts unknown"),
        new(Facts.LateCause.ProtectedFirst, "Received at night, protection came first"),
        new(Facts.LateCause.Other, "Other (say which)", "Other"));

    public static WordTable<YesNo> YesNo { get; } = new(new(Facts.YesNo.Yes, "Yes"), new(Facts.YesNo.No, "No"));

    public static WordTable<ObjectionOutcome> ObjectionOutcome { get; } = new(
        new(Facts.ObjectionOutcome.Amended, "Amend the minutes", "amended"),
        new(Facts.ObjectionOutcome.DisagreementRecorded, "Record that they see it differently", "the disagreement is recorded,"),
        new(Facts.ObjectionOutcome.Declined, "Leave the minutes as they are", "declined"));

    public static WordTable<ActionProgress> ActionProgress { get; } = new(
        new(Facts.ActionProgress.Accepted, "I accept it", "accepted"),
        new(Facts.ActionProgress.Declined, "I don't accept it", "not accepted"),
        new(Facts.ActionProgress.Done, "It is done", "done"),
        new(Facts.ActionProgress.CannotDo, "I can't do it", "can't be done"));

    public static WordTable<EnquiryProgress> EnquiryProgress { get; } = new(
        new(Facts.EnquiryProgress.Finished, "It is finished", "finished"),
        new(Facts.EnquiryProgress.OnTime, "It will be finished in time", "in time"),
        new(Facts.EnquiryProgress.Late, "It will be late", "late"));

    public static WordTable<FamilyTold> FamilyTold { get; } = new(
        new(Facts.FamilyTold.Told, "They were told", "told"),
        new(Facts.FamilyTold.Held, "Not yet: contact with them is held", "not told, as contact with them is held"));

    public static WordTable<Advocacy> Advocacy { get; } = new(
        new(Facts.Advocacy.NotNeeded, "No advocate is needed", "no advocate needed"),
        new(Facts.Advocacy.ParentConsents, "Yes, and a parent consents", "an advocate, with a parent's consent"),
        new(Facts.Advocacy.ChildConsents, "Yes, and the young person consents", "an advocate, with the young person's own consent"),
        new(Facts.Advocacy.ConsentAwaited, "Yes, but nobody has consented yet", "an advocate, with no consent yet"),
        new(Facts.Advocacy.Refused, "Offered and refused", "an advocate was offered and refused"));

    public static WordTable<EnquiryResult> EnquiryResult { get; } = new(
        new(Facts.EnquiryResult.ContinuingRisk, "Substantiated, and the risk continues: a conference is held",
            "substantiated, the risk continues"),
        new(Facts.EnquiryResult.NoContinuingRisk, "Substantiated, but the risk does not continue", "substantiated, no continuing risk"),
        new(Facts.EnquiryResult.NotSubstantiated, "Not substantiated", "not substantiated"));

    public static WordTable<EnquirySupport> EnquirySupport { get; } = new(
        new(Facts.EnquirySupport.NoFurtherAction, "Nothing further"),
        new(Facts.EnquirySupport.LegalAction, "Legal action"),
        new(Facts.EnquirySupport.ChildInNeed, "Child in need plan"),
        new(Facts.EnquirySupport.ShortBreaks, "Short breaks"),
        new(Facts.EnquirySupport.ContinueAssessment, "The assessment goes on"),
        new(Facts.EnquirySupport.MonitoredByOther, "Another agency watches over it"),
        new(Facts.EnquirySupport.EarlyHelp, "Early help, step-down"),
        new(Facts.EnquirySupport.UniversalServices, "School, health visitor or GP keep it up"));

    public static WordTable<LatenessCause> LatenessCause { get; } = new(
        new(Facts.LatenessCause.EnquiryNotFinished, "The enquiry is not finished"),
        new(Facts.LatenessCause.NoChairFree, "No conference chair or room is free"),
        new(Facts.LatenessCause.FamilyUnavailable, "The family can't come"),
        new(Facts.LatenessCause.AgencyUnavailable, "An agency that has to be there can't come"),
        new(Facts.LatenessCause.NoticeTooShort, "There is no time left to give notice"),
        new(Facts.LatenessCause.InformationAwaited, "Something is awaited: a medical, a test"),
        new(Facts.LatenessCause.ConfirmedLate, "It was decided late that a conference is needed"),
        new(Facts.LatenessCause.Other, "Another reason"));

    public static WordTable<ConferencePlace> ConferencePlace { get; } = new(
        new(Facts.ConferencePlace.Attends, "Comes to the conference", "comes"),
        new(Facts.ConferencePlace.Separately, "Comes at another time than the others", "comes separately"),
        new(Facts.ConferencePlace.Excluded, "Is not invited", "not invited"),
        new(Facts.ConferencePlace.ViewsBrought, "Somebody brings their views", "views are brought"));

    public static WordTable<ChildInGroup> ChildInGroup { get; } = new(
        new(Facts.ChildInGroup.Comes, "Comes to the core group", "comes"),
        new(Facts.ChildInGroup.ViewsBrought, "Somebody brings their views", "views are brought"),
        new(Facts.ChildInGroup.TooYoung, "Is too young", "too young"));

    public static WordTable<PlanGoing> PlanGoing { get; } = new(
        new(Facts.PlanGoing.OnTrack, "As it should", "the plan goes as it should"),
        new(Facts.PlanGoing.Behind, "Behind, and the child is safe meanwhile", "the plan is behind"),
        new(Facts.PlanGoing.NotSafer, "The child is no safer", "the child is no safer"));

    public static WordTable<NotHeldCause> NotHeldCause { get; } = new(
        new(Facts.NotHeldCause.FamilyAway, "The family could not come", "the family could not come"),
        new(Facts.NotHeldCause.TooFewCame, "Too few came", "too few came"),
        new(Facts.NotHeldCause.WorkerAway, "The social worker could not come", "the social worker could not come"),
        new(Facts.NotHeldCause.NotArranged, "It was not arranged", "it was not arranged"),
        new(Facts.NotHeldCause.Other, "Another reason", "another reason"));

    public static WordTable<ReviewOutcome> ReviewOutcome { get; } = new(
        new(Facts.ReviewOutcome.GoesOn, "The plan goes on as it is", "the plan goes on"),
        new(Facts.ReviewOutcome.Changed, "The plan goes on, with changes", "the plan goes on, with changes"),
        new(Facts.ReviewOutcome.Ends, "The plan ends", "the plan ends"));

    public static WordTable<ThresholdView> ThresholdView { get; } = new(
        new(Facts.ThresholdView.Met, "Yes, it is met", "the threshold is met"),
        new(Facts.ThresholdView.NotMet, "No, it is not met", "the threshold is not met"),
        new(Facts.ThresholdView.CannotSayYet, "Can't say yet", "can't say yet"));

    public static WordTable<ChallengeWay> ChallengeWay { get; } = new(
        new(Facts.ChallengeWay.Raise, "With the social worker and who chaired the conference", "raised"),
        new(Facts.ChallengeWay.Escalate, "Also with senior managers, by the escalation policy", "escalated"));

    public static WordTable<CaseLinkKind> CaseLinkKind { get; } = new(
        new(Facts.CaseLinkKind.OtherChild, "The other child, where a child is alleged to have harmed a child", "the other child"),
        new(Facts.CaseLinkKind.Sibling, "A brother or sister", "a brother or sister"),
        new(Facts.CaseLinkKind.AnotherChild, "Another child who may be affected", "another child who may be affected"));

    public static WordTable<ChildOffCause> ChildOffCause { get; } = new(
        new(Facts.ChildOffCause.NamedByMistake, "Named by mistake", "named by mistake"),
        new(Facts.ChildOffCause.AnotherFamily, "Not a child of this family", "not a child of this family"),
        new(Facts.ChildOffCause.OwnCase, "Has a case of their own", "has a case of their own"),
        new(Facts.ChildOffCause.Other, "Another reason", "another reason"));

    public static WordTable<CaseEndCause> CaseEndCause { get; } = new(
        new(Facts.CaseEndCause.NoLongerAtRisk, "The child is no longer at risk of significant harm", "no longer at risk"),
        new(Facts.CaseEndCause.EarlyHelp, "Early help goes on", "early help goes on"),
        new(Facts.CaseEndCause.AnotherAuthority, "Another authority has the child's plan", "another authority has it"),
        new(Facts.CaseEndCause.AnotherPlan, "The child has a child in need or care plan instead", "another plan instead"),
        new(Facts.CaseEndCause.Grown, "The child has turned 18", "turned 18"),
        new(Facts.CaseEndCause.Other, "Another reason", "another reason"));

    public static WordTable<LateAnswerOf> LateAnswerOf { get; } = new(
        new(Facts.LateAnswerOf.OperationsManager, "Operations manager", "the operations manager"),
        new(Facts.LateAnswerOf.AreaManager, "Area manager", "the area manager"));

    public static WordTable<WhoFills> WhoFills { get; } = new(
        new(Cases.WhoFills.Chair, "Chair"),
        new(Cases.WhoFills.SocialWorker, "Social worker"),
        new(Cases.WhoFills.Police, "Police"),
        new(Cases.WhoFills.Health, "Health"),
        new(Cases.WhoFills.EachAgency, "Each agency"));

    /// <summary>The decision, who carries it out, and what follows where none starts.</summary>
    public static string InList(Section47Decided decided) => string.Join("; ", new[]
    {
        Section47.InList(decided.Answer),
        decided.Conduct is { } conduct ? Conduct.InList(conduct) : "",
        decided.FollowOn is { } next ? FollowOn.InList(next) : "",
    }.Where(part => part.Length > 0));

    /// <inheritdoc cref="InList"/>
    public static string InMinutes(Section47Decided decided) => string.Join(". ", new[]
    {
        Section47.InMinutes(decided.Answer),
        decided.Conduct is { } conduct ? Conduct.InMinutes(conduct) : "",
        decided.FollowOn is { } next ? FollowOn.InMinutes(next) : "",
    }.Where(part => part.Length > 0));

    /// <summary>Why it is late: which of the usual reasons, and what was said besides; empty where neither was.</summary>
    public static WordTable<PrivateReferrer> PrivateReferrer { get; } = new(
        new(Facts.PrivateReferrer.Family, "A family member"),
        new(Facts.PrivateReferrer.Public, "A member of the public"),
        new(Facts.PrivateReferrer.Anonymous, "Anonymous"));

    public static WordTable<PlaceNow> PlaceNow { get; } = new(
        new(Facts.PlaceNow.Home, "At home"),
        new(Facts.PlaceNow.School, "At school or nursery"),
        new(Facts.PlaceNow.Ward, "On a ward or at a clinic"),
        new(Facts.PlaceNow.Elsewhere, "Somewhere else"));

    public static WordTable<RungOutcome> RungOutcome { get; } = new(
        new(Facts.RungOutcome.KeepsTheChild, "They keep the child until the meeting"),
        new(Facts.RungOutcome.CannotKeep, "They can't keep the child"),
        new(Facts.RungOutcome.NoAnswer, "No answer"));

    public static string Late(LateCause? cause, string words) => string.Join(": ", new[]
    {
        cause is { } one && (one != Facts.LateCause.Other || words.Length == 0) ? LateCause.InList(one) : "",
        words,
    }.Where(part => part.Length > 0));

    /// <summary>An answer as forms send it.</summary>
    public static string ValueOf<T>(T answer)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(answer.ToString());
}
