using System.Text.Json;
using StrategyBot.Documents;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Minuting;

/// <summary>The rules of approving the minutes (R88, R89). Pure.</summary>
internal static class ApprovalRule
{
    // Far enough below 60 KB for the envelope's sake; measured with every character that JSON may escape escaped.
    private const int MostBytes = 50_000;

    public static Decision Approve(
        Case @case, Participant by, ApprovalPart.Form typed, DateTimeOffset now, Readers? readers = null)
    {
        var audience = readers?.Audience ?? Audience.Professionals;
        var minutes = @case.Meeting.Minutes;
        if (MinutesClock.Of(@case, @case.Meeting) is not { } limits)
        {
            return new NoDraftYet();
        }

        if (!DelegateRule.MayApprove(@case, by, @case.Clocks.Words.LocalDate(now)))
        {
            return new NotYourPart();
        }

        if (minutes.Version > typed.Upon)
        {
            return typed.Seen == MinutesDigest.Standing(minutes) || typed.Seen == MinutesDigest.Of(AsSeen(minutes))
                ? Decision.Already
                : new DraftChanged();
        }

        var draft = MinutesDraft.Of(@case);
        var digest = MinutesDigest.Of(draft);
        var (reason, late) = ((typed.Reason ?? "").Trim(), (typed.Late ?? "").Trim());
        return digest switch
        {
            _ when digest != typed.Seen => new DraftChanged(),
            _ when digest == MinutesDigest.Standing(minutes) => new NothingToAmend(minutes.Version),
            _ when minutes.Version > 0 && reason.Length == 0 => new AmendmentWithoutReason(minutes.Version + 1) { Field = "reason" },
            _ when IsLate(@case, limits, now) && late.Length == 0 => new LateWithoutReason(limits.Approve) { Field = "late" },
            _ when Math.Max(reason.Length, late.Length) > FormCard.LongText => new TooLong(FormCard.LongText),
            _ when IsLate(@case, limits, now) =>
                Freeze(@case, by, WithReason(draft, [.. GivenReasons.Approved(by, now, late, audience)]), reason, late, audience),
            _ => Freeze(@case, by, draft, reason, null, audience),
        };
    }

    /// <summary>The version itself says why it is late: typed beside it, and approved with it.</summary>
    private static IReadOnlyList<MinutesParagraph> WithReason(
        IReadOnlyList<MinutesParagraph> draft, IReadOnlyList<MinutesParagraph> late)
    {
        var last = draft.ToList().FindLastIndex(paragraph => paragraph.Section == late[0].Section);
        return last < 0 ? [.. draft, .. late] : [.. draft.Take(last + 1), .. late, .. draft.Skip(last + 1)];
    }

    /// <summary>The version that stands, as its draft was.</summary>
    private static IEnumerable<MinutesParagraph> AsSeen(Minutes minutes) =>
        minutes.Of(minutes.Version).Where(paragraph => !paragraph.Id.StartsWith(GivenReasons.ApprovedLate, StringComparison.Ordinal));

    /// <summary>Whether a reason is still asked for: the first version is late, and none stands.</summary>
    private static bool IsLate(Case @case, MinutesLimits limits, DateTimeOffset now) =>
        @case.Meeting.Minutes is { Version: 0, LateReason: "" } && limits.Approve.IsPast(now);

    private static Decision Freeze(
        Case @case, Participant by, IReadOnlyList<MinutesParagraph> draft, string reason, string? late, Audience audience)
    {
        var version = @case.Meeting.Minutes.Version + 1;
        var before = @case.Meeting.Minutes.Versions.Where(one => one.Key < version).Select(one => one.Value);
        var frozen = Runs(MinutesNumbers.Kept(before, draft))
            .Select((run, index) => (Fact)new MinutesFrozen(version, index, run.ToValueList()) { Meeting = @case.Meeting.Id }).ToList();
        // However long: they may be written in several appends, and are the version only with its approval.
        return Decision.Of(
        [
            .. frozen,
            .. late is null ? (IReadOnlyList<Fact>)[]
                : [new LatenessExplained(late) { Meeting = @case.Meeting.Id, Audience = audience }],
            new MinutesApproved(version, MinutesDigest.Of(draft), reason)
            {
                Meeting = @case.Meeting.Id,
                Audience = version > 1 ? audience : Audience.Professionals,
                For = by.Id == @case.Meeting.Chair ? null : @case.Meeting.Chair,
            },
        ]);
    }

    private static IEnumerable<IReadOnlyList<MinutesParagraph>> Runs(IReadOnlyList<MinutesParagraph> draft)
    {
        var (run, used) = (new List<MinutesParagraph>(), 0);
        foreach (var paragraph in draft)
        {
            var size = JsonSerializer.SerializeToUtf8Bytes(paragraph).Length;
            if (run.Count > 0 && used + size > MostBytes)
            {
                yield return run;
                (run, used) = ([], 0);
            }

            run.Add(paragraph);
            used += size;
        }

        yield return run;
    }
}

/// <summary>Somebody wrote after the chair looked; what was not seen is not approved (R89).</summary>
internal sealed record DraftChanged : Refusal
{
    public override string Say(Words words) =>
        "The draft changed after you opened it, so nothing was approved. Look at it again, then approve.";
}

/// <param name="Version">Which stands.</param>
internal sealed record NothingToAmend(int Version) : Refusal
{
    public override string Say(Words words) =>
        $"Nothing has changed since version {Version}. Edit a paragraph first, then approve the new version.";
}

/// <param name="Version">Which would be made.</param>
internal sealed record AmendmentWithoutReason(int Version) : Refusal
{
    public override string Say(Words words) => $"Say why there is a version {Version}: everybody who has the version before is told.";
}

/// <param name="Limit">Which has passed.</param>
internal sealed record LateWithoutReason(Deadline Limit) : Refusal
{
    public override string Say(Words words) => $"The minutes were due by {Limit.SayRule(words)}. Say why they are late.";
}
