using StrategyBot.Rules;

namespace StrategyBot.Phases.Assessing;

/// <summary>What the chair confirms of the others' answers (P21): decisions of the meeting only, and never a gap. Pure.</summary>
internal static class AnsweredRule
{
    /// <summary>The one answer that stands under each heading, where another than the chair gave it.</summary>
    public static IReadOnlyList<(Heading Heading, GivenAnswer Given)> Of(Case @case, Participant reader, WhoFills whose) =>
    [
        .. from heading in Headings.All
           where heading.IsConfirmed && heading.WhoFills == whose
           let standing = @case.Meeting.Assessment.Of(heading.Id).Standing
           where standing.Count == 1 && !@case.Chair.Is(standing[0].By) && HeadingsRule.MayRead(reader, standing[0])
           select (heading, standing[0]),
    ];

    /// <summary>Those that aren't confirmed as they stand.</summary>
    public static int Open(Case @case, Participant reader, WhoFills whose) =>
        Of(@case, reader, whose).Count(one => !@case.Meeting.Assessment.Confirmed.ContainsKey(one.Given.Seq));

    /// <param name="shown">The versions that the page showed.</param>
    public static Decision Confirm(Case @case, Participant chair, WhoFills whose, IReadOnlyList<int> shown)
    {
        var standing = Of(@case, chair, whose).Select(one => one.Given.Seq).ToList();
        return shown.Except(standing).Any() ? new AnswerGone()
            : shown.All(@case.Meeting.Assessment.Confirmed.ContainsKey) ? Decision.Already
            : new AnswersConfirmed(WordTables.ValueOf(whose), shown.Order().ToValueList()) { Meeting = @case.Meeting.Id };
    }
}
