using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>By when the meeting must be held, and everything that a chair asks about that date.</summary>
/// <remarks>R17–R24, P2. Of several limits that apply the earliest wins;
/// the longer ones for complex and staff cases replace the general one.</remarks>
/// <param name="Due">The limit that holds.</param>
/// <param name="Why">Why this one won.</param>
/// <param name="Considered">The others.</param>
/// <param name="MustChair">Who must chair (R6), or null where the usual chair may.</param>
/// <param name="SuggestDesignatedOfficer">Whether the designated officer is suggested as an invitee (R23).</param>
/// <param name="OutOfHoursOffer">The emergency duty team and its number, where a same-day limit is met too late in the day;
/// else null.</param>
/// <param name="ProtectFirst">That an order doesn't wait for the meeting, where one is sought; else null.</param>
/// <param name="NotNeeded">Why no meeting need be called here (R4); else null. It is recorded all the same.</param>
internal sealed record HoldBy(
    Deadline Due,
    string Why,
    ValueList<HoldBy.ConsideredLimit> Considered,
    ProcedureProfile.ChairTitle? MustChair,
    bool SuggestDesignatedOfficer,
    string? OutOfHoursOffer,
    string? ProtectFirst,
    string? NotNeeded)
{
    /// <summary><c>Hold by Fri 20 Nov 2026 (same day: serious injury – Bedford guide)</c>.</summary>
    public string Say(Words words) => $"Hold by {Due.Say(words)}";

    /// <summary>Whether a meeting at <paramref name="startsAt"/> is later than the limit, so that a reason is asked and recorded.</summary>
    public bool AsksForReason(DateTimeOffset startsAt) => Due.IsPast(startsAt);

    /// <param name="clocks">The authority's clocks.</param>
    /// <param name="profile">Its procedure.</param>
    /// <param name="referral">What is known.</param>
    /// <param name="now">Decides only whether the emergency duty team is offered.</param>
    public static HoldBy Decide(Clocks clocks, ProcedureProfile profile, Referral referral, DateTimeOffset now)
    {
        var limits = MeetingLimit.Of(clocks, profile, referral);
        // A stable sort: of two that fall together, the one that is listed first is the one that is explained.
        var applying = limits.Where(limit => limit.WhyNot is null).OrderBy(limit => limit.Due.At).ToList();
        var chosen = applying[0];
        return new(
            chosen.Due,
            Reason(chosen, applying, clocks.Words),
            limits.Where(limit => limit != chosen)
                .Select(limit => new ConsideredLimit(limit.Due, limit.WhyNot ?? "applies too, and is not earlier")).ToValueList(),
            referral.Complex ? profile.ComplexChair : null,
            referral.Staff,
            Offer(clocks, profile, chosen, now),
            referral.ImmediateAction is { Kind: ProtectiveAction.EmergencyOrder, At: null }
                ? "Protect first: seek the order now. It does not wait for this meeting."
                : null,
            Elsewhere(referral.TransferIn, clocks.Words, profile));
    }

    private static string Reason(MeetingLimit chosen, List<MeetingLimit> applying, Words words) => applying switch
    {
        _ when chosen.Replaces => "It replaces the general limit, because no immediate protection is needed.",
        [_] => "No other limit applies.",
        [_, var next, ..] => $"It is the earliest that applies; the next is {next.Due.Date(words)}.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? Offer(Clocks clocks, ProcedureProfile profile, MeetingLimit chosen, DateTimeOffset now)
    {
        var today = clocks.Words.LocalDate(now);
        var team = $"{profile.OutOfHours.Title}, {profile.OutOfHours.Phone}";
        return chosen switch
        {
            { SameDay: false } => null,
            _ when !clocks.Days.IsWorkingDay(today) => $"Today is not a working day. Out of hours: {team}.",
            _ when clocks.Words.LocalTime(now) >= profile.Calendar.CutOff =>
                $"It is past {clocks.Words.Time(profile.Calendar.CutOff)}. Out of hours: {team}.",
            _ => null,
        };
    }

    private static string? Elsewhere(TransferIn? transfer, Words words, ProcedureProfile profile) => transfer is { Confirmed: true }
        ? $"{transfer.OtherAuthority} keeps responsibility, as {transfer.ConfirmedBy} confirmed on "
            + $"{words.When(transfer.ConfirmedAt!.Value)}: no meeting need be called here ({TransferIn.Source.By(profile).Guide})."
        : null;

    /// <summary>A limit that was looked at and not taken.</summary>
    /// <param name="Due">When it would have fallen.</param>
    /// <param name="WhyNot">In a few words.</param>
    public sealed record ConsideredLimit(Deadline Due, string WhyNot)
    {
        public string Say(Words words) => $"{Due.Say(words)}: {WhyNot}";
    }
}
