namespace StrategyBot.Phases.Reviewing;

/// <summary>A review conference gets its day, or another one (R116–R118).</summary>
internal sealed class ReviewConferencePart : IPart<ReviewConferencePart.Form>
{
    public const string Title = "Arrange the review conference";

    public sealed record Form(
        string Case, string? Child = null, int? Number = null, DateOnly? Day = null, TimeOnly? Time = null, string? Where = null,
        string? Because = null) : ICaseForm;

    public static PartId Id => new(PartIds.ReviewConference);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case, string child, int? number) => Id.Button(Title, new Form(@case.Ref.Value, child, number));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanMeant.WhyNotReview(page.Me, page.Whole, asked.Child, asked.Number);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = PlanMeant.Reviews(page.Case, asked.Child, asked.Number);
        var (first, stands) = (meant.MinBy(one => one.One.Due.On).One, PlanMeant.Same(meant.Select(one => one.One.Arranged)));
        return new($"{Title} – {first.Number}",
        [
            new TextBlock($"It has to be held by {first.Due.SayRule(page.Words)}."),
            .. SourceNote.Of(first.Due),
            .. stands is null ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock($"It stands on {page.Words.When(stands.At)}. "
                    + "If it moves, conference chair and team manager talk it over first; area and operations manager are told."),
            ],
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("day", "Day")
            {
                Value = stands is not null ? page.Words.LocalDate(stands.At)
                    : page.Whole.Clocks.Days.OnOrBefore(first.Due.On) is var last && last > page.Words.LocalDate(page.Now) ? last
                    : page.Whole.Clocks.Days.After(page.Words.LocalDate(page.Now), 1),
            },
            new TimeInput("time", "Time") { Value = stands is null ? new(10, 0) : page.Words.LocalTime(stands.At) },
            new TextInput("where", "Where") { MaxLength = FormCard.Line, Value = stands?.Where },
            .. stands is null ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("because", "If it moves: why, and who talked it over") { MaxLength = FormCard.Line, Value = stands.Because },
            ],
        ])
        {
            Preselected = stands is null ? ["day", "time"] : [],
            Beside = ReviewRule.MaySayLate(page.Me)
                ? [ReviewLatePart.Button(page.Case, asked.Child ?? ChildChoice.All, first.Number).Send()] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => PlanMeant.At(page, typed.Day, typed.Time, at => ReviewRule.Arrange(
        page.Whole, page.Me, typed.Child, typed.Number, at, typed.Where, typed.Because, page.Now, page.Words));

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        PlanMeant.Reviews(page.Case, kept.Typed.Child, kept.Typed.Number) is [var (_, one), ..] && one.Arranged is { } at
            ? $"the review conference is {page.Words.When(at.Fact.At)}"
                + (at.Fact.Because.Length > 0 ? ". Area and operations manager are told of the move" : "")
            : "the review conference");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ProtectionPlanPage.Button(page.Case);
}

/// <summary>A review conference was held: whether the plan goes on, is changed or ends (R117).</summary>
internal sealed class ReviewConferenceHeldPart : IPart<ReviewConferenceHeldPart.Form>
{
    public const string Title = "Review conference held";

    public sealed record Form(
        string Case, string? Child = null, int? Number = null, DateOnly? On = null, ReviewOutcome? Outcome = null,
        string? Category = null, string? Words = null) : ICaseForm;

