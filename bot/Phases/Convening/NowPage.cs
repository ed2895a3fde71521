namespace StrategyBot.Phases.Convening;

/// <summary>The first ten minutes: where each child is now, before anything about the meeting (P26).</summary>
/// <remarks>Convening never waits for it.</remarks>
internal sealed class NowPage : IPage<CaseForm>
{
    private const int MostShown = 12;

    public static PartId Id => new("convening/now");

    public static Capability Needs => Capability.Arrange;

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var @case = page.Case;
        return ConveningDrawing.Of(page, Step.Now,
        [
            .. @case.Children.Take(MostShown).SelectMany(child => (IReadOnlyList<CardElement>)
            [
                new PlainText($"{child.Number}, {Shortened.Name(child.Details.Name)}: {NowRule.Say(child, page.Words)}")
                {
                    Separator = true,
                },
                new ActionSet(Ways(@case, child)),
            ]),
        ]) with
        {
            Beside =
            [
                WhereNowPart.Id.Send("Another child", new WhereNowPart.Form(@case.Ref.Value)),
                Step.Why.Part(@case).Send("Go on", CaseForm.Of(@case)),
                .. @case.Meeting.IsConvened ? (IReadOnlyList<CardAction>)[] : [NightPart.Button(@case)],
                .. DeskPart.Offered(page),
                .. ConveningDrawing.Back(page, Step.Now),
            ],
        };
    }

    private static CardAction[] Ways(Case @case, Child child) =>
    [
        WhereNowPart.Id.Send($"Where {child.Number} is", new WhereNowPart.Form(@case.Ref.Value, child.Id.Value)),
        .. NowRule.CanKeep(child)
            ? (CardAction[])[RingPart.Id.Send($"Ring for {child.Number}", RingPart.Of(@case, child))]
            : [],
    ];
}

/// <summary>Where one child is now, with whom, until when: one that is named already, or a new one, as far as is known.</summary>
internal sealed class WhereNowPart : IPart<WhereNowPart.Form>
{
    private const string AsksWho = "Who may read where and with whom? If it is confidential, choose only those who need it";

    /// <param name="Child">Left out: a child who isn't named yet.</param>
    public sealed record Form(
        string Case, string? Child = null, string? Name = null, PlaceNow? Place = null, string? Where = null, string? WithWhom = null,
        TimeOnly? Until = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/where-now");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) =>
        asked.Child is { } id && page.Case.Find(new ChildId(id)) is null ? new NoSuchPerson() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = asked.Child is { } id ? page.Case.Find(new ChildId(id)) : null;
        var (stands, words) = (child?.Now?.Fact, page.Words);
        var whole = child is null ? null : page.Whole.Find(child.Id)?.Now?.Fact;
        return ConveningDrawing.Of(page, Step.Now,
        [
            child is null
                ? ConveningDrawing.Line("name", "Which child? A name, as far as you know it", null)
                : new PlainText($"{child.Number}, {Shortened.Name(child.Details.Name)}") { Weight = TextWeight.Bolder },
            Choices.Radios("place", "Where is the child now?", WordTables.PlaceNow, stands?.Place),
            ConveningDrawing.Line("where", "Which place", stands?.Where),
            ConveningDrawing.Line("withWhom", "With whom?", stands?.WithWhom),
            new TimeInput("until", "Until what time can they be there?")
            {
                Value = stands?.Until is { } until ? words.LocalTime(until) : null,
            },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience, AsksWho),
        ]) with
        {
            Title = "The first ten minutes: where the child is now",
            Preselected = stands is null ? [MarkingInput.Id] : [],
            Leaving =
            [
                Step.Why.Part(page.Case).Send("Go on without it", CaseForm.Of(page.Case)),
                .. page.Case.Meeting.IsConvened ? (IReadOnlyList<CardAction>)[] : [NightPart.Button(page.Case)],
                .. DeskPart.Offered(page),
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var stands = typed.Child is { } id ? page.Whole.Find(new ChildId(id))?.Now?.Fact.Audience : null;
        return MarkingInput.Said(page, typed.Marking, stands, typed.Where, typed.WithWhom) is { } readers
            ? NowRule.Where(page.Whole, typed, page.Now, page.Words, readers)
            : MarkingInput.NotSaid;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new("where the child is now");

    /// <summary>A place that can keep the child is rung at once.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        Meant(page.Case, kept.Typed) is { } child && NowRule.CanKeep(child) && child.Rung.IsEmpty
            ? RingPart.Id.Button("", RingPart.Of(page.Case, child))
            : Step.Now.Button(page.Case);

    private static Child? Meant(Case @case, Form typed) =>
        typed.Child is { } id ? @case.Find(new ChildId(id)) : @case.Children.LastOrDefault();
}
