using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Deputising;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.Holding;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Deputising;

/// <summary>What somebody gets in their own right while they have another's place stays theirs once it goes back (15.7): a child
/// protection plan since Mon 21 Dec 2026, whose social worker is Tom.</summary>
public sealed class OwnRightTests
{
    private static readonly DateOnly Today = new(2026, 12, 22);

    [Fact]
    public void Named_the_childs_social_worker_they_stay_it()
    {
        var given = Deputised(Tom, Priya).By(Tom).Decided(c => Named(c, Priya));
        // Once is enough.
        given.When(c => Named(c, Priya)).ThenNothingNew();
        given.Decided(c => DeputyRule.End(c, Tom, Tom.Id.Value));

        Assert.Contains(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
        Assert.Contains(Role.SocialWorker, given.Case.Meeting.RolesOf(Priya.Id));
        Assert.Null(given.Case.Find(Priya.Id)!.DeputyFor);
        Assert.Contains(Role.SocialWorker, given.Case.Find(Tom.Id)!.Roles);
    }

    [Fact]
    public async Task So_it_is_after_the_last_day_and_when_it_goes_back_later()
    {
        var given = Deputised(Tom, Priya, "2027-01-08").By(Tom).Decided(c => Named(c, Priya));
        var cases = new RecordedCases();
        await cases.HaveAsync(given);
        Assert.All(GiveBackDuty.Owes(given.Case), owed => Assert.Equal(Tom.Id, owed.About));
        foreach (var owed in GiveBackDuty.Owes(given.Case))
        {
            await new GiveBackDuty(cases.Clerk).PerformAsync(given.Case, owed, new Attempt(1, false), default);
        }

        Assert.Contains(Role.SocialWorker, (await cases.Clerk.LoadAsync(Id, default)).Find(Priya.Id)!.Roles);
    }

    /// <summary>The last day is over and nobody has said that it goes back: what comes then is their own.</summary>
    [Fact]
    public void What_comes_after_the_last_day_is_their_own()
    {
        var given = Deputised(Tom, Priya, "2027-01-08").At("2027-01-11 10:00");
        given.Fact([.. DeputyRule.GiveBack(given.Case, given.Case.Deputies[Tom.Id])]);
        Assert.DoesNotContain(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
        given.By(Tom).Decided(c => Named(c, Priya)).Decided(c => DeputyRule.End(c, Tom, Tom.Id.Value));

        Assert.Contains(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
    }

    [Fact]
    public void Given_to_another_or_said_again_it_takes_nothing_of_their_own()
    {
        var given = Deputised(Tom, Priya).By(Tom).Decided(c => Named(c, Priya))
            .Decided(c => DeputyRule.Say(c, Tom, To(Tom, Priya, "2027-02-01"), Today));
        given.Decided(c => DeputyRule.Say(c, Tom, To(Tom, Helen, null), Today));

        Assert.Contains(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
        Assert.Contains(Role.SocialWorker, given.Case.Find(Helen.Id)!.Roles);
        given.Decided(c => DeputyRule.End(c, Tom, Tom.Id.Value));
        Assert.DoesNotContain(Role.SocialWorker, given.Case.Find(Helen.Id)!.Roles);
    }

    [Fact]
    public void Another_place_that_gives_the_same_takes_nothing_of_their_own()
    {
        var ada = Tom with { Id = new("person-40"), Name = "Ada Holt", Mail = "ada@council.example", Person = null, ChannelId = null };
        var given = Deputised(Tom, Priya).By(Tom).Decided(c => Named(c, Priya));
        given.Fact(new ParticipantAdded(ada) { Meeting = FirstMeeting }).By(Priya)
            .Decided(c => DeputyRule.Say(c, Priya, To(ada, Priya, null), Today))
            .Decided(c => DeputyRule.End(c, Priya, Tom.Id.Value)).Decided(c => DeputyRule.End(c, Priya, ada.Id.Value));

        Assert.Contains(Role.SocialWorker, given.Case.Find(Priya.Id)!.Roles);
    }

    /// <summary>As the step of the enquiry gives it to whoever chairs the conference, and the procedure to its managers.</summary>
    [Theory]
    [InlineData("ConferenceChair")]
    [InlineData("AreaManager")]
    [InlineData("OperationsManager")]
    [InlineData("ConferenceService")]
    [InlineData("BusinessSupport")]
    public void Put_on_the_case_for_a_step_they_stay_it(string role)
    {
        var one = Enum.Parse<Role>(role);
        var ada = Tom with
        {
            Id = new("person-40"),
            Name = "Ada Holt",
            Mail = "ada@council.example",
            Person = null,
            ChannelId = null,
            Roles = [one],
        };
        var given = Made().Fact(new ParticipantAdded(ada) { Meeting = FirstMeeting });
        Lent(ada);
        given.By(Priya).Fact(PutOn.Added(given.Case, one, Helen.Name, "", Helen.Mail, ""))
            .Decided(c => DeputyRule.End(c, Priya, ada.Id.Value));
        Assert.Contains(one, given.Case.Find(Helen.Id)!.Roles);

        Lent(ada);
        Assert.Equal([], given.Case.Deputies[ada.Id].Said.Fact.Gives);

        void Lent(Participant whom) => given.By(Priya).Decided(c => DeputyRule.Say(c, Priya, To(whom, Helen, null), Today));
    }

    [Fact]
    public void Assigned_to_chair_the_conference_they_stay_its_chair()
    {
        var given = AnEnquiry.Begun().Requested("2026-12-09 10:00", "").Assigned("2026-12-10 09:00");
        var chair = AnEnquiry.With(given, Role.ConferenceChair);
        given.By(Priya).Decided(c => DeputyRule.Say(c, Priya, To(chair, Helen, null), new(2026, 12, 10)));
        var service = AnEnquiry.Service(given);
        given.By(service).Decided(c => EnquiryStepRule.Assign(c, service, ChildChoice.All, Helen.Name, Helen.Mail, ""));
        given.By(Priya).Decided(c => DeputyRule.End(c, Priya, chair.Id.Value));

        Assert.Contains(Role.ConferenceChair, given.Case.Find(Helen.Id)!.Roles);
    }

    /// <summary>Whoever has the chair's place leads as a manager; the chair that they then take is their own.</summary>
    [Fact]
    public void Who_took_the_chair_over_meanwhile_keeps_it_and_the_managers_part_goes_back()
    {
        var given = Deputised(Priya, Tom);
        Assert.Contains(Role.Manager, given.Case.Find(Tom.Id)!.Roles);
        given.By(Tom).Decided(c => TakeoverRule.Take(c, c.Find(Tom.Id)!, "Priya is ill."))
            .Decided(c => DeputyRule.End(c, c.Find(Tom.Id)!, Priya.Id.Value));

        Assert.Equal(Tom.Id, given.Case.Meeting.Chair);
        Assert.Contains(Role.Chair, given.Case.Find(Tom.Id)!.Roles);
        Assert.Contains(Role.SocialWorker, given.Case.Find(Tom.Id)!.Roles);
        Assert.DoesNotContain(Role.Manager, given.Case.Find(Tom.Id)!.Roles);
    }

    /// <summary>Who began the case stays on it as its manager when the night takes the chair (P36).</summary>
    [Fact]
    public void Who_gave_the_chair_to_the_night_stays_its_manager()
    {
        var given = AConvenedCase().Fact(
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
            new MeetingOpened(Priya.Id, "Results.") { Meeting = new("meeting-2"), Purpose = MeetingPurpose.Review, By = new(2026, 12, 9) });
        given.Decided(c => DeputyRule.Say(c, Priya, To(Helen, Priya, null), Today));
        var night = Sam with { Id = new("person-41"), Agency = Agency.SocialCare, Roles = [Role.OutOfHours] };
        given.Fact([.. OutOfHoursDesk.Holds(given.Case, night, Dates.Local("2026-11-26 02:00"))]);
        given.By(Helen).Decided(c => DeputyRule.End(c, Helen, Helen.Id.Value));

        Assert.Contains(Role.Chair, given.Case.Find(night.Id)!.Roles);
        Assert.Contains(Role.Manager, given.Case.Find(Priya.Id)!.Roles);
    }

    /// <summary>Who comes to the meeting in their place (R13) does so whatever becomes of the months after it.</summary>
    [Fact]
    public void Who_was_sent_to_the_meeting_in_their_place_was_sent_there()
    {
        var given = AConvenedCase().By(Tom).Decided(Sent);
        var before = Nina(given);
        given.By(Priya).Decided(c => DeputyRule.Say(c, Priya, To(Tom, before, null), Today))
            .Decided(c => DeputyRule.End(c, Priya, Tom.Id.Value));
        Assert.Equal((before.Roles, before.DeputyFor), (Nina(given).Roles, Nina(given).DeputyFor));

        given = AConvenedCase().By(Priya).Decided(c => DeputyRule.Say(
            c, Priya, new(Tom.Id.Value, null, "Nina Holt", "nina.holt@council.example", Words: "Leave."), Today));
        given.By(Tom).Decided(Sent).By(Priya).Decided(c => DeputyRule.End(c, Priya, Tom.Id.Value));
        Assert.Equal((Tom.Id, true), (Nina(given).DeputyFor!.Value, Nina(given).Roles.Contains(Role.SocialWorker)));

        static Participant Nina(Given given) => given.Case.Participants.Single(person => person.Name == "Nina Holt");
    }

    /// <summary>Another who is sent to the meeting takes nobody off it who only has the place.</summary>
    [Fact]
    public void Who_has_the_place_stays_on_the_list_when_another_is_sent_to_the_meeting()
    {
        var given = AConvenedCase().By(Priya).Decided(c => DeputyRule.Say(c, Priya, To(Tom, Priya, null), Today));
        given.By(Tom).Decided(Sent);

        Assert.Contains(Role.Chair, given.Case.Meeting.RolesOf(Priya.Id));
        Assert.Equal("Nina Holt", InvitationRule.DeputyOf(given.Case, Tom)!.Name);
    }

    /// <summary>Without a role of their own they owe nothing beside whose place they have; with one they do.</summary>
    [Fact]
    public void In_their_own_right_they_are_told_too_once_the_place_is_over()
    {
        var given = Deputised(Tom, Priya, "2026-12-31").By(Tom).Decided(c => Named(c, Priya));
        Assert.Equal([Tom.Id, Priya.Id], ClockDuty<CoreGroupClock>.Owes(given.Case)
            .Where(owed => owed.DueAt == Dates.Local("2027-01-08 08:45") && owed.About.Step == ClockStep.At).Select(owed => owed.To!.Value)
            .OrderByDescending(to => to == Tom.Id));
    }

    /// <summary>Who gets nothing that they hadn't still answers for the other, as long as they have the place and no longer.</summary>
    [Fact]
    public async Task That_they_answer_for_the_other_goes_back_with_it_too()
    {
        var ada = Tom with { Id = new("person-40"), Name = "Ada Holt", Mail = "ada@council.example", Person = null, ChannelId = null };
        var given = Made().Fact(new ParticipantAdded(ada) { Meeting = FirstMeeting }).By(Priya)
            .Decided(c => DeputyRule.Say(c, Priya, To(Tom, ada, "2027-01-08"), Today));
        Assert.Equal(Tom.Id, given.Case.Find(ada.Id)!.DeputyFor);
        var cases = new RecordedCases();
        await cases.HaveAsync(given);
        await new GiveBackDuty(cases.Clerk).PerformAsync(
            given.Case, Assert.Single(GiveBackDuty.Owes(given.Case)), new Attempt(1, false), default);

        var now = await cases.Clerk.LoadAsync(Id, default);
        Assert.Equal((null, true), (now.Find(ada.Id)!.DeputyFor, now.Find(ada.Id)!.Roles.Contains(Role.SocialWorker)));
        Assert.Empty(GiveBackDuty.Owes(now));
    }

    /// <summary>The form shows whose it is, not who has it meanwhile.</summary>
    [Fact]
    public async Task In_the_dialog_the_social_worker_is_whose_it_is()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(AConvenedCase().By(Priya).Fact(new CircumstancesGiven(
            [], "", Dates.Local("2026-11-24 09:30"), Dates.Local("2026-11-24 11:00"), null, [], "", MeetingMode.Teams, ""))
            .Decided(c => DeputyRule.Say(c, Priya, To(Tom, Priya, null), Today)));
        var form = await host.OpenAsync(Priya, Step.SocialWorker.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Equal(Tom.Name, form.Value("name"));
        var saved = await form.PressAsync("Save and go on", ("name", Priya.Name), ("mail", Priya.Mail));
        Assert.Contains($"{Priya.Name}, social worker", saved.Text, StringComparison.Ordinal);
        Assert.Contains(Role.SocialWorker, (await host.Clerk.LoadAsync(Id, default)).Deputies[Tom.Id].Own);
    }

    private static Given Made() => AProtectionPlan.Made().At("2026-12-22 10:00");

    private static Given Deputised(Participant whom, Participant deputy, string? until = null) => Made().By(Priya)
        .Decided(c => DeputyRule.Say(c, Priya, To(whom, deputy, until), Today));

    private static DeputyTyped To(Participant whom, Participant deputy, string? until) => new(
        whom.Id.Value, deputy.Id.Value, Until: until is null ? null : DateOnly.Parse(until, null), Words: "The school rings on Fridays.");

    private static Decision Named(Case @case, Participant whom) => InviteeRule.Add(
        @case, new(whom.Name, whom.Mail, Agency.SocialCare, "Social Worker", "", ""), Role.SocialWorker);

    private static Decision Sent(Case @case) => InvitationRule.NameDeputy(
        @case, @case.Find(Tom.Id)!, new(Id.Value, "Nina Holt", "nina.holt@council.example", "Social Worker"));
}
