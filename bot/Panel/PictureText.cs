using System.Globalization;
using System.Text;

namespace StrategyBot.Panel;

/// <summary>A rectangle of a picture.</summary>
internal sealed record PictureBox(double Left, double Top, double Right, double Bottom)
{
    public bool Meets(PictureBox other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>A picture as it is shown, and where its words stand.</summary>
/// <param name="Boxes">Of each label.</param>
/// <param name="Today">The line of today; <c>null</c> where it is no line between the labels.</param>
internal sealed record Picture(string Svg, double Height, IReadOnlyList<PictureBox> Boxes, PictureBox? Today);

/// <summary>Some words in one colour and weight.</summary>
/// <param name="Class">How the page draws it; empty for plain words.</param>
internal sealed record PictureRun(string Text, string Class = "")
{
    public double Width => PictureText.Width(Text, isBold: Class is "late" or "name");
}

/// <summary>Letters of a picture: how wide they are at most, and how they are written. Pure.</summary>
/// <remarks>Measured on letters that are wider than Teams' own: what fits here fits there.</remarks>
internal static class PictureText
{
    public const double Size = 12, Row = 16;

    private const double Bold = 1.1, Wider = 1.11;

    private const double Capital = .68, Usual = .62;

    // Of the size of the letters, each kind of letter together.
    private static readonly Dictionary<char, double> Widths = new (string Letters, double Width)[]
    {
        (" ijl.,:;", .27), ("-()fIJ", .35), ("t/", .38), ("r", .42), ("scz", .49), ("kvxy", .53), ("wNOD", .79), ("mMW", .94),
    }.SelectMany(kind => kind.Letters.Select(letter => (letter, kind.Width))).ToDictionary();

    public static double Width(string text, bool isBold = false) =>
        text.Sum(letter => Widths.GetValueOrDefault(letter, char.IsAsciiLetterUpper(letter) ? Capital : Usual)) * Size * Wider
            * (isBold ? Bold : 1);

    public static double Width(IReadOnlyList<PictureRun> line) => line.Sum(run => run.Width);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <param name="y">Of its base line.</param>
    public static string Line(double x, double y, IReadOnlyList<PictureRun> runs, string anchor = "start", string kind = "") =>
        $"<text x=\"{Number(x)}\" y=\"{Number(y)}\""
        + (anchor == "start" ? "" : $" text-anchor=\"{anchor}\"") + (kind.Length == 0 ? "" : $" class=\"{kind}\"") + ">"
        + string.Concat(runs.Select(run => run.Class.Length == 0 ? Escaped(run.Text)
            : $"<tspan class=\"{run.Class}\">{Escaped(run.Text)}</tspan>"))
        + "</text>\n";

    /// <summary>What a screen reader says of a picture, and its frame.</summary>
    public static string Svg(string id, double width, double height, CaseTimeline timeline, StringBuilder content) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline {id}\" role=\"img\" aria-labelledby=\"{id}-title {id}-says\""
        + $" viewBox=\"0 0 {Number(width)} {Number(height)}\" width=\"{Number(width)}\" height=\"{Number(height)}\">\n"
        + $"<title id=\"{id}-title\">{Escaped($"{timeline.Title}: timeline")}</title>\n"
        + $"<desc id=\"{id}-says\">{Escaped(string.Join(' ', timeline.Sentences))}</desc>\n{content}</svg>\n";
}

/// <summary>The marks of a timeline: the shape says what it is, filled that it was done. Pure.</summary>
internal static class PictureMark
{
    public static string Of(TimelineEvent one, double x, double y)
    {
        var (kind, n) = (one.IsLate ? "mark late" : one.State == TimelineState.Done ? "mark" : "mark hollow", (Func<double, string>)Number);
        return one switch
        {
            { IsLate: true } => $"<path class=\"{kind}\" d=\"M{n(x)} {n(y - 7)}l7.5 13h-15z\"/>\n",
            { Mark: TimelineMark.Closed } => $"<rect class=\"{kind}\" x=\"{n(x - 2)}\" y=\"{n(y - 9)}\" width=\"4\" height=\"18\"/>\n",
            { State: TimelineState.Open } => Tick(x, y),
            { Mark: TimelineMark.Conference } =>
                $"<rect class=\"{kind}\" x=\"{n(x - 6)}\" y=\"{n(y - 6)}\" width=\"12\" height=\"12\"/>\n",
            { Mark: TimelineMark.CoreGroup } => $"<path class=\"{kind}\" d=\"M{n(x)} {n(y - 6.5)}l6.5 6.5-6.5 6.5-6.5-6.5z\"/>\n",
            _ => $"<circle class=\"{kind}\" cx=\"{n(x)}\" cy=\"{n(y)}\" r=\"5.5\"/>\n",
        };
    }

    /// <summary>A day by which something is held.</summary>
    public static string Tick(double x, double y) => $"<path class=\"tick\" d=\"M{Number(x)} {Number(y - 8)}v16\"/>\n";

    private static string Number(double value) => PictureText.Number(value);
}
