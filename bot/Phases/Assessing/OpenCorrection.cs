using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Opens one of a person's own entries for correction.</summary>
internal sealed class OpenCorrection(Clerk clerk, Words words) : IVerb<OpenCorrection.Form>
{
    public static string Verb => "assessing/open-entry";

    public sealed record Form(string Case, int Entry = 0);

    public static SubmitAction Button(Case @case) => Actions.Send("Correct the chosen entry", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Contribute, Verb, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        return SharingInformation.Own(view.Case, view.Reader, form.Entry) is { } item
            ? new Reply.Show("Correct an entry", InformationCard.Correction(view, item))
            : new Reply.Say(new EntryGone().Say(words));
    }
}
