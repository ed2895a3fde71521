using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Offers the forms that the chair, scribe or social worker types for somebody who can't; whatever is saved says who typed it.</summary>
internal sealed class EnterFor(Clerk clerk, Words words) : IVerb<EnterFor.Form>
{
    public static string Verb => EnteringFor.Verb;

    public sealed record Form(string Case, string? Who = null);

    public static PartButton Button(Case @case) => new("Enter for another agency", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is { } view
            ? new Reply.Show(EnteringFor.Title, EnterForCard.For(view, form.Who))
            : new Reply.Say(new NoSuchCase().Say(words));
}

internal static class EnterForCard
{
    /// <summary>Everybody invited of other agencies.</summary>
    public static IReadOnlyList<Participant> Others(Case @case) => [.. @case.Invited.Where(person => person.Agency != Agency.SocialCare)];

    public static AdaptiveCard For(CaseView view, string? who)
    {
        var others = Others(view.Case);
        return others.Count == 0
            ? FormCard.Of(EnteringFor.Title, null, [new TextBlock("Nobody of another agency is invited yet.")])
            : FormCard.Of(
                EnteringFor.Title,
                null,
                [
                    new TextBlock("For somebody who rings in, or whose page can't be had. Read back what you typed: it stands under their name, and says that you typed it."),
                    // Named as the forms name it, so that the choice goes along to them.
                    PersonChoice.Of("for", "Whose words are these", others, others.FirstOrDefault(person => person.Id.Value == who)?.Id.Value ?? others[0].Id.Value),
                ],
                Actions.Send("What their agency knows", OpenInformation.Verb, new { Case = view.Case.Id.Value }),
                Actions.Send("Their view", OpenView.Verb, new { Case = view.Case.Id.Value }));
    }
}
