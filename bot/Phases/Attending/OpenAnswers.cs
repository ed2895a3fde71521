using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Shows the chair and the social worker who comes, and whom to ring.</summary>
internal sealed class OpenAnswers(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenAnswers.Form>
{
    public static string Verb => "attending/answers";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Who is coming", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Arrange, Verb, cancellationToken) is { } view
            ? new Reply.Show("Who is coming", AnswersCard.For(view, words, clock.GetUtcNow()))
            : new Reply.Say(new NoSuchCase().Say(words));
}
