using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The rules of the steps from the enquiry to the conference (R92–R107): one answer for each child that was meant.
/// Pure.</summary>
internal static class EnquiryStepRule
{
    private const int OldestDay = 60;

    /// <summary>Words of the enquiry are social care's.</summary>
    public static Audience Readers { get; } = Audience.Only(Agency.SocialCare);

    private static readonly string[] WithFormsOfTheirOwn =
    [
        Pipeline.Enquiry, Pipeline.ProgressCheck, Pipeline.ConveningForm, Pipeline.Chair, Pipeline.Arranged,
    ];

    /// <summary>Whether it is done in one tap.</summary>
    public static bool IsPlain(string step) => !WithFormsOfTheirOwn.Contains(step);

    /// <summary>The enquiries on those children that were meant, which have the step.</summary>
    public static IReadOnlyList<ChildEnquiry> Meant(Case @case, string? child, string? step = null)
    {
        var meant = ChildChoice.Read(@case, child);
        return [.. EnquiryPipeline.Of(@case).Where(enquiry => meant.Contains(enquiry.Child)
            && enquiry.StartedOn is not null && (step is null || enquiry.Find(step) is not null))];
    }

    /// <summary>What stands of all that are meant, where it is the same: of which child it was said is no difference.</summary>
    public static T? Same<T>(IReadOnlyList<ChildEnquiry> meant, Func<EnquiryWork, Decided<T>?> said)
        where T : EnquiryFact =>
        meant.Select(one => said(one.Work)?.Fact is { } fact ? (T)(fact with { Child = null }) : null).Distinct().ToList() is [var same]
            ? same : null;

    /// <summary>Why nothing of the enquiry can be said.</summary>
    public static Refusal? WhyNot(Case @case, string? child, string? step = null) => Meant(@case, child, step).Count > 0 ? null
        : ChildChoice.Read(@case, child).Count == 0 ? new NoChildMeant()
        : Meant(@case, child).Count == 0 ? new CannotBe("No section 47 enquiry runs here, or nobody has said since when it does.")
        : new CannotBe("That step isn't asked for here: no conference is to be held.");

    /// <summary>A step that asks for nothing else.</summary>
    /// <param name="on">The day; <c>null</c> for now.</param>
    public static Decision Done(
        Case @case, Participant me, string? child, string? step, DateOnly? on, string? how, DateTimeOffset now, Words words)
    {
        if (step is null || !IsPlain(step) || WhyNot(@case, child, step) is not null)
        {
            return WhyNot(@case, child, step) ?? new CannotBe("That step has a form of its own.");
        }

        var (meant, text, today) = (Meant(@case, child, step), how?.Trim() ?? "", words.LocalDate(now));
        var first = meant[0].Find(step)!.Step;
        return !StepHolders.MayDo(@case, me, first) ? new AnothersStep(first, StepHolders.Say(@case, first))
            : WhyNotOn(on, today, "on") is { } day ? day
            : new Unsaid().Text("how", text, null, FormCard.Line).Why is { } why ? why
            : step == Pipeline.Invitations && text.Length == 0 && ShortNotice(@case, meant, on ?? today, words) is { } late ? late
            : Write(meant, step, enquiry => new EnquiryStepDone(step, text)
            {
                Audience = text.Length > 0 ? Readers : Audience.Professionals,
                HappenedAt = on is { } given && given != today ? words.At(given, default) : null,
            });
    }

    /// <summary>Takes back what was said then, where nothing was said since.</summary>
    public static Decision Undo(Case @case, Participant me, string? child, string? step, DateTimeOffset at)
    {
        var said = ChildChoice.Read(@case, child)
            .Where(one => step is not null && @case.EnquiryOf(one.Id).Said.GetValueOrDefault(step)?.At == at).ToList();
        return step == Pipeline.Held && ProtectionPlan.Of(@case).Any(plan => said.Contains(plan.Child)
            && (plan.Groups.Any(group => group.Held is not null) || plan.Reviews.Any(review => review.Held is not null)))
            ? new CannotBe("A core group or a review of its plan was held since. Take that back first.")
            : said.Count == 0 ? new CannotBe("It was taken back already, or said again since. Open the enquiry to see how it stands.")
            : !me.May(Capability.FillForm) && !me.May(Capability.Decide)
                && said.Exists(one => !me.Is(@case.EnquiryOf(one.Id).Said[step!].By))
                ? new CannotBe("Somebody else said it. Ask the chair or the social worker to take it back.")
            : Decision.Of([.. said.Select(one => new EnquiryStepUndone(step!) { Child = one.Id })]);
    }

