namespace StrategyBot.Phases.FollowingUp;

/// <summary>An action goes to somebody else: its owner hands it over to a colleague, the chair to anybody on the case.</summary>
internal sealed class HandOverPart : IPart<HandOverPart.Form>
{
    public sealed record Form(string Case, string? Action = null, string? To = null, string? Because = null) : ICaseForm;

    public static PartId Id => new("following-up/hand-over");

    public static Capability Needs => Capability.Act;

    public Refusal? Bars(FormPage page, Form asked) => ActionAnswerRule.WhyNot(page.Case, page.Me, new(asked.Action ?? ""));

    public Drawn Draw(FormPage page, Form asked)
    {
        var action = HandOverRule.Find(page.Case, asked.Action);
        return new("Who does it now?",
        [
            .. Stands(page, action),
            PersonChoice.Of("to", "Who does it", action is null ? [] : HandOverRule.Others(page.Case, page.Me, action), null),
            .. Why(page, action),
        ])
        {
            Frame = "Actions",
            Saves = [new("Hand over")],
        };
    }

    /// <summary>Asked once the meeting that agreed it is over (design §3.1).</summary>
    public static IReadOnlyList<CardElement> Why(FormPage page, PlannedAction? action) =>
        action is null || !RowRules.IsClosed(page.Whole, action) ? []
            : [new TextInput("because", "The meeting agreed it otherwise. Why is it changed now?") { MaxLength = FormCard.Line }];

    /// <summary>Nobody is told of a plan that isn't agreed.</summary>
    public static string When(FormPage page) => page.Whole.Meeting.Plan.AgreedAt is null ? " once the plan is agreed" : "";

    /// <summary>The action as it stands.</summary>
    public static IReadOnlyList<CardElement> Stands(FormPage page, PlannedAction? action) => action is null ? [] :
    [
        new PlainText(ActionAnswerDrawing.What(action)) { Weight = TextWeight.Bolder },
        new TextBlock(ActionAnswerDrawing.Standing(page.Case, action, page.Now, page.Words)),
    ];

    public Decision Decide(FormPage page, Form typed) =>
        HandOverRule.Give(page.Whole, page.Me, new(typed.Action ?? ""), typed.To, typed.Because, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var to = page.Case.Participants.FirstOrDefault(one => one.Id.Value == kept.Typed.To)?.Name ?? "";
        return new($"it is {CardText.Plain(Shortened.Name(to))}'s now, who is told{When(page)}");
    }
}

/// <summary>The chair gives an action another date.</summary>
internal sealed class NewDatePart : IPart<NewDatePart.Form>
{
    public sealed record Form(
        string Case, string? Action = null, string? Due = null, string? At = null, string? Because = null) : ICaseForm;

    public static PartId Id => new("following-up/new-date");

    public static Capability Needs => Capability.Lead;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["due", "at"]];

    public Refusal? Bars(FormPage page, Form asked) => ActionAnswerRule.WhyNot(page.Case, page.Me, new(asked.Action ?? ""));

    public Drawn Draw(FormPage page, Form asked) => new("By when?",
    [
        .. HandOverPart.Stands(page, HandOverRule.Find(page.Case, asked.Action)),
        new ChoiceSetInput("due", "By when",
            [.. RowRules.Times(page.Case, page.Now).Select(time => new Choice(time.Label, time.Id)),
                new("another day and time, typed below", RowForm.OtherTime)]),
        new TextInput("at", "Or another day and time") { MaxLength = FormCard.Line, Placeholder = "tomorrow 12:00, or 26 Nov 14:00" },
        .. HandOverPart.Why(page, HandOverRule.Find(page.Case, asked.Action)),
    ])
    {
        Frame = "Actions",
        Saves = [new("Set the date")],
    };

    public Decision Decide(FormPage page, Form typed) =>
        HandOverRule.Put(page.Whole, page.Me, new(typed.Action ?? ""), typed.Due, typed.At, typed.Because, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"by {page.Words.When(HandOverRule.Find(page.Case, kept.Typed.Action)!.Fact.DueAt)}; its owner is "
            + $"told{HandOverPart.When(page)}");
}
