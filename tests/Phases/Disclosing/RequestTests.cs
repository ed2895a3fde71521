using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Disclosing;
using StrategyBot.Phases.Keeping;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Disclosing;

/// <summary>Somebody asks for the record of Ash's and Bo's case on Wed 25 Nov 2026 (P19, P41).</summary>
public sealed class RequestTests
{
    private static readonly DateTimeOffset Today = Dates.Local("2026-11-27 09:00");

    private static readonly AdultId Jade = new("adult-1");

    [Fact]
    public void A_subject_is_answered_within_a_month_or_on_the_next_working_day()
    {
        // Christmas Day, a weekend, and Boxing Day's substitute.
        Assert.Equal(new DateOnly(2026, 12, 29), UntilOf(Asked(Subject() with { Day = new(2026, 11, 25) })));
        Assert.Equal(new DateOnly(2026, 12, 23), UntilOf(Asked(Subject() with { Day = new(2026, 11, 23) })));
        // No 31st of February, and the 28th is a Sunday.
        Assert.Equal(new DateOnly(2027, 3, 1), UntilOf(Asked(Subject() with { Day = new(2027, 1, 31) }, "2027-01-31 10:00")));
        var longer = Asked(Subject() with { Day = new(2026, 11, 25) })
            .Decided(c => RequestRule.Extend(c, new(Id.Value, Request(c), "Four files, and a court."), Today, Words));
        Assert.Equal(new DateOnly(2027, 2, 25), UntilOf(longer));
        Assert.Equal("Request 1, for what is held about them: by Thu 25 Feb 2027.",
            RequestLines.Head(longer.Case, longer.Case.Keeping.Requests.Single(), Words));
    }

    [Fact]
    public void Police_and_courts_say_by_when_themselves_or_nobody_does()
    {
        Assert.Equal(new DateOnly(2026, 12, 4), UntilOf(Asked(Police() with { By = new(2026, 12, 4) })));
        Assert.Null(UntilOf(Asked(Police())));
        Assert.Empty(RequestClock.Runs(Asked(Police()).Case));
        // A day that was typed for a subject doesn't count: the law has one.
        Assert.Null(Asked(Subject() with { By = new(2026, 12, 1) }).Case.Keeping.Requests.Single().Said.Fact.By);
        Assert.Equal(new DateOnly(2026, 12, 29), UntilOf(Asked(Subject() with { By = new(2026, 12, 1) })));
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Refused(new(Id.Value), "Choose who asks.", "Say who asks.", "Say what they ask for, and under which number.");
        Refused(Subject() with { Whose = null }, "Choose whose data they ask for.");
        Refused(Subject() with { Whose = "child-9" }, "Choose whose data they ask for.");
        Refused(Subject() with { Day = new(2026, 11, 28) }, "That day lies ahead.");
        Refused(Police() with { By = new(2026, 11, 24), Day = new(2026, 11, 25) }, "That is before they asked.");
        Asked(Police()).When(c => RequestRule.Ask(c, Police(), Today, Words)).ThenNothingNew();
    }

    [Fact]
    public void A_month_is_made_longer_once_and_only_a_subjects_and_only_within_it()
    {
        var police = Asked(Police());
        Says(police, c => RequestRule.Extend(c, new(Id.Value, Request(c), "Long."), Today, Words),
            "Only a month that a child or an adult waits can be longer.");
        var subject = Asked(Subject());
        Says(subject, c => RequestRule.Extend(c, new(Id.Value, Request(c)), Today, Words), "Say why it takes longer, as they were told.");
        Says(subject, c => RequestRule.Extend(c, new(Id.Value, Request(c), "Long."), Dates.Local("2026-12-30 09:00"), Words),
            "The month is over: they had to be told within it.");
        subject.Decided(c => RequestRule.Extend(c, new(Id.Value, Request(c), "Long."), Today, Words));
        subject.When(c => RequestRule.Extend(c, new(Id.Value, Request(c), "Long."), Today, Words)).ThenNothingNew();
    }

