using System.Globalization;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Documents;

/// <summary>The copy of the interim safety plan for one person of the family, block by block (P34). Pure.</summary>
/// <remarks>It holds our own standard sentences, names and numbers, and what was typed for this reader. Nothing else of the case is in it:
/// no row's own words, no position, nothing that anybody gave.</remarks>
internal sealed record FamilyPaper(string Title, IReadOnlyList<FamilyPaper.Block> Blocks, string Footer)
{
    /// <summary>How a piece of the paper is set.</summary>
    public enum Shape
    {
        Text,
        Title,
        Heading,

        /// <summary>With a little space above it.</summary>
        Apart,

        /// <summary>Lines to write on.</summary>
        Sign,
    }

    /// <param name="IsOurs">A standard sentence, and not a name, a number or what was typed.</param>
    /// <param name="IsWhole">A number or a day: it stands in one line.</param>
    public sealed record Span(string Text, bool IsBold = false, bool IsOurs = false, bool IsWhole = false);

    public abstract record Block;

    public sealed record Line(Shape Shape, params IReadOnlyList<Span> Spans) : Block
    {
        public string Text() => string.Concat(Spans.Select(span => span.Text));
    }

    public sealed record Rows(IReadOnlyList<IReadOnlyList<string>> Cells) : Block;

    public static IReadOnlyList<string> Columns { get; } = ["Who", "What", "When"];

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="version">Of the plan.</param>
    /// <param name="now">When it is drawn: the day that it names.</param>
    public static FamilyPaper Of(Case @case, FamilyCopy copy, Letterhead letterhead, int version, DateTimeOffset now, Words words)
    {
        var worker = Worker(@case);
        var (first, said, typed) = (FirstName(worker.Name), copy.For?.Fact, copy.Words?.Fact);
        var (kind, standard) = (said?.Kind ?? FamilyReaderKind.Named, (@case.Profile.FamilyCopy ?? new()).Whole());
        var today = words.LocalDate(now);
        var about = said?.About is { Length: > 0 } children ? children : "the children";
        var title = $"Keeping {about} safe: {(kind == FamilyReaderKind.Named ? "your part of the plan" : "the plan for now")}";
        return new(title,
        [
            Ours($"Private. Not safe to keep at home? {first} can keep it for you."),
            new Line(Shape.Apart, new Span($"{(letterhead.Name.Length > 0 ? $"{letterhead.Name}, " : "")}Children’s social care")),
            new Line(Shape.Title, new Span(title)),
            new Line(Shape.Text, new Span("For "), new Span(copy.Name(@case), IsBold: true),
                new Span($"{(said?.Relation is { Length: > 0 } relation ? $", {relation}" : "")}. "),
                new Span($"{Day(today)} {today.Year}.", IsWhole: true)),
            .. said?.Language is { Length: > 0 } language
                ? (IReadOnlyList<Block>)[new Line(Shape.Text, new Span("You asked for this in "), new Span($"{language}."))] : [],
            Heading("What we are worried about"),
            new Line(Shape.Text, new Span(typed?.Worry ?? "")),
            Heading("What happens now"),
            new Rows([.. copy.Rows.Select(row => (IReadOnlyList<string>)[row.Fact.Who, row.Fact.What, row.Fact.When])]),
            Heading("Who to ring"),
            new Line(Shape.Text, new Span("Danger now: ring 999.", IsBold: true, IsOurs: true)),
            new Line(Shape.Text, Ring(@case, worker, letterhead, standard)),
            new Line(Shape.Text, new Span("Nights and weekends: ", IsBold: true, IsOurs: true),
                new Span($"{@case.Profile.OutOfHours.Phone}.", IsBold: true, IsWhole: true)),
            Heading("If you want a change, or want to complain"),
            new Line(Shape.Text, new Span(Said(Change(standard, kind), first) + " ", IsOurs: true),
                new Span(standard.Choice!, IsBold: true, IsOurs: true)),
            new Line(Shape.Text, Complain(@case, standard, letterhead, first)),
            Heading("When we look at it again"),
            new Line(Shape.Text, Review(typed, today, first)),
            Heading("If the plan does not work"),
            Ours(Said(Fails(standard, kind), first)),
            new Line(Shape.Apart, new Span(standard.Sign!, IsOurs: true)),
            new Line(Shape.Sign, new Span("Name"), new Span("Date")),
        ], $"{@case.Id} · Plan {version} · {Given(@case, copy, words)}");
    }

    /// <summary>Whom the family rings: the social worker; the chair, where there is none.</summary>
    public static Participant Worker(Case @case) =>
        @case.Invited.FirstOrDefault(person => person.Roles.Contains(Role.SocialWorker)) ?? @case.Chair;

