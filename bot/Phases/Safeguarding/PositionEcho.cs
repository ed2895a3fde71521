namespace StrategyBot.Phases.Safeguarding;

/// <summary>Where one child is safe, as it stands.</summary>
internal static class PositionEcho
{
    /// <summary>For one who may not read all of it.</summary>
    public static IReadOnlyList<CardElement> For(Case @case, Child child, Participant reader, Words words) =>
        @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id) is not { } position
            || position.Fact.Audience.Admits(reader, reader.Is(position.By))
            ? For(@case, child, words)
            : [new TextBlock("Where the child is, and with whom, is marked for others.")];

    public static IReadOnlyList<CardElement> For(Case @case, Child child, Words words)
    {
        if (@case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact is not { } position)
        {
            return [];
        }

        (string, string)[] lines =
        [
            ("Where: ", position.Where),
            ("With whom: ", position.WithWhom),
            ("Contact supervised by: ", position.Supervision),
            ("Footing: ",
                WordTables.SafetyBasis.InList(position.Basis) + position.SaySince("since", words)),
            .. position.BasisLines().Select(line => ($"{line.Label}: ", line.Text)),
            ("Decide by: ", PositionRule.DecideBy(@case, child) is { } by ? words.When(by) : ""),
            ("If someone tries to take the child, ring: ", position.IfTakenRing),
        ];
        return [.. lines.Where(line => line.Item2.Length > 0).Select(line => new PlainText(line.Item1 + line.Item2))];
    }
}
