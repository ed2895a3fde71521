using System.Globalization;
using System.Text;

namespace StrategyBot.Documents;

/// <summary>One line of a PDF.</summary>
/// <param name="Runs">Each in one face and size, from left to right.</param>
internal sealed record SheetLine(IReadOnlyList<SheetLine.Run> Runs)
{
    /// <param name="Width">Points, with the blanks at its end.</param>
    public sealed record Run(string Text, TrueTypeFace Face, double Size, double Width);

    /// <summary>A text before it is broken.</summary>
    /// <param name="Size">Points.</param>
    public sealed record Span(string Text, bool IsBold, double Size);

    /// <summary>Of its tallest letters; none on an empty line.</summary>
    public double? Size => Runs.Count == 0 ? null : Runs.Max(run => run.Size);

    private readonly record struct Letter(Rune Rune, TrueTypeFace Face, double Size, double Width);

    /// <summary>Breaks after a blank, and after a dash between letters; a word wider than the column anywhere.
    /// A blank that holds (U+00A0) holds.</summary>
    /// <param name="width">Points.</param>
    public static IReadOnlyList<SheetLine> Break(PdfFaces faces, double width, params IEnumerable<Span> spans)
    {
        var letters = spans.SelectMany(span => PdfFaces.Drawn(span.Text).Select(letter => Of(faces, letter, span))).ToList();
        var lines = new List<SheetLine>();
        var (start, after, x) = (0, 0, 0.0);
        for (var at = 0; at < letters.Count; at++)
        {
            var letter = letters[at];
            if (letter.Rune.Value == '\n')
            {
                lines.Add(Of(letters[start..at]));
                (start, after, x) = (at + 1, at + 1, 0);
                continue;
            }

            x += letter.Width;
            // A hundredth of a point is less than any printer shows.
            if (letter.Rune.Value != ' ' && x > width + 0.01 && at > start && !IsMark(letter))
            {
                var cut = after > start ? after : at;
                lines.Add(Of(letters[start..cut]));
                (start, after) = (cut, cut);
                x = letters[cut..(at + 1)].Sum(one => one.Width);
            }

            if (letter.Rune.Value == ' ' || IsDash(letters, at))
            {
                after = at + 1;
            }
        }

        lines.Add(Of(letters[start..]));
        return lines;
    }

    private static Letter Of(PdfFaces faces, Rune letter, Span span)
    {
        // The end of a line has no width; what no face has was refused before.
        var face = faces.Find(letter, span.IsBold);
        return new(letter, face ?? faces.Main, span.Size, face is null ? 0 : face.Width(letter) * span.Size);
    }

    private static bool IsMark(Letter letter) => Rune.GetUnicodeCategory(letter.Rune) == UnicodeCategory.NonSpacingMark;

    private static bool IsDash(List<Letter> letters, int at) => letters[at].Rune.Value is '-' or '–' or '—' or '/'
        && at > 0 && at + 1 < letters.Count && Rune.IsLetter(letters[at - 1].Rune) && Rune.IsLetter(letters[at + 1].Rune);

    private static SheetLine Of(IReadOnlyList<Letter> letters)
    {
        var runs = new List<Run>();
        for (var at = 0; at < letters.Count;)
        {
            var first = letters[at];
            var same = letters.Skip(at).TakeWhile(one => one.Face == first.Face && one.Size.Equals(first.Size)).ToList();
            // Blank and blank that holds are one shape, and whoever searches or copies is told one letter for a shape.
            runs.Add(new(string.Concat(same.Select(one => one.Rune)).Replace('\u00A0', ' '), first.Face, first.Size,
                same.Sum(one => one.Width)));
            at += same.Count;
        }

        return new(runs);
    }
}
