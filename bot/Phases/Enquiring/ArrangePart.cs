using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The conference gets its day, time and place (R55, R104).</summary>
internal sealed class ArrangePart : IPart<ArrangePart.Form>
{
    public const string Title = "Arrange the conference";

    public sealed record Form(
        string Case, string? Child = null, DateOnly? Day = null, TimeOnly? Time = null, string? Where = null, string? Because = null)
        : ICaseForm;

    public static PartId Id => new("enquiring/arrange");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => EnquiryStepRule.WhyNot(page.Whole, asked.Child, Pipeline.Arranged);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child, Pipeline.Arranged);
        var stands = meant.Select(one => one.Work.Arranged?.Fact).Distinct().ToList() is [var same] ? same : null;
        var days = EnquiryDays.For(page.Whole.Clocks, page.Whole.Profile, meant[0].StartedOn!.Value);
        return new(Title,
        [
            new TextBlock($"Book {page.Words.Date(days.FirstSlot.On)} or {page.Words.Date(days.LastSlot.On)}. It has to be held by "
                + $"{page.Words.Date(meant[0].Limit!.On)}. Parents and professionals get "
                + $"{page.Whole.Profile.Conference.Notice.WorkingDays} working days' notice."),
            .. SourceNote.Of("sources", [days.FirstSlot, meant[0].Limit]),
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("day", "Day") { Value = stands is null ? null : page.Words.LocalDate(stands.At) },
            new TimeInput("time", "Time") { Value = stands is null ? null : page.Words.LocalTime(stands.At) },
            new TextInput("where", "Where") { MaxLength = FormCard.Line, Value = stands?.Where },
            new TextInput("because", "If there is less notice, or it comes late: why")
            {
                MaxLength = FormCard.Line,
                Value = stands?.Because,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => (typed.Day, typed.Time) switch
    {
        ({ } day, { } time) => page.Words.OnTheClock(day, time, page.Now).Match(
            at => EnquiryStepRule.Arrange(page.Whole, page.Me, typed.Child, at, typed.Where, typed.Because, page.Now, page.Words),
            why => new CannotBe(why) { Field = "time" }),
        (null, _) => new CannotBe("Give the day.") { Field = "day" },
        _ => new CannotBe("Give the time.") { Field = "time" },
    };

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        EnquiryStepRule.Meant(page.Case, kept.Typed.Child)[0].Work.Arranged is { } at ? $"the conference is {page.Words.When(at.Fact.At)}"
            : "the conference");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);
}

/// <summary>The conference was held.</summary>
internal sealed class ConferenceHeldPart : IPart<ConferenceHeldPart.Form>
{
    public const string Title = "Conference held";

    public sealed record Form(string Case, string? Child = null, DateOnly? On = null) : ICaseForm;

    public static PartId Id => new("enquiring/held");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => EnquiryStepRule.WhyNot(page.Whole, asked.Child);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child);
        var arranged = meant.Select(one => one.Work.Arranged?.Fact.At).Distinct().ToList() is [var same] ? same : null;
        return new(Title,
        [
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("on", "On which day was it held? Leave it out for today")
            {
                Value = meant.Select(one => one.Work.Held?.Fact.On).Distinct().ToList() is [{ } on] ? on
                    : arranged is { } at && page.Words.LocalDate(at) <= page.Words.LocalDate(page.Now) ? page.Words.LocalDate(at) : null,
            },
        ])
        {
            Preselected = meant.All(one => one.Work.Held is null) ? ["on"] : [],
            Saves = [new("It was held")],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        EnquiryStepRule.Held(page.Whole, typed.Child, typed.On, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the conference was held");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);
}
