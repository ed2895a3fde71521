using System.Globalization;

namespace StrategyBot.Forms;

/// <summary>Where the procedure scales (R39): 0 to 10 beside a view, never instead of it.</summary>
internal static class ScaleInput
{
    private const int Most = 10;

    public static IEnumerable<CardElement> For(Case @case, int? stands) => !@case.Profile.Scaling.Ask ? [] :
    [
        new ChoiceSetInput("scale", "How safe is the child now, from 0 (harm is certain) to 10 (safe enough to close)?",
            [.. Enumerable.Range(0, Most + 1).Select(Text).Select(one => new Choice(one, one))])
        {
            Value = stands is { } one ? Text(one) : null,
        },
    ];

    public static int? Read(Case @case, string? typed) =>
        @case.Profile.Scaling.Ask && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var scale) && scale <= Most
            ? scale
            : null;

    private static string Text(int one) => one.ToString(CultureInfo.InvariantCulture);
}
