namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Who has the safety plan, which version, since when and how, and who has not got the present one yet (R80, R81). It names the
/// family: social care alone opens it.</summary>
internal sealed class WhoHasPlanPage : IPage<WhoHasPlanPage.Form>
{
    public const string Title = "Who has the safety plan";

    /// <param name="Page">From 1.</param>
    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new(PartIds.WhoHasPlan);

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    /// <summary>Whether there is one, and they may open it.</summary>
    public static bool Is(FormPage page) => page.Me.Agency == Agency.SocialCare && PlanFile.Is(page.Whole);

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : PlanFile.Is(page.Whole) ? null
        : new CannotBe("There is no safety plan that was agreed yet.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var all = PlanHolder.Of(page.Whole, page.Words);
        var (now, present, awaited) = (SafetyPlan.VersionNow(page.Whole), PlanHolder.Present(page.Whole), all.Count(one => one.IsAwaited));
        var shown = LongText.Page(LongText.Pages(all.OrderByDescending(one => one.IsAwaited), one => one.Who + Say(page, one)), asked.Page);
        return new($"Version {now} of the safety plan",
        [
            .. present < now ? (IReadOnlyList<CardElement>)
                [new TextBlock($"Its rows are as version {present} has them: since then actions were changed.") { IsSubtle = true }] : [],
            new TextBlock(awaited == 0 ? "Everybody who is to have it has it." : $"{awaited} of {all.Count} have not got it yet.")
            {
                Weight = TextWeight.Bolder,
            },
            .. shown.Line,
            .. shown.Items.SelectMany(one => new CardElement[]
            {
                new PlainText(one.Who) { Weight = TextWeight.Bolder, Separator = true },
                new PlainText(Say(page, one)),
            }),
        ])
        {
            Frame = Title,
            Beside =
            [
                .. shown.Turns((title, number) => Id.Send(title, new Form(page.Case.Ref.Value, number))),
                OfferPlanPaper.Button(page.Case),
            ],
        };
    }

    private static string Say(FormPage page, PlanHolder one) => string.Join(' ', new[]
    {
        one.Version > 0 ? $"Version {one.Version}: {one.Reached(page.Words)}." : "",
        one.Lacks.Length > 0 ? $"Not yet: {one.Lacks}." : "",
        one.Not.Length > 0 ? $"None: {one.Not}." : "",
    }.Where(part => part.Length > 0));
}
