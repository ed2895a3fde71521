using System.Globalization;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.Rules.Wording;

public sealed class WordsReadingTests
{
    private const string Twice = "01:30 comes twice on Sun 31 Oct 2027: the clocks go back. Type 01:30 BST for the first, or 01:30 GMT "
        + "for the second.";

    // A Thursday morning.
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("today", "2026-11-26")]
    [InlineData("Tomorrow", "2026-11-27")]
    [InlineData("yesterday", "2026-11-25")]
    [InlineData("Friday", "2026-11-27")]
    [InlineData("thu", "2026-12-03")] // a weekday is never today
    [InlineData("2026-11-26", "2026-11-26")]
    [InlineData("2026-1-5", "2026-01-05")]
    [InlineData("26/11/2026", "2026-11-26")]
    [InlineData("1/2/2027", "2027-02-01")] // the day comes first
    [InlineData("26/11/26", "2026-11-26")]
    [InlineData("26.11.2026", "2026-11-26")]
    [InlineData("26-11-2026", "2026-11-26")]
    [InlineData("26 Nov", "2026-11-26")]
    [InlineData("2 december", "2026-12-02")]
    [InlineData("2 Jan", "2027-01-02")] // the nearest, in next year
    [InlineData("20/11", "2026-11-20")] // the nearest, last week
    [InlineData("Thu 26 Nov", "2026-11-26")]
    [InlineData("  Fri   11  Dec 2026 ", "2026-12-11")]
    [InlineData("29 Feb 2028", "2028-02-29")]
    [InlineData("26 Sept", "2026-09-26")]
    [InlineData("26 sept 2026", "2026-09-26")]
    [InlineData("4th Dec", "2026-12-04")]
    [InlineData("Fri 4th Dec", "2026-12-04")]
    [InlineData("1st December 2026", "2026-12-01")]
    [InlineData("Tues", "2026-12-01")]
    [InlineData("weds", "2026-12-02")]
    [InlineData("Thurs 3 Dec", "2026-12-03")]
    [InlineData("on Friday", "2026-11-27")]
    [InlineData("\u200B4\u00A0Dec\u200E", "2026-12-04")]
    [InlineData("26\u201311\u20132026", "2026-11-26")]
    public void A_date_is_read(string typed, string date) =>
        Assert.Equal(date,
            Words.English.ReadDate(typed, Now).Match(on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), sentence => sentence));

    [Theory]
    [InlineData("", "2026-10-01")]
    [InlineData("last month", "2026-10-01")]
    [InlineData("This  month", "2026-11-01")]
    [InlineData("November 2026", "2026-11-01")]
    [InlineData("nov 2026", "2026-11-01")]
    [InlineData("Sept", "2026-09-01")]
    [InlineData("january", "2027-01-01")] // the nearest
    [InlineData("11/2026", "2026-11-01")]
    [InlineData("2026-11", "2026-11-01")]
    [InlineData("2026\u201311", "2026-11-01")]
    [InlineData("26 Nov 2026", "Type the month like November 2026, Nov, 11/2026, last month or this month.")]
    [InlineData("2026", "Type the month like November 2026, Nov, 11/2026, last month or this month.")]
    [InlineData("March 2019", "Type the month like November 2026, Nov, 11/2026, last month or this month.")]
    [InlineData("13/2026", "Type the month like November 2026, Nov, 11/2026, last month or this month.")]
    public void A_month_is_read_as_its_first_day(string typed, string first) =>
        Assert.Equal(first,
            Words.English.ReadMonth(typed, Now).Match(on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), sentence => sentence));

    [Theory]
    [InlineData("", "Type the date like")]
    [InlineData(null, "Type the date like")]
    [InlineData("soon", "Type the date like")]
    [InlineData("31/02/2026", "Type the date like")]
    [InlineData("30 Feb", "Type the date like")]
    [InlineData("29 Feb 2026", "Type the date like")]
    [InlineData("1900-01-01", "The year must be from 2020 to 2035.")]
    [InlineData("1/1/2040", "The year must be from 2020 to 2035.")]
    [InlineData("Fri 26 Nov 2026", "Thu 26 Nov 2026 is not a Friday.")]
    public void A_date_that_cannot_be_read_is_answered_with_what_to_type(string? typed, string sentence) =>
        Assert.StartsWith(sentence, Words.English.ReadDate(typed, Now).Match(on => on.ToString(CultureInfo.InvariantCulture), said => said),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("14:00", "14:00")]
    [InlineData("9.30", "09:30")]
    [InlineData("2pm", "14:00")]
    [InlineData("2:30 pm", "14:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12 pm", "12:00")]
    [InlineData("noon", "12:00")]
    [InlineData("24:00", "Type the time like 14:00 or 2pm.")]
    [InlineData("13pm", "Type the time like 14:00 or 2pm.")]
    [InlineData("10:75", "Type the time like 14:00 or 2pm.")]
    [InlineData("14", "Type the time like 14:00 or 2pm.")]
    [InlineData("", "Type the time like 14:00 or 2pm.")]
    [InlineData("midnight", "Midnight may be either end of a day. Type 23:59 or 00:00.")]
    public void A_time_is_read_or_answered(string typed, string said) =>
        Assert.Equal(said, Words.ReadTime(typed).Match(Words.English.Time, sentence => sentence));

    [Theory]
    [InlineData("tomorrow 12:00", "Fri 27 Nov 2026, 12:00")]
    [InlineData("today 17:00", "Thu 26 Nov 2026, 17:00")]
    [InlineData("2026-11-26 14:00", "Thu 26 Nov 2026, 14:00")]
    [InlineData("Thu 26 Nov 14:00", "Thu 26 Nov 2026, 14:00")]
    [InlineData("Thu 26 Nov 2026, 14:00", "Thu 26 Nov 2026, 14:00")]
    [InlineData("friday 2 pm", "Fri 27 Nov 2026, 14:00")]
    [InlineData("tomorrow noon", "Fri 27 Nov 2026, 12:00")]
    [InlineData("26/11/2026", "Thu 26 Nov 2026, 23:59")] // a day alone means its end
    [InlineData("26.11.2026", "Thu 26 Nov 2026, 23:59")] // no time at the end, though it looks like one
    [InlineData("14:00", "Which day? Type the day and the time, like tomorrow 12:00 or 2026-11-26 14:00.")]
    [InlineData("tomorrow 26:00", "Type the time like 14:00 or 2pm.")]
    [InlineData("4 Dec at 9am", "Fri 4 Dec 2026, 09:00")]
    [InlineData("Fri 4th Dec, at 09:30", "Fri 4 Dec 2026, 09:30")]
    [InlineData("31/10/2027 01:30", Twice)]
    [InlineData("31/10/2027 01:30 BST", "Sun 31 Oct 2027, 01:30 BST")]
    [InlineData("31/10/2027 01:30 gmt", "Sun 31 Oct 2027, 01:30 GMT")]
    [InlineData("tomorrow 9am GMT", "Fri 27 Nov 2026, 09:00")]
    [InlineData("28/03/2027 01:30", "There is no 01:30 on Sun 28 Mar 2027: the clocks go forward. Type 02:30.")]
    public void A_moment_is_read_or_answered(string typed, string said) =>
        Assert.Equal(said, Words.English.ReadWhen(typed, Now).Match(Words.English.When, sentence => sentence));

    [Fact]
    public void Whatever_is_said_can_be_typed_back()
    {
        var at = Words.English.At(new DateOnly(2027, 9, 30), new TimeOnly(8, 5));

        Assert.Equal(new Typed<DateTimeOffset>.Understood(at), Words.English.ReadWhen(Words.English.When(at), Now));
    }

    [Fact]
    public void A_refusal_never_repeats_what_was_typed() =>
        Assert.DoesNotContain("bruise", Words.English.ReadWhen("bruise seen 99/99/2026", Now).Match(_ => "", sentence => sentence),
            StringComparison.OrdinalIgnoreCase);
}
