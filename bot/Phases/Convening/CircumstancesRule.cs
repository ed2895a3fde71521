namespace StrategyBot.Phases.Convening;

/// <summary>The rules of the circumstances (R1, R2, R17–R24), saved a small form at a time. Pure.</summary>
internal static class CircumstancesRule
{
    private const string TooLateForAnotherWay =
        "The meeting is called already, so its way can't change here. Move it, and tell everybody the new way by telephone.";

    private static CircumstancesGiven Nothing { get; } = new([], "", default, default, null, [], "", MeetingMode.Teams, "");

    /// <summary>The clocks' start comes before what hangs on it.</summary>
    public static Refusal? WhyFirst(Case @case) => @case.Circumstances is null
        ? new CannotBe("Save first why the meeting is called and when the concern and the referral came.")
        : null;

    public static Decision Why(Case @case, WhyPart.Form typed, DateTimeOffset now, Words words)
    {
        // A time that isn't known is asked again; until then it is the earliest that it can have been (P30).
        var concern = AsTyped.Past("the concern was first identified", typed.ConcernOn, Earliest(typed.ConcernOn, typed.ConcernTime),
            ("concernOn", "concernTime"), now, words);
        var referral = AsTyped.Past("the referral came", typed.ReferralOn, Earliest(typed.ReferralOn, typed.ReferralTime),
            ("referralOn", "referralTime"), now, words);
        if (typed.ReferralTime is null && typed.ReferralOn == typed.ConcernOn && referral.At < concern.At)
        {
            referral = concern;
        }
        var asked = @case.Profile.Questions.Circumstances.Select(one => one.Id);
        return (concern.Why, referral.Why) switch
        {
            ({ } one, { } other) => new Several(one, other),
            ({ } one, _) => one,
            (_, { } other) => other,
            _ when referral.At < concern.At =>
                new CannotBe("The referral can't come before the concern was first identified, by anybody. Check both.")
                {
                    Field = "referralOn",
                },
            _ => Record(@case, (@case.Circumstances ?? Nothing) with
            {
                Circumstances = [.. asked.Where((typed.Circumstances ?? []).Contains)],
                ConcernIdentifiedAt = concern.At,
                ReferralReceivedAt = referral.At,
                ConcernToConfirm = typed.ConcernTime is null ? true : null,
                ReferralToConfirm = typed.ReferralTime is null ? true : null,
            }),
        };
    }

    public static Decision Features(Case @case, FeaturesPart.Form typed, Readers? readers = null)
    {
        var given = @case.Circumstances!;
        if (given.Other.Length > 0 && readers?.WhyNot("What you write here", @case.Limit.WhyBy, given.Audience) is { } widens)
        {
            return widens;
        }

        var about = Cases.Features.About.Select(one => one.Id);
        var actions = Cases.Features.Actions.Select(one => one.Id);
        var action = actions.Where(id => id == typed.Action).ToList();
        var isSame = action.All(given.Has) && action.Count > 0;
        var isAgency = Enum.TryParse<Agency>(typed.Referrer, ignoreCase: true, out var agency) && Enum.IsDefined(agency);
        return Record(@case, given with
        {
            Features = [.. about.Where((typed.About ?? []).Contains), .. action, .. given.Features.Except(about).Except(actions)],
            ImmediateActionAt = isSame ? given.ImmediateActionAt : null,
            ActionToConfirm = isSame ? given.ActionToConfirm : action.Contains(Cases.Features.PoliceProtection) ? true : null,
            Referrer = isAgency ? agency : null,
            ReferredPrivately = Choices.Read(WordTables.PrivateReferrer, typed.Referrer),
            Category = typed.Category is { Length: > 0 } category ? category : null,
            Other = AsTyped.Line(typed.Other),
            Audience = readers?.Audience ?? given.Audience,
        });
    }

