using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinkLifeTests
{
    private const string Token = "a-token";

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
    public void The_same_letter_issues_its_link_once()
    {
        var given = Sent();
        Assert.Empty(LinkLife.Issue(given.Case, Given.Grace.Id, "convening/invite/1", LinkKey.Hash(Token)));
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
    public void Five_wrong_codes_close_that_link_and_are_an_alarm()
    {
        var given = Sent();
        WrongCodes(given, 4);
        Assert.True(IsOpen(given, "2026-11-25 10:00"));
        WrongCodes(given, 1);

        Assert.False(IsOpen(given, "2026-11-25 10:00"));
        Assert.Empty(LinkLife.CountWrongCode(given.Case, LinkKey.Hash(Token)));
        Assert.Equal(new LinkAlarm(1, Given.Grace.Id, Shut.WrongCodes, given.Now), Assert.Single(given.Case.Links.Alarms));
        Assert.Equal($"links/tell-chair/1", Assert.Single(TellLinkAlarmDuty.Owes(given.Case)).Key);
    }

    [Fact]
    public void A_code_that_was_right_begins_the_count_anew()
    {
        var given = Sent();
        WrongCodes(given, 4);
        given.Fact(new LinkOpened(Given.Grace.Id, LinkKey.Hash(Token)));
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
    public void The_chair_sends_again_once_at_a_time_and_revokes_once()
    {
        var given = Sent().Decided(@case => LinksRule.SendAgain(@case, "person-4"));
        given.When(@case => LinksRule.SendAgain(@case, "person-4")).ThenNothingNew();
        Assert.Equal(["links/send/person-4/1"], SendLinkDuty.Owes(given.Case).Select(owed => owed.Key));

        given.Fact(new EffectSettled("links/send/person-4/1", EffectOutcome.Delivered, "mail", "m1"));
        given.When(@case => LinksRule.SendAgain(@case, "person-4")).Then(new LinkAskedFor(Given.Grace.Id));

        given.Decided(@case => LinksRule.Revoke(@case, "person-4"));
        given.When(@case => LinksRule.Revoke(@case, "person-4")).ThenNothingNew();
        given.When(@case => LinksRule.Revoke(@case, "person-99")).Refused<NobodyChosen>();
    }

    private static Given Sent()
    {
        var given = Given.AConvenedCase();
        Issue(given);
        return given;
    }

    private static void Issue(Given given, string token = Token) =>
        given.Fact([.. LinkLife.Issue(given.Case, Given.Grace.Id, $"convening/invite/{given.Entries.Count}", LinkKey.Hash(token))]);

    private static bool IsOpen(Given given, string at, string token = Token) =>
        LinkLife.IsOpen(given.Case, given.Case.Links.Find(LinkKey.Hash(token))!, Dates.Local(at));

    private static void WrongCodes(Given given, int count)
    {
        for (var wrong = 0; wrong < count; wrong++)
        {
            given.Fact([.. LinkLife.CountWrongCode(given.Case, LinkKey.Hash(Token))]);
        }
    }
}
