using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Mailboxes;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Drafts, and sending them.</summary>
internal sealed partial class MailAnswers(WorldStore store, SandboxClock clock)
{
    private static readonly string[] Folders = ["drafts", "outbox", "sentitems", "inbox"];

    [GeneratedRegex("^singleValueExtendedProperties/Any\\(ep: ep/id eq '([^']*)' and ep/value eq '((?:[^']|'')*)'\\)$")]
    private static partial Regex ByProperty();

    [GeneratedRegex("^conversationId eq '([^']*)'$")]
    private static partial Regex ByConversation();

    [GeneratedRegex("^(?:singleValueExtendedProperties/Any\\(ep: ep/id eq '[^']*' and ep/value eq '(?:[^']|'')*'\\)"
        + "|conversationId eq '[^']*')$")]
    public static partial Regex InAFolder();

    [GeneratedRegex("^receivedDateTime ge (\\S+) and singleValueExtendedProperties/Any\\("
        + "ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT\\.IPM\\.Note\\.NDR'\\)$")]
    private static partial Regex OfReports();

    [GeneratedRegex("^singleValueExtendedProperties/Any\\(ep: ep/id eq '([^']*)' and startswith\\(ep/value, '((?:[^']|'')*)'\\)\\)$")]
    private static partial Regex ByBeginning();

    [GeneratedRegex("^(?:receivedDateTime ge \\S+ and singleValueExtendedProperties/Any\\("
        + "ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT\\.IPM\\.Note\\.NDR'\\)"
        + "|singleValueExtendedProperties/Any\\(ep: ep/id eq '[^']*' and startswith\\(ep/value, '(?:[^']|'')*'\\)\\))$")]
    public static partial Regex Everywhere();

    public GraphAnswer Draft(GraphCall call)
    {
        var mailbox = call.User;
        var message = (JsonObject)call.Body.DeepClone();
        var id = $"AAMk{WorldIds.New()}";
        message["id"] = id;
        message["createdDateTime"] = WorldJson.Instant(clock.GetUtcNow());
        message["conversationId"] = WorldIds.New();
        message["isDraft"] = true;
        message["parentFolderId"] = "drafts";
        message["from"] = new JsonObject { ["emailAddress"] = new JsonObject { ["name"] = mailbox.Name, ["address"] = mailbox.Mail } };
        var attachments = message["attachments"] as JsonArray ?? [];
        message["hasAttachments"] = attachments.Count > 0;
        foreach (var attachment in attachments.OfType<JsonObject>())
        {
            attachment["id"] = WorldIds.New();
            attachment["size"] = attachment["contentBytes"]?.GetValue<string>() is { } bytes ? Convert.FromBase64String(bytes).Length : 0;
        }

        store.Write(world => world.Put(Kinds.Mail, id, message, owner: mailbox.AadObjectId));
        return GraphAnswer.Created(GraphQuery.Cut(message, call.Request.Query));
    }

    /// <remarks>Graph changes recipients and body of a draft alone.</remarks>
    public GraphAnswer Change(GraphCall call) => store.Write(world =>
    {
        var message = Draft(world, call);
        foreach (var (name, value) in call.Body.Where(field => field.Key != "@odata.type"))
        {
            message[name] = value?.DeepClone();
        }

        world.Put(Kinds.Mail, call["message"], message);
        return GraphAnswer.Ok(GraphQuery.Cut(message, call.Request.Query));
    });

    public GraphAnswer Send(GraphCall call) => store.Write(world =>
    {
        var mailbox = call.User;
        var message = Draft(world, call);
        if (message["toRecipients"] is not JsonArray { Count: > 0 } recipients)
        {
            throw new GraphRefusal(StatusCodes.Status400BadRequest, "ErrorInvalidRecipients", "At least one recipient is needed.");
        }

        GraphAddresses.Check(recipients);

        message["isDraft"] = false;
        message["parentFolderId"] = "sentitems";
        message["sentDateTime"] = WorldJson.Instant(clock.GetUtcNow());
        message["receivedDateTime"] = WorldJson.Instant(clock.GetUtcNow());
        world.Put(Kinds.Mail, call["message"], message);
        world.Announce(new WorldChange("mail", People: [mailbox.Id]));
        Mailroom.Deliver(world, message, mailbox);
        return GraphAnswer.Accepted;
    });

