using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Reaching;

/// <summary>Reaches a person by the ladder of design §6, and says which rung worked.</summary>
internal sealed class Reach(
    TeamsConversations teams, ChatApp chatApp, Post post, Users users, PeopleBook people, TeamsSettings settings, IPersonalLinks links,
    LetterText text, TimeProvider clock)
{
    /// <summary>The rung of whatever went by letter.</summary>
    internal const string Mail = "mail";

    /// <summary>The rungs of a card in somebody's own chat, and in a meeting's.</summary>
    internal const string PersonalChat = "personal-chat", Installed = "installed", MeetingChat = "meeting-chat";

    /// <exception cref="EffectFailedException">It was not sent, or nobody knows;
    /// never because a rung refused, as the next one is tried then.</exception>
    public async Task<Performed> TellAsync(
        Case @case, Participant to, Owed owed, Attempt attempt, Notification notification, CancellationToken cancellationToken)
    {
        // What a card says is for who is on the case: anybody else gets a letter that says only that there was something.
        if (!@case.IsShutTo(to) && await ChatOfAsync(to, cancellationToken) is { } chat)
        {
            try
            {
                var message = new Message(null, notification.Card.Inline(), notification.Sentence);
                var id = await teams.SendAsync(chat.Address, message, cancellationToken);
                return new Performed.Delivered(chat.Rung, id) { PossiblyRepeated = attempt.IsUnknown, To = to.Id };
            }
            catch (EffectFailedException refused) when (refused.Failure == EffectFailure.Refused)
            {
                // Blocked, or the app taken away: mail reaches them all the same.
            }
        }

        return await WriteAsync(@case, to, owed, attempt, notification, cancellationToken);
    }

    /// <summary>By mail only: for duty inboxes, and for what has to leave a trace outside Teams.</summary>
    public async Task<Performed> WriteAsync(
        Case @case, Participant to, Owed owed, Attempt attempt, Notification notification, CancellationToken cancellationToken)
    {
        if (to.Mail.Length == 0)
        {
            return new Performed.GivenUp(RefusedEffect.NoAddress);
        }

        var letter = await LetterAsync(@case, to, owed, notification, cancellationToken);
        // An attempt that was refused may have left its draft.
        var id = attempt.Number > 1 ? await post.ResumeAsync(letter, cancellationToken) : await post.SendAsync(letter, cancellationToken);
        return new Performed.Delivered(Mail, id);
    }

    /// <summary>How the key of each letter of a case begins.</summary>
    internal static string LettersOf(CaseId id) => $"{id}/";

    /// <summary>A letter that nothing is owed for: a code somebody waits for.</summary>
    public Task SendLineAsync(string mail, string key, string subject, string body, CancellationToken cancellationToken) =>
        post.SendAsync(new(key, [mail], subject, body, BodyIsHtml: true, []), cancellationToken);

    private async Task<Letter> LetterAsync(
        Case @case, Participant to, Owed owed, Notification notification, CancellationToken cancellationToken)
    {
        var way = await links.ForAsync(@case, to, owed.Key, cancellationToken);
        var (subject, body) = text.Of(@case, to, notification, way, clock.GetUtcNow());
        var returns = @case.Effects.GetValueOrDefault(owed.Key)?.Returns ?? 0;
        // The one that came back stands in the mailbox as sent: another has a key of its own.
        return new($"{LettersOf(@case.Id)}{owed.Key}" + (returns == 0 ? "" : $"#{returns}"), [to.Mail], subject, body, BodyIsHtml: true,
            @case.IsShutTo(to) ? [] : notification.Attachments.ToValueList());
    }

    /// <summary>The person's own chat with the bot, and whether the app had to be installed for it;
    /// <c>null</c> for people of other tenants.</summary>
    private async Task<(Address Address, string Rung)?> ChatOfAsync(Participant to, CancellationToken cancellationToken)
    {
        if (to.InTeams is { } person && await people.FindAsync(person, cancellationToken) is { } known)
        {
            return (new(known.ConversationId!, known.ServiceUrl), PersonalChat);
        }

        if (to.InTeams is { } other && !other.Value.StartsWith(settings.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await users.ObjectIdAsync(to.Mail, cancellationToken) is { } objectId
                ? (new(await chatApp.InstallForUserAsync(objectId, cancellationToken), settings.ServiceUrl), Installed)
                : null;
        }
        catch (EffectFailedException refused) when (refused.Failure == EffectFailure.Refused)
        {
            return null;
        }
    }
}
