using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Who is there: ticked as the call shows it, confirmed by the chair in one tap.</summary>
internal static class AttendanceCard
{
    private const int Most = 40;
    private const int Line = 120;

    public static AdaptiveCard For(CaseView view, Words words)
    {
        var people = view.Case.Invited.Take(Most).ToList();
        return FormCard.Of(
            "Who is here",
            null,
            [
                new TextBlock(Quorum.Say(view.Case)) { Weight = TextWeight.Bolder },
                new ChoiceSetInput("present", "Tick everybody who is, or was, there", [.. people.Select(person => new Choice(Say(view.Case, person, words), person.Id.Value))])
                {
                    IsMultiSelect = true,
                    Style = ChoiceSetStyle.Expanded,
                    Value = string.Join(',', people.Where(person => IsThere(view.Case, person)).Select(person => person.Id.Value)),
                },
            ],
            ConfirmAttendance.Button(view.Case));
    }

    /// <summary>In the call, or, where no call shows anybody, whoever said that they come.</summary>
    private static bool IsThere(Case @case, Participant person)
    {
        var held = @case.Meeting.Attendance;
        return held.Attended(person.Id)
            || (held.Confirmed is null && held.Presences.Values.All(presence => presence.Via != Via.Roster)
                && (person.Id == @case.Meeting.Chair || held.Answers.GetValueOrDefault(person.Id)?.Answer == Rsvp.Coming));
    }

    private static string Say(Case @case, Participant person, Words words)
    {
        var who = CardText.Plain(Shortened.To(Line, person.Described));
        return @case.Meeting.Attendance.Presences.GetValueOrDefault(person.Id) switch
        {
            { Until: { } left } there => $"{who} – {words.Time(there.From)} to {words.Time(left)}",
            { } there => $"{who} – since {words.Time(there.From)}",
            null => who,
        };
    }
}
