using System.Text.Json;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Teams;

public sealed class InvokesTests
{
    private static readonly JsonElement Card =
        JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Saved 10:42"}]}""");

    [Fact]
    public void A_pressed_button_is_its_verb_and_its_data()
    {
        var value = Recorded.Activity("adaptive-card-action").AdaptiveCardAction();

        Assert.Equal("manual", value!.Trigger);
        Assert.Equal("assessing/save", value.Action!.Verb);
        Assert.Null(value.Action.Id);
        Assert.Equal(3, value.Action.Data!.Value.GetProperty("rev").GetInt32());
    }

    [Fact]
    public void A_dialog_is_asked_for_with_its_data_and_theme()
    {
        var request = Recorded.Activity("task-fetch").TaskModule();

        Assert.Equal("assessing/part", request!.Data!.Value.GetProperty("form").GetString());
        Assert.Equal("dark", request.Context!.Theme);
    }

    [Fact]
    public void A_filled_dialog_is_its_data() =>
        Assert.Equal("checked", Recorded.Activity("task-submit").TaskModule()!.Data!.Value.GetProperty("known").GetString());

    [Fact]
    public void A_meeting_starts_and_ends_at_instants_of_its_own()
    {
        var start = Recorded.Activity("meeting-start");
        var end = Recorded.Activity("meeting-end");

        Assert.Equal(new(2026, 11, 25, 14, 0, 4, 900, TimeSpan.Zero), start.MeetingStart()!.StartTime);
        Assert.Equal(new(2026, 11, 25, 14, 42, 9, TimeSpan.Zero), end.MeetingEnd()!.EndTime);
        Assert.Null(start.MeetingEnd());
        Assert.Null(end.MeetingStart());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("""{"action":"text"}""")]
    public void A_value_of_another_shape_is_none(string value) =>
        Assert.Null(JsonSerializer.Deserialize($$"""{"value":{{value}}}""", TeamsJson.Wire.Activity)!.AdaptiveCardAction());

    [Fact]
    public void The_answers_to_an_invoke() =>
        Golden.Json("[" + string.Join(',',
            Json(InvokeResponse.Of(AdaptiveCardInvokeResponse.Card(Card))),
            Json(InvokeResponse.Of(AdaptiveCardInvokeResponse.Message("Saved 10:42"))),
            Json(InvokeResponse.Of(AdaptiveCardInvokeResponse.Error(400, "OutOfDate", "This card is out of date."))),
            Json(InvokeResponse.Of(TaskModuleResponse.Continue(new("Police", Attachment.AdaptiveCard(Card)) { Height = "large" }))),
            Json(InvokeResponse.Of(TaskModuleResponse.Message("Saved 10:42")))) + "]");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_message_is_refused_because_Teams_shows_it_as_a_failure(string text) =>
        Assert.Throws<ArgumentException>(() => AdaptiveCardInvokeResponse.Message(text));

    private static string Json(InvokeResponse response)
    {
        Assert.Equal(200, response.Status);
        return response.Body!.Value.GetRawText();
    }
}
