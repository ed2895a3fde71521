using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Attending;

/// <summary>The rule of the read-back before the end (P15). Answering again replaces.</summary>
public static class ReadingBack
{
    public static Decision Answer(Case @case, Participant me, bool agreed, string objection)
    {
        var words = agreed ? "" : objection.Trim();
        var fact = new ReadBackAnswered(me.Id, agreed, words) { Meeting = @case.Meeting.Id };
        return @case.Meeting.Attendance.StartedAt is null ? new NotStarted()
            : words.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : !agreed && words.Length == 0 ? new CannotBe("Say in a few words what is not as you said it, so that the chair can put it right.")
            : fact == @case.Meeting.Attendance.ReadBack.GetValueOrDefault(me.Id) ? Decision.Already
            : fact;
    }
}
