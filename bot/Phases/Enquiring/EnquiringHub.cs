using StrategyBot.Oversight;

namespace StrategyBot.Phases.Enquiring;

/// <summary>What the hub draws of this phase.</summary>
internal static class EnquiringHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var all = view.Reader.May(EnquiryPage.Needs) ? EnquiryPipeline.Of(view.Whole).Where(one => one.StartedOn is not null).ToList() : [];
        if (all.Count == 0 || view.Whole.Meeting.Attendance.EndedAt is null)
        {
            yield break;
        }

        yield return new(PartIds.Enquiry, HubSection.Enquiry, EnquiryPage.Title, Stage(all, view.Whole), EnquiryPage.Button(view.Case),
            IsOpen: false)
        {
            IsOffered = true,
        };
        foreach (var step in all.Where(one => one.Work.Held is null).SelectMany(one => one.Steps.Where(state => state.IsOpen
                && state.Due is not null && Waits(view, one, state, now))).GroupBy(state => state.Step.Id))
        {
            var states = step.ToList();
            yield return new($"{PartIds.EnquiryStep}/{step.Key}", HubSection.Enquiry, states[0].Step.Title,
                $"{(EnquiryLines.IsLate(states[0], now) ? "was due" : "by")} {Words.English.Date(states[0].Due!.On)}",
                EnquiryLines.Open(view.Case, states.Count > 1 || all.Count == 1 ? ChildChoice.All : states[0].Child.Id.Value,
                    states[0].Step),
                IsOpen: true);
        }

        if (view.Reader.Id == view.Whole.Meeting.Chair
            && all.Exists(one => one.IsToBeHeld && one.Work.StandIn is { Fact.Who.Length: 0 }))
        {
            yield return new(PartIds.StandIn, HubSection.Enquiry, StandInPart.Title, "nobody is named", StandInPart.Button(view.Case),
                IsOpen: true);
        }

        if (view.Reader.Agency == Agency.SocialCare && all.Exists(ConferenceOutcomeRule.IsAsked)
            && (view.Reader.Id == view.Whole.Meeting.Chair || view.Reader.Roles.Contains(Role.SocialWorker)
                || view.Reader.Roles.Contains(Role.ConferenceChair)))
        {
            yield return new(PartIds.ConferenceOutcome, HubSection.Enquiry, ConferenceOutcomePart.Title, "not written down",
                ConferenceOutcomePart.Button(view.Case, ChildChoice.All), IsOpen: true);
        }

        if (OutOfTimescaleRule.MayAnswer(view.Reader) && all.Exists(OutOfTimescaleRule.IsAsked))
        {
            yield return new(PartIds.AgreeLate, HubSection.Enquiry, AgreeLatePart.Title, "you are asked", AgreeLatePart.Button(view.Case),
                IsOpen: true);
        }

        if (OutOfTimescaleRule.MayReview(view.Reader) && all.Exists(OutOfTimescaleRule.IsShort))
        {
            yield return new(PartIds.Capacity, HubSection.Enquiry, CapacityPart.Title, "you are asked", CapacityPart.Button(view.Case),
                IsOpen: true);
        }
    }

    /// <summary>What is always at hand on the page of the enquiry.</summary>
    public static IEnumerable<PartButton> Beside(CaseView view)
    {
        var all = EnquiryPipeline.Of(view.Whole).Where(one => one.StartedOn is not null).ToList();
        var isOurs = view.Reader.Agency == Agency.SocialCare && view.Reader.May(Capability.FillForm);
        if (isOurs)
        {
            yield return ChildHeardPart.Button(view.Case);
        }

        if (isOurs && all.Exists(one => one.IsToBeHeld))
        {
            yield return ConferencePlacePart.Button(view.Case);
            yield return StandInPart.Button(view.Case);
        }

        if (view.Reader.Agency == Agency.SocialCare && all.Exists(one => one.IsToBeHeld))
        {
            yield return ConferenceListPage.Button(view.Case);
        }

        if (OutOfTimescaleRule.MaySay(view.Reader) && all.Exists(one => one.IsToBeHeld))
        {
            yield return OutOfTimescalePart.Button(view.Case);
        }

        if (all.Exists(one => one.IsToBeHeld && one.Work.Arranged is not null))
        {
            yield return ConferenceHeldPart.Button(view.Case, ChildChoice.All);
        }

        if (view.Reader.Agency == Agency.SocialCare && all.Exists(one => one.Work.Held is not null))
        {
            yield return ConferenceOutcomePart.Button(view.Case, ChildChoice.All);
        }

        if (view.Reader.Agency == Agency.SocialCare && all.Exists(one => one.Work.Arranged is not null || one.Work.Held is not null))
        {
            yield return new PartId(PartIds.ConferenceView).Button("What each thinks at the conference", CaseForm.Of(view.Case));
        }
    }

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        foreach (var conference in ArrangedConference.AllOf(view.Case).Where(_ => !view.Reader.May(EnquiryPage.Needs))
            .Where(one => one.Invited(view.Whole).Any(person => person.Id == view.Reader.Id)))
        {
            var where = conference.Arranged.Fact.Where;
            yield return new(2, $"The conference is {Words.English.When(conference.Arranged.Fact.At)}"
                + $"{(where.Length > 0 ? $", {CardText.Plain(where)}" : "")}. You are invited to it.");
        }

        if (!view.Reader.May(EnquiryPage.Needs) || view.Whole.Meeting.Attendance.EndedAt is null)
        {
            yield break;
        }

        foreach (var group in StepGroup.Of(view.Whole).Where(group => ConferenceOutcomeRule.IsAsked(group.First)))
        {
            yield return new(1, $"{group.Whose(view.Whole)}The conference was held. What it decided is not written down yet.");
        }

        foreach (var group in StepGroup.Of(view.Whole).Where(group => !group.First.IsOver))
        {
            var late = group.Steps.Where(state => EnquiryLines.IsLate(state, now)).Select(state => state.Step.Title).ToList();
            var next = group.Steps.FirstOrDefault(state => state.IsOpen && state.Due is not null && !EnquiryLines.IsLate(state, now));
            yield return new(late.Count > 0 ? 0 : 2, group.Say(view.Whole, Words.English, now)
                + (late.Count > 0 ? $" Late: {string.Join("; ", late)}." : "")
                + (next is null ? ""
                    : $" Next: {next.Step.Title}, by {Words.English.Date(next.Due!.On)}, {StepHolders.Say(view.Whole, next.Step)}."));
            if (group.First.Work.Progress is { Fact.PlanHolds: YesNo.No } && group.First.Work.Concluded is null)
            {
                yield return new(0, $"{group.Whose(view.Whole)}At the progress check the safety plan did not hold.");
            }

            foreach (var line in EnquiryLines.Stands(group.First, Words.English).Where(_ => group.First.Work.Late is not null))
            {
                yield return new(1, $"{group.Whose(view.Whole)}{line}");
            }
        }
    }

    /// <summary>What a person owes by when, across cases.</summary>
    public static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now) =>
        !view.Reader.May(EnquiryPage.Needs) ? [] :
        from enquiry in EnquiryPipeline.Of(view.Whole)
        where enquiry.Work.Held is null
        from state in enquiry.Steps
        where state.IsOpen && state.Due is { } due && EnquiryPipeline.IsTracked(due)
            && StepHolders.Of(view.Whole, state.Step).Any(person => person.Id == view.Reader.Id)
            && !StepClock.IsNobodys(view.Whole, enquiry, state.Step.Id)
        group state by (state.Step.Id, state.Due!.On) into step
        let state = step.First()
        select new DueItem(state.Due!.At, state.Step.Title,
            EnquiryLines.Open(view.Case, step.Count() > 1 ? ChildChoice.All : state.Child.Id.Value, state.Step));

    /// <summary>Each step that can be done, and the conference.</summary>
    public static IEnumerable<BoardStep> Steps(Case @case)
    {
        foreach (var enquiry in EnquiryPipeline.Of(@case).Where(one => one.Work.Held is null))
        {
            foreach (var state in enquiry.Steps.Where(state => state.IsOpen && state.Due is { } due && EnquiryPipeline.IsTracked(due)
                && !StepClock.IsNobodys(@case, enquiry, state.Step.Id)))
            {
                var who = StepHolders.Of(@case, state.Step)[0];
                yield return BoardStep.By(state.Step.Title, state.Due!, BoardPerson.Of(who, RoleOf(@case, who)));
            }

            if (enquiry is { IsToBeHeld: true, Limit: { } limit } && EnquiryPipeline.IsTracked(limit))
            {
                yield return BoardStep.By("Hold the conference", limit, BoardPerson.With(@case, Role.ConferenceService, "conferences")) with
                {
                    Booked = enquiry.Work.Arranged?.Fact.At,
                    Why = WhyLate(enquiry.Work),
                };
            }
        }
    }

    private static string? WhyLate(EnquiryWork work) => work.Late is not { Fact.Cause: var cause } late ? null
        : WordTables.LatenessCause.InList(cause) + (work.LateAnswered is { } answer && answer.Seq > late.Seq
            ? $". Area manager {(answer.Fact.Agrees == YesNo.Yes ? "agreed" : "did not agree")}, "
                + Words.English.ShortDate(Words.English.LocalDate(answer.At))
            : "");

    private static string RoleOf(Case @case, Participant who) => who.Id == @case.Meeting.Chair ? "chair"
        : who.Roles.Contains(Role.SocialWorker) ? "social worker"
        : who.Roles.Contains(Role.BusinessSupport) ? "business support"
        : "conferences";

    private static bool Waits(CaseView view, ChildEnquiry enquiry, StepState state, DateTimeOffset now) =>
        EnquiryPipeline.IsTracked(state.Due!)
        && StepHolders.Of(view.Whole, state.Step).Any(person => person.Id == view.Reader.Id)
        && !StepClock.IsNobodys(view.Whole, enquiry, state.Step.Id)
        && now >= StepClock.WaitsFrom(view.Whole, enquiry, state);

    private static string Stage(IReadOnlyList<ChildEnquiry> all, Case @case)
    {
        var done = all.Sum(one => one.Steps.Count(state => state.DoneAt is not null));
        return all.All(one => one.Work.Held is not null) ? "the conference was held"
            : all.All(one => one.IsOver) ? "finished"
            : $"{done} of {all.Sum(one => one.Steps.Count)} steps done";
    }
}
