using Microsoft.Graph.Users.Item.Messages;
using StrategyBot.Rules.Effects;
using Sdk = Microsoft.Graph.Models;

namespace StrategyBot.Graph;

/// <summary>
/// Sends letters exactly once. <c>sendMail</c> has no key to look for afterwards (facts G7), so a letter is first a draft that carries
/// its key, and is then sent: whatever breaks in between, the mailbox can be asked.
/// </summary>
internal sealed class Post(GraphConnection graph, GraphSettings settings)
{
    // Never change it: letters of earlier releases are found by it.
    private const string KeyProperty = "String {3b1e6f0a-52c7-4f8e-9d4a-6a1f0c7e2b95} Name StrategyBotKey";

    // In the order a message passes through them, so that one on its way is not missed between two looks.
    private static readonly string[] Folders = ["drafts", "outbox", "sentitems"];

    // One attempt's worth; what is left is the next one's.
    private const int MostDeleted = 20;

    private MessagesRequestBuilder Messages => graph.Sdk.Users[settings.MinutesMailbox].Messages;

    /// <summary>The first attempt. After one that failed, <see cref="ResumeAsync"/>.</summary>
    /// <returns>The message's id, which stays the same when it moves to Sent Items.</returns>
    public async Task<string> SendAsync(Letter letter, CancellationToken cancellationToken = default)
    {
        if (letter.Attachments.Sum(attachment => attachment.Content.Length) > Letter.MaxAttachmentBytes)
        {
            throw new EffectFailedException(EffectFailure.Refused, StatusCodes.Status413PayloadTooLarge, "AttachmentsTooBig");
        }

        var draft = await Messages.PostAsync(Write(letter), request => request.Headers.PreferImmutableIds(), cancellationToken);
        await SendDraftAsync(draft!.Id!, cancellationToken);
        return draft.Id!;
    }

    public Task SendDraftAsync(string messageId, CancellationToken cancellationToken = default) =>
        Messages[messageId].Send.PostAsync(cancellationToken: cancellationToken);

    /// <summary>A further attempt: nothing if the letter is sent, the draft if it is only that, else a new one.</summary>
    public async Task<string> ResumeAsync(Letter letter, CancellationToken cancellationToken = default)
    {
        switch (await FindAsync(letter.Key, cancellationToken))
        {
            case LetterFound.Sent sent:
                return sent.MessageId;
            case LetterFound.Draft draft:
                // Its address may have been mended since, and its link be another.
                await Messages[draft.MessageId].PatchAsync(Words(letter), cancellationToken: cancellationToken);
                await SendDraftAsync(draft.MessageId, cancellationToken);
                return draft.MessageId;
            default:
                return await SendAsync(letter, cancellationToken);
        }
    }

    public async Task<LetterFound> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        LetterFound found = new LetterFound.Nowhere();
        foreach (var folder in Folders)
        {
            var page = await graph.Sdk.Users[settings.MinutesMailbox].MailFolders[folder].Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter =
                        $"singleValueExtendedProperties/Any(ep: ep/id eq '{KeyProperty}' and ep/value eq "
                            + $"'{key.Replace("'", "''", StringComparison.Ordinal)}')";
                    request.QueryParameters.Select = ["id"];
                    request.Headers.PreferImmutableIds();
                },
                cancellationToken);
            if (page?.Value is [{ Id: { } id }, ..])
            {
                found = folder == "drafts" ? new LetterFound.Draft(id) : new LetterFound.Sent(id);
            }
        }

        return found;
    }

    /// <summary>Deletes letters for good, in whatever folder of the mailbox they lie, drafts too: some of them at a time.</summary>
    /// <param name="prefix">How their keys begin.</param>
    /// <exception cref="EffectFailedException">The mailbox can't be searched, or nobody knows what was deleted; it may be repeated.
    /// </exception>
    public async Task<LettersDeleted> DeleteSomeAsync(string prefix, CancellationToken cancellationToken = default)
    {
        var page = await Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{KeyProperty}' and "
                    + $"startswith(ep/value, '{prefix.Replace("'", "''", StringComparison.Ordinal)}'))";
                request.QueryParameters.Select = ["id"];
                request.QueryParameters.Top = MostDeleted;
                request.Headers.PreferImmutableIds();
            },
            cancellationToken);
        var (found, deleted, kept) = (page?.Value ?? [], 0, 0);
        foreach (var id in found.Select(one => one.Id!))
        {
            try
            {
                await Messages[id].PermanentDelete.PostAsync(cancellationToken: cancellationToken);
                deleted++;
            }
            catch (EffectFailedException e) when (e.Status == StatusCodes.Status404NotFound)
            {
                // Somebody took it away meanwhile.
            }
            catch (EffectFailedException e) when (e.Failure == EffectFailure.Refused)
            {
                kept++;
            }
        }

        return new(deleted, kept, found.Count == MostDeleted && kept < MostDeleted);
    }

    private static Sdk.Message Write(Letter letter)
    {
        var message = Words(letter);
        message.SingleValueExtendedProperties = [new Sdk.SingleValueLegacyExtendedProperty { Id = KeyProperty, Value = letter.Key }];
        message.Attachments = letter.Attachments.Count == 0 ? null :
        [
            .. letter.Attachments.Select(attachment => new Sdk.FileAttachment
            {
                Name = attachment.Name,
                ContentType = attachment.ContentType,
                ContentBytes = attachment.Content.ToArray(),
            }),
        ];
        return message;
    }

    private static Sdk.Message Words(Letter letter) => new()
    {
        Subject = letter.Subject,
        Body = new Sdk.ItemBody
        {
            ContentType = letter.BodyIsHtml ? Sdk.BodyType.Html : Sdk.BodyType.Text,
            Content = letter.Body.Isolated(),
        },
        ToRecipients = [.. letter.To.Select(mail => new Sdk.Recipient { EmailAddress = new Sdk.EmailAddress { Address = mail } })],
    };
}
