namespace StrategyBot.Phases.Assessing;

/// <summary>What was written on paper while nothing could be typed (P13): when and where it happened and who wrote it, said once; what is
/// typed in then carries it.</summary>
internal sealed class PaperPart : IPart<PaperPart.Form>
{
    public const string Title = "Written on paper";

    /// <param name="By">Who wrote the sheet.</param>
    public sealed record Form(
        string Case, DateOnly? On = null, TimeOnly? Time = null, string? Place = null, string? By = null) : ICaseForm;

    public static PartId Id => new("assessing/paper");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["on", "time"]];

    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        if (view.Reader.May(Needs) && view.Case.Meeting.Minutes.Approved is null)
        {
            var isOpen = PaperSheet.Of(view.Whole, view.Reader, now) is not null;
            yield return new(Id.Open, HubSection.Information, Title, isOpen ? "being typed in" : "print a blank, type one in",
                Id.Button(Title, new Form(view.Case.Ref.Value)), isOpen)
            {
                IsOffered = !isOpen,
            };
        }
    }

    public Drawn Draw(FormPage page, Form asked)
    {
        var open = PaperSheet.Of(page.Whole, page.Me, page.Now);
        var happened = open?.At ?? page.Case.Meeting.Attendance.StartedAt ?? page.Case.Meeting.Room.Convened?.StartsAt;
        happened = happened <= page.Now ? happened : page.Now;
        return new(Title,
        [
            new TextBlock(open is null
                ? "Say once when and where it happened. All that you save until it is typed in carries that time, and when you typed it."
                : "You type in this sheet now. Say here when all of it is typed in."),
            new DateInput("on", "On what day did it happen?") { Value = page.Words.LocalDate(happened!.Value) },
            new TimeInput("time", "At what time?") { Value = page.Words.LocalTime(happened.Value) },
            new TextInput("place", "Where?") { MaxLength = FormCard.Line, Value = open?.Begun.Fact.Place },
            PersonChoice.AtAGlance("by", "Who wrote it down?", Writers(page),
                (open?.Begun.Fact.WrittenBy ?? page.Case.Meeting.HeldBy).Value),
        ])
        {
            Preselected = open is null ? ["on", "time", "by"] : [],
            Saves = [new("Type it in")],
            Beside =
            [
                .. open is null ? (IReadOnlyList<CardAction>)[] : [DonePaper.Button(page.Case)],
                OfferBlank.Button(page.Case),
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) => PaperRule.Begin(page.Whole, page.Me, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(PaperSheet.Of(page.Whole, page.Me, page.Now) is { } sheet
        ? $"you type in what was written {page.Words.When(sheet.At)}" : "the sheet");

    /// <summary>What each agency knew stands first on it; the other forms follow in their order.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => InformationPart.Button(page.Case);

    private static IReadOnlyList<Participant> Writers(FormPage page) =>
        [.. page.Case.Speaking.Prepend(page.Me).Where(person => !person.IsInbox).DistinctBy(person => person.Id)];
}

/// <summary>All of it is typed in: what is saved from here on happens now.</summary>
internal sealed class DonePaper : IAct<CaseForm>
{
    public static string Verb => "assessing/paper-done";

    public static Capability Needs => Capability.FillForm;

    public static SubmitAction Button(Case @case) =>
        Actions.Send("All of it is typed in", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, CaseForm pressed) => PaperSheet.Of(page.Whole, page.Me, page.Now) is null
        ? Decision.Already
        : new PaperDone { Meeting = page.Case.Meeting.Id };

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the sheet is typed in; what you save now happens now");
}

/// <summary>The rule of a sheet that is typed in. Pure.</summary>
internal static class PaperRule
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(366);

    public static Decision Begin(Case @case, Participant me, PaperPart.Form typed, DateTimeOffset now, Words words)
    {
        var (place, by) = ((typed.Place ?? "").ReplaceLineEndings(" ").Trim(), @case.Find(new ParticipantId(typed.By ?? "")));
        var unsaid = new Unsaid()
            .If(typed.On is null, "on", "Choose the day on which it happened.")
            .If(typed.Time is null, "time", "Choose the time at which it happened.")
            .Text("place", place, "Say where it happened: the ward, the office, on the telephone.")
            .If(by is null || !(by.MaySpeak || by.Id == me.Id), "by", "Choose who wrote it down.");
        return unsaid.Why is { } why ? why
            : place.Length > FormCard.Line ? new TooLong(FormCard.Line) { Field = "place" }
            : words.OnTheClock(typed.On!.Value, typed.Time!.Value, now).Match<Decision>(
                at => at > now ? new CannotBe("That lies ahead. Check the day and the time.") { Field = "on" }
                    : at < now - LongAgo ? new CannotBe("That is more than a year ago. Check the year.") { Field = "on" }
                    : Begun(@case, me, new PaperBegun(place, by!.Id) { Meeting = @case.Meeting.Id, HappenedAt = at }, now),
                unread => new CannotBe(unread) { Field = "time" });
    }

    private static Decision Begun(Case @case, Participant me, PaperBegun sheet, DateTimeOffset now) =>
        PaperSheet.Of(@case, me, now)?.Begun.Fact == sheet ? Decision.Already : sheet;
}
