using StrategyBot.Rules;

namespace StrategyBot.Phases.Assessing;

/// <summary>The rules of rows under a heading that is a list. Pure. What is half said is saved, and asked for at completion (P7).</summary>
internal static class ListRowRule
{
    /// <summary>Chair, scribe and social worker fill every list; where each agency is asked, each may.</summary>
    public static Refusal? WhyNot(Participant person, string? heading) => RowLists.Find(heading) is not { } list ? new NoSuchCase()
        : person.May(Capability.FillForm) || AskedOf.Is(person, Headings.Find(list.Heading)!.WhoFills) ? null
        : new NotYourPart();

    /// <param name="stands">The row that is changed; <c>null</c> for a new one.</param>
    public static Decision Give(Case @case, RowList list, ListRow? stands, ListRowPart.Form typed, Readers readers)
    {
        var said = Tidy([.. list.Fields.Select(field => new ListRowGiven.Answer(field.Id, typed.Of(field)))
            .Where(one => one.Value.Length > 0)]);
        var refused = list.Fields.Select(field => Fault(@case, field, said)).OfType<Refusal>().ToList();
        if (refused.Count > 0)
        {
            return refused is [var one] ? one : new Several(refused);
        }

        if (said.Count == 0)
        {
            return new CannotBe("There is nothing to save yet. Choose an answer or type one, and save again.");
        }

        if (list.IsPerChild && stands is null && @case.Find(new ChildId(typed.Child ?? "")) is null)
        {
            return new NoChildMeant();
        }

        if (readers.WhyNot("That row", stands?.Given.By, stands?.Fact.Audience) is { } why)
        {
            return why;
        }

        var about = stands?.Fact.About ?? (typed.About is { Length: > 0 } adult ? adult : null);
        var row = new ListRowGiven(stands?.Id ?? New(@case, list, about, typed.Child), list.Heading, said.ToValueList(), about)
        {
            Meeting = @case.Meeting.Id,
            Child = stands is not null ? stands.Fact.Child : list.IsPerChild ? new ChildId(typed.Child!) : null,
            Audience = readers.Audience,
        };
        return @case.Meeting.Assessment.RowsOf(list.Heading).Any(other =>
            row with { Row = other.Id } == other.Fact with { HappenedAt = null, OnBehalfOf = null }
            && (stands is null || other.Id == stands.Id)) ? Decision.Already : row;
    }

    /// <summary>Takes a row back. Others than its author can't take back what they may not read.</summary>
    public static Decision Withdraw(Case @case, Participant by, string heading, string? id) =>
        @case.Meeting.Assessment.Rows.FirstOrDefault(row => row.Id.Value == id && row.Fact.Heading == heading) is not { } row
            ? new ListRowGone()
            : row.Withdrawn is not null ? Decision.Already
            : !row.Fact.Audience.Admits(by.Agency) && !by.Is(row.Given.By)
                ? new CannotBe("That row is marked for others. Ask whoever wrote it to withdraw it.")
            : !by.May(Capability.FillForm) && @case.Find(row.Given.By)?.Agency != by.Agency
                ? new CannotBe("Another agency wrote that row. Ask them, or the chair, to withdraw it.")
            : new ListRowWithdrawn(row.Id) { Meeting = @case.Meeting.Id, Audience = row.Fact.Audience };

    /// <summary>One answer for the whole list (P14).</summary>
    public static Decision Whole(Case @case, Participant by, string? list, string? answer, string text, int seen, Audience audience) =>
        !RowLists.Has(list) && RowLists.Find(list) is null ? new NoSuchCase()
        : answer is not (Heading.NothingHeld or Heading.NotKnownYet)
            ? new CannotBe("Choose one of the two, and save again.") { Field = "answer" }
        : answer == Heading.NothingHeld && HasRows(@case, list!)
            ? new CannotBe("Rows stand here, so something is held. Withdraw them first.") { Field = "answer" }
        : HeadingsRule.Save(@case, by, [new(list!, [answer], text)], seen, audience);

    public static bool HasRows(Case @case, string heading) => heading == RowLists.EnquiryPlan
        ? RowRules.Of(@case, ActionKind.Enquiry).Any()
        : @case.Meeting.Assessment.RowsOf(heading).Any();

    /// <summary>Where one category alone is ticked, it is the main one; and the main one is ticked.</summary>
    private static List<ListRowGiven.Answer> Tidy(List<ListRowGiven.Answer> said)
    {
        var (kinds, main) = (said.Find(one => one.Field == "kinds")?.Value, said.Find(one => one.Field == "main")?.Value);
        return (kinds, main) switch
        {
            (null, { } only) => [new("kinds", only), .. said],
            ({ } only, null) when !only.Contains(',', StringComparison.Ordinal) => [said[0], new("main", only), .. said.Skip(1)],
            _ => said,
        };
    }

    private static Refusal? Fault(Case @case, RowList.Field field, List<ListRowGiven.Answer> said)
    {
        var value = said.Find(one => one.Field == field.Id)?.Value ?? "";
        var chosen = field.Kind is RowList.Kind.One or RowList.Kind.Several
            ? field.Options(@case).Where(option => value.Split(',').Contains(option.Id)).ToList()
            : [];
        return value.Length > (field.Kind == RowList.Kind.Text ? FormCard.LongText : FormCard.Line) && chosen.Count == 0
            ? new TooLong(field.Kind == RowList.Kind.Text ? FormCard.LongText : FormCard.Line) { Field = ListRowPart.Input(field) }
            : chosen.Count > 1 && chosen.Find(option => option.IsAlone) is { } alone
            ? new CannotBe($"{HeadingsRule.Named([alone, chosen.First(other => other != alone)])} exclude each other. Leave one of them.")
            {
                Field = ListRowPart.Input(field),
            }
            : field.Id == "main" && value.Length > 0
                && said.Find(one => one.Field == "kinds") is { } kinds && !kinds.Value.Split(',').Contains(value)
            ? new CannotBe("The main category is not among those that are ticked. Tick it too, or choose another.")
            {
                Field = ListRowPart.Input(field),
            }
            : null;
    }

    /// <summary>One name for the row of an adult or a child, so that two who begin it meet in one row.</summary>
    private static RowId New(Case @case, RowList list, string? about, string? child) =>
        about is not null ? new($"{list.Heading}-{about}")
        : list.IsPerChild ? new($"{list.Heading}-{child}")
        : new($"row-{@case.NextNumber(@case.Meetings.SelectMany(meeting => meeting.Assessment.Rows).Select(row => row.Id.Value))}");
}

/// <summary>A row that was withdrawn, or of another meeting.</summary>
internal sealed record ListRowGone : Refusal
{
    public override string Say(Words words) => "That row is no longer there. Open the list again to see what stands.";
}
