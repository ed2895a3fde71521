namespace StrategyBot.Phases.Convening;

/// <summary>A discussion by telephone at night, in three texts (P36): where the child is, what happened, what is done now.</summary>
/// <remarks>The rest is asked by day.</remarks>
internal sealed class NightPart : IPart<NightPart.Form>
{
    public const string Title = "By telephone, in short";

    private static readonly IReadOnlyList<MeetingMode> Offered = [MeetingMode.AlreadyHappened, MeetingMode.Phone];

    /// <param name="Name">The child, where none is named yet.</param>
    /// <param name="At">When it was talked of, if that was before now.</param>
    public sealed record Form(
        string Case, string? Name = null, string? Where = null, string? Happened = null, string? WhatNow = null, MeetingMode? Mode = null,
        TimeOnly? At = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/night");

    public static Capability Needs => Capability.Arrange;

    public static SubmitAction Button(Case @case) => Id.Send(Title, CaseForm.Of(@case));

    /// <summary>What waits for who was sent a link to write it down.</summary>
    public static IEnumerable<HubEntry> Entries(Case @case)
    {
        var isSaid = @case.WhatNow is not null;
        yield return new(Id.Open, HubSection.Before, "Write down what was said by telephone", isSaid ? "saved" : "where, what, what now",
            Id.Button(Title, new Form(@case.Ref.Value)), IsOpen: !isSaid);
        if (isSaid)
        {
            yield return new("convening/check", HubSection.Before, Step.Check.Title(), "not called yet", Step.Check.Button(@case),
                IsOpen: true);
        }
    }

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
            // With the name that is asked first they would be more than a form asks.
            .. child is null ? (IReadOnlyList<CardElement>)[] : [Discussion(given)],
            new TimeInput("at", "At what time was it? Leave it out for now")
            {
                Value = @case.Meeting.Room.Planned is { } planned ? page.Words.LocalTime(planned.StartsAt) : null,
            },
            .. MarkingInput.Beside(page, @case.WhatNow?.Fact, page.Whole.WhatNow?.Fact, @case.WhatNow?.Fact.Audience),
            new TextBlock("Everything else is asked by day. Nobody waits for it.") { IsSubtle = true },
        ]) with
        {
            Title = Title,
            Preselected = @case.WhatNow is not null ? [] : child is null ? [MarkingInput.Id] : ["mode", MarkingInput.Id],
        };
    }

    private static ChoiceSetInput Discussion(CircumstancesGiven? given) => new("mode", "The discussion",
        [.. Choices.Of(WordTables.MeetingMode).Where(choice => Offered.Any(mode => WordTables.ValueOf(mode) == choice.Value))])
    {
        Style = ChoiceSetStyle.Expanded,
        Value = WordTables.ValueOf(Mode(given)),
    };

    /// <summary>As it stands, of the two.</summary>
    public static MeetingMode Mode(CircumstancesGiven? given) =>
        given is { Mode: MeetingMode.Phone } ? MeetingMode.Phone : MeetingMode.AlreadyHappened;

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.WhatNow?.Fact.Audience, typed.Where, typed.Happened, typed.WhatNow) is { } readers
            ? NightRule.Record(page.Whole, page.Me, typed, page.Now, page.Words, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("where the child is, what happened, what is done now");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Check.Button(page.Case);
}
