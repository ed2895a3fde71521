namespace StrategyBot.Documents;

/// <summary>Whose words they are, as the minutes say it; and who typed them, where that was another.</summary>
internal static class Authors
{
    public const string Gone = "someone who is not on the list";

    public static Participant? Of(Case @case, PersonId by, ParticipantId? onBehalfOf) =>
        onBehalfOf is { } other ? @case.Find(other) : @case.Find(by);

    /// <summary>An account that was taken for somebody's by an address: what it wrote is no word of theirs.</summary>
    public static bool IsNotThem(Participant? author, PersonId by) => author is not null && !author.Is(by) && author.NotThem.Contains(by);

    public static string Say(Case @case, PersonId by, ParticipantId? onBehalfOf)
    {
        var author = Of(@case, by, onBehalfOf);
        if (IsNotThem(author, by))
        {
            return $"somebody who was taken for {author!.Name}, and was not";
        }

        var typist = @case.Find(by);
        return onBehalfOf is null || typist is null || typist.Id == author?.Id
            ? author?.Described ?? Gone
            : $"{author?.Described ?? Gone}; typed by {typist.Name}";
    }
}

/// <summary>Makes paragraphs of one section.</summary>
internal sealed record Section(Case Case, string Title)
{
    /// <summary>Put together from facts; nobody's own words.</summary>
    /// <param name="said">When what it tells was last said anew, where somebody says such a thing.</param>
    public MinutesParagraph Plain(string id, string text, DateTimeOffset? said = null) =>
        new(id, Title, text, "", said, Audience.Professionals) { WrittenAt = said };

    /// <param name="written">When the record got it, where that is not when it happened.</param>
    public MinutesParagraph By(
        string id, string text, PersonId by, ParticipantId? onBehalfOf, DateTimeOffset at, Audience audience,
        DateTimeOffset? written = null) =>
        new(id, Title, text, Authors.Say(Case, by, onBehalfOf), at, audience,
            Authors.Of(Case, by, onBehalfOf) is { } author && !Authors.IsNotThem(author, by) ? author.Id : null)
        {
            WrittenAt = written ?? at,
        };

    public MinutesParagraph Decided<T>(string id, string text, Decided<T> decided)
        where T : Fact =>
        Decided(id, text, decided, decided.Fact.OnBehalfOf);

    /// <param name="whose">Whose words they are, where the fact says it by itself.</param>
    public MinutesParagraph Decided<T>(string id, string text, Decided<T> decided, ParticipantId? whose)
        where T : Fact =>
        By(id, text, decided.By, whose, decided.Fact.HappenedAt ?? decided.At, decided.Fact.Audience, decided.At);
}
