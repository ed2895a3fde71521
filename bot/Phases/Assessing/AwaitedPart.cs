namespace StrategyBot.Phases.Assessing;

/// <summary>One answer that is awaited: who brings it and by when, or what became of it (P14).</summary>
internal sealed class AwaitedPart : IPart<AwaitedPart.Form>
{
    public const string Title = "Awaited";

    public sealed record Form(
        string Case, string? Heading = null, AwaitedState? State = null, string? From = null, DateOnly? DueDate = null,
        TimeOnly? DueTime = null, string? Note = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.Awaited);

    public static Capability Needs => Capability.AnswerHeadings;

    public static IReadOnlyList<string> Keys => ["heading"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["dueDate", "dueTime"]];

    public static PartButton Button(Case @case, Heading heading) =>
        Id.Button($"{Title}: {heading.Title}", new Form(@case.Ref.Value, heading.Id));

    public string? Reading(Form asked) => Headings.Find(asked.Heading ?? "")?.Id;

    public Refusal? Bars(FormPage page, Form asked) =>
        Awaited.Find(page.Whole, asked.Heading) is not { } one ? new NotAwaited()
        : AwaitedRule.MaySay(page.Me, one) ? null
        : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, words, one) = (page.Case, page.Words, Awaited.Find(page.Whole, asked.Heading)!);
        var (mine, whole) = (@case.Meeting.Assessment.Awaited.GetValueOrDefault(one.Heading.Id)?.Fact, one.Said?.Fact);
        var stands = whole is null ? null : mine;
        var given = HeadingsRule.Readable(@case, page.Me, one.Heading.Id);
        return new($"{Title}: {one.Heading.Title}",
        [
            new TextBlock(CardText.Plain(AwaitedRule.Say(one, words))),
            .. given?.Answer.Text is { Length: > 0 } text
                ? (IReadOnlyList<CardElement>)[new PlainText(Shortened.To(FormCard.LongText, text)) { IsSubtle = true }] : [],
            Choices.Radios("state", "How does it stand?", WordTables.AwaitedState, AwaitedState.Awaited),
            PersonChoice.Of("from", "Who brings it",
                @case.Participants.Where(person => person.May(Capability.Act) || person.Id == one.From.Id), one.From.Id.Value),
            new DateInput("dueDate", "Expected on") { Value = words.LocalDate(one.DueAt) },
            new TimeInput("dueTime", "At what time?") { Value = words.LocalTime(one.DueAt) },
            new TextInput("note", "What was asked for; or why it is no longer needed")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Note,
            },
            .. MarkingInput.Beside(page, stands, whole, stands?.Audience ?? given?.Audience),
        ])
        {
            Preselected = stands is null ? ["state", "from", "dueDate", "dueTime", MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var due = typed.DueDate is { } day ? page.Words.At(day, typed.DueTime ?? new TimeOnly(17, 0)) : (DateTimeOffset?)null;
        var stands = Awaited.Find(page.Whole, typed.Heading)?.Said?.Fact.Audience;
        return MarkingInput.Said(page, typed.Marking, stands, typed.Note) is { } readers
            ? AwaitedRule.Say(page.Whole, page.Me, typed.Heading, typed.State, typed.From, due, typed.Note, page.Now, readers)
            : MarkingInput.NotSaid;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"{Headings.Find(kept.Typed.Heading!)!.Title}: {WordTables.AwaitedState.InList(kept.Typed.State!.Value)}");

    /// <summary>What came is typed where it belongs; who may not, adds it to what their agency knows.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        kept.Typed.State == AwaitedState.IsIn && Headings.Find(kept.Typed.Heading!) is { } heading
            ? AwaitedRule.Answers(page, heading) : null;
}

/// <summary>It is known by now, or nobody said that it wasn't.</summary>
internal sealed record NotAwaited : Refusal
{
    public override string Say(Words words) => "That isn't awaited any more. Open your part to see what stands.";
}
