using System.Globalization;

namespace StrategyBot.Cases;

/// <summary>A heading that is answered by rows (R27, R30, R32, R33, R38, R50), and what a row asks.</summary>
/// <param name="Heading">Id in <see cref="Headings"/>.</param>
/// <param name="One">What one row is called, in the middle of a sentence.</param>
internal sealed record RowList(string Heading, string One, params IReadOnlyList<RowList.Field> Fields)
{
    /// <summary>A row for each child, with <em>Same for all children</em> in one tap (P9).</summary>
    public bool IsPerChild { get; init; }

    /// <summary>A row for each adult whom <em>Who to check</em> has, and for others.</summary>
    public bool IsPerAdult { get; init; }

    /// <summary>Asked in its block, as words for all children; the rows are for what differs.</summary>
    public bool IsBesideWords { get; init; }

    /// <summary>How a field is filled in.</summary>
    internal enum Kind
    {
        Line,
        Text,
        Day,
        One,
        Several,
    }

    /// <summary>One input of a row.</summary>
    /// <param name="Title">As minutes and lists name it.</param>
    /// <param name="Asks">As the form asks it.</param>
    internal sealed record Field(string Id, string Title, string Asks, Kind Kind)
    {
        /// <summary>What is offered.</summary>
        public Func<Case, IReadOnlyList<Heading.Option>> Options { get; init; } = static _ => [];

        /// <summary>Whether a row lacks it at <em>Complete the record</em>, and never at a save (P30).</summary>
        public Func<ListRowGiven, bool> Binds { get; init; } = static _ => false;

        /// <summary>Not asked where the record has it already: of an adult who is named there.</summary>
        public Func<Case, string?, bool> IsKnown { get; init; } = static (_, _) => false;
    }

    /// <summary>Which row a form is about: the one that is named, else that of the adult or the child.</summary>
    public ListRow? Find(Case @case, string? row, string? about, string? child) => @case.Meeting.Assessment.RowsOf(Heading)
        .FirstOrDefault(one => row is { Length: > 0 } ? one.Id.Value == row
            : about is { Length: > 0 } ? one.Fact.About == about
            : IsPerChild && child is { Length: > 0 } && one.Fact.Child?.Value == child);

    /// <summary>What the row is about, or what it says first.</summary>
    public string Lead(Case @case, ListRowGiven row) =>
        row.Child is { } child ? @case.Find(child) is { } known ? Named(known) : ""
        : row.About is { } adult ? Who(@case, adult)
        : Say(@case, Fields[0], row);

    /// <summary>What else it says, a line for each field.</summary>
    public IEnumerable<(string Title, string Text)> Rest(Case @case, ListRowGiven row) =>
        Fields.Skip(row.Child is null && row.About is null ? 1 : 0).Select(field => (field.Title, Say(@case, field, row)));

    /// <summary>What the row does not say, and has to before the record is complete.</summary>
    public IEnumerable<string> Lacks(ListRowGiven row) =>
        Fields.Where(field => row.Of(field.Id).Length == 0 && field.Binds(row)).Select(field => field.Title.ToLowerInvariant());

    /// <summary>An answer in words.</summary>
    public static string Say(Case @case, Field field, ListRowGiven row) => row.Of(field.Id) switch
    {
        "" => "",
        var day when field.Kind == Kind.Day => Words.English.Date(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        var chosen when field.Kind is Kind.One or Kind.Several => string.Join(", ", field.Options(@case)
            .Where(option => chosen.Split(',').Contains(option.Id)).Select(option => option.Label)),
        var text => text,
    };

    /// <summary><c>Nadia Lindley, mother</c>.</summary>
    internal static string Who(Case @case, string adult) => @case.Adults.FirstOrDefault(one => one.Id.Value == adult) is { } known
        ? string.Join(", ", new[] { known.Details.Name, known.Details.Relation }.Where(part => part.Length > 0))
        : adult;

    private static string Named(Child child) => child.Details.Name.Length == 0 ? child.Number : $"{child.Number}, {child.Details.Name}";
}

/// <summary>The table of the headings that are lists.</summary>
internal static class RowLists
{
    private const string Elsewhere = "none", All = "all";

