using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Draws the form of each part, and answers a saved part with the next one.</summary>
internal sealed class StepForms(Partners partners, Slots slots, Words words, TimeProvider clock)
{
    public async Task<Reply> ShowAsync(CaseView view, Step step, string? saved, CancellationToken cancellationToken)
    {
        var page = new Page(view, words, clock.GetUtcNow(), saved);
        return new Reply.Show(step.Title(), step switch
        {
            Step.Urgent => UrgentCard.ToAnswer(page),
            Step.Why => WhyCard.For(page),
            _ when page.Case.Circumstances is null => WhyCard.For(page),
            Step.Features => FeaturesCard.For(page),
            Step.Limit => LimitCard.For(page),
            Step.Setting => SettingCard.For(page),
            Step.People => PeopleCard.For(page),
            Step.SocialWorker => SocialWorkerCard.For(page),
            Step.Invitees => InviteesCard.For(page, await partners.AskAsync(cancellationToken)),
            _ when page.Case.Meeting.IsConvened => TimeCard.ToMove(page),
            _ => TimeCard.ToConvene(page, await slots.ProposeAsync(view.Case, cancellationToken)),
        });
    }

    /// <summary>The next form under what was saved; once the meeting is called, what was saved and the reader's own parts.</summary>
    /// <param name="besides">What the save asks for elsewhere.</param>
    public async Task<Reply> AfterAsync(CaseView view, Step step, string what, CancellationToken cancellationToken, string? besides = null)
    {
        var saved = $"Saved {words.Time(clock.GetUtcNow())}: {what}{(besides is null ? "" : $" {besides}")}";
        return view.Case.Meeting.IsConvened
            ? new Reply.Saved(view.Case.Id.Value, saved)
            : await ShowAsync(view, step.After(view.Case), saved, cancellationToken);
    }

    /// <summary>The same form with everything typed in it, and why it was not saved.</summary>
    public Reply Again(Refusal why, CaseView? view, string title, Func<Page, AdaptiveCard> form) => why is TooLong
        // Past what its inputs take, so no form could show it again (design §5.8).
        ? new Reply.Say(why.Say(words))
        : FormAgain.Or(why, view, words, title, (seen, notSaved) => form(new Page(seen, words, clock.GetUtcNow(), NotSaved: notSaved)));
}
