using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

/// <summary>R139: not invited, invited and absent, written only are three things, per agency, in what is counted too.</summary>
public sealed class AttendedMeetingsTests : IDisposable
{
    private static readonly DateOnly November = new(2026, 11, 1);

    private readonly RecordedCases cases = new();
    private readonly StoppedClock wall = new(Dates.Local("2026-12-01 09:00"));
    private readonly DocumentLinks links;
    private readonly PartHost host;

    public AttendedMeetingsTests()
    {
        links = new(cases.Clerk, new(() => "https://bot.example"), new(wall));
        host = new(services => services.AddSingleton<IPaperLinks>(links), cases: cases);
    }

    public void Dispose() => host.Dispose();

    [Fact]
    public void Each_agency_of_each_meeting_of_the_month_is_a_row_and_each_way_is_counted_apart()
    {
        var list = AttendedMeetings.Of([Held().Case, Held(off: false).Case with { Id = new("SB-2026-015") }], November);

        Assert.Equal((2, 0), (list.Meetings, list.Unrecorded));
        Assert.Equal(
            ["Children's social care: attended 2", "Police: invited and absent 2", "Health: invited and absent 1, not invited 1",
                "School: written update only 2"],
            list.ByAgency());
        Assert.Empty(AttendedMeetings.Of([Held().Case], new(2026, 12, 1)).Rows);
    }

    [Fact]
    public async Task A_month_to_come_has_no_counts() => Assert.Equal("December 2030 is still to come.",
        (await host.TypeAsync(Priya, "attended December 2030")).Text);

    [Fact]
    public void Of_a_meeting_of_which_nobody_said_who_was_there_nothing_is_counted()
    {
        var ended = AConvenedCase().At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
        var list = AttendedMeetings.Of([ended.Case, AConvenedCase().Case], November);

        Assert.Equal((0, 1), (list.Rows.Count, list.Unrecorded));
    }

    [Fact]
    public async Task The_list_of_a_month_is_typed_and_fetched_as_a_spreadsheet_once()
    {
        await cases.HaveAsync(Held());
        cases.Clock.Advance(Dates.Local("2026-12-01 09:00") - cases.Clock.GetUtcNow());
        await using var app = await AppAsync();

        var card = await host.TypeAsync(Priya, "attended");
        Assert.Contains("Who took part, November 2026", card.Text, StringComparison.Ordinal);
        Assert.Contains("Health: not invited 1", card.Text, StringComparison.Ordinal);
        Assert.Contains("in our own chat", (await host.TypeAsync(Priya, "attended", "19:meeting")).Text, StringComparison.Ordinal);

        var offer = await card.PressAsync("As a spreadsheet");
        var link = offer.Card.Actions.OfType<OpenUrlAction>().Single().Url;
        using var answer = await app.GetTestClient().GetAsync(new Uri(link.ToString()));
        Assert.Equal("attended-2026-11.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(
            """
            Reference,Check word,Meeting,Held on,Agency,How it took part
            SB-2026-014,Heron,meeting-1,2026-11-25,Children's social care,Attended
            SB-2026-014,Heron,meeting-1,2026-11-25,Police,Invited and absent
            SB-2026-014,Heron,meeting-1,2026-11-25,Health,Not invited
            SB-2026-014,Heron,meeting-1,2026-11-25,School,Written update only

            """.ReplaceLineEndings("\r\n"),
            (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF'));
        using var again = await app.GetTestClient().GetAsync(new Uri(link.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("1 meeting on your cases", (await offer.PressAsync("Back to the list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_see_what_becomes_of_a_case_has_none_of_it()
    {
        await cases.HaveAsync(Held());
        Assert.Contains("No meeting on your cases says who was there.", (await host.TypeAsync(Sam, "attended November 2026")).Text,
            StringComparison.Ordinal);
    }

    private async Task<WebApplication> AppAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(links).AddSingleton(cases.Clerk).AddSingleton(Words).AddSingleton<TimeProvider>(cases.Clock)
            .AddSingleton<IPaper, AttendedFile>();
        var app = builder.Build();
        app.MapDocuments();
        await app.StartAsync();
        return app;
    }

    /// <summary>On Wednesday 25 November 2026: the chair alone was there, the school wrote.</summary>
    /// <param name="off">Health was taken off.</param>
    private static Given Held(bool off = true)
    {
        var given = AConvenedCase().At("2026-11-25 14:00")
            .By(Ruth).Fact(new WrittenUpdateGiven(Ruth.Id, "Often late.") { Meeting = FirstMeeting })
            .By(Priya).Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
                new ArrivalNoted(Priya.Id, Via.Roster) { Meeting = FirstMeeting });
        return (off ? given.Fact(new ParticipantRemoved(Grace.Id, "Not here any more.") { Meeting = FirstMeeting }) : given).Fact(
            new AttendanceConfirmed([Priya.Id]) { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
    }
}
