using System.Text.Json;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

public sealed class AccountsTests
{
    [Theory]
    [InlineData("""{"id":"29:1","aadObjectId":"new"}""", "new")]
    [InlineData("""{"id":"29:1","objectId":"old"}""", "old")]
    [InlineData("""{"id":"29:1","aadObjectId":"new","objectId":"old"}""", "new")]
    [InlineData("""{"id":"29:1","objectId":"old","aadObjectId":"new"}""", "new")]
    [InlineData("""{"id":"29:1","userRole":"anonymous"}""", null)]
    public void The_rosters_older_name_of_the_object_id_is_understood(string json, string? aadObjectId)
    {
        var account = JsonSerializer.Deserialize(json, TeamsJson.Wire.TeamsChannelAccount)!;

        Assert.Equal(aadObjectId, account.AadObjectId);
        Assert.DoesNotContain("objectId\"", JsonSerializer.Serialize(account, TeamsJson.Wire.TeamsChannelAccount),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"members":null,"continuationToken":null}""")]
    public void A_page_without_members_is_empty(string json) =>
        Assert.Empty(JsonSerializer.Deserialize(json, TeamsJson.Wire.PagedMembersResult)!.Members);
}
