namespace StrategyBot.Phases.Safeguarding;

/// <summary>Where one child is safe: the meeting's first form (P4), in two halves so that each is small. This is the first.</summary>
internal sealed class PositionPart : IPart<PositionPart.Form>
{
    /// <param name="All">The same for all children.</param>
    public sealed record Form(
        string Case, string? Child = null, bool All = false, string? Where = null, string? WithWhom = null, string? Supervision = null,
        SafetyBasis? Basis = null, string? Marking = null) : ICaseForm;

    private const string AsksWho = "Who may read where and with whom? If it is confidential, choose only those who need it";

    public static PartId Id => new("safeguarding/position");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case, Child child) =>
        Id.Button(PositionDrawing.Title(child), new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => PositionDrawing.Whom(page.Case, asked.Child) is null ? new NoChildMeant() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = page.Case.Meeting.Safety.Positions.GetValueOrDefault(new ChildId(asked.Child!))?.Fact;
        var whole = page.Whole.Meeting.Safety.Positions.GetValueOrDefault(new ChildId(asked.Child!))?.Fact;
        var before = stands is null ? page.Case.Find(new ChildId(asked.Child!))?.Now : null;
        // What is marked for others fills nothing in.
        before = before?.Fact == page.Whole.Find(new ChildId(asked.Child!))?.Now?.Fact ? before : null;
        return PositionDrawing.Of(page, asked.Child, page.Case.Children,
        [
            .. before is null ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock(CardText.Plain($"Filled in from what {page.Case.Find(before.By)?.Name ?? "somebody"} said "
                    + $"{page.Words.When(before.At)}, before the meeting. Check it."))
                {
                    IsSubtle = true,
                },
            ],
            new TextInput("where", "Where is the child?") { MaxLength = FormCard.Line, Value = stands?.Where ?? Where(before?.Fact) },
            new TextInput("withWhom", "With whom?") { MaxLength = FormCard.Line, Value = stands?.WithWhom ?? before?.Fact.WithWhom },
            new TextInput("supervision", "Who supervises contact?") { MaxLength = FormCard.Line, Value = stands?.Supervision },
            Choices.Radios("basis", "On what footing?", WordTables.SafetyBasis,
                stands?.Basis is { } basis and not SafetyBasis.NotSaidYet ? basis : null, SafetyBasis.NotSaidYet),
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience ?? before?.Fact.Audience, AsksWho),
        ]) with
        {
            Preselected = stands is null ? ["where", "withWhom", MarkingInput.Id] : [],
        };
    }

    private static string? Where(WhereaboutsSaid? before) => before switch
    {
        null => null,
        { Where.Length: > 0 } => before.Where,
        _ => WordTables.PlaceNow.InList(before.Place),
    };

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        typed.All ? ChildChoice.Each(page.Case, null, typed, child => typed with { Child = child }) : [typed];

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking,
        page.Whole.Meeting.Safety.Positions.GetValueOrDefault(new ChildId(typed.Child ?? ""))?.Fact.Audience,
        typed.Where, typed.WithWhom, typed.Supervision) is { } readers
            ? PositionRule.Place(page.Whole, ChildChoice.Read(page.Whole, typed.Child), typed.Where, typed.WithWhom, typed.Supervision,
                typed.Basis, readers)
            : MarkingInput.NotSaid;

    /// <summary>Never that a child is safe: half of it is still to be said.</summary>
    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"where {PositionDrawing.Are(page.Case, kept.Typed.All ? page.Case.Children : PositionDrawing.One(page, kept.Typed.Child))}, "
            + $"the first half.{Missing(page, kept.Typed)} The second half:");

    private static string Missing(FormPage page, Form typed)
    {
        var stands = page.Whole.Meeting.Safety.Positions.GetValueOrDefault(new ChildId(typed.Child ?? ""))?.Fact;
        string?[] open =
        [
            stands?.Where.Length > 0 ? null : "where", stands?.WithWhom.Length > 0 ? null : "with whom",
            stands?.Basis is null or SafetyBasis.NotSaidYet ? "on what footing" : null,
        ];
        var said = open.OfType<string>().ToList();
        return said.Count == 0 ? "" : $" Not said yet: {string.Join(", ", said)}.";
    }

    public PartButton Next(FormPage page, Kept<Form> kept) =>
        LimitPart.Button(page.Case, PositionDrawing.Whom(page.Case, kept.Typed.Child)!);
}