    public static PartId Id => new("reviewing/review-held");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static PartButton Button(Case @case, string child, int? number) => Id.Button(Title, new Form(@case.Ref.Value, child, number));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanMeant.WhyNotReview(page.Me, page.Whole, asked.Child, asked.Number);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = PlanMeant.Reviews(page.Case, asked.Child, asked.Number);
        var (first, stands) = (meant[0].One, PlanMeant.Same(meant.Select(one => one.One.Held)));
        var today = page.Words.LocalDate(page.Now);
        return new($"{Title} – {first.Number}",
        [
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("on", "On which day? Leave it out for today")
            {
                Value = stands?.On ?? (first.Arranged is { } at && page.Words.LocalDate(at.Fact.At) <= today
                    ? page.Words.LocalDate(at.Fact.At) : null),
            },
            Choices.Radios("outcome", "What did it decide?", WordTables.ReviewOutcome, stands?.Outcome),
            new ChoiceSetInput("category", "If the plan goes on: under which category of harm?",
                [.. HarmCategory.All.Select(one => new Choice(one.Text, one.Id))])
            {
                Value = stands is { Category.Length: > 0 } ? stands.Category : null,
            },
            new TextInput("words", "How far the plan has come, and what changes. If it ends: why, and what follows")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
        ])
        {
            Preselected = stands is null ? ["on"] : [],
            Saves = [new("It was held")],
            Beside = ReviewRule.WhyNotBack(page.Me, page.Whole, asked.Child, asked.Number) is null
                ? [ReviewNotHeldPart.Button(page.Case, asked.Child ?? ChildChoice.All, first.Number).Send()] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => ReviewRule.Held(
        page.Whole, page.Me, typed.Child, typed.Number, typed.On, typed.Outcome, typed.Category, typed.Words, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        kept.Typed.Outcome == ReviewOutcome.Ends ? "the child protection plan has ended"
        : PlanMeant.Of(page.Case, kept.Typed.Child).Select(plan => plan.NextReview).OfType<ReviewConference>().MinBy(one => one.Due.On)
            is { } next ? $"{WordTables.ReviewOutcome.InList(kept.Typed.Outcome!.Value)}. "
                + $"The next review has to be held by {page.Words.Date(next.Due.On)}"
            : WordTables.ReviewOutcome.InList(kept.Typed.Outcome!.Value));

    public PartButton? Next(FormPage page, Kept<Form> kept) => PlanMeant.NextReview(page.Whole, kept.Typed.Child) is { } number
        && PlanMeant.Reviews(page.Whole, kept.Typed.Child, number).Any(one => one.One.Arranged is null)
            ? ReviewConferencePart.Button(page.Case, kept.Typed.Child ?? ChildChoice.All, number) : ProtectionPlanPage.Button(page.Case);
}

/// <summary>That a review was held was a slip, and what that changes.</summary>
internal sealed class ReviewNotHeldPart : IPart<ReviewNotHeldPart.Form>
{
    public const string Title = "It was not held";

    public sealed record Form(string Case, string? Child = null, int? Number = null, string? Words = null) : ICaseForm;

    public static PartId Id => new("reviewing/review-not-held");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static PartButton Button(Case @case, string child, int? number) => Id.Button(Title, new Form(@case.Ref.Value, child, number));

