namespace StrategyBot.Phases.Planning;

/// <summary>The rules of the decisions on each child (P3, P9, R45, R55, R58). Pure.
/// What is only half said is saved, and asked for at completion (P7).</summary>
internal static class DecisionRule
{
    /// <param name="because">Why it is decided otherwise, once the meeting is over.</param>
    public static Decision ReasonableCause(
        Case @case, IReadOnlyList<Child> children, ReasonableCause? answer, string? rationale, string? because = null,
        Readers? readers = null) =>
        answer is not { } decided
            ? new CannotBe("Choose Yes, No or Can't say yet, and save again.")
            : ForEach(
                @case, children, rationale, because, readers, @case.Meeting.Plan.ReasonableCause,
                why => new ReasonableCauseDecided(decided, why));

    /// <param name="conduct">Asked where an enquiry starts or goes on.</param>
    /// <param name="followOn">Asked where none does.</param>
    public static Decision Enquiry(
        Case @case, IReadOnlyList<Child> children, Section47? answer, Conduct? conduct, FollowOn? followOn, string? rationale,
        string? because = null, Readers? readers = null) =>
        answer is not { } decided
            ? new CannotBe("Choose whether a section 47 enquiry starts, goes on, or does not start, and save again.")
            : ForEach(@case, children, rationale, because, readers, @case.Meeting.Plan.Section47,
                why => decided == Section47.NotStart
                    ? new Section47Decided(decided, null, followOn, why)
                    : new Section47Decided(decided, conduct, null, why));

    /// <summary>Whose enquiry goes on here, and began before this case.</summary>
    public static IEnumerable<Child> GoingOn(Case @case) => Cases.Enquiry.Of(@case)
        .Where(enquiry => enquiry.Basis == EnquiryBasis.Before && enquiry.By.Id == @case.Meeting.Id).Select(enquiry => enquiry.Child);

    /// <summary>Since when an enquiry runs that goes on (R45).</summary>
    public static Decision EnquiryStart(Case @case, IReadOnlyList<Child> children, DateOnly? on, DateOnly today, Words words)
    {
        var meant = children.Intersect(GoingOn(@case)).ToList();
        return on switch
        {
            _ when meant.Count == 0 => new CannotBe("For this child no enquiry goes on that began before this case.") { Field = "child" },
            null => new CannotBe("Choose the day of the strategy meeting that began the enquiry.") { Field = "on" },
            { } day when day > today => new CannotBe($"{words.Date(day)} lies ahead. The enquiry runs already.") { Field = "on" },
            { } day when day < today.AddYears(-1) =>
                new CannotBe($"{words.Date(day)} is more than a year ago. Check the year.") { Field = "on" },
            { } day => Decision.Of([.. meant.Where(child => @case.Meeting.Plan.EnquiryStarts.GetValueOrDefault(child.Id)?.Fact.On != day)
                .Select(child => new EnquiryStartGiven(day) { Meeting = @case.Meeting.Id, Child = child.Id })]),
        };
    }

    public static Decision Conference(
        Case @case, IReadOnlyList<Child> children, Conference? answer, string? rationale, string? because = null,
        Readers? readers = null) =>
        answer is not { } decided
            ? new CannotBe("Choose Yes, No or At the end of the enquiry, and save again.")
            : ForEach(@case, children, rationale, because, readers, @case.Meeting.Plan.Conference,
                why => new ConferenceDecided(decided, why));

    /// <summary>Takes back what this person decided at that instant, as long as it still stands; what stood before stands again.</summary>
    public static Decision UndoEnquiry(Case @case, Participant me, DateTimeOffset decidedAt)
    {
        var own = @case.Meeting.Plan.Section47.Where(row => row.Value.At == decidedAt && row.Value.By == me.Person)
            .OrderBy(row => row.Key.Value, StringComparer.Ordinal).ToList();
        return own.Count == 0
            ? new CannotBe("That was undone or changed since, so nothing was done now. Open the decision to see what stands.")
            : own.Any(row => IsClosed(@case, row.Value)) ? new ClosedWithTheMeeting()
            : Decision.Of([.. own.Select(row => new Section47Undone { Meeting = @case.Meeting.Id, Child = row.Key })]);
    }

