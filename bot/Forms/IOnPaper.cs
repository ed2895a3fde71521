namespace StrategyBot.Forms;

/// <summary>A form whose answers may have been written on paper before (P13): while its reader types a sheet in, what they save happened
/// when the sheet says so.</summary>
internal interface IOnPaper
{
    /// <summary>It asks itself whose words they are; else they are of who wrote the sheet.</summary>
    bool SaysWhose => false;
}

/// <summary>What the runtime does with it. Pure.</summary>
internal static class SheetStamp
{
    /// <summary>Says on the form when it happened, so that nobody types what is new as what was.</summary>
    public static IReadOnlyList<CardElement> Line(object part, FormPage page) =>
        part is not IOnPaper || PaperSheet.Of(page.Whole, page.Me, page.Now) is not { } sheet ? [] :
        [
            new PlainText($"You type in what was written on paper: {page.Words.When(sheet.At)}, {sheet.Begun.Fact.Place}. "
                + "What happens now waits until all of it is typed in.")
            {
                Weight = TextWeight.Bolder,
            },
        ];

    public static IEnumerable<Fact> Stamped(object part, FormPage page, IEnumerable<Fact> facts) =>
        part is not IOnPaper paper || PaperSheet.Of(page.Whole, page.Me, page.Now) is not { } sheet ? facts
        : facts.Select(fact => fact with
        {
            HappenedAt = fact.HappenedAt ?? sheet.At,
            OnBehalfOf = paper.SaysWhose || page.Me.Id == sheet.Begun.Fact.WrittenBy ? fact.OnBehalfOf
                : fact.OnBehalfOf ?? sheet.Begun.Fact.WrittenBy,
        });
}
