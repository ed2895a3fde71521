using StrategyBot.Returns;

namespace StrategyBot.Phases.CaseSystem;

/// <summary>The census's own checks of one child, each failing one with where it is mended (R140).</summary>
internal sealed class ReturnChecksPage : IPage<CopyPage.Form>
{
    public const string Title = "Checks of the returns";

    public static PartId Id => new("case-system/checks");

    public static Capability Needs => CopyPage.Needs;

    public static PartButton Button(Case @case, Child child) => Id.Button(Title, new CopyPage.Form(@case.Ref.Value, child.Id.Value));

    public static IReadOnlyList<CheckedRule> Of(Case @case, Child child, DateTimeOffset now)
    {
        var year = ReturnYear.At(Words.English.LocalDate(now), @case.Clocks.Days);
        return ReturnRules.Check(Episode.Of(@case, child).In(year), year);
    }

    public Refusal? Bars(FormPage page, CopyPage.Form asked) =>
        !CopyPage.IsFor(page.View) ? new NotYourPart() : CopyPage.Bars(page.Whole);

    public Drawn Draw(FormPage page, CopyPage.Form asked)
    {
        var child = CopyPage.Meant(page.Case, asked.Child);
        var all = Of(page.Case, child, page.Now);
        var (failed, open) = (all.Where(one => one.HasFailed).ToList(), all.Where(one => !one.HasFailed).ToList());
        return new($"{Title}: {child.Number}",
        [
            new TextBlock("As the children in need census checks a return, if it were made today.") { IsSubtle = true },
            .. failed.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("Nothing that is recorded here fails a check.")] : [],
            .. failed.OrderBy(one => !one.Rule.IsError).SelectMany(one => (IEnumerable<CardElement>)
            [
                new TextBlock(CardText.Plain($"{(one.Rule.IsError ? "Wrong" : "To explain")}: {one.Rule.Says}"))
                {
                    Weight = TextWeight.Bolder,
                    Color = one.Rule.IsError ? TextColor.Warning : TextColor.Default,
                },
                new TextBlock(CardText.Plain($"{one.Rule.Do} (Rule {one.Rule.Code}.)")) { Spacing = Spacing.None },
            ]),
            .. open.Count == 0 ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock(CardText.Plain($"Not checked here, because the record lacks {Lacks(open)}: "
                    + $"{string.Join(", ", open.Select(one => one.Rule.Code))}.")) { IsSubtle = true, Separator = true },
            ],
        ])
        {
            Frame = Title,
            Beside =
            [
                .. failed.Select(one => one.Rule.Mend).Concat(open.Count > 0 ? [MendAt.CaseSystem] : []).Distinct().Order()
                    .Select(mend => Mend(page.Case, child, mend).Send()),
                (CopyPage.Button(page.Case, child) with { Title = "Back" }).Send(),
            ],
        };
    }

    public string Reading(CopyPage.Form asked) => asked.Child ?? "";

    private static string Lacks(IReadOnlyList<CheckedRule> open) =>
        string.Join(", ", open.SelectMany(one => one.Lacks).Distinct().Order().Select(lack => lack switch
        {
            Asks.Referral => "the day of the referral",
            Asks.NoAction => "how the referral ended",
            Asks.Assessment => "the assessment",
            Asks.Closing => "whether the episode is closed",
            Asks.Death => "a day of death",
            _ => "whether there is a child in need plan",
        }));

    private static PartButton Mend(Case @case, Child child, MendAt mend) => mend switch
    {
        MendAt.WhoToCheck => new PartId(PartIds.People).Button("Who to check", CaseForm.Of(@case)),
        MendAt.Identifiers => new(
            "Sex, postcode and numbers", PartIds.Identifiers, CaseForm.With(@case, new { Person = child.Id.Value })),
        MendAt.Enquiry => new PartId(PartIds.Enquiry).Button("The enquiry", CaseForm.Of(@case)),
        MendAt.ProtectionPlan => new PartId(PartIds.ProtectionPlan).Button("The child protection plan", CaseForm.Of(@case)),
        _ => CaseSystemSaidPart.Button(@case, child),
    };
}
