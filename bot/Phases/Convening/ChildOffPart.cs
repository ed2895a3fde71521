namespace StrategyBot.Phases.Convening;

/// <summary>A child is taken off the case once the meeting is called or held (P9): which, why, and what stands and stops with it.</summary>
internal sealed class ChildOffPart(PhaseList phases) : IPart<ChildOffPart.Form>, IAsksMyCases
{
    public const string Title = "Take a child off the case";

    // The latest ones.
    private const int MostShown = 40;

    /// <param name="Other">The child's own case.</param>
    public sealed record Form(
        string Case, string? Child = null, ChildOffCause? Cause = null, string? Why = null, string? Other = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/child-off");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<string> Keys => ["child"];

    public IReadOnlyList<CaseView> Mine { get; set; } = [];

    public static PartButton Button(Case @case, Child child) =>
        Id.Button($"Take {child.Number} off the case", new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : ChildOffRule.Find(page.Whole, asked.Child) is { } child
            ? ChildOffRule.WhyNot(page.Whole, child, phases.DangersOf(page.Whole, child.Id))
        : page.Whole.TakenOff.Exists(off => off.Child.Id.Value == asked.Child && off.Back is null)
            ? new CannotBe("The child is taken off the case already.")
        : new NoSuchPerson();

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = ChildOffRule.Find(page.Case, asked.Child)!;
        return new($"Take {child.Number} off the case",
        [
            new TextBlock(CardText.Plain($"{child.Number}: {Shortened.Name(child.Details.Name)}")) { Weight = TextWeight.Bolder },
            .. ChildOffRule.Stands(page.Case, child, phases.WatchedOf(page.Whole, child.Id)).Select(line => new TextBlock($"- {line}")),
            Choices.Radios("cause", "Why is the child not on this case?", WordTables.ChildOffCause, null),
            .. Offered(page) is { Count: > 0 } cases
                ? (IReadOnlyList<CardElement>)[new ChoiceSetInput("other", "If they have a case of their own: which?", cases)]
                : [new TextBlock("A case of their own is convened or linked under “Cases of other children” first.") { IsSubtle = true }],
            new TextInput("why", "Why, in a line or two") { IsMultiline = true, MaxLength = FormCard.LongText },
            MarkingInput.For(page.Case, page.Me.Agency),
        ])
        {
            Saves = [new("Take the child off")],
            Preselected = [MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed) => ChildOffRule.Find(page.Whole, typed.Child) is not { } child ? new NoSuchPerson()
        : MarkingInput.Said(page, typed.Marking, null, typed.Why) is { } readers
            ? ChildOffRule.TakeOff(page.Whole, child, phases.DangersOf(page.Whole, child.Id), typed.Cause, typed.Why, typed.Other,
                [.. Offered(page).Select(choice => choice.Value)], readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        $"{page.Whole.WasTakenOff(new(kept.Typed.Child!))?.Child.Number ?? "the child"} is taken off the case, and everybody invited is "
        + "told. If it was a slip, put the child back");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.People.Button(page.Case);

    /// <summary>Cases of one's own, and those that are linked already.</summary>
    private IReadOnlyList<Choice> Offered(FormPage page) =>
    [
        .. Mine.Reverse().Take(MostShown).Select(view => new Choice($"{view.Case.Id} {view.Case.CheckWord}", view.Case.Id.Value)),
        .. page.Case.Linked.All.Keys.Where(other => !Mine.Any(view => view.Case.Id.Value == other))
            .Select(other => new Choice(other, other)),
    ];
}

/// <summary>The child was taken off by slip, and is on the case again.</summary>
internal sealed class PutChildBack : IAct<PersonPart.Form>
{
    public static string Verb => "convening/put-child-back";

    public static Capability Needs => Capability.Arrange;

    public static SubmitAction Button(Case @case, Child child) =>
        Actions.Send($"Put {child.Number} back", Verb, new PersonPart.Form(@case.Ref.Value, child.Id.Value)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    public Decision Decide(FormPage page, PersonPart.Form pressed) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : ChildOffRule.PutBack(page.Whole, pressed.Person ?? "");

    public Echo Saved(FormPage page, Kept<PersonPart.Form> kept) =>
        new("the child is back on the case, with all that was said. What was asked for on them is asked for again");

    public PartButton? Next(FormPage page, Kept<PersonPart.Form> kept) => Step.People.Button(page.Case);

    public PartButton? Back(FormPage page, PersonPart.Form pressed) => Step.People.Button(page.Case);
}

/// <summary>When a child can be taken off a case that was called, and what becomes of what was said of them. Pure.</summary>
internal static class ChildOffRule
{
    public static Child? Find(Case @case, string? child) => @case.Children.Find(one => one.Id.Value == child);

    /// <param name="dangers">What is asked for on the child now and that nobody may stop.</param>
    public static Refusal? WhyNot(Case @case, Child child, IReadOnlyList<string> dangers)
    {
        var (of, enquiry) = (child.Number, EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == child.Id));
        var rows = @case.Meetings.Sum(meeting => meeting.Plan.Open.Count(row => !row.IsClosed && row.Fact.Child == child.Id));
        return !@case.Meetings.Any(meeting => meeting.IsConvened) ? new CannotBe("No meeting is called yet: take the child off the list.")
            : @case.Children.Count == 1 ? new CannotBe("It is the only child on the case. " + (@case.Meeting.Attendance.StartedAt is null
                ? "Cancel the meeting, or say that none is needed." : "Close the case instead."))
            : ProtectionPlan.Of(@case).Any(plan => plan.Child.Id == child.Id && plan.Runs)
                ? new CannotBe($"{of} has a child protection plan. It ends at a review conference, or when another authority "
                    + "takes it over.")
            : enquiry is { Work: { Held: not null, Outcome: null } }
                ? new CannotBe($"A conference was held on {of}. Say first what it decided.")
            : enquiry is { IsOver: false, Enquiry.Basis: not EnquiryBasis.Notified }
                ? new CannotBe($"A section 47 enquiry runs on {of}. Say its outcome first; if it should never have started, the chair "
                    + "changes the decision.")
            : rows > 0 ? new CannotBe($"{(rows == 1 ? "1 action or safety row is" : $"{rows} actions or safety rows are")} for {of} alone. "
                + "Change them, take them back or say that they are done first.")
            : ProtectionClocks.Of(@case, @case.Clocks).Any(clock =>
                clock.DoneAt is null && clock.Id == $"{child.Id.Value}/{ProtectionClocks.OfCase}")
                ? new CannotBe($"{of} is under police protection. Say first where the child is safe.")
            : dangers.Count > 0 ? new CannotBe($"{of} may be in danger now. Still open: {dangers[0]}.")
            : null;
    }

    /// <summary>What stands for the child, and what becomes of it.</summary>
    /// <param name="watched">What is asked for on them.</param>
    public static IEnumerable<string> Stands(Case @case, Child child, IReadOnlyList<string> watched)
    {
        var (of, meetings) = (child.Number, @case.Meetings);
        if (meetings.LastOrDefault(meeting => meeting.Plan.Section47.ContainsKey(child.Id))?.Plan.Section47[child.Id] is { } decided)
        {
            yield return $"Decided: {WordTables.InList(decided.Fact)}. It stays on the record.";
        }

        if (meetings.Any(meeting => meeting.Safety.Positions.ContainsKey(child.Id)))
        {
            yield return $"Where {of} is safe was written down. It stays on the record, and nobody looks at it any more.";
        }

        if (watched.Count > 0)
        {
            yield return $"No longer asked for on {of}: {string.Join("; ", watched)}.";
        }

        yield return meetings.Any(meeting => meeting.Minutes.Version > 0)
            ? $"The minutes that were issued stay as they are. The next version says that {of} was taken off, when and by whom."
            : $"The minutes say that {of} was taken off, when and by whom.";
        yield return "Everybody invited is told once, by the child's number, and not why.";
    }

    /// <param name="cases">Which may be the child's own.</param>
    public static Decision TakeOff(
        Case @case, Child child, IReadOnlyList<string> dangers, ChildOffCause? cause, string? why, string? other,
        IReadOnlyList<string> cases, Readers readers)
    {
        var (text, own) = (AsTyped.Text(why), cause == ChildOffCause.OwnCase && other is { Length: > 0 } ? other : null);
        return WhyNot(@case, child, dangers) is { } not ? not
            : new Unsaid().If(cause is null, "cause", "Choose why the child is not on this case.")
                .If(cause == ChildOffCause.OwnCase && (own is null || !cases.Contains(own)), "other",
                    cases.Count == 0
                        ? "Convene or link their case first, under “Cases of other children”." : "Choose which case is theirs.")
                .Text("why", text, cause is ChildOffCause.Other or null ? "Say why, in a line." : null).Why is { } missing ? missing
            : Decision.Of([
                .. own is null || @case.Linked.All.ContainsKey(own) ? (Fact[])[] : [new CaseLinked(own, CaseLinkKind.AnotherChild)],
                new ChildTakenOff(cause!.Value, text) { Child = child.Id, Other = own, Audience = readers.Audience },
            ]);
    }

    public static Decision PutBack(Case @case, string child) => @case.WasTakenOff(new(child)) is not null
        ? new ChildTakenBack { Child = new(child) }
        : Find(@case, child) is not null ? Decision.Already : new NoSuchPerson();
}
