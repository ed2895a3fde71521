using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Saves the form of one block of headings.</summary>
internal sealed class SaveHeadings(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveHeadings.Form>
{
    public static string Verb => "assessing/save-headings";

    /// <param name="Seen">The version of the case that the form was opened upon.</param>
    public sealed record Form(
        string Case, string Block, int Seen, IReadOnlyList<string>? Ticks0 = null, string? Text0 = null, IReadOnlyList<string>? Ticks1 = null, string? Text1 = null, string? Marking = null, bool Family = false)
    {
        public string? TicksOf(int index) => (index == 0 ? Ticks0 : Ticks1) is { } ticks ? string.Join(',', ticks) : null;

        public string? TextOf(int index) => index == 0 ? Text0 : Text1;

        public IReadOnlyList<TypedAnswer> Answers(HeadingBlock block) =>
            [.. block.Headings.Select((heading, index) => new TypedAnswer(heading.Id, (index == 0 ? Ticks0 : Ticks1) ?? [], TextOf(index) ?? ""))];
    }

    public static SubmitAction Button(CaseView view, HeadingBlock block) =>
        Actions.Send("Save", Verb, new { Case = view.Case.Id.Value, Block = block.Id, Seen = view.Whole.Version });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (Headings.FindBlock(form.Block) is not { } block)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source,
            (@case, me) => AnsweringHeadings.Save(@case, me, form.Answers(block), form.Seen, MarkingInput.Read(form.Marking, form.Family, me.Agency)), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: {block.Title}", HeadingsEcho.For(view!, block, form.Answers(block), words)),
            refused: why => view is null ? new Reply.Say(why.Say(words)) : new Reply.Show(block.Title, HeadingsCard.For(view, block, words, form, why.Say(words))));
    }
}