    private static readonly string[] Parents = ["mother", "father", "mum", "dad", "parent"];

    private static readonly IReadOnlyList<Heading.Option> Safe =
    [
        new("yes", WordTables.YesNo.InForm(YesNo.Yes)),
        new("no", WordTables.YesNo.InForm(YesNo.No)),
        new(Heading.NotKnownYet, WordTables.AnswerKind.InForm(AnswerKind.NotKnownYet)),
    ];

    public static IReadOnlyList<RowList> Known { get; } =
    [
        new("risk-assessments", "a risk assessment",
            One("kind", "Assessment", "Which risk assessment?", Ticked("risk-assessments")),
            new("by", "Made by", "Who made it?", RowList.Kind.One) { Options = Agencies },
            new("on", "Date", "On which day?", RowList.Kind.Day),
            new("score", "Result", "The score or result; if it is another one, which", RowList.Kind.Line)),
        new("parents", "a parent", Adult()) { IsPerAdult = true },
        new("carers", "a carer or partner", Adult()) { IsPerAdult = true },
        new("risk-factors", "a risk factor",
            One("kind", "Risk factor", "Which risk factor?", RiskFactors),
            new("evidence", "Evidence", "The evidence, in a line", RowList.Kind.Line) { Binds = _ => true }),
        new("category", "the category of harm",
            new("kinds", "Categories", "Which categories of harm?", RowList.Kind.Several)
            {
                Options = Ticked("category"),
                Binds = _ => true,
            },
            One("main", "Main category", "Which is the main one?", Ticked("category")),
            new("why", "Why", "Why, in a line", RowList.Kind.Line)) { IsPerChild = true },
        new("context", "the risks to one child",
            new RowList.Field("text", "Risks and context", "What are the risks to this child, and in what context?", RowList.Kind.Text)
            {
                Binds = _ => true,
            })
        { IsPerChild = true, IsBesideWords = true },
        new("other-children", "another child",
            new("who", "Who", "Which child, and how related?", RowList.Kind.Line) { Binds = _ => true },
            One("what", "What is done", "What is done for this child?",
                _ => [new("included", "In this enquiry"), new("separate", "A separate meeting"), new("neither", "Neither")]),
            new("why", "Why", "If neither: why?", RowList.Kind.Line) { Binds = row => row.Of("what") == "neither" }),
    ];

    /// <summary>Its rows are of the plan, as they have owners and times (R46).</summary>
    public const string EnquiryPlan = "enquiry-plan";

    /// <summary>Whether a heading is answered by rows, and not in a form of headings.</summary>
    public static bool Has(string? heading) => heading == EnquiryPlan || Find(heading) is { IsBesideWords: false };

    public static RowList? Find(string? heading) => Known.FirstOrDefault(list => list.Heading == heading);

    /// <summary>Adults whom <em>Who to check</em> has and of whom no row speaks yet: parents under the parents, others under the carers,
    /// and whoever it doesn't say it of under both.</summary>
    public static IEnumerable<Adult> NotSaidYet(Case @case, RowList list) => !list.IsPerAdult ? [] : @case.Adults.Where(adult =>
        @case.Meeting.Assessment.Rows.All(row => row.Withdrawn is not null || row.Fact.About != adult.Id.Value)
        && (adult.Details.Relation.Trim().Length == 0 || IsParent(adult.Details.Relation) == (list.Heading == "parents")));

