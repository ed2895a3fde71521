using System.Text.Encodings.Web;
using System.Text.Json;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Opens one objection for the chair to answer.</summary>
internal sealed class OpenObjection(Clerk clerk, Words words) : IVerb<OpenObjection.Form>
{
    public const string Title = "Answer what is said to be wrong";

    public static string Verb => "minuting/objection";

    public sealed record Form(string Case, int Objection = 0);

    public static SubmitAction Button(Case @case) => Actions.Send("Answer the chosen one", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, Verb, cancellationToken) is not { } view ? new Reply.Say(new NoSuchCase().Say(words))
        : ObjectionCard.Find(view, form.Objection) is not { } objection ? new Reply.Say(new ObjectionGone().Say(words))
        : new Reply.Show(Title, ObjectionCard.For(view, objection, words));
}

/// <summary>What the minutes say, what is said against it, and what the chair does about it.</summary>
internal static class ObjectionCard
{
    // What the texts may take of a card's 14,336 characters, so that nothing around them is cut off.
    private const int MostCharacters = 10_500;

    private const int MostShown = 600;

    private const string Withheld = "What was said there is marked for other readers, so you can't see it. Record the disagreement, or ask its author to put it right.";

    public static Objection? Find(CaseView view, int number) => view.Case.Meeting.Minutes.Objections.FirstOrDefault(objection => objection.Number == number);

    /// <param name="objection">As the chair may see it.</param>
    /// <param name="typed">What was sent and refused.</param>
    public static AdaptiveCard For(CaseView view, Objection objection, Words words, AnswerObjection.Form? typed = null, string? notSaved = null)
    {
        var mayRead = AnsweringObjections.Issued(view.Whole, objection)?.IsFor(view.Reader) == true;
        var issued = mayRead ? Shortened.To(MostShown, AnsweringObjections.Issued(view.Whole, objection)!.Text) : "";
        var stands = AnsweringObjections.Editable(view.Whole, view.Reader, objection);
        var text = typed?.Text ?? stands?.Text ?? "";
        var fits = Escaped(issued) + Escaped(objection.Text) + Escaped(text) + Escaped(typed?.Reason ?? "") <= MostCharacters;
        return FormCard.Of(
            CardText.Plain(AnsweringObjections.SectionOf(view.Whole, objection)),
            notSaved,
            [
                .. mayRead
                    ? (IReadOnlyList<CardElement>)[Label($"Version {objection.Version} says:"), new PlainText(fits ? issued : Shortened.To(100, issued)), Label($"{CardText.Plain(view.Case.Find(objection.By)?.Described ?? "Somebody")} says:"), new PlainText(objection.Text)]
                    : [Label($"{CardText.Plain(view.Case.Find(objection.By)?.Described ?? "Somebody")} says that something is wrong."), new TextBlock(Withheld)],
                new TextBlock($"Due by {ObjectingToMinutes.Limit(view.Whole, objection).Say(words)}.") { IsSubtle = true },
                new ChoiceSetInput("outcome", "What do you do about it?",
                [
                    .. mayRead ? (IReadOnlyList<Choice>)[new("Amend the minutes", "amended")] : [],
                    new("Record that they see it differently", "disagreementRecorded"),
                    new("Leave the minutes as they are", "declined"),
                ])
                {
                    Style = ChoiceSetStyle.Expanded,
                    Value = Value(typed?.Outcome),
                    Separator = true,
                },
                .. stands is null || !fits ? mayRead ? (IReadOnlyList<CardElement>)[new TextBlock("To amend it, put it right in the draft or in the plan first, and then answer here.")] : []
                    : [new TextInput("text", "If you amend it: how it should read") { IsMultiline = true, MaxLength = FormCard.LongText, Value = text }],
                new TextInput("reason", "Why? Whoever said it is told.") { IsMultiline = true, MaxLength = ObjectingToMinutes.MostText, Value = typed?.Reason },
                FormCard.NotSavedYet,
            ],
            AnswerObjection.Button(view.Case, objection, fits ? stands : null), OpenObjections.All(view.Case), OpenDraft.Turn(view.Case, "Open the draft", 1) with { AssociatedInputs = AssociatedInputs.None });
    }

    private static TextBlock Label(string text) => new(text) { Weight = TextWeight.Bolder };

    private static string? Value(ObjectionOutcome? outcome) => outcome switch
    {
        ObjectionOutcome.Amended => "amended",
        ObjectionOutcome.DisagreementRecorded => "disagreementRecorded",
        ObjectionOutcome.Declined => "declined",
        _ => null,
    };

    private static int Escaped(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value.Length;
}
