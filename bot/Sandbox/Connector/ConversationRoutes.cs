using System.Text.Json;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Connector;

/// <summary>Create a 1:1 conversation. Facts sheet B2: exactly one member, a tenant, never a group, the same id
/// for the same member.</summary>
internal sealed class ConversationRoutes(WorldStore store, ChatBook chats, ActivityRoutes activities)
{
    public static void Map(RouteGroupBuilder connector) =>
        connector.MapPost("v3/conversations", (HttpRequest request, ConversationRoutes routes) => routes.CreateAsync(request));

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        var (body, refusal) = await SentActivity.ReadAsync(request);
        if (body is null || (refusal = Malformed(body, out var memberId)) is not null)
        {
            return refusal!;
        }

        if (SandboxPeople.Find(memberId) is not { } person)
        {
            return ConnectorResults.BadSyntax("Failed to decrypt pairwise id.");
        }

        // Somebody of another tenant can't have the app in this one, so there is never an install to find.
        if (!person.InCouncil || chats.Personal(person) is not { } chat || !chats.BotIsIn(chat))
        {
            return ConnectorResults.NotInstalledForPerson();
        }

        if (body["activity"] is JsonObject activity)
        {
            if (!SentActivity.CanBeShown(activity, out refusal))
            {
                return refusal;
            }

            store.Write(world => activities.Say(world, chat, activity));
        }

        return WorldResults.Json(new { id = chat.Id }, StatusCodes.Status201Created);
    }

    private static IResult? Malformed(JsonObject body, out string? memberId)
    {
        var members = body["members"] as JsonArray ?? [];
        memberId = members.Count == 1 ? SentActivity.Text(members[0] as JsonObject, "id") : null;
        var tenant =
            SentActivity.Text(body, "tenantId") ?? SentActivity.Text((body["channelData"] as JsonObject)?["tenant"] as JsonObject, "id");
        var isGroup = body["isGroup"]?.GetValueKind() == JsonValueKind.True;
        return body switch
        {
            _ when isGroup => ConnectorResults.BadSyntax("Bad format of conversation."),
            _ when members.Count != 1 => ConnectorResults.BadSyntax("Incorrect conversation creation parameters: exactly one member."),
            _ when memberId is null => ConnectorResults.BadSyntax("The member has no id."),
            _ when tenant is null => ConnectorResults.BadSyntax("Could not parse tenant id."),
            _ when tenant != SandboxPeople.CouncilTenant => ConnectorResults.NotInstalledForPerson(),
            _ => null,
        };
    }
}
