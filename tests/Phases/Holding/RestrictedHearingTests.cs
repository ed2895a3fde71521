using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Holding;
using StrategyBot.Rules;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.OnPaper;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

/// <summary>A part of the meeting that only some hear, and what is told by word of mouth (P6).</summary>
public sealed class RestrictedHearingTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    [Fact]
    public async Task The_chair_ticks_who_stays_reads_out_who_leaves_and_asks_them_back()
    {
        await host.Cases.HaveAsync(Running());
        var form = await OpenAsync();
        Assert.Equal("person-1,person-3", form.Value("stays"));

        var begun = await form.PressAsync("It begins", ("stays", "person-3"));

        Assert.Contains("Since 14:05. In it: Priya Nair, Sam Whitlock. Out for it: Grace Adeyemi.", begun.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("please leave the call", begun.Text, StringComparison.Ordinal);
        Assert.Equal([Priya.Id, Sam.Id], (await CaseAsync()).Meeting.Attendance.RestrictedNow!.Heard);
        var over = await (await OpenAsync()).PressAsync("It is over: ask them back");
        Assert.Contains("ask the others back in", over.Text, StringComparison.Ordinal);
        Assert.Null((await CaseAsync()).Meeting.Attendance.RestrictedNow);
        Assert.Single((await CaseAsync()).Meeting.Attendance.Restricted);
    }

    [Fact]
    public async Task Who_stays_is_put_right_while_it_runs_and_it_began_when_it_began()
    {
        await host.Cases.HaveAsync(Running());
        await (await OpenAsync()).PressAsync("It begins", ("stays", "person-3"));
        host.Clock.Advance(TimeSpan.FromMinutes(4));

        await (await OpenAsync()).PressAsync("Put right who stays", ("stays", "person-1"));

        var part = Assert.Single((await CaseAsync()).Meeting.Attendance.Restricted.Values);
        Assert.Equal((Dates.Local("2026-11-25 14:05"), ValueList.Of([Priya.Id])), (part.From, part.Heard));
    }

    [Fact]
    public async Task Who_is_not_there_can_not_be_ticked_and_ticks_that_do_not_come_back_are_asked_about()
    {
        await host.Cases.HaveAsync(Running());
        var form = await OpenAsync();

        Assert.Contains("is not offered now", (await form.PressAsync("It begins", ("stays", "person-5"))).Text, StringComparison.Ordinal);
        Assert.Contains("and it came back empty", (await form.PressAsync("It begins", ("stays", null))).Text, StringComparison.Ordinal);
        Assert.Empty((await CaseAsync()).Meeting.Attendance.Restricted);
    }

    [Fact]
    public void Where_nobody_leaves_it_is_none()
    {
        var @case = Running().Case;

        var refused = RestrictedRule.Hear(@case, Priya, ["person-1", "person-3", "person-4"], Dates.Local("2026-11-25 14:05"));

        Assert.Contains("Nobody leaves, so everybody hears it.", ((Decision.Refused)refused).Because.Say(Words), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_while_the_meeting_runs()
    {
        Assert.IsType<Decision.Refused>(RestrictedRule.Over(Running().Case, Dates.Local("2026-11-25 14:05")));
        Assert.NotNull(RestrictedRule.WhyNot(AConvenedCase().Case));
        Assert.NotNull(RestrictedRule.WhyNot(Running().At("2026-11-25 14:40")
            .Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting }).Case));
    }

    [Fact]
    public void The_minutes_say_who_gave_it_who_heard_it_and_who_left()
    {
        var given = Heard();

        var rows = Grid(Pieces(given, 0, Grace), "Attendance, absence and quorum");

        var number = Numbered(Pieces(given, 0, Grace)).Single(row =>
            row.Value.Contains("heard by", StringComparison.Ordinal)).Key;
        Assert.Equal($"Restricted part ({number})", rows.Columns[3]);
        var said = rows.Rows.ToDictionary(row => Text(row[1]).Split(',')[0], row => Text(row[3]));
        Assert.Equal(("Heard it", "Gave it", "Left for it", "Absent"),
            (said["Priya Nair"], said["Sam Whitlock"], said["Grace Adeyemi"], said["Dr Helen Cho"]));
    }

    [Fact]
    public void Where_it_is_left_out_it_says_when_it_was_said_and_who_heard_it()
    {
        var given = Heard();

        var row = Numbered(Pieces(given, 0, Grace)).Values.Single(row => row.Contains("heard by", StringComparison.Ordinal));

        Assert.Equal("Left out of this copy: police and social care only. 2 paragraphs, said by Sam Whitlock, 10:14; said by Sam "
            + "Whitlock, 10:31 to 10:36; heard by Priya Nair, Tom Okafor, Sam Whitlock.", row);
        Assert.Contains("He is known to use knives.", string.Join(' ', Numbered(Pieces(given, 0, Tom)).Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_that_say_nothing_of_it_have_three_columns() =>
        Assert.Equal(3, Grid(Pieces(ADrawnMeeting.Approved(), 1, Grace), "Attendance, absence and quorum").Columns.Count);

    [Fact]
    public async Task What_police_told_the_chair_by_word_of_mouth_is_said_with_its_time_and_without_its_words()
    {
        await host.Cases.HaveAsync(Running());
        var form = await host.OpenAsync(Sam, InformationPart.Button(await CaseAsync()));

        await form.PressAsync("I told the chair by word of mouth");
        Assert.Contains("Nothing was changed", (await form.PressAsync("I told the chair by word of mouth")).Text, StringComparison.Ordinal);

        var said = MinutesDraft.Of(await CaseAsync()).Single(one => one.Text.Contains("by word of mouth", StringComparison.Ordinal));
        Assert.Equal(("Police: Restricted information was given to the chair by word of mouth. It is not written here.",
            Dates.Local("2026-11-25 14:05")), (said.Text, said.At));
        Assert.DoesNotContain((await host.OpenAsync(Grace, InformationPart.Button(await CaseAsync()))).Buttons,
            button => button.Title == "I told the chair by word of mouth");
    }

    public void Dispose() => host.Dispose();

    private static Given Running() => AConvenedCase().At("2026-11-25 14:00").Fact(
        new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster) { Meeting = FirstMeeting },
        new ArrivalNoted(Sam.Id, Via.Roster) { Meeting = FirstMeeting }, new ArrivalNoted(Grace.Id, Via.Roster) { Meeting = FirstMeeting });

    private static Given Heard() => ADrawnMeeting.Ended()
        .At("2026-11-30 10:50").By(Priya).Fact(
            AMeeting.In(new RestrictedHeard(1, [Priya.Id, Tom.Id, Sam.Id])) with { HappenedAt = Dates.Local("2026-11-30 10:31") },
            AMeeting.In(new RestrictedOver(1)) with { HappenedAt = Dates.Local("2026-11-30 10:36") })
        .By(Sam).Fact(AMeeting.In(new InformationGiven(Sam.Id, Agency.Police, "He is known to use knives.", 0)
        {
            HappenedAt = Dates.Local("2026-11-30 10:33"),
            Audience = Audience.PoliceAndSocialCare,
        }));

    private async Task<PartHost.Screen> OpenAsync() => await host.OpenAsync(Priya, RestrictedHearingPart.Button(await CaseAsync()));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Given.Id, default);
}
