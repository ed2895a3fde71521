using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Saves what a reader says is wrong, or how they put their own words right (P15); the chair is told at once.</summary>
internal sealed class ObjectToMinutes(Clerk clerk, Words words, TimeProvider clock) : IVerb<ObjectToMinutes.Form>
{
    public static string Verb => "minuting/object";

    public sealed record Form(string Case, int Version, string Paragraph, string? Text = null);

    public static SubmitAction Button(Case @case, int version, MinutesParagraph paragraph) =>
        Actions.Send("Save", Verb, new { Case = @case.Id.Value, Version = version, Paragraph = paragraph.Id });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.ReadMinutes, turn.Source,
            (@case, me) => ObjectingToMinutes.Object(@case, me, form.Version, form.Paragraph, form.Text ?? ""), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: the chair is told.", new PlainText((form.Text ?? "").Trim())),
            refused: why => view is not null && WrongCard.Find(view, form.Version, form.Paragraph) is { } paragraph
                ? FormAgain.Or(why, view, words, OpenWrong.Title, (seen, notSaved) => WrongCard.For(seen, form.Version, paragraph, form.Text ?? "", notSaved))
                : new Reply.Say(why.Say(words)));
    }
}
