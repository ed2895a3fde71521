using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Records;

/// <summary>Where a person's own chat with the bot is; <c>null</c> conversation once they removed the bot.</summary>
internal sealed record PersonalChat(string? ConversationId, string ServiceUrl, string ChannelId);

/// <summary>How to reach each person: one small stream a person, <c>people/{tenant}/{id}</c>, the last line stands.</summary>
internal sealed partial class PeopleBook(IRecord record, TimeProvider clock)
{
    public async Task<PersonalChat?> FindAsync(PersonId person, CancellationToken cancellationToken)
    {
        var lines = await record.ReadAsync(StreamOf(person), 0, cancellationToken);
        var chat = lines.Count == 0 ? null : JsonSerializer.Deserialize(lines[^1].Content!, PeopleJson.Default.PersonalChat);
        return chat?.ConversationId is null ? null : chat;
    }

    /// <summary>Writes the chat down, unless it stands there already.</summary>
    public async Task RememberAsync(PersonId person, PersonalChat chat, string source, CancellationToken cancellationToken)
    {
        var stream = StreamOf(person);
        while (true)
        {
            var lines = await record.ReadAsync(stream, 0, cancellationToken);
            var content = JsonSerializer.Serialize(chat, PeopleJson.Default.PersonalChat);
            if (lines.Count > 0 && lines[^1].Content == content)
            {
                return;
            }

            var envelope =
                new Envelope(stream, lines.Count + 1, "personal-chat", clock.GetUtcNow(), null, PersonId.Bot.Value, null, source,
                    null, null, null);
            var line = Line.Next(envelope, content, salt: "", lines.Count == 0 ? "" : lines[^1].Hash);
            if (await record.TryAppendAsync(stream, lines.Count, [line], source, null, cancellationToken) is not Appended.Raced)
            {
                return;
            }
        }
    }

    private static string StreamOf(PersonId person) => $"people/{person.Value}";

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(PersonalChat))]
    private sealed partial class PeopleJson : JsonSerializerContext;
}
