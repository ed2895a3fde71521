namespace StrategyBot.Documents;

/// <summary>Holds on contact with the family, on the first page (P5).</summary>
internal static class HoldParagraphs
{
    /// <summary>Whom, until when and what may be said is for all; why, for those whom it names.</summary>
    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words)
    {
        var section = new Section(@case, "Hold on contact with the family");
        foreach (var held in @case.Meeting.Safety.Held)
        {
            var id = $"hold/{held.Seq}";
            yield return section.Decided(id, FactWords.Lines(
                ("Contact is held with", StandingHold.Named(@case, held.Fact.Adult)),
                ("Ask first", new StandingHold(held).Officer(@case).Described),
                ("Looked at again", words.When(held.Fact.ReviewAt)),
                ("Staff may say", held.Fact.MaySay)), held) with
            {
                Audience = Audience.Professionals,
            };
            if (held.Fact.Because.Length > 0)
            {
                yield return section.Decided($"{id}/why", $"Why: {held.Fact.Because}", held);
            }
        }

        foreach (var lifted in @case.Meeting.Safety.Lifted)
        {
            var id = $"hold/{lifted.Seq}";
            yield return section.Decided(id, $"Contact is held no more with: {StandingHold.Named(@case, lifted.Fact.Adult)}", lifted) with
            {
                Audience = Audience.Professionals,
            };
            if (FactWords.Lines(("Why", lifted.Fact.Because), ("Who of the police was tried", lifted.Fact.Tried)) is { Length: > 0 } why)
            {
                yield return section.Decided($"{id}/why", why, lifted);
            }
        }
    }
}