    /// <summary>The three questions of Day 5, and the management case note (R98).</summary>
    public static Decision Check(
        Case @case, string? child, EnquiryProgress? progress, YesNo? planHolds, Conference? conference, string? note)
    {
        var text = note?.Trim() ?? "";
        return WhyNot(@case, child, Pipeline.ProgressCheck)
            ?? new Unsaid().If(progress is null, "progress", "Say how the enquiry goes.")
                .If(planHolds is null, "planHolds", "Say whether the safety plan keeps the child safe.")
                .If(conference is null, "conference", "Say whether a conference is needed.")
                .Text("note", text, "Write a line for the management case note.").Why
            ?? Write(Meant(@case, child, Pipeline.ProgressCheck), Pipeline.ProgressCheck,
                _ => new ProgressChecked(progress!.Value, planHolds!.Value, conference!.Value, text) { Audience = Readers });
    }

    /// <summary>The request for the conference, and what the family knows (R99, R100).</summary>
    public static Decision Request(
        Case @case, string? child, FamilyTold? family, DateOnly? on, Advocacy? advocacy, string? area, string? note, DateTimeOffset now,
        Words words)
    {
        var (text, today, areas) = (note?.Trim() ?? "", words.LocalDate(now), @case.Profile.ConferenceTeams);
        var isHeld = StandingHold.Of(@case).Count > 0;
        if (WhyNot(@case, child, Pipeline.ConveningForm) is { } not)
        {
            return not;
        }

        var unsaid = new Unsaid().If(family is null, "family", "Say whether the family was told of the conference.")
            .If(family == FamilyTold.Held && !isHeld, "family",
                "No hold on contact with the family stands. Tell them, or write the hold down first.")
            .If(family == FamilyTold.Held && on is not null, "on", "They were not told: leave the day out.")
            .If(family == FamilyTold.Held && text.Length == 0, "note", "Say who tells them, and when.")
            .If(advocacy is null, "advocacy", "Say whether the child needs an advocate.")
            .If(areas.Count > 0 && areas.All(team => team.Area != area), "area", "Choose the area: its team takes the request.")
            .Text("note", text, null);
        return unsaid.Why ?? WhyNotOn(on, today, "on") ?? Decided(Write(Meant(@case, child, Pipeline.ConveningForm), Pipeline.ConveningForm,
            _ => new ConveningFormCompleted(
                family!.Value, family == FamilyTold.Told ? on ?? today : null, advocacy!.Value, area ?? "", text)
            {
                Audience = Readers,
            }), PutOn.ConferenceService(@case, area ?? ""));
    }

    /// <summary>Who chairs the conference (R101): on the case from now on.</summary>
    /// <param name="name">Of somebody who isn't on it yet.</param>
    public static Decision Assign(Case @case, Participant me, string? child, string? name, string? mail, string title)
    {
        if (WhyNot(@case, child, Pipeline.Chair) is { } not)
        {
            return not;
        }

        var meant = Meant(@case, child, Pipeline.Chair);
        var step = meant[0].Find(Pipeline.Chair)!.Step;
        if (!StepHolders.MayDo(@case, me, step))
        {
            return new AnothersStep(step, StepHolders.Say(@case, step));
        }

        if (MailAddress.Read(mail) is not { } address)
        {
            return new CannotBe("Give their mail address.") { Field = "mail" };
        }

        var given = PersonName.Words(name).Count > 0 ? name!.Trim() : address.Value;
        var added = PutOn.Added(@case, Role.ConferenceChair, given, title, address.Value, "");
        var isOn = added.InOwnRight is null && @case.Find(added.Participant.Id)?.Roles.Contains(Role.ConferenceChair) == true;
        return Decided(Write(meant, Pipeline.Chair, _ => new ConferenceChairAssigned(added.Participant.Id)), isOn ? [] : [added]);
    }

