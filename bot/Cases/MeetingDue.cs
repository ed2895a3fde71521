using System.Collections.Immutable;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Cases;

/// <summary>By when a case's meeting must be held, as far as its facts tell (R17–R24, P2). Pure.</summary>
internal static class MeetingDue
{
    public static HoldBy Of(Case @case, DateTimeOffset now) => Of(@case, @case.Clocks, now);

    public static HoldBy Of(Case @case, Clocks clocks, DateTimeOffset now) => HoldBy.Decide(clocks, @case.Profile, Referral(@case), now)
        is var first && DecidedFor(@case, clocks) is { } further
        ? first with
        {
            Due = further,
            Why = "It was decided so.",
            Considered = [],
            OutOfHoursOffer = null,
            ProtectFirst = null,
            NotNeeded = null,
        }
        : first;

    /// <summary>By when a further meeting is held, as it was decided (R60); <c>null</c> of a case's first, and where nobody said.</summary>
    public static Deadline? DecidedFor(Case @case, Clocks clocks) => @case.Meeting.Opened is { Fact.By: { } by }
        ? new(by, clocks.Words.At(by, new(23, 59)), ByTheMinute: false, "as it was decided", Further.By(@case.Profile))
        : null;

    private static readonly Citation Further = new("004", "Bedford guide",
        "then a clear timescale should be set and be subject to regular review by the social work manager", "R60");

    /// <summary>The limit that a start at this time misses: the one that holds, or one that had passed before it was made longer.
    /// A further meeting has only what was decided.</summary>
    public static Deadline? Missed(Case @case, DateTimeOffset starts) =>
        @case.IsFurther ? DecidedFor(@case, @case.Clocks) is { } decided && decided.IsPast(starts) ? decided : null
        : Of(@case, @case.OpenedAt).Due is var due && due.IsPast(starts) ? due
        : @case.Limit.Passed.LastOrDefault(passed => passed.IsPast(starts));

    /// <summary>The limit that the meeting misses as it was held, or is planned; <c>null</c> while it isn't called, and in time.</summary>
    public static (Deadline Limit, DateTimeOffset StartsAt)? Missed(Case @case) => @case.Meeting switch
    {
        { Room.Convened: { } convened } when Missed(@case, convened.StartsAt) is { } planned => (planned, convened.StartsAt),
        { Attendance.StartedAt: { } started } when Missed(@case, started) is { } held => (held, started),
        _ => null,
    };

    /// <summary>The same, as long as nobody has said why it is later than that.</summary>
    public static (Deadline Limit, DateTimeOffset StartsAt)? Unexplained(Case @case) =>
        Missed(@case) is { } missed && !(@case.Meeting.Room.Late is { } said && said.HoldBy == missed.Limit.At
            && missed.StartsAt <= said.StartsAt) ? missed : null;

    public static bool IsMovingIn(Case @case) => @case.Circumstances?.Circumstances.Contains(Features.TransferIn) == true;

    /// <summary>From when the conference's days count where a child moves in with a plan and is ours (R4); else <c>null</c>.</summary>
    public static DateOnly? NotifiedOn(Case @case) =>
        IsMovingIn(@case) && @case.TransferIn is { Fact: { Keeps: not YesNo.Yes, NotifiedOn: var on } } ? on : null;

    /// <summary>Until somebody says when the concern and the referral came, the case's own opening stands for both:
    /// earlier is not known, and later would be wrong.</summary>
    private static Referral Referral(Case @case)
    {
        var given = @case.Circumstances;
        return new(given?.ConcernIdentifiedAt ?? @case.OpenedAt, given?.ReferralReceivedAt ?? @case.OpenedAt)
        {
            Urgent = @case.Urgent.Answer switch
            {
                YesNo.Yes => LimitAnswer.Yes,
                YesNo.No => LimitAnswer.No(By(@case, @case.Limit.UrgentBy), Kept(@case.Urgent.Reason)),
                _ => LimitAnswer.Unanswered,
            },
            UrgentParts = @case.Urgent.Which,
            ImmediateAction = given is null ? null : Action(given),
            PenetrativeSexualAbuse = given?.Has(Features.SexualAbuse) ?? false,
            ForensicEvidence = Forensic(@case, given),
            Complex = given?.Has(Features.Complex) ?? false,
            Staff = given?.Has(Features.Staff) ?? false,
            TransferIn = IsMovingIn(@case) && @case.TransferIn?.Fact is { } moving
                ? new(moving.Authority, moving.Keeps is { } keeps ? keeps == YesNo.Yes : null, moving.ConfirmedBy, moving.ConfirmedAt)
                : null,
            ImmediateProtectionNeeded = given switch
            {
                null => null,
                _ when given.Has(Features.ProtectionNeeded) => true,
                _ when given.Has(Features.ProtectionNotNeeded) => false,
                _ => null,
            },
        };
    }

