using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Convening;

/// <summary>When the meeting is: a proposed time with the limit beside it (R16), or another time for a meeting that is called.</summary>
internal static class TimeCard
{
    private static readonly int[] Lengths = [30, 45, 60, 90, 120];

    /// <param name="proposed">The earliest sensible time; <c>null</c> where a time was typed.</param>
    public static AdaptiveCard ToConvene(Page page, ProposedSlot? proposed, TypedTime? typed = null)
    {
        var holdBy = HoldingBy.Of(page.Case, page.Now);
        var chairs = SettingTime.AsksForChair(page.Case, holdBy);
        var shown = typed ?? Stands(page, proposed?.StartsAt ?? page.Now, SettingTime.UsualMinutes);
        return page.Form(Step.Time.Title(),
            [
                .. proposed is { Note.Length: > 0 } ? (IReadOnlyList<CardElement>)[new TextBlock(CardText.Plain(proposed.Note))] : [],
                new TextBlock($"Why this limit? {CardText.Plain(holdBy.Why)}") { IsSubtle = true },
                .. Uninvited(page),
                .. Asked(shown),
                new TextInput("lateReason", "If later than the limit: why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = shown.LateReason },
                .. chairs is null ? (IReadOnlyList<CardElement>)[] :
                [
                    new TextInput("chairReason", $"A {chairs} should chair a case like this. If you do: why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = shown.ChairReason },
                ],
            ],
            ConveneMeeting.Button(page.Case),
            OpenStep.Send(page.Case, Step.Invitees, "Back to who is invited"));
    }

    public static AdaptiveCard ToMove(Page page, TypedTime? typed = null)
    {
        var convened = page.Case.Meeting.Room.Convened!;
        var shown = typed ?? Stands(page, convened.StartsAt, (int)(convened.EndsAt - convened.StartsAt).TotalMinutes);
        return page.Form("Move the meeting",
            [
                new TextBlock($"It is called for {page.Words.When(convened.StartsAt)}. Everybody is told the new time by their calendar."),
                .. Asked(shown),
                new TextInput("lateReason", "Why it is moved") { IsMultiline = true, MaxLength = FormCard.LongText, Value = shown.LateReason },
            ],
            MoveMeeting.Button(page.Case));
    }

    private static IEnumerable<CardElement> Asked(TypedTime shown) =>
    [
        new DateInput("on", "Day") { Value = shown.On },
        new TimeInput("time", "Time") { Value = shown.Time },
        new ChoiceSetInput("minutes", "How long", [.. Lengths.Append(shown.Minutes ?? SettingTime.UsualMinutes).Distinct().Order().Select(length => new Choice($"{length} minutes", $"{length}"))])
        {
            Value = $"{shown.Minutes ?? SettingTime.UsualMinutes}",
        },
    ];

    /// <summary>A core agency that nobody is invited for: the chair may go on, and sees it (R8).</summary>
    private static IEnumerable<CardElement> Uninvited(Page page)
    {
        var missing = Quorum.Core(page.Case).Where(agency => page.Case.Invited.All(person => person.Agency != agency)).ToList();
        return missing.Count == 0 ? [] : [new TextBlock($"Nobody is invited for {string.Join(", ", missing.Select(agency => agency.Name()))}. Social care, health and police should always be there.") { Weight = TextWeight.Bolder, Color = TextColor.Warning }];
    }

    private static TypedTime Stands(Page page, DateTimeOffset starts, int minutes) =>
        new(page.Words.LocalDate(starts), page.Words.LocalTime(starts) is var time ? new TimeOnly(time.Hour, time.Minute) : null, minutes, "");
}
