using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.PeoplesSide;

/// <summary>A person's or a service mailbox's mail: what came in and what was sent, newest first; drafts are nobody's business.</summary>
internal sealed class MailRoutes(WorldStore store)
{
    private static readonly string[] Folders = ["inbox", "sentitems"];

    public static void Map(RouteGroupBuilder people)
    {
        people.MapGet("mail", (string @as, MailRoutes routes) => routes.List(@as));
        people.MapGet("mail/{id}/attachments/{n:int}", (string @as, string id, int n, MailRoutes routes) => routes.Attachment(@as, id, n));
    }

    private IResult List(string called) => SandboxPeople.Find(called) is { } person
        ? WorldResults.Json(MailOf(person).Reverse().Select(Row))
        : Desk.Nobody;

    private IResult Attachment(string called, string id, int number)
    {
        var mail = SandboxPeople.Find(called) is { } person ? MailOf(person).FirstOrDefault(mail => (string?)mail["id"] == id) : null;
        return mail is not null && Attachments(mail).ElementAtOrDefault(number) is { } attachment
            ? Results.File(
                Convert.FromBase64String((string?)attachment["contentBytes"] ?? ""),
                (string?)attachment["contentType"] ?? "application/octet-stream",
                (string?)attachment["name"])
            : WorldResults.Refuse(404, "There is no such attachment in this mailbox.");
    }

    private IEnumerable<JsonObject> MailOf(SandboxPerson person) =>
        store.All<JsonObject>(Kinds.Mail, owner: person.AadObjectId).Where(mail => Folders.Contains((string?)mail["parentFolderId"]));

    private static object Row(JsonObject mail) => new
    {
        id = (string?)mail["id"],
        subject = (string?)mail["subject"],
        from = (string?)(mail["from"] ?? mail["sender"])?["emailAddress"]?["address"],
        to = (mail["toRecipients"] as JsonArray ?? []).Select(recipient => (string?)recipient?["emailAddress"]?["address"]),
        at = (string?)mail["sentDateTime"],
        folder = (string?)mail["parentFolderId"],
        bodyType = (string?)mail["body"]?["contentType"],
        body = (string?)mail["body"]?["content"],
        attachments = Attachments(mail).Select(attachment => new
        {
            name = (string?)attachment["name"],
            contentType = (string?)attachment["contentType"],
            size = Convert.FromBase64String((string?)attachment["contentBytes"] ?? "").Length,
        }),
    };

    private static IEnumerable<JsonObject> Attachments(JsonObject mail) => (mail["attachments"] as JsonArray ?? []).OfType<JsonObject>();
}
