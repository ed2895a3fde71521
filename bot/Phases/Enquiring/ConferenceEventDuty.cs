using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Puts the conference into the calendars of those whom its service chose (R55, R104): council, time and reference, as of a
/// strategy meeting. Where it is held was typed, and stays in the record.</summary>
internal sealed class CreateConferenceDuty(Invitations invitations, Letterhead letterhead, Words words) : IDuty<ArrangedConference>
{
    public static string Kind => "enquiring/create-conference";

    public static DateTimeOffset Since => ConferenceCalendar.Since;

    public static string Says => "the conference in the calendars";

    public static IEnumerable<Owed<ArrangedConference>> Owes(Case @case) =>
        from conference in ConferenceCalendar.Of(@case)
        where conference.Event(@case) is null && conference.Invited(@case).Count > 0
        select new Owed<ArrangedConference>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{conference.Lead.Id.Value}/{conference.Of[0].Work.Events.Count}"),
            ConferenceCalendar.Later(conference.Arranged.At, conference.Of[0].Work.Invited!.At), conference)
        {
            // Nobody is invited to what is over.
            LapsesAt = conference.Arranged.Fact.At,
            HangsOn = $"{ConferenceCalendar.Listed(conference.Invited(@case))} {conference.Arranged.Seq}",
        };

    public async Task<Performed> PerformAsync(
        Case @case, Owed<ArrangedConference> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (at, people) = (owed.About.Arranged.Fact.At, owed.About.Invited(@case));
        var invitation = new Invitation(
            CalendarId.Of(@case, owed.Key), new SubjectLine(letterhead, words).OfConference(@case, at),
            $"{@case.Id} {@case.CheckWord}\n\nJoin by the link in this invitation. "
                + "If it is in a room, your own page of the case says where.\n",
            at, at + ArrangedConference.Length,
            [.. people.DistinctBy(person => person.Mail.ToUpperInvariant()).Select(person => new Invitee(person.Mail, person.Name))]);
        InvitationSent sent;
        try
        {
            sent = await invitations.CreateAsync(invitation, cancellationToken);
        }
        catch (EffectFailedException refused) when (refused.Status == StatusCodes.Status400BadRequest)
        {
            // One address that isn't taken costs everybody the event: each is then invited alone.
            sent = await invitations.CreateAsync(invitation with { Attendees = [] }, cancellationToken);
            people = [];
        }

        return new Performed.Delivered("calendar", sent.EventId,
            new ConferenceEventCreated(sent.EventId, at, people.Select(person => person.Id).ToValueList()) { Child = owed.About.Lead.Id });
    }
}

/// <summary>Moves it in the calendars; Outlook tells everybody invited.</summary>
internal sealed class MoveConferenceDuty(Invitations invitations, Letterhead letterhead, Words words) : IDuty<ArrangedConference>
{
    public static string Kind => "enquiring/move-conference";

    public static DateTimeOffset Since => ConferenceCalendar.Since;

    public static string Says => "the conference's new time in the calendars";

    public static IEnumerable<Owed<ArrangedConference>> Owes(Case @case) =>
        from conference in ConferenceCalendar.Of(@case)
        let created = conference.Event(@case)
        where created is not null
            && (conference.Arranged.Seq > created.Seq || conference.Arranged.Fact.At != created.Fact.At)
        select new Owed<ArrangedConference>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{conference.Lead.Id.Value}/{created.Seq}/{conference.Arranged.Seq}"),
            ConferenceCalendar.Later(conference.Arranged.At, created.At), conference)
        {
            // Nobody is invited to what is over.
            LapsesAt = conference.Arranged.Fact.At,
        };

    public async Task<Performed> PerformAsync(
        Case @case, Owed<ArrangedConference> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (id, at) = (owed.About.Event(@case)!.Fact.EventId, owed.About.Arranged.Fact.At);
        // Said again with the same time: nobody gets a second mail.
        if ((await invitations.ReadAsync(id, cancellationToken)).StartsAt != at)
        {
            await invitations.MoveAsync(id, at, at + ArrangedConference.Length, new SubjectLine(letterhead, words).OfConference(@case, at),
                cancellationToken);
        }

        return new Performed.Delivered("calendar", id);
    }
}

