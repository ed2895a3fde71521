namespace StrategyBot.Phases.Convening;

/// <summary>A discussion by telephone at night, in three texts (P36): where the child is, what happened, what is done now.</summary>
/// <remarks>The rest is asked by day.</remarks>
internal sealed class NightPart : IPart<NightPart.Form>
{
    public const string Title = "By telephone, in short";

    private static readonly IReadOnlyList<MeetingMode> Offered = [MeetingMode.AlreadyHappened, MeetingMode.Phone];

    /// <param name="Name">The child, where none is named yet.</param>
    public sealed record Form(
        string Case, string? Name = null, string? Where = null, string? Happened = null, string? WhatNow = null, MeetingMode? Mode = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/night");

    public static Capability Needs => Capability.Arrange;

    public static SubmitAction Button(Case @case) => Id.Send(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => page.Case.Meeting.IsConvened ? TimeRule.Uncallable(page.Case) : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, given, child) = (page.Case, page.Case.Circumstances, NightRule.Whom(page.Case));
        return ConveningDrawing.Of(page, Step.Now,
        [
            child is null
                ? ConveningDrawing.Line("name", "Which child? A name, as far as you know it", null)
                : new PlainText($"{child.Number}, {Shortened.Name(child.Details.Name)}") { Weight = TextWeight.Bolder },
            ConveningDrawing.Line("where", "Where is the child, and with whom?", child?.Now?.Fact.Where),
            new TextInput("happened", "What happened?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = given?.Reason },
            new TextInput("whatNow", "What is done now, and by whom?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = @case.WhatNow?.Fact.Text,
            },
            new ChoiceSetInput("mode", "The discussion",
                [.. Choices.Of(WordTables.MeetingMode).Where(choice => Offered.Any(mode => WordTables.ValueOf(mode) == choice.Value))])
            {
                Style = ChoiceSetStyle.Expanded,
                Value = WordTables.ValueOf(given is { Mode: MeetingMode.Phone } ? MeetingMode.Phone : MeetingMode.AlreadyHappened),
            },
            .. MarkingInput.Beside(page, @case.WhatNow?.Fact, page.Whole.WhatNow?.Fact, @case.WhatNow?.Fact.Audience),
            new TextBlock("Everything else is asked by day. Nobody waits for it.") { IsSubtle = true },
        ]) with
        {
            Title = Title,
            Preselected = @case.WhatNow is null ? ["mode", MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.WhatNow?.Fact.Audience, typed.Where, typed.Happened, typed.WhatNow) is { } readers
            ? NightRule.Record(page.Whole, typed, page.Now, page.Words, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("where the child is, what happened, what is done now");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Check.Button(page.Case);
}
