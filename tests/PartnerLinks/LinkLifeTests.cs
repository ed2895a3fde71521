using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Starting;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinkLifeTests
{
    private const string Token = "a-token", Ward = "the ward", Elsewhere = "elsewhere";

    [Fact]
    public void A_link_for_the_call_opens_until_two_hours_after_the_planned_end()
    {
        var given = Sent();
        Assert.True(IsOpen(given, "2026-11-25 16:59"));
        Assert.False(IsOpen(given, "2026-11-25 17:00"));
    }

    [Fact]
    public void A_meeting_that_ended_early_or_late_moves_it()
    {
        var given = Sent().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.TeamsEvent));
        Assert.True(IsOpen(given, "2026-11-25 21:00"));

        given.At("2026-11-25 18:00").Fact(new MeetingEnded(Via.TeamsEvent));
        Assert.True(IsOpen(given, "2026-11-25 19:59"));
        Assert.False(IsOpen(given, "2026-11-25 20:00"));
    }

    [Fact]
    public void A_meeting_that_was_moved_takes_its_links_along()
    {
        var given = Sent().Fact(new MeetingMoved(Dates.Local("2026-11-26 10:00"), Dates.Local("2026-11-26 11:00"), ""));
        Assert.True(IsOpen(given, "2026-11-26 12:59"));
        Assert.False(IsOpen(given, "2026-11-26 13:00"));
    }

    [Fact]
    public void A_link_sent_after_the_end_opens_for_four_weeks()
    {
        var given = Given.AConvenedCase().At("2026-11-25 15:00").Fact(new MeetingEnded(Via.TeamsEvent));
        Issue(given.At("2026-11-26 09:00"));
        Assert.True(IsOpen(given, "2026-12-24 08:59"));
        Assert.False(IsOpen(given, "2026-12-24 09:00"));
    }

    [Fact]
    public void What_was_held_before_it_was_called_has_no_call_to_last_until()
    {
        // The question that leaves at eight of what was said at night opens then (P36).
        var given = Night();
        Issue(given.At("2026-11-26 08:00"));
        Assert.True(IsOpen(given, "2026-11-26 08:01"));
        Assert.True(IsOpen(given, "2026-12-24 07:59"));
        Assert.False(IsOpen(given, "2026-12-24 08:00"));
    }

    [Theory]
    // Thursday morning; of a Friday night, Monday's.
    [InlineData("2026-11-25 23:40", "2026-11-26 11:00")]
    [InlineData("2026-11-27 23:40", "2026-11-30 11:00")]
    public void The_out_of_hours_teams_ends_two_hours_after_the_day_has_the_case(string sent, string over)
    {
        var given = Night().Fact(new ParticipantAdded(Given.Grace with { Roles = [Role.OutOfHours, Role.Chair] }));
        Issue(given.At(sent));
        Assert.True(LinkLife.IsOpen(given.Case, given.Case.Links.Issued[0], Ward, Dates.Local(over).AddMinutes(-1)));
        Assert.False(LinkLife.IsOpen(given.Case, given.Case.Links.Issued[0], Ward, Dates.Local(over)));
        Assert.Equal($"until {Given.Words.When(Dates.Local(over))}",
            LinkLife.StaysSignedIn(given.Case, given.Case.Links.Issued[0], Given.Words));
    }

    private static Given Night() => Given.AConvenedCase().Fact(Begun.Circumstances with { Mode = MeetingMode.AlreadyHappened });

    [Fact]
    public void The_same_letter_issues_its_link_once()
    {
        var given = Sent();
        Assert.Empty(LinkLife.Issue(given.Case, Given.Grace.Id, "convening/invite/1", Ticket.Hash(Token), "nonce", null));
    }

    [Fact]
    public void Revoked_links_stay_closed_when_a_new_one_is_sent()
    {
        var given = Sent().Fact(new LinksRevoked(Given.Grace.Id));
        Assert.False(IsOpen(given, "2026-11-25 10:00"));

        given.Fact(new LinkAskedFor(Given.Grace.Id));
        Issue(given, "another-token");
        Assert.False(IsOpen(given, "2026-11-25 10:00"));
        Assert.True(IsOpen(given, "2026-11-25 10:00", "another-token"));
    }

    [Fact]
    public void Five_wrong_codes_close_that_link_where_they_were_typed_and_are_an_alarm()
    {
        var given = Sent();
        WrongCodes(given, 4);
        Assert.True(IsOpen(given, "2026-11-25 10:00"));
        WrongCodes(given, 1);

        Assert.False(IsOpen(given, "2026-11-25 10:00"));
        Assert.True(IsOpen(given, "2026-11-25 10:00", from: Elsewhere));
        Assert.Empty(LinkLife.CountWrongCode(given.Case, Ticket.Hash(Token), Ward));
        Assert.Equal(new LinkAlarm(1, Given.Grace.Id, Shut.WrongCodes, given.Now), Assert.Single(given.Case.Links.Alarms));
        Assert.Equal($"links/tell-chair/1", Assert.Single(TellLinkAlarmDuty.Owes(given.Case)).Key);
    }

    [Fact]
    public void A_link_that_was_locked_by_an_earlier_release_is_locked_everywhere()
    {
        var given = Sent().Fact(new LinkLocked(Given.Grace.Id, Ticket.Hash(Token)));
        Assert.False(IsOpen(given, "2026-11-25 10:00", from: Elsewhere));
        Assert.Single(given.Case.Links.Alarms);
    }

    [Fact]
    public void Many_who_guess_at_once_shut_nobody_out_tell_the_chair_once_and_fill_no_record()
    {
        var given = Sent();
        for (var place = 0; place < 100; place++)
        {
            WrongCodes(given, 5, $"place {place}");
        }

        Assert.True(IsOpen(given, "2026-11-25 10:00"));
        Assert.Single(given.Case.Links.Alarms);
        Assert.Equal((200, given.Now), (given.Case.Links.Issued.Single().Tries, given.Case.Links.Issued.Single().TriedHardAt));
        given.Fact(new LinkAskedFor(Given.Grace.Id));
        WrongCodes(given, 5, "yet another place");
        Assert.Equal(200, given.Case.Links.Issued[0].Tries);
    }

    [Fact]
    public void A_code_that_was_right_begins_the_count_anew()
    {
        var given = Sent();
        WrongCodes(given, 4);
        given.Fact(new LinkOpened(Given.Grace.Id, Ticket.Hash(Token)));
        WrongCodes(given, 4);

        Assert.True(IsOpen(given, "2026-11-25 10:00"));
    }

    [Fact]
    public void Whoever_knows_the_family_is_shut_out_in_Teams_too_until_the_chair_says_otherwise()
    {
        var given = Sent().By(Given.Grace).Fact(new FamilyKnown(Given.Grace.Id));
        var inTeams = new Asker(Given.Grace.Person!.Value, Given.Grace.Name, Given.Grace.Mail, "29:grace");
        Assert.False(IsOpen(given, "2026-11-25 10:00"));
        Assert.Null(inTeams.On(given.Case));

        given.By(Given.Priya).Fact(new LinkAskedFor(Given.Grace.Id));
        Assert.Equal(Given.Grace.Id, inTeams.On(given.Case)!.Id);
        Assert.True(given.Case.Links.Alarms.Single().IsAnswered);
    }

    [Fact]
    public void Somebody_taken_off_the_case_is_shut_out()
    {
        var given = Sent().Fact(new ParticipantRemoved(Given.Grace.Id, "Not needed."));
        Assert.False(IsOpen(given, "2026-11-25 10:00"));
    }

    [Fact]
    public void Signing_out_revoking_and_taking_off_each_end_a_session_for_good()
    {
        foreach (var (over, back) in new (Fact Over, Fact Back)[]
        {
            (new SessionEnded(Given.Grace.Id, "grace-1"), new LinkAskedFor(Given.Grace.Id)),
            (new LinksRevoked(Given.Grace.Id), new LinkAskedFor(Given.Grace.Id)),
            (new FamilyKnown(Given.Grace.Id), new LinkAskedFor(Given.Grace.Id)),
            (new ParticipantRemoved(Given.Grace.Id, "Not needed."), new ParticipantAdded(Given.Grace)),
        })
        {
            var given = Sent().Fact(
                new LinkOpened(Given.Grace.Id, Ticket.Hash(Token)) { Session = "grace-1" },
                new LinkOpened(Given.Ruth.Id, Ticket.Hash("ruth's")) { Session = "ruth-1" },
                new DocumentOffered(Given.Grace.Id, Given.Grace.Person!.Value, "ticket", 1, Dates.Local("2026-11-25 10:00"))
                {
                    Meeting = Given.FirstMeeting,
                    Session = "grace-1",
                });
            Assert.Equal(["grace-1", "ruth-1"], given.Case.Links.Sessions.Select(session => session.Id));

            given.Fact(over, back);
            Assert.Equal(["ruth-1"], given.Case.Links.Sessions.Select(session => session.Id));
            Assert.Empty(given.Case.Links.Offers);
            Assert.DoesNotContain("session:grace-1", CaseTerms.Of(given.Case));
        }
    }

    [Fact]
    public void A_session_of_an_earlier_release_is_none() =>
        Assert.Empty(Sent().Fact(new LinkOpened(Given.Grace.Id, Ticket.Hash(Token))).Case.Links.Sessions);

    [Fact]
    public void An_old_link_opens_to_the_end_of_a_meeting_that_runs_or_begins_within_a_day_and_to_no_other()
    {
        var given = Given.AConvenedCase().Fact(Old());
        Assert.False(IsOpen(given, "2026-11-24 13:59"));
        Assert.True(IsOpen(given, "2026-11-24 14:00"));
        Assert.True(IsOpen(given, "2026-11-25 14:59"));
        Assert.False(IsOpen(given, "2026-11-25 15:00"));

        given.At("2026-11-25 14:01").Fact(new MeetingStarted(Via.TeamsEvent));
        Assert.True(IsOpen(given, "2026-11-25 16:00"));
        given.At("2026-11-25 16:30").Fact(new MeetingEnded(Via.TeamsEvent));
        Assert.False(IsOpen(given, "2026-11-25 16:30"));
    }

    [Fact]
    public void What_was_not_near_when_links_were_looked_through_stays_shut_and_is_sent_again_once()
    {
        var later = new MeetingMoved(Dates.Local("2026-11-30 10:00"), Dates.Local("2026-11-30 11:00"), "");
        var given = Given.AConvenedCase().Fact(Old(), later);
        Assert.Empty(RenewLinkDuty.Owes(given.Case));
        given.Fact([.. LinkLife.Renew(given.Case)]);

        Assert.False(IsOpen(given, "2026-11-30 09:59"));
        Assert.Equal([("links/renew/person-4", Given.Grace.Id)],
            RenewLinkDuty.Owes(given.Case).Select(owed => (owed.Key, owed.To!.Value)));
        Assert.Empty(LinkLife.Renew(given.Case));
        // Nobody whose link has run out anyhow, or who is off the case, gets a letter.
        Assert.Empty(RenewLinkDuty.Owes(Given.AConvenedCase().Fact(Old()).At("2026-11-26 09:00").Fact(new LinksRenewed()).Case));
        Assert.Empty(RenewLinkDuty.Owes(given.Fact(new ParticipantRemoved(Given.Grace.Id, "")).Case));
    }

    [Fact]
    public void An_old_link_to_a_meeting_that_is_near_is_kept_and_not_sent_again()
    {
        var given = Given.AConvenedCase().Fact(Old());
        given.Fact([.. LinkLife.Renew(given.Case)]);
        Assert.Empty(RenewLinkDuty.Owes(given.Case));
        Assert.True(IsOpen(given, "2026-11-25 14:59"));

        given.Fact(new MeetingMoved(Dates.Local("2026-11-30 10:00"), Dates.Local("2026-11-30 11:00"), ""));
        Assert.False(IsOpen(given, "2026-11-30 10:30"));
    }

    private static LinkIssued Old() => new(Given.Grace.Id, Ticket.Hash(Token), LinkPurpose.Call, "convening/invite/old")
    {
        Meeting = Given.FirstMeeting,
    };

    [Fact]
    public void The_chair_sends_again_once_at_a_time_and_revokes_once()
    {
        var given = Sent().Decided(@case => LinksRule.SendAgain(@case, "person-4"));
        given.When(@case => LinksRule.SendAgain(@case, "person-4")).ThenNothingNew();
        Assert.Equal(["links/send/person-4/1"], SendLinkDuty.Owes(given.Case).Select(owed => owed.Key));

        given.Fact(new EffectSettled("links/send/person-4/1", EffectOutcome.Delivered, "mail", "m1"));
        given.When(@case => LinksRule.SendAgain(@case, "person-4")).Then(new LinkAskedFor(Given.Grace.Id));

        given.Decided(@case => LinksRule.Revoke(@case, "person-4"));
        given.When(@case => LinksRule.Revoke(@case, "person-4")).ThenNothingNew();
        given.When(@case => LinksRule.Revoke(@case, "person-99")).Refused<LinksRule.NobodyChosen>();
        given.Fact(new LinkIssued(Given.Priya.Id, "hash", LinkPurpose.Call, "letter"));
        given.When(@case => LinksRule.Revoke(@case, "person-1")).Refused<CannotBe>();
    }

    private static Given Sent()
    {
        var given = Given.AConvenedCase();
        Issue(given);
        return given;
    }

    private static void Issue(Given given, string token = Token) =>
        given.Fact([.. LinkLife.Issue(
            given.Case, Given.Grace.Id, $"convening/invite/{given.Entries.Count}", Ticket.Hash(token), "nonce", null)]);

    private static bool IsOpen(Given given, string at, string token = Token, string from = Ward) =>
        LinkLife.IsOpen(given.Case, given.Case.Links.Find(Ticket.Hash(token))!, from, Dates.Local(at));

    private static void WrongCodes(Given given, int count, string from = Ward)
    {
        for (var wrong = 0; wrong < count; wrong++)
        {
            given.Fact([.. LinkLife.CountWrongCode(given.Case, Ticket.Hash(Token), from)]);
        }
    }
}