    /// <summary>The conference gets its time (R104): a day that is worked, with notice, within its limit; or else why not.</summary>
    public static Decision Arrange(
        Case @case, Participant me, string? child, DateTimeOffset? at, string? where, string? because, DateTimeOffset now, Words words)
    {
        if (WhyNot(@case, child, Pipeline.Arranged) is { } not)
        {
            return not;
        }

        var (meant, place, why) = (Meant(@case, child, Pipeline.Arranged), where?.Trim() ?? "", because?.Trim() ?? "");
        var step = meant[0].Find(Pipeline.Arranged)!.Step;
        if (!StepHolders.MayDo(@case, me, step))
        {
            return new AnothersStep(step, StepHolders.Say(@case, step));
        }

        if (at is not { } time)
        {
            return new CannotBe("Give the day and the time.") { Field = "day" };
        }

        var on = words.LocalDate(time);
        var unsaid = new Unsaid().If(on < meant.Min(one => one.StartedOn), "day", "That is before the enquiry began.")
            .If(!@case.Clocks.Days.IsWorkingDay(on), "day", $"{words.Date(on)} is not a working day. Choose another.")
            .Text("where", place, null, FormCard.Line).Text("because", why, null, FormCard.Line);
        return unsaid.Why is { } refused ? refused
            : why.Length == 0 && Doubts(@case, meant, on, words.LocalDate(now), words) is { Length: > 0 } doubts
                ? new CannotBe($"{doubts} Choose another day, or say why it is this one.") { Field = "because" }
            : Write(meant, Pipeline.Arranged, _ => new ConferenceArranged(time, place, why)
            {
                // Whoever is invited may know where it is.
                Audience = why.Length > 0 ? Readers : Audience.Professionals,
            });
    }

    /// <summary>Who gets it into their calendars (R103, R104).</summary>
    public static Decision Invite(Case @case, Participant me, string? child, IReadOnlyList<string> people)
    {
        if (WhyNotInvite(@case, child) is { } not)
        {
            return not;
        }

        var (able, step) = (InvitedByCalendar(@case), Meant(@case, child, Pipeline.Invitations)[0].Find(Pipeline.Invitations)!.Step);
        var chosen = able.Where(person => people.Contains(person.Id.Value)).Select(person => person.Id).ToValueList();
        return !StepHolders.MayDo(@case, me, step) ? new AnothersStep(step, StepHolders.Say(@case, step))
            : people.Count == 0 ? new CannotBe("Tick who is invited.") { Field = "people" }
            : chosen.Count < people.Distinct().Count()
                ? new CannotBe("Somebody you ticked is not on the case any more. Look at the list again.") { Field = "people" }
            : Decision.Of([.. Meant(@case, child, Pipeline.Invitations).Where(one => one.Work.Arranged is not null)
                .Where(one => one.Work.Invited?.Fact.Participants != chosen)
                .Select(one => new ConferenceInvited(chosen) { Child = one.Child.Id })]);
    }

    /// <summary>Why nobody can be invited by calendar.</summary>
    public static Refusal? WhyNotInvite(Case @case, string? child) => WhyNot(@case, child, Pipeline.Invitations)
        ?? (!ConferenceCalendar.IsKept(@case) ? new CannotBe("By your procedure the invitations are sent by whoever arranges it.")
            : Meant(@case, child, Pipeline.Invitations).All(one => one.Work.Arranged is null)
                ? new CannotBe("The conference has no day yet. Arrange it first.") : null);

    /// <summary>Who has an address for it.</summary>
    public static IReadOnlyList<Participant> InvitedByCalendar(Case @case) =>
        [.. ArrangedConference.People(@case).Where(ArrangedConference.MayBeInvited)];

