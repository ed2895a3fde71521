namespace StrategyBot.Documents;

/// <summary>A form to write on by hand when nothing can be typed (P13): the headings of the case's procedure, the numbers to ring, and
/// nobody of the family. Pure.</summary>
/// <param name="Footer">Which case it is of.</param>
internal sealed record BlankPaper(string Title, IReadOnlyList<BlankPaper.Piece> Pieces, string Footer)
{
    /// <summary>How a piece is set.</summary>
    public enum Shape
    {
        Text,
        Heading,
        Question,

        /// <summary>Boxes to tick.</summary>
        Box,

        /// <summary>Lines to write on, as many as <see cref="Piece.Lines"/>.</summary>
        Room,
    }

    public sealed record Piece(Shape Shape, string Text, int Lines = 0);

    private const int Short = 1, Long = 4, Calls = 6;

    private const char NoBreak = '\u00A0';

    public static BlankPaper Of(Case @case) => new("Strategy meeting, written by hand",
    [
        new(Shape.Text, "Confidential. Write initials, not names, where others may see it. Type it in as soon as you can: "
            + "“Written on paper”. Then destroy it as your authority says."),
        new(Shape.Heading, "Numbers to ring"),
        new(Shape.Text, "Immediate danger: ring 999."),
        .. Numbers(@case).Select(line => new Piece(Shape.Text, line)),
        new(Shape.Heading, "When, where and who"),
        .. Asked("Date, and from when to when", Short), .. Asked("Where, or by telephone", Short),
        .. Asked("Who wrote this, and their role", Short), .. Asked("Reference of the case; initials of each child", Short),
        .. Asked("Who spoke: agency, name and role, number, from, to", Calls),
        new(Shape.Heading, "Where the child is safe"),
        .. Asked("Where is each child now, with whom, on what footing, and until when?", Long),
        new(Shape.Heading, "Part 1: what is known, and how serious it is"),
        .. Part(@case, 1),
        new(Shape.Heading, "Part 2: what is decided, and the plan"),
        .. Part(@case, 2),
    ], $"{@case.Id} {@case.CheckWord}");

    /// <summary>In the order of the forms and of the minutes.</summary>
    private static IEnumerable<Piece> Part(Case @case, int part) =>
        from heading in Headings.Of(@case)
        where heading.Part == part
        from piece in (IReadOnlyList<Piece>)
        [
            new(Shape.Question, $"{heading.Title}. {Prompt(@case, heading)}"),
            .. Boxes(heading) is { Length: > 0 } boxes ? [new(Shape.Box, boxes)] : (IReadOnlyList<Piece>)[],
            new(Shape.Room, "", heading.IsWordless ? 0 : heading.Kind is HeadingKind.Words or HeadingKind.OwnForm ? Long : Short + 1),
        ]
        select piece;

    private static string Boxes(Heading heading) => string.Join("    ",
        heading.Options.Where(option => option.Id != Heading.Known).Select(option => $"☐ {option.Label}".Replace(' ', NoBreak)));

    private static string Prompt(Case @case, Heading heading) => heading.Id == "reasonable-cause"
        ? @case.Profile.Questions.AskReasonableCause("the child") : heading.Prompt;

    private static IReadOnlyList<Piece> Asked(string question, int lines) => [new(Shape.Question, question), new(Shape.Room, "", lines)];

    private static IEnumerable<string> Numbers(Case @case) =>
    [
        .. @case.Invited.Where(person => person.Phone.Length > 0).Select(person => $"{person.Described}: {person.Phone}"),
        .. @case.Profile.DutyDesks.Select(desk => $"{desk.Name}: {desk.Phone} ({desk.Hours}); {desk.OnCallSenior}"),
        $"At night and at weekends: {@case.Profile.OutOfHours.Title}, {@case.Profile.OutOfHours.Phone}",
    ];
}
