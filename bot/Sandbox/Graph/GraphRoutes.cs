using Microsoft.Graph.Chats.Item.InstalledApps.Item.Upgrade;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Every request that the sandbox's Graph answers. A request that isn't here is refused, so that a new one is noticed.</summary>
internal sealed class GraphRoutes(
    DirectoryAnswers directory, EventAnswers calendar, FreeBusyAnswers freeBusy, MeetingAnswers meetings, InstallAnswers installs,
    MailAnswers mail)
{
    private static readonly string[] EventFields =
        ["id", "body", "subject", "start", "end", "isCancelled", "onlineMeeting", "attendees", "transactionId"];

    private static readonly string[] ContactFields =
    [
        "id", "displayName", "emailAddresses", "categories", "jobTitle", "companyName", "department", "businessPhones", "mobilePhone",
        "personalNotes",
    ];

    private static readonly GraphBody AnEvent = GraphBody.Of(Event.CreateFromDiscriminatorValue);

    public IReadOnlyList<GraphRoute> All =>
    [
        new("GET", "users", "G3: the object id behind a mail address, and people by name", DirectoryAnswers.Users,
            new(["id", "userType", "displayName", "mail", "jobTitle", "department", "accountEnabled"], Filter: DirectoryAnswers.ByMail(),
                Others: ["$top"])
            {
                Search = DirectoryAnswers.ByName(),
            }),
        new("GET", "users/{user}", "G3: the job title of somebody", DirectoryAnswers.User, new(["id", "jobTitle"])),
        new("GET", "users/{user}/contacts", "G10: the directory of partners", directory.Contacts,
            new(ContactFields, Others: ["$top", "$skip"])),
        new("POST", "users/{user}/checkMemberGroups", "G10: who may convene", DirectoryAnswers.CheckMemberGroups,
            Body: GraphBody.Of(CheckMemberGroupsPostRequestBody.CreateFromDiscriminatorValue)),

        new("GET", "tenantRelationships/findTenantInformationByDomainName(domainName='{domain}')", "G10: whose domain an address is of",
            DirectoryAnswers.TenantOfDomain),

        new("GET", "groups/{group}", "G10: whether a setting names a group", DirectoryAnswers.Group, new(["id"])),

        new("POST", "users/{user}/calendar/getSchedule", "G2: free or busy", freeBusy.GetSchedule,
            Body: GraphBody.Of(GetSchedulePostRequestBody.CreateFromDiscriminatorValue)),
        new("POST", "users/{user}/events", "G1: the meeting; once for a transactionId", calendar.Create, Body: AnEvent),
        new("GET", "users/{user}/events", "G1: what was made", calendar.List, new(EventFields)),
        new("GET", "users/{user}/events/{event}", "G1: join link and answers", calendar.Read, new(EventFields)),
        new("PATCH", "users/{user}/events/{event}", "G1: another time, more people", calendar.Change, Body: AnEvent),
        new("POST", "users/{user}/events/{event}/cancel", "G1: the meeting is off", calendar.Cancel,
            Body: GraphBody.Of(CancelPostRequestBody.CreateFromDiscriminatorValue)),
        new("POST", "users/{user}/events/{event}/permanentDelete", "G1: an old meeting, deleted", calendar.Delete),
        new("GET", "users/{user}/calendarView", "G1: an event by its transactionId", calendar.View,
            new(EventFields, Others: ["startDateTime", "endDateTime", "$top"])),

        new("GET", "users/{user}/onlineMeetings", "G3: by join link, never taken apart", meetings.Find,
            new(Filter: MeetingAnswers.ByJoinUrl())),
        new("GET", "users/{user}/onlineMeetings/{meeting}", "G4: options read back", meetings.Read),
        new("PATCH", "users/{user}/onlineMeetings/{meeting}", "G4: lobby, recording, presenters", meetings.Change,
            Body: GraphBody.Of(OnlineMeeting.CreateFromDiscriminatorValue)),
        new("GET", "users/{user}/onlineMeetings/{meeting}/attendanceReports", "G6: one for each session", meetings.Reports),
        new("GET", "users/{user}/onlineMeetings/{meeting}/attendanceReports/{report}", "G6: with its records", meetings.Report,
            new(Expand: "attendanceRecords")),

        new("GET", "appCatalogs/teamsApps/{app}/appDefinitions", "G5: what the app asks consent for", InstallAnswers.Definitions),
        new("POST", "chats/{chat}/installedApps", "G5: into the meeting's chat", installs.InstallInChat,
            Body: GraphBody.Of(TeamsAppInstallation.CreateFromDiscriminatorValue, InstallAnswers.Bind)),
        new("GET", "chats/{chat}/installedApps", "G5: what was installed", installs.InChat, new(Expand: "teamsApp")),
        new("POST", "chats/{chat}/installedApps/{installation}/upgrade", "Side panel 1: to the published version", installs.Upgrade,
            Body: GraphBody.Of(UpgradePostRequestBody.CreateFromDiscriminatorValue)),
        new("GET", "chats/{chat}/tabs", "Side panel 2: what is pinned", installs.Tabs, new(Expand: "teamsApp")),
        new("POST", "chats/{chat}/tabs", "Side panel 2: the app's tab", installs.Pin,
            Body: GraphBody.Of(TeamsTab.CreateFromDiscriminatorValue, InstallAnswers.Bind)),
        new("POST", "users/{user}/teamwork/installedApps", "G5: for a person", installs.InstallForUser,
            Body: GraphBody.Of(UserScopeTeamsAppInstallation.CreateFromDiscriminatorValue, InstallAnswers.Bind)),
        new("GET", "users/{user}/teamwork/installedApps", "G5: the person's installation", installs.ForUser,
            new(Expand: "teamsApp", Filter: InstallAnswers.ByApp())),
        new("GET", "users/{user}/teamwork/installedApps/{installation}/chat", "G5: the person's chat with the bot", installs.ChatOfUser),

        new("POST", "users/{user}/messages", "G7: a draft that carries its key", mail.Draft,
            Body: GraphBody.Of(Message.CreateFromDiscriminatorValue)),
        new("PATCH", "users/{user}/messages/{message}", "G7: mends a draft", mail.Change,
            Body: GraphBody.Of(Message.CreateFromDiscriminatorValue)),
        new("POST", "users/{user}/messages/{message}/send", "G7: sends the draft", mail.Send),
        new("GET", "users/{user}/mailFolders/{folder}/messages", "G7: by key; what was sent", mail.InFolder,
            new(["id"], "attachments", MailAnswers.InAFolder())),
        new("GET", "users/{user}/messages", "G7: what came back; what was written of a case", mail.Anywhere,
            new(["id", "conversationId", "receivedDateTime"], Filter: MailAnswers.Everywhere(), Others: "$top")),
        new("POST", "users/{user}/messages/{message}/permanentDelete", "G7: a letter, deleted", mail.Delete),
    ];
}
