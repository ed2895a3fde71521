using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Opens where one child is safe.</summary>
internal sealed class OpenPosition(Clerk clerk, Words words) : IVerb<OpenPosition.Form>
{
    public static string Verb => "safeguarding/position";

    /// <param name="Half">2 for since when, by when, whom to ring.</param>
    public sealed record Form(string Case, string? Child = null, int Half = 1);

    public static PartButton Button(Case @case, Child child, int half = 1) => new($"Where {child.Number} is safe", Verb, new Form(@case.Id.Value, child.Id.Value, half));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        return view.Case.Find(new ChildId(form.Child ?? "")) is not { } child
            ? new Reply.Say(new NoChildMeant().Say(words))
            : new Reply.Show("Position of safety", form.Half == 2
                ? PositionCard.Limit(view, child, SaveLimit.Form.Of(view.Case, child, words), words)
                : PositionCard.Place(view, child, SavePlace.Form.Of(view.Case, child), words));
    }
}
