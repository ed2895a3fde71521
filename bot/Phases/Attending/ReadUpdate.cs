using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Shows what somebody wrote who isn't there, when it is their agency's turn (R14).</summary>
internal sealed class ReadUpdate(Clerk clerk, Words words) : IVerb<ReadUpdate.Form>
{
    public static string Verb => "attending/read-update";

    public sealed record Form(string Case, string Participant);

    public static PartButton Button(Case @case, Participant author) => new($"Written update: {author.Agency.Name()}", Verb, new Form(@case.Id.Value, author.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadContent, Verb, cancellationToken) is { } view
        && view.Case.Find(new ParticipantId(form.Participant)) is { } author
            ? new Reply.Show("Written update", FormCard.Of("Written update", null,
                [new PlainText(author.Described) { Weight = TextWeight.Bolder }, .. UpdateEcho.For(view, author)]))
            : new Reply.Say(new NoSuchCase().Say(words));
}
