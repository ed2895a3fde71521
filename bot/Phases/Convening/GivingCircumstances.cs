using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Why the meeting is called and since when the clocks run.</summary>
internal sealed record TypedWhy(IReadOnlyList<string> Circumstances, string? Other, DateOnly? ConcernOn, TimeOnly? ConcernTime, DateOnly? ReferralOn, TimeOnly? ReferralTime);

/// <summary>What changes the limit.</summary>
/// <param name="Action">What was done at once; empty for nothing.</param>
internal sealed record TypedFeatures(IReadOnlyList<string> About, string? Action, DateOnly? ActionOn, TimeOnly? ActionTime);

/// <summary>The answers on which a longer limit hangs.</summary>
internal sealed record TypedLimit(YesNo? Forensic, YesNo? Protection, string? Reason);

/// <summary>Where, how, and why there is cause to meet.</summary>
internal sealed record TypedSetting(string? Area, MeetingMode? Mode, Agency? Referrer, string? Reason);

/// <summary>The rules of the circumstances (R1, R2, R17–R24), saved a small form at a time. Pure.</summary>
internal static class GivingCircumstances
{
    public static Decision SayWhy(Case @case, TypedWhy typed, DateTimeOffset now, Words words)
    {
        var circumstances = @case.Profile.Questions.Circumstances.Select(one => one.Id).Where(typed.Circumstances.Contains).ToValueList();
        var other = Lines.Line(typed.Other);
        if (Lines.TooLong(FormCard.Line, other) is { } tooLong)
        {
            return tooLong;
        }

        var given = (@case.Circumstances ?? Nothing) with { Circumstances = circumstances, Other = other };
        return Lines.Past("the concern was first identified", typed.ConcernOn, typed.ConcernTime, now, words).Match(
            concern => Lines.Past("the referral came", typed.ReferralOn, typed.ReferralTime, now, words).Match(
                referral => referral < concern
                    ? new CannotBe("The referral can't come before the concern was first identified, by anybody. Check both.")
                    : Record(@case, given with { ConcernIdentifiedAt = concern, ReferralReceivedAt = referral }),
                sentence => new CannotBe(sentence)),
            sentence => new CannotBe(sentence));
    }

    public static Decision SayFeatures(Case @case, TypedFeatures typed, DateTimeOffset now, Words words)
    {
        if (@case.Circumstances is not { } given)
        {
            return new WhyFirst();
        }

        var about = Features.About.Select(one => one.Id).Where(typed.About.Contains);
        var action = Features.Actions.Select(one => one.Id).Where(id => id == typed.Action).ToList();
        var kept = given.Features.Where(id => Features.About.All(one => one.Id != id) && Features.Actions.All(one => one.Id != id));
        var next = given with { Features = [.. about, .. action, .. kept], ImmediateActionAt = null };
        // An order may still be sought: then it has no time yet, and the limit runs from the concern.
        return (typed.ActionOn, typed.ActionTime) == (null, null)
            ? Record(@case, next)
            : action.Count == 0 ? new CannotBe("You gave a time for an immediate action. Choose what was done, or take the time away.")
            : Lines.Past("immediate action was taken", typed.ActionOn, typed.ActionTime, now, words)
                .Match(at => Record(@case, next with { ImmediateActionAt = at }), sentence => new CannotBe(sentence));
    }

    /// <summary>A No to the shorter limit counts only with a reason (R20, R22); without an answer the shorter one holds.</summary>
    public static Decision SayLimit(Case @case, TypedLimit typed)
    {
        if (@case.Circumstances is not { } given)
        {
            return new WhyFirst();
        }

        var reason = Lines.Text(typed.Reason);
        string[] answers = [Features.Forensic, Features.ForensicNotNeeded, Features.ProtectionNeeded, Features.ProtectionNotNeeded];
        string?[] chosen =
        [
            Chosen(typed.Forensic, Features.Forensic, Features.ForensicNotNeeded),
            Chosen(typed.Protection, Features.ProtectionNeeded, Features.ProtectionNotNeeded),
        ];
        return reason.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : reason.Length == 0 && (typed.Forensic is YesNo.No || typed.Protection is YesNo.No) ? new CannotBe("A No takes the longer limit, so it needs your reason.")
            : Record(@case, given with { Features = [.. given.Features.Except(answers), .. chosen.OfType<string>()], LimitReason = reason });
    }

    public static Decision SaySetting(Case @case, TypedSetting typed)
    {
        if (@case.Circumstances is not { } given)
        {
            return new WhyFirst();
        }

        var (area, reason) = (Lines.Line(typed.Area), Lines.Text(typed.Reason));
        return (Lines.TooLong(FormCard.Line, area) ?? Lines.TooLong(FormCard.LongText, reason)) is { } tooLong ? tooLong
            : @case.Meeting.IsConvened && typed.Mode is { } other && other != given.Mode ? new CannotBe("The meeting is called already, so its way can't change here. Move it, and tell everybody the new way by telephone.")
            : Record(@case, given with { Area = area, Mode = typed.Mode ?? given.Mode, Referrer = typed.Referrer, Reason = reason });
    }

    private static CircumstancesGiven Nothing { get; } = new([], "", default, default, null, [], "", MeetingMode.Teams, "");

    private static Decision Record(Case @case, CircumstancesGiven given) => given == @case.Circumstances ? Decision.Already : given;

    private static string? Chosen(YesNo? answer, string yes, string no) => answer switch { YesNo.Yes => yes, YesNo.No => no, _ => null };
}

/// <summary>The clocks' start comes before what hangs on it.</summary>
internal sealed record WhyFirst : Refusal
{
    public override string Say(Words words) => "Save first why the meeting is called and when the concern and the referral came.";
}