    [Fact]
    public void It_climbs_until_it_is_written_down_what_was_given()
    {
        var given = Asked(Subject());
        var running = Assert.Single(RequestClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-29 08:45"), Helen.Id), (running.EndsAt, Assert.Single(running.Owners)));
        Assert.Equal([Dates.Local("2026-12-15 08:45"), Dates.Local("2026-12-24 08:45"), Dates.Local("2026-12-28 08:45")], running.Before);
        Assert.Equal("Request 1, for what is held about them: by Tue 29 Dec 2026. That day has come.",
            RequestClock.Tell(given.Case, running, ClockStep.After, Today, Words));
        Assert.Equal(["Somebody asked for the record, and is not answered."],
            RetentionRule.Of(Ended(given).Case)!.Keeps.Where(why => why.Contains("asked", StringComparison.Ordinal)));

        Says(given, c => RequestRule.Close(c, new(Id.Value, Request(c)), Today, Words),
            "Say whether it was given.", "Say to whom, and how.");
        Says(given, c => RequestRule.Close(c, new(Id.Value, Request(c), YesNo.No), Today, Words),
            "Say why nothing was given, as they were told.");
        Says(given, c => RequestRule.Close(c, new(Id.Value, Request(c), YesNo.Yes, new(2026, 11, 24), "By hand."), Today, Words),
            "That is before they asked.");
        given.Decided(c => RequestRule.Close(c, new(Id.Value, Request(c), YesNo.Yes, null, "By hand, to Jade."), Today, Words));
        Assert.Empty(RequestClock.Runs(given.Case));
        Assert.Equal("Request 1, for what is held about them: given, Fri 27 Nov 2026.",
            RequestLines.Head(given.Case, given.Case.Keeping.Requests.Single(), Words));
        Assert.DoesNotContain(RetentionRule.Of(Ended(given).Case)!.Keeps, why => why.Contains("asked", StringComparison.Ordinal));
    }

    [Fact]
    public void Whose_words_stand_on_the_case_is_asked_with_a_day_and_told_nothing_of_who_asks()
    {
        var given = Asked(Police());
        Assert.Equal([Agency.Police, Agency.Health], RequestRule.Owners(given.Case, given.Entries));
        Says(given, c => Ask(c, given, new(Id.Value, Request(c))), "Tick who is asked.", "Say by when they answer.");
        Says(given, c => Ask(c, given, new(Id.Value, Request(c), "health", new(2026, 11, 26))), "That day has passed.");
        // No words of theirs stand there.
        Says(given, c => Ask(c, given, new(Id.Value, Request(c), "school", new(2026, 12, 1))), "Tick who is asked.");

        given.Decided(c => Ask(c, given, new(Id.Value, Request(c), "health", new(2026, 12, 1))));
        given.When(c => Ask(c, given, new(Id.Value, Request(c), "health", new(2026, 12, 1)))).ThenNothingNew();

        var owed = Assert.Single(TellAgencyDuty.Owes(given.Case));
        Assert.Equal((Grace.Id, Dates.Local("2026-12-02 00:00")), (owed.To!.Value, owed.LapsesAt));
        var card = CardJson.Write(TellAgencyDuty.Card(given.Case, given.Case.Keeping.Requests[0], Grace, Words));
        Assert.DoesNotContain("Marlow", card, StringComparison.Ordinal);
        Assert.Contains("Tue 1 Dec 2026", card, StringComparison.Ordinal);
        Assert.Single(AgencyWordsPart.For(given.Case, Grace));
        Assert.Empty(AgencyWordsPart.For(given.Case, Sam));
        Assert.Equal(["Police: not asked.", "Health: asked, by Tue 1 Dec 2026."], Lines(given, new(2026, 12, 1)));
    }

    /// <summary>Silence stops nothing, and a no binds nobody: the authority decides, and says why.</summary>
    [Fact]
    public void The_authority_decides_on_each_agencys_words_with_or_without_its_answer()
    {
        var given = Asked(Police());
        given.Decided(c => Ask(c, given, new(Id.Value, Request(c), "police,health", new(2026, 12, 1))));
        Assert.Equal("Health: no answer by Tue 1 Dec 2026. You decide without it.", Lines(given, new(2026, 12, 2))[1]);
        Says(given, c => RequestRule.Answer(c, Grace, new(Id.Value, Request(c))), "Choose one.");
        Says(given, c => RequestRule.Answer(c, Grace, new(Id.Value, Request(c), YesNo.No)), "Say which words, and why not.");
        given.By(Grace).Decided(c => RequestRule.Answer(c, Grace, new(Id.Value, Request(c), YesNo.No, "The mother does not know of it.")));
        Assert.Equal("Health: not all may be given, they say. You decide.", Lines(given, new(2026, 12, 1))[1]);

        given.By(Helen);
        var entry = DisclosedWords.Of(given.Case, given.Entries, Agency.Health)[0];
        DecideWordsPart.Form Health(GivenWords? much, string? leftOut = null, string? why = null) =>
            new(Id.Value, Request(given.Case), "health", much, leftOut, why);
        Says(given, c => Decide(c, given, Health(null)), "Choose one.", "Say why.");
        // Against what they say: that needs a reason.
        Says(given, c => Decide(c, given, Health(GivenWords.All)), "Say why.");
        Says(given, c => Decide(c, given, Health(GivenWords.AllBut, null, "Harm.")), "Tick what is left out.");
        Says(given, c => Decide(c, given, Health(GivenWords.All, DisclosedWords.IdOf(entry), "Harm.")),
            "You ticked words: choose “All but those ticked below”.");
        Says(given, c => Decide(c, given, new(Id.Value, Request(c), "school", GivenWords.All)), "That agency has no words on this case.");
        given.Decided(c => Decide(c, given, Health(GivenWords.AllBut, DisclosedWords.IdOf(entry), "Serious harm to somebody")));
        given.Decided(c => Decide(c, given, new(Id.Value, Request(c), "police", GivenWords.All)));

        Assert.Equal(["Police: decided, all their words.", "Health: decided, all but some of their words."],
            Lines(given, new(2026, 12, 1)));
        var words = DisclosedWords.Of(given.Case, given.Entries, given.Case.Keeping.Requests.Single());
        Assert.Equal("Serious harm to somebody", words.Single(one => one.Entry.Seq == entry.Seq).Why);
        Assert.All(words.Where(one => one.Owner == Agency.Police), one => Assert.Equal("", one.Why));
    }

    private static Given TwoChildren() => AConvenedCase(children: 2)
        .Fact(new AdultNamed(Jade, new("Jade Marlow", "", null, "mother", "1 Mill Lane")))
        .Fact(new ParticipantAdded(Helen with { Roles = [.. Helen.Roles, Role.InformationGovernance] }) { Meeting = FirstMeeting })
        .By(Sam).At("2026-11-25 13:00").Fact(
            new InformationGiven(Sam.Id, Agency.Police, "Jade said that Bo fell.", 1) { Meeting = FirstMeeting })
        .By(Grace).Fact(new InformationGiven(Grace.Id, Agency.Health, "A fracture of the arm.", 2) { Meeting = FirstMeeting });

    internal static Given Asked(AskedForPart.Form typed, string at = "2026-11-27 09:00") => TwoChildren().By(Helen).At(at)
        .Decided(c => RequestRule.Ask(c, typed, Dates.Local(at), Words));

    internal static AskedForPart.Form Subject() =>
        new(Id.Value, WhoAsks.Subject, Jade.Value, "Jade Marlow, by her solicitor", "All of it, ref 12", new(2026, 11, 25));

    internal static AskedForPart.Form Police() =>
        new(Id.Value, WhoAsks.Police, null, "DC Ward, Northgate Police", "R v Marlow, 44/26", new(2026, 11, 25));

    internal static int Request(Case @case) => @case.Keeping.Requests[^1].Said.Seq;

    private static DateOnly? UntilOf(Given given) => RequestRule.Until(given.Case, given.Case.Keeping.Requests.Single());

    private static List<string> Lines(Given given, DateOnly today) => [.. RequestLines.Agencies(given.Case.Keeping.Requests.Single(),
        RequestRule.Owners(given.Case, given.Entries), today, Words)];

    private static Decision Ask(Case @case, Given given, AskAgenciesPart.Form typed) =>
        RequestRule.AskAgencies(@case, given.Entries, typed, Today, Words);

    internal static Decision Decide(Case @case, Given given, DecideWordsPart.Form typed) => RequestRule.Decide(@case, given.Entries, typed);

    private static Given Ended(Given given)
    {
        var ended = new Given();
        foreach (var entry in given.Entries)
        {
            ended.By(given.Case.Find(entry.By)!).Fact(entry.Fact);
        }

        return ended.Fact(new CaseEnded(CaseEndCause.NoLongerAtRisk, "Safe.", "", YesNo.No, ""));
    }

    private static void Refused(AskedForPart.Form typed, params string[] says) =>
        Says(TwoChildren(), c => RequestRule.Ask(c, typed, Today, Words), says);

    private static void Says(Given given, Func<Case, Decision> rule, params string[] says) =>
        Assert.Equal(string.Join(' ', says), Assert.IsType<Decision.Refused>(rule(given.Case)).Because.Say(Words));
}
