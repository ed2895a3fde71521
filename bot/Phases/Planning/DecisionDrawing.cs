namespace StrategyBot.Phases.Planning;

/// <summary>What the three decisions on each child have in common: whom they are about, why, and what stands.</summary>
internal static class DecisionDrawing
{
    public const string Cause = "reasonable-cause", Enquiry = "section47", Conference = "conference";

    // The answer itself is known to everybody at the meeting.
    public const string AsksWho = "Who may read why";

    private const int ShownRationale = 120;

    // Of more children a line says it in less room.
    private const int MostColumns = 3;

    /// <summary>The button to one of the three; reasonable cause and the enquiry are one form where they can be.</summary>
    /// <param name="child">Where it is about one child alone.</param>
    public static PartButton Button(Case @case, string about, Child? child = null) =>
        about is Cause or Enquiry && CauseAndEnquiryRule.Of(@case, child) is not null ? CauseAndEnquiryPart.Button(@case, child)
            : OfItsOwn(@case, about, child);

    /// <summary>To the form of this decision alone, named as its heading is.</summary>
    public static PartButton OfItsOwn(Case @case, string about, Child? child)
    {
        var (id, subject) = (@case.Ref.Value, child?.Id.Value);
        return about switch
        {
            Cause => ReasonableCausePart.Id.Button(Headings.Find(about)!.Title, new ReasonableCausePart.Form(id, subject)),
            Enquiry => Section47Part.Id.Button(Headings.Find(about)!.Title, new Section47Part.Form(id, subject)),
            _ => ConferencePart.Id.Button(Headings.Find(about)!.Title, new ConferencePart.Form(id, subject)),
        };
    }

    /// <summary>Which child a form shows, and what stands: all where nothing that was decided or, where the views are
    /// shown, said of them differs; else the first that is not decided.</summary>
    public static (string? Child, TFact? Stands) Start<TFact>(
        Case @case, string? child, IReadOnlyDictionary<ChildId, Decided<TFact>> decided)
        where TFact : DecisionFact
    {
        if (child is { Length: > 0 } and not ChildChoice.All)
        {
            return (child, decided.GetValueOrDefault(new ChildId(child))?.Fact);
        }

        var open = @case.Children.Where(one => !decided.ContainsKey(one.Id)).ToList();
        if (open.Count > 0 || @case.Children.Count == 0)
        {
            return ((open.Count == @case.Children.Count && !SharedViews.Differ(@case)) || child == ChildChoice.All
                ? child : open[0].Id.Value, null);
        }

        var first = decided[@case.Children[0].Id].Fact;
        var same = @case.Children.All(one => decided[one.Id].Fact with { Child = null } == first with { Child = null });
        return same ? (child, first) : child == ChildChoice.All ? (child, null) : (@case.Children[0].Id.Value, first);
    }