/// <summary>The second half: what the footing stands on, each with its own questions (P31), by when it must be decided, whom to ring.
/// </summary>
internal sealed class LimitPart : IPart<LimitPart.Form>
{
    /// <param name="All">The same for all children.</param>
    public sealed record Form(
        string Case, string? Child = null, bool All = false, DateOnly? SinceDate = null, TimeOnly? SinceTime = null,
        DateOnly? DecideDate = null, TimeOnly? DecideTime = null, string? Ring = null, string? AgreedBy = null, string? AskedBy = null,
        YesNo? Told = null, string? Officer = null, string? Order = null, DateOnly? EndsDate = null,
        TimeOnly? EndsTime = null) : ICaseForm;

    public static PartId Id => new("safeguarding/limit");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<IReadOnlyList<string>> Together =>
        [["sinceDate", "sinceTime"], ["endsDate", "endsTime"], ["decideDate", "decideTime"]];

    /// <summary>Those whom one limit can be said of: an unborn child doesn't get the end of another's police protection.</summary>
    private static IReadOnlyList<Child> SameFooting(Case @case, string? child) =>
        [.. @case.Children.Where(other => other.Id.Value == child
            || (Footing(@case, other.Id.Value) is { } its && its == Footing(@case, child)))];

    private static SafetyBasis? Footing(Case @case, string? child) =>
        @case.Meeting.Safety.Positions.GetValueOrDefault(new ChildId(child ?? ""))?.Fact.Basis;

    public static PartButton Button(Case @case, Child child) =>
        Id.Button(PositionDrawing.Title(child), new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => PositionDrawing.Whom(page.Case, asked.Child) is null ? new NoChildMeant() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (child, words) = (PositionDrawing.Whom(page.Case, asked.Child)!, page.Words);
        var stands = page.Case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact;
        var ends = PositionRule.ProtectionEnds(page.Case, child);
        return PositionDrawing.Of(page, asked.Child, SameFooting(page.Case, asked.Child),
        [
            .. Basis(stands, words),
            .. ends is null
                ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock($"Police protection ends {ends.Say(words)}.{ToConfirm(page.Case, child)}") { Weight = TextWeight.Bolder }],
            new DateInput("decideDate", "Decide by which day?") { Value = Day(stands?.DecideBy, words) },
            new TimeInput("decideTime", "By what time?") { Value = Time(stands?.DecideBy, words) },
            new TextInput("ring", "If someone tries to take the child, ring") { MaxLength = FormCard.Line, Value = stands?.IfTakenRing },
        ]);
    }

    /// <summary>What the footing calls for, and nothing that another would.</summary>
    private static IReadOnlyList<CardElement> Basis(PositionRecorded? stands, Words words) => stands?.Basis switch
    {
        SafetyBasis.ParentsAgree or SafetyBasis.Section20 =>
        [
            Line("agreedBy", "Who with parental responsibility agrees?", stands.AgreedBy),
            Line("askedBy", "Who asked them?", stands.AskedBy),
            Choices.Radios("told", "Were they told that they may withdraw?", WordTables.YesNo, stands.ToldMayWithdraw),
        ],
        SafetyBasis.PoliceProtection => [Line("officer", "Designated officer", stands.Officer), .. Since(stands, words)],
        SafetyBasis.Order =>
        [
            Line("order", "Which order?", stands.Order),
            new DateInput("endsDate", "On which day does the order end?") { Value = Day(stands.OrderEnds, words) },
            new TimeInput("endsTime", "At what time, if it is known?") { Value = Time(stands.OrderEnds, words) },
        ],
        _ => [],
    };

    private static IReadOnlyList<CardElement> Since(PositionRecorded stands, Words words) =>
    [
        new DateInput("sinceDate", "Since which day?") { Value = Day(stands.BasisFrom, words) },
        new TimeInput("sinceTime", "Since what time, if it is known?")
        {
            Value = stands.SinceToConfirm == true ? null : Time(stands.BasisFrom, words),
        },
    ];

    private static TextInput Line(string id, string label, string? stands) => new(id, label) { MaxLength = FormCard.Line, Value = stands };

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        typed.All ? [.. SameFooting(page.Case, typed.Child).Select(child => typed with { Child = child.Id.Value })] : [typed];

    public Decision Decide(FormPage page, Form typed) => typed switch
    {
        { SinceDate: null, SinceTime: not null } =>
            new CannotBe("There is a time without its day. Choose the day too.") { Field = "sinceDate" },
        { EndsDate: null, EndsTime: not null } =>
            new CannotBe("There is a time without its day. Choose the day too.") { Field = "endsDate" },
        { DecideDate: null, DecideTime: not null } =>
            new CannotBe("There is a time without its day. Choose the day too.") { Field = "decideDate" },
        // The beginning of the day is the earliest that it can have been.
        _ => At(typed.SinceDate, typed.SinceTime ?? TimeOnly.MinValue, page).Match(
            since => At(typed.DecideDate, typed.DecideTime, page).Match(
                by => At(typed.EndsDate, typed.EndsTime, page).Match(ends => PositionRule.Limit(
                    page.Whole, ChildChoice.Read(page.Whole, typed.Child),
                    Asked(page.Whole, typed) ? since : Stands(page.Whole, typed)?.BasisFrom, by, typed.Ring, page.Now, page.Words,
                    Asked(page.Whole, typed)
                        ? typed.SinceDate is not null && typed.SinceTime is null
                        : Stands(page.Whole, typed)?.SinceToConfirm == true,
                    new(typed.AgreedBy, typed.AskedBy, typed.Told, typed.Officer, typed.Order, ends), page.Me),
                    why => new CannotBe(why) { Field = "endsTime" }),
                why => new CannotBe(why) { Field = "decideTime" }),
            why => new CannotBe(why) { Field = "sinceTime" }),
    };

    public PartButton? Under(FormPage page, Form asked) =>
        PositionDrawing.Whom(page.Case, asked.Child) is { } child ? PositionPart.Button(page.Case, child) : null;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"where {PositionDrawing.Are(page.Case, Meant(page, kept.Typed))} safe",
            PositionEcho.For(page.Case, PositionDrawing.Whom(page.Case, kept.Typed.Child)!, page.Words));

    private static IReadOnlyList<Child> Meant(FormPage page, Form typed) =>
        typed.All ? SameFooting(page.Case, typed.Child) : PositionDrawing.One(page, typed.Child);

    private static PositionRecorded? Stands(Case @case, Form typed) =>
        @case.Meeting.Safety.Positions.GetValueOrDefault(new ChildId(typed.Child ?? ""))?.Fact;

    /// <summary>Since when is asked of police protection; what was said of another footing before stays.</summary>
    private static bool Asked(Case @case, Form typed) => typed.SinceDate is not null
        || Stands(@case, typed)?.Basis is SafetyBasis.PoliceProtection;

    private static string ToConfirm(Case @case, Child child) =>
        PositionRule.IsSinceToConfirm(@case, child) ? " Since when is to be confirmed, so it runs from the earliest possible." : "";

    /// <summary>A day alone means its end.</summary>
    private static Typed<DateTimeOffset?> At(DateOnly? on, TimeOnly? time, FormPage page) => on is { } date
        ? page.Words.OnTheClock(date, time ?? Words.LastMinute, page.Now).Then(at => new Typed<DateTimeOffset?>.Understood(at))
        : new Typed<DateTimeOffset?>.Understood(null);

    private static DateOnly? Day(DateTimeOffset? at, Words words) => at is { } one ? words.LocalDate(one) : null;

    private static TimeOnly? Time(DateTimeOffset? at, Words words) => at is { } one ? words.LocalTime(one) : null;
}