    public Refusal? Bars(FormPage page, Form asked) => ReviewRule.WhyNotBack(page.Me, page.Whole, asked.Child, asked.Number);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (_, one) = PlanMeant.Reviews(page.Case, asked.Child, asked.Number).First(meant => meant.One.Held is not null);
        return new($"Review {one.Number}: {char.ToLowerInvariant(Title[0])}{Title[1..]}",
        [
            new TextBlock(CardText.Plain($"It has to be held by {page.Words.Date(one.Due.On)} again, and the dates that followed from it "
                + "fall away."))
            {
                Weight = TextWeight.Bolder,
            },
            new TextBlock(one.Held!.Fact.Outcome == ReviewOutcome.Ends
                ? "The child protection plan runs on: its core groups and reviews are asked for again."
                : "What it decided does not stand any more. Who was told of its day is not told again."),
            .. ChildChoice.For(page.Case, asked.Child),
            new TextInput("words", "Why is it taken back?") { IsMultiline = true, MaxLength = FormCard.LongText },
        ])
        {
            Saves = [new("Take it back")],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        ReviewRule.TakeBack(page.Whole, page.Me, typed.Child, typed.Number, typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(PlanMeant.Reviews(page.Case, kept.Typed.Child, kept.Typed.Number) is [var (_, one), ..]
            ? $"review {one.Number} has to be held by {page.Words.Date(one.Due.On)}" : "the review was not held")
        { Done = "Taken back" };

    public PartButton? Next(FormPage page, Kept<Form> kept) => ProtectionPlanPage.Button(page.Case);
}

/// <summary>A review will be after its limit: why, and what was tried (R119).</summary>
internal sealed class ReviewLatePart : IPart<ReviewLatePart.Form>
{
    public const string Title = "The review will be late";

    public sealed record Form(
        string Case, string? Child = null, int? Number = null, LatenessCause? Cause = null, string? Words = null,
        DateOnly? Expected = null) : ICaseForm;

    public static PartId Id => new("reviewing/review-late");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static PartButton Button(Case @case, string child, int? number) => Id.Button(Title, new Form(@case.Ref.Value, child, number));

    public Refusal? Bars(FormPage page, Form asked) => !ReviewRule.MaySayLate(page.Me) ? new NotYourPart()
        : PlanMeant.WhyNotReview(page.Me, page.Whole, asked.Child, asked.Number);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = PlanMeant.Reviews(page.Case, asked.Child, asked.Number);
        var stands = PlanMeant.Same(meant.Select(one => one.One.Late));
        return new(Title,
        [
            new TextBlock($"It has to be held by {meant.Select(one => one.One.Due).MinBy(due => due.On)!.SayRule(page.Words)}."),
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("cause", "Why?", WordTables.LatenessCause, stands?.Cause, LatenessCause.EnquiryNotFinished,
                LatenessCause.ConfirmedLate),
            new TextInput("words", "In a line: what stands in the way, and what was tried")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
            new DateInput("expected", "On which day will it be? Leave it out if nobody knows yet") { Value = stands?.Expected },
        ])
        {
            Saves = [new("Ask the managers")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => ReviewRule.SayLate(
        page.Whole, page.Me, typed.Child, typed.Number, typed.Cause, typed.Words, typed.Expected, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the operations manager is asked now, then the area manager");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ProtectionPlanPage.Button(page.Case);
}

/// <summary>Operations manager, then area manager: may the review be late (R119)?</summary>
internal sealed class ReviewLateAnswerPart : IPart<ReviewLateAnswerPart.Form>
{
    public const string Title = "May the review be late?";

    public sealed record Form(
        string Case, string? Child = null, int? Number = null, LateAnswerOf? Whose = null, YesNo? Agrees = null, string? Words = null)
        : ICaseForm;

    public static PartId Id => new(PartIds.ReviewLateAnswer);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number", "whose"];

    public static PartButton Button(Case @case, string child, ReviewConference review) =>
        Id.Button(Title, new Form(@case.Ref.Value, child, review.Number, review.Asked));

    public Refusal? Bars(FormPage page, Form asked) =>
        ReviewRule.WhyNotAnswer(page.Whole, page.Me, asked.Child, asked.Number, asked.Whose);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = ReviewRule.Asked(page.Case, asked.Child, asked.Number, asked.Whose);
        return new(Title,
        [
            .. meant.SelectMany(one => Said(one.One, page)).Distinct().Select(line => new PlainText(line)),
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("agrees", "Do you agree?", WordTables.YesNo, null),
            new TextInput("words", asked.Whose == LateAnswerOf.OperationsManager
                ? "Management case note: why it can't be avoided, and how the child is kept safe. If no: what can be done"
                : "Why, and how the child is kept safe until then")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        ReviewRule.Answer(page.Whole, page.Me, typed.Child, typed.Number, typed.Whose, typed.Agrees, typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Agrees != YesNo.Yes ? "you don't agree. Whoever asked is told"
        : kept.Typed.Whose == LateAnswerOf.OperationsManager
            ? "you agree. The area manager is asked now" : "you agree. Whoever asked is told");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ProtectionPlanPage.Button(page.Case);

    private static IEnumerable<string> Said(ReviewConference review, FormPage page)
    {
        var late = review.Late!.Fact;
        yield return $"{WordTables.LatenessCause.InList(late.Cause)}."
            + (late.Words.Length > 0 ? $" {Shortened.To(FormCard.LongText, late.Words)}" : "");
        yield return $"It has to be held by {page.Words.Date(review.Due.On)}. "
            + (late.Expected is { } day ? $"Expected on {page.Words.Date(day)}." : "Nobody knows yet when it will be.");
        if (review.Operations is { Fact: { Agrees: YesNo.Yes, Words: var note } })
        {
            yield return $"The operations manager agrees. {Shortened.To(FormCard.LongText, note)}".TrimEnd();
        }
    }
}
