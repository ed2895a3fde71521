namespace StrategyBot.Phases.Assessing;

/// <summary>The form for a view on one child, or the same on all; below it what is known of the others' (P25).</summary>
internal sealed class ViewPart : IPart<ViewPart.Form>, IOnPaper
{
    private const string Title = "Your view";

    // As many as fit beside the form; the minutes hold all.
    private const int MostShown = 24;

    /// <param name="For">For whom it is typed, where that is another.</param>
    public sealed record Form(
        string Case, string? For = null, string? Child = null, ReasonableCause? View = null, string? Line = null, string? Marking = null,
        string? Scale = null) : ICaseForm;

    public bool SaysWhose => true;

    public static PartId Id => new(PartIds.View);

    public static Capability Needs => Capability.Contribute;

    public static IReadOnlyList<string> Keys => ["for", "child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["view", "line"]];

    public static PartButton Button(Case @case, Participant? whose = null, Child? child = null) =>
        Id.Button(Title, new Form(@case.Ref.Value, whose?.Id.Value, child?.Id.Value));

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, whose) = (page.Case, PersonChoice.Read(page.Case, page.Me, asked.For));
        var (child, stands) = Start(page, whose, asked.Child);
        var (answered, of) = ViewRule.Count(page.Whole);
        var areShown = ViewRule.AreShown(page.Whole);
        var whom = @case.Children is [var only] ? ChildChoice.Named(only) : "the child";
        return new(Title,
        [
            .. PersonChoice.TypedFor(page.View, whose),
            .. PersonChoice.ForWhom(page.View, asked.For),
            .. Hides(page, whose) is { Count: > 0 } given ? (IReadOnlyList<CardElement>)[Replaces(given)] : [],
            .. ChildChoice.For(@case, child),
            // Never asked as a threshold (P3).
            Choices.Radios("view", @case.Profile.Questions.AskReasonableCause(whom), WordTables.ReasonableCause, stands?.View),
            .. ScaleInput.For(@case, stands?.Scale),
            new TextInput("line", "Why, in a line") { MaxLength = FormCard.Line, Value = stands?.Rationale },
            MarkingInput.For(@case, page.Me.Agency, stands?.Audience, whose?.Agency),
            new TextBlock($"{answered} of {of} core agencies have answered.") { Separator = true },
            .. areShown ? Shown(page) : [Hidden],
        ])
        {
            Preselected =
            [
                .. stands is null ? (IReadOnlyList<string>)[MarkingInput.Id] : [],
                .. string.IsNullOrEmpty(asked.For) ? (IReadOnlyList<string>)["for"] : [],
            ],
            Beside = areShown || !page.Me.May(Capability.Lead) ? [] : [RevealViews.Button(@case)],
        };
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed)
    {
        var whose = PersonChoice.Read(page.Whole, page.Me, typed.For);
        return MarkingInput.Read(page, typed.Marking, null, page.Me.Agency, whose?.Agency ?? page.Me.Agency) is { } audience
            ? ViewRule.Give(page.Whole, page.Me, whose, ChildChoice.Read(page.Whole, typed.Child), typed.View, typed.Line, audience,
                ScaleInput.Read(page.Case, typed.Scale))
            : MarkingInput.NotSaid;
    }

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var (typed, children) = (kept.Typed, ChildChoice.Read(page.Case, kept.Typed.Child));
        var whose = PersonChoice.Read(page.Case, page.Me, typed.For)!;
        var (answered, of) = ViewRule.Count(page.Whole);
        var why = string.IsNullOrWhiteSpace(typed.Line) ? "" : $": {typed.Line.Trim()}";
        var given = page.Case.Meeting.Assessment.Views.GetValueOrDefault((whose.Id, children[0].Id));
        return new($"view on {ChildChoice.Named(page.Case, children)}",
        [
            new PlainText($"{whose.Described}: {Say(typed.View!.Value)}{why}"),
            new TextBlock($"{answered} of {of} core agencies have answered.") { IsSubtle = true, Size = TextSize.Small },
        ])
        {
            Asks = given is null ? [] : MarkingInput.Unsaid(typed.Marking, given.Audience,
                Id.Send("Choose who may read this", new Form(page.Case.Ref.Value, typed.For, typed.Child))),
        };
    }

    /// <summary>Which child a form shows, and what stands for this person; nobody else's view is shown by it (P25).</summary>
    /// <remarks>All children where nothing differs, else the first without a view, else the first.</remarks>
    private static (string? Child, GivenView? Stands) Start(FormPage page, Participant? whose, string? child)
    {
        var given = page.Case.Children.Select(one => (one.Id, View: Readable(page, whose, one))).ToList();
        if (child is { Length: > 0 } and not ChildChoice.All)
        {
            return (child, given.FirstOrDefault(row => row.Id.Value == child).View);
        }

        var open = given.Where(row => row.View is null).ToList();
        var first = open.Count > 0 ? open[0] : given.FirstOrDefault();
        var differs = given.Select(row => (row.View?.View, row.View?.Rationale, row.View?.Scale, row.View?.Audience))
            .Distinct().Count() > 1;
        return !differs ? (child, first.View) : child == ChildChoice.All ? (child, null) : (first.Id.Value, first.View);
    }

    /// <summary>One's own, or one that this person typed.</summary>
    private static GivenView? Readable(FormPage page, Participant? whose, Child child) =>
        whose is not null && page.Case.Meeting.Assessment.Views.GetValueOrDefault((whose.Id, child.Id)) is { } stands
            && (whose.Id == page.Me.Id || stands.By == page.Me.Person) ? stands : null;

    private static TextBlock Hidden { get; } =
        new("The views are shown together once all of them have. The chair may show them earlier.") { IsSubtle = true };

    /// <summary>The children on whom this person gave a view of their own that the typist can't see yet (P25).</summary>
    private static IReadOnlyList<Child> Hides(FormPage page, Participant? whose) => whose is null ? []
        : [.. page.Case.Children.Where(
        child => page.Case.Meeting.Assessment.Views.ContainsKey((whose.Id, child.Id)) && Readable(page, whose, child) is null)];

    private static TextBlock Replaces(IReadOnlyList<Child> given) =>
        new($"They have given a view on {string.Join(" and ", given.Select(child => child.Number))} themselves; "
            + "what you save takes its place.")
        {
            Weight = TextWeight.Bolder,
        };

    private static IEnumerable<CardElement> Shown(FormPage page) =>
        from child in page.Case.Children
        from row in page.Case.Meeting.Assessment.Views.Where(row => row.Key.Child == child.Id)
            .Where(row => row.Value.IsFor(page.Me, row.Key.Participant)).OrderBy(row => row.Value.At)
            .Take(MostShown / page.Case.Children.Count)
        let who = $"{page.Case.Find(row.Key.Participant)?.Described}{PersonChoice.TypedBy(page.Case, row.Key.Participant, row.Value.By)}"
        let why = row.Value.Rationale.Length == 0 ? "" : $": {Shortened.To(FormCard.Line, row.Value.Rationale)}"
        select new TextBlock(CardText.Plain(
            $"{ChildChoice.Named(child)}: {who} – {row.Value.Say(Say(row.Value.View), why)} ({page.Words.Time(row.Value.At)})"));

    private static string Say(ReasonableCause view) => WordTables.ReasonableCause.InList(view);
}

/// <summary>The chair shows the views before all core agencies have answered (P25).</summary>
internal sealed class RevealViews : IAct<CaseForm>
{
    public static string Verb => "assessing/reveal-views";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(Case @case) =>
        Actions.Send("Show the views now", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, CaseForm pressed) => ViewRule.Reveal(page.Whole);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the views are shown to everyone now");
}