/// <summary>What both halves show.</summary>
internal static class PositionDrawing
{
    public static string Title(Child child) => $"Where {child.Number} is safe";

    public static Child? Whom(Case @case, string? child) => @case.Find(new ChildId(child ?? ""));

    /// <summary>For this child, and in one tap for all (P9).</summary>
    /// <param name="alike">Whom the one tap is for.</param>
    public static Drawn Of(FormPage page, string? child, IReadOnlyList<Child> alike, IReadOnlyList<CardElement> asked)
    {
        var whom = Whom(page.Case, child)!;
        return new(Title(whom),
            [new PlainText(Shortened.To(FormCard.Line, ChildChoice.Named(whom))) { Weight = TextWeight.Bolder }, .. asked])
        {
            Frame = "Position of safety",
            Saves = alike.Count < 2 ? [new("Save")]
                : [new("Save"), new($"Same for {Numbers(page.Case, alike)}", new { All = true }) { MayGoOn = true }],
        };
    }

    public static IReadOnlyList<Child> One(FormPage page, string? child) => [Whom(page.Case, child)!];

    /// <summary><c>Child 1 is</c>, <c>all children are</c>, <c>Child 1 and Child 3 are</c>.</summary>
    public static string Are(Case @case, IReadOnlyList<Child> children) =>
        $"{Numbers(@case, children)} {(children.Count == 1 ? "is" : "are")}";

    private static string Numbers(Case @case, IReadOnlyList<Child> children) =>
        children.Count > 1 && children.Count == @case.Children.Count
            ? "all children"
            : string.Join(" and ", children.Select(child => child.Number));
}
