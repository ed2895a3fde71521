using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Forms;

/// <summary>A refusal that has a form shows it again with everything typed in it; somebody whose form it isn't gets the sentence only.</summary>
public static class FormAgain
{
    /// <param name="form">Draws the form for the reader, with why it was not saved.</param>
    public static Reply Or(Refusal why, CaseView? view, Words words, string title, Func<CaseView, string, AdaptiveCard> form) =>
        view is null || why is NotYourPart or NoSuchCase ? new Reply.Say(why.Say(words)) : new Reply.Show(title, form(view, why.Say(words)));
}
