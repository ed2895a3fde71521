using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>How the parts of a case follow one another for one person; the hub answers it from the phases' lists.</summary>
internal interface IMeetingOrder
{
    /// <summary>What a person sees after a save that opens nothing else: what was saved, and their own part, drawn from the case
    /// as it was read for the save.</summary>
    Reply OwnPart(CaseView view, Reply.Saved saved, Turn turn);

    /// <summary>Where a part stands among the reader's.</summary>
    /// <param name="part">What opens it.</param>
    MeetingPlace Of(CaseView view, PartButton part);
}

/// <summary>A part's place in the order of the meeting, for one reader.</summary>
/// <param name="Next">What waits for them behind it; <c>null</c> where it stands in no list of theirs, or nothing waits.</param>
/// <param name="ToSay">What the chair may say there (P24); nothing for anybody else.</param>
internal sealed record MeetingPlace(PartButton? Next, IReadOnlyList<CardElement> ToSay);
