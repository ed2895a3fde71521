namespace StrategyBot.Phases.Safeguarding;

/// <summary>What bail and court conditions look like on cards and forms, in a list and on the board (P32).</summary>
internal static class BailDrawing
{
    /// <summary>On whom, which, until when, and the conditions where the reader may know them: in one's own chat and on forms alone.
    /// </summary>
    public static IEnumerable<CardElement> Lines(Case @case, Bail bail, Participant reader, Words words)
    {
        yield return new PlainText(
            $"{Shortened.Name(Bail.Named(@case, bail.Said.Fact.Adult))}: {Which(bail)}, {bail.Until(words)}")
        {
            Weight = TextWeight.Bolder,
        };
        if (!BailRule.MayRead(bail, reader))
        {
            yield return new PlainText($"The conditions are marked for others: ask {Ring(bail.Officer(@case))}");
        }
        else if (bail.Said.Fact.Conditions.Length > 0)
        {
            yield return new PlainText($"Conditions: {Shortened.To(FormCard.LongText, bail.Said.Fact.Conditions)}");
        }
    }

    /// <summary>Each that stands, and the way to write one down: for police and chair.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        if (!ContactHoldRule.May(view.Case, view.Reader))
        {
            yield break;
        }

        foreach (var bail in Bail.Of(view.Case))
        {
            var isOver = bail.AskedAt <= now;
            yield return new($"{PartIds.Bail}/{bail.Said.Seq}", HubSection.Safety, $"{bail.Number}: {Which(bail)}",
                isOver ? "say what stands now" : bail.Until(Words.English), BailPage.Button(view.Case, bail), IsOpen: isOver)
            {
                IsOffered = !isOver,
            };
        }

        yield return new(PartIds.Bail, HubSection.Safety, BailPart.Title, "if there are any", BailPart.Button(view.Case), IsOpen: false)
        {
            IsOffered = true,
        };
    }

    /// <summary>For everybody who reads here. Nobody's name of the family: a number.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) => !view.Reader.May(Capability.ReadContent) ? []
        : Bail.Of(view.Case).Select(bail => new StatusLine(bail.AskedAt <= now ? 0 : 1, bail.AskedAt > now
            ? $"{bail.Number}: {Which(bail)}, {bail.Until(Words.English)}."
            : bail.Said.Fact.EndsAt is { } at
                ? $"{bail.Number}: {Which(bail)} ended {bail.On(at, Words.English)}. Nobody has said what stands now."
                : $"{bail.Number}: {Which(bail)}. Nobody has said until when."));

    public static string Ring(Participant person) => person.Phone.Length > 0 ? $"{person.Name}, {person.Phone}" : person.Name;

    public static string Which(Bail bail) => WordTables.Bail.InList(bail.Said.Fact.Kind);
}
