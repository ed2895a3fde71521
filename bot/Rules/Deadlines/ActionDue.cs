namespace StrategyBot.Rules.Deadlines;

/// <summary>One of the due times offered beside an action, so that most need no typing (design §5.5).</summary>
/// <param name="Id">What a form sends back; never shown.</param>
/// <param name="Label">What the button says.</param>
/// <param name="At">The instant it stands for.</param>
internal sealed record ActionDue(string Id, string Label, DateTimeOffset At)
{
    private static readonly TimeOnly EndOfOffice = new(17, 0), Noon = new(12, 0);

    /// <summary>
    /// <c>today 17:00</c> while that lies ahead, <c>next working day 12:00</c>, and <c>before conference</c>:
    /// 17:00 on the working day before it,
    /// where a conference is planned and that time lies ahead.
    /// </summary>
    public static IReadOnlyList<ActionDue> Choices(Clocks clocks, DateTimeOffset now, DateOnly? conferenceOn)
    {
        var today = clocks.Words.LocalDate(now);
        var next = clocks.Words.At(clocks.Days.After(today, 1), Noon);
        var choices =
            new List<ActionDue> { new("today", "today 17:00", clocks.Words.At(today, EndOfOffice)),
                new("next-working-day", Dated("next working day", next, clocks.Words), next) };
        if (conferenceOn is { } conference)
        {
            var before = clocks.Words.At(clocks.Days.Before(conference, 1), EndOfOffice);
            choices.Add(new("before-conference", Dated("before conference", before, clocks.Words), before));
        }

        return [.. choices.Where(choice => choice.At > now)];
    }

    private static string Dated(string name, DateTimeOffset at, Words words) => $"{name}: {words.When(at)}";
}
