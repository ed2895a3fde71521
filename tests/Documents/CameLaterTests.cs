using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Documents;

/// <summary>Whoever comes onto the case after its meeting was not asked to that meeting (15.7).</summary>
public sealed class CameLaterTests
{
    private static readonly Participant Una = new(new("person-21"), "Una Pike", Agency.SocialCare, "Social Worker", "",
        "una.pike@council.example", "", [Role.SocialWorker], PersonId.Of("council", "una"), null, null);

    private static readonly Participant Kit = new(new("person-22"), "Kit Rowe", Agency.Probation, "Officer", "",
        "kit.rowe@probation.example", "", [Role.Attendee], PersonId.Of("probation", "kit"), null, null);

    /// <summary>Una and Kit come the day after the meeting, Ruth was invited and did not come.</summary>
    [Fact]
    public void In_the_first_version_they_are_neither_there_nor_missing()
    {
        var given = Held();
        Assert.Contains("Ruth", Absent(given), StringComparison.Ordinal);
        Later(given);
        Assert.Contains("Ruth", Absent(given), StringComparison.Ordinal);
        Assert.DoesNotContain("Una", Absent(given), StringComparison.Ordinal);
        Assert.DoesNotContain("Kit", Absent(given), StringComparison.Ordinal);
        Assert.DoesNotContain(AgencyPresences.Of(given.Case), one => one.Agency == Agency.Probation);
    }

    /// <summary>Issued, then who was there is confirmed anew: the next version still does not call them missing.</summary>
    [Fact]
    public void In_the_next_version_neither()
    {
        var given = Held();
        var issued = MinutesDraft.Of(given.Case);
        given.At("2026-11-26 09:00").By(Priya).Fact(
            new MinutesFrozen(1, 0, [.. issued]) { Meeting = FirstMeeting },
            new MinutesApproved(1, "", "") { Meeting = FirstMeeting });
        Later(given).At("2026-11-27 12:00").By(Priya).Fact(new AttendanceConfirmed([Tom.Id, Sam.Id]) { Meeting = FirstMeeting });
        var next = MinutesDraft.Of(given.Case).Where(one => one.Id.Contains("attendance", StringComparison.Ordinal))
            .Select(one => one.Text).ToList();
        Assert.Contains(next, text => text.Contains("Ruth", StringComparison.Ordinal));
        Assert.DoesNotContain(next, text => text.Contains("Una", StringComparison.Ordinal) || text.Contains("Kit", StringComparison.Ordinal)
            || text.Contains("Probation", StringComparison.Ordinal));
    }

    private static string Absent(Given given) => MinutesDraft.Unedited(given.Case).Single(one => one.Id == "attendance/absent").Text;

    private static Given Later(Given given) => given.At("2026-11-26 12:00").By(Priya).Fact(
        new ParticipantAdded(Una) { Meeting = FirstMeeting }, new ParticipantAdded(Kit) { Meeting = FirstMeeting });

    private static Given Held() => AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
        new ArrivalNoted(Tom.Id, Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Sam.Id, Via.Form) { Meeting = FirstMeeting })
        .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
}
