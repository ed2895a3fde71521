using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Takes the chair's edit of a paragraph back: the record's own words stand again.</summary>
internal sealed class RestoreParagraph(Clerk clerk, Words words) : IVerb<RestoreParagraph.Form>
{
    public static string Verb => "minuting/restore";

    public sealed record Form(string Case, string Paragraph);

    public static SubmitAction Button(Case @case, MinutesParagraph paragraph) =>
        Actions.Send("Use the record's words again", Verb, new Form(@case.Id.Value, paragraph.Id)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => EditingMinutes.Restore(@case, form.Paragraph), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => EditCard.Find(view!, form.Paragraph) is { } paragraph ? new Reply.Show(paragraph.Section, EditCard.For(view!, paragraph, 0)) : new Reply.Say(new ParagraphGone().Say(words)),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
