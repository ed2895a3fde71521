using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Lists what was said to be wrong and what came of it: everything for the chair, one's own for anybody else (P15).</summary>
internal sealed class OpenObjections(Clerk clerk, Words words) : IVerb<OpenObjections.Form>
{
    public static string Verb => "minuting/objections";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case, bool leads) => new(ObjectionsCard.TitleFor(leads), Verb, new Form(@case.Id.Value));

    public static SubmitAction All(Case @case) => Actions.Send("All of them", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadMinutes, Verb, cancellationToken) is { } view
            ? new Reply.Show(ObjectionsCard.TitleFor(view.Reader.May(Capability.Lead)), ObjectionsCard.For(view, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}

internal static class ObjectionsCard
{
    // The latest; what was answered long ago stands in the versions.
    private const int Most = 8;

    private const int Line = 100;

    private const string Withheld = "Marked for other readers.";

    public static string TitleFor(bool leads) => leads ? "What is said to be wrong" : "What you said is wrong";

    /// <summary>What this reader sees in the list.</summary>
    public static IReadOnlyList<Objection> Of(CaseView view) =>
        [.. view.Case.Meeting.Minutes.Objections.Where(objection => objection.By == view.Reader.Id || view.Reader.May(Capability.Lead))];

    public static AdaptiveCard For(CaseView view, Words words)
    {
        var shown = Of(view).OrderBy(objection => objection.Answer is not null).ThenByDescending(objection => objection.Number).Take(Most).ToList();
        var open = view.Reader.May(Capability.Lead) ? shown.Where(objection => objection.Answer is null).ToList() : [];
        return FormCard.Of(
            TitleFor(view.Reader.May(Capability.Lead)),
            null,
            [
                .. shown.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("Nothing.")] : shown.SelectMany(objection => Listed(view, objection, words)),
                .. open.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(view, open)],
            ],
            [
                .. open.Count == 0 ? (IReadOnlyList<CardAction>)[] : [OpenObjection.Button(view.Case)],
                .. view.Reader.May(Capability.Lead) && open.Count == 0 && view.Case.Meeting.Minutes.Pending.Any() ? (IReadOnlyList<CardAction>)[OpenApproval.Button(view.Case)] : [],
            ]);
    }

    /// <summary>How it stands, in a line.</summary>
    public static string Say(Case @case, Objection objection, Words words) => objection switch
    {
        { IsByAuthor: true } => "their own words, put right; they go out with the next version",
        { Answer.Fact.Outcome: ObjectionOutcome.Amended } => $"amended {words.When(objection.Answer.At)}",
        { Answer.Fact.Outcome: ObjectionOutcome.DisagreementRecorded } => $"the disagreement is recorded, {words.When(objection.Answer.At)}",
        { Answer: { } answer } => $"declined {words.When(answer.At)}",
        _ => $"not answered yet; due by {ObjectingToMinutes.Limit(@case, objection).Say(words)}",
    };

    private static IEnumerable<CardElement> Listed(CaseView view, Objection objection, Words words)
    {
        var who = view.Case.Find(objection.By)?.Described ?? "";
        yield return new PlainText($"{AnsweringObjections.SectionOf(view.Whole, objection)} – {who}") { Weight = TextWeight.Bolder };
        yield return new PlainText(objection.Text.Length == 0 ? Withheld : Shortened.To(Line, objection.Text));
        yield return new TextBlock(CardText.Plain($"{words.When(objection.At)}: {Say(view.Whole, objection, words)}")) { IsSubtle = true };
        if (objection.Answer?.Fact.Reason is { Length: > 0 } reason)
        {
            yield return new PlainText($"Why: {Shortened.To(Line, reason)}");
        }
    }

    private static ChoiceSetInput Choose(CaseView view, List<Objection> open) =>
        new("objection", "Which one?", [.. open.Select(objection => new Choice(CardText.Plain(Shortened.To(70, $"{AnsweringObjections.SectionOf(view.Whole, objection)} – {view.Case.Find(objection.By)?.Name}")), $"{objection.Number}"))])
        {
            Value = $"{open[0].Number}",
            Separator = true,
        };
}
