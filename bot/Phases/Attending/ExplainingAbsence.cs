using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Attending;

/// <summary>The rules of a missing core agency: ring it (P12), and say why it is missing (R8). Never a hard stop.</summary>
public static class ExplainingAbsence
{
    // The same call twice within this is one call, saved twice.
    private static readonly TimeSpan OneCall = TimeSpan.FromMinutes(1);

    private static readonly string[] Outcomes = ["coming", "no-answer", "left-message"];

    /// <param name="whom">The participant who was rung, or <c>null</c> for the duty desk of <paramref name="agency"/>.</param>
    public static Decision Rang(Case @case, Agency agency, Participant? whom, string? outcome, DateTimeOffset now)
    {
        if (outcome is null || !Outcomes.Contains(outcome))
        {
            return new CannotBe("Choose what came of the call.");
        }

        var call = new DutyDeskRung(agency, outcome, whom?.Id) { Meeting = @case.Meeting.Id };
        if (@case.Meeting.Attendance.Calls.Any(before => before.Call == call && now - before.At < OneCall))
        {
            return Decision.Already;
        }

        return whom is not null && outcome == "coming"
            ? Decision.Of(call, new InvitationAnswered(whom.Id, Rsvp.Coming, false, false, "", false, false, Via.Telephone) { Meeting = @case.Meeting.Id, OnBehalfOf = whom.Id })
            : call;
    }

    /// <summary>Saves as far as it is filled in; the gap stays open until all three are there.</summary>
    public static Decision Explain(Case @case, Agency agency, string reason, string whoWasTried, string informationFrom)
    {
        string[] texts = [reason.Trim(), whoWasTried.Trim(), informationFrom.Trim()];
        var fact = new QuorumGapExplained(agency, texts[0], texts[1], texts[2]) { Meeting = @case.Meeting.Id };
        return !Quorum.Core(@case).Contains(agency) ? new CannotBe("That agency need not be there, so nothing has to be explained.")
            : texts.Any(text => text.Length > FormCard.LongText) ? new TooLong(FormCard.LongText)
            : texts.All(text => text.Length == 0) ? new CannotBe("Nothing is filled in, so there is nothing to save yet.")
            : fact == @case.Meeting.Attendance.ExplainedGaps.GetValueOrDefault(agency) ? Decision.Already
            : fact;
    }

    /// <summary>Core agencies that are not there and not fully explained.</summary>
    public static IReadOnlyList<Agency> Open(Case @case) =>
        [.. Quorum.Core(@case).Except(Quorum.Covered(@case)).Where(agency => !IsWhole(@case.Meeting.Attendance.ExplainedGaps.GetValueOrDefault(agency)))];

    private static bool IsWhole(QuorumGapExplained? gap) => gap is { Reason.Length: > 0, WhoWasTried.Length: > 0, InformationFrom.Length: > 0 };
}
