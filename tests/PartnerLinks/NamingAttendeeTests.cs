using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class NamingAttendeeTests
{
    internal static readonly Participant Desk = new(
        new("person-8"), "Police duty desk", Agency.Police, "", "Northshire Police", "duty.desk@police.example", "01632 960008",
        [Role.Attendee], PersonId.Behind(new(Given.Id, new("person-8"))))
    { IsInbox = true };

    [Fact]
    public void Whoever_is_named_takes_the_inbox_s_place()
    {
        var named =
            new Participant(new("person-9"), "Lee Marsh", Agency.Police, "Detective Constable", "Northshire Police",
                "lee.marsh@police.example", "", [Role.Attendee]);
        Asked().When(@case => WhoAttendsRule.Name(@case, Desk, Typed()))
            .Then(new ParticipantAdded(named), new ParticipantRemoved(Desk.Id, "Named who will attend."));
    }

    [Fact]
    public void Only_an_address_of_the_inbox_s_own_organisation_is_taken()
    {
        Asked().When(@case => WhoAttendsRule.Name(@case, Desk, Typed() with { Mail = "lee.marsh@elsewhere.example" })).Refused<CannotBe>();
        Asked().When(@case => WhoAttendsRule.Name(@case, Desk, Typed() with { Mail = "duty.desk@police.example" })).Refused<CannotBe>();
        Asked().When(@case => WhoAttendsRule.Name(@case, Desk, Typed() with { Mail = "Lee <lee.marsh@police.example>" }))
            .Refused<CannotBe>();
        Asked().When(@case => WhoAttendsRule.Name(@case, Desk, Typed() with { Name = " " })).Refused<CannotBe>();
    }

    [Fact]
    public void What_is_wrong_with_name_and_address_is_said_at_once() => Assert.Equal(
        ["name", "mail"],
        Asked().When(@case => WhoAttendsRule.Name(@case, Desk, new(Given.Id.Value))).Refused<Several>().All.Select(why => why.Field));

    [Fact]
    public void Somebody_invited_already_is_not_added_again() =>
        Asked().When(@case => WhoAttendsRule.Name(@case, Desk,
                Typed() with { Name = "sam whitlock", Mail = "Sam.Whitlock@police.example" }))
            .Then(new ParticipantRemoved(Desk.Id, "Named who will attend."));

    [Fact]
    public void An_address_that_somebody_of_another_name_has_is_refused_and_whose_it_is_stays_unsaid()
    {
        var why = Asked().When(@case => WhoAttendsRule.Name(@case, Desk, Typed() with { Mail = "Sam.Whitlock@police.example" }))
            .Refused<CannotBe>();

        Assert.Equal("mail", why.Field);
        Assert.DoesNotContain("Whitlock", why.Say(Given.Words), StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_meeting_nobody_is_named() =>
        Asked().Fact(new MeetingEnded(Via.TeamsEvent)).When(@case => WhoAttendsRule.Name(@case, Desk, Typed())).Refused<CannotBe>();

    [Fact]
    public void An_inbox_may_name_somebody_and_nothing_else() =>
        Assert.Equal([Capability.NameAttendee], Enum.GetValues<Capability>().Where(Desk.May));

    [Fact]
    public void Nobody_is_taken_for_an_inbox_in_Teams() =>
        Assert.Null(new Asker(PersonId.Of("police", "object-9"), "Somebody", Desk.Mail, "29:x") { Vouched = [Desk.Mail] }.On(Asked().Case));

    internal static Given Asked() => Given.AConvenedCase().Fact(new ParticipantAdded(Desk));

    private static WhoAttendsPart.Form Typed() => new(Given.Id.Value, " Lee Marsh ", "lee.marsh@police.example", "Detective Constable");
}
