using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>A text of a fact that its typist reads, though the fact is marked for others: it went under another's marking, which nobody
/// but its author loosens (P6).</summary>
/// <param name="Of">The text's name in its fact.</param>
internal sealed record OwnText(string Of, ParticipantId By)
{
    /// <summary>Those of the fact that is written now.</summary>
    /// <param name="before">Those of the fact that it takes the place of.</param>
    /// <param name="me">Who types.</param>
    /// <param name="texts">Each as it was, and as it is.</param>
    public static ValueList<OwnText>? After(
        ValueList<OwnText>? before, Participant? me, Audience audience, params IReadOnlyList<(string Of, string? Was, string? Is)> texts)
    {
        var changed = texts.Where(text => (text.Was ?? "") != (text.Is ?? "")).ToList();
        OwnText[] own =
        [
            .. (before ?? []).Where(text => changed.All(other => other.Of != text.Of)),
            .. me is null || audience.Admits(me.Agency) ? []
                : changed.Where(text => !string.IsNullOrEmpty(text.Is)).Select(text => new OwnText(text.Of, me.Id)),
        ];
        return own.Length == 0 ? null : [.. own];
    }

    /// <summary>The text where it is this reader's own, else as others have it.</summary>
    public static string? Read(ValueList<OwnText>? own, Participant reader, string of, string? text, string? others) =>
        own?.Contains(new(of, reader.Id)) == true ? text : others;
}
