namespace StrategyBot.Phases.FollowingUp;

/// <summary>What an owner says of one of their open actions; the chair's list has everybody's, to answer on their behalf.</summary>
internal sealed class ActionAnswerPart : IPart<ActionAnswerPart.Form>
{
    /// <param name="All">Everybody's, for the chair.</param>
    /// <param name="How">How an owner told the chair.</param>
    /// <param name="ToldAt">At what time today; now, if it is left out.</param>
    /// <param name="AtOnce">Opened in the place of the person's own part.</param>
    /// <param name="Chosen">As <see cref="ListedAction.Id"/>: a list may run across cases, so it names the case too.</param>
    public sealed record Form(
        string? Case = null, bool All = false, string? Chosen = null, ActionProgress? Progress = null, string? Note = null,
        Via? How = null, TimeOnly? ToldAt = null, bool? AtOnce = null) : ICaseForm
    {
        string ICaseForm.Case => ListedAction.Read(Chosen)?.Case ?? Case ?? "";
    }

    public static PartId Id => new(OwnActions.OpenVerb);

    public static Capability Needs => Capability.Act;

    public static IReadOnlyList<string> Keys => ["chosen"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["progress", "note", "how", "toldAt"]];

    public static PartButton Mine(Case @case) => Id.Button("My actions", new Form(@case.Ref.Value));

    public static PartButton Everybodys(Case @case) => Id.Button("All actions", new Form(@case.Ref.Value, All: true));

    public Refusal? Bars(FormPage page, Form asked) =>
        asked.All && !page.Me.May(Capability.Lead) ? new NotYourPart()
        : ListedAction.Read(asked.Chosen) is { } chosen ? ActionAnswerRule.WhyNot(page.Case, page.Me, chosen.Action)
        : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        if (ListedAction.Read(asked.Chosen)?.Action is { } chosen
            && page.Case.Meeting.Plan.Open.FirstOrDefault(action => action.Id == chosen) is { } one)
        {
            return ActionAnswerDrawing.One(
                ListedAction.From(page.Case, page.Me, one), page.CannotAsk ? null : asked.Progress, page.Now, page.Words);
        }

        var listed = (asked.All ? ListedAction.Answerable(page.View) : ListedAction.Of(page.View)).ToList();
        return ActionAnswerDrawing.List(listed, page.Now, page.Words) with
        {
            LeadsOn = true,
            Beside =
            [
                .. listed.Any(item => item.IsMine && item.Action.Progress is null)
                    ? (IReadOnlyList<CardAction>)[OwnActions.Accept(page.Case)] : [],
                .. asked.AtOnce == true ? (IReadOnlyList<CardAction>)[OwnPart.Button(page.Case)] : [],
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        if (ListedAction.Read(typed.Chosen) is not { } chosen)
        {
            return new CannotBe("No action is chosen. Choose one, and save again.") { Field = "chosen" };
        }

        // Without a form of ours only the choice says what its card showed.
        var seen = page.CannotAsk ? chosen.Answered ?? 0 : page.Seen;
        return At(page, typed).Match(
            at => ActionAnswerRule.Answer(
                page.Whole, page.Me, chosen.Action, typed.Progress, typed.Note ?? "", (typed.How, at), seen),
            why => new CannotBe(why) { Field = "toldAt" });
    }

    private static Typed<DateTimeOffset?> At(FormPage page, Form typed) => typed.ToldAt is not { } time
        ? new Typed<DateTimeOffset?>.Understood(null)
        : page.Words.OnTheClock(page.Words.LocalDate(page.Now), time, page.Now).Then<DateTimeOffset?>(at => at > page.Now
            ? new Typed<DateTimeOffset?>.NotUnderstood($"{page.Words.Time(at)} lies ahead. Say when today they told you.")
            : new Typed<DateTimeOffset?>.Understood(at));

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        Answered(page, kept) is [{ } action]
            ? ActionAnswerDrawing.Say(page.Case, action, page.Words)
            : ActionAnswerDrawing.Say(kept.Typed.Progress),
    [
        .. Answered(page, kept)
            .SelectMany(action => new[] { ActionAnswerDrawing.What(action), action.Note })
            .Where(text => text.Length > 0).Select(text => new PlainText(text)),
    ]);

    private static IReadOnlyList<PlannedAction> Answered(FormPage page, Kept<Form> kept) =>
        [.. page.Case.Meeting.Plan.Actions.Where(action => action.Id == ListedAction.Read(kept.Typed.Chosen)?.Action)];
}

/// <summary>An owner says in one tap that an action is done.</summary>
internal sealed class FinishAction : IAct<FinishAction.Form>
{
    /// <param name="Chosen">As <see cref="ListedAction.Shown"/>: what its card showed.</param>
    public sealed record Form(string Case, string? Chosen = null) : ICaseForm;

    public static string Verb => "following-up/done";

    public static Capability Needs => Capability.Act;

    public static SubmitAction Button(ListedAction item) =>
        Actions.Send("Done", Verb, new Form(item.Case.Ref.Value, item.Shown)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, Form pressed) => ListedAction.Read(pressed.Chosen) is { } chosen
        ? ActionAnswerRule.Answer(page.Whole, page.Me, chosen.Action, ActionProgress.Done, "", default, chosen.Answered ?? 0)
        : new ActionGone();

    public PartButton Back(FormPage page, Form pressed) => ActionAnswerPart.Mine(page.Case);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("done", [.. page.Case.Meeting.Plan.Actions.Where(action => action.Id == ListedAction.Read(kept.Typed.Chosen)?.Action)
            .Select(action => new PlainText(ActionAnswerDrawing.What(action)))]);
}

/// <summary>An owner accepts everything that is not answered yet, in one tap (R82).</summary>
internal sealed class AcceptActions : IAct<AcceptActions.Form>
{
    /// <param name="Number">The case's version that the card showed.</param>
    public sealed record Form(string Case, int? Number = null) : ICaseForm;

    public static string Verb => OwnActions.AcceptVerb;

    public static Capability Needs => Capability.Act;

    public Decision Decide(FormPage page, Form pressed) => ActionAnswerRule.AcceptAll(page.Whole, page.Me, pressed.Number);

    public PartButton Back(FormPage page, Form pressed) => ActionAnswerPart.Mine(page.Case);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        ActionAnswerRule.Of(page.Whole, page.Me).Any(action => action.Progress is null)
            ? "your actions are accepted, but for what was changed or added since that card"
            : "your actions are accepted");

    /// <summary>The read-back, while it waits for them: the plan is agreed, and the meeting goes on.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        page.Me.May(Capability.AnswerInvitation) && page.Whole.Meeting.Plan.AgreedAt is not null
        && page.Whole.Meeting.Attendance is { StartedAt: not null, EndedAt: null } held && !held.ReadBack.ContainsKey(page.Me.Id)
            ? new("Read-back", PartIds.ReadBack, CaseForm.Of(page.Case))
            : null;
}
