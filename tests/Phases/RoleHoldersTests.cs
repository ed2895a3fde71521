using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Holding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases;

/// <summary>Who the manager is, the same for reminders of the minutes and for the gaps of a record.</summary>
public sealed class RoleHoldersTests
{
    private static readonly Participant Martin = Tom with
    {
        Id = new("person-8"),
        Person = null,
        Name = "Martin Hale",
        Mail = "martin.hale@council.example",
        Roles = [Role.Manager],
    };

    [Fact]
    public void The_procedures_service_manager_is_found_on_the_case_by_the_address() => Assert.Equal(Helen.Id, Found(AConvenedCase()
        .Fact(new ParticipantAdded(Martin), new ParticipantAdded(Helen))));

    [Fact]
    public void Whoever_has_the_address_under_another_name_holds_no_role()
    {
        var given = AConvenedCase().Fact(new ParticipantAdded(Martin with { Mail = Helen.Mail, Roles = [Role.Attendee] }));
        // Helen herself is not on it, so that whoever has her address is found by nothing else.
        var @case = given.Case with
        {
            Participants = [.. given.Case.Participants.Where(person => person.Id != Helen.Id && IsNoManager(person))],
        };

        Assert.Equal("Helen Marsh", RoleHolders.Find(@case, First(@case), Manager)?.Name);
    }

    [Fact]
    public void Who_is_not_on_the_case_is_told_at_the_address_of_the_procedure() =>
        Assert.Equal("helen.marsh@council.example", RoleHolders.Find(Without(Helen), First(Without(Helen)), Manager)?.Mail);

    [Fact]
    public void Where_the_procedure_gives_no_address_another_manager_on_the_case_is_told()
    {
        var @case = Nameless(AConvenedCase().Fact(new ParticipantAdded(Martin)).Case);

        Assert.Equal(Martin.Id, RoleHolders.Find(@case, First(@case), Manager)?.Id);
        Assert.Equal(Martin.Id, GapsDuty.Manager(@case).Id);
    }

    [Fact]
    public void Who_chairs_is_not_told_a_second_time()
    {
        var @case = AConvenedCase().Fact(new ParticipantAdded(Helen), new ChairTaken(Helen.Id, "") { Meeting = FirstMeeting }).Case;

        Assert.Null(RoleHolders.Find(@case with { Participants = [.. @case.Participants.Where(IsNoManager)] }, First(@case), Manager));
        Assert.Equal(Helen.Id, RoleHolders.Find(@case, First(@case), RoleHolders.Chair)?.Id);
    }

    [Fact]
    public void Nobody_holds_a_role_that_the_procedure_does_not_know() =>
        Assert.Null(RoleHolders.Find(AConvenedCase().Case, First(AConvenedCase().Case), "nobody"));

    private const string Manager = RoleHolders.ServiceManager;

    private static bool IsNoManager(Participant person) => person.Id == Helen.Id || !person.Roles.Contains(Role.Manager);

    private static Meeting First(Case @case) => @case.Meeting;

    private static ParticipantId? Found(Given given)
    {
        Assert.Equal(RoleHolders.Find(given.Case, given.Case.Meeting, Manager)?.Id, GapsDuty.Manager(given.Case).Id);
        return RoleHolders.Find(given.Case, given.Case.Meeting, Manager)?.Id;
    }

    private static Case Without(Participant person)
    {
        var @case = AConvenedCase().Case;
        return @case with { Participants = [.. @case.Participants.Where(other => other.Id != person.Id)] };
    }

    private static Case Nameless(Case @case)
    {
        var roles = @case.Profile.Roles;
        var nameless = roles with { ServiceManager = roles.ServiceManager with { Mail = null } };
        return @case with
        {
            Profile = @case.Profile with { Roles = nameless },
            Participants = [.. @case.Participants.Where(person => person.Id != Helen.Id)],
        };
    }
}