    public GraphAnswer InFolder(GraphCall call)
    {
        if (!Folders.Contains(call["folder"]))
        {
            throw GraphRefusal.Missing();
        }

        var found = store.All<JsonObject>(Kinds.Mail, owner: call.User.AadObjectId)
            .Where(one => (string?)one["parentFolderId"] == call["folder"]);
        if (call.Query("$filter") is { } filter)
        {
            var (wanted, conversation) = (ByProperty().Match(filter), ByConversation().Match(filter));
            found = conversation.Success
                ? found.Where(one => (string?)one["conversationId"] == conversation.Groups[1].Value)
                : found.Where(
                    one => Carries(one, wanted.Groups[1].Value, wanted.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal)));
        }

        // Newest first, as Outlook lists a folder.
        return GraphAnswer.List(found.Reverse().Select(one => GraphQuery.Cut(one, call.Request.Query)));
    }

    /// <summary>Whatever folder it lies in.</summary>
    public GraphAnswer Anywhere(GraphCall call)
    {
        if (call.Query("$filter") is not { } filter || ByBeginning().Match(filter) is not { Success: true } wanted)
        {
            return Reports(call);
        }

        var found = store.All<JsonObject>(Kinds.Mail, owner: call.User.AadObjectId).Where(one => Properties(one).Any(property =>
            property.Id == wanted.Groups[1].Value && property.Value.StartsWith(
                wanted.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
        return GraphAnswer.List(found.Reverse().Take(int.Parse(call.Query("$top") ?? "10", CultureInfo.InvariantCulture))
            .Select(one => GraphQuery.Cut(one, call.Request.Query)));
    }

    /// <remarks>Not moved to the deleted items, where somebody would find it.</remarks>
    public GraphAnswer Delete(GraphCall call) => store.Write(world =>
    {
        if (!world.All<JsonObject>(Kinds.Mail, owner: call.User.AadObjectId).Any(one => (string?)one["id"] == call["message"]))
        {
            throw GraphRefusal.Missing();
        }

        world.Delete(Kinds.Mail, call["message"]);
        world.Announce(new WorldChange("mail", People: [call.User.Id]));
        return GraphAnswer.NoContent;
    });

    /// <summary>Exchange's reports of what it could not deliver, the newest first.</summary>
    private GraphAnswer Reports(GraphCall call)
    {
        var since = DateTimeOffset.Parse(OfReports().Match(call.Query("$filter")!).Groups[1].Value, CultureInfo.InvariantCulture);
        return GraphAnswer.List(store.All<JsonObject>(Kinds.Mail, owner: call.User.AadObjectId)
            .Where(one => Mailroom.IsReport(one)
                && DateTimeOffset.Parse((string)one["receivedDateTime"]!, CultureInfo.InvariantCulture) >= since)
            .Reverse().Select(one => GraphQuery.Cut(one, call.Request.Query)));
    }

    private static JsonObject Draft(WorldTransaction world, GraphCall call) =>
        world.All<JsonObject>(Kinds.Mail, owner: call.User.AadObjectId)
            .FirstOrDefault(one => (string?)one["id"] == call["message"] && (bool?)one["isDraft"] == true) ?? throw GraphRefusal.Missing();

    // Exchange compares the name with regard to case, the value without.
    private static bool Carries(JsonObject message, string id, string value) => Properties(message).Any(property =>
        property.Id == id && string.Equals(property.Value, value, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string? Id, string Value)> Properties(JsonObject message) =>
        (message["singleValueExtendedProperties"] as JsonArray ?? [])
            .Select(property => ((string?)property?["id"], (string?)property?["value"] ?? ""));
}
