using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Opens <em>Child is safe – confirmed by</em> (P4).</summary>
internal sealed class OpenConfirmation(Clerk clerk, Words words) : IVerb<OpenConfirmation.Form>
{
    public static string Verb => "safeguarding/open-confirmation";

    public sealed record Form(string Case, string? Child = null);

    public static PartButton Button(Case @case, Child? child = null) => new("Child is safe – confirmed by", Verb, new Form(@case.Id.Value, child?.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is { } view
            ? new Reply.Show("Child is safe", ConfirmationCard.For(view, new(form.Case, form.Child ?? First(view.Case)), words))
            : new Reply.Say(new NoSuchCase().Say(words));

    private static string? First(Case @case) => @case.Children.Count(child => !@case.Meeting.Safety.Confirmed.ContainsKey(child.Id)) == @case.Children.Count
        ? null
        : @case.Children.FirstOrDefault(child => !@case.Meeting.Safety.Confirmed.ContainsKey(child.Id))?.Id.Value;
}
