using System.Globalization;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The conference gets its day, time and place (R55, R104).</summary>
internal sealed class ArrangePart(FreeBusy freeBusy, Words words) : IPart<ArrangePart.Form>, IAsksOutside
{
    public const string Title = "Arrange the conference";

    private const string InChoice = "yyyy-MM-dd'T'HH:mm";

    // Room between them for one that runs over.
    private static readonly TimeOnly[] Starts = [new(9, 30), new(11, 0), new(13, 0), new(14, 30)];

    /// <param name="Slot">One of the free times that were shown, local: <c>2026-12-14T09:30</c>.</param>
    public sealed record Form(
        string Case, string? Child = null, string? Slot = null, DateOnly? Day = null, TimeOnly? Time = null, string? Where = null,
        string? Because = null) : ICaseForm;

    public static PartId Id => new("enquiring/arrange");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    /// <summary>When the service and the conference's chair are free on its two days; <c>null</c>: nobody could say.</summary>
    public IReadOnlyList<DateTimeOffset>? Free { get; set; }

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken)
    {
        var days = EnquiryPipeline.Of(@case).Where(one => one is { IsToBeHeld: true, StartedOn: not null })
            .Select(one => EnquiryDays.For(@case.Clocks, @case.Profile, one.StartedOn!.Value))
            .SelectMany(one => new[] { one.FirstSlot.On, one.LastSlot.On }).Distinct().Order().ToList();
        var mails = @case.Participants.Where(person => !person.IsTakenOff && person.Mail.Length > 0
                && (person.Roles.Contains(Role.ConferenceService) || person.Roles.Contains(Role.ConferenceChair)))
            .Select(person => person.Mail).ToList();
        if (ConferenceCalendar.IsKept(@case) && days.Count > 0 && mails.Count > 0)
        {
            Free = await patience.AskAsync(token => OpenAsync(days, mails, token), () => null, cancellationToken);
        }
    }

    public Refusal? Bars(FormPage page, Form asked) => EnquiryStepRule.WhyNot(page.Whole, asked.Child, Pipeline.Arranged);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child, Pipeline.Arranged);
        var stands = EnquiryStepRule.Same(meant, work => work.Arranged);
        var days = EnquiryDays.For(page.Whole.Clocks, page.Whole.Profile, meant[0].StartedOn!.Value);
        return new(Title,
        [
            new TextBlock($"Book {page.Words.Date(days.FirstSlot.On)} or {page.Words.Date(days.LastSlot.On)}. It has to be held by "
                + $"{page.Words.Date(meant[0].Limit!.On)}. Parents and professionals get "
                + $"{page.Whole.Profile.Conference.Notice.WorkingDays} working days' notice."),
            .. SourceNote.Of("sources", [days.FirstSlot, meant[0].Limit]),
            .. ChildChoice.For(page.Case, asked.Child),
            .. Slots(page, days),
            new DateInput("day", Free is { Count: > 0 } ? "Or another day" : "Day")
            {
                Value = stands is null ? null : page.Words.LocalDate(stands.At),
            },
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
        var given when typed.Slot is { Length: > 0 } => Chosen(page, typed) is not { } slot
                ? new CannotBe("That is none of the free times. Choose again, or give a day and a time.") { Field = "slot" }
            : given != (null, null) && given != (page.Words.LocalDate(slot), page.Words.LocalTime(slot)) && !Stood(page, typed, given)
                ? new CannotBe("Choose one of the free times or give another day and time, not both.") { Field = "slot" }
            : EnquiryStepRule.Arrange(page.Whole, page.Me, typed.Child, slot, typed.Where, typed.Because, page.Now, page.Words),
        ({ } day, { } time) => page.Words.OnTheClock(day, time, page.Now).Match(
            at => EnquiryStepRule.Arrange(page.Whole, page.Me, typed.Child, at, typed.Where, typed.Because, page.Now, page.Words),
            why => new CannotBe(why) { Field = "time" }),
        (null, _) => new CannotBe("Give the day.") { Field = "day" },
        _ => new CannotBe("Give the time.") { Field = "time" },
    };

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        EnquiryStepRule.Meant(page.Case, kept.Typed.Child)[0].Work.Arranged is { } at ? $"the conference is {page.Words.When(at.Fact.At)}"
            : "the conference");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryStepRule.WhyNotInvite(page.Whole, kept.Typed.Child) is null
        && EnquiryStepRule.Meant(page.Whole, kept.Typed.Child)[0].Work.Invited is null
            ? InviteToConferencePart.Button(page.Case, kept.Typed.Child ?? ChildChoice.All)
            : EnquiryPage.Button(page.Case);

    private IEnumerable<CardElement> Slots(FormPage page, EnquiryDays days)
    {
        if (!ConferenceCalendar.IsKept(page.Whole))
        {
            yield break;
        }

        var free = (Free ?? []).Where(at => page.Words.LocalDate(at) is var on && (on == days.FirstSlot.On || on == days.LastSlot.On)
            && at > page.Now).ToList();
        if (free.Count > 0)
        {
            yield return new ChoiceSetInput("slot", HasChair(page.Whole) ? "Free for the conference service and its chair"
                    : "Free for the conference service",
                [.. free.Select(at => new Choice(page.Words.When(at), Written(page.Words, at)))]);
        }
        else
        {
            yield return new TextBlock(Free is null
                ? "The conference service's calendar can't be read just now. Give a day and a time."
                : "Nothing is free on these two days. If nobody can do it, say that it will be out of timescale: the operations manager "
                    + "is asked.")
            {
                IsSubtle = Free is null,
            };
        }
    }

    private static bool HasChair(Case @case) =>
        @case.Participants.Any(person => !person.IsTakenOff && person.Roles.Contains(Role.ConferenceChair));

    private static DateTimeOffset? Chosen(FormPage page, Form typed) => DateTime.TryParseExact(
        typed.Slot, InChoice, CultureInfo.InvariantCulture, DateTimeStyles.None, out var slot)
        ? page.Words.At(DateOnly.FromDateTime(slot), TimeOnly.FromDateTime(slot)) : null;

    /// <summary>It was there when the form was opened, and nobody typed it.</summary>
    private static bool Stood(FormPage page, Form typed, (DateOnly? Day, TimeOnly? Time) given) =>
        EnquiryStepRule.Meant(page.Case, typed.Child, Pipeline.Arranged).Any(one => one.Work.Arranged is { Fact.At: var at }
            && given == (page.Words.LocalDate(at), page.Words.LocalTime(at)));

    private static string Written(Words words, DateTimeOffset at) =>
        words.LocalDate(at).ToDateTime(words.LocalTime(at)).ToString(InChoice, CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<DateTimeOffset>?> OpenAsync(
        IEnumerable<DateOnly> days, IReadOnlyList<string> mails, CancellationToken cancellationToken)
    {
        var free = new List<DateTimeOffset>();
        var anyKnown = false;
        foreach (var day in days)
        {
            var found = await freeBusy.OpeningsAsync(
                mails, [.. Starts.Select(start => words.At(day, start))], ArrangedConference.Length, cancellationToken);
            anyKnown |= found is not null;
            free.AddRange(found ?? []);
        }

        return anyKnown ? free : null;
    }
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

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        ConferenceOutcomePart.Button(page.Case, kept.Typed.Child ?? ChildChoice.All);
}
