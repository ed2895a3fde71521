using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Graph;
using StrategyBot.Phases.Convening;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class InviteeRuleTests
{
    private static readonly Contact Sam = Partner.Sam, Grace = Partner.Grace, Ruth = Partner.Ruth, Desk = Partner.Desk;
    private static readonly Contact Lena = Sam with { Id = "5", Name = "Lena Brook", Mail = "lena.brook@police.example", IsDeputy = true };
    private static readonly Contact Visitor = Grace with { Id = "6", Name = "Bea Holt", Mail = "bea.holt@nhs.example", Role = "Visitor" };
    private static readonly Contact Amy = Grace with
    {
        Id = "7",
        Name = "Amy Lund",
        Mail = "amy.lund@nhs.example",
        Agency = "Midwifery",
        Role = "Safeguarding Midwife",
    };

    private static readonly Contact[] Directory = [Visitor, Lena, Sam, Grace, Ruth, Amy, Desk];

    [Fact]
    public void Whoever_has_no_mail_address_in_the_directory_is_offered_to_be_rung()
    {
        var ruth = Partner.Ruth with { Mail = "/o=ExchangeLabs/cn=ruth", Phone = "" };
        Contact[] contacts = [Partner.Sam with { Mail = "" }, Partner.Grace, ruth];

        Assert.Equal(
            [
                "Sam Whitlock, Police: no mail address, ring 01632 960003",
                "Ruth Carver, School: no mail address, ring them (the directory has no number)",
            ],
            SuggestionRule.ToRing(contacts));
        Assert.DoesNotContain(SuggestionRule.Everybody(Begun.ACaseWithAChild().Case, contacts), one => one.Name == "Sam Whitlock");
    }

    [Fact]
    public void The_core_agencies_and_the_referrer_are_ticked() =>
        Assert.Equal(["Sam Whitlock", "Grace Adeyemi", "Ruth Carver"], Ticked(Begun.ACaseWithAChild().Case));

    [Fact]
    public void An_unborn_child_ticks_midwifery() =>
        Assert.Contains("Amy Lund", Ticked(Begun.ACaseWithAChild()
            .Fact(new ChildNamed(new("Baby of Kay Stone", "", null, true, "", "", "")) { Child = Given.Child2 }).Case));

    [Fact]
    public void An_allegation_against_staff_ticks_the_designated_officer() =>
        Assert.Contains(
            "Designated officer (LADO)", Ticked(Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Staff] }).Case));

    [Fact]
    public void The_one_who_covers_the_area_is_ticked_before_others()
    {
        var elsewhere = Sam with { Id = "8", Name = "Ann Other", Mail = "ann.other@police.example", Area = "Southmoor" };

        var police = SuggestionRule.For(Begun.ACaseWithAChild().Case, [elsewhere, Sam])[0].People;
        Assert.Equal(["Sam Whitlock"], police.Where(person => person.Ticked).Select(person => person.One.Name));
    }

    [Theory]
    [InlineData(Features.SexualAbuse, null, "Kim Rowe – sexual abuse is alleged")]
    [InlineData(Features.Complex, null, "Legal team – a complex case")]
    [InlineData(null, "physical", "Doctor Iqbal – an injury is suspicious")]
    [InlineData(Features.AnotherAuthority, null, "Lee Holt – the home authority")]
    public void A_kind_of_case_asks_for_people_besides_and_says_by_which_rule(string? feature, string? category, string expected)
    {
        Contact[] besides =
        [
            Other("Kim Rowe", "Coordinator", "Sexual Assault Referral Centre"), Other("Doctor Iqbal", "Consultant paediatrician", "Trust"),
            Other("Lee Holt", "Team Manager", "Luton Borough Council"),
        ];
        var given = Begun.Circumstances with
        {
            Features = feature is null ? [] : [feature],
            Category = category,
            Authority = feature == Features.AnotherAuthority ? "Luton" : null,
        };

        var ticked = SuggestionRule.For(Begun.ACaseWithAChild(given).Case, [.. Directory, .. besides])
            .SelectMany(group => group.People).Where(person => person.Ticked)
            .Select(person => $"{person.One.Name} – {person.Why}").ToList();

        Assert.Contains(expected, ticked);
        Assert.Equal(4, ticked.Count);
        Assert.Contains("Sam Whitlock – always asked", ticked);
        Assert.Contains("Ruth Carver – a child's school", ticked);
        // Called, nobody is proposed any more.
        var called = new MeetingConvened(Begun.Now.AddHours(5), Begun.Now.AddHours(6), Begun.Now.AddHours(9), "same day", "");
        var later = Begun.ACaseWithAChild(given).Fact(called with { Meeting = Given.FirstMeeting }).Case;
        Assert.DoesNotContain(SuggestionRule.For(later, [.. Directory, .. besides])
            .SelectMany(group => group.People), person => person.Ticked && person.Why.Length > 0);
    }

    [Fact]
    public void A_rule_for_whom_the_directory_has_nobody_is_said()
    {
        var given = Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.SexualAbuse], Referrer = Agency.EarlyHelp });

        Assert.Equal(
            [
                "Sexual assault referral centre: sexual abuse is alleged. Nobody in the directory. Add them by hand.",
                "Early help referred. Nobody of it is in the directory. Add them by hand.",
            ],
            SuggestionRule.Unfilled(given.Case, Directory));
    }

    [Theory]
    [InlineData(Agency.EarlyHelp)]
    [InlineData(Agency.Housing)]
    public void A_referrer_of_any_agency_is_proposed_and_a_private_one_never(Agency agency)
    {
        Contact[] directory = [.. Directory, Other("Una Pike", "Officer", "Northgate") with { Agency = agency.Name() }];

        IEnumerable<string> Referred(CircumstancesGiven given) => SuggestionRule.For(Begun.ACaseWithAChild(given).Case, directory)
            .SelectMany(group => group.People).Where(person => person.Why == "referred").Select(person => person.One.Name!);
        Assert.Equal(["Una Pike"], Referred(Begun.Circumstances with { Referrer = agency }));
        Assert.Empty(Referred(Begun.Circumstances with { Referrer = null, ReferredPrivately = PrivateReferrer.Family }));
    }

    [Theory]
    [InlineData("Family help lead practitioner", "leads the family's help")]
    [InlineData("Detective Sergeant, child protection team", "of the child protection team")]
    [InlineData("Lead child protection practitioner", "leads child protection")]
    public void The_roles_of_family_help_and_of_the_child_protection_team_are_proposed_where_somebody_has_them(string role, string why)
    {
        var @case = Begun.ACaseWithAChild().Case;
        var proposed = SuggestionRule.For(@case, [.. Directory, Other("Una Pike", role, "Northgate")])
            .SelectMany(group => group.People).Single(person => person.One.Name == "Una Pike");

        Assert.Equal((true, why), (proposed.Ticked, proposed.Why));
        Assert.DoesNotContain(SuggestionRule.Unfilled(@case, Directory), line => line.StartsWith(role, StringComparison.Ordinal));
    }

    [Fact]
    public void A_named_nurse_is_asked_before_another_of_health_and_another_where_there_is_none()
    {
        var consultant = Visitor with { Role = "Consultant paediatrician" };
        string[] Health(params Contact[] contacts) => [.. SuggestionRule.For(Begun.ACaseWithAChild().Case, contacts)[1].People
            .Where(person => person.Ticked).Select(person => person.One.Name!)];

        Assert.Equal(["Grace Adeyemi"], Health(consultant, Grace));
        Assert.Equal(["Bea Holt"], Health(consultant));
        var bedford = Begun.ACaseWithAChild().Case with { Profile = ProcedureProfiles.Named("bedford") };
        Assert.DoesNotContain(SuggestionRule.For(bedford, [consultant])[1].People, person => person.Ticked);
    }

    [Fact]
    public void A_school_is_asked_where_a_child_is_of_its_age()
    {
        var other = Ruth with { Organisation = "Hill Primary" };
        var given = Begun.ACaseWithAChild(Begun.Circumstances with { Referrer = null });

        Assert.Equal("a child of school age",
            SuggestionRule.For(given.Case, [other])[2].People.Single(person => person.Ticked).Why);
    }

    [Fact]
    public void A_procedures_own_rules_of_whom_to_invite_take_the_place_of_the_usual()
    {
        var profile = ProcedureProfile.FromJson(ProcedureProfiles.Default.ToJson()) with
        {
            InviteRules = [new("missing", "Missing persons coordinator", "a missing child")],
        };

        var read = ProcedureProfile.FromJson(profile.ToJson());
        Assert.Equal(profile.InviteRules, read.InviteRules);
        Assert.Null(ProcedureProfile.FromJson(ProcedureProfiles.Default.ToJson()).InviteRules);
        var @case = Begun.ACaseWithAChild(Begun.Circumstances with { Circumstances = ["missing"], Features = [Features.Complex] }).Case;
        Assert.Equal(["Legal team"], WantedRole.For(@case).Where(rule => !rule.IfKnown).Select(rule => rule.Role));
        Assert.Equal(["Missing persons coordinator"], WantedRole.For(@case with { Profile = profile }).Select(rule => rule.Role));
    }

    private static Contact Other(string name, string role, string organisation) =>
        new(name, name, $"{name.Replace(' ', '.')}@other.example", "Other", role, organisation, "", "", "", "", false, false);

    [Fact]
    public void A_desk_with_an_inbox_is_offered_unticked_and_asked_who_will_attend()
    {
        var @case = Begun.ACaseWithAChild().Case;
        var inbox = Desk with { Mail = "duty.desk@police.example" };

        var (offered, isTicked, _) = SuggestionRule.For(@case, [.. Directory, inbox])
            .SelectMany(group => group.People).Single(person => person.One.Name == "Police desk");
        Assert.False(isTicked);
        var facts = Begun.ACaseWithAChild().When(_ => InviteeRule.Add(@case, offered, Role.Attendee)).Facts;
        var added = Assert.IsType<ParticipantAdded>(Assert.Single(facts)).Participant;
        Assert.True(added.IsInbox);
        Assert.False(added.May(Capability.ReadContent));
    }

    [Fact]
    public void A_desk_is_rung_and_never_ticked()
    {
        var @case = Begun.ACaseWithAChild().Case;

        Assert.DoesNotContain(SuggestionRule.Everybody(@case, Directory), one => one.Name == "Police desk");
        Assert.Equal(
            [
                "Police desk: 01632 960201 (Day and night)",
                "Safeguarding nurses: 01632 960301 (Working days 09:00 to 17:00)",
                "Education safeguarding desk: 01632 960401 (Working days in term 08:00 to 16:30)",
            ],
            SuggestionRule.Desks(@case, Directory).Select(desk => desk.Text));
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

    /// <summary>The words of one entry were deleted (P16): who it named is gone, and nobody else becomes them.</summary>
    [Theory]
    [InlineData("Sam Whitlock")]
    [InlineData("Grace Adeyemi")]
    public void Nor_is_the_number_of_somebody_whose_entry_is_gone(string gone)
    {
        var given = Begun.ACaseWithAChild();
        given.Decided(@case => Tick(@case, "sam.whitlock@police.example", "grace.adeyemi@nhs.example"));
        var entries = given.Entries.Select(entry => entry.Fact is ParticipantAdded added && added.Participant.Name == gone
            ? entry with { Fact = new ContentGone(), IsWithheld = true } : entry);

        var after = Case.Fold(Given.Id, entries);
        var added = ((Decision.Accepted)InviteeRule.Add(
            after, new("Ann Other", "ann.other@nhs.example", Agency.Health, "", "", ""), Role.Attendee)).Facts;

        Assert.Null(given.Case.Find(Assert.IsType<ParticipantAdded>(Assert.Single(added)).Participant.Id));
    }

    [Fact]
    public void Of_two_in_the_directory_with_one_address_none_is_left_out_in_silence()
    {
        var ann = new Candidate("Ward sister Ann", "ward5@nhs.example", Agency.Health, "", "", "");
        var refused = Begun.ACaseWithAChild()
            .When(@case => InviteeRule.Tick(@case, [ann, ann with { Name = "Doctor Bob" }], [ann.Key])).Refused<CannotBe>();

        Assert.StartsWith("Ward sister Ann and Doctor Bob have one address", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_meeting_is_called_nobody_is_unticked_without_a_reason()
    {
        Begun.ACalledMeeting().When(@case => Tick(@case)).Refused<CannotBe>();
        Assert.Single(Begun.ACalledMeeting()
            .When(@case => Tick(@case, "sam.whitlock@police.example", "grace.adeyemi@nhs.example", "ruth.carver@school.example")).Facts);
    }

    [Fact]
    public void An_address_that_somebody_else_has_is_refused_with_who_has_it()
    {
        var ann = new Candidate("Ward sister Ann", "ward5@nhs.example", Agency.Health, "", "", "");
        var given = Begun.ACaseWithAChild().Decided(@case => InviteeRule.Add(@case, ann, Role.Attendee));

        var refused = given.When(@case => InviteeRule.Add(@case, ann with { Name = "Doctor Bob" }, Role.Attendee)).Refused<CannotBe>();
        Assert.StartsWith("Ward sister Ann, Health has that address on this case.", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal("mail", refused.Field);
        given.When(@case => InviteeRule.Add(@case, ann with { Agency = Agency.Police }, Role.Attendee)).Refused<CannotBe>();
        given.When(@case => InviteeRule.Add(@case, ann with { Name = " ward sister  ann" }, Role.Attendee)).ThenNothingNew();
    }

    [Fact]
    public void All_that_is_wrong_with_somebody_is_said_at_once() => Assert.Equal(
        ["name", "mail", "agency"],
        Begun.ACaseWithAChild().When(@case => InviteeRule.Add(@case, new(" ", "x", null, "", "", ""), Role.Attendee))
            .Refused<Several>().All.Select(why => why.Field));

    [Fact]
    public void A_manager_who_is_invited_too_keeps_both_roles()
    {
        var helen = new Candidate("Helen Marsh", "helen.marsh@council.example", Agency.SocialCare, "", "", "");
        var given = Begun.ACaseWithAChild().Decided(@case => InviteeRule.Add(@case, helen, Role.Attendee));

        Assert.Equal("Manager, ApprovingManager, Attendee", string.Join(", ", given.Case.Invited.Last().Roles));
        given.Decided(@case => InviteeRule.Remove(@case, @case.Invited.Last().Id, ""));
        Assert.Equal("Manager, ApprovingManager", string.Join(", ", given.Case.Find(new ParticipantId("person-3"))!.Roles));
    }

    [Theory]
    [InlineData("")]
    [InlineData("grace")]
    [InlineData("grace@nhs")]
    [InlineData("o\u2019brien@nhs.example")]
    [InlineData("dot@nhs.example.")]
    [InlineData("Grace <grace@nhs.example>")]
    [InlineData("grace@nhs.example, sam@police.example")]
    public void What_is_no_address_is_refused(string mail)
    {
        var grace = new Candidate("Grace Adeyemi", mail, Agency.Health, "", "", "");
        Assert.Equal("mail", Begun.ACaseWithAChild().When(@case => InviteeRule.Add(@case, grace, Role.Attendee)).Refused<CannotBe>().Field);
    }

    [Fact]
    public void An_address_is_kept_without_what_can_not_be_seen()
    {
        var zara = new Candidate("Zara Quill", "\u200Bzara@nhs.\u200Bexample\u200E", Agency.Health, "", "", "");
        var given = Begun.ACaseWithAChild().Decided(@case => InviteeRule.Add(@case, zara, Role.Attendee));

        Assert.Equal("zara@nhs.example", given.Case.Invited.Last().Mail);
    }

    [Fact]
    public void Taking_someone_off_a_called_meeting_needs_a_reason()
    {
        var given = Begun.ACalledMeeting();
        var sam = given.Case.Invited.First(person => person.Agency == Agency.Police).Id;

        given.When(@case => InviteeRule.Remove(@case, sam, " ")).Refused<CannotBe>();
        given.When(@case => InviteeRule.Remove(@case, sam, "A colleague comes.")).Then(new ParticipantRemoved(sam, "A colleague comes."));
        given.When(@case => InviteeRule.Remove(@case, @case.Meeting.Chair, "x")).Refused<CannotBe>();

        given.Decided(@case => InviteeRule.Remove(@case, sam, "A colleague comes."));
        given.When(@case => InviteeRule.Remove(@case, sam, "A colleague comes.")).ThenNothingNew();
        Assert.Equal("reason", given.When(@case => InviteeRule.Remove(@case, sam, "He is ill.")).Refused<CannotBe>().Field);
    }

    private static IEnumerable<string?> Ticked(Case @case) => SuggestionRule.For(@case, Directory)
        .SelectMany(group => group.People).Where(person => person.Ticked).Select(person => person.One.Name);

    private static Decision Tick(Case @case, params string[] mails) => InviteeRule.Tick(
        @case,
        [.. SuggestionRule.Everybody(@case, Directory)],
        [.. mails.Select(mail => new Candidate("", mail, null, "", "", "").Key)]);
}
