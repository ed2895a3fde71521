using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Graph;
using StrategyBot.Phases.Convening;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>Cases that are being convened: opened by Priya on Wed 25 Nov 2026 at 09:00.</summary>
internal static class Begun
{
    public static DateTimeOffset Now { get; } = Dates.Local("2026-11-25 09:00");

    public static CircumstancesGiven Circumstances { get; } = new(
        ["new-referral"], "", Dates.Local("2026-11-24 15:00"), Dates.Local("2026-11-25 08:30"), null, [], "Northgate", MeetingMode.Teams,
        "A bruise that nobody can explain.")
    {
        Referrer = Agency.School,
    };

    /// <summary>At two o'clock for an hour.</summary>
    public static TimePart.Form Two { get; } = new(Given.Id.Value, Dates.Date("2026-11-25"), new TimeOnly(14, 0), 60);

    /// <summary>The first question answered with No.</summary>
    public static Given ACase(YesNo? urgent = YesNo.No) => new Given().Fact([.. UrgencyRule
        .Open(Given.Id, "Heron", ProcedureProfiles.Default, BankHolidays.Newest.Version, Given.Priya, new(urgent, [], "Seen by the GP."))
        .Match(facts => facts, _ => [])]);

    /// <summary>Everything said but who is invited and when.</summary>
    public static Given ACaseWithAChild(CircumstancesGiven? circumstances = null) => ACase()
        .Fact(circumstances ?? Circumstances)
        .Fact(new ChildNamed(new("Ash Lindley", "", Dates.Date("2016-03-01"), false, "1 Mill Lane", "Mill Lane Primary", ""))
        {
            Child = Given.Child1,
        });

    /// <summary>Called for 14:00, with Tom, Sam and Grace.</summary>
    public static Given ACalledMeeting(CircumstancesGiven? circumstances = null)
    {
        var given = ACaseWithAChild(circumstances);
        foreach (var person in new[] { Given.Tom, Given.Sam, Given.Grace })
        {
            var named = new Candidate(person.Name, person.Mail, person.Agency, person.JobTitle, "", person.Phone);
            given.Decided(@case => InviteeRule.Add(@case, named, person == Given.Tom ? Role.SocialWorker : Role.Attendee));
        }

        return given.Decided(@case => Convene(@case, Two));
    }

    /// <summary>When it is held, and called as it was planned.</summary>
    public static Decision Convene(Case @case, TimePart.Form typed, DateTimeOffset? at = null)
    {
        var now = at ?? Now;
        return TimeRule.Plan(@case, typed, now, Given.Words).Match(
            facts => TimeRule.Call(
                facts.Aggregate(@case, (before, fact) =>
                    Case.Evolve(before, new(before.Version + 1, now, Given.Priya.Person!.Value, fact))),
                now, Given.Words),
            why => why);
    }
}

/// <summary>Partners as the directory knows them.</summary>
internal static class Partner
{
    public static Contact Sam { get; } = Of("1", Given.Sam, "Northgate Police") with { Area = "Northgate", Phone = "01632 960003" };

    public static Contact Grace { get; } = Of("2", Given.Grace, "Northgate Trust") with { Mobile = "01632 960004" };

    public static Contact Ruth { get; } = Of("3", Given.Ruth, "Mill Lane Primary");

    public static Contact Desk { get; } =
        new("4", "Police desk", "", "Police", "", "", "", "01632 960201", "", "Day and night", IsDutyDesk: true, IsDeputy: false);

    private static Contact Of(string id, Participant person, string organisation) =>
        new(id, person.Name, person.Mail, $"{person.Agency}", person.JobTitle, organisation, "", "", "", "", false, false);
}
