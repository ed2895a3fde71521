using StrategyBot.Documents;

namespace StrategyBot.Phases.CaseSystem;

/// <summary>What the hub draws of the case system.</summary>
internal static class CaseSystemHub
{
    /// <summary>Once a meeting is over there is something to enter.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        if (CopyPage.IsFor(view) && CopyPage.Bars(view.Whole) is null)
        {
            var failed = view.Case.Children.Sum(child => ReturnChecksPage.Of(view.Case, child, now).Count(one => one.HasFailed));
            yield return new(CopyPage.Id.Open, HubSection.Minutes, CopyPage.Title,
                failed == 0 ? "for each child" : failed == 1 ? "1 check to mend" : $"{failed} checks to mend",
                CopyPage.Button(view.Case), IsOpen: false)
            { IsOffered = true };
        }
    }

    public static ToCopy? Copies(CaseView view, DateTimeOffset now) => !CopyPage.IsFor(view) || CopyPage.Bars(view.Whole) is not null ? null
        : new(CopyPage.Id.Open, () => new(CopyPage.Title,
        [
            .. view.Case.Children.Select(child => new ToCopy.OfChild(child.Number,
                [.. CaseSystemSheet.Of(view.Case, child, Words.English).Select(field => new ToCopy.Field(field.Label, field.Text))],
                [.. CopyPage.Leads(view.Case, child, now)])),
        ]));
}
