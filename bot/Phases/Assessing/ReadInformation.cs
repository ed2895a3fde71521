using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Assessing;

/// <summary>Shows what the agencies wrote, as the markings let this person read it; each opening is logged.</summary>
internal sealed class ReadInformation(Clerk clerk, Words words) : IVerb<ReadInformation.Form>
{
    public static string Verb => "assessing/read-information";

    public sealed record Form(string Case, int Page = 0);

    public static PartButton Button(Case @case) => new("What everyone knows", Verb, new Form(@case.Id.Value));

    public static SubmitAction Send(string title, Case @case, int page = 0) =>
        Actions.Send(title, Verb, new Form(@case.Id.Value, page)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadContent, Verb, cancellationToken) is { } view
            ? new Reply.Show("What everyone knows", InformationList.For(view, form.Page, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
