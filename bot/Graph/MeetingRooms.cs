using Microsoft.Graph.Users.Item.OnlineMeetings;
using Microsoft.Graph.Users.Item.OnlineMeetings.Item;
using StrategyBot.Rules.Effects;
using Sdk = Microsoft.Graph.Models;

namespace StrategyBot.Graph;

/// <summary>The online meeting behind an invitation: its chat, and who may do what in it.</summary>
internal sealed class MeetingRooms(GraphConnection graph, Users users, ILogger<MeetingRooms> logger)
{
    /// <summary>The meeting behind a join link; <c>null</c> while Teams doesn't know it yet.
    /// The link is never taken apart (facts G3).</summary>
    public async Task<OnlineMeeting?> FindByJoinUrlAsync(string joinUrl, CancellationToken cancellationToken = default)
    {
        var meetings = await MeetingsAsync(cancellationToken);
        try
        {
            var found = await meetings.GetAsync(
                request => request.QueryParameters.Filter = $"JoinWebUrl eq '{joinUrl.Replace("'", "''", StringComparison.Ordinal)}'",
                cancellationToken);
            return found?.Value is [{ Id: { } id, ChatInfo.ThreadId: { } threadId }, ..] ? new OnlineMeeting(id, threadId) : null;
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// Closes the meeting to strangers, recording and transcription, one group of options a call: what a licence or a policy
    /// doesn't allow is refused without taking the others with it.
    /// </summary>
    /// <remarks>The chair is made co-organiser, because the organiser is a mailbox and never comes.</remarks>
    public async Task<MeetingOptions> HardenAsync(
        string onlineMeetingId, MeetingChair? chair, CancellationToken cancellationToken = default)
    {
        var meeting = (await MeetingsAsync(cancellationToken))[onlineMeetingId];
        Task<bool> Take(string option, Sdk.OnlineMeeting change) => TakesAsync(meeting, onlineMeetingId, option, change, cancellationToken);

        _ = await Take("lobby: invited", MeetingChanges.Lobby(Sdk.LobbyBypassScope.Invited))
            || await Take("lobby: organizer", MeetingChanges.Lobby(Sdk.LobbyBypassScope.Organizer));
        await Take("no recording", new Sdk.OnlineMeeting { AllowRecording = false, RecordAutomatically = false });
        await Take("no transcription", new Sdk.OnlineMeeting { AllowTranscription = false });
        if (chair is not null)
        {
            await Take("chair", MeetingChanges.CoOrganiser(await ReadAsync(meeting, cancellationToken), chair));
        }

        var so = MeetingChanges.Read(await ReadAsync(meeting, cancellationToken), chair);

        // With "organizer" and no co-organiser nobody present could admit anyone or share a screen; then the council's people may.
        await Take("presenters", new Sdk.OnlineMeeting
        {
            AllowedPresenters = so.ChairIsCoOrganiser ? Sdk.OnlineMeetingPresenters.Organizer : Sdk.OnlineMeetingPresenters.Organization,
        });
        return MeetingChanges.Read(await ReadAsync(meeting, cancellationToken), chair);
    }

    private async Task<bool> TakesAsync(
        OnlineMeetingItemRequestBuilder meeting, string id, string option, Sdk.OnlineMeeting change, CancellationToken cancellationToken)
    {
        try
        {
            await meeting.PatchAsync(change, request => request.Headers.PreferNewerValues(), cancellationToken);
            return true;
        }
        catch (EffectFailedException e) when (e.Status is StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden)
        {
            logger.OptionNotTaken(id, option, e.Status, e.Code);
            return false;
        }
    }

    private static async Task<Sdk.OnlineMeeting> ReadAsync(OnlineMeetingItemRequestBuilder meeting, CancellationToken cancellationToken) =>
        (await meeting.GetAsync(request => request.Headers.PreferNewerValues(), cancellationToken))!;

    // Without a signed-in user this part of Graph takes the organiser's object id only (facts G3).
    private async Task<OnlineMeetingsRequestBuilder> MeetingsAsync(CancellationToken cancellationToken) =>
        graph.Sdk.Users[await users.OrganiserIdAsync(cancellationToken)].OnlineMeetings;
}
