using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Opens the form for what an agency knows.</summary>
internal sealed class OpenInformation(Clerk clerk, Words words) : IVerb<OpenInformation.Form>
{
    public static string Verb => "assessing/information";

    /// <param name="For">For whom it is typed, where that is another.</param>
    public sealed record Form(string Case, string? For = null);

    public static PartButton Button(Case @case, Participant? whose = null) => new("What your agency knows", Verb, new Form(@case.Id.Value, whose?.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Contribute, Verb, cancellationToken) is { } view
            ? new Reply.Show("What your agency knows", InformationCard.For(view, new(form.Case, form.For)))
            : new Reply.Say(new NoSuchCase().Say(words));
}
