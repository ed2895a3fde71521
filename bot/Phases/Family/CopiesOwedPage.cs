namespace StrategyBot.Phases.Family;

/// <summary>Who is owed a copy of the interim safety plan, and how each stands (P34).</summary>
internal sealed class CopiesOwedPage : IPage<CaseForm>
{
    public const string Title = "Family copies of the safety plan";

    public static PartId Id => new(PartIds.FamilyCopies);

    // Chair, scribe and social worker make them; a manager who does neither says why one isn't shared.
    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) =>
        FamilyRule.MaySee(page.Me) && FamilyRule.HasPlan(page.Case) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var all = CopyOwed.All(page.Case, page.Words.LocalDate(page.Now));
        var (makes, decides) = (FamilyRule.MayMake(page.Me), FamilyRule.MayDecide(page.Me));
        IReadOnlyList<Choice> people =
        [
            .. all.Where(one => one.Reader != FamilyCopy.Other)
                .Select(one => new Choice(Shortened.Name(one.Copy.Name(page.Case)), one.Reader)),
            .. makes ? (IReadOnlyList<Choice>)[new("Somebody else who is named in the plan", FamilyCopy.Other)] : [],
        ];
        return new(Title,
        [
            .. HoldLines.On(page.Case),
            new TextBlock("Everybody with parental responsibility and everybody named in a row gets a copy, in words typed for them."),
            .. RowLists.Responsible(page.Case).Count > 0 ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock("Nobody has said yet who has parental responsibility.") { Weight = TextWeight.Bolder }],
            .. all.SelectMany(one => Lines(page, one)),
            .. people.Count == 0 ? (IReadOnlyList<CardElement>)[]
                : [new ChoiceSetInput("reader", "Whose copy?", people)
                {
                    Value = people.FirstOrDefault(one => one.Value == First(page, all))?.Value ?? people[0].Value,
                }],
        ])
        {
            Beside = people.Count == 0 ? [] :
            [
                .. makes ? (IReadOnlyList<CardAction>)[Actions.Send("Open the chosen one", FamilyCopyPage.Id.Open, asked)] : [],
                .. makes && all.Any(one => one.Copy.LastGiven is not null)
                    ? (IReadOnlyList<CardAction>)[Actions.Send(AsGivenPage.Title, AsGivenPage.Id.Open, asked)] : [],
                .. decides ? (IReadOnlyList<CardAction>)[Actions.Send("Not shared, because…", NotSharedPart.Id.Open, asked)] : [],
            ],
        };
    }

    /// <summary>Who waits for one; nobody with whom contact is held.</summary>
    private static string? First(FormPage page, IReadOnlyList<CopyOwed> all)
    {
        var free = all.Where(one => CopyOwed.HoldOn(page.Whole, one.Reader, one.Copy.Name(page.Case)) is null).ToList();
        return (free.Find(one => one.Copy.LastGiven is null || CopyOwed.Outdated(page.Case, one.Copy) is not null)
            ?? free.FirstOrDefault())?.Reader;
    }

    private static IEnumerable<CardElement> Lines(FormPage page, CopyOwed one)
    {
        yield return new PlainText(
            $"{Shortened.Name(one.Copy.Name(page.Case))}{(one.Because.Length > 0 ? $": {one.Because}" : ": if it is right for them")}")
        {
            Weight = one.Because.Length > 0 ? TextWeight.Bolder : TextWeight.Default,
        };
        yield return new PlainText(State(page, one.Copy)) { IsSubtle = true };
        if (CopyOwed.NotShared(page.Case, one.Copy) is { Why.Length: > 0 } not)
        {
            yield return new PlainText(Shortened.To(FormCard.LongText, $"Not shared, because: {not.Why}")) { IsSubtle = true };
        }
    }

    private static string State(FormPage page, FamilyCopy copy) =>
        FamilyRule.Held(page.Whole, copy.Reader, copy.Name(page.Case)) is { } held ? held.Say(page.Words)
        : CopyOwed.NotShared(page.Case, copy) is { } not
            ? $"Not shared, {page.Words.When(not.At)}, by {page.Case.Find(not.By)?.Name ?? "somebody"}."
        : copy.LastGiven is { } given ? GivenLine(page, given)
            + (CopyOwed.Outdated(page.Case, copy) is { } why ? $" It is out of date: {why}. A new one is owed." : "")
        : copy.For is null ? "Not begun."
        : "Begun, and not given yet.";

    /// <summary><c>Given by Tom Okafor, Mon 30 Nov 2026, 12:30, by hand.</c></summary>
    public static string GivenLine(FormPage page, GivenCopy given) =>
        $"Given by {page.Case.Find(given.Said.Fact.Giver)?.Name ?? "somebody"}, {page.Words.When(given.At)}, "
            + $"{WordTables.GivenHow.InList(given.Said.Fact.How)}, version {given.Said.Fact.PlanVersion} of the plan.";
}
