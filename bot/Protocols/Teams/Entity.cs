namespace StrategyBot.Protocols.Teams;

/// <summary>Something that the text of an activity is about; here only mentions matter.</summary>
/// <remarks>Activity specification, "Entity" and "Mention".</remarks>
public sealed record Entity
{
    public string? Type { get; init; }

    public ChannelAccount? Mentioned { get; init; }

    /// <summary>How the mention stands in the text, for example <c>&lt;at&gt;StrategyBot&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>The id-free kind only: the text of a mention is a name.</summary>
    public override string ToString() => $"Entity {Type}";
}

public static class Mentions
{
    /// <summary>
    /// What was typed, without the mentions of the bot itself: in a group chat nobody reaches the bot without one.
    /// Mentions of people stay.
    /// </summary>
    public static string TextWithoutMention(this Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in (activity.Entities ?? []).OfType<Entity>())
        {
            if (IsOfBot(mention, activity.Recipient))
            {
                text = text.Replace(mention.Text ?? $"<at>{mention.Mentioned?.Name}</at>", "", StringComparison.OrdinalIgnoreCase);
            }
        }

        // Teams sets the mention apart with a no-break space, sometimes as an entity.
        return text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00a0', ' ').Trim();
    }

    private static bool IsOfBot(Entity entity, ChannelAccount? bot) =>
        string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)
        && bot?.Id is { Length: > 0 } id
        && entity.Mentioned?.Id == id
        && entity.Text != "";
}
