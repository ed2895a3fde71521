namespace StrategyBot.Phases.Assessing;

/// <summary>What came in after the meeting: <em>Does this change the plan? Reconvene?</em> (P14).</summary>
internal sealed class LateNewsPart : IPart<LateNewsPart.Form>
{
    public const string Title = "What came in after the meeting";

    // The page of what everyone knows has all.
    private const int MostShown = 8;

    /// <param name="UpTo">The number of the last that is shown.</param>
    public sealed record Form(string Case, int UpTo = 0, NewsAnswer? Answer = null, string? Reason = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("assessing/late-news");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["upTo"];

    public static PartButton Button(Case @case) =>
        Id.Button(Title, new Form(@case.Ref.Value, @case.Meeting.News.Items.LastOrDefault()?.Seq ?? 0));

    public Refusal? Bars(FormPage page, Form asked) => page.Case.Meeting.News.Items.Count > 0 ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var (news, whole) = (page.Case.Meeting.News, page.Whole.Meeting.News.Answered?.Fact);
        var shown = news.Items.Where(item => item.Seq <= asked.UpTo).ToList();
        var stands = news.Answered?.Fact.UpTo == asked.UpTo ? news.Answered.Fact : null;
        return new(Title,
        [
            .. shown.TakeLast(MostShown).Select(item => new PlainText(LateNewsRule.Say(page.Case, item, page.Words))),
            new TextBlock("Does this change the plan? Do you meet again?") { Weight = TextWeight.Bolder },
            Choices.Radios("answer", "Does it change the plan?", WordTables.News, stands?.Answer),
            new TextInput("reason", "Why, or what changes") { IsMultiline = true, MaxLength = FormCard.LongText, Value = stands?.Reason },
            .. MarkingInput.Beside(page, stands, whole?.UpTo == asked.UpTo ? whole : null, stands?.Audience),
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
            Beside = page.Me.May(InformationPage.Needs) ? [InformationPage.Button(page.Case).Send()] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Meeting.News.Answered?.Fact.Audience, typed.Reason) is { } readers
            ? LateNewsRule.Answer(page.Whole, page.Me, typed.UpTo, typed.Answer, typed.Reason, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Answer switch
    {
        NewsAnswer.PlanChanges => "the plan changes. Change its rows now: whoever owns one is told",
        NewsAnswer.MeetAgain => "you meet again. You are asked each working day until a further meeting is opened",
        _ => WordTables.News.InList(NewsAnswer.PlanStands),
    });

    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Answer == NewsAnswer.MeetAgain
        ? new PartId(PartIds.AnotherMeeting).Button("Another meeting on this case", CaseForm.Of(page.Case)) : null;
}
