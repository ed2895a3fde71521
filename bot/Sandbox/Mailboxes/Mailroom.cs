using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Mailboxes;

/// <summary>Brings sent mail into the inboxes of those who live in the sandbox.</summary>
internal static class Mailroom
{
    // What the sender alone sees.
    private static readonly string[] SendersOwn = ["bccRecipients", "singleValueExtendedProperties", "multiValueExtendedProperties"];

    private static readonly string[] AddressedIn = ["toRecipients", "ccRecipients", "bccRecipients"];

    /// <param name="world">The transaction that also moves the sender's copy to the sent items.</param>
    /// <param name="message">Graph's message JSON, whole.</param>
    public static void Deliver(WorldTransaction world, JsonObject message)
    {
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

    private static IEnumerable<SandboxPerson> Recipients(JsonObject message) =>
        AddressedIn.SelectMany(field => message[field] as JsonArray ?? [])
            .Select(recipient => SandboxPeople.Find((string?)recipient?["emailAddress"]?["address"]))
            .OfType<SandboxPerson>().Distinct();
}
