namespace StrategyBot.Phases.Linking;

/// <summary>Links a case that stands already: one that who asks arranges too.</summary>
internal sealed class LinkCasePart : IPart<LinkCasePart.Form>, IAsksMyCases
{
    public const string Title = "Link a case";

    // The latest ones.
    private const int MostShown = 40;

    public sealed record Form(string Case, string? Other = null, CaseLinkKind? Kind = null) : ICaseForm;

    public static PartId Id => new("linking/link");

    public static Capability Needs => Capability.Arrange;

    public IReadOnlyList<CaseView> Mine { get; set; } = [];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart() : null;

    public Drawn Draw(FormPage page, Form asked) => Mine.Count == 0 ? NoOther(page.Case) : new(Title,
    [
        new TextBlock("Both cases then name each other by their reference. Nothing else of one is seen in the other."),
        new ChoiceSetInput("other", "Which of your cases?", [.. Mine.Reverse().Take(MostShown)
            .Select(view => new Choice($"{view.Case.Id} {view.Case.CheckWord}", view.Case.Id.Value))]),
        Choices.Radios("kind", "What is the other child to this one?", WordTables.CaseLinkKind,
            LinkedCases.IsAsked(page.Whole) ? CaseLinkKind.OtherChild : null),
    ])
    {
        Saves = [new("Link it")],
        Preselected = ["kind"],
    };

    public Decision Decide(FormPage page, Form typed) =>
        LinkedCaseRule.Link(page.Whole, typed.Other, typed.Kind, [.. Mine.Select(view => view.Case.Id.Value)]);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the cases name each other by their reference");

    public PartButton? Next(FormPage page, Kept<Form> kept) => LinkedCasesPage.Button(page.Case);

    private static Drawn NoOther(Case @case) => new(Title,
    [
        new TextBlock("You arrange no other case. Convene one for the child, or ask who leads theirs to link it."),
    ])
    {
        Saves = [],
        Beside = [LinkedCasesPage.Button(@case).Send()],
    };
}

/// <summary>Linked by mistake.</summary>
internal sealed class UnlinkCasePart : IPart<UnlinkCasePart.Form>
{
    private const string Title = "Linked by mistake";

    public sealed record Form(string Case, string? Other = null, string? Reason = null) : ICaseForm;

    public static PartId Id => new("linking/unlink");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<string> Keys => ["other"];

    public static PartButton Button(Case @case, string other) => Id.Button(Title, new Form(@case.Ref.Value, other));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : page.Whole.Linked.All.ContainsKey(asked.Other ?? "") ? null : new CannotBe("That case is not linked with this one.");

    public Drawn Draw(FormPage page, Form asked) => new($"{Title}: {asked.Other}",
    [
        new TextInput("reason", "Why is it not linked?") { IsMultiline = true, MaxLength = FormCard.LongText },
    ])
    {
        Saves = [new("Take the link back")],
    };

    public Decision Decide(FormPage page, Form typed) => LinkedCaseRule.Unlink(page.Whole, typed.Other, typed.Reason);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the link is taken back in both cases");

    public PartButton? Next(FormPage page, Kept<Form> kept) => LinkedCasesPage.Button(page.Case);
}

/// <summary>The other child has no case of their own here, and why (R3).</summary>
internal sealed class NoOtherCasePart : IPart<NoOtherCasePart.Form>
{
    private const string Title = "No case of the other child";

    public sealed record Form(string Case, string? Reason = null) : ICaseForm;

    public static PartId Id => new("linking/none");

    public static Capability Needs => Capability.Arrange;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : LinkedCases.IsAboutTwo(page.Whole) ? null : new CannotBe("Nothing on this case asks for a case of another child.");

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("A conference is held on both children. If the other child lives elsewhere, say which authority has their case."),
        new TextInput("reason", "Why is there none here, and who decided it?")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
            Value = page.Case.Linked.None?.Fact.Reason,
        },
    ]);

    public Decision Decide(FormPage page, Form typed) => LinkedCaseRule.None(page.Whole, typed.Reason);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("why the other child has no case here");

    public PartButton? Next(FormPage page, Kept<Form> kept) => LinkedCasesPage.Button(page.Case);
}
