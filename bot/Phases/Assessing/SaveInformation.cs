using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
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

/// <summary>What was just added, with an undo of exactly that.</summary>
internal static class InformationEcho
{
    public static Reply.Saved Saved(CaseView view, Participant whose, IReadOnlyList<Cases.Fact> facts, Words words, DateTimeOffset now)
    {
        var texts = facts.OfType<InformationGiven>().Select(fact => fact.Text).ToList();
        var items = view.Case.Meeting.Assessment.Information.Where(item => item.Participant == whose.Id && texts.Contains(item.Text)).TakeLast(texts.Count).ToList();
        var count = items.Count == 1 ? "1 entry" : $"{items.Count} entries";
        var headline = $"Saved {words.Time(now)} on {view.Case.Id} {view.Case.CheckWord}: {whose.Agency.Name()}, ";
        return items.Count == 0
            ? new(view.Case.Id.Value, $"{headline}it stood there already")
            : new(view.Case.Id.Value, headline + count,
            [
                new PlainText(items.Count == 1 ? items[0].Text : LongText.Short(items[0].Text)),
                new TextBlock($"{CardText.Plain(whose.Described)}{(whose.Id == view.Reader.Id ? "" : ", typed by you")} · {items[0].Audience.Say()}") { IsSubtle = true, Size = TextSize.Small },
                new ActionSet(WithdrawInformation.Button("Undo", view.Case, [.. items.Select(item => item.Seq)])),
            ]);
    }
}
