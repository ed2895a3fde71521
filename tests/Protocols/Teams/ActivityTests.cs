using System.Text;
using System.Text.Json;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Teams;

public sealed class ActivityTests
{
    [Theory]
    [InlineData("message")]
    [InlineData("message-with-mention")]
    [InlineData("adaptive-card-action")]
    [InlineData("task-fetch")]
    [InlineData("task-submit")]
    [InlineData("conversation-update")]
    [InlineData("installation-update")]
    [InlineData("meeting-start")]
    [InlineData("meeting-end")]
    public void A_recorded_activity_is_written_again_with_known_fields_only(string name) =>
        Golden.Json(Written(Recorded.Activity(name)), name: name);

    [Fact]
    public void What_is_written_reads_the_same_and_is_written_the_same()
    {
        var written = Written(Recorded.Activity("adaptive-card-action"));

        Assert.Equal(written, Written(Read(written)));
    }

    [Fact]
    public void What_Teams_adds_to_the_channel_data_is_read_and_never_written()
    {
        var activity = Recorded.Activity("conversation-update");

        Assert.Equal("membersAdded", activity.ChannelData!.AdditionalData!["eventType"].GetString());
        Assert.DoesNotContain("eventType", Written(activity), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":null,"id":null,"timestamp":null,"from":null,"value":null,"attachments":null,"channelData":null,"membersAdded":null}""")]
    [InlineData("""{"type":"somethingNew","relatesTo":{"user":{}},"timestamp":"yesterday","entities":[{"type":"x","y":1}]}""")]
    [InlineData("""{"timestamp":1764063011,"suggestedActions":[]}""")]
    public void Missing_null_and_unknown_fields_are_no_error(string json)
    {
        var activity = Read(json);

        Assert.Null(activity.Timestamp);
        Assert.Null(activity.Value);
    }

    [Theory]
    [InlineData("2026-11-25T14:00:05.1Z")]
    [InlineData("2026-11-25T15:00:05.1+01:00")]
    [InlineData("2026-11-25T14:00:05.1")]
    public void An_instant_without_an_offset_is_UTC(string written) =>
        Assert.Equal(new(2026, 11, 25, 14, 0, 5, 100, TimeSpan.Zero), Read($$"""{"timestamp":"{{written}}"}""").Timestamp);

    [Fact]
    public void An_accented_letter_or_a_pound_sign_takes_one_character() =>
        Assert.Equal("""{"text":"é £ ’"}""", Written(new() { Text = "é £ ’" }));

    [Fact]
    public void Nothing_that_was_typed_shows_in_an_activity_as_text()
    {
        var activity = Recorded.Activity("adaptive-card-action");
        var shown =
            $"{activity} {activity.From} {activity.AdaptiveCardAction()} {activity.TaskModule()} "
                + $"{Attachment.AdaptiveCard(activity.Value!.Value)} "
            + $"{new Entity { Type = "mention", Text = "Sam Whitlock" }} "
            + $"{InvokeResponse.Of(AdaptiveCardInvokeResponse.Message("nothing-held"))}";

        Assert.DoesNotContain("nothing-held", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Whitlock", shown, StringComparison.Ordinal);
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, TeamsJson.Wire.Activity)!;

    private static string Written(Activity activity) =>
        Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(activity, TeamsJson.Wire.Activity));
}
