using System.Text.Encodings.Web;
using System.Text.Json;

namespace StrategyBot.Phases.Minuting;

/// <summary>What the minutes say, what is said against it, and what the chair does about it; whoever raised it is told (P15).</summary>
internal sealed class ObjectionAnswerPart : IPart<ObjectionAnswerPart.Form>
{
    private const string Title = "Answer what is said to be wrong";

    // What the texts may take of a card's 14,336 characters, so that nothing around them is cut off.
    private const int MostCharacters = 10_500;

    private const int MostShown = 600;

    private const string Withheld =
        "What was said there is marked for other readers, so you can't see it. Record the disagreement, or ask its author to put it right.";

    public sealed record Form(
        string Case, int Objection = 0, ObjectionOutcome? Outcome = null, string? Reason = null, string? Text = null) : ICaseForm;

    public static PartId Id => new("minuting/objection");

    public static Capability Needs => Capability.Lead;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["outcome", "reason"]];

    /// <summary>On the list, where one is chosen.</summary>
    public static SubmitAction ChosenButton(Case @case) => Actions.Send("Answer the chosen one", Id.Open, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => Find(page, asked) is null ? new ObjectionGone() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var objection = Find(page, asked)!;
        var mayRead = ObjectionRule.Issued(page.Whole, objection)?.IsFor(page.Me) == true;
        return new(ObjectionRule.SectionOf(page.Whole, objection),
        [
            .. Said(page, objection, mayRead, out var text),
            new TextBlock($"Due by {ObjectionRule.Limit(page.Whole, objection).SayRule(page.Words)}.") { IsSubtle = true },
            .. SourceNote.Of(ObjectionRule.Limit(page.Whole, objection)),
            Choices.Radios("outcome", "What do you do about it?", WordTables.ObjectionOutcome, objection.Answer?.Fact.Outcome,
                [.. mayRead ? (IReadOnlyList<ObjectionOutcome>)[] : [ObjectionOutcome.Amended]]) with { Separator = true },
            .. text is not null
                ? (IReadOnlyList<CardElement>)[
                    new TextInput("text", "If you amend it: how it should read")
                    {
                        IsMultiline = true,
                        MaxLength = FormCard.LongText,
                        Value = text,
                    }]
                : mayRead ? [new TextBlock("To amend it, put it right in the draft or in the plan first, and then answer here.")] : [],
            new TextInput("reason", "Why? Whoever said it is told.")
            {
                IsMultiline = true,
                MaxLength = ObjectionRule.MostText,
                Value = objection.Answer?.Fact.Reason,
            },
        ])
        {
            Frame = Title,
            Beside = [ObjectionsPage.AllButton(page.Case), DraftPage.Turn(page.Case, "Open the draft", 1)],
        };
    }

    public Decision Decide(FormPage page, Form typed) => ObjectionRule.Answer(page.Whole, page.Me, typed);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Outcome == ObjectionOutcome.Declined
        ? "the minutes stay as they are, and whoever said it is told why"
        : "it goes out when you approve the next version. Open “Amend the minutes” for that");

    private static Objection? Find(FormPage page, Form asked) =>
        page.Case.Meeting.Minutes.Objections.FirstOrDefault(objection => objection.Number == asked.Objection);

    /// <param name="text">The paragraph's words now, where they can be put right in the same form.</param>
    private static IReadOnlyList<CardElement> Said(FormPage page, Objection objection, bool mayRead, out string? text)
    {
        var who = CardText.Plain(page.Case.Find(objection.By)?.Described ?? "Somebody");
        var issued = mayRead ? Shortened.To(MostShown, ObjectionRule.Issued(page.Whole, objection)!.Text) : "";
        text = ObjectionRule.Editable(page.Whole, page.Me, objection) is { } stands ? ParagraphRule.Find(page, stands.Id)?.Text : null;
        if (Escaped(issued) + Escaped(objection.Text) + Escaped(text ?? "") > MostCharacters)
        {
            (text, issued) = (null, Shortened.To(100, issued));
        }

        return mayRead
            ? [Label($"Version {objection.Version} says:"), new PlainText(issued), Label($"{who} says:"), new PlainText(objection.Text)]
            : [Label($"{who} says that something is wrong."), new TextBlock(Withheld)];
    }

    private static TextBlock Label(string text) => new(text) { Weight = TextWeight.Bolder };

    private static int Escaped(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value.Length;
}
