using StrategyBot.Conversations;
using StrategyBot.Protocols.Teams;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Panel;

/// <summary>Lets people into the panel: Teams vouches for the person by a token, the record says what they are on the meeting whose
/// chat the panel stands in.</summary>
internal sealed class PanelDoor(
    PersonTokenValidator tokens, Clerk clerk, TeamsConversations conversations, Vouching vouching, TeamsSettings settings, WallClock wall)
{
    /// <summary>Chair, scribe and social worker, each their cut.</summary>
    public const Capability Needs = Capability.FillForm;

    /// <returns>Nobody, where no token vouches for them.</returns>
    public async Task<VouchedPerson?> PersonAsync(HttpContext http, CancellationToken cancellationToken) =>
        (await tokens.ValidateAsync(http.Request.Headers.Authorization, cancellationToken)).Person;

    /// <param name="chat">The conversation in which Teams shows the page; proves nothing.</param>
    /// <returns><c>null</c> where the panel is not for them.</returns>
    public async Task<PanelGuest?> GuestAsync(VouchedPerson person, string? chat, CancellationToken cancellationToken)
    {
        try
        {
            return chat is { Length: > 0 and < 300 } && await clerk.FindChatAsync(chat, cancellationToken) is { } at
                ? await KnownAsync(person, chat, at, cancellationToken)
                : null;
        }
        catch (LeftAloneException)
        {
            // What can't be read must not tell an outsider that it is there.
            var asker = new Asker(PersonId.Of(person.TenantId, person.ObjectId), person.Name, null, "");
            if ((await clerk.CasesOfAsync(asker, cancellationToken)).Count == 0)
            {
                return null;
            }

            throw;
        }
    }

    private async Task<PanelGuest> KnownAsync(VouchedPerson person, string chat, CaseRef at, CancellationToken cancellationToken)
    {
        var patience = new Patience(wall.Time, wall.PatienceTimes);
        var place = new Place(PlaceKind.Panel, new Address(chat, ""));
        var told = new Speaker(person.TenantId, person.ObjectId, "", person.Name, null);
        var @case = await clerk.LoadAsync(at.Case, cancellationToken);
        var speaker = @case.Find(PersonId.Of(person.TenantId, person.ObjectId)) is not null
            ? told
            : await VouchedAsync(@case, at, told, patience, cancellationToken) ?? told;
        return new(at, speaker, place, patience);
    }

    /// <summary>Somebody of the authority who never wrote to the bot: the chat's roster says which address is theirs.</summary>
    private async Task<Speaker?> VouchedAsync(Case @case, CaseRef at, Speaker told, Patience patience, CancellationToken cancellationToken)
    {
        var room = @case.About(at.Meeting!.Value)!.Meeting.Room;
        var address = new Address(
            room.Reachable?.ConversationId ?? room.Chat?.ThreadId ?? "", room.Reachable?.ServiceUrl ?? settings.ServiceUrl);
        try
        {
            var member = await conversations.MemberAsync(address, told.ObjectId, wall.Time.GetUtcNow(), patience, cancellationToken);
            return member.TenantId == told.TenantId && member.ObjectId == told.ObjectId
                ? await vouching.ForAsync(member, patience, cancellationToken)
                : null;
        }
        catch (EffectFailedException refused) when (refused.Failure == EffectFailure.Refused)
        {
            // Silence is no answer: then the page says so and asks again.
            return null;
        }
    }
}

/// <summary>Somebody at the panel of one meeting.</summary>
internal sealed record PanelGuest(CaseRef At, Speaker Speaker, Place Place, Patience Patience)
{
    public Turn Turn(string source, bool isAutomatic = false) =>
        new(Speaker, Place, source) { IsAutomatic = isAutomatic, Patience = Patience };
}
