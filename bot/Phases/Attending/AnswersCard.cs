using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Who comes and who has not answered, with the numbers to ring and what came of each call (P12).</summary>
internal static class AnswersCard
{
    // So many lines at most, each so long, keep the card under its limit.
    private const int MostLines = 16;
    private const int Line = 150;

    public static AdaptiveCard For(CaseView view, Words words, DateTimeOffset now, SaveCall.Form? typed = null, string? notSaved = null)
    {
        var open = Quorum.Core(view.Case).Except(Quorum.Covered(view.Case)).ToList();
        return FormCard.Of(
            "Who is coming",
            notSaved,
            [
                .. open.Take(4).Select(agency => new TextBlock(CardText.Plain(Shortened.To(2 * Line, Reachable.Line(view.Case, agency)))) { Weight = TextWeight.Bolder }),
                .. open.Count > 0 && IsUrgent(view.Case, now) ? (IReadOnlyList<CardElement>)[new TextBlock("Under four hours are left: ring, don't wait for mail. Protection never waits.")] : [],
                .. view.Case.Invited.Where(person => person.Id != view.Case.Meeting.Chair).Take(MostLines).Select(person => Answer(view.Case, person)),
                .. RungChoices(view.Case) is { Count: > 0 } choices ? (IReadOnlyList<CardElement>)
                [
                    new ChoiceSetInput("rung", "Whom did you ring?", choices) { Value = typed?.Rung, Separator = true },
                    new ChoiceSetInput("outcome", "What came of it?", [new("Rang – coming", "coming"), new("Rang – no answer", "no-answer"), new("Rang – left message", "left-message")]) { Style = ChoiceSetStyle.Expanded, Value = typed?.Outcome },
                ] : [],
            ],
            SaveCall.Button(view.Case));
    }

    /// <summary>Under four hours' notice there is no chasing by mail (P12).</summary>
    public static bool IsUrgent(Case @case, DateTimeOffset now) => @case.Meeting.Room.Convened is { } convened && convened.StartsAt - now < TimeSpan.FromHours(4);

    private static TextBlock Answer(Case @case, Participant person) =>
        new(CardText.Plain(Shortened.To(2 * Line, $"{Shortened.To(Line, person.Described)}: {RsvpWords.Say(@case.Meeting.Attendance.Answers.GetValueOrDefault(person.Id))}")));

    private static List<Choice> RungChoices(Case @case) =>
    [
        .. @case.Profile.DutyDesks.Where(desk => Agencies.Read(desk.Agency) is not null).Select(desk => new Choice($"{desk.Name} ({desk.Phone})", $"desk-{Agencies.Read(desk.Agency)}")),
        .. @case.Invited.Where(person => person.Agency != Agency.SocialCare).Take(MostLines).Select(person => new Choice(Shortened.To(Line, person.Described), person.Id.Value)),
    ];
}
