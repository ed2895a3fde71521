using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class InformationRuleTests
{
    [Fact]
    public void An_agency_writes_its_own_entry() =>
        AConvenedCase()
            .When(c => InformationRule.Give(c, Grace, Grace, " Seen in A&E on 12 Nov. ", Audience.Professionals))
            .Then(new InformationGiven(Grace.Id, Agency.Health, "Seen in A&E on 12 Nov.", 0) { Meeting = FirstMeeting });

    [Fact]
    public void The_chair_enters_for_an_agency_and_the_entry_says_so() =>
        AConvenedCase()
            .When(c => InformationRule.Give(c, Priya, Grace, "Told by telephone.", Audience.Professionals))
            .Then(new InformationGiven(Grace.Id, Agency.Health, "Told by telephone.", 0) { Meeting = FirstMeeting, OnBehalfOf = Grace.Id });

    [Fact]
    public void An_attendee_does_not_enter_for_another_agency() =>
        AConvenedCase().When(c => InformationRule.Give(c, Sam, Grace, "Text.", Audience.Professionals)).Then(new NotYourPart());

    [Fact]
    public void Nothing_is_entered_for_someone_who_is_not_invited() =>
        AConvenedCase().When(c => InformationRule.Give(c, Priya, Jo, "Text.", Audience.Professionals)).Refused<CannotBe>();

    [Fact]
    public void A_long_paste_becomes_entries_of_which_none_is_too_long_and_nothing_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(1, 7_000).Select(i => $"w{i}"))[..40_000].TrimEnd();

        var entries = AConvenedCase().When(c => InformationRule.Give(c, Grace, Grace, text, Audience.Professionals)).Facts
            .Cast<InformationGiven>().ToList();

        Assert.All(entries, entry => Assert.InRange(entry.Text.Length, 900, 1_500));
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.Part));
        Assert.Equal(text, string.Join(' ', entries.Select(entry => entry.Text)));
    }

    [Fact]
    public void Fifty_thousand_characters_are_kept_and_one_more_is_refused()
    {
        var given = AConvenedCase();

        Assert.Equal(50_000, given.When(c => InformationRule.Give(c, Grace, Grace, new string('a', 50_000), Audience.Professionals)).Facts
            .Cast<InformationGiven>().Sum(entry => entry.Text.Length));
        given.When(c => InformationRule.Give(c, Grace, Grace, new string('a', 50_001), Audience.Professionals))
            .Then(new TooLong(50_000) { Field = "text" });
    }

    [Fact]
    public void The_same_entry_twice_is_one_fact() =>
        Written("Seen in A&E.", Grace, Audience.Professionals)
            .When(c => InformationRule.Give(c, Grace, Grace, "Seen in A&E.", Audience.Professionals))
            .ThenNothingNew();

    [Fact]
    public void An_empty_entry_is_answered_with_what_to_do() =>
        AConvenedCase().When(c => InformationRule.Give(c, Grace, Grace, "  ", Audience.Professionals)).Refused<CannotBe>();

    [Fact]
    public void Others_read_what_is_marked_for_them_and_no_more()
    {
        var given = Written("A source says.", Sam, Audience.PoliceAndSocialCare);

        Assert.Equal("A source says.", Assert.Single(given.SeenBy(Priya).Case.Meeting.Assessment.Information).Text);
        Assert.Equal("", Assert.Single(given.SeenBy(Grace).Case.Meeting.Assessment.Information).Text);
    }

    [Fact]
    public void What_was_typed_for_an_agency_is_read_by_it_whatever_the_marking()
    {
        var given = AConvenedCase().By(Priya)
            .Decided(c => InformationRule.Give(c, Priya, Grace, "Told to police and us.", Audience.PoliceAndSocialCare));

        Assert.Equal("Told to police and us.", Assert.Single(given.SeenBy(Grace).Case.Meeting.Assessment.Information).Text);
    }

    [Fact]
    public void An_author_corrects_an_own_entry()
    {
        var given = Written("Seen on 12 Nov.", Grace, Audience.Professionals);
        var entry = given.Case.Version;

        given.At("2026-11-25 14:20").By(Grace)
            .Decided(c => InformationRule.Correct(c, Grace, entry, "Seen on 13 Nov.", Audience.Professionals));

        var item = Assert.Single(given.Case.Meeting.Assessment.Information);
        Assert.Equal(("Seen on 13 Nov.", Dates.Local("2026-11-25 14:20")), (item.Text, item.CorrectedAt));
    }

    [Fact]
    public void Nobody_corrects_or_withdraws_another_agencys_entry()
    {
        var given = Written("Seen on 12 Nov.", Grace, Audience.Professionals);

        given.When(c => InformationRule.Correct(c, Sam, c.Version, "Never seen.", Audience.Professionals)).Then(new EntryGone());
        given.When(c => InformationRule.Withdraw(c, Sam, [c.Version])).ThenNothingNew();
    }

    [Fact]
    public void Who_typed_for_an_agency_may_not_widen_its_marking()
    {
        var given = AConvenedCase().By(Priya)
            .Decided(c => InformationRule.Give(c, Priya, Grace, "Told to police and us.", Audience.PoliceAndSocialCare));

        given.When(c => InformationRule.Correct(c, Priya, c.Version, "Told to us.", Audience.Professionals)).Refused<OnlyTheAuthorWidens>();
        given.When(c => InformationRule.Correct(c, Grace, c.Version, "Told to us.", Audience.Professionals)).Then(
            new InformationCorrected(given.Case.Version, "Told to us.") { Meeting = FirstMeeting });
    }

    [Fact]
    public void Who_typed_an_entry_that_its_agency_then_kept_from_them_changes_it_no_more()
    {
        var given = AConvenedCase().By(Priya)
            .Decided(c => InformationRule.Give(c, Priya, Grace, "Told by telephone.", Audience.Professionals));
        var entry = given.Case.Version;
        given.By(Grace).Decided(
            c => InformationRule.Correct(c, Grace, entry, "PLANTED for the police.", Audience.Only(Agency.Health, Agency.Police)));

        given.When(c => InformationRule.Correct(c, Priya, entry, "PLANTED for the police.", Audience.Only(Agency.Health)))
            .Then(new EntryGone());
    }

    [Fact]
    public void An_entry_is_withdrawn_once_and_its_words_stay_in_the_record()
    {
        var given = Written("Wrong child.", Grace, Audience.Professionals);
        var entry = given.Case.Version;

        given.By(Grace).Decided(c => InformationRule.Withdraw(c, Grace, [entry, entry]));

        Assert.Empty(given.Case.Meeting.Assessment.Information);
        Assert.Contains(given.Entries, e => e.Fact is InformationGiven { Text: "Wrong child." });
        given.When(c => InformationRule.Withdraw(c, Grace, [entry])).ThenNothingNew();
    }

    [Fact]
    public void What_is_written_after_the_end_is_late()
    {
        var given = Written("In time.", Grace, Audience.Professionals).At("2026-11-25 15:05")
            .Fact(new MeetingEnded(Via.Chair) { Meeting = FirstMeeting });

        given.At("2026-11-25 15:40").By(Sam).Decided(c => InformationRule.Give(c, Sam, Sam, "Found since.", Audience.Professionals));

        Assert.Equal([false, true], given.Case.Meeting.Assessment.Information.Select(item => InformationRule.IsLate(given.Case, item)));
    }

    [Fact]
    public void A_core_agency_is_missing_until_it_writes_or_its_absence_has_a_reason()
    {
        var given = AConvenedCase();
        Assert.Equal([Agency.SocialCare, Agency.Police, Agency.Health], InformationRule.Missing(given.Case));

        given.By(Tom).Decided(c => InformationRule.Give(c, Tom, Tom, "Known since May.", Audience.Professionals))
            .Fact(new QuorumGapExplained(Agency.Police, "No officer free.", "Duty desk", "Telephone") { Meeting = FirstMeeting })
            .Fact(new WrittenUpdateGiven(Grace.Id, "Sent in writing.") { Meeting = FirstMeeting });

        Assert.Empty(InformationRule.Missing(given.Case));
    }

    private static Given Written(string text, Participant author, Audience audience) =>
        AConvenedCase().At("2026-11-25 14:10").By(author).Decided(c => InformationRule.Give(c, author, author, text, audience));
}
