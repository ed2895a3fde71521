namespace StrategyBot.Phases.Reviewing;

/// <summary>The outline plan that the conference agreed, and whom it is sent to (R113).</summary>
internal sealed class OutlinePlanPart : IPart<OutlinePlanPart.Form>
{
    public const string Title = "Outline plan";

    public sealed record Form(
        string Case, string? Child = null, string? Change = null, string? Does = null, string? Otherwise = null,
        IReadOnlyList<string>? To = null) : ICaseForm;

    public static PartId Id => new(PartIds.OutlinePlan);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => OutlinePlanRule.WhyNot(page.Me, page.Whole, asked.Child);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = PlanMeant.Of(page.Case, asked.Child);
        var stands = PlanMeant.Same(meant.Select(plan => plan.Outline));
        return new(Title,
        [
            new TextBlock("Write what the conference agreed. The core group works it out further."),
            .. ChildChoice.For(page.Case, asked.Child),
            Text("change", "What has to change for the child", stands?.Change),
            Text("does", "Who does what, by when: a line each", stands?.Does),
            Text("otherwise", "If it isn't done, or the child is less safe: what happens", stands?.Otherwise),
            PersonChoice.Several("to", "Professionals who were there: each is sent it", OutlinePlanRule.Able(page.Whole),
                stands?.To ?? OutlinePlanRule.Expected(page.Whole, meant)),
            new TextBlock("Give it to the family yourself: print it as a document from the next page.") { IsSubtle = true },
        ])
        {
            Preselected = stands is null ? ["to"] : [],
            Saves = [new("Send it")],
            Beside = [AddToCoreGroupPart.Button(page.Case, back: PartIds.OutlinePlan).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed) => OutlinePlanRule.Say(
        page.Whole, page.Me, typed.Child, typed.Change, typed.Does, typed.Otherwise, typed.To);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the outline plan. It is being sent to those who were there");

    public PartButton? Next(FormPage page, Kept<Form> kept) => OutlinePlanPage.Button(page.Case);

    private static TextInput Text(string id, string label, string? stands) => new(id, label)
    {
        IsMultiline = true,
        MaxLength = FormCard.LongText,
        Value = stands,
    };
}

/// <summary>The outline plan, for whoever was at the conference; who has it, for social care.</summary>
internal sealed class OutlinePlanPage : IPage<OutlinePlanPage.Form>
{
    public const string Title = "The outline plan";

    /// <param name="Number">One plan a page; 1, or nothing, is the first.</param>
    public sealed record Form(string Case, int? Number = null) : ICaseForm;

    public static PartId Id => new("reviewing/outline");

    public static Capability Needs => Capability.SeeCase;

    public static PartButton Button(Case @case, int? number = null) => Id.Button(Title, new Form(@case.Ref.Value, number));

    public Refusal? Bars(FormPage page, Form asked) =>
        OutlinePlanRule.Readable(page.Whole, page.Me).Count > 0 ? null
        : OutlinePlanRule.WhyNot(page.Me, page.Whole, null) ?? new CannotBe("The outline plan is not written down yet.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var all = OutlinePlanRule.Readable(page.Case, page.Me);
        var shown = LongText.Page([.. all.Select(one => new[] { one })], asked.Number ?? 1);
        var outline = shown.Items[0];
        var isOurs = OutlinePlanRule.WhyNot(page.Me, page.Whole, null) is null && page.Me.May(OutlinePlanPart.Needs);
        return new(Title,
        [
            .. shown.Line,
            .. OutlinePlanPaper.Lines(page, outline).SelectMany(one => new CardElement[]
            {
                new TextBlock(one.Label) { Weight = TextWeight.Bolder, Separator = true },
                new PlainText(one.Says),
            }),
            .. isOurs
                ? outline.Said.Fact.To.Select(page.Whole.Find).OfType<Participant>().Select(person =>
                    new PlainText($"{person.Described}: {Arrives(page, outline, person)}") { IsSubtle = true })
                : [],
        ])
        {
            Beside =
            [
                OfferOutlinePlan.Button(page.Case).Send(),
                .. shown.Turns((title, number) => Button(page.Case, number).Send() with { Title = title }),
                .. isOurs ? new[]
                {
                    OutlinePlanPart.Button(page.Case, PlanMeant.Chosen(page.Case, outline.Plans)) with { Title = "Change it" },
                    ProtectionPlanPage.Button(page.Case),
                }.Select(button => button.Send()) : [],
            ],
        };
    }

    private static string Arrives(FormPage page, OutlinePlan outline, Participant person) =>
        person.Is(outline.Said.By) ? "wrote it down."
        : SentLine.Of(page.Whole.Effects.GetValueOrDefault(OutlinePlan.KeyFor(person.Id, outline.Since(person.Id)!.Value)), person,
            page.Words);
}
