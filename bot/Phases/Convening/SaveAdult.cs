using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves one adult, new or corrected (P1).</summary>
internal sealed class SaveAdult(Clerk clerk, StepForms forms, Words words, TimeProvider clock) : IVerb<SaveAdult.Form>
{
    public static string Verb => "convening/save-adult";

    /// <param name="Adult">Whom to correct; left out for one more.</param>
    public sealed record Form(string Case, string? Adult = null, string? Name = null, string? Aliases = null, DateOnly? Born = null, string? Relation = null, string? Address = null)
    {
        public TypedAdult Typed => new(Name, Aliases, Born, Relation, Address);

        public AdultId? Id => Adult is { Length: > 0 } id ? new AdultId(id) : null;
    }

    public static SubmitAction Button(Case @case, AdultId? adult) => Actions.Send("Save", Verb, new { Case = @case.Id.Value, Adult = adult?.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => NamingPeople.Adult(@case, form.Id, form.Typed, clock.GetUtcNow(), words), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.People.Title(), page => AdultCard.For(page, form.Id, form.Typed))
            : await forms.ShowAsync(view!, Step.People, $"Saved {words.Time(clock.GetUtcNow())}: {Shortened.Name(Lines.Line(form.Name))}.", cancellationToken);
    }
}
