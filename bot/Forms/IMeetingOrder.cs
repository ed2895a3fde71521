using System.Text.Json.Nodes;
using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>How the parts of a case follow one another for one person; the hub answers it from the phases' lists.</summary>
internal interface IMeetingOrder
{
    /// <summary>What a person sees after a save that opens nothing else: what was saved, and their own part, drawn from the case
    /// as it was read for the save.</summary>
    Reply OwnPart(CaseView view, Reply.Saved saved, Turn turn);

    /// <summary>What waits for the reader behind a part; <c>null</c> where it stands in no list of theirs, or nothing waits.</summary>
    /// <param name="opened">The verb that opens the part.</param>
    /// <param name="asked">What it was opened with.</param>
    PartButton? After(CaseView view, string opened, JsonObject asked);

    /// <summary>What the chair may say where a part is asked (P24); nothing for anybody else.</summary>
    IReadOnlyList<CardElement> ToSay(CaseView view, string opened, JsonObject asked);
}
