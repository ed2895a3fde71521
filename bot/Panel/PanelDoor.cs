using StrategyBot.Conversations;
using StrategyBot.Protocols.Teams;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Panel;

/// <summary>Lets people into the panel: Teams vouches for the person by a token, the record says what they are on the meeting whose
/// chat the panel stands in.</summary>
internal sealed class PanelDoor(
    PersonTokenValidator tokens, Clerk clerk, PeopleBook people, TeamsConversations conversations, Vouching vouching,
    TeamsSettings settings, WallClock wall)
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

    /// <summary>Somebody at the app's own tab, which is of no meeting: the roster of their own chat with the bot says which address is
    /// theirs.</summary>
    /// <returns><c>null</c> for whoever is not of this authority.</returns>
    public async Task<PanelStaff?> StaffAsync(VouchedPerson person, CancellationToken cancellationToken)
    {
        if (person.TenantId != settings.TenantId)
        {
            return null;
        }

        var patience = new Patience(wall.Time, wall.PatienceTimes);
        var told = new Speaker(person.TenantId, person.ObjectId, "", person.Name, null);
        var chat = await people.FindAsync(PersonId.Of(person.TenantId, person.ObjectId), cancellationToken);
        return new(
            chat?.ConversationId is { } own
                ? await VouchedAsync(new Address(own, chat.ServiceUrl), told, patience, cancellationToken) ?? told : told,
            patience);
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
    private Task<Speaker?> VouchedAsync(Case @case, CaseRef at, Speaker told, Patience patience, CancellationToken cancellationToken)
    {
        var room = @case.About(at.Meeting!.Value)!.Meeting.Room;
        var address = new Address(
            room.Reachable?.ConversationId ?? room.Chat?.ThreadId ?? "", room.Reachable?.ServiceUrl ?? settings.ServiceUrl);
        return VouchedAsync(address, told, patience, cancellationToken);
    }

    private async Task<Speaker?> VouchedAsync(Address address, Speaker told, Patience patience, CancellationToken cancellationToken)
    {
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

/// <summary>Somebody of the authority at the app's own tab.</summary>
internal sealed record PanelStaff(Speaker Speaker, Patience Patience)
{
    /// <summary>Private, and nothing can be sent to it.</summary>
    public Turn Turn(string source) => new(Speaker, new(PlaceKind.Page, new("", "")), source) { Patience = Patience };
}
