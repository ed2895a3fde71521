namespace StrategyBot.Phases.Answering;

/// <summary>The rules of a missing core agency: say why it is missing (R8). Never a hard stop. Pure.</summary>
internal static class MissingAgencyRule
{
    public static Refusal? NotCore(Case @case, Agency? agency) => agency is { } of
        && Quorum.Core(@case).Concat(Quorum.Expected(@case)).Contains(of)
        ? null
        : new CannotBe("That agency need not be there, so nothing has to be explained.");

    /// <summary>Saves as far as it is filled in; the gap stays open until all three are there.</summary>
    public static Decision Explain(Case @case, Agency? agency, string reason, string whoWasTried, string informationFrom,
        Readers? readers = null)
    {
        string[] texts = [reason.Trim(), whoWasTried.Trim(), informationFrom.Trim()];
        if (NotCore(@case, agency) is { } refused)
        {
            return refused;
        }

        var stands = @case.Meeting.Attendance.ExplainedGaps.GetValueOrDefault(agency!.Value);
        var fact = new QuorumGapExplained(agency.Value, texts[0], texts[1], texts[2])
        {
            Meeting = @case.Meeting.Id,
            Audience = readers?.Audience ?? stands?.Fact.Audience ?? Audience.Professionals,
        };
        return texts.Any(text => text.Length > FormCard.LongText) ? new TooLong(FormCard.LongText)
            : texts.All(text => text.Length == 0) ? new CannotBe("Nothing is filled in, so there is nothing to save yet.")
            : readers?.WhyNot("Why it is missing", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : fact == stands?.Fact ? Decision.Already
            : fact;
    }

    /// <summary>Agencies that are not there and whose absence needs a reason.</summary>
    public static IReadOnlyList<Agency> Absent(Case @case) =>
        [.. Quorum.Core(@case).Except(Quorum.Covered(@case)), .. Quorum.NotHere(@case)];

    /// <summary>Those of them that are not fully explained.</summary>
    public static IReadOnlyList<Agency> Open(Case @case) => [.. Absent(@case).Where(agency => !IsExplained(@case, agency))];

    /// <summary>Of an agency that is only expected the reason is enough.</summary>
    private static bool IsExplained(Case @case, Agency agency) =>
        @case.Meeting.Attendance.ExplainedGaps.TryGetValue(agency, out var gap)
        && gap.Fact.Reason.Length > 0
        && (gap.Fact is { WhoWasTried.Length: > 0, InformationFrom.Length: > 0 } || Quorum.Expected(@case).Contains(agency));
}
