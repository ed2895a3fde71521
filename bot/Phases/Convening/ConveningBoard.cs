using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>The lines of convening on the chair's board: the limit, and what could not be sent with where to ring instead (P12).</summary>
internal static class ConveningBoard
{
    public static IEnumerable<StatusLine> Lines(CaseView view, DateTimeOffset now) => view.Case.Meeting.Attendance.StartedAt is not null
        ? Unsent(view)
        : [.. Limit(view, now), .. Unsent(view)];

    private static IEnumerable<StatusLine> Limit(CaseView view, DateTimeOffset now)
    {
        var due = HoldingBy.Of(view.Whole, now).Due;
        // Why the limit holds says something of the child, so it stands only where the reader may read that.
        var said = view.Reader.May(Capability.ReadContent) ? due.Say(Words.English) : due.Date(Words.English);
        yield return due.IsPast(now)
            ? new(0, $"The limit is past: hold by {said}.")
            : new(due.On == Words.English.LocalDate(now) ? 1 : 2, $"Hold by {said}.");
    }

    /// <summary>What was refused for good: only a telephone helps.</summary>
    private static IEnumerable<StatusLine> Unsent(CaseView view)
    {
        if (!view.Reader.May(Capability.Arrange))
        {
            yield break;
        }

        bool IsGivenUp(string key) => view.Whole.Effects.TryGetValue(key, out var effect) && effect.Settled?.Outcome == EffectOutcome.GivenUp;
        if (IsGivenUp(CreateEvent.KeyOf(view.Whole)))
        {
            yield return new(0, "The meeting could not be put into the calendars. Ring everybody invited.");
        }

        if (IsGivenUp(FindChat.KeyOf(view.Whole)) || IsGivenUp(InstallApp.KeyOf(view.Whole)))
        {
            yield return new(0, "I could not get into the meeting's chat. Tell the administrator of StrategyBot; work with me in our own chat meanwhile.");
        }

        foreach (var person in view.Whole.Invited.Where(person => IsGivenUp(Invite.KeyOf(view.Whole, person)) || IsGivenUp(InviteAlso.KeyOf(view.Whole, person))))
        {
            yield return new(0, $"The invitation could not be sent to {Shortened.To(PeopleCard.MostOfName, person.Name)}: {Ring(view.Whole, person.Agency, person.Phone)}.");
        }
    }

    private static string Ring(Case @case, Agency agency, string phone)
    {
        var desk = @case.Profile.DutyDesks.FirstOrDefault(desk => Agencies.Read(desk.Agency) == agency);
        return phone.Length > 0 ? $"ring {phone}"
            : desk is not null ? $"ring {desk.Name}, {desk.Phone}; then {desk.OnCallSenior}"
            : "ring them";
    }
}
