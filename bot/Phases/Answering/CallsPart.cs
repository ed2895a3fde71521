namespace StrategyBot.Phases.Answering;

/// <summary>Who comes and who has not answered, with the numbers to ring and what came of each call (P12).</summary>
internal sealed class CallsPart : IPart<CallsPart.Form>
{
    private const string Title = "Who is coming";

    // So many lines at most, each so long, keep the card under its limit.
    private const int MostLines = 16;
    private const int Line = 150;

    /// <param name="Rung"><c>desk-Police</c>, or a participant's id.</param>
    public sealed record Form(string Case, string? Rung = null, string? Outcome = null) : ICaseForm;

    public static PartId Id => new("answering/answers");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["rung", "outcome"]];

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked)
    {
        var @case = page.Case;
        var open = Quorum.Core(@case).Except(Quorum.Covered(@case)).ToList();
        var choices = Choices(@case, page.Now);
        return new(Title,
        [
            .. open.Take(4).Select(agency => Text(CallsRule.WhomToRing(@case, agency, page.Now)) with { Weight = TextWeight.Bolder }),
            .. open.Count > 0 && CallsRule.IsUrgent(@case, page.Now)
                ? [new TextBlock("Under four hours are left: ring, don't wait for mail. Protection never waits.")]
                : (IReadOnlyList<CardElement>)[],
            .. @case.Invited.Where(person => person.Id != @case.Meeting.Chair).Take(MostLines).Select(person =>
                Text($"{Shortened.To(Line, person.Described)}: {RsvpWords.Say(@case.Meeting.Attendance, person)}")),
            .. choices.Count == 0 ? (IReadOnlyList<CardElement>)[] :
            [
                new ChoiceSetInput("rung", "Whom did you ring?", choices) { Separator = true },
                new ChoiceSetInput("outcome", "What came of it?", CallsRule.Outcomes) { Style = ChoiceSetStyle.Expanded },
            ],
        ])
        {
            Saves = choices.Count == 0 ? [] : [new("Save the call")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => CallsRule.Rang(page.Whole, typed.Rung, typed.Outcome, page.Now);

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"the call – {CallsRule.Say(kept.Typed.Outcome ?? "")}");

    private static TextBlock Text(string line) => new(CardText.Plain(Shortened.To(2 * Line, line)));

    private static List<Choice> Choices(Case @case, DateTimeOffset now) =>
    [
        .. from desk in @case.Profile.DutyDesks
           let agency = Agencies.Read(desk.Agency)
           where agency is not null
           let whom = Staffed.InsteadOf(@case, desk, now) ?? $"{desk.Name} ({desk.Phone})"
           select new Choice(Shortened.To(Line, whom), CallsRule.DeskOf(agency.Value)),
        .. @case.Invited.Where(person => person.Agency != Agency.SocialCare).Take(MostLines)
            .Select(person => new Choice(Shortened.To(Line, person.Described), person.Id.Value)),
    ];
}
