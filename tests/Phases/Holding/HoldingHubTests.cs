using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Holding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

/// <summary>What each reader is offered, told and asked for.</summary>
public sealed class HoldingHubTests
{
    private static readonly Phase Phase = HoldingPhase.List;
    private static readonly DateTimeOffset Morning = Dates.Local("2026-11-25 09:30");

    [Fact]
    public void The_chair_is_led_to_start_when_it_is_time()
    {
        Assert.DoesNotContain("holding/start", Open(AConvenedCase(), Priya, Morning));
        Assert.Contains("holding/start", Open(AConvenedCase(), Priya, Dates.Local("2026-11-25 13:50")));
    }

    [Fact]
    public void In_the_meeting_the_chair_is_led_through_attendance_to_the_end() =>
        Assert.Equal(
            ["holding/confidentiality", "holding/attendance", "holding/end"],
            Open(Started(), Priya, Dates.Local("2026-11-25 14:05")));

    [Fact]
    public void After_the_end_the_chair_is_led_to_complete_the_record() =>
        Assert.Equal(
            ["holding/attendance", "holding/complete"],
            Open(Started().Fact(new MeetingEnded(Via.Form)), Priya, Dates.Local("2026-11-25 15:05")));

    [Fact]
    public void Only_a_manager_is_offered_the_chair()
    {
        Assert.Contains("holding/take-over", All(AConvenedCase(), Helen));
        Assert.DoesNotContain("holding/take-over", All(AConvenedCase(), Sam));
    }

    [Fact]
    public void Nobody_but_the_chair_is_offered_the_chair_s_parts() =>
        Assert.Equal(["holding/read-back"], All(Started(), Sam));

    [Fact]
    public void Attendance_binds()
    {
        Assert.Equal(["holding/attendance"], Phase.Gaps(Started().Case).Select(gap => gap.Id));

        var given = Started().Decided(@case => AttendanceRule.Confirm(@case, [Priya.Id.Value, Sam.Id.Value]));
        Assert.Empty(Phase.Gaps(given.Case));
    }

    [Fact]
    public void A_late_start_is_said() =>
        Assert.Contains("Late: it should have started today 14:00.", Lines(AConvenedCase(), Tom, Dates.Local("2026-11-25 14:10")));

    [Fact]
    public void An_objection_stands_on_the_chair_s_board_without_its_words()
    {
        var given = Started().Fact(new ReadBackAnswered(Sam.Id, false, "I said Tuesday."));

        Assert.Contains("Read-back: 1 says it is not what they said.", Lines(given, Priya, Morning));
    }

    [Fact]
    public void The_chair_owes_the_rest_of_the_record()
    {
        var ended = Started().Fact(new MeetingEnded(Via.Form), new GapsListed(["x"], Dates.Local("2026-11-25 17:00")));
        Assert.Equal([Dates.Local("2026-11-25 17:00")], Phase.Dues(ended.SeenBy(Priya), Morning).Select(due => due.At));
        Assert.Empty(Phase.Dues(ended.SeenBy(Sam), Morning));
    }

    private static Given Started() =>
        AConvenedCase().At("2026-11-25 14:00")
            .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster));

    /// <summary>Who comes after the chair confirmed who was there was not confirmed, on paper and in the list.</summary>
    [Fact]
    public void Whoever_comes_after_the_chair_confirmed_is_not_called_confirmed()
    {
        var given = AConvenedCase().At("2026-11-25 14:00")
            .Fact(new MeetingStarted(Via.Roster) { Meeting = FirstMeeting },
                new ArrivalNoted(Priya.Id, Via.Roster) { Meeting = FirstMeeting },
                new AttendanceConfirmed([Priya.Id]) { Meeting = FirstMeeting })
            .At("2026-11-25 14:20").Fact(new ArrivalNoted(Grace.Id, Via.Roster) { Meeting = FirstMeeting });

        var there = Paragraph("there");
        Assert.Equal(["Attended, as confirmed by the chair:", "Priya", "Noted since, and not confirmed by the chair:", "Grace"],
            there.Text.Split('\n').Select(line => line.EndsWith(':') ? line : line.Split(' ')[0]));
        Assert.Equal((given.Now, given.Now), (there.At, Paragraph("quorum").At));
        Assert.Equal("1 confirmed, 1 since",
            Phase.Entries(given.SeenBy(Priya), given.Now).Single(entry => entry.Id == "holding/attendance").State);

        Assert.Contains("holding/attendance", Open(given, Priya, given.Now));

        given.Fact(new AttendanceConfirmed([Priya.Id, Grace.Id]) { Meeting = FirstMeeting });
        Assert.DoesNotContain("holding/attendance", Open(given, Priya, given.Now));
        Assert.DoesNotContain("Noted since", Paragraph("there").Text, StringComparison.Ordinal);
        MinutesParagraph Paragraph(string id) =>
            MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Id == $"attendance/{id}");
    }

    private static IEnumerable<string> Open(Given given, Participant reader, DateTimeOffset now) =>
        Phase.Entries(given.SeenBy(given.Case.Find(reader.Id)!), now).OrderBy(entry => entry.Section)
            .Where(entry => entry.IsOpen).Select(entry => entry.Id);

    private static IEnumerable<string> All(Given given, Participant reader) =>
        Phase.Entries(given.SeenBy(reader), Morning).Select(entry => entry.Id);

    private static List<string> Lines(Given given, Participant reader, DateTimeOffset now) =>
        [.. Phase.Status(given.SeenBy(reader), now).Select(line => line.Text)];
}
