namespace StrategyBot.Documents;

/// <summary>Bail and court conditions on adults, in Part 2 (P32).</summary>
internal static class BailParagraphs
{
    /// <summary>On whom and until when is for all; the conditions, and how they ended in words, for those whom the marking names.</summary>
    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words)
    {
        var section = new Section(@case, "Bail and court conditions");
        foreach (var said in @case.Meeting.Safety.Bail)
        {
            var (id, bail) = ($"part-2/bail/{said.Seq}", new Bail(said, null, false));
            yield return section.Decided(id, FactWords.Lines(
                (said.Fact.Varies is null ? "Bail or conditions on" : "Bail or conditions varied on", Bail.Named(@case, said.Fact.Adult)),
                ("Which", WordTables.Bail.InMinutes(said.Fact.Kind)),
                ("Until", said.Fact.EndsAt is { } at ? bail.On(at, words) : "not known yet")), said) with
            {
                Audience = Audience.Professionals,
            };
            if (said.Fact.Conditions.Length > 0)
            {
                yield return section.Decided($"{id}/conditions", $"Conditions: {said.Fact.Conditions}", said);
            }
        }

        foreach (var over in @case.Meeting.Safety.BailOver)
        {
            var (id, said) = ($"part-2/bail/{over.Seq}", Bail.Find(@case, over.Fact.Said)?.Said.Fact);
            yield return section.Decided(id, FactWords.Lines(
                ("Bail or conditions no more on", Bail.Named(@case, said?.Adult)),
                ("Which", said is null ? "" : WordTables.Bail.InMinutes(said.Kind)),
                ("How it ended", WordTables.BailEnd.InMinutes(over.Fact.How))), over) with
            {
                Audience = Audience.Professionals,
            };
            if (over.Fact.What.Length > 0)
            {
                yield return section.Decided($"{id}/what", $"What was said: {over.Fact.What}", over);
            }
        }
    }
}
