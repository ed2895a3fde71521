namespace StrategyBot.Documents;

/// <summary>Whose words they are, as the minutes say it; and who typed them, where that was another.</summary>
internal static class Authors
{
    public const string Gone = "someone since taken off the list";

    public static Participant? Of(Case @case, PersonId by, ParticipantId? onBehalfOf) =>
        onBehalfOf is { } other ? @case.Find(other) : @case.Find(by);

    public static string Say(Case @case, PersonId by, ParticipantId? onBehalfOf)
    {
        var author = Of(@case, by, onBehalfOf);
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
    public MinutesParagraph Plain(string id, string text) => new(id, Title, text, "", null, Audience.Professionals);

    /// <param name="written">When the record got it, where that is not when it happened.</param>
    public MinutesParagraph By(
        string id, string text, PersonId by, ParticipantId? onBehalfOf, DateTimeOffset at, Audience audience,
        DateTimeOffset? written = null) =>
        new(id, Title, text, Authors.Say(Case, by, onBehalfOf), at, audience, Authors.Of(Case, by, onBehalfOf)?.Id)
        {
            WrittenAt = written ?? at,
        };

    public MinutesParagraph Decided<T>(string id, string text, Decided<T> decided)
        where T : Fact =>
        By(id, text, decided.By, decided.Fact.OnBehalfOf, decided.Fact.HappenedAt ?? decided.At, decided.Fact.Audience, decided.At);
}
