using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves one child, new or corrected (P1).</summary>
internal sealed class SaveChild(Clerk clerk, StepForms forms, Words words, TimeProvider clock) : IVerb<SaveChild.Form>
{
    public static string Verb => "convening/save-child";

    /// <param name="Child">Whom to correct; left out for one more.</param>
    public sealed record Form(
        string Case, string? Child = null, bool Unborn = false, string? Name = null, string? Aliases = null, DateOnly? On = null, string? Address = null, string? School = null, string? NhsNumber = null)
    {
        public TypedChild Typed => new(Name, Aliases, On, Unborn, Address, School, NhsNumber);

        public ChildId? Id => Child is { Length: > 0 } id ? new ChildId(id) : null;
    }

    public static SubmitAction Button(Case @case, ChildId? child, bool unborn) => Actions.Send("Save", Verb, new { Case = @case.Id.Value, Child = child?.Value, Unborn = unborn });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => NamingPeople.Child(@case, form.Id, form.Typed, clock.GetUtcNow(), words), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.People.Title(), page => ChildCard.For(page, form.Id, form.Typed))
            : await forms.ShowAsync(view!, Step.People, $"Saved {words.Time(clock.GetUtcNow())}: {Shortened.Name(Lines.Line(form.Name))}.", cancellationToken);
    }
}
