using System.Text.Json.Nodes;
using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>Puts a drawn part on its card: what was saved or refused above, the errors beside their fields, the buttons.</summary>
/// <param name="Asked">What the form opens with.</param>
/// <param name="Seen">The version of the case that it shows.</param>
/// <param name="KeepsHidden">Whether a field that is kept from the reader stays an input: what is typed there stands beside.</param>
/// <param name="KeepsShown">Whether the shown values travel along.</param>
internal sealed record FormFrame(PartId Id, JsonObject Asked, int Seen, bool KeepsHidden, bool KeepsShown)
{
    /// <summary>Whether something else waits for the person once this is saved.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What the chair may say where this is asked.</summary>
    public IReadOnlyList<CardElement> ToSay { get; init; } = [];

    // As much of a text as stands on a card when space is short.
    private const int Short = 200;

    /// <summary>Of what was asked for, what chooses the subject travels: what was typed is in the inputs.</summary>
    public static FormFrame Of<TPart, TForm>(TPart part, TForm asked, DrawnFields drawing, int seen)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var subject = CardJson.Sent(CardJson.Data(asked));
        foreach (var field in drawing.Fields.Where(field => !TPart.Keys.Contains(field.Id)))
        {
            subject.Remove(field.Id);
        }

        return new(TPart.Id, subject, seen, TPart.KeepsBoth, KeepsShown: part is IAsksOutside or IAsksMyCases);
    }

    /// <param name="next">What waits for the person after a list that leads on.</param>
    public static Reply.Show Page(DrawnFields drawing, IReadOnlyList<CardElement> above, PartButton? next = null) =>
        new(drawing.Drawn.Frame ?? drawing.Drawn.Title,
            FormCard.Of(drawing.Drawn.Title, null, [.. above, .. drawing.Drawn.Body],
                [.. drawing.Drawn.Beside, .. next is null ? (IReadOnlyList<CardAction>)[] : [next.ToNext()]]));

    public Reply.Show Open(DrawnFields drawing, IReadOnlyList<CardElement> above) =>
        new(drawing.Drawn.Frame ?? drawing.Drawn.Title, FormCard.Of(
            drawing.Drawn.Title,
            null,
            [.. above, .. ToSay, .. Body(drawing, input => [input]), .. Waits(drawing, FormCard.NotSavedYet)],
            [.. Saves(drawing, new()), .. Others(drawing, new()), .. drawing.Drawn.Leaving]));

    /// <summary>The form again, with everything that was typed; what doesn't fit a card is said.</summary>
    public Reply.Show Again(DrawnFields drawing, FormAnswer answer, FormState state, Words words)
    {
        var carried = new Dictionary<string, string>(state.Carried ?? new Dictionary<string, string>());
        foreach (var (id, value) in answer.Changed.Where(
            field => drawing.Find(field.Key) is null || (drawing.Withheld.ContainsKey(field.Key) && !KeepsHidden)))
        {
            carried[id] = value;
        }

        // What others wrote stands where it was saved; what was typed here stands nowhere else.
        Shown[] less =
        [
            new(answer.Changed, carried, int.MaxValue),
            new(answer.Changed, carried, Short),
            new(answer.Changed, Within(Short, carried), Short),
            new(Within(FormCard.LongText, answer.Changed), Within(Short, carried), Short),
        ];
        return new(drawing.Drawn.Frame ?? drawing.Drawn.Title, FirstThatFits(
            less.Select(shown => Card(drawing, answer with { Changed = shown.Typed }, shown, less[0], state, words))));
    }

    /// <summary>The part isn't there any more; what was typed into it is shown, to be taken elsewhere.</summary>
    public static Reply.Show Gone(Refusal why, IReadOnlyDictionary<string, string> typed, Words words)
    {
        var texts = typed.Values.Where(text => text.Length > 0).ToList();
        int[] less = [int.MaxValue, FormCard.LongText, Short];
        return new("Not saved", FirstThatFits(less.Select(most => FormCard.Of(
            "Not saved",
            why.Say(words),
            texts.Count == 0
                ? []
                : [
                    new TextBlock("This is what you typed:"),
                    .. texts.Select(text => new PlainText(Shortened.To(most, text))),
                    .. texts.Exists(text => text.Length > most) ? [TooLong] : (IReadOnlyList<CardElement>)[],
                ]))));
    }

    private static TextBlock TooLong { get; } = new(
        "A text that you had typed is too long to be shown here. "
            + $"It is not saved: type it again where it belongs, in pieces of at most {FormCard.LongText:N0} letters.");

    private static AdaptiveCard FirstThatFits(IEnumerable<AdaptiveCard> cards)
    {
        AdaptiveCard? last = null;
        foreach (var card in cards)
        {
            last = card;
            if (CardSize.Utf16Bytes(card) <= CardSize.LimitInBytes)
            {
                break;
            }
        }

        return last!;
    }

    private static Dictionary<string, string> Within(int most, IReadOnlyDictionary<string, string> texts) =>
        texts.Where(text => text.Value.Length <= most).ToDictionary();

    private AdaptiveCard Card(
        DrawnFields drawing, FormAnswer answer, Shown shown, Shown whole, FormState state, Words words)
    {
        var errors = (answer.Why is Several { All: var all } ? all : [answer.Why]).ToLookup(why => why.Field, why => why.Say(words));
        IReadOnlyList<CardElement> Beside(CardInput input) =>
        [
            answer.Changed.TryGetValue(input.Id, out var typed) ? new Field(input).With(typed) : input,
            .. errors[input.Id].Select(sentence => Error(input.Id, sentence)),
            .. answer.Meanwhile.TryGetValue(input.Id, out var stands)
                ? (IReadOnlyList<CardElement>)[new TextBlock("It holds now:") { IsSubtle = true, Size = TextSize.Small },
                    new PlainText(Shortened.To(Math.Min(shown.MostOfOthers, FormCard.LongText), stands))]
                : [],
        ];

        var next = new FormState { With = state.With };
        return FormCard.Of(
            drawing.Drawn.Title,
            string.Join("\n", errors.SelectMany(group => group).Distinct()),
            [
                .. ToSay,
                .. Body(drawing, Beside),
                .. shown.Carried.Select(text => FormState.Carry(text.Key, text.Value)),
                .. shown.IsLessThan(whole) ? [TooLong] : (IReadOnlyList<CardElement>)[],
                .. Waits(drawing, FormCard.StillNotSaved),
            ],
            [
                .. answer.LeftOut.Count == 0 ? Saves(drawing, next) :
                [
                    Send("Leave as it was", next with { Left = answer.LeftOut, Shown = Values(drawing) }),
                    Send("Empty it", next with { Emptied = answer.LeftOut, Shown = Values(drawing) }),
                ],
                .. answer.Why is WouldBeLost ? drawing.Drawn.Beside : Others(drawing, next),
                .. drawing.Drawn.Leaving,
            ]);
    }

    /// <summary>The other buttons, with the form beside them: whoever typed into it is asked before it is left.</summary>
    private IEnumerable<CardAction> Others(DrawnFields drawing, FormState state) =>
        drawing.Drawn.Beside.Select(button => button is SubmitAction leaves && drawing.Drawn.Saves.Count > 0 && drawing.Fields.Count > 0
            ? Send(leaves.Title, state with
            {
                Leave = new(leaves.Title, leaves.Verb!, CardJson.Sent(leaves.Data))
                {
                    Keeps = leaves.Title == drawing.Drawn.KeptBy ? true : null,
                },
                Shown = Values(drawing),
            })
            : button);

    /// <summary>Said only while there is a button to save with.</summary>
    private static IReadOnlyList<TextBlock> Waits(DrawnFields drawing, TextBlock sentence) =>
        drawing.Drawn.Saves.Count == 0 ? [] : [sentence];

    private IReadOnlyList<CardElement> Body(DrawnFields drawing, Func<CardInput, IReadOnlyList<CardElement>> draw) =>
        DrawnFields.Replace(drawing.Drawn.Body, input => drawing.Withheld.ContainsKey(input.Id) && !KeepsHidden
            ? [new TextBlock(CardText.Plain($"{new Field(input).Label}: somebody wrote here what is marked for others."))
            {
                IsSubtle = true,
            }]
            : draw(input));

    private IEnumerable<SubmitAction> Saves(DrawnFields drawing, FormState state) =>
        drawing.Drawn.Saves.Select(save => Send(GoesOn && save.MayGoOn ? save.AndNext : save.Title, state with
        {
            GoesOn = GoesOn && save.MayGoOn ? true : null,
            With = save.With is { } with ? CardJson.Sent(CardJson.Data(with)) : null,
            Shown = Values(drawing),
        }));

    private Dictionary<string, string>? Values(DrawnFields drawing) =>
        KeepsShown ? drawing.Fields.ToDictionary(field => field.Id, field => field.Shown) : null;

    private SubmitAction Send(string title, FormState state) =>
        new(title, (state with { Part = Id.Open, Asked = Asked, Seen = Seen }).Beside(Id.Save));

    // The pages put the focus there by this id.
    private static TextBlock Error(string field, string sentence) =>
        new(CardText.Plain(sentence))
        {
            Id = $"fault-{field}",
            Color = TextColor.Attention,
            Weight = TextWeight.Bolder,
            Size = TextSize.Small,
        };

    /// <summary>Why a form comes back, and what comes back with it.</summary>
    /// <param name="Changed">What was typed, where it differs from what the form showed.</param>
    /// <param name="Meanwhile">What stands now in fields that somebody else changed too.</param>
    /// <param name="LeftOut">Fields where something stood and nothing came.</param>
    internal sealed record FormAnswer(
        Refusal Why, IReadOnlyDictionary<string, string> Changed, IReadOnlyDictionary<string, string> Meanwhile,
        IReadOnlyList<string> LeftOut);

    /// <summary>What stands on the form that comes back.</summary>
    /// <param name="Carried">What was typed into inputs that it no longer has.</param>
    /// <param name="MostOfOthers">As much as stands of what somebody else wrote.</param>
    private sealed record Shown(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Carried, int MostOfOthers)
    {
        public bool IsLessThan(Shown all) => Typed.Count < all.Typed.Count || Carried.Count < all.Carried.Count;
    }
}
