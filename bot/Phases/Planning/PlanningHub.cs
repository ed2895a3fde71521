namespace StrategyBot.Phases.Planning;

/// <summary>What the hub draws of this phase.</summary>
internal static class PlanningHub
{
    // P12: whoever holds a child and hasn't confirmed by then is rung.
    private static readonly TimeSpan Confirms = TimeSpan.FromMinutes(10);

    /// <summary>What a reader has to do here, as it stands.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now) =>
    [
        .. Held(view),
        .. Changed(view),
        .. view.Reader.May(Capability.Decide) && DecisionRule.WhyNot(view.Whole, view.Reader) is null ? Decisions(view) : [],
        .. view.Reader.May(Capability.FillForm) ? Form(view, now) : [],
        .. Closing(view),
    ];

    private static IEnumerable<HubEntry> Held(CaseView view)
    {
        if (view.Case.Meeting.Plan.AgreedAt is not null && AgreementRule.Holders(view.Case).Any(held => held.Holder.Id == view.Reader.Id))
        {
            var confirmed = AgreementRule.Unconfirmed(view.Whole).All(holder => holder.Id != view.Reader.Id);
            yield return new("planning/outcome", HubSection.Before, "The outcome for the child you hold",
                confirmed ? "confirmed" : "please confirm now", OutcomePage.Button(view.Case), IsOpen: !confirmed);
        }

        if (view.Reader.May(ReferralAnswerPage.Needs) && ReferralAnswerPage.IsFor(view.Case, view.Reader))
        {
            yield return new("planning/referral", HubSection.Minutes, "The answer to your referral", "received and discussed",
                ReferralAnswerPage.Button(view.Case), IsOpen: false);
        }
    }

    private static IEnumerable<HubEntry> Changed(CaseView view)
    {
        if (view.Reader.May(ChangesPage.Needs) && ChangeSince.Of(view.Case).Count() is > 0 and var count)
        {
            yield return new("planning/changes", HubSection.Minutes, "Changed after the meeting",
                count == 1 ? "1 change" : $"{count} changes", ChangesPage.Button(view.Case), IsOpen: false)
            { IsOffered = true };
        }
    }

    private static IEnumerable<HubEntry> Decisions(CaseView view)
    {
        var plan = view.Case.Meeting.Plan;
        if (CauseAndEnquiryRule.Of(view.Case, null) is not null)
        {
            yield return Decision(view.Case, DecisionDrawing.Cause,
                view.Case.Children.Count(child => !CauseAndEnquiryRule.IsOpen(view.Case, child)));
        }
        else
        {
            yield return Decision(view.Case, DecisionDrawing.Cause, plan.ReasonableCause.Count);
            yield return Decision(view.Case, DecisionDrawing.Enquiry, plan.Section47.Count);
        }

        yield return Decision(view.Case, DecisionDrawing.Conference, plan.Conference.Count);
    }

    private static HubEntry Decision(Case @case, string about, int decided) => new(
        PartIds.Decision(about), HubSection.Part2, DecisionDrawing.Button(@case, about).Title,
        @case.Children.Count == 1 ? decided == 0 ? "not decided" : "decided" : $"{decided} of {@case.Children.Count} children decided",
        DecisionDrawing.Button(@case, about), IsOpen: decided < @case.Children.Count);

    private static IEnumerable<HubEntry> Form(CaseView view, DateTimeOffset now)
    {
        // The social worker may fill them too, and is led to what is theirs.
        var isAsked = AskedOf.Is(view.Reader, WhoFills.Chair);
        var actions = RowRules.Of(view.Case, ActionKind.Action).Count();
        var offered = OfferedAction.Of(view.Case, now).Count;
        var state = actions switch { 0 => "none yet", 1 => "1 agreed", _ => $"{actions} agreed" };
        yield return new(PartIds.Actions, HubSection.Part2, "Actions", offered == 0 ? state : $"{state}, {offered} offered",
            ActionsPage.Button(view.Case), IsOpen: isAsked && actions == 0)
        { IsAwaited = actions == 0 };
        yield return new(PartIds.Contingency, HubSection.Part2, "Contingency",
            view.Whole.Meeting.Plan.Contingency is null ? "not answered" : "saved", ContingencyPart.Button(view.Case),
            IsOpen: isAsked && view.Whole.Meeting.Plan.Contingency is null)
        { IsAwaited = view.Whole.Meeting.Plan.Contingency is null };
    }

    private static IEnumerable<HubEntry> Closing(CaseView view)
    {
        var plan = view.Case.Meeting.Plan;
        if (plan.HasEnquiry && AgreementRule.MayAuthorise(view.Reader))
        {
            yield return new(PartIds.Authorise, HubSection.Closing, "Authorise the enquiry",
                plan.Authorised is null ? "not authorised" : AgreementRule.IsAuthorised(view.Whole) ? "authorised"
                    : "not authorised since the change", AuthorisationPage.Button(view.Case),
                IsOpen: !AgreementRule.IsAuthorised(view.Whole));
        }

        if (view.Reader.May(Capability.Lead))
        {
            yield return new(PartIds.Agree, HubSection.Closing, "Agree immediate plan",
                plan.AgreedAt is null ? "not agreed; nobody told yet" : "agreed", AgreementPage.Button(view.Case),
                IsOpen: plan.AgreedAt is null);
        }
    }

    /// <summary>What binds at <em>Complete the record</em> and is not answered yet (P7).</summary>
    public static IEnumerable<Gap> Gaps(Case @case) => [.. @case.Children.SelectMany(child => Decisions(@case, child)), .. Plan(@case)];

