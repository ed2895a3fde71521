using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.Attending;

/// <summary>Answers to the invitation in words.</summary>
internal static class RsvpWords
{
    public static string Say(Rsvp? answer) => answer switch
    {
        Rsvp.Coming => "Coming",
        Rsvp.SendingDeputy => "Sending a deputy",
        Rsvp.WrittenUpdate => "Written update instead",
        Rsvp.CannotCome => "Cannot come",
        _ => "No answer yet",
    };

    /// <summary>With what was ticked beside it, and how it came to be known where that was not the form.</summary>
    public static string Say(InvitationAnswered? answer) => answer is null ? Say((Rsvp?)null) : string.Join(" · ", new[]
    {
        Say(answer.Answer),
        answer.Via switch { Via.Outlook => "by calendar", Via.Telephone => "by telephone", _ => "" },
        answer.RecordsChecked ? "records checked" : "",
        answer.CanDecide ? "can decide" : "",
        answer.LinkWorks ? "link works" : "",
        answer.Handover ? "handover given" : "",
    }.Where(part => part.Length > 0));
}
