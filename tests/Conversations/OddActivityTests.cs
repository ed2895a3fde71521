using System.Text;
using System.Text.Json.Nodes;

namespace StrategyBot.Tests.Conversations;

/// <summary>What comes odd, or can't be vouched for: an answer in words, never a fault of the server's, and nothing claimed.</summary>
public sealed class OddActivityTests : IAsyncLifetime
{
    private EndpointHost host = null!;

    public async Task InitializeAsync() => host = await EndpointHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("message", null)]
    [InlineData("message", "")]
    [InlineData("message", ".")]
    [InlineData("message", "..")]
    [InlineData("invoke", null)]
    [InlineData("conversationUpdate", null)]
    public async Task What_names_no_conversation_is_a_bad_request(string type, string? conversation)
    {
        var activity = EndpointHost.Said("tell");
        activity["type"] = type;
        activity["conversation"]!["id"] = conversation;

        Assert.Equal(400, (await host.SendAsync(activity)).Status);
        Assert.Empty(host.Turns);
    }

    [Fact]
    public async Task A_conversation_whose_id_no_address_can_hold_is_a_bad_request()
    {
        var activity = EndpointHost.Said("tell");
        activity["conversation"]!["id"] = new string('x', 70_000);

        Assert.Equal(400, (await host.SendAsync(activity)).Status);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Where_the_roster_refuses_a_dialog_stays_open_and_everything_else_gets_a_sentence(int status)
    {
        for (var answer = 0; answer < 3; answer++)
        {
            host.Connector.Answer(status, """{"error":{"code":"BotNotInConversationRoster"}}""");
        }

        var (submit, fetch, action) = (await host.SendAsync(EndpointHost.Submit()), await host.SendAsync(EndpointHost.Fetch()),
            await host.SendAsync(EndpointHost.Action()));

        Assert.Equal((424, null), submit);
        Assert.Equal(200, fetch.Status);
        Assert.StartsWith("Teams couldn't tell me", (string?)fetch.Body!["task"]!["value"], StringComparison.Ordinal);
        Assert.StartsWith("Teams couldn't tell me", (string?)action.Body!["value"], StringComparison.Ordinal);
        Assert.Empty(host.Turns);
    }

    [Fact]
    public async Task The_answer_to_a_failure_may_fail_as_well()
    {
        host.Connector.Answer(404).Answer(403, """{"error":{"code":"BotNotInConversationRoster"}}""");
        Assert.Equal(200, (await host.SendAsync(EndpointHost.Said("tell"))).Status);

        host.Roster();
        host.Connector.Answer(_ => throw new IOException("cut"));
        host.Answers = () => throw new InvalidOperationException("what somebody typed");
        Assert.Equal(200, (await host.SendAsync(EndpointHost.Said("tell"))).Status);

        Assert.Contains(host.Log.Lines, line => line.Contains("the answer was not sent", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("what somebody typed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("from.name")]
    [InlineData("recipient.name")]
    [InlineData("conversation.name")]
    [InlineData("replyToId")]
    [InlineData("entities")]
    public async Task Half_a_character_anywhere_is_read_as_the_mark_for_it(string field)
    {
        host.Roster();
        host.Connector.Answer(201, """{"id":"message-1"}""");
        var activity = EndpointHost.Said("tell he laughed");
        var at = field.Split('.') is [var outer, var inner] ? (activity[outer]!, inner) : (activity, field);
        at.Item1[at.Item2] = field == "entities" ? new JsonArray(new JsonObject { ["type"] = "HALF" })
            : field == "text" ? "tell he laughed HALF" : "HALF";

        var (status, _) = await host.SendAsync(activity.ToJsonString().Replace("HALF", @"\ud83d", StringComparison.Ordinal));

        Assert.Equal(200, status);
        Assert.Equal(field == "text" ? "he laughed \ufffd" : "he laughed", Assert.Single(host.Words));
    }

    [Fact]
    public async Task So_is_half_a_character_in_a_form_and_in_the_rosters_own_answer()
    {
        host.Roster(name: @"Grace \ud83d");

        var (status, _) = await host.SendAsync(
            EndpointHost.Submit("HALF, whole: EMOJI").ToJsonString()
                .Replace("HALF", @"\uDC00\ud83d", StringComparison.Ordinal).Replace("EMOJI", @"\ud83d\ude00", StringComparison.Ordinal));

        Assert.Equal(200, status);
        Assert.Equal("\ufffd\ufffd, whole: \U0001F600", Assert.Single(host.Words));
        Assert.Equal("Grace \ufffd", Assert.Single(host.Turns).By.Name);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    public async Task Bytes_that_are_no_UTF_8_are_read_as_the_mark_for_them(byte[] wrong)
    {
        host.Roster();
        var parts = EndpointHost.Submit("before|after").ToJsonString().Split('|');

        var (status, _) = await host.SendAsync([.. Encoding.UTF8.GetBytes(parts[0]), .. wrong, .. Encoding.UTF8.GetBytes(parts[1])]);

        Assert.Equal(200, status);
        Assert.Contains('\ufffd', Assert.Single(host.Words)!);
    }

    [Fact]
    public async Task A_body_with_a_byte_order_mark_is_read_and_one_that_is_too_long_is_not()
    {
        host.Roster();

        var marked = Encoding.UTF8.Preamble.ToArray().Concat(Encoding.UTF8.GetBytes(EndpointHost.Submit().ToJsonString()));
        Assert.Equal(200, (await host.SendAsync([.. marked])).Status);
        Assert.Equal(400, (await host.SendAsync(EndpointHost.Submit(new string('x', 300_000)))).Status);
    }

    [Fact]
    public async Task The_same_id_of_another_sender_or_conversation_is_no_repeat()
    {
        foreach (var (chat, sender) in new[] { ("a:1", "29:1"), ("a:1", "29:1"), ("a:2", "29:1"), ("a:1", "29:2"), ("a:12", "9:1") })
        {
            host.Roster();
            var activity = EndpointHost.Submit();
            (activity["conversation"]!["id"], activity["from"]!["id"]) = (chat, sender);
            await host.SendAsync(activity);
        }

        var sources = host.Turns.Select(turn => turn.Source).ToList();
        Assert.Equal(sources[0], sources[1]);
        Assert.Equal(4, sources.Distinct().Count());
        Assert.All(sources, source => Assert.InRange(source.Length, 1, 64));
    }

    [Fact]
    public async Task Nor_is_the_same_id_with_other_words()
    {
        host.Roster();
        foreach (var words in new[] { "one", "one", "two" })
        {
            await host.SendAsync(EndpointHost.Submit(words));
        }

        var sources = host.Turns.Select(turn => turn.Source).ToList();
        Assert.Equal((sources[0], true), (sources[1], sources[0] != sources[2]));
    }

    [Fact]
    public async Task What_may_save_something_and_has_no_id_is_a_bad_request()
    {
        host.Roster();
        foreach (var activity in new[] { EndpointHost.Submit(), EndpointHost.Said("convene") })
        {
            foreach (var id in new JsonNode?[] { null, "" })
            {
                activity["id"] = id;
                Assert.Equal(400, (await host.SendAsync(activity)).Status);
            }
        }

        Assert.Empty(host.Turns);
    }

    [Theory]
    [InlineData("messageUpdate", "personal", "changing it changes nothing")]
    [InlineData("messageUpdate", "groupChat", "changing it changes nothing")]
    [InlineData("messageDelete", "personal", "deleting it takes nothing back")]
    [InlineData("messageDelete", "groupChat", null)]
    public async Task Who_changes_a_message_is_told_that_it_was_read_already(string type, string chat, string? told)
    {
        host.Connector.Answer(201, """{"id":"message-1"}""");
        var activity = EndpointHost.Said("tell");
        (activity["type"], activity["conversation"]!["conversationType"]) = (type, chat);

        Assert.Equal(200, (await host.SendAsync(activity)).Status);

        Assert.Empty(host.Turns);
        Assert.Equal(told is null ? 0 : 1, host.Connector.Requests);
        Assert.Contains(told ?? "", host.Connector.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_with_nothing_in_it_is_no_fault()
    {
        host.Roster();
        host.Connector.Answer(201, """{"id":"message-1"}""");
        var activity = EndpointHost.Said("tell");
        (activity["entities"], activity["membersAdded"]) = (new JsonArray((JsonNode?)null), new JsonArray((JsonNode?)null));

        Assert.Equal(200, (await host.SendAsync(activity)).Status);
        Assert.Single(host.Turns);
    }

    [Fact]
    public async Task An_id_is_cut_to_64_safe_characters_before_it_is_logged()
    {
        var activity = EndpointHost.Said("tell");
        activity["serviceUrl"] = "https://elsewhere.example/";
        activity["id"] = "1\r\nwarn: all is well \u202e\u001b[31m" + new string('x', 100);

        Assert.Equal(403, (await host.SendAsync(activity)).Status);

        var line = Assert.Single(host.Log.Lines);
        Assert.Contains("(1??warn:?all?is?well???31m", line, StringComparison.Ordinal);
        Assert.True(line.Count(letter => letter == 'x') < 64);
        Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter == '\u202e');
    }
}
