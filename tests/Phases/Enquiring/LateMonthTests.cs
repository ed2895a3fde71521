using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.ALateConference;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>R111: on the first working day of a month the managers and the service hear which conferences were late in the month before.
/// </summary>
public sealed class LateMonthTests
{
    [Fact]
    public void Who_hears_of_it_and_when_once_each() => Golden.Text(string.Join('\n',
        Timeline.Of(WithAll(), "2027-01-08 12:00", "enquiring").Split('\n')
            .Concat(Timeline.Of(WithAll().Held("2027-01-12"), "2027-03-31 12:00", "enquiring").Split('\n'))
            .Where(line => line.Contains(TellLateMonthDuty.Kind, StringComparison.Ordinal))));

    [Fact]
    public void One_that_is_held_in_time_owes_nobody_anything()
    {
        Assert.Empty(TellLateMonthDuty.Owes(WithAll().Held("2026-12-23").Case));
        Assert.Empty(TellLateMonthDuty.Owes(Begun(conference: Conference.AtEndOfEnquiry).Case));
    }

    [Fact]
    public void Managers_and_service_are_told_and_nobody_else_of_the_case()
    {
        var given = WithAll();
        Assert.Equal([Role.ConferenceService, Role.AreaManager, Role.OperationsManager],
            TellLateMonthDuty.Owes(given.Case).Select(owed => given.Case.Find(owed.To!.Value)!.Roles.Single()));
    }

    /// <summary>Nobody asked for it, so no service is on the case.</summary>
    [Fact]
    public void Of_a_case_without_them_the_procedures_operations_manager_hears()
    {
        var given = Begun();
        var owed = Assert.Single(TellLateMonthDuty.Owes(given.Case));
        Assert.Equal(("enquiring/late-month/202612/role-operationsManager", null, Dates.Local("2027-01-04 08:45")),
            (owed.Key, owed.To, owed.DueAt));
        var card = TellLateMonthDuty.Card(given.Case, [December], new(2027, 1, 4), Words, isOn: false);
        Assert.Empty(card.Actions);
        Assert.Contains("Child 1, initial conference: limit Wed 23 Dec 2026, 5 working days late so far", CardJson.Write(card),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_a_month_later_is_not_told_any_more() => Assert.All(TellLateMonthDuty.Owes(WithAll().Case), owed =>
    {
        Assert.Equal((Dates.Local("2027-01-04 08:45"), Dates.Local("2027-02-01 08:45")), (owed.DueAt, owed.LapsesAt));
        Assert.True(Digest.IsAtItsHour(WithAll().Case, owed.DueAt));
    });

    [Fact]
    public void The_message_has_numbers_days_and_the_reason_and_nothing_that_was_typed()
    {
        var given = WithAll(children: 2);
        var card = TellLateMonthDuty.Card(given.Case, [December], new(2027, 1, 4), Words);
        Assert.Equal(
            [
                "SB-2026-014 Heron", "Late conferences, December 2026",
                "Child 1, initial conference: limit Wed 23 Dec 2026, 5 working days late so far, expected Tue 5 Jan 2027. "
                    + "The family can't come.",
                "Child 2, initial conference: limit Wed 23 Dec 2026, 5 working days late so far, expected Tue 5 Jan 2027. "
                    + "The family can't come.",
            ],
            card.Body.OfType<TextBlock>().Select(block => block.Text));
        Assert.All(["PLANTED", "Lindley"], word => Assert.DoesNotContain(word, CardJson.Write(card), StringComparison.Ordinal));
    }

    /// <summary>With a manager of each kind, and the service, on the case.</summary>
    private static Given WithAll(int children = 1) =>
        Begun(children: children).Requested("2026-12-09 10:00").Late("2026-12-09 11:00").Answered("2026-12-09 12:00", YesNo.Yes);
}
