namespace StrategyBot.Phases.Minuting;

/// <summary>Somebody has the minutes by hand, by telephone or by post, or the letter came back (R81).</summary>
internal sealed class GivenPart : IPart<GivenPart.Form>
{
    public const string Title = "Given by hand, read out, posted";

    public sealed record Form(
        string Case, string? To = null, MinutesHanded? How = null, DateOnly? Day = null, string? Taker = null) : ICaseForm;

    public static PartId Id => new("minuting/given");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<string> Keys => ["to"];

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => page.Whole.Meeting.Minutes.Version == 0 ? new NotApprovedYet() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var meeting = page.Whole.Meeting;
        var people = Recipients.Of(page.Whole, meeting);
        var to = people.FirstOrDefault(person => person.Id.Value == asked.To)
            ?? Recipients.Deliveries(page.Whole, meeting).OrderByDescending(one => one.HasFailed)
                .FirstOrDefault(one => one.IsOutstanding(meeting))?.To
            ?? (people.Count > 0 ? people[0] : null);
        var stands = to is null ? null : meeting.Minutes.Given.GetValueOrDefault((to.Id, meeting.Minutes.Version))?.Fact;
        return new(Title,
        [
            new TextBlock($"Version {meeting.Minutes.Version}. They are not chased for it any more, unless it came back."),
            PersonChoice.Of("to", "Who?", people, to?.Id.Value),
            Choices.Radios("how", "What happened?", WordTables.MinutesHanded, stands?.How),
            new DateInput("day", "On which day? Leave it out for today") { Value = stands?.On },
            new TextInput("taker", "Who took it for them, if somebody did") { MaxLength = FormCard.Line, Value = stands?.Taker },
        ])
        {
            Preselected = ["to"],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var (meeting, today) = (page.Whole.Meeting, page.Words.LocalDate(page.Now));
        var to = Recipients.Of(page.Whole, meeting).FirstOrDefault(person => person.Id.Value == typed.To);
        var (taker, on) = ((typed.Taker ?? "").Trim(), typed.Day ?? today);
        var stands = to is null ? null : meeting.Minutes.Given.GetValueOrDefault((to.Id, meeting.Minutes.Version))?.Fact;
        return new Unsaid()
                .If(to is null, "to", "Choose who has them.")
                .If(typed.How is null, "how", "Choose what happened.")
                .If(on > today, "day", "That day is still to come.")
                .If(on < page.Words.LocalDate(meeting.Minutes.Approved!.At), "day", "This version was not approved then.")
                .Text("taker", taker, null, FormCard.Line).Why
            ?? (stands is { } one && one.How == typed.How && one.On == on && one.Taker == taker ? Decision.Already
                : new MinutesGiven(to!.Id, meeting.Minutes.Version, typed.How!.Value, on, taker) { Meeting = meeting.Id });
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        $"{Shortened.Name(page.Whole.Find(new ParticipantId(kept.Typed.To ?? ""))?.Name ?? "somebody")}: "
            + (kept.Typed.How is { } how ? WordTables.MinutesHanded.InList(how) : "noted"));

    public PartButton? Next(FormPage page, Kept<Form> kept) => DeliveryPage.Button(page.Case);
}
