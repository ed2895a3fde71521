using System.Globalization;
using System.Text;
using StrategyBot.Oversight;

namespace StrategyBot.Panel;

/// <summary>A measure's months as a line, drawn by the bot: 20 points tall, so that slopes compare; what is hidden is a gap with a c.
/// Pure.</summary>
internal static class MeasurePicture
{
    private const int Width = 150, Height = 48, Side = 6, Points = 20;

    private const int BarWidth = 100, DotWidth = 300, Cut = 60;

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

    /// <summary>A bar from 0, on one scale for its set; England as a dark stroke.</summary>
    public static string Bar(MeasuredBar bar, IReadOnlyList<MeasuredBar> set)
    {
        double? Value(MeasuredBar one) => one.IsShare ? one.Of.PerCent : one.Of.Of.IsShown ? one.Of.Of.Number : null;
        var most = bar.IsShare ? 100 : Math.Max(1, set.Max(one => Value(one) ?? 0));
        double X(double value) => value / most * BarWidth;
        var text = Begin("amount", BarWidth + 2, 14);
        if (Value(bar) is { } value)
        {
            text.Append(FormattableString.Invariant($"<rect x=\"0\" y=\"2\" width=\"{X(value):0.#}\" height=\"10\"/>"));
        }

        if (bar.England is { } england)
        {
            text.Append(FormattableString.Invariant($"<path class=\"england-mark\" d=\"M{X(england):0.#} 0V14\"/>"));
        }

        return text.Append("</svg>").ToString();
    }

    /// <summary>Where one group stands on an axis that its set shares, and all of them as a dotted line.</summary>
    public static string Dot(MeasuredGroup group, IReadOnlyList<MeasuredGroup> set, ShownShare all)
    {
        var from = From(set, all);
        double X(double share) => Side + ((share - from) / (100 - from) * (DotWidth - (2 * Side)));
        var text = Begin("dots", DotWidth, 20);
        text.Append(FormattableString.Invariant($"<path class=\"base\" d=\"M{Side} 10H{DotWidth - Side}\"/>"));
        if (all.PerCent is { } whole)
        {
            text.Append(FormattableString.Invariant($"<path class=\"all\" d=\"M{X(whole):0.#} 0V20\"/>"));
        }

        if (group.Of.PerCent is { } share)
        {
            text.Append(FormattableString.Invariant($"<circle cx=\"{X(share):0.#}\" cy=\"10\" r=\"4.5\"/>"));
        }

        return text.Append("</svg>").ToString();
    }

    /// <summary>Below them: where the axis begins, which is not at 0 where all are high.</summary>
    public static string Axis(IReadOnlyList<MeasuredGroup> set, ShownShare all)
    {
        var from = From(set, all);
        var text = Begin("dots", DotWidth, 18);
        for (var at = from; at <= 100; at += from >= Cut ? 10 : 25)
        {
            var x = Side + ((at - from) / (double)(100 - from) * (DotWidth - (2 * Side)));
            var anchor = at == from ? "start" : at == 100 ? "end" : "middle";
            var edge = at == from ? 0 : at == 100 ? DotWidth : x;
            text.Append(FormattableString.Invariant($"<text x=\"{edge:0.#}\" y=\"12\" text-anchor=\"{anchor}\">"))
                .Append(FormattableString.Invariant($"{at}{(at == 100 ? "%" : "")}</text>"));
        }

        return text.Append("</svg>").ToString();
    }

    // Cut, so that groups that lie close are told apart; where one lies lower it begins at 0.
    private static int From(IReadOnlyList<MeasuredGroup> set, ShownShare all) =>
        set.Select(one => one.Of.PerCent).Append(all.PerCent).OfType<double>().All(share => share >= Cut) ? Cut : 0;

    private static StringBuilder Begin(string name, int width, int height) => new(
        FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{name}\" viewBox=\"0 0 {width} {height}\" ")
        + FormattableString.Invariant($"width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">"));
}
