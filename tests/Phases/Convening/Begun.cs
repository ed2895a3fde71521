using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
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
        ["new-referral"], "", Dates.Local("2026-11-24 15:00"), Dates.Local("2026-11-25 08:30"), null, [], "Northgate", MeetingMode.Teams, "A bruise that nobody can explain.")
    { Referrer = Agency.School };

    /// <summary>The first question answered with No.</summary>
    public static Given ACase(YesNo? urgent = YesNo.No) => new Given().Fact(
        AskingUrgency.Open(Given.Id, "Heron", ProcedureProfiles.Default, BankHolidays.Newest.Version, Given.Priya, new(urgent, [], "Seen by the GP.")) is Decision.Accepted open ? open.Facts : []);

    /// <summary>Everything said but who is invited and when.</summary>
    public static Given ACaseWithAChild(CircumstancesGiven? circumstances = null) => ACase()
        .Fact(circumstances ?? Circumstances)
        .Fact(new ChildNamed(new("Ash Lindley", "", Dates.Date("2016-03-01"), false, "1 Mill Lane", "Mill Lane Primary", "")) { Child = Given.Child1 });

    /// <summary>Called for 14:00, with Tom, Sam and Grace.</summary>
    public static Given ACalledMeeting(CircumstancesGiven? circumstances = null)
    {
        var given = ACaseWithAChild(circumstances);
        foreach (var person in new[] { Given.Tom, Given.Sam, Given.Grace })
        {
            given.Decided(@case => Inviting.Add(@case, new(person.Name, person.Mail, person.Agency, person.JobTitle, "", person.Phone), person == Given.Tom ? Role.SocialWorker : Role.Attendee));
        }

        return given.Decided(@case => SettingTime.Convene(@case, new(Dates.Date("2026-11-25"), new TimeOnly(14, 0), 60, ""), Now, Given.Words));
    }

    public static Page PageOf(Given given, string? notSaved = null) => new(given.SeenBy(given.Case.Chair), Given.Words, Now, NotSaved: notSaved);
}
