using System.Globalization;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Meetings;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Connector;

/// <summary>Who is in a chat, and in a meeting. Facts sheet B1 and B3.</summary>
internal sealed class RosterRoutes(WorldStore store, ChatBook chats)
{
    private const int PageSize = 200;

    public static void Map(RouteGroupBuilder connector)
    {
        connector.MapGet("v3/conversations/{c}/members/{id}", (string c, string id, RosterRoutes routes) => routes.Member(c, id));
        // Deprecated, yet Microsoft's own SDKs still ask it.
        connector.MapGet("v3/conversations/{c}/members", (string c, RosterRoutes routes) => routes.AllMembers(c));
        connector.MapGet("v3/conversations/{c}/pagedmembers", (string c, int? pageSize, string? continuationToken, RosterRoutes routes) =>
            routes.Members(c, pageSize ?? PageSize, continuationToken));
        connector.MapGet("v1/meetings/{m}", (string m, RosterRoutes routes) => routes.Details(m));
        connector.MapGet("v1/meetings/{m}/participants/{id}",
            (string m, string id, string? tenantId, RosterRoutes routes) => routes.Participant(m, id, tenantId));
    }

    private IResult Member(string conversation, string id) =>
        Refusal(chats.Find(conversation)) is { } refusal ? refusal
            : chats.Find(conversation)!.People.FirstOrDefault(person => Is(person, id)) is { } member ? WorldResults.Json(Account(member))
            : ConnectorResults.NoMember();

    private IResult AllMembers(string conversation) =>
        Refusal(chats.Find(conversation)) ?? WorldResults.Json(chats.Find(conversation)!.People.Select(Account));

    private IResult Members(string conversation, int pageSize, string? continuationToken)
    {
        if (Refusal(chats.Find(conversation)) is { } refusal)
        {
            return refusal;
        }

        var from = 0;
        if (continuationToken is { Length: > 0 }
            && !int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out from))
        {
            return ConnectorResults.BadArgument("Unknown continuation token.");
        }

        // Teams takes a page of fewer than 50 for 50. Here it is honoured, or no chat would ever have a second page.
        var people = chats.Find(conversation)!.People;
        var members = people.Skip(from).Take(Math.Clamp(pageSize, 1, 500)).Select(Account).ToArray();
        var next = from + members.Length;
        return WorldResults.Json(new
        {
            members,
            continuationToken = next < people.Count ? next.ToString(CultureInfo.InvariantCulture) : null
        });
    }

    private IResult Details(string meetingId)
    {
        if (Meeting(meetingId, out var chat) is { } refusal)
        {
            return refusal;
        }

        var meeting = chat!.Meeting!;
        var organiser = SandboxPeople.Find(meeting.OrganiserId)!;
        return WorldResults.Json(new
        {
            details = new
            {
                id = meeting.MeetingId,
                msGraphResourceId = meeting.OnlineMeetingId,
                scheduledStartTime = meeting.StartsAt,
                scheduledEndTime = meeting.EndsAt,
                joinUrl = meeting.JoinUrl,
                title = chat.Title,
                type = "Scheduled",
            },
            conversation = Conversation(chat),
            organizer = new { id = organiser.Mri, aadObjectId = organiser.AadObjectId, tenantId = organiser.TenantId },
        });
    }

    private IResult Participant(string meetingId, string id, string? tenantId)
    {
        if (tenantId is null)
        {
            return ConnectorResults.BadArgument("tenantId is required.");
        }

        if (Meeting(meetingId, out var chat) is { } refusal)
        {
            return refusal;
        }

        var meeting = chat!.Meeting!;
        var person =
            chat.People.FirstOrDefault(
                person => person.AadObjectId == id && (tenantId == person.TenantId || tenantId == SandboxPeople.CouncilTenant));
        return person is null ? ConnectorResults.NoMember() : WorldResults.Json(new
        {
            user = Account(person),
            meeting = new
            {
                role = person.AadObjectId == meeting.OrganiserId ? "Organizer" : person.InCouncil ? "Presenter" : "Attendee",
                inMeeting = store.All<MeetingSession>(Kinds.MeetingSession, owner: meeting.OnlineMeetingId)
                    .Any(session => session.HasIn(person.AadObjectId)),
            },
            conversation = Conversation(chat),
        });
    }

    private IResult? Refusal(Chat? chat) =>
        chat is null ? ConnectorResults.NoConversation() : chats.BotIsIn(chat) ? null : ConnectorResults.NotInRoster();

    // The id is base64, and a client may have escaped its slash.
    private IResult? Meeting(string meetingId, out Chat? chat)
    {
        chat = chats.OfMeeting(meeting => meeting.MeetingId == meetingId.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        return chat is null ? ConnectorResults.NoMeeting() : Refusal(chat);
    }

    private static bool Is(SandboxPerson person, string id) => id == person.Mri || id == person.AadObjectId;

    private static object Conversation(Chat chat) => new { id = chat.Id, conversationType = chat.ConversationType, isGroup = true };

    private static object Account(SandboxPerson person) => new
    {
        id = person.Mri,
        objectId = person.AadObjectId,
        aadObjectId = person.AadObjectId,
        name = person.Name,
        givenName = person.GivenName,
        surname = person.Surname,
        email = person.Mail,
        userPrincipalName = person.Mail,
        tenantId = person.TenantId,
        userRole = "user",
    };
}
