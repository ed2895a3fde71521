namespace StrategyBot.Phases.Minuting;

/// <summary>The rules of who approves the minutes in the chair's place (R89). Pure.</summary>
internal static class DelegateRule
{
    private const int LongestDays = 370;

    /// <summary>The authority's own people with standing to lead: managers, and whoever holds a title that may chair.</summary>
    public static IReadOnlyList<Participant> Offered(Case @case) => [.. @case.Participants.Where(person => MayStand(@case, person))];

    /// <summary>Whom the chair named, where that stands on the day.</summary>
    public static Participant? Named(Case @case, DateOnly day) =>
        Standing(@case) is { } stands && stands.IsOn(day) && @case.Find(stands.Said.Fact.Delegate) is { } person && MayStand(@case, person)
            ? person : null;

    /// <summary>Whom the chair named, or to whom they handed their own place for the day: that names them as well.</summary>
    public static Participant? On(Case @case, DateOnly day) => Named(@case, day) ?? Deputy(@case, day);

    public static bool MayApprove(Case @case, Participant me, DateOnly day) => me.May(Capability.Lead) || On(@case, day)?.Id == me.Id;

    /// <summary>Named by whoever chairs now; a new chair names their own.</summary>
    public static MinutesDelegate? Standing(Case @case) => @case.Meeting.Minutes.Delegates is [.., { Ended: null } last]
        && @case.Find(@case.Meeting.Chair)?.Is(last.Said.By) == true ? last : null;

    /// <param name="delegateId">Who it is.</param>
    public static Decision Name(Case @case, string? delegateId, DateOnly? from, DateOnly? until, DateOnly today)
    {
        var (person, first) = (Offered(@case).FirstOrDefault(one => one.Id.Value == delegateId), from ?? today);
        var stands = Standing(@case)?.Said.Fact;
        return new Unsaid()
                .If(person is null, "delegate", "Choose who may approve.")
                .If(first < today && stands?.From != first, "from", "That day is over.")
                .If(until < first, "until", "That is before the first day.")
                .If(until < today, "until", "That day is over.")
                .If(until > first.AddDays(LongestDays), "until", "That is more than a year. Leave it out if it is until you take it back.")
                .Why
            ?? (stands is not null && stands.Delegate == person!.Id && stands.From == first && stands.Until == until ? Decision.Already
                : new MinutesDelegateNamed(person!.Id, first, until) { Meeting = @case.Meeting.Id });
    }

    public static Decision Withdraw(Case @case) => @case.Meeting.Minutes.Delegates is [.., { Ended: null }]
        ? new MinutesDelegateWithdrawn { Meeting = @case.Meeting.Id }
        : Decision.Already;

    /// <summary><c>from Mon 7 Dec 2026 to Fri 18 Dec 2026</c>.</summary>
    public static string When(MinutesDelegateNamed said, Words words) => $"from {words.Date(said.From)}"
        + (said.Until is { } until ? $" to {words.Date(until)}" : " until it is taken back");

    /// <summary><c>Helen Marsh for Priya Nair</c>.</summary>
    public static string ApprovedBy(Case @case, Decided<MinutesApproved> approved) =>
        (@case.Find(approved.By)?.Name ?? "the chair")
            + (approved.Fact.For is { } chair ? $" for {@case.Find(chair)?.Name ?? "the chair"}" : "");

    private static bool MayStand(Case @case, Participant person) =>
        person is { Agency: Agency.SocialCare, IsTakenOff: false } && person.Id != @case.Meeting.Chair
            && person.May(Capability.ReadMinutes) && (person.May(Capability.TakeChair) || IsTitled(@case, person));

    private static bool IsTitled(Case @case, Participant person) =>
        @case.Profile.Chair.IsHeldBy(person.JobTitle) || @case.Profile.ComplexChair?.IsHeldBy(person.JobTitle) == true;

    /// <summary>A manager who hands another's place over names nobody for them.</summary>
    private static Participant? Deputy(Case @case, DateOnly day) =>
        @case.Find(@case.Meeting.Chair) is { } chair && @case.Deputies.GetValueOrDefault(chair.Id) is { } place && place.IsOn(day)
            && chair.Is(place.Said.By) && @case.Find(place.Said.Fact.Deputy) is { IsTakenOff: false } deputy
            && deputy.May(Capability.ReadMinutes) ? deputy : null;
}
