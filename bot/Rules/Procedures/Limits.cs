namespace StrategyBot.Rules.Procedures;

/// <summary>"Within n working days": the start date is day 0, and the limit is the end of the n-th working day.</summary>
internal sealed record WorkingDayLimit(int WorkingDays, Citation Source);

/// <summary>"Day n", where Day 1 is the date of the meeting.</summary>
internal sealed record NumberedDay(int Day, Citation Source);

/// <summary>Clock hours: nights, weekends and clock changes count.</summary>
internal sealed record HourLimit(int Hours, Citation Source);

/// <summary>Calendar days.</summary>
internal sealed record DayLimit(int Days, Citation Source);

/// <summary>Calendar months; where <paramref name="Days"/> is given too, the earlier of the two.</summary>
internal sealed record MonthLimit(int Months, int? Days, Citation Source);

/// <summary>The calendar date on which the start lies, weekends and holidays included.</summary>
internal sealed record SameDayLimit(Citation Source);
