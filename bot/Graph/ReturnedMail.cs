using System.Collections.Concurrent;
using System.Globalization;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>Letters that came back to the minutes' mailbox. Exchange files its report of one beside the letter, in one conversation; each
/// of our letters has one of its own.</summary>
internal sealed class ReturnedMail(GraphConnection graph, GraphSettings settings, TimeProvider clock)
{
    // PidTagMessageClass.
    private const string MessageClass = "String 0x001A", Report = "REPORT.IPM.Note.NDR";

    // A server that can't be had is tried for two days; its report comes then.
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    private const int Most = 100;

    // Many cases ask; the mailbox is asked once.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> letters = new(StringComparer.Ordinal);
    private Answer? answer;

    /// <summary>Those of the last days.</summary>
    /// <exception cref="EffectFailedException">The mailbox can't be read.</exception>
    public async Task<IReadOnlyList<Returned>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Two who ask at once ask twice, and no harm is done.
        if (answer is not { } read || now - read.At >= Fresh || now < read.At)
        {
            answer = read = new(now, await AskAsync(now, cancellationToken));
        }

        return read.All;
    }

    private async Task<IReadOnlyList<Returned>> AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = (now - Longest).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var page = await graph.Sdk.Users[settings.MinutesMailbox].Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"receivedDateTime ge {since} and singleValueExtendedProperties/Any("
                    + $"ep: ep/id eq '{MessageClass}' and ep/value eq '{Report}')";
                request.QueryParameters.Select = ["id", "conversationId", "receivedDateTime"];
                request.QueryParameters.Top = Most;
                request.Headers.PreferImmutableIds();
            },
            cancellationToken);
        var found = new List<Returned>();
        foreach (var report in page?.Value ?? [])
        {
            if (report is { Id: { } id, ConversationId: { } conversation, ReceivedDateTime: { } at })
            {
                found.AddRange((await LettersAsync(id, conversation, cancellationToken)).Select(letter => new Returned(letter, at)));
            }
        }

        return found;
    }

    /// <summary>What we sent in that conversation: it stays as it is.</summary>
    private async Task<IReadOnlyList<string>> LettersAsync(string report, string conversation, CancellationToken cancellationToken)
    {
        if (letters.TryGetValue(report, out var known))
        {
            return known;
        }

        var page = await graph.Sdk.Users[settings.MinutesMailbox].MailFolders["sentitems"].Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"conversationId eq '{conversation.Replace("'", "''", StringComparison.Ordinal)}'";
                request.QueryParameters.Select = ["id"];
                request.Headers.PreferImmutableIds();
            },
            cancellationToken);
        return letters[report] = [.. (page?.Value ?? []).Select(one => one.Id).OfType<string>()];
    }

    private sealed record Answer(DateTimeOffset At, IReadOnlyList<Returned> All);
}

/// <summary>A letter that came back.</summary>
/// <param name="Letter">The message's id, as <see cref="Post"/> gave it when it was sent.</param>
internal sealed record Returned(string Letter, DateTimeOffset At);
