using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens the form that says why a core agency is missing (R8).</summary>
internal sealed class OpenAbsence(Clerk clerk, Words words) : IVerb<OpenAbsence.Form>
{
    public static string Verb => "attending/missing-agency";

    public sealed record Form(string Case, Agency Agency);

    public static PartButton Button(Case @case, Agency agency) => new($"Why is {agency.Name()} missing?", Verb, new Form(@case.Id.Value, agency));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, Verb, cancellationToken) is { } view
            ? new Reply.Show("Missing agency", AbsenceCard.For(view, form.Agency, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
