using System.Globalization;
using System.Text.Json.Nodes;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>What becomes of a list and a time after the meeting was called stands in everybody's calendar.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task Taking_off_adding_and_moving_reach_it()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        var last = await journey.PrepareAsync();
        await last.PressAsync("Call the meeting and invite");
        await processes.SettleAsync();
        var before = StartOf(Assert.Single(await journey.Police.CalendarAsync()));

        var list = await (await journey.Chair.OpenHubAsync()).PartAsync("Who is invited");
        var off = await list.PressAsync("Take somebody off");
        var sam = off.Inputs.Single(input => (string?)input["id"] == "person")["choices"]!.AsArray()
            .Single(choice => choice!["title"]!.GetValue<string>().StartsWith("Sam Whitlock", StringComparison.Ordinal))!;
        await off.PressAsync("Take off the list", ("person", sam["value"]!.GetValue<string>()), ("reason", "A colleague comes."));
        await processes.SettleAsync();
        Assert.Empty(await journey.Police.CalendarAsync());
        Assert.Equal(before, StartOf(Assert.Single(await journey.Nurse.CalendarAsync())));

        list = await (await journey.Chair.OpenHubAsync()).PartAsync("Who is invited");
        var byHand = await list.PressAsync("Add somebody by hand");
        await byHand.PressAsync("Save", ("agency", "police"), ("name", "Sam Whitlock"), ("mail", "sam.whitlock@police.example"));
        await processes.SettleAsync();
        Assert.Equal(before, StartOf(Assert.Single(await journey.Police.CalendarAsync())));

        var move = await (await journey.Chair.OpenHubAsync()).PartAsync("Move the meeting");
        await move.PressAsync("Move it", ("time", before.AddMinutes(30).ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("lateReason", "Police come then."));
        await processes.SettleAsync();
        Assert.All([await journey.Police.CalendarAsync(), await journey.Nurse.CalendarAsync()],
            calendar => Assert.Equal(before.AddMinutes(30), StartOf(Assert.Single(calendar))));
    }

    // In winter, when the council's time is UTC.
    private static DateTimeOffset StartOf(JsonNode? item) => item!["startsAt"]!.GetValue<DateTimeOffset>();
}