/// <summary>Brings the list in the calendar to the one that its service chose last.</summary>
internal sealed class ConferenceInviteesDuty(Invitations invitations) : IDuty<ArrangedConference>
{
    private const int ListLength = 8;

    public static string Kind => "enquiring/conference-invitees";

    public static DateTimeOffset Since => ConferenceCalendar.Since;

    public static string Says => "who is invited to the conference, in the calendars";

    public static IEnumerable<Owed<ArrangedConference>> Owes(Case @case) =>
        from conference in ConferenceCalendar.Of(@case)
        let created = conference.Event(@case)
        let said = conference.Of[0].Work.Invited
        where created is not null && said is not null
        let wanted = conference.Invited(@case)
        where said.Seq > created.Seq || !wanted.Select(person => person.Id).ToHashSet().SetEquals(created.Fact.Invitees)
        select new Owed<ArrangedConference>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{conference.Lead.Id.Value}/{created.Seq}/{said.Seq}/{Known(wanted)}"),
            ConferenceCalendar.Later(said.At, created.At), conference)
        {
            // Nobody is invited to what is over.
            LapsesAt = conference.Arranged.Fact.At,
            HangsOn = ConferenceCalendar.Listed(wanted),
        };

    public async Task<Performed> PerformAsync(
        Case @case, Owed<ArrangedConference> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (id, wanted) = (owed.About.Event(@case)!.Fact.EventId, owed.About.Invited(@case));
        var there = (await invitations.ReadAsync(id, cancellationToken)).Responses.Select(response => response.Mail).ToList();
        string? refused = null;
        foreach (var person in wanted.Where(person => !there.Exists(mail => MailAddress.Same(mail, person.Mail))))
        {
            try
            {
                await invitations.InviteAlsoAsync(id, [new(person.Mail, person.Name)], cancellationToken);
            }
            catch (EffectFailedException e) when (e.Status == StatusCodes.Status400BadRequest)
            {
                // The others get theirs.
                refused = RefusedEffect.NotAnAddress;
            }
        }

        foreach (var mail in there.Where(mail => !wanted.Any(person => MailAddress.Same(mail, person.Mail))
            && @case.Participants.Any(person => MailAddress.Same(mail, person.Mail))))
        {
            await invitations.UninviteAsync(id, mail, cancellationToken);
        }

        return refused is null ? new Performed.Delivered("calendar", id) : new Performed.GivenUp(refused);
    }

    private static string Known(IReadOnlyList<Participant> people) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(ConferenceCalendar.Listed(people))))[..ListLength];
}

/// <summary>Takes it out of the calendars where it is not held any more, or has no time: everybody invited is told.</summary>
internal sealed class CancelConferenceDuty(Invitations invitations) : IDuty<ConferenceEventCreated>
{
    // After that it is of no use.
    private static readonly TimeSpan Worth = TimeSpan.FromDays(30);

    public static string Kind => ArrangedConference.CancelKind;

    public static DateTimeOffset Since => ConferenceCalendar.Since;

    public static string Says => "the conference taken out of the calendars";

    public static IEnumerable<Owed<ConferenceEventCreated>> Owes(Case @case)
    {
        var standing = ConferenceCalendar.Of(@case).Select(conference => conference.Lead.Id).ToHashSet();
        foreach (var child in @case.Children.Where(child => !standing.Contains(child.Id)))
        {
            var work = @case.EnquiryOf(child.Id);
            if (work.Held is null && ArrangedConference.Event(@case, work, child.Id) is { } created)
            {
                yield return new(ArrangedConference.CancelKey(child.Id, created), created.At, created.Fact)
                {
                    WorthUntil = created.Fact.At + Worth,
                };
            }
        }
    }

    public async Task<Performed> PerformAsync(
        Case @case, Owed<ConferenceEventCreated> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        // Into everybody's mail.
        await invitations.CancelAsync(owed.About.EventId, "It does not take place at this time.", cancellationToken);
        return new Performed.Delivered("calendar", owed.About.EventId);
    }
}