    /// <summary>The overall contingency (R41). Others than its author may only tighten who reads it (P6).</summary>
    public static Decision Contingency(
        Case @case, Participant me, string? text, Audience audience, PlanChangeKind? kind = null, string? because = null)
    {
        var typed = (text ?? "").Trim();
        var stands = @case.Meeting.Plan.Contingency;
        var isClosed = IsClosed(@case, stands);
        // Who may read it is no change of the plan.
        var change = isClosed && stands!.Fact.Text == typed ? PlanChangeKind.Wording : kind;
        return typed switch
        {
            "" => new CannotBe("There is nothing to save yet. Say what happens if the plan fails."),
            { Length: > FormCard.LongText } => new TooLong(FormCard.LongText),
            _ when stands is not null && !me.Is(stands.By) && !audience.IsAtMost(stands.Fact.Audience) =>
                new OnlyTheAuthorWidens("The contingency", stands.Fact.Audience) { Field = MarkingInput.Id },
            _ when (stands?.Fact.Text, stands?.Fact.Audience) == (typed, audience) =>
                ChangeInputs.Same(stands!.Fact.Change, kind, because),
            _ when isClosed && ChangeInputs.Fault(change, because) is { } unsaid => unsaid,
            _ => new ContingencyAgreed(typed)
            {
                Meeting = @case.Meeting.Id,
                Audience = audience,
                Change = ChangeInputs.Read(isClosed, change, because),
            },
        };
    }

    /// <summary>While the meeting goes on its chair decides, afterwards a manager too.</summary>
    public static Refusal? WhyNot(Case @case, Participant me) =>
        me.May(Capability.Lead) || @case.Meeting.Attendance.EndedAt is not null ? null : new NotYourPart();

    /// <summary>What the meeting decided closes with it; what it left open may still be filled (design §3.1).</summary>
    public static bool IsClosed<TFact>(Case @case, Decided<TFact>? stands) =>
        stands is not null && (stands.IsChange || @case.Meeting.HasClosed(stands.At));

    private static Decision ForEach<TFact>(
        Case @case, IReadOnlyList<Child> children, string? rationale, string? because, Readers? readers,
        IReadOnlyDictionary<ChildId, Decided<TFact>> stands, Func<string, TFact> fact)
        where TFact : DecisionFact
    {
        var (why, reason) = ((rationale ?? "").Trim(), (because ?? "").Trim());
        if (children.Count == 0)
        {
            return new NoChildMeant();
        }

        if (Math.Max(why.Length, reason.Length) > FormCard.LongText)
        {
            return new TooLong(FormCard.LongText);
        }

        if (children.Select(child => stands.GetValueOrDefault(child.Id)).OfType<Decided<TFact>>()
            .Select(one => readers?.WhyNot("The reasons given", one.By, one.Fact.Audience))
            .FirstOrDefault(no => no is not null) is { } widens)
        {
            return widens;
        }

        // What was withheld from some stays withheld from them, whoever decides next, until its author says otherwise.
        var decided = children.Select(child => fact(why) with
        {
            Meeting = @case.Meeting.Id,
            Child = child.Id,
            Audience = readers?.Audience ?? stands.GetValueOrDefault(child.Id)?.Fact.Audience ?? Audience.Professionals,
        }).Where(one => !Stands(stands.GetValueOrDefault(one.Child!.Value), one)).ToList();
        var closed = decided.Where(one => IsClosed(@case, stands.GetValueOrDefault(one.Child!.Value))).ToList();
        return decided.Count == 0 && reason.Length > 0
            && children.Select(child => stands.GetValueOrDefault(child.Id))
                .All(one => IsClosed(@case, one) && one!.Fact.ChangedBecause != reason)
            ? new ReasonForNothing()
            : closed.Count > 0 && reason.Length == 0
            ? new ClosedWithTheMeeting { Field = "because" }
            : decided.Count > 0 && Whose(@case, why, readers?.By ?? @case.Chair) is { } agency
            ? new CannotBe($"Those are the words of {agency.Name()}. They stand beside your decision already. "
                + "Say in your own words why you decide so.")
            {
                Field = "rationale",
            }
            : Decision.Of([.. decided.Select(one => closed.Contains(one) ? one with { ChangedBecause = reason } : one)]);
    }

    /// <summary>The agency whose view or information says just that: an agency's reasons are never the chair's (P38).</summary>
    private static Agency? Whose(Case @case, string why, Participant me)
    {
        var said = @case.Meeting.Assessment.Views.Select(view => (view.Key.Participant, view.Value.Rationale))
            .Concat(@case.Meeting.Assessment.Information.Select(item => (item.Participant, item.Text)));
        return why.Length == 0 ? null
            : said.Where(one => one.Participant != me.Id && Plain(one.Item2) == Plain(why))
                .Select(one => @case.Find(one.Participant)?.Agency).FirstOrDefault(agency => agency is not null);

        static string Plain(string text) => text.Trim().TrimEnd('.').ToUpperInvariant();
    }

    private static bool Stands<TFact>(Decided<TFact>? stands, TFact decided)
        where TFact : DecisionFact => stands is not null
            && stands.Fact with { ChangedBecause = null, HappenedAt = null, OnBehalfOf = null } == decided;
}
