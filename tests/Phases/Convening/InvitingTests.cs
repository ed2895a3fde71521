using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Graph;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class InvitingTests
{
    private static readonly Contact Sam = new("1", "Sam Whitlock", "sam.whitlock@police.example", "Police", "Detective Sergeant", "Northgate Police", "Northgate", "01632 960003", "", "", false, false);
    private static readonly Contact Lena = Sam with { Id = "2", Name = "Lena Brook", Mail = "lena.brook@police.example", IsDeputy = true };
    private static readonly Contact Grace = new("3", "Grace Adeyemi", "grace.adeyemi@nhs.example", "Health", "Named Nurse", "Northgate Trust", "", "", "01632 960004", "", false, false);
    private static readonly Contact Visitor = Grace with { Id = "4", Name = "Bea Holt", Mail = "bea.holt@nhs.example", Role = "Health Visitor" };
    private static readonly Contact Ruth = new("5", "Ruth Carver", "ruth.carver@school.example", "School", "Designated Safeguarding Lead", "Mill Lane Primary", "", "", "", "", false, false);
    private static readonly Contact Amy = new("6", "Amy Lund", "amy.lund@nhs.example", "Midwifery", "Safeguarding Midwife", "Northgate Trust", "", "", "", "", false, false);
    private static readonly Contact Desk = new("7", "Police desk", "", "Police", "", "", "", "01632 960201", "", "Day and night", true, false);

    private static readonly Contact[] Directory = [Visitor, Lena, Sam, Grace, Ruth, Amy, Desk];

    [Fact]
    public void The_core_agencies_and_the_referrer_are_ticked() =>
        Assert.Equal(["Sam Whitlock", "Grace Adeyemi", "Ruth Carver"], Ticked(Begun.ACaseWithAChild().Case));

    [Fact]
    public void An_unborn_child_ticks_midwifery() =>
        Assert.Contains("Amy Lund", Ticked(Begun.ACaseWithAChild()
            .Fact(new ChildNamed(new("Baby of Kay Stone", "", null, true, "", "", "")) { Child = Given.Child2 }).Case));

    [Fact]
    public void An_allegation_against_staff_ticks_the_designated_officer() =>
        Assert.Contains("Designated officer (LADO)", Ticked(Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Staff] }).Case));

    [Fact]
    public void The_one_who_covers_the_area_is_ticked_before_others()
    {
        var elsewhere = Sam with { Id = "8", Name = "Ann Other", Mail = "ann.other@police.example", Area = "Southmoor" };

        Assert.Equal(["Sam Whitlock"], Suggesting.For(Begun.ACaseWithAChild().Case, [elsewhere, Sam])[0].People.Where(person => person.Ticked).Select(person => person.One.Name));
    }

    [Fact]
    public void A_desk_with_an_inbox_is_offered_unticked_and_asked_who_will_attend()
    {
        var @case = Begun.ACaseWithAChild().Case;
        var inbox = Desk with { Mail = "duty.desk@police.example" };

        var (offered, isTicked) = Suggesting.For(@case, [.. Directory, inbox]).SelectMany(group => group.People).Single(person => person.One.Name == "Police desk");
        Assert.False(isTicked);
        var added = Assert.IsType<ParticipantAdded>(Assert.Single(Assert.IsType<Decision.Accepted>(Inviting.Add(@case, offered, Role.Attendee)).Facts)).Participant;
        Assert.True(added.IsInbox);
        Assert.False(added.May(Capability.ReadContent));
    }

    [Fact]
    public void A_desk_is_rung_and_never_ticked()
    {
        var @case = Begun.ACaseWithAChild().Case;

        Assert.DoesNotContain(Suggesting.Everybody(@case, Directory), one => one.Name == "Police desk");
        Assert.Equal(
            ["Police desk: 01632 960201 (Day and night)", "Safeguarding nurses: 01632 960301 (Working days 09:00 to 17:00)", "Education safeguarding desk: 01632 960401 (Working days in term 08:00 to 16:30)"],
            Suggesting.Desks(@case, Directory).Select(desk => desk.Text));
    }

    [Fact]
    public void Ticking_adds_and_unticking_takes_off_before_the_meeting_is_called()
    {
        var given = Begun.ACaseWithAChild();
        given.Decided(@case => Tick(@case, "sam.whitlock@police.example", "grace.adeyemi@nhs.example"));
        Assert.Equal(["Priya Nair", "Sam Whitlock", "Grace Adeyemi"], given.Case.Invited.Select(person => person.Name));

        given.When(@case => Tick(@case, "sam.whitlock@police.example", "grace.adeyemi@nhs.example")).ThenNothingNew();

        given.Decided(@case => Tick(@case, "SAM.Whitlock@police.example", "ruth.carver@school.example"));
        Assert.Equal(["Priya Nair", "Sam Whitlock", "Ruth Carver"], given.Case.Invited.Select(person => person.Name));
    }

    [Fact]
    public void A_number_is_never_given_again()
    {
        var given = Begun.ACaseWithAChild();
        given.Decided(@case => Tick(@case, "sam.whitlock@police.example"));
        var sam = given.Case.Invited.Last();
        given.Decided(@case => Tick(@case)).Decided(@case => Tick(@case, "grace.adeyemi@nhs.example"));

        Assert.NotEqual(sam.Id, given.Case.Invited.Last().Id);
        Assert.Equal("Sam Whitlock", given.Case.Find(sam.Id)?.Name);
    }

    [Fact]
    public void After_the_meeting_is_called_an_unticked_person_stays() =>
        Begun.ACalledMeeting().When(@case => Tick(@case)).ThenNothingNew();

    [Fact]
    public void A_manager_who_is_invited_too_keeps_both_roles()
    {
        var given = Begun.ACaseWithAChild().Decided(@case => Inviting.Add(@case, new("Helen Marsh", "helen.marsh@council.example", Agency.SocialCare, "", "", ""), Role.Attendee));

        Assert.Equal("Manager, ApprovingManager, Attendee", string.Join(", ", given.Case.Invited.Last().Roles));
        given.Decided(@case => Inviting.Remove(@case, @case.Invited.Last().Id, ""));
        Assert.Equal("Manager, ApprovingManager", string.Join(", ", given.Case.Find(new ParticipantId("person-3"))!.Roles));
    }

    [Theory]
    [InlineData("")]
    [InlineData("grace")]
    [InlineData("grace@nhs")]
    [InlineData("Grace <grace@nhs.example>")]
    [InlineData("grace@nhs.example, sam@police.example")]
    public void What_is_no_address_is_refused(string mail) =>
        Begun.ACaseWithAChild().When(@case => Inviting.Add(@case, new("Grace Adeyemi", mail, Agency.Health, "", "", ""), Role.Attendee)).Refused<CannotBe>();

    [Fact]
    public void Taking_someone_off_a_called_meeting_needs_a_reason()
    {
        var given = Begun.ACalledMeeting();
        var sam = given.Case.Invited.First(person => person.Agency == Agency.Police).Id;

        given.When(@case => Inviting.Remove(@case, sam, " ")).Refused<CannotBe>();
        given.When(@case => Inviting.Remove(@case, sam, "A colleague comes.")).Then(new ParticipantRemoved(sam, "A colleague comes."));
        given.When(@case => Inviting.Remove(@case, @case.Meeting.Chair, "x")).Refused<CannotBe>();
    }

    private static IEnumerable<string?> Ticked(Case @case) => Suggesting.For(@case, Directory).SelectMany(group => group.People).Where(person => person.Ticked).Select(person => person.One.Name);

    private static Decision Tick(Case @case, params string[] mails) => Inviting.Tick(@case, [.. Suggesting.Everybody(@case, Directory)], [.. mails.Select(mail => new TypedInvitee("", mail, null, "", "", "").Key)]);
}
