namespace StrategyBot.Phases.Convening;

/// <summary>Who was known by an address alone: for the chair all of them, for everybody else themselves.</summary>
internal sealed class KnownByAddressPage : IPage<CaseForm>
{
    public const string Title = "Known by address";

    public static PartId Id => new("convening/known-by-address");

    public static Capability Needs => Capability.SeeCase;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, CaseForm asked) => new(Title,
    [
        new TextBlock("Nobody but an account's own organisation says which address it has. These were let in for showing the address that "
            + "was invited. If one of them isn't who it says, say so: it is out at once, and the personal link still works."),
        .. Shown(page.Case, page.Me).Reverse().SelectMany(bound => (IReadOnlyList<CardElement>)
        [
            new TextBlock(CardText.Plain($"{BindingRule.Say(page.Case, bound)}, {page.Words.When(bound.At)}.")) { Separator = true },
            .. bound.IsUndone ? (IReadOnlyList<CardElement>)[new TextBlock("That wasn't them: the account is out.") { IsSubtle = true }]
                : [new ActionSet([NotThem.Button(page.Case, bound)])],
        ]),
    ]);

    /// <summary>Those that a reader may undo.</summary>
    public static IEnumerable<Binding> Shown(Case @case, Participant reader) =>
        @case.Bindings.Where(bound => BindingRule.MayUndo(reader, bound)).TakeLast(MostShown);

    // So many fit on a card; older ones were told of when they came.
    private const int MostShown = 20;
}

/// <param name="Bound">The binding's number.</param>
internal sealed record BindingForm(string Case, int Bound = 0) : ICaseForm;

/// <summary>Chair or invitee says that an account which showed the invitee's address isn't them.</summary>
internal sealed class NotThem : IAct<BindingForm>
{
    public static string Verb => "convening/not-them";

    public static Capability Needs => Capability.SeeCase;

    public static SubmitAction Button(Case @case, Binding bound) =>
        Actions.Send("That wasn't them", Verb, new BindingForm(@case.Ref.Value, bound.Number));

    public Decision Decide(FormPage page, BindingForm pressed) => BindingRule.Undo(page.Whole, page.Me, pressed.Bound);

    public Echo Saved(FormPage page, Kept<BindingForm> kept) =>
        new("that account opens nothing of this case any more. What was written by it stays, so read through it");
}

/// <summary>The rules of who may say that an account isn't somebody. Pure.</summary>
internal static class BindingRule
{
    public static bool MayUndo(Participant reader, Binding bound) =>
        reader.May(Capability.Arrange) || reader.Id == bound.Fact.Participant;

    public static Decision Undo(Case @case, Participant me, int number) =>
        @case.Bindings.FirstOrDefault(bound => bound.Number == number) switch
        {
            null => new NoSuchPerson(),
            { } bound when !MayUndo(me, bound) => new NotYourPart(),
            { IsUndone: true } => Decision.Already,
            { } bound => new BindingUndone(bound.Fact.Participant, bound.Fact.Person),
        };

    public static string Say(Case @case, Binding bound) =>
        $"{@case.Find(bound.Fact.Participant)?.Described ?? "Somebody invited"}: an account in Teams that shows {bound.Fact.Mail} is taken "
            + "for them";
}