    /// <summary>Adults of <em>Who to check</em> who were said to have parental responsibility for a child, in any meeting.</summary>
    public static IReadOnlySet<string> Responsible(Case @case) => @case.Meetings
        .SelectMany(meeting => meeting.Assessment.RowsOf("parents").Concat(meeting.Assessment.RowsOf("carers")))
        .Where(row => row.Fact.Of("responsibility").Split(',').Any(whom => whom is not ("" or Elsewhere or Heading.NotKnownYet)))
        .Select(row => row.Fact.About).OfType<string>().ToHashSet();

    private static bool IsParent(string relation) =>
        relation.Trim().ToLowerInvariant() is var said && !said.Contains("partner", StringComparison.Ordinal)
        && !said.Contains("step", StringComparison.Ordinal) && !said.Contains("grand", StringComparison.Ordinal)
        && !said.Contains("'s", StringComparison.Ordinal) && !said.Contains("’s", StringComparison.Ordinal)
        && Parents.Any(word => said.Contains(word, StringComparison.Ordinal));

    private static RowList.Field[] Adult() =>
    [
        new("who", "Who", "Who, and how related?", RowList.Kind.Line)
        {
            Binds = row => row.About is null,
            IsKnown = (@case, adult) =>
                @case.Adults.FirstOrDefault(one => one.Id.Value == adult)?.Details.Relation.Trim() is { Length: > 0 },
        },
        new("responsibility", "Parental responsibility", "Parental responsibility: for whom?", RowList.Kind.Several)
        {
            Options = @case => Children(@case, "For none of them", "No"),
        },
        new("lives", "Lives with", "Lives with whom?", RowList.Kind.Several)
        {
            Options = @case => Children(@case, "Elsewhere", "Elsewhere"),
        },
        One("safe", "Able to keep the child safe", "Able to keep the child safe?", _ => Safe),
        new("why", "Why", "Why, in a line", RowList.Kind.Line) { Binds = row => row.Of("safe") == "no" },
    ];

    private static RowList.Field One(string id, string title, string asks, Func<Case, IReadOnlyList<Heading.Option>> options) =>
        new(id, title, asks, RowList.Kind.One) { Options = options, Binds = row => id != "main" || row.Of("kinds").Contains(',') };

    private static Func<Case, IReadOnlyList<Heading.Option>> Ticked(string heading) =>
        _ => [.. Headings.Find(heading)!.Options.Where(option => option.Id is not (Heading.NothingHeld or Heading.NotKnownYet))];

    /// <summary>As the case's procedure has them (R127), and whichever was chosen before.</summary>
    private static IReadOnlyList<Heading.Option> RiskFactors(Case @case)
    {
        var offered = @case.Profile.Questions.RiskFactors?.Select(one => new Heading.Option(one.Id, one.Text)).ToList() ?? [];
        return [.. offered, .. Ticked("risk-factors")(@case).Where(former => offered.Count == 0
            || (offered.TrueForAll(one => one.Id != former.Id)
                && @case.Meeting.Assessment.RowsOf("risk-factors").Any(row => row.Fact.Of("kind") == former.Id)))];
    }

    private static IReadOnlyList<Heading.Option> Agencies(Case @case) =>
        [.. @case.Participants.Select(person => person.Agency).Distinct().Order()
            .Select(agency => new Heading.Option(WordTables.ValueOf(agency), agency.Name()))];

    /// <param name="none">Of several children.</param>
    /// <param name="no">Of the only one.</param>
    private static IReadOnlyList<Heading.Option> Children(Case @case, string none, string no) =>
    [
        .. @case.Children.Count > 1 ? (IReadOnlyList<Heading.Option>)[new(All, "All the children", IsAlone: true)] : [],
        .. @case.Children.Select(child => new Heading.Option(child.Id.Value, @case.NameOf(child.Id.Value))),
        new(Elsewhere, @case.Children.Count > 1 ? none : no, IsAlone: true),
        new(Heading.NotKnownYet, WordTables.AnswerKind.InForm(AnswerKind.NotKnownYet), IsAlone: true),
    ];
}
