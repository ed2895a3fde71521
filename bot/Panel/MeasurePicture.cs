using System.Globalization;
using System.Text;
using StrategyBot.Oversight;

namespace StrategyBot.Panel;

/// <summary>A measure's months as a line, drawn by the bot: 20 points tall, so that slopes compare; what is hidden is a gap with a c.
/// Pure.</summary>
internal static class MeasurePicture
{
    private const int Width = 150, Height = 48, Side = 6, Points = 20;

    // Pixels for one point of per cent.
    private const double Scale = 1.6, Middle = 20;

    public static string Of(MeasuredLine line)
    {
        var parts = line.Parts.Select(part => part.Of.PerCent).ToList();
        var shown = parts.OfType<double>().ToList();
        var middle = shown.Count == 0 ? 50 : (shown.Max() + shown.Min()) / 2;
        double X(int at) => Side + (at * (double)(Width - (2 * Side)) / Math.Max(1, parts.Count - 1));
        double Y(double share) => Middle - (Math.Clamp(share - middle, -Points / 2.0, Points / 2.0) * Scale);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"line\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" "));
        text.Append(CultureInfo.InvariantCulture, $"height=\"{Height}\" aria-hidden=\"true\">");
        text.Append(string.Create(CultureInfo.InvariantCulture, $"<path class=\"base\" d=\"M{Side} 40H{Width - Side}"));
        for (var at = 0; at < parts.Count; at++)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"M{X(at):0.#} 38V42"));
        }

        text.Append("\"/>");
        if (line.Measure.England is { } england && shown.Count > 0 && Math.Abs(england - middle) <= Points / 2.0)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture,
                $"<line class=\"england\" x1=\"{Side}\" x2=\"{Width - Side}\" y1=\"{Y(england):0.#}\" y2=\"{Y(england):0.#}\"/>"));
        }

        var path = new StringBuilder();
        for (var at = 0; at < parts.Count; at++)
        {
            if (parts[at] is { } share)
            {
                path.Append(string.Create(CultureInfo.InvariantCulture,
                    $"{(at > 0 && parts[at - 1] is not null ? "L" : "M")}{X(at):0.#} {Y(share):0.#}"));
                // Alone between two gaps it would be nothing.
                if ((at == 0 || parts[at - 1] is null) && (at + 1 == parts.Count || parts[at + 1] is null) && at + 1 < parts.Count)
                {
                    text.Append(string.Create(CultureInfo.InvariantCulture,
                        $"<circle class=\"alone\" cx=\"{X(at):0.#}\" cy=\"{Y(share):0.#}\" r=\"1.5\"/>"));
                }
            }
            else if (line.Parts[at].Of.SayPerCent() == SmallNumbers.Hidden)
            {
                text.Append(string.Create(CultureInfo.InvariantCulture,
                    $"<text x=\"{X(at):0.#}\" y=\"36\" text-anchor=\"middle\">c</text>"));
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"<path class=\"values\" d=\"{path}\"/>");
        if (parts.Count > 0 && parts[^1] is { } last)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture,
                $"<circle class=\"last\" cx=\"{X(parts.Count - 1):0.#}\" cy=\"{Y(last):0.#}\" r=\"3.5\"/>"));
        }

        return text.Append("</svg>").ToString();
    }
}
