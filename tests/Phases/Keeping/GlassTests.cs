using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Disclosing;
using StrategyBot.Phases.Keeping;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>An auditor reads a case for some hours and says why (P17): on Wed 25 Nov 2026 from 16:00.</summary>
public sealed class GlassTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 16:00");

    private static readonly Participant Auditor = Helen with { Roles = [Role.Auditor] };

    [Fact]
    public void All_that_is_missing_is_said_at_once() => Assert.Equal("Choose why. Say in a line what for. Choose for how long.",
        ACase().When(c => GlassRule.Break(c, Auditor, new(Id.Value), Now, Words)).Refused<Several>().Say(Words));

    [Theory]
    [InlineData("OneHour", "2026-11-25 16:00", "2026-11-25 17:00")]
    [InlineData("FourHours", "2026-11-25 23:00", "2026-11-26 03:00")]
    [InlineData("Tomorrow", "2026-11-25 17:30", "2026-11-26 17:00")]
    // Tomorrow at 17:00 is more than a day away.
    [InlineData("Tomorrow", "2026-11-25 09:00", "2026-11-26 09:00")]
    // A day of 25 hours.
    [InlineData("Tomorrow", "2026-10-24 17:00", "2026-10-25 16:00")]
    public void It_is_open_for_as_long_as_they_chose_and_never_for_more_than_24_hours(string time, string from, string until) =>
        Assert.Equal(Dates.Local(until), GlassRule.Until(Enum.Parse<GlassTime>(time), Dates.Local(from), Words));

    [Fact]
    public void It_ends_by_the_clock_or_when_they_say_so()
    {
        var given = Broken();
        var ends = Now.AddHours(4);
        Assert.False(Reads(given, Now.AddTicks(-1)));
        Assert.True(Reads(given, Now));
        Assert.True(Reads(given, ends.AddTicks(-1)));
        Assert.False(Reads(given, ends));

        var closed = Broken().At("2026-11-25 16:30");
        closed.Decided(c => GlassRule.Close(c, Auditor, Dates.Local("2026-11-25 16:30")));
        Assert.True(Reads(closed, Dates.Local("2026-11-25 16:29")));
        Assert.False(Reads(closed, Dates.Local("2026-11-25 16:30")));
        closed.When(c => GlassRule.Close(c, Auditor, Dates.Local("2026-11-25 16:31"))).ThenNothingNew();

        // Not of somebody who is no auditor of the case any more, nor of anybody else.
        Assert.False(BrokenGlass.Reading(given.Case, Helen, Now).May(Capability.TakeToCourt));
        Assert.Equal(Priya, BrokenGlass.Reading(given.Case, Priya, Now));
    }

    [Fact]
    public void Pressed_twice_nobody_is_told_twice_and_said_again_for_longer_they_are()
    {
        var given = Broken();
        given.When(c => GlassRule.Break(c, Auditor, Typed(), Now.AddSeconds(20), Words)).ThenNothingNew();
        Assert.Single(given.When(c => GlassRule.Break(c, Auditor, Typed(), Now.AddHours(1), Words)).Facts);
        Assert.Single(given.When(c => GlassRule.Break(c, Auditor, Typed() with { Why = "Another." }, Now.AddSeconds(20), Words)).Facts);
    }

    [Fact]
    public void The_data_protection_officer_comes_on_the_case_else_information_governance_else_the_chair_alone_is_told()
    {
        Tells(Broken(), "data.protection@council.example", Role.DataProtectionOfficer, "The data protection officer and the chair");
        var governed = Broken(Without(ProcedureProfiles.Default.Roles with { DataProtectionOfficer = null }));
        Tells(governed, "information.governance@council.example", Role.InformationGovernance, "Information governance and the chair");
        var nobody = ProcedureProfiles.Default.Roles;
        var alone = Without(nobody with
        {
            DataProtectionOfficer = null,
            InformationGovernance = nobody.InformationGovernance with { Mail = null },
        });
        Assert.StartsWith("The chair alone is told", GlassRule.SayTold(alone.Case, Auditor), StringComparison.Ordinal);
        Assert.Equal([Priya.Id], TellGlassDuty.Owes(Broken(alone).Case).Select(owed => owed.To!.Value));
    }

    /// <summary>Whoever reads it so hears it from nobody: then the next one does.</summary>
    [Fact]
    public void An_auditor_who_is_the_data_protection_officer_is_not_the_one_who_is_told()
    {
        var given = ACase().Fact(
            new ParticipantAdded(Auditor with { Roles = [Role.Auditor, Role.DataProtectionOfficer] }) { Meeting = FirstMeeting },
            new ParticipantAdded(Jo with { Roles = [Role.InformationGovernance] }) { Meeting = FirstMeeting });

        Assert.Equal([Jo.Id, Priya.Id], TellGlassDuty.Owes(Broken(given).Case).Select(owed => owed.To!.Value));
    }

    /// <summary>Delegates read mail, and the reason may be about the chair.</summary>
    [Fact]
    public void What_they_are_told_names_the_case_who_and_until_when_and_neither_a_child_nor_the_reason()
    {
        var given = Broken();
        var told = TellGlassDuty.Word(given.Case, given.Case.Keeping.Glasses.Single(), Words);

        Assert.Equal("An auditor, Helen Marsh, opened SB-2026-014 Heron to read it, until Wed 25 Nov 2026, 20:00.", told.InLetter);
        Assert.Contains("until Wed 25 Nov 2026, 20:00", CardJson.Write(told.Card), StringComparison.Ordinal);
        foreach (var said in new[] { told.InLetter, told.Sentence, CardJson.Write(told.Card) })
        {
            Assert.DoesNotContain("Lindley", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Complaint", said, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Only social care reads that it was, and the words are for nobody else.</summary>
    [Fact]
    public void Its_reason_is_kept_from_every_other_agency()
    {
        var seen = Broken().SeenBy(Sam).Case.Keeping.Glasses.Single().Said.Fact;
        Assert.Equal((GlassCause.Other, ""), (seen.Cause, seen.Why));
    }

    /// <summary>Of a case with another meeting they read each.</summary>
    [Fact]
    public void It_is_open_to_them_from_each_of_its_meetings()
    {
        var stranger = Auditor with { Id = new("person-99"), Person = PersonId.Of("council", "object-99") };
        var given = SeveralMeetings.Two().Fact(new ParticipantAdded(stranger) { Meeting = FirstMeeting }).By(stranger);
        given.Fact(new GlassBroken(stranger.Id, GlassCause.Other, "x", given.Now.AddHours(1)));
        var shut = given.SeenBy(given.Case.Find(stranger.Id)!).About(FirstMeeting)!;
        var open = shut.At(given.Now).AboutEach().ToList();

        Assert.Equal([SeveralMeetings.Second, FirstMeeting], open.Select(one => one.Case.Meeting.Id));
        Assert.All(open, one => Assert.True(one.Reader.May(Capability.ReadContent) && !one.MayWrite(Capability.ReadContent)));
        Assert.All(shut.At(given.Now.AddHours(1)).AboutEach(), one => Assert.False(one.Reader.May(Capability.ReadContent)));
    }

    /// <summary>Else whoever is looked at could end it.</summary>
    [Fact]
    public void Nobody_shuts_the_case_to_an_auditor_by_saying_that_it_reached_the_wrong_person() =>
        Assert.DoesNotContain(MisplacedRule.Offered(Broken().Case, Tom), person => person.Id == Auditor.Id);

    /// <summary>By then it is kept for it.</summary>
    [Fact]
    public void An_auditor_has_the_record_for_a_court_once_it_was_asked_for()
    {
        var given = Broken();
        CaseView Seen() => given.SeenBy(given.Case.Find(Auditor.Id)!).At(Now);

        Assert.False(OfferCourtBundle.MayHave(Seen()));
        given.Fact(new RecordHeld(HoldCause.Court, "EX26C00123"));
        Assert.True(OfferCourtBundle.MayHave(Seen()));
        Assert.False(OfferCourtBundle.MayHave(given.SeenBy(given.Case.Find(Auditor.Id)!).At(Now.AddHours(4))));
    }

    private static bool Reads(Given given, DateTimeOffset at) =>
        BrokenGlass.Reading(given.Case, given.Case.Find(Auditor.Id)!, at).May(Capability.ReadContent);

    private static BreakGlassPart.Form Typed() => new(Id.Value, GlassCause.Complaint, "Complaint 12.", GlassTime.FourHours);

    private static Given ACase() => AConvenedCase().Fact(new ParticipantAdded(Auditor) { Meeting = FirstMeeting });

    private static Given Broken(Given? given = null) => (given ?? ACase()).By(Auditor).At("2026-11-25 16:00")
        .Decided(c => GlassRule.Break(c, Auditor, Typed(), Now, Words));

    private static Given Without(ProfileRoles roles)
    {
        var (given, profile) = (new Given(), ProcedureProfiles.Default with { Roles = roles });
        foreach (var entry in ACase().Entries)
        {
            given.Fact(entry.Fact is CaseOpened opened ? opened with { ProfileJson = profile.ToJson() } : entry.Fact);
        }

        return given;
    }

    private static void Tells(Given given, string mail, Role role, string said)
    {
        var told = given.Case.Participants.Single(person => person.Mail == mail);
        Assert.Equal([role], told.Roles);
        Assert.Equal([told.Id, Priya.Id], TellGlassDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        Assert.StartsWith(said, GlassRule.SayTold(given.Case, Auditor), StringComparison.Ordinal);
    }
}
