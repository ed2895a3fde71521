using StrategyBot.Rules;

namespace StrategyBot.Graph;

/// <summary>A mail from the minutes mailbox.</summary>
/// <param name="Key">The obligation's key. Graph compares it without regard to case.</param>
/// <param name="To">They see each other's addresses; whoever must not gets a letter of their own.</param>
/// <param name="Subject">Reference and time only (P22).</param>
/// <param name="Body">Plain text, or HTML.</param>
/// <param name="BodyIsHtml">Which of the two.</param>
/// <param name="Attachments">Up to <see cref="MaxAttachmentBytes"/> together.</param>
internal sealed record Letter(
    string Key,
    ValueList<string> To,
    string Subject,
    string Body,
    bool BodyIsHtml,
    ValueList<LetterAttachment> Attachments)
{
    // A draft is made in one call, and Graph takes 4 MB a call with the attachments in base64.
    public const int MaxAttachmentBytes = 2_900_000;
}

internal sealed record LetterAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <param name="Kept">How many the mailbox did not give up.</param>
/// <param name="IsMore">Others may be left.</param>
internal sealed record LettersDeleted(int Deleted, int Kept, bool IsMore);

/// <summary>What the mailbox knows of a letter.</summary>
internal abstract record LetterFound
{
    private LetterFound()
    {
    }

    public sealed record Nowhere : LetterFound;

    /// <summary>Written, and not sent.</summary>
    public sealed record Draft(string MessageId) : LetterFound;

    public sealed record Sent(string MessageId) : LetterFound;
}
