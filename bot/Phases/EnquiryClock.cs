using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases;

/// <summary>The dates that a section 47 enquiry brings, by the case's own procedure and calendar (R94–R96). Pure.</summary>
public static class EnquiryClock
{
    /// <summary>By when the conference is held; <c>null</c> while no meeting of this case has started an enquiry.</summary>
    public static Deadline? Conference(Case @case)
    {
        var held = @case.Meetings.Where(meeting => meeting.IsConvened).Select(meeting => new MeetingHeld(On(meeting), Starts(meeting)));
        return ConferenceLimits.CountedFrom(@case.Profile.Conference, held) is { } from ? ConferenceLimits.Hold(ClocksOf(@case), @case.Profile.Conference, from) : null;
    }

    /// <summary>Days 1 to 15, counted from the meeting that started the enquiry.</summary>
    public static EnquiryDays? Days(Case @case) => @case.Meetings.FirstOrDefault(meeting => meeting.IsConvened && Starts(meeting)) is { } meeting
        ? EnquiryDays.For(ClocksOf(@case), @case.Profile, On(meeting))
        : null;

    public static Clocks ClocksOf(Case @case) => @case.Clocks;

    private static bool Starts(Meeting meeting) => meeting.Plan.Section47.Values.Any(decided => decided.Fact.Answer == Section47.Start);

    private static DateOnly On(Meeting meeting) => Words.English.LocalDate(meeting.Attendance.StartedAt ?? meeting.Room.Convened!.StartsAt);
}
