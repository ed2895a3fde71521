using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Holding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>P36: a discussion by telephone at night is on the record by at most eight taps and three texts.</summary>
public sealed class NightTests : IDisposable
{
    private const int MostTaps = 8, MostTexts = 3;

    private readonly PartHost host = new(PartHost.FakeOutside);

    private int taps;
    private int texts;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task It_is_on_the_record_by_eight_taps_and_three_texts_at_most()
    {
        await host.Cases.HaveAsync(Begun.ACase(urgent: null));
        host.Clock.Advance(Dates.Local("2026-11-25 23:31") - host.Clock.GetUtcNow());

        var urgent = await host.OpenAsync(Priya, Step.Urgent.Button(await CaseAsync()));
        var now = await TapAsync(urgent, "Save and go on", ("which", "serious-injury"));
        var night = await TapAsync(now, "By telephone, in short");
        Assert.True(night.Inputs.Count <= 6, string.Join(' ', night.Inputs.Select(input => input.Id)));
        var check = await TapAsync(night, "Save and go on", ("name", "Ash Lindley"), ("where", "Ward 4, with the nurses"),
            ("happened", "A broken arm that nobody can explain."), ("whatNow", "The ward keeps Ash. Sam sees the home tonight."));
        Assert.Contains("Nobody is invited yet.", check.Text);
        await TapAsync(check, "Call the meeting and invite");

        var @case = await CaseAsync();
        Assert.Equal((true, true), (@case.Meeting.IsConvened, @case.HappenedAlready));
        Assert.Null(MeetingDue.Missed(@case));
        Assert.Equal("Ward 4, with the nurses", Assert.Single(@case.Children).Now!.Fact.Where);
        Assert.Equal("A broken arm that nobody can explain.", @case.Circumstances!.Reason);
        Assert.Contains(MinutesDraft.Of(@case),
            paragraph => paragraph.Text.Contains("Sam sees the home tonight.", StringComparison.Ordinal));
        // The name is of the family's data.
        Assert.Equal((5, 3), (taps, texts - 1));
        Assert.True(taps <= MostTaps && texts - 1 <= MostTexts);
    }

    [Fact]
    public async Task Each_of_the_three_is_asked_and_what_was_said_before_stays()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var night = await host.OpenAsync(Priya, NightPart.Id.Button("", new NightPart.Form(Id.Value)));

        var refused = await night.PressAsync("Save and go on", ("happened", ""));
        Assert.Contains("Say where the child is, or that it isn't known.", refused.Text);
        Assert.Contains("Say what is done now.", refused.Text);

