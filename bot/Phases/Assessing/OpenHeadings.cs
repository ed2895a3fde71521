using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Opens the form of one block of headings.</summary>
internal sealed class OpenHeadings(Clerk clerk, Words words) : IVerb<OpenHeadings.Form>
{
    public static string Verb => "assessing/headings";

    public sealed record Form(string Case, string Block);

    public static PartButton Button(Case @case, HeadingBlock block) => new(block.Title, Verb, new Form(@case.Id.Value, block.Id));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        Headings.FindBlock(form.Block) is { } block
        && await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, $"{Verb}/{block.Id}", cancellationToken) is { } view
            ? new Reply.Show(block.Title, HeadingsCard.For(view, block, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