    /// <param name="isApart">Each child is asked about beside the others; what stands besides is the same of all.</param>
    public static Drawn Of<TFact>(
        FormPage page, string title, (string? Child, TFact? Stands) shown, bool isApart, IReadOnlyList<CardElement> asked,
        Func<Plan, IReadOnlyDictionary<ChildId, Decided<TFact>>> of, Func<TFact, string> say, Func<TFact, string> why,
        params IEnumerable<CardElement> beside)
        where TFact : DecisionFact
    {
        var (child, stands) = shown;
        var decided = of(page.Case.Meeting.Plan);
        var whole = (isApart ? DecisionsApart.Start(page.Whole, of(page.Whole.Meeting.Plan))
            : Start(page.Whole, child, of(page.Whole.Meeting.Plan))).Stands;
        return new(title,
        [
            .. isApart ? [] : ChildChoice.For(page.Case, child),
            .. asked,
            new TextInput("rationale", "Why")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands is null ? null : why(stands),
            },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience, AsksWho),
            .. AsksWhy(page, decided)
                ? (IReadOnlyList<CardElement>)[new TextInput("because", "The meeting is over. Why is this changed now?")
                {
                    IsMultiline = true,
                    MaxLength = FormCard.LongText,
                }]
                : [],
            .. page.Case.Children.Where(one => decided.ContainsKey(one.Id)).Select(one => Stands(page, one, decided[one.Id], say, why)),
            .. beside,
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
            Saves = isApart ? DecisionsApart.Saves(page.Case) : [new("Save")],
        };
    }

    /// <summary>The meeting decided it, and is over.</summary>
    public static bool AsksWhy<TFact>(FormPage page, IReadOnlyDictionary<ChildId, Decided<TFact>> decided)
        where TFact : DecisionFact =>
        page.Case.Children.Any(one => DecisionRule.IsClosed(page.Whole, decided.GetValueOrDefault(one.Id)));

    /// <summary>What each agency said of each child, and why: beside the chair's own reasons, never as them (P38), and only once the views
    /// are shown (P25).</summary>
    public static IEnumerable<CardElement> Views(FormPage page, IReadOnlyList<Child> children)
    {
        var given = page.Case.Participants
            .Select(person => (Person: person, Said: children.Select(child => (Child: child,
                View: page.Case.Meeting.Assessment.Views.GetValueOrDefault((person.Id, child.Id)) is { } view
                    && view.IsFor(page.Me, person.Id) ? view : null)).ToList()))
            .Where(one => one.Said.Any(said => said.View is not null)).ToList();
        if (given.Count == 0 || !SharedViews.AreShown(page.Whole))
        {
            yield break;
        }

        yield return new TextBlock("Reasonable cause: what each agency said")
        {
            Weight = TextWeight.Bolder,
            Separator = true,
        };
        if (children.Count is > 1 and <= MostColumns)
        {
            yield return Row(Small("Agency"), children.Select(child => Small(FirstName(page.Case, child))));
        }

        foreach (var (person, said) in given)
        {
            yield return children.Count <= MostColumns
                ? Row(new TextBlock(person.Agency.Name()) { Weight = TextWeight.Bolder }, said.Select(one => Answer(one.View?.View))) with
                { Separator = true }
                : new PlainText(Shortened.To(FormCard.Line, $"{person.Agency.Name()}: {string.Join("; ", said
                    .Where(one => one.View is not null)
                    .Select(one => $"{page.Case.NameOf(one.Child.Id.Value)} – {WordTables.ReasonableCause.InList(one.View!.View)}"))}"));
            foreach (var why in said.Select(one => one.View?.Rationale ?? "").Where(why => why.Length > 0).Distinct())
            {
                yield return new PlainText($"“{Shortened.To(ShownRationale * 2, why)}” – {Shortened.Name(person.Name)}")
                {
                    IsSubtle = true,
                    Size = TextSize.Small,
                    Spacing = Spacing.Small,
                };
            }
        }

        static ColumnSet Row(CardElement agency, IEnumerable<CardElement> cells) =>
            new([.. cells.Prepend(agency).Select(cell => new ColumnSet.Cell("stretch", cell))]);

        static CardElement Answer(ReasonableCause? view) => new PlainText(view is { } said ? Sign(said) : "–")
        {
            Weight = view == ReasonableCause.No ? TextWeight.Bolder : TextWeight.Default,
        };

        static CardElement Small(string text) => new PlainText(text) { IsSubtle = true, Size = TextSize.Small };
    }

    private static string Sign(ReasonableCause view) => (view switch
    {
        ReasonableCause.Yes => "✓ ",
        ReasonableCause.No => "✗ ",
        _ => "? ",
    }) + WordTables.ReasonableCause.InList(view);

    /// <summary>As short as it tells the children apart.</summary>
    private static string FirstName(Case @case, Child child)
    {
        var first = First(child);
        return first.Length == 0 || @case.Children.Count(other => First(other) == first) > 1 ? child.Number
            : Shortened.To(ShownRationale / 4, first);

        static string First(Child child) => child.Details.Name.Trim().Split(' ')[0];
    }

    /// <summary>How the reasons of a form's decision are marked now, where all children that it is about agree.</summary>
    public static Readers? Readers<TFact>(
        FormPage page, string? marking, IReadOnlyList<Child> children, IReadOnlyDictionary<ChildId, Decided<TFact>> decided,
        params IReadOnlyList<string?> written)
        where TFact : DecisionFact =>
        MarkingInput.Said(page, marking,
            children.Select(child => decided.GetValueOrDefault(child.Id)?.Fact.Audience).Distinct().ToList() is [{ } same] ? same : null,
            written);

    /// <summary>What stands for the children that were decided upon.</summary>
    public static Echo Saved<TFact>(
        FormPage page, string? child, string what, IReadOnlyDictionary<ChildId, Decided<TFact>> decided, Func<TFact, string> say,
        params IReadOnlyList<CardAction> beside) =>
        new(what,
        [
            .. ChildChoice.Read(page.Case, child).Where(one => decided.ContainsKey(one.Id))
                .Select(one => new PlainText($"{Shortened.To(FormCard.Line, ChildChoice.Named(one))}: {say(decided[one.Id].Fact)}")),
            .. beside.Count == 0 ? (IReadOnlyList<CardElement>)[] : [new ActionSet(beside)],
        ]);

    private static TextBlock Stands<TFact>(
        FormPage page, Child child, Decided<TFact> decided, Func<TFact, string> say, Func<TFact, string> why)
    {
        var rationale = why(decided.Fact);
        var changed = decided.IsChange ? ", changed after the meeting" : "";
        var because = rationale.Length == 0 ? "" : $" – {Shortened.To(ShownRationale, rationale)}";
        var by = Shortened.To(ShownRationale, page.Case.Find(decided.By)?.Name ?? "");
        return new(
            CardText.Plain(
                $"{Shortened.To(ShownRationale, ChildChoice.Named(child))}: {say(decided.Fact)}{because} ({by}, "
                    + $"{page.Words.Time(decided.At)}{changed})"))
        {
            IsSubtle = true,
            Size = TextSize.Small,
        };
    }
}
