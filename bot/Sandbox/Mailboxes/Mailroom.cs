using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Mailboxes;

/// <summary>Brings sent mail into the inboxes of those who live in the sandbox.</summary>
internal static class Mailroom
{
    // What the sender alone sees.
    private static readonly string[] SendersOwn = ["bccRecipients", "singleValueExtendedProperties", "multiValueExtendedProperties"];

    private const string ReportClass = "REPORT.IPM.Note.NDR";

    /// <summary>What is sent there comes back: a domain without a mailbox, as a mistyped one.</summary>
    public const string Nowhere = "@gone.example";

    private static readonly string[] AddressedIn = ["toRecipients", "ccRecipients", "bccRecipients"];

    /// <param name="world">The transaction that also moves the sender's copy to the sent items.</param>
    /// <param name="message">Graph's message JSON, whole.</param>
    /// <param name="sender">Whose mailbox has what comes back.</param>
    public static void Deliver(WorldTransaction world, JsonObject message, SandboxPerson sender)
    {
        if (Addresses(message).Any(mail => mail.EndsWith(Nowhere, StringComparison.OrdinalIgnoreCase)))
        {
            var report = WorldIds.New();
            world.Put(Kinds.Mail, report, new JsonObject
            {
                ["id"] = report,
                ["subject"] = $"Undeliverable: {(string?)message["subject"]}",
                ["conversationId"] = (string?)message["conversationId"],
                ["receivedDateTime"] = (string?)message["sentDateTime"],
                ["parentFolderId"] = "inbox",
                ["isDraft"] = false,
                ["messageClass"] = ReportClass,
            }, owner: sender.AadObjectId);
        }

        foreach (var person in Recipients(message))
        {
            var copy = (JsonObject)message.DeepClone();
            foreach (var own in SendersOwn)
            {
                copy.Remove(own);
            }

            var id = WorldIds.New();
            copy["id"] = id;
            copy["parentFolderId"] = "inbox";
            copy["isDraft"] = false;
            world.Put(Kinds.Mail, id, copy, owner: person.AadObjectId);
            world.Announce(new WorldChange("mail", People: [person.Id]));
        }
    }

    public static bool IsReport(JsonObject message) => (string?)message["messageClass"] == ReportClass;

    private static IEnumerable<SandboxPerson> Recipients(JsonObject message) =>
        Addresses(message).Select(SandboxPeople.Find).OfType<SandboxPerson>().Distinct();

    private static IEnumerable<string> Addresses(JsonObject message) => AddressedIn.SelectMany(field => message[field] as JsonArray ?? [])
        .Select(recipient => (string?)recipient?["emailAddress"]?["address"]).OfType<string>();
}