    public static Decision Held(Case @case, string? child, DateOnly? on, DateTimeOffset now, Words words)
    {
        var today = words.LocalDate(now);
        return WhyNot(@case, child) ?? WhyNotOn(on, today, "on")
            ?? (Meant(@case, child).Where(one => one.Need != Conference.No).ToList() is { Count: > 0 } meant
                ? Write(meant, Pipeline.Held, _ => new ConferenceHeld(on ?? today))
                : new CannotBe("No conference is to be held here."));
    }

    /// <summary>What the enquiry came to (R112), as quick without a conference as with one.</summary>
    public static Decision Conclude(
        Case @case, string? child, EnquiryResult? result, IReadOnlyList<EnquirySupport> support, string? because, YesNo? planStays)
    {
        var (text, follows) = (because?.Trim() ?? "", support.Distinct().Order().ToValueList());
        return WhyNot(@case, child, Pipeline.Enquiry)
            ?? new Unsaid().If(result is null, "result", "Say what the enquiry came to.")
                .If(result is not (null or EnquiryResult.ContinuingRisk) && follows.Count == 0, "support", "Say what follows.")
                .If(follows.Contains(EnquirySupport.NoFurtherAction) && follows.Count > 1, "support",
                    "Nothing further can't stand beside something that follows.")
                .If(result == EnquiryResult.ContinuingRisk && planStays is null && RowRules.HasSafetyPlan(@case), "planStays",
                    "Say whether the safety plan stays until the conference.")
                .Text("because", text, "Say why, and who was told.").Why
            ?? Write(Meant(@case, child, Pipeline.Enquiry), Pipeline.Enquiry, _ => new EnquiryConcluded(result!.Value, follows, text)
            {
                Audience = Readers,
                PlanStays = result == EnquiryResult.ContinuingRisk ? planStays : null,
            });
    }

    /// <summary>What speaks against a day: less notice than there has to be, or after the limit.</summary>
    public static string Doubts(Case @case, IReadOnlyList<ChildEnquiry> meant, DateOnly on, DateOnly today, Words words)
    {
        var rule = @case.Profile.Conference;
        var says = new List<string>();
        if (!ConferenceLimits.GivesNotice(@case.Clocks, rule, today, on))
        {
            says.Add($"That leaves less than {rule.Notice.WorkingDays} working days' notice.");
        }

        if (meant.Select(one => one.Limit!).MinBy(limit => limit.On) is { } limit && on > limit.On)
        {
            says.Add($"The conference has to be held by {words.Date(limit.On)}.");
        }

        return string.Join(' ', says);
    }

    private static CannotBe? ShortNotice(Case @case, IReadOnlyList<ChildEnquiry> meant, DateOnly on, Words words) =>
        meant.FirstOrDefault(one => one.Work.Arranged is { } arranged
            && !ConferenceLimits.GivesNotice(@case.Clocks, @case.Profile.Conference, on, words.LocalDate(arranged.Fact.At))) is null ? null
            : new($"That leaves less than {@case.Profile.Conference.Notice.WorkingDays} working days' notice. Say why, and who was asked.")
            {
                Field = "how",
            };

    private static CannotBe? WhyNotOn(DateOnly? on, DateOnly today, string field) =>
        on > today ? new("That day is still to come.") { Field = field }
        : on < today.AddDays(-OldestDay) ? new("That is too long ago to be meant. Check the day.") { Field = field }
        : null;

    /// <summary>One fact a child; nothing where the same stands there.</summary>
    private static Decision Write(IReadOnlyList<ChildEnquiry> meant, string step, Func<ChildEnquiry, EnquiryFact> fact) =>
        Decision.Of([.. from enquiry in meant
                        let said = fact(enquiry) with { Child = enquiry.Child.Id }
                        where enquiry.Work.Said.GetValueOrDefault(step) is not { } stands || !stands.Fact.Equals(said)
                        select (Fact)said]);

    private static Decision Decided(Decision decision, IEnumerable<Fact> besides) => decision.Match<Decision>(
        facts => Decision.Of([.. besides, .. facts]), no => no);
}

/// <summary>A step is somebody else's.</summary>
internal sealed record AnothersStep(PipelineStep Step, string Whose) : Refusal
{
    public override string Say(Words words) => $"{Step.Title}: that is for {Whose} to say.";
}
