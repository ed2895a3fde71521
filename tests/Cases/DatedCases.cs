using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Cases;

/// <summary>Cases for which only their dates matter.</summary>
internal static class DatedCases
{
    /// <summary>Opened at 09:00 under a procedure, the first question answered with No.</summary>
    public static Given Opened(string on, string profile = "default", int children = 1)
    {
        var given = new Given().At($"{on} 09:00").Fact(new CaseOpened(
            Given.Id.Value, "Heron", ProcedureProfiles.Named(profile).ToJson(), BankHolidays.Newest.Version, Given.Priya,
            new(YesNo.No, [], "Seen by the GP.")));
        string[] names = ["Ash Lindley", "Bo Lindley"];
        given.Fact([
            .. Enumerable.Range(1, children)
                .Select(i => (Fact)new ChildNamed(new(names[i - 1], "", null, false, "", "", "")) { Child = new($"child-{i}") })]);
        return given.Fact([.. new[] { Given.Sam, Given.Grace, Given.Ruth, Given.Jo }.Select(person => new ParticipantAdded(person))]);
    }

    /// <summary>Called for 14:00 that day.</summary>
    public static Given Called(string on, string profile = "default", int children = 1) => Opened(on, profile, children)
        .Fact(new MeetingConvened(Dates.Local($"{on} 14:00"), Dates.Local($"{on} 15:00"), Dates.Local($"{on} 23:59"), "",
            "")
        { Meeting = Given.FirstMeeting });

    public static Given Held(string on, string profile = "default", int children = 1) => Called(on, profile, children)
        .At($"{on} 14:00").Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting });

    /// <summary>Held, and a section 47 enquiry started on the first child.</summary>
    public static Given Enquired(string on, string profile = "default", int children = 1) =>
        Held(on, profile, children).Fact(Decided(Section47.Start, Given.Child1));

    public static Section47Decided Decided(Section47 answer, ChildId child) =>
        new(answer, Conduct.Single, null, "") { Meeting = Given.FirstMeeting, Child = child };
}
