namespace StrategyBot.Phases.Enquiring;

/// <summary>The conference will come after its limit: the team manager says why, and the service where nobody is free (R106, R108).
/// </summary>
internal sealed class OutOfTimescalePart : IPart<OutOfTimescalePart.Form>
{
    public const string Title = "The conference will be late";

    public sealed record Form(
        string Case, string? Child = null, LatenessCause? Cause = null, string? Because = null, DateOnly? Expected = null) : ICaseForm;

    public static PartId Id => new(PartIds.OutOfTimescale);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child = ChildChoice.All) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => OutOfTimescaleRule.MaySay(page.Me)
        ? EnquiryStepRule.WhyNot(page.Whole, asked.Child) : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child);
        var stands = EnquiryStepRule.Same(meant, work => work.Late);
        return new(Title,
        [
            new TextBlock($"It has to be held by {meant.Select(one => one.Limit!).MinBy(limit => limit.On)!.SayRule(page.Words)}."),
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("cause", "Why?", WordTables.LatenessCause, stands?.Cause,
                page.Me.May(Capability.Decide) ? [] : [.. Enum.GetValues<LatenessCause>().Where(one => one != LatenessCause.NoChairFree)]),
            new TextInput("because", "In a line: what stands in the way, and what was tried")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
            new DateInput("expected", "On which day will it be? Leave it out if nobody knows yet") { Value = stands?.Expected },
        ])
        {
            Saves = [new("Tell the manager")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => OutOfTimescaleRule.Say(
        page.Whole, page.Me, typed.Child, typed.Cause, typed.Because, typed.Expected, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Cause == LatenessCause.NoChairFree
        ? "the operations manager is told now" : "the area manager is asked now whether they agree");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);
}

/// <summary>The area manager agrees or not that the conference is late, and why (R109).</summary>
internal sealed class AgreeLatePart : IPart<AgreeLatePart.Form>
{
    public const string Title = "May the conference be late?";

    public sealed record Form(string Case, string? Child = null, YesNo? Agrees = null, string? Rationale = null) : ICaseForm;

    public static PartId Id => new(PartIds.AgreeLate);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child = ChildChoice.All) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => !OutOfTimescaleRule.MayAnswer(page.Me) ? new NotYourPart()
        : Meant(page, asked).Count == 0 ? new CannotBe("Nobody has said here that the conference will be late.") : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = Meant(page, asked);
        var stands = EnquiryStepRule.Same(meant, work => work.LateAnswered);
        return new(Title,
        [
            .. meant.SelectMany(one => Said(one, page)).Distinct().Select(line => new PlainText(line)),
            .. ChildChoice.For(page.Case, asked.Child),
            Choices.Radios("agrees", "Do you agree?", WordTables.YesNo, stands?.Agrees),
            new TextInput("rationale", "Why, and how the child is kept safe until then")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Rationale,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        OutOfTimescaleRule.Answer(page.Whole, page.Me, typed.Child, typed.Agrees, typed.Rationale);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Agrees == YesNo.Yes
        ? "you agree. Team manager and operations manager are told now" : "you don't agree. The team manager is told now");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);

    /// <summary>What was said, as social care reads it.</summary>
    internal static IEnumerable<string> Said(ChildEnquiry enquiry, FormPage page)
    {
        var late = enquiry.Work.Late!.Fact;
        yield return $"{WordTables.LatenessCause.InList(late.Cause)}."
            + (late.Words.Length > 0 ? $" {Shortened.To(FormCard.LongText, late.Words)}" : "");
        yield return $"It has to be held by {page.Words.Date(enquiry.Limit!.On)}. "
            + (late.Expected is { } day ? $"Expected on {page.Words.Date(day)}." : "Nobody knows yet when it will be.");
    }

    private static IReadOnlyList<ChildEnquiry> Meant(FormPage page, Form asked) =>
        [.. EnquiryStepRule.Meant(page.Case, asked.Child).Where(one => one.Work.Late is { Fact.Cause: not LatenessCause.NoChairFree })];
}

/// <summary>Nobody is free: the operations manager says why, and the new day (R106, R110).</summary>
internal sealed class CapacityPart : IPart<CapacityPart.Form>
{
    public const string Title = "Nobody is free for the conference";

    public sealed record Form(string Case, string? Child = null, string? Reasons = null, DateOnly? On = null) : ICaseForm;

    public static PartId Id => new(PartIds.Capacity);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child = ChildChoice.All) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => !OutOfTimescaleRule.MayReview(page.Me) ? new NotYourPart()
        : Meant(page, asked).Count == 0 ? new CannotBe("Nobody has said here that no conference can be found in time.") : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = Meant(page, asked);
        var stands = EnquiryStepRule.Same(meant, work => work.Capacity);
        return new(Title,
        [
            .. meant.SelectMany(one => AgreeLatePart.Said(one, page)).Distinct().Select(line => new PlainText(line)),
            .. ChildChoice.For(page.Case, asked.Child),
            new TextInput("reasons", "Why nobody was free, and what you found")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Reasons,
            },
            new DateInput("on", "The day of the conference, if there is one now") { Value = stands?.On },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) =>
        OutOfTimescaleRule.Review(page.Whole, page.Me, typed.Child, typed.Reasons, typed.On, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("team manager and area manager are told now");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);

    private static IReadOnlyList<ChildEnquiry> Meant(FormPage page, Form asked) =>
        [.. EnquiryStepRule.Meant(page.Case, asked.Child).Where(one => one.Work.Late is { Fact.Cause: LatenessCause.NoChairFree })];
}