    private static IEnumerable<Gap> Decisions(Case @case, Child child)
    {
        var plan = @case.Meeting.Plan;
        var cause = plan.ReasonableCause.GetValueOrDefault(child.Id)?.Fact;
        var conference = plan.Conference.GetValueOrDefault(child.Id)?.Fact;
        if (cause is null or { Answer: ReasonableCause.No, Rationale: "" })
        {
            yield return Gap(@case, DecisionDrawing.Cause, child, cause is null
                ? $"Reasonable cause is not decided for {child.Number}."
                : $"Reasonable cause is decided for {child.Number}, and not why.");
        }

        if (Enquiry(plan.Section47.GetValueOrDefault(child.Id)?.Fact, cause, child) is { } missing)
        {
            yield return Gap(@case, DecisionDrawing.Enquiry, child, missing);
        }

        if (Cases.Enquiry.Of(@case)
            .Any(enquiry => enquiry.Child == child && enquiry.By.Id == @case.Meeting.Id && enquiry.StartedOn is null))
        {
            yield return new($"enquiry-start/{child.Id.Value}", $"The section 47 enquiry for {child.Number} goes on: say since which day.",
                WhoFills.Chair, EnquiryStartPart.Button(@case, @case.Children.Count > 1 ? child : null));
        }

        if (conference is null or { Answer: Conference.No, Rationale: "" })
        {
            yield return Gap(@case, DecisionDrawing.Conference, child, conference is null
                ? $"The conference is not decided for {child.Number}."
                : $"The conference is decided for {child.Number}, and not why.");
        }
    }

    /// <summary>R42: single or joint; R58: what follows where none starts, and why.</summary>
    private static string? Enquiry(Section47Decided? decided, ReasonableCauseDecided? cause, Child child) => decided switch
    {
        null => $"The section 47 enquiry is not decided for {child.Number}.",
        { Answer: Section47.NotStart } and ({ FollowOn: null } or { Rationale: "" }) when cause?.Answer == ReasonableCause.Yes =>
            $"There is reasonable cause for {child.Number}, and no section 47 enquiry starts: say why, and what follows instead.",
        { Answer: Section47.NotStart, FollowOn: null } or { Answer: Section47.NotStart, Rationale: "" } =>
            $"No section 47 enquiry starts for {child.Number}: say what follows instead, and why.",
        { Answer: not Section47.NotStart, Conduct: null } => $"The section 47 enquiry for {child.Number}: single agency or joint?",
        _ => null,
    };

    private static IEnumerable<Gap> Plan(Case @case)
    {
        var plan = @case.Meeting.Plan;
        if (!RowRules.Of(@case, ActionKind.Action).Any())
        {
            yield return new("actions", "No action is agreed yet.", WhoFills.Chair, ActionsPage.Button(@case));
        }

        if (plan.Contingency is null)
        {
            yield return new("contingency", "The contingency is not answered yet.", WhoFills.Chair, ContingencyPart.Button(@case));
        }

        if (plan.HasEnquiry && plan.Authorised is null)
        {
            yield return new("authorised-to-start", "The section 47 enquiry is not authorised to start.", WhoFills.Chair,
                AuthorisationPage.Button(@case));
        }
    }

    private static Gap Gap(Case @case, string about, Child child, string sentence) =>
        new($"{about}/{child.Id.Value}", sentence, WhoFills.Chair,
            DecisionDrawing.Button(@case, about, @case.Children.Count > 1 ? child : null));

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) =>
        view.Case.Meeting.IsConvened ? [.. Holders(view, now), .. NotAgreed(view), .. Offered(view, now)] : [];

    private static IEnumerable<StatusLine> Holders(CaseView view, DateTimeOffset now) => Silent(view, now)
        .Select(holder => new StatusLine(0,
            $"Ring now: {Instead(view, holder, now)}{Shortened.To(FormCard.Line, holder.Described)} {holder.Phone} holds a child and has "
                + "not confirmed the outcome."));

    /// <summary>Whoever holds a child and hasn't confirmed the outcome in time, with their number.</summary>
    public static IEnumerable<ToRing> Rings(CaseView view, DateTimeOffset now) => Silent(view, now)
        .Where(holder => holder.Phone.Length > 0)
        .Select(holder => new ToRing(holder.Agency, holder.Described, holder.Phone, [])
        {
            Because = $"Ring now: {Instead(view, holder, now)}{Shortened.Name(holder.Name)} holds a child and hasn't read the outcome",
        });

    /// <summary>Out of term another is rung first.</summary>
    private static string Instead(CaseView view, Participant holder, DateTimeOffset now) =>
        Staffed.InsteadOf(view.Case, holder, now) is { } instead ? $"{instead}, as the school is closed. " : "";

    private static IEnumerable<Participant> Silent(CaseView view, DateTimeOffset now) =>
        view.Reader.May(Capability.Lead) && view.Case.Meeting.Plan.AgreedAt is { } agreed && now >= agreed + Confirms
            ? AgreementRule.Unconfirmed(view.Whole) : [];

    private static IEnumerable<StatusLine> Offered(CaseView view, DateTimeOffset now) =>
        view.Reader.May(Capability.Lead) && OfferedDrawing.Left(view, now) is { } left ? [new(1, left)] : [];

    private static IEnumerable<StatusLine> NotAgreed(CaseView view)
    {
        if (view.Reader.May(Capability.Lead) && view.Case.Meeting is { Attendance.EndedAt: not null, Plan: { AgreedAt: null } plan }
            && plan.Open.Any())
        {
            yield return new(0, "The immediate plan is not agreed: nobody has been told their actions.");
        }
    }
}
