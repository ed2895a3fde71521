using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Takes the answer to the first question, a reference, and opens the case. However often the same form is sent, it opens one.</summary>
internal sealed class OpenCase(Clerk clerk, Openings openings, Conveners conveners, StepForms forms) : IVerb<OpenCase.Form>
{
    public static string Verb => "convening/open";

    /// <param name="Ticket">Names the opening. Another person's ticket is another opening.</param>
    public sealed record Form(string Ticket, YesNo? Answer = null, IReadOnlyList<string>? Which = null, string? Reason = null)
    {
        public TypedUrgency Typed => new(Answer, Which ?? [], Reason);
    }

    public static SubmitAction Button(string ticket) => Actions.Send("Save and go on", Verb, new { Ticket = ticket });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        // Nothing is taken for an answer that can't be.
        if (openings.Facts(new(new(""), ""), asker, form.Typed) is Decision.Refused { Because: var why })
        {
            return why is TooLong ? new Reply.Say(why.Say(Words.English)) : Again(form, why.Say(Words.English));
        }

        if (await conveners.RefusesAsync(turn.By, cancellationToken) is { } refused)
        {
            return Again(form, refused);
        }

        var reference = await openings.ReferenceAsync(asker, form.Ticket, cancellationToken);
        var facts = openings.Facts(reference, asker, form.Typed).Match(facts => facts, _ => []);
        var view = await clerk.OpenAsync(asker, reference.Id, turn.Source, facts, cancellationToken);
        return view.Case.Meeting.IsConvened
            ? new Reply.Saved(view.Case.Id.Value, $"{view.Case.Id} {view.Case.CheckWord} is called already.")
            : await forms.AfterAsync(view, Step.Urgent, $"{view.Case.Id} {view.Case.CheckWord} is open.", cancellationToken);
    }

    private Reply.Show Again(Form form, string why) => new("Convene", UrgentCard.ToOpen(openings.Profile, form.Ticket, form.Typed, why));
}
