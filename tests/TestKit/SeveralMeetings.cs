using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.TestKit;

/// <summary>A case with two meetings.</summary>
internal static class SeveralMeetings
{
    public static readonly MeetingId Second = new("meeting-2");

    /// <summary>Ended in November with its minutes not issued; in March Helen opens and calls another, without Sam and with Jo.</summary>
    public static Given Two() => AConvenedCase()
        .At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form),
            new EventCreated("event-1"), new ChatFound("online-1", "19:november", "https://join/1"))
        .At("2026-11-25 14:30").Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "A bruise.") { Child = Child1 })
        .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form))
        .By(Helen).At("2027-03-02 09:00").Fact(
            new MeetingOpened(Helen.Id, "A new injury.") { Meeting = Second },
            new ParticipantRemoved(Sam.Id, "Not invited.") { Meeting = Second },
            new ParticipantAdded(Jo with { Roles = [Role.BusinessSupport, Role.Attendee] }) { Meeting = Second },
            new MeetingConvened(Dates.Local("2027-03-02 14:00"), Dates.Local("2027-03-02 15:00"), Dates.Local("2027-03-02 23:59"),
                "same day", "")
            { Meeting = Second },
            new EventCreated("event-2") { Meeting = Second }, new ChatFound("online-2", "19:march", "https://join/2") { Meeting = Second });
}
