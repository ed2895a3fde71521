using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Deputising;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Deputising;

/// <summary>Leave, sickness, another worker (15.7): a child protection plan since Mon 21 Dec 2026, whose social worker is Tom.</summary>
public sealed class DeputyTests
{
    private static readonly DateOnly Today = new(2026, 12, 22);

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var given = Made();
        Saying(given, new(null, null), "Choose whose part it is.", "Say who takes it over.",
            "Say what they need to know.");
        Saying(given, new(Tom.Id.Value, Tom.Id.Value, Words: "All."), "That is the same person. Choose somebody else.");
        Saying(given, new(Tom.Id.Value, null, "Una Pike", "una", Words: "All."),
            "That is not a mail address. They are told by it.");
        Saying(given, new(Tom.Id.Value, null, "Sam", Sam.Mail, Words: "All."),
            "That is somebody of another agency. Choose one of your own people.");
        Saying(given, To(Priya, "2026-12-21"), "That day is over.");
        Saying(given, To(Priya, "2026-12-28", "2026-12-24"), "That is before the first day.");
        Saying(given, To(Priya, "2026-12-22", "2028-01-01"), "That is more than a year. Leave it out if it is for good.");
    }

    /// <summary>Their own place, and whoever leads the case everybody's.</summary>
    [Fact]
    public void Nobody_gives_away_anothers_place()
    {
        var given = Made();
        given.By(Tom).When(c => DeputyRule.Say(c, Tom, To(Tom, null) with { Whom = Priya.Id.Value }, Today)).Then(new NotYourPart());
        given.By(Sam).When(c => DeputyRule.Say(c, Sam, To(Priya, null), Today)).Then(new NotYourPart());
        Assert.Single(given.By(Tom).When(c => DeputyRule.Say(c, Tom, To(Priya, null), Today)).Facts.OfType<DeputySaid>());
        Assert.Single(given.By(Priya).When(c => DeputyRule.Say(c, Priya, To(Priya, null), Today)).Facts.OfType<DeputySaid>());
    }

    [Fact]
    public void Somebody_who_is_not_on_the_case_comes_on_with_what_goes_along()
    {
        var given = Made().By(Tom).Decided(c => DeputyRule.Say(
            c, Tom, new(Tom.Id.Value, null, "Una Pike", "una.pike@council.example", Words: "The school rings on Fridays."), Today));
        var una = given.Case.Participants.Single(person => person.Name == "Una Pike");
        Assert.Contains(Role.SocialWorker, una.Roles);
        Assert.Equal(Tom.Id, una.DeputyFor);
        // The same again writes nothing.
        given.When(c => DeputyRule.Say(c, Tom,
            new(Tom.Id.Value, null, "Una Pike", "una.pike@council.example", Words: "The school rings on Fridays."), Today))
            .ThenNothingNew();
    }

    /// <summary>Core group 1 is due on Thu 7 Jan 2027, and its social worker is told on the working day after.</summary>
    [Fact]
    public void While_they_are_away_the_deputy_is_told_and_from_the_day_after_they_are_again()
    {
        var given = Deputised("2027-01-04", "2027-01-08");
        Assert.Equal(Priya.Id, At(given, "2027-01-08 08:45"));
        Assert.Equal(Tom.Id, At(Deputised("2027-01-04", "2027-01-07"), "2027-01-08 08:45"));
        Assert.Equal(Tom.Id, At(Deputised("2027-01-11", null), "2027-01-08 08:45"));
        Assert.Equal(Priya.Id, At(Deputised("2027-01-04", null), "2027-01-08 08:45"));
        Assert.Equal(Tom.Id, At(given.By(Priya).Decided(c => DeputyRule.End(c, Priya, Tom.Id.Value)), "2027-01-08 08:45"));
    }

    [Fact]
    public void A_deputy_who_is_away_too_has_one_and_nobodys_place_goes_round()
    {
        var given = Deputised("2027-01-04", null).By(Priya)
            .Decided(c => DeputyRule.Say(c, Priya, new(Priya.Id.Value, Helen.Id.Value, Words: "Leave."), Today));
        Assert.Equal(Helen.Id, At(given, "2027-01-08 08:45"));
        Saying(given, new(Helen.Id.Value, Tom.Id.Value, Words: "Leave."),
            "Theirs would come back to the same person. Choose somebody else.");
    }

    [Fact]
    public void Whoever_is_asked_is_told_what_is_open_and_not_what_they_need_to_know()
    {
        var given = Deputised("2027-01-04", "2027-01-08", by: Tom);
        var owed = Assert.Single(TellDeputyDuty.Owes(given.Case));
        Assert.Equal((Priya.Id, Tom.Id), (owed.To, owed.About));
        var card = CardJson.Write(TellDeputyDuty.Card(given.Case, given.Case.Deputies[Tom.Id], Program.Phases, Words));
        Assert.Contains("You take over the part of Tom Okafor from Mon 4 Jan 2027 to Fri 8 Jan 2027.", card, StringComparison.Ordinal);
        Assert.Contains("- each core group", card, StringComparison.Ordinal);
        Assert.DoesNotContain("rings on Fridays", card, StringComparison.Ordinal);
        // Who said it themselves knows.
        Assert.Empty(TellDeputyDuty.Owes(Deputised("2027-01-04", null, by: Priya).Case));
    }

    [Fact]
    public void Not_taken_on_it_climbs_from_its_first_morning_until_they_say_that_they_have_it()
    {
        var given = Deputised("2027-01-04", "2027-01-08", by: Tom);
        var running = Assert.Single(DeputyClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2027-01-04 08:45"), Priya.Id), (running.EndsAt, running.Owners.Single()));
        Assert.Equal("Priya Nair is to take over the part of Tom Okafor from Mon 4 Jan 2027 to Fri 8 Jan 2027, and has not said so.",
            DeputyClock.Tell(given.Case, running, default, given.Now, Words));
        Assert.Equal(Dates.Local("2026-12-22 12:00"), Assert.Single(DeputyClock.Runs(Deputised("2026-12-22", null, by: Tom).Case)).EndsAt);
        given.By(Tom).When(c => DeputyRule.Accept(c, Tom, Tom.Id.Value)).Then(new NotYourPart());
        given.By(Priya).Decided(c => DeputyRule.Accept(c, Priya, Tom.Id.Value));
        Assert.Empty(DeputyClock.Runs(given.Case));
        given.When(c => DeputyRule.Accept(c, Priya, Tom.Id.Value)).ThenNothingNew();
    }

    [Fact]
    public void Both_hear_the_working_morning_after_the_last_day_or_when_it_is_ended_before()
    {
        var owed = TellBackDuty.Owes(Deputised("2027-01-04", "2027-01-08").Case).ToList();
        Assert.Equal([Tom.Id, Priya.Id], owed.Select(one => one.To!.Value));
        Assert.All(owed, one => Assert.Equal(Dates.Local("2027-01-11 08:45"), one.DueAt));
        Assert.Empty(TellBackDuty.Owes(Deputised("2027-01-04", null).Case));

        var ended = Deputised("2027-01-04", null).At("2027-01-06 10:00").By(Tom).Decided(c => DeputyRule.End(c, Tom, Tom.Id.Value));
        var one = Assert.Single(TellBackDuty.Owes(ended.Case));
        Assert.Equal((Priya.Id, Dates.Local("2027-01-06 10:00")), (one.To!.Value, one.DueAt));
        ended.When(c => DeputyRule.End(c, Tom, Tom.Id.Value)).ThenNothingNew();
    }

    /// <summary>Priya chairs and is no social worker; Una is on the case by this alone.</summary>
    [Fact]
    public void What_they_are_by_the_place_alone_goes_back_with_it()
    {
        var given = Deputised("2027-01-04", null);
        Assert.Contains(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
        var before = Made().Case.Find(Priya.Id)!;
        given.By(Tom).Decided(c => DeputyRule.End(c, Tom, Tom.Id.Value));
        Assert.Equal((before.Roles, before.DeputyFor), (given.Case.Find(Priya.Id)!.Roles, given.Case.Find(Priya.Id)!.DeputyFor));
        Assert.Contains(Role.SocialWorker, given.Case.Find(Tom.Id)!.Roles);

        var una = Made().By(Tom).Decided(c => DeputyRule.Say(
            c, Tom, new(Tom.Id.Value, null, "Una Pike", "una.pike@council.example", Words: "The school rings on Fridays."), Today));
        una.Decided(c => DeputyRule.End(c, Tom, Tom.Id.Value));
        var gone = una.Case.Participants.Single(person => person.Name == "Una Pike");
        Assert.Empty(gone.Roles);
        Assert.False(una.Case.IsOpenTo(gone));
        Assert.Contains(TellBackDuty.Owes(una.Case), owed => owed.To == gone.Id);
    }

    [Fact]
    public void Who_has_two_places_keeps_what_the_other_gives()
    {
        var given = Deputised("2027-01-04", null);
        var nina = Tom with { Id = new("person-40"), Name = "Nina Holt", Mail = "nina@council.example", Person = null, ChannelId = null };
        given.Fact(new ParticipantAdded(nina) { Meeting = FirstMeeting }).By(Priya).Decided(c => DeputyRule.Say(
            c, Priya, new(nina.Id.Value, Priya.Id.Value, Words: "Leave."), Today));
        given.Decided(c => DeputyRule.End(c, Priya, Tom.Id.Value));
        Assert.Contains(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
        given.Decided(c => DeputyRule.End(c, Priya, nina.Id.Value));
        Assert.DoesNotContain(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
    }

    [Fact]
    public void Another_in_their_place_leaves_them_nothing_of_it()
    {
        var given = Deputised("2027-01-04", null).Decided(c => DeputyRule.Say(c, Priya, To(Helen, "2027-01-04"), Today));
        Assert.DoesNotContain(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
        Assert.Contains(Role.SocialWorker, given.Case.Find(Helen.Id)!.Roles);
    }

    /// <summary>Nobody presses anything: from the first minute after the last day, once.</summary>
    [Fact]
    public async Task After_the_last_day_it_goes_back_by_itself()
    {
        Assert.Empty(GiveBackDuty.Owes(Deputised("2027-01-04", null).Case));
        var given = Deputised("2027-01-04", "2027-01-08");
        var owed = Assert.Single(GiveBackDuty.Owes(given.Case));
        Assert.Equal(Dates.Local("2027-01-09 00:00"), owed.DueAt);
        var cases = new RecordedCases();
        await cases.HaveAsync(given);
        await new GiveBackDuty(cases.Clerk).PerformAsync(given.Case, owed, new Attempt(1, false), default);
        await new GiveBackDuty(cases.Clerk).PerformAsync(given.Case, owed, new Attempt(2, true), default);
        var now = await cases.Clerk.LoadAsync(Id, default);
        Assert.Equal(given.Case.Version + 1, now.Version);
        Assert.DoesNotContain(Role.SocialWorker, now.Find(Priya.Id)!.Roles);
    }

    /// <summary>What whoever is away agreed to do is theirs to answer, and they are reminded of it.</summary>
    [Fact]
    public void Their_actions_come_along()
    {
        var given = AConvenedCase().At("2026-12-22 10:00").Fact(new ActionAgreed(
            new("action-1"), ActionKind.Action, "Ring the school.", Tom.Id, Dates.Local("2027-01-07 12:00"), "", "")
        { Meeting = FirstMeeting });
        given.Fact(new ImmediatePlanAgreed() { Meeting = FirstMeeting });
        Assert.All(RemindOwnerDuty.Owes(given.Case), one => Assert.Equal(Tom.Id, one.To));
        given.By(Priya).Decided(c => DeputyRule.Say(c, Priya, To(Helen, "2027-01-04"), Today));
        Assert.All(RemindOwnerDuty.Owes(given.Case), one => Assert.Equal(Helen.Id, one.To));
        Assert.Single(ActionAnswerRule.Of(given.Case, given.Case.Find(Helen.Id)!));
        Assert.Contains("- 1 action", DeputyPage.Open(given.Case, Program.Phases, Tom.Id));
    }

    [Fact]
    public void It_stands_in_the_status_of_the_authoritys_people_alone()
    {
        var given = Deputised("2027-01-04", "2027-01-08", by: Tom);
        Assert.Equal("Priya Nair takes over the part of Tom Okafor from Mon 4 Jan 2027 to Fri 8 Jan 2027, and has not said so yet.",
            Assert.Single(DeputisingHub.Status(given.SeenBy(Tom), given.Now)).Text);
        Assert.Empty(DeputisingHub.Status(given.SeenBy(Sam), given.Now));
        Assert.Empty(DeputisingHub.Status(given.SeenBy(Tom), Dates.Local("2027-01-09 09:00")));
        Assert.Equal("", given.SeenBy(Sam).Case.Deputies[Tom.Id].Said.Fact.Words);
    }

    [Fact]
    public async Task In_the_dialog_it_is_handed_over_taken_on_and_given_back()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Made());
        host.Clock.Advance(Dates.Local("2026-12-22 10:00") - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Tom, DeputyPlacePart.Button(await CaseAsync(host), Tom.Id));
        Assert.Contains("- each core group", form.Text, StringComparison.Ordinal);
        var refused = await form.PressAsync("Hand it over", ("deputy", Priya.Id.Value), ("words", ""));
        Assert.Contains("Say what they need to know.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Priya.Id.Value, refused.Value("deputy"));
        var saved = await refused.PressAsync("Hand it over", ("deputy", Priya.Id.Value), ("until", "2027-01-08"),
            ("words", "The school rings on Fridays."));
        Assert.Contains("Priya Nair takes it over from Tue 22 Dec 2026 to Fri 8 Jan 2027, is told, and is asked to say so", saved.Text,
            StringComparison.Ordinal);

        var have = await host.OpenAsync(Priya, DeputyPage.Button(await CaseAsync(host), (await CaseAsync(host)).Deputies[Tom.Id]));
        Assert.Contains("The school rings on Fridays.", have.Text, StringComparison.Ordinal);
        Assert.Contains("it is yours", (await have.PressAsync("I take it over")).Text, StringComparison.Ordinal);
        Assert.NotNull((await CaseAsync(host)).Deputies[Tom.Id].Accepted);
        Assert.Contains("it goes back", (await have.PressAsync("It goes back")).Text, StringComparison.Ordinal);
        Assert.False((await CaseAsync(host)).Deputies[Tom.Id].Stands);
    }

    private static Given Made() => AProtectionPlan.Made().At("2026-12-22 10:00");

    private static DeputyTyped To(Participant deputy, string? from, string? until = null) => new(
        Tom.Id.Value, deputy.Id.Value, From: from is null ? null : DateOnly.Parse(from, null),
        Until: until is null ? null : DateOnly.Parse(until, null), Words: "The school rings on Fridays.");

    private static Given Deputised(string from, string? until, Participant? by = null) => Made().By(by ?? Priya)
        .Decided(c => DeputyRule.Say(c, by ?? Priya, To(Priya, from, until), Today));

    /// <summary>Who is told of core group 1 once its limit has passed.</summary>
    private static ParticipantId At(Given given, string at) => Assert.Single(ClockDuty<CoreGroupClock>.Owes(given.Case),
        owed => owed.DueAt == Dates.Local(at) && owed.About.Step == ClockStep.At).To!.Value;

    private static void Saying(Given given, DeputyTyped typed, params IReadOnlyList<string> sentences) => Assert.Equal(
        string.Join(' ', sentences), Assert.IsType<Decision.Refused>(
            given.By(Priya).When(c => DeputyRule.Say(c, Priya, typed, Today)).Decision).Because.Say(Words));

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);
}
