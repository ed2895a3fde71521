namespace StrategyBot.Phases.Assessing;

/// <summary>What is done about a view that somebody escalated, step by step (R59, P18, R122). It never holds the plan up.</summary>
internal sealed class EscalationPart : IPart<EscalationPart.Form>
{
    public const string Title = "Escalated disagreement";

    // A step is a line of who and what; older ones stand in the minutes.
    private const int MostShown = 5;

    /// <param name="Who">Whose view differs.</param>
    public sealed record Form(
        string Case, string? Who = null, string? Child = null, string? Step = null, YesNo? Settled = null, DateOnly? DueDate = null,
        TimeOnly? DueTime = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("assessing/escalation");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["who", "child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["dueDate", "dueTime"]];

    public static PartButton Button(Case @case, (ParticipantId Participant, ChildId Child) about) =>
        Id.Button(Title, new Form(@case.Ref.Value, about.Participant.Value, about.Child.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        EscalationRule.All(page.Whole).Any(about => about == About(asked)) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, words, about) = (page.Case, page.Words, About(asked));
        var (taken, child) = (@case.Meeting.Assessment.Escalations.GetValueOrDefault(about), @case.Find(about.Child));
        var rung = @case.Profile.DutyDesks.FirstOrDefault(desk => desk.Agency == EscalationRule.Agency(@case, about));
        return new(Title,
        [
            new PlainText($"{@case.Find(about.Participant)?.Described ?? "Somebody"} sees the decision on "
                + $"{child?.Number.ToLowerInvariant()} differently, and asked for it to be settled by senior managers."),
            new TextBlock("The plan to protect the child goes on meanwhile."),
            .. rung is null ? (IReadOnlyList<CardElement>)[] : [new PlainText($"Their side: {rung.OnCallSenior}")],
            .. (taken?.AndBefore() ?? []).Where(step => step.Fact.Step.Length > 0).Take(MostShown).Reverse()
                .Select(step => new PlainText(
                $"{words.When(step.At)}, {@case.Find(step.By)?.Name ?? "Somebody"}: {Shortened.To(FormCard.Line, step.Fact.Step)}")),
            new TextInput("step", "Who was asked, and what was said") { IsMultiline = true, MaxLength = FormCard.LongText },
            Choices.Radios("settled", "Is it settled?", WordTables.YesNo,
                taken is null ? null : taken.Fact.IsSettled ? YesNo.Yes : YesNo.No),
            new DateInput("dueDate", "By which day is it to be settled?")
            {
                Value = taken?.Fact.DueAt is { } day ? words.LocalDate(day) : null,
            },
            new TimeInput("dueTime", "At what time?") { Value = taken?.Fact.DueAt is { } time ? words.LocalTime(time) : null },
            MarkingInput.For(@case, page.Me.Agency, taken?.Fact.Audience),
            new TextBlock($"[How professional disagreement is escalated]({@case.Profile.Links.Escalation})") { IsSubtle = true },
        ])
        {
            Preselected = [MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var due = typed.DueDate is { } day ? page.Words.At(day, typed.DueTime ?? new TimeOnly(17, 0)) : (DateTimeOffset?)null;
        return MarkingInput.Said(page, typed.Marking, null, typed.Step) is { } readers
            ? EscalationRule.Take(page.Whole, page.Me, About(typed), typed.Step, typed.Settled, due, readers)
            : MarkingInput.NotSaid;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(kept.Typed.Settled == YesNo.Yes ? "the disagreement is settled" : "what was done about the disagreement");

    private static (ParticipantId Participant, ChildId Child) About(Form form) => (new(form.Who ?? ""), new(form.Child ?? ""));
}
