using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Assessing;

/// <summary>Adds to what an agency knows.</summary>
internal sealed class SaveInformation(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveInformation.Form>
{
    public static string Verb => "assessing/save-information";

    public sealed record Form(string Case, string? For = null, string? Text = null, string? Marking = null, bool Family = false);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Contribute, turn.Source, (@case, me) => Decide(@case, me, form), cancellationToken);
        return decision.Match<Reply>(
            accepted: facts => InformationEcho.Saved(view!, PersonChoice.Read(view!.Case, view.Reader, form.For)!, facts, words, clock.GetUtcNow()),
            refused: why => view is null || why is NotYourPart
                ? new Reply.Say(why.Say(words))
                : new Reply.Show("What your agency knows", InformationCard.For(view, form, why.Say(words))));
    }

    private static Decision Decide(Case @case, Participant me, Form form)
    {
        var whose = PersonChoice.Read(@case, me, form.For);
        var marking = MarkingInput.Read(form.Marking, form.Family, me.Agency);
        // "Only … and us" said by someone who types for another agency means that agency too.
        var audience = whose is not null && marking.Marking == Cases.Marking.NamedAgencies ? marking with { Agencies = Audience.Only([.. marking.Agencies, whose.Agency]).Agencies } : marking;
        return SharingInformation.Give(@case, me, whose, form.Text, audience);
    }
}
