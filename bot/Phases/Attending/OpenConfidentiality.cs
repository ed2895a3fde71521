using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Shows the line that the chair reads out at the start.</summary>
internal sealed class OpenConfidentiality(Clerk clerk, Words words) : IVerb<OpenConfidentiality.Form>
{
    public static string Verb => "attending/confidentiality";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Confidentiality line", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, null, cancellationToken) is { } view
            ? new Reply.Show("Confidentiality line", Card(view.Case))
            : new Reply.Say(new NoSuchCase().Say(words));

    internal static AdaptiveCard Card(Case @case) => FormCard.Of(
        "Read this out",
        null,
        [new TextBlock(CardText.Plain(@case.Profile.Labels.Confidentiality.Text)) { Size = TextSize.Medium }],
        NoteConfidentialityRead.Button(@case));
}
