using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases.Facts;

/// <summary>A bank holiday was proclaimed or withdrawn after the case was opened, and dates of it moved.
/// Nothing else re-dates a case (design §7).</summary>
/// <param name="From">The version of the bank holidays that the case was counted by.</param>
/// <param name="To">The version that it is counted by from here on.</param>
/// <param name="Proclaimed">Every bank holiday that was not known.</param>
/// <param name="Withdrawn">Every day that was taken for one and is none.</param>
/// <param name="FirstYear">The first whole year that is known.</param>
/// <param name="LastYear">The last whole year that is known.</param>
/// <param name="Moved">Every limit that has another date.</param>
internal sealed record CalendarChanged(
    string From, string To, ValueList<DateOnly> Proclaimed, ValueList<DateOnly> Withdrawn, int FirstYear, int LastYear,
    ValueList<MovedLimit> Moved) : Fact
{
    /// <summary>The bank holidays as they are known now: the record itself says them, whatever a release's own file holds.</summary>
    public BankHolidays Known(BankHolidays before) =>
        new(To, FirstYear, LastYear, before.Dates.Except(Withdrawn).Concat(Proclaimed).Distinct().Order().ToValueList());
}

/// <param name="Clock">The limit's own name, as <see cref="CaseClock.Id"/> has it.</param>
/// <param name="Label">What falls then, as people were told it.</param>
internal sealed record MovedLimit(string Clock, string Label, DateOnly Before, DateOnly After);
