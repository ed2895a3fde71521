using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>What a person sees after a save that opens nothing else: what was saved, and their own part;
/// the hub draws it from the case as it was read for the save.</summary>
internal delegate Reply OwnPart(CaseView view, Reply.Saved saved, Turn turn);
