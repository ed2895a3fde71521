namespace StrategyBot.Phases.Convening;

/// <summary>What all parts of convening show, under the reference and the limit as far as it is known (R16, R24).</summary>
internal static class ConveningDrawing
{
    public static Drawn Of(FormPage page, Step step, IReadOnlyList<CardElement> body) =>
        new(step.Title(), [.. Steps(page, step), .. Limit(page), .. body])
        {
            Frame = step.Title(),
            Saves = [new("Save and go on")],
            Beside = Around(page, step),
            KeptBy = BackTitle,
        };

    private const string BackTitle = "Back";

    /// <summary>The ways out of a step: back, and closing what should not go on.</summary>
    public static IReadOnlyList<CardAction> Around(FormPage page, Step step) => page.Case.Meeting.IsConvened ? [] :
    [
        .. Back(page, step),
        .. ClosingRule.WhyNot(page.Case) is null
            ? (IReadOnlyList<CardAction>)[ClosingPage.Id.Send(ClosingPage.Title, CaseForm.Of(page.Case))]
            : [],
    ];

    public static IReadOnlyList<CardAction> Back(FormPage page, Step step) =>
        page.Case.Meeting.IsConvened || step.Before(page.Case) is not { } before ? []
            : [before.Part(page.Case).Send(BackTitle, CaseForm.Of(page.Case))];

    /// <summary>Whoever writes it down at night has one form, and no steps.</summary>
    private static IReadOnlyList<CardElement> Steps(FormPage page, Step step) =>
        page.Case.Meeting.IsConvened || OutOfHoursDesk.IsOf(page.Me) ? []
        : [new TextBlock(step.Say(page.Case)) { IsSubtle = true, Size = TextSize.Small }];

    public static TextInput Line(string id, string label, string? stands) =>
        new(id, label) { MaxLength = FormCard.Line, Value = stands is { Length: > 0 } ? stands : null };

    private static IEnumerable<CardElement> Limit(FormPage page)
    {
        var holdBy = MeetingDue.Of(page.Case, page.Now);
        var (known, isPast) = (page.Case.Circumstances is null ? "As far as is known: " : "", holdBy.Due.IsPast(page.Now));
        yield return new TextBlock(
            $"{page.Case.Id} {page.Case.CheckWord} · {known}Hold by {CardText.Plain(holdBy.Due.SayRule(page.Words))}")
        {
            Weight = TextWeight.Bolder,
            Color = isPast ? TextColor.Attention : TextColor.Default,
        };
        string?[] lines =
        [
            isPast ? "That limit is past: hold it as soon as you can, and give the reason." : null,
            holdBy.ProtectFirst,
            holdBy.NotNeeded,
            // Nobody is told their own number.
            OutOfHoursDesk.IsOf(page.Me) ? null : holdBy.OutOfHoursOffer,
        ];
        foreach (var line in lines.OfType<string>())
        {
            yield return new TextBlock(CardText.Plain(line)) { Weight = TextWeight.Bolder };
        }

        foreach (var element in SourceNote.Of(holdBy.Due))
        {
            yield return element;
        }
    }
}
