using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;
using Sdk = Microsoft.Graph.Models;

namespace StrategyBot.Graph;

/// <summary>The meeting as calendar event of the organiser's mailbox. Every method may be repeated after an unknown outcome.</summary>
internal sealed class Invitations(GraphConnection graph, GraphSettings settings)
{
    private static readonly string[] StateFields = ["id", "start", "end", "isCancelled", "onlineMeeting", "attendees"];

    private Microsoft.Graph.Users.Item.Events.EventsRequestBuilder Events => graph.Sdk.Users[settings.OrganiserMailbox].Events;

    public async Task<InvitationSent> CreateAsync(Invitation invitation, CancellationToken cancellationToken = default)
    {
        try
        {
            var answer = await Events.PostAsync(
                InvitationEvent.Of(invitation), request => request.Headers.PreferImmutableIds(), cancellationToken);
            return new(answer!.Id!, answer.OnlineMeeting?.JoinUrl);
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status409Conflict)
        {
            // The documents promise only that a repeat is not done twice, not what it is answered.
            if (await FindAsync(invitation, cancellationToken) is { } made)
            {
                return made;
            }

            throw;
        }
    }

    /// <exception cref="EffectFailedException">Refused with 404 when the event is gone, for example deleted by hand.</exception>
    public async Task<InvitationState> ReadAsync(string eventId, CancellationToken cancellationToken = default)
    {
        var found = await Events[eventId].GetAsync(
            request =>
            {
                request.QueryParameters.Select = StateFields;
                request.Headers.PreferImmutableIds();
            },
            cancellationToken);
        return new(
            found!.Id!,
            GraphTime.Read(found.Start),
            GraphTime.Read(found.End),
            found.IsCancelled ?? false,
            found.OnlineMeeting?.JoinUrl,
            (found.Attendees ?? []).Select(InvitationEvent.Read).ToValueList());
    }

    /// <param name="subject">It says the time too.</param>
    public async Task MoveAsync(
        string eventId, DateTimeOffset startsAt, DateTimeOffset endsAt, string subject, CancellationToken cancellationToken = default)
    {
        var change = new Sdk.Event { Start = GraphTime.Of(startsAt), End = GraphTime.Of(endsAt), Subject = subject };
        if (await WithoutTimeAsync(eventId, cancellationToken) is { } body)
        {
            change.Body = body;
        }

        await PatchAsync(eventId, change, cancellationToken);
    }

    /// <summary>Calls it what it is called now; who has it is told nothing where it is called so already.</summary>
    public async Task RenameAsync(string eventId, string subject, CancellationToken cancellationToken = default)
    {
        var found = await Events[eventId].GetAsync(request => request.QueryParameters.Select = ["subject"], cancellationToken);
        if (found!.Subject != subject)
        {
            await PatchAsync(eventId, new Sdk.Event { Subject = subject }, cancellationToken);
        }
    }

    /// <summary>Takes the time out of its words, where an earlier release wrote it: it stands in the event, and the words were never moved.
    /// </summary>
    public async Task MendAsync(string eventId, CancellationToken cancellationToken = default)
    {
        if (await WithoutTimeAsync(eventId, cancellationToken) is { } body)
        {
            await PatchAsync(eventId, new Sdk.Event { Body = body }, cancellationToken);
        }
    }

    /// <summary>Invites more people; who is invited already stays so and is told nothing.</summary>
    public async Task InviteAlsoAsync(string eventId, IReadOnlyCollection<Invitee> more, CancellationToken cancellationToken = default)
    {
        var found = await Events[eventId].GetAsync(request => request.QueryParameters.Select = ["attendees"], cancellationToken);
        var invited = found!.Attendees ?? [];
        var missing =
            more.Where(
                person =>
                    !invited.Exists(
                        a => Is(a, person.Mail))).ToArray();
        if (missing.Length > 0)
        {
            await PatchAsync(eventId, new Sdk.Event { Attendees = [.. invited, .. missing.Select(InvitationEvent.Of)] }, cancellationToken);
        }
    }

    /// <summary>Takes somebody out of the invitation; Outlook tells them that it is off for them.</summary>
    public async Task UninviteAsync(string eventId, string mail, CancellationToken cancellationToken = default)
    {
        var found = await Events[eventId].GetAsync(request => request.QueryParameters.Select = ["attendees"], cancellationToken);
        var invited = found!.Attendees ?? [];
        var left = invited.Where(a => !Is(a, mail)).ToList();
        if (left.Count < invited.Count)
        {
            await PatchAsync(eventId, new Sdk.Event { Attendees = left }, cancellationToken);
        }
    }

    /// <summary>Tells everybody invited that the meeting is off. An event that is gone already counts as cancelled.</summary>
    /// <remarks>The comment goes into everybody's mail: keep it neutral.</remarks>
    public async Task CancelAsync(string eventId, string comment, CancellationToken cancellationToken = default)
    {
        try
        {
            await Events[eventId].Cancel.PostAsync(new CancelPostRequestBody { Comment = comment }, cancellationToken: cancellationToken);
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
        }
    }

    /// <summary>Deletes an event that is over, for good. No word goes to anybody: what would tell them that it is off is
    /// <see cref="CancelAsync"/>.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> DeleteAsync(string eventId, CancellationToken cancellationToken = default)
    {
        try
        {
            await Events[eventId].PermanentDelete.PostAsync(cancellationToken: cancellationToken);
            return true;
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return false;
        }
    }

    private static bool Is(Sdk.Attendee attendee, string mail) =>
        MailAddress.Same(MailAddress.Within(attendee.EmailAddress?.Address)?.Value ?? attendee.EmailAddress?.Address, mail);

    /// <summary>Its words without the time; all else in them stays letter for letter, as the way into the online meeting stands there too.
    /// </summary>
    private async Task<Sdk.ItemBody?> WithoutTimeAsync(string eventId, CancellationToken cancellationToken)
    {
        var found = await Events[eventId].GetAsync(request => request.QueryParameters.Select = ["body"], cancellationToken);
        var said = found?.Body?.Content ?? "";
        var left = InvitationEvent.SaidTime().Replace(said, "");
        return left == said ? null : new Sdk.ItemBody { ContentType = found!.Body!.ContentType, Content = left };
    }

    private async Task PatchAsync(string eventId, Sdk.Event change, CancellationToken cancellationToken) =>
        await Events[eventId].PatchAsync(change, cancellationToken: cancellationToken);

    private async Task<InvitationSent?> FindAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var page = await graph.Sdk.Users[settings.OrganiserMailbox].CalendarView.GetAsync(
            request =>
            {
                request.QueryParameters.StartDateTime = GraphTime.Of(invitation.StartsAt).DateTime + "Z";
                request.QueryParameters.EndDateTime = GraphTime.Of(invitation.EndsAt).DateTime + "Z";
                request.QueryParameters.Select = ["id", "transactionId", "onlineMeeting"];
                request.QueryParameters.Top = 500;
                request.Headers.PreferImmutableIds();
            },
            cancellationToken);
        return (page?.Value ?? []).Where(e => e.TransactionId == invitation.TransactionId)
            .Select(e => new InvitationSent(e.Id!, e.OnlineMeeting?.JoinUrl)).FirstOrDefault();
    }
}
