namespace StrategyBot.Phases.Assessing;

/// <summary>The rows under a heading that is a list, with what is answered for the whole of it.</summary>
internal sealed class ListPage : IPage<ListPage.Form>
{
    // So many rows, cut to some lines each, still fit on a card beside the choice among them.
    private const int MostRows = 12;

    private const int ShortRow = 60, MostOfALine = 160;

    /// <param name="All">The list itself, also where nothing stands in it.</param>
    public sealed record Form(string Case, string? Heading = null, bool All = false) : ICaseForm;

    public static PartId Id => new("assessing/list");

    public static Capability Needs => Capability.Contribute;

    public static PartButton Button(Case @case, Heading heading, bool all = false) =>
        Id.Button(heading.Title, new Form(@case.Ref.Value, heading.Id, all));

    public string? Reading(Form asked) => RowLists.Find(asked.Heading)?.Heading;

    public Refusal? Bars(FormPage page, Form asked) => ListRowRule.WhyNot(page.Me, asked.Heading);

    /// <summary>Where nothing stands the first row is asked for at once.</summary>
    public PartButton? Instead(FormPage page, Form asked) => !asked.All && RowLists.Find(asked.Heading) is { } list
        && !page.Whole.Meeting.Assessment.RowsOf(list.Heading).Any() && !page.Whole.Meeting.Assessment.Of(list.Heading).IsAnswered
            ? ListRowPart.Add(page.Case, list)
            : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (heading, list) = (Headings.Find(asked.Heading!)!, RowLists.Find(asked.Heading)!);
        var rows = page.Case.Meeting.Assessment.RowsOf(list.Heading).ToList();
        var form = new Form(page.Case.Ref.Value, list.Heading);
        return new(heading.Title,
        [
            new TextBlock(heading.Prompt),
            .. rows.Take(MostRows).SelectMany(row => Row(page, list, row)),
            .. rows.Count > MostRows
                ? (IReadOnlyList<CardElement>)[new TextBlock($"And {rows.Count - MostRows} more in the list below.") { IsSubtle = true }]
                : [],
            .. page.Case.Meeting.Assessment.AnswersOf(list.Heading).SelectMany(given => Given(page, heading, given)),
            .. RowLists.NotSaidYet(page.Case, list).Select(adult => new PlainText(
                $"No row yet: {Shortened.To(MostOfALine, RowList.Who(page.Case, adult.Id.Value))}") { IsSubtle = true }),
            .. rows.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(page.Case, list, rows)],
        ])
        {
            LeadsOn = true,
            Beside =
            [
                Actions.Send("Add one", ListRowPart.Id.Open, ListRowPart.Add(page.Case, list).Form!) with
                {
                    AssociatedInputs = AssociatedInputs.None,
                },
                .. rows.Count == 0 ? (IReadOnlyList<CardAction>)[]
                    : [Actions.Send("Change the chosen one", ListRowPart.Id.Open, form),
                        Actions.Send("Withdraw the chosen one", WithdrawListRow.Verb, form)],
                .. AnswerList.Beside(page, heading),
            ],
        };
    }

    private static IEnumerable<CardElement> Row(FormPage page, RowList list, ListRow row)
    {
        yield return new PlainText(Shortened.To(MostOfALine, Lead(page.Case, list, row))) { Weight = TextWeight.Bolder, Separator = true };
        foreach (var (title, text) in list.Rest(page.Case, row.Fact).Where(line => line.Text.Length > 0))
        {
            yield return new PlainText($"{title}: {Shortened.To(MostOfALine, text)}");
        }

        yield return Stamp(page, row.Given.By, row.Given.At, row.Fact.Audience);
    }

    private static IEnumerable<CardElement> Given(FormPage page, Heading heading, GivenAnswer given)
    {
        if (HeadingsRule.MayRead(page.Me, given))
        {
            yield return new PlainText(Shortened.To(FormCard.LongText, AnswerWords.Say(heading, given.Answer))) { Separator = true };
        }

        yield return Stamp(page, given.By, given.At, given.Audience);
    }

    /// <summary>By whom, when, and who may read it.</summary>
    private static TextBlock Stamp(FormPage page, PersonId by, DateTimeOffset at, Audience audience) =>
        new(CardText.Plain($"{Shortened.To(FormCard.Line, page.Case.Find(by)?.Described ?? "someone no longer on the case")} · "
            + $"{page.Words.Time(at)} · {audience.Say()}"))
        {
            IsSubtle = true,
            Size = TextSize.Small,
        };

    internal static string Lead(Case @case, RowList list, ListRow row) =>
        list.Lead(@case, row.Fact) is { Length: > 0 } lead ? lead : row.Fact.Said.Count == 0 ? "Marked for others" : "Not said yet";

    private static ChoiceSetInput Choose(Case @case, RowList list, List<ListRow> rows) =>
        new("row", "Choose one", [.. rows.Select(row => new Choice(Shortened.To(ShortRow, Lead(@case, list, row)), row.Id.Value))])
        {
            Value = rows[0].Id.Value,
        };
}

/// <summary>One tap for the whole list: checked and nothing held, or not known yet (P14).</summary>
internal sealed class AnswerList : IAct<AnswerList.Form>
{
    /// <param name="Answer">One of the two ticks that stand for it.</param>
    public sealed record Form(string Case, string? Heading = null, string? Answer = null) : ICaseForm;

    public static string Verb => "assessing/answer-list";

    public static Capability Needs => Capability.FillForm;

    /// <summary>The two answers, and the way to say more of one that stands.</summary>
    public static IEnumerable<CardAction> Beside(FormPage page, Heading heading)
    {
        if (!page.Me.May(Needs))
        {
            yield break;
        }

        foreach (var option in heading.Options.Where(option => option.Id == Heading.NotKnownYet
            || (option.Id == Heading.NothingHeld && !ListRowRule.HasRows(page.Whole, heading.Id))))
        {
            yield return Actions.Send(option.Label, Verb, new Form(page.Case.Ref.Value, heading.Id, option.Id)) with
            {
                AssociatedInputs = AssociatedInputs.None,
            };
        }

        if (page.Whole.Meeting.Assessment.Of(heading.Id).IsAnswered)
        {
            yield return ListWordsPart.Send(page.Case, heading);
        }
    }

    public Decision Decide(FormPage page, Form pressed) =>
        ListRowRule.Whole(page.Whole, page.Me, pressed.Heading, pressed.Answer, "", page.Whole.Version, Audience.Professionals);

    public PartButton? Ends(FormPage page, Form pressed) =>
        RowLists.Find(pressed.Heading) is { } list ? ListPage.Button(page.Case, Headings.Find(list.Heading)!) : null;

    public PartButton? Back(FormPage page, Form pressed) =>
        RowLists.Find(pressed.Heading) is { } list ? ListPage.Button(page.Case, Headings.Find(list.Heading)!, all: true) : null;

    public Echo Saved(FormPage page, Kept<Form> kept) => ListWordsPart.EchoOf(page, kept.Typed.Heading!);
}