    public static string FirstName(string name) => name.Trim().Split(' ', 2)[0];

    /// <summary><c>Monday 30 November</c>; with the year where it is another.</summary>
    public static string DayInWords(DateOnly on, DateOnly today) => on.Year == today.Year ? Day(on) : $"{Day(on)} {on.Year}";

    /// <summary><c>3:15pm</c>, <c>4pm</c>.</summary>
    public static string TimeInWords(TimeOnly at) =>
        $"{(at.Hour % 12 == 0 ? 12 : at.Hour % 12)}{(at.Minute == 0 ? "" : $":{at.Minute:00}")}{(at.Hour < 12 ? "am" : "pm")}";

    private static string Day(DateOnly on) => on.ToString("dddd d MMMM", British);

    private static Line Ours(string sentences) => new(Shape.Text, new Span(sentences, IsOurs: true));

    private static Line Heading(string words) => new(Shape.Heading, new Span(words, IsOurs: true));

    private static string Said(string? sentences, string worker) => sentences!.Replace("{worker}", worker, StringComparison.Ordinal);

    private static string? Change(FamilyCopyWords words, FamilyReaderKind kind) => kind switch
    {
        FamilyReaderKind.Parent => words.ChangeParent,
        FamilyReaderKind.Child => words.ChangeChild,
        _ => words.ChangeNamed,
    };

    private static string? Fails(FamilyCopyWords words, FamilyReaderKind kind) => kind switch
    {
        FamilyReaderKind.Parent => words.FailsParent,
        FamilyReaderKind.Child => words.FailsChild,
        _ => words.FailsNamed,
    };

    private static IReadOnlyList<Span> Ring(Case @case, Participant worker, Letterhead letterhead, FamilyCopyWords words)
    {
        var title = worker.Id == @case.Meeting.Chair ? "manager" : "social worker";
        var phone = worker.Phone.Length > 0 ? worker.Phone : letterhead.Switchboard;
        return
        [
            new($"{worker.Name},", IsBold: true), new($" {title}: "), new(phone, IsBold: true, IsWhole: true),
            new($" ({words.WorkerHours})."),
        ];
    }

    private static IReadOnlyList<Span> Complain(Case @case, FamilyCopyWords words, Letterhead letterhead, string worker) => words switch
    {
        { ComplaintsPhone: { } phone } =>
        [
            new("To complain, ring ", IsOurs: true), new(phone, IsBold: true, IsWhole: true),
            new($". These people do not work with {worker}.", IsOurs: true),
        ],
        _ when letterhead.Switchboard.Length > 0 =>
        [
            new("To complain, ring ", IsOurs: true), new(letterhead.Switchboard, IsBold: true, IsWhole: true),
            new(". Say that you want to complain.", IsOurs: true),
        ],
        _ => [new("To complain, look here: ", IsOurs: true), new(@case.Profile.Links.Complaints.ToString()), new(".")],
    };

    private static IReadOnlyList<Span> Review(FamilyWordsTyped? typed, DateOnly today, string worker) => typed is not { On: { } on }
        ? [new($"{worker} will tell you the day. ", IsOurs: true), .. With(typed, ""), new("We will ask you first.", IsOurs: true)]
        :
        [
            new($"{DayInWords(on, today)}{(typed.At is { } at ? $", {TimeInWords(at)}" : "")}{(typed.With.Length > 0 ? "," : ".")}",
                IsBold: true, IsWhole: true),
            .. With(typed, " "), new(typed.With.Length > 0 ? "We will ask you first." : " We will ask you first.", IsOurs: true),
        ];

    private static IReadOnlyList<Span> With(FamilyWordsTyped? typed, string before) => typed is not { With: { Length: > 0 } with } ? []
        : [new($"{before}{(before.Length == 0 ? Capital(with) : with)}{(with.EndsWith('.') ? "" : ".")} ")];

    private static string Capital(string text) => char.ToUpper(text[0], British) + text[1..];

    /// <summary>Who gave it, and when; a line to fill in by hand, while nobody has.</summary>
    private static string Given(Case @case, FamilyCopy copy, Words words)
    {
        if (copy.LastGiven is not { } given || given.Said.Seq < copy.Changed)
        {
            return "Given by _______________ on ____________";
        }

        var day = words.LocalDate(given.At);
        return $"Given by {@case.Find(given.Said.Fact.Giver)?.Name}, {day.ToString("d MMM yyyy", words.Culture)}, "
            + TimeInWords(words.LocalTime(given.At));
    }
}
