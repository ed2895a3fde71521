namespace StrategyBot.Phases.Planning;

/// <summary>The list of actions.</summary>
internal sealed class ActionsPage() : RowsPage(Kind), IPage<CaseForm>
{
    public static RowKind Kind { get; } =
        new(ActionKind.Action, "Actions", Id, ActionPart.Id, WithdrawAction.Verb, ActionWithdrawalPart.Id);

    public static PartId Id => new("planning/actions");

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Kind.List, CaseForm.Of(@case));

    public override Drawn Draw(FormPage page, CaseForm asked) => RowDrawing.List(page, Kind, [.. OfferedDrawing.Above(page)],
        page.Case.Profile.UsualActions is { Count: > 0 }
            ? [UsualActionsPage.Id.Send("Usual actions", new UsualActionsPage.Form(asked.Case))]
            : []);
}

/// <summary>One action.</summary>
internal sealed class ActionPart() : RowPart(ActionsPage.Kind), IPart<RowForm>
{
    public static PartId Id => new(PartIds.Action);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<IReadOnlyList<string>> Together => DayAndTime;
}

/// <summary>Takes one action back.</summary>
internal sealed class WithdrawAction() : RowWithdrawal(ActionsPage.Kind), IAct<RowForm>
{
    public static string Verb => "planning/withdraw-action";

    public static Capability Needs => Capability.FillForm;
}

/// <summary>Takes one action back that a meeting agreed which is over, and why.</summary>
internal sealed class ActionWithdrawalPart() : RowWithdrawalPart(ActionsPage.Kind), IPart<RowForm>
{
    public static PartId Id => new("planning/withdrawal");

    public static Capability Needs => Capability.FillForm;
}