        await night.PressAsync("Save and go on", ("where", "Home"), ("whatNow", "A visit at eight."), ("mode", "phone"));
        var @case = await CaseAsync();
        Assert.Equal((Dates.Local("2026-11-24 15:00"), MeetingMode.Phone),
            (@case.Circumstances!.ConcernIdentifiedAt, @case.Circumstances.Mode));
        Assert.Equal("A bruise that nobody can explain.", @case.Circumstances.Reason);
        var version = @case.Version;
        await (await host.OpenAsync(Priya, NightPart.Id.Button("", new NightPart.Form(Id.Value)))).PressAsync("Save and go on");
        Assert.Equal(version, (await CaseAsync()).Version);
    }

    [Theory]
    [InlineData("2026-11-28 23:31", "2026-11-29 08:00")]
    [InlineData("2026-11-29 02:10", "2026-11-29 08:00")]
    [InlineData("2026-11-30 14:00", "2026-11-30 14:05")]
    public void Whoever_took_part_is_asked_whether_it_is_what_they_said_at_eight_where_it_was_night(string called, string asked)
    {
        var given = Night(called);

        var owed = AskSaidDuty.Owes(given.Case).ToList();

        Assert.Equal([Sam.Id, Grace.Id], owed.Select(one => one.To!.Value));
        Assert.All(owed, one => Assert.Equal(Dates.Local(asked), one.DueAt));
        Assert.DoesNotContain("arm", CardJson.Write(AskSaidDuty.Card(given.Case)), StringComparison.Ordinal);
        // Whoever has said so is asked no more.
        given.By(Sam).Decided(c => ReadBackRule.Answer(c, Sam, agreed: true, ""));
        Assert.Equal([Grace.Id], AskSaidDuty.Owes(given.Case).Select(one => one.To!.Value));
    }

    [Fact]
    public void What_was_written_down_at_night_stands_in_what_is_asked_for_those_whom_it_names()
    {
        var given = Night("2026-11-28 23:31");
        string Read(Participant reader) => CardJson.Write(PartHost.Open(
            new ReadBackPart(), given.SeenBy(reader), new ReadBackPart.Form(Id.Value), given.Now));

        Assert.Contains("A broken arm.", Read(Sam), StringComparison.Ordinal);
        Assert.Contains("The ward keeps Ash.", Read(Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("The ward keeps Ash.", Read(Grace), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_in_Teams_is_read_back_in_the_meeting_alone() =>
        Assert.Empty(AskSaidDuty.Owes(AConvenedCase().At("2026-11-28 23:31").Fact(
            new MeetingStarted(Via.Chair) { Meeting = FirstMeeting }, new MeetingEnded(Via.Chair) { Meeting = FirstMeeting }).Case));

    [Fact]
    public async Task When_it_happened_is_kept_apart_from_when_it_was_typed()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        host.Clock.Advance(Dates.Local("2026-11-26 00:20") - host.Clock.GetUtcNow());
        var night = await host.OpenAsync(Priya, NightPart.Id.Button("", new NightPart.Form(Id.Value)));
        await night.PressAsync("Save and go on", ("where", "Home"), ("whatNow", "A visit at eight."), ("at", "23:10"));

        var planned = (await CaseAsync()).Meeting.Room.Planned!;
        Assert.Equal((Dates.Local("2026-11-25 23:10"), Dates.Local("2026-11-25 23:40")), (planned.StartsAt, planned.EndsAt));
        Assert.Equal(Dates.Local("2026-11-26 00:20"), (await CaseAsync()).WhatNow!.At);
        // Put right, it is as long as it was.
        await (await host.OpenAsync(Priya, NightPart.Id.Button("", new NightPart.Form(Id.Value))))
            .PressAsync("Save and go on", ("at", "00:05"));
        Assert.Equal(Dates.Local("2026-11-26 00:05"), (await CaseAsync()).Meeting.Room.Planned!.StartsAt);
    }

    [Fact]
    public void Who_is_on_duty_is_sent_a_link_by_name_and_address_and_another_takes_it_from_them()
    {
        var given = Begun.ACase();
        Assert.Equal(["name", "mail"], given.When(c => NightRule.Send(c, " ", "nowhere")).Refused<Several>().All.Select(why => why.Field));
        given.When(c => NightRule.Send(c, "Somebody else", Helen.Mail)).Refused<CannotBe>();

        given.Decided(c => NightRule.Send(c, " Kim Doyle ", "kim.doyle@nextcounty.example"));
        var kim = Assert.Single(OutOfHoursDesk.On(given.Case));
        Assert.Equal(("Kim Doyle", "Emergency duty team", "01632 960900"), (kim.Name, kim.JobTitle, kim.Phone));
        Assert.False(kim.IsInvited);
        Assert.Equal([kim.Id], SendLinkDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        // Pressed twice it is one letter.
        given.When(c => NightRule.Send(c, "Kim Doyle", "kim.doyle@nextcounty.example")).ThenNothingNew();

        given.Decided(c => NightRule.Send(c, "Lee Marsh", "lee.marsh@nextcounty.example"));
        Assert.Equal("Lee Marsh", Assert.Single(OutOfHoursDesk.On(given.Case)).Name);
        Assert.False(given.Case.IsOpenTo(given.Case.Find(kim.Id)!));
    }

    [Fact]
    public void Where_the_procedure_says_the_teams_mailbox_only_its_own_addresses_are_taken()
    {
        var team = ProcedureProfiles.Default.OutOfHours with { Mail = "edt@nextcounty.example" };
        var profile = ProcedureProfiles.Default with { OutOfHours = team };
        var given = new Given().Fact([.. UrgencyRule.Open(Id, "Heron", profile, BankHolidays.Newest.Version, Priya, new(null, [], ""))
            .Match(facts => facts, _ => [])]);

        Assert.Equal("mail", given.When(c => NightRule.Send(c, "Kim Doyle", "kim@elsewhere.example")).Refused<CannotBe>().Field);
        Assert.Equal("mail", given.When(c => NightRule.Send(c, "Kim Doyle", "edt@nextcounty.example")).Refused<CannotBe>().Field);
        given.Decided(c => NightRule.Send(c, "Kim Doyle", "kim@nextcounty.example"));
    }

    [Fact]
    public void Whoever_writes_it_down_at_night_held_it_and_the_day_answers_for_its_record()
    {
        var given = Begun.ACase().Decided(c => NightRule.Send(c, "Kim Doyle", "kim.doyle@nextcounty.example"));
        var id = Assert.Single(OutOfHoursDesk.On(given.Case)).Id;
        var known = new PersonRecognised(id, PersonId.Behind(new(Id, id)), "");
        given.Fact(known);
        Participant Kim() => given.Case.Find(id)!;
        Assert.Equal(["convening/night"], ConveningHub.Entries(new(given.Case, Kim(), given.Case), given.Now).Select(entry => entry.Id));

        Write(given.At("2026-11-25 23:40").By(Kim()));
        Assert.Equal((id, id), (given.Case.Meeting.Chair, given.Case.Meeting.HeldBy));
        Assert.True(given.Case.Find(Priya.Id)!.May(Capability.TakeChair));
        given.Decided(c => TimeRule.Call(c, given.Now, Words));
        given.By(Priya).Decided(c => TakeoverRule.Take(c, c.Find(Priya.Id)!, "The chair handed over to me"));
        Assert.Equal((Priya.Id, id), (given.Case.Meeting.Chair, given.Case.Meeting.HeldBy));
        Assert.Contains(MinutesDraft.Of(given.Case),
            paragraph => paragraph.Text.Contains("Kim Doyle, Emergency duty team", StringComparison.Ordinal));

        // By day nobody chairs by it.
        var day = Begun.ACase().Decided(c => NightRule.Send(c, "Kim Doyle", "kim.doyle@nextcounty.example")).Fact(known);
        Write(day.At("2026-11-25 14:00").By(day.Case.Find(id)!));
        Assert.Equal(Priya.Id, day.Case.Meeting.Chair);
        Assert.Contains(Role.Scribe, day.Case.Find(id)!.Roles);

        void Write(Given one) => one.Decided(c => NightRule.Record(c, c.Find(id)!, new(Id.Value, "Ash", "Home", "An arm.", "A visit."),
            one.Now, Words, new(Audience.Professionals, c.Find(id)!)));
    }

    private static Given Night(string called)
    {
        var given = Begun.ACase().At(called).Fact(
            Begun.Circumstances with { Mode = MeetingMode.AlreadyHappened, Reason = "A broken arm." },
            new ChildNamed(new("Ash Lindley", "", null, false, "", "", "")) { Child = Child1 },
            new WhatNowSaid("The ward keeps Ash.") { Audience = Audience.Only(Agency.Police, Agency.SocialCare) });
        // Begun's own people have the first numbers.
        var (sam, grace) = (Sam with { Id = new("person-3") }, Grace with { Id = new("person-4") });
        return given.Fact(new ParticipantAdded(sam), new ParticipantAdded(grace),
            new MeetingConvened(given.Now.AddMinutes(-30), given.Now, given.Now.AddHours(8), "same day", "") { Meeting = FirstMeeting });
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> TapAsync(PartHost.Screen screen, string button, params (string Id, string Value)[] typed)
    {
        taps++;
        foreach (var (id, _) in typed)
        {
            _ = screen.Inputs.Single(input => input.Id == id) switch
            {
                TextInput => texts++,
                ChoiceSetInput { Style: ChoiceSetStyle.Expanded } => taps++,
                _ => taps += 2,
            };
        }

        return await screen.PressAsync(button, [.. typed.Select(one => (one.Id, (object?)one.Value))]);
    }
}
