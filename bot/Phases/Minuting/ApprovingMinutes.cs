using System.Text.Json;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>What the chair sent with <em>Approve</em>.</summary>
/// <param name="Upon">The version that stood when the chair looked; 0 before the first.</param>
/// <param name="Seen">The digest of the draft that the chair looked at: only what was seen is approved.</param>
/// <param name="Reason">Why there is a version after the first.</param>
/// <param name="Late">Why it is later than the limit.</param>
internal sealed record Approval(int Upon, string Seen, string Reason, string Late);

/// <summary>The rules of approving the minutes (R88, R89). Pure.</summary>
internal static class ApprovingMinutes
{
    // Far enough below 60 KB for the envelope's sake; measured with every character that JSON may escape escaped.
    private const int MostBytes = 50_000;

    // Fewer than a decision's hundred facts, with the approval and the reason beside them.
    private const int MostFacts = 95;

    public static Decision Approve(Case @case, Approval approval, DateTimeOffset now)
    {
        var minutes = @case.Meeting.Minutes;
        if (MinutesClock.Of(@case, @case.Meeting) is not { } limits)
        {
            return new NoDraftYet();
        }

        if (minutes.Version > approval.Upon)
        {
            return minutes.Approved!.Fact.Digest == approval.Seen ? Decision.Already : new DraftChanged();
        }

        var draft = MinutesDraft.Of(@case);
        var digest = MinutesDigest.Of(draft);
        return digest switch
        {
            _ when digest != approval.Seen => new DraftChanged(),
            _ when digest == minutes.Approved?.Fact.Digest => new NothingToAmend(minutes.Version),
            _ when minutes.Version > 0 && approval.Reason.Length == 0 => new AmendmentWithoutReason(minutes.Version + 1),
            _ when IsLate(@case, limits, now) && approval.Late.Length == 0 => new LateWithoutReason(limits.Approve),
            _ when Math.Max(approval.Reason.Length, approval.Late.Length) > FormCard.LongText => new TooLong(FormCard.LongText),
            _ => Freeze(@case, draft, digest, approval, IsLate(@case, limits, now)),
        };
    }

    /// <summary>Whether a reason is still asked for: the first version is late, and none stands.</summary>
    public static bool IsLate(Case @case, MinutesLimits limits, DateTimeOffset now) =>
        @case.Meeting.Minutes is { Version: 0, LateReason: "" } && limits.Approve.IsPast(now);

    private static Decision Freeze(Case @case, IReadOnlyList<MinutesParagraph> draft, string digest, Approval approval, bool late)
    {
        var version = @case.Meeting.Minutes.Version + 1;
        var frozen = Runs(draft).Select((run, index) => (Fact)new MinutesFrozen(version, index, run.ToValueList()) { Meeting = @case.Meeting.Id }).ToList();
        return frozen.Count > MostFacts
            ? new CannotBe("These minutes are longer than one approval can hold. Shorten the longest paragraphs and approve again; nothing was approved.")
            : Decision.Of(
            [
                .. late ? (IReadOnlyList<Fact>)[new LatenessExplained(approval.Late) { Meeting = @case.Meeting.Id }] : [],
                .. frozen,
                new MinutesApproved(version, digest, approval.Reason) { Meeting = @case.Meeting.Id },
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
public sealed record DraftChanged : Refusal
{
    public override string Say(Words words) => "The draft changed after you opened it, so nothing was approved. Look at it again, then approve.";
}

/// <param name="Version">Which stands.</param>
public sealed record NothingToAmend(int Version) : Refusal
{
    public override string Say(Words words) => $"Nothing has changed since version {Version}. Edit a paragraph first, then approve the new version.";
}

/// <param name="Version">Which would be made.</param>
public sealed record AmendmentWithoutReason(int Version) : Refusal
{
    public override string Say(Words words) => $"Say why there is a version {Version}: everybody who has the version before is told.";
}

/// <param name="Limit">Which has passed.</param>
public sealed record LateWithoutReason(Deadline Limit) : Refusal
{
    public override string Say(Words words) => $"The minutes were due by {Limit.Say(words)}. Say why they are late.";
}