    /// <summary>When the immediate action was taken, once one is chosen (R21).</summary>
    public static Decision Action(Case @case, ImmediateActionPart.Form typed, DateTimeOffset now, Words words)
    {
        var given = @case.Circumstances!;
        if ((typed.ActionOn, typed.ActionTime) == (null, null))
        {
            // An order may still be sought: then it has no time yet, and the limit runs from the concern.
            return Record(@case, given with
            {
                ImmediateActionAt = null,
                ActionToConfirm = given.Has(Cases.Features.PoliceProtection) ? true : null,
            });
        }

        return AsTyped.Past("immediate action was taken", typed.ActionOn, Earliest(typed.ActionOn, typed.ActionTime),
            ("actionOn", "actionTime"), now, words) switch
        {
            (_, { } why) => why,
            (var at, _) => Record(@case, given with { ImmediateActionAt = at, ActionToConfirm = typed.ActionTime is null ? true : null }),
        };
    }

    public static bool HasAction(CircumstancesGiven? given) => given is not null && Cases.Features.Actions.Any(one => given.Has(one.Id));

    /// <summary>The beginning of the day, where only that is known.</summary>
    private static TimeOnly? Earliest(DateOnly? on, TimeOnly? time) => on is null ? time : time ?? TimeOnly.MinValue;

    /// <summary>A No to the shorter limit counts only with a reason (R20, R22); without an answer the shorter one holds.</summary>
    public static Decision Limit(Case @case, LongerLimitPart.Form typed, Readers? readers = null)
    {
        var (given, reason) = (@case.Circumstances!, AsTyped.Text(typed.Reason));
        string[] answers = [.. LongerLimitPart.Forensic.Values, .. LongerLimitPart.Protection.Values];
        string?[] chosen = [LongerLimitPart.Forensic.Of(typed.Forensic), LongerLimitPart.Protection.Of(typed.Protection)];
        return reason.Length == 0 && (typed.Forensic is YesNo.No || typed.Protection is YesNo.No)
            ? new CannotBe("A No takes the longer limit, so it needs your reason.") { Field = "reason" }
            : given.LimitReason.Length > 0
                && readers?.WhyNot("That reason", @case.Limit.FurtherBy, given.LimitAudience) is { } widens ? widens
            : Record(@case, given with
            {
                Features = [.. given.Features.Except(answers), .. chosen.OfType<string>()],
                LimitReason = reason,
                LimitFor = For(readers, given.LimitReason == reason, given.LimitFor, given.LimitAudience),
            });
    }

    public static Decision Setting(Case @case, SettingPart.Form typed, Readers? readers = null)
    {
        var given = @case.Circumstances!;
        return @case.Meeting.IsConvened && typed.Mode is { } other && other != given.Mode
            ? new CannotBe(TooLateForAnotherWay) { Field = "mode" }
            : given.Reason.Length > 0
                && readers?.WhyNot("Why there is cause", @case.Limit.CauseBy, given.CauseAudience) is { } widens ? widens
            : Record(@case, given with
            {
                Area = AsTyped.Line(typed.Area),
                Authority = typed.Elsewhere ? given.Authority : null,
                Features =
                [
                    .. given.Features.Where(feature => feature != Cases.Features.AnotherAuthority),
                    .. typed.Elsewhere ? (IReadOnlyList<string>)[Cases.Features.AnotherAuthority] : [],
                ],
                Mode = typed.Mode ?? given.Mode,
                Reason = AsTyped.Text(typed.Reason),
                CauseFor = For(readers, given.Reason == AsTyped.Text(typed.Reason), given.CauseFor, given.CauseAudience),
            });
    }

    /// <summary>What was written before it had a marking of its own goes on without one as long as nobody gives it another.</summary>
    private static Audience? For(Readers? readers, bool isSame, Audience? own, Audience stands) =>
        readers is null || (isSame && readers.Audience == stands) ? own : readers.Audience;

    /// <summary>Which authority's area it is; not known is no refusal (P30).</summary>
    public static Decision Authority(Case @case, string? typed) => Record(@case, @case.Circumstances! with
    {
        Authority = AsTyped.Line(typed) is { Length: > 0 } authority ? authority : null,
    });

    private static Decision Record(Case @case, CircumstancesGiven given) => given == @case.Circumstances ? Decision.Already : given;
}