    private static LimitAnswer Forensic(Case @case, CircumstancesGiven? given) => given switch
    {
        null => LimitAnswer.Unanswered,
        _ when given.Has(Features.Forensic) => LimitAnswer.Yes,
        _ when given.Has(Features.ForensicNotNeeded) => LimitAnswer.No(By(@case, @case.Limit.FurtherBy), Kept(given.LimitReason)),
        _ => LimitAnswer.Unanswered,
    };

    private static ImmediateAction? Action(CircumstancesGiven given) =>
        given.Has(Features.PoliceProtection) ? new(ProtectiveAction.PoliceProtection, given.ImmediateActionAt)
        : given.Has(Features.EmergencyOrder) ? new(ProtectiveAction.EmergencyOrder, given.ImmediateActionAt)
        : given.Has(Features.Removal) ? new(ProtectiveAction.Removal, given.ImmediateActionAt)
        : given.Has(Features.OtherAction) || given.Has(Features.EmergencyEnquiry) || given.ImmediateActionAt is not null
            ? new(ProtectiveAction.Other, given.ImmediateActionAt)
        : null;

    // No rule takes a No without a reason: where none is left, its words are sealed or for other readers, and it holds all the same.
    private static string Kept(string reason) => reason.Length > 0 ? reason : "not shown";

    // A No counts only with a name.
    private static string By(Case @case, PersonId? by) =>
        by is { } who && @case.Find(who)?.Name is { Length: > 0 } name ? name : "the convener";
}

/// <summary>Who said what the limit hangs on, and what that did to a limit that had passed.</summary>
internal sealed record LimitSaid
{
    /// <summary>Who answered the first question as it stands.</summary>
    public PersonId? UrgentBy { get; init; }

    /// <summary>Who may read why the first question was answered with No.</summary>
    public Audience UrgentFor { get; init; } = Audience.Professionals;

    /// <summary>Who wrote what has come up, as it stands.</summary>
    public PersonId? WhyBy { get; init; }

    /// <summary>Who wrote why there is reasonable cause, as it stands.</summary>
    public PersonId? CauseBy { get; init; }

    /// <summary>Who answered the further questions as they stand.</summary>
    public PersonId? FurtherBy { get; init; }

    /// <summary>When any of it was last said anew.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Limits that had passed before somebody made them longer, oldest first: they are missed all the same.</summary>
    public ImmutableList<Deadline> Passed { get; init; } = [];

    public static Case After(Case before, Case after, Entry entry)
    {
        var (was, due) = (MeetingDue.Of(before, entry.At).Due, MeetingDue.Of(after, entry.At).Due);
        return after with
        {
            Limit = after.Limit with
            {
                UrgentBy = before.Urgent == after.Urgent ? before.Limit.UrgentBy : entry.By,
                UrgentFor = entry.Fact is UrgencyAnswered ? entry.Fact.Audience : before.Limit.UrgentFor,
                WhyBy = before.Circumstances?.Other == after.Circumstances?.Other ? before.Limit.WhyBy : entry.By,
                CauseBy = before.Circumstances?.Reason == after.Circumstances?.Reason ? before.Limit.CauseBy : entry.By,
                FurtherBy = Further(before) == Further(after) ? before.Limit.FurtherBy : entry.By,
                At = entry.At,
                Passed = was.IsPast(entry.At) && due.At > was.At ? before.Limit.Passed.Add(was) : before.Limit.Passed,
            },
        };
    }

    private static (string Reason, bool NoForensic, bool NoProtection) Further(Case @case) => @case.Circumstances is { } given
        ? (given.LimitReason, given.Has(Features.ForensicNotNeeded), given.Has(Features.ProtectionNotNeeded))
        : ("", false, false);
}

/// <summary>Why a meeting is later than a limit.</summary>
/// <param name="HoldBy">The limit.</param>
/// <param name="StartsAt">The latest start that it was said of.</param>
internal sealed record SaidLate(
    DateTimeOffset HoldBy, DateTimeOffset StartsAt, LateCause? Cause, string Reason, PersonId By, DateTimeOffset At)
{
    /// <summary>Who may read the words; which of the usual reasons it is, everybody may.</summary>
    public Audience Audience { get; init; } = Audience.Professionals;

    public string Said => WordTables.Late(Cause, Reason);

    /// <summary>As one person may read it.</summary>
    public SaidLate For(Participant reader) => Audience.Admits(reader, reader.Is(By)) ? this : this with { Reason = "" };
}
