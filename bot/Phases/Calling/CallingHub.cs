namespace StrategyBot.Phases.Calling;

/// <summary>What was refused for good, with where to ring instead (P12): only a telephone helps.</summary>
internal static class CallingHub
{
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (!view.Reader.May(Capability.Arrange))
        {
            yield break;
        }

        var @case = view.Whole;
        bool IsGivenUp(string key) => @case.Effects.TryGetValue(key, out var effect) && effect.Settled?.Outcome == EffectOutcome.GivenUp;
        if (IsGivenUp(CreateEventDuty.KeyOf(@case)))
        {
            yield return new(0, "The meeting could not be put into the calendars. Ring everybody invited.");
        }

        if (IsGivenUp(FindChatDuty.KeyOf(@case)) || IsGivenUp(InstallAppDuty.KeyOf(@case)))
        {
            yield return new(0, "I could not get into the meeting's chat. Tell the administrator of StrategyBot; "
                + "work with me in our own chat meanwhile.");
        }

        bool IsUninvited(Participant person) =>
            IsGivenUp(InviteDuty.KeyOf(@case, person)) || IsGivenUp(InviteAlsoDuty.KeyOf(@case, person));
        foreach (var person in @case.Invited.Where(IsUninvited))
        {
            yield return new(0, $"The invitation could not be sent to {Shortened.Name(person.Name)}: {Ring(@case, person, now)}.");
        }
    }

    private static string Ring(Case @case, Participant person, DateTimeOffset now)
    {
        var desk = @case.Profile.DutyDesks.FirstOrDefault(desk => Agencies.Read(desk.Agency) == person.Agency);
        return person.Phone.Length > 0 ? $"ring {person.Phone}"
            : desk is not null ? $"ring {Staffed.InsteadOf(@case, desk, now) ?? $"{desk.Name}, {desk.Phone}"}; then {desk.OnCallSenior}"
            : "ring them";
    }
}
