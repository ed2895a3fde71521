using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>The conference through Graph (R55, R103, R104): put into calendars, moved, another list, taken out; against the sandbox's Graph
/// over HTTP.</summary>
public sealed class ConferenceCalendarTests : GraphWorldTest
{
    private static readonly Letterhead Northgate = new("Northgate Council", "01632 960000");

    [Fact]
    public async Task Whoever_was_ticked_gets_it_with_no_word_of_the_case()
    {
        var given = Invited(Tom, Sam, Grace);
        var created = await CreatedAsync(given);

        var kept = Event(created)!;
        Assert.Equal("Northgate Council: Tue 22 Dec, 10:00 (SB-2026-014)", (string?)kept["subject"]);
        Assert.Equal(["grace.adeyemi@nhs.example", "sam.whitlock@police.example", "tom.okafor@council.example"], MailsOf(kept));
        Assert.True((bool)kept["hideAttendees"]!);
        Assert.All(["County Hall", "Lindley", "conference", "child"], word =>
            Assert.DoesNotContain(word, kept.ToJsonString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Dates.Local("2026-12-22 10:00"), (await World.Bot<Invitations>().ReadAsync(created.EventId)).StartsAt);
        // Once.
        Assert.Empty(CreateConferenceDuty.Owes(given.Case));
        Assert.Empty(Open(given, MoveConferenceDuty.Owes(given.Case)));
        Assert.Empty(Open(given, ConferenceInviteesDuty.Owes(given.Case)));
    }

    [Fact]
    public async Task Arranged_anew_it_is_moved_and_said_again_with_the_same_time_it_is_left()
    {
        var given = Invited(Tom, Sam);
        var created = await CreatedAsync(given);
        given.Arranged("2026-12-10 09:00", "2026-12-23 14:00");
        await MovedAsync(given);

        Assert.Equal("Northgate Council: Wed 23 Dec, 14:00 (SB-2026-014)", (string?)Event(created)!["subject"]);
        Assert.Equal(Dates.Local("2026-12-23 14:00"), (await World.Bot<Invitations>().ReadAsync(created.EventId)).StartsAt);
        Assert.Empty(Open(given, MoveConferenceDuty.Owes(given.Case)));

        given.At("2026-12-10 10:00").By(Service(given)).Decided(c => EnquiryStepRule.Arrange(
            c, Service(given), ChildChoice.All, Dates.Local("2026-12-23 14:00"), "Town Hall", "", given.Now, Words));
        await World.FailAsync("PATCH", "/events/", 500, times: 3);
        await MovedAsync(given);
        Assert.Empty(Open(given, MoveConferenceDuty.Owes(given.Case)));
    }

    [Fact]
    public async Task Another_list_reaches_those_who_come_and_those_who_go_and_nobody_else()
    {
        var given = Invited(Tom, Sam);
        var created = await CreatedAsync(given);
        given.At("2026-12-10 09:00").Invites(Tom, Grace);
        await ListedAsync(given);
        Assert.Equal(["grace.adeyemi@nhs.example", "tom.okafor@council.example"], MailsOf(Event(created)!));
        Assert.Empty(Open(given, ConferenceInviteesDuty.Owes(given.Case)));

        // Whoever leaves the case leaves it too.
        given.At("2026-12-10 10:00").Fact(new ParticipantRemoved(Grace.Id, "A colleague comes."));
        await ListedAsync(given);
        Assert.Equal(["tom.okafor@council.example"], MailsOf(Event(created)!));
        Assert.Empty(Open(given, ConferenceInviteesDuty.Owes(given.Case)));
    }

    [Fact]
    public async Task One_address_that_is_refused_costs_nobody_else_the_conference()
    {
        var given = Invited(Tom, Sam, Grace);
        await World.FailAsync("POST", "/events", 400);
        var created = await CreatedAsync(given);
        Assert.Empty(created.Invitees);
        await ListedAsync(given);
        Assert.Equal(3, MailsOf(Event(created)!).Count);
    }

    [Fact]
    public async Task Undone_it_is_taken_out_and_arranged_again_it_is_another()
    {
        var given = Invited(Tom, Sam);
        var created = await CreatedAsync(given);
        Assert.Empty(CancelConferenceDuty.Owes(given.Case));
        given.By(Tom).At("2026-12-10 09:00").Undone(Pipeline.Arranged);

        var owed = Assert.Single(CancelConferenceDuty.Owes(given.Case));
        var cancelled = await new CancelConferenceDuty(World.Bot<Invitations>()).PerformAsync(given.Case, owed, new(1, false), default);
        Settle(given, owed, cancelled);
        Assert.Null(Event(created));
        Assert.Empty(CancelConferenceDuty.Owes(given.Case));

        given.Arranged("2026-12-10 10:00", "2026-12-23 14:00");
        Assert.NotEqual(created.EventId, (await CreatedAsync(given)).EventId);
    }

    [Fact]
    public async Task Held_it_stays_in_the_calendars_and_a_case_without_a_conference_has_it_taken_out()
    {
        var given = Invited(Tom, Sam);
        await CreatedAsync(given);
        given.At("2026-12-22 13:00").By(Tom).Decided(c => EnquiryStepRule.Held(c, ChildChoice.All, null, given.Now, Words));
        Assert.Empty(CancelConferenceDuty.Owes(given.Case));

        var other = Invited(Tom, Sam);
        await CreatedAsync(other);
        other.Concluded("2026-12-10 09:00", EnquiryResult.NotSubstantiated);
        Assert.Single(CancelConferenceDuty.Owes(other.Case));
    }

    [Fact]
    public async Task What_is_answered_in_the_calendar_stands_on_the_list()
    {
        var given = Invited(Tom, Sam, Grace);
        var created = await CreatedAsync(given);
        Assert.Equal("In the calendars of 3 people: 3 have not answered.", Says(given));
        await World.AnswerAsync(created.EventId, SandboxPeople.Police, "accepted");
        await World.AnswerAsync(created.EventId, SandboxPeople.Health, "declined");

        Assert.Equal(2, (await LookAsync(given)).Count);
        Assert.Equal("In the calendars of 3 people: 1 comes, 1 can't come, 1 has not answered.", Says(given));
        // Nothing new, nothing written.
        Assert.Empty(await LookAsync(given));
    }

    /// <summary>Who is invited reads when and where; why it is late, if it is, stays with social care.</summary>
    [Fact]
    public void Whoever_is_invited_reads_when_and_where_and_nobody_else()
    {
        var given = Invited(Tom, Sam);
        Assert.Equal("The conference is Tue 22 Dec 2026, 10:00, County Hall. You are invited to it.",
            Assert.Single(EnquiringHub.Status(given.SeenBy(Sam), given.Now)).Text);
        Assert.Empty(EnquiringHub.Status(given.SeenBy(Grace), given.Now));

        given.Arranged("2026-12-18 09:00", "2026-12-23 14:00", "The chair is ill.");
        Assert.Equal("The conference is Wed 23 Dec 2026, 14:00. You are invited to it.",
            Assert.Single(EnquiringHub.Status(given.SeenBy(Sam), given.Now)).Text);
    }

    /// <summary>R55: whoever sends the invitations elsewhere has the list as a file.</summary>
    [Fact]
    public async Task The_list_is_had_as_a_file()
    {
        var given = Invited(Tom, Sam);
        given.At("2026-12-10 09:00").Fact(new AdultNamed(new("adult-1"), new("Nadia Lindley", "", null, "mother", "")),
            new ConferenceAnswered(Sam.Id, Rsvp.Coming) { Child = Child1 });
        given.By(Tom).Decided(c => ConferenceFamilyRule.Place(c, "adult-1", ConferencePlace.Separately, "She is afraid of him."));
        async Task<string?> FileAsync(Participant reader) =>
            (await new InviteesFile().WriteAsync(null!, given.SeenBy(reader), "", given.Now, isTaken: true, default)) is { } file
                ? System.Text.Encoding.UTF8.GetString(file.Content) : null;

        Golden.Text((await FileAsync(Service(given)))!.TrimStart((char)0xFEFF));
        Assert.Null(await FileAsync(Sam));
    }

    [Fact]
    public void Nobody_is_invited_to_what_is_over()
    {
        var given = Invited(Tom, Sam);
        Assert.Equal(Dates.Local("2026-12-22 10:00"), Assert.Single(CreateConferenceDuty.Owes(given.Case)).LapsesAt);
    }

    [Fact]
    public void Siblings_of_one_time_are_one_conference_and_of_two_times_two()
    {
        var given = Begun(children: 2).Requested("2026-12-09 10:00").Arranged("2026-12-09 11:00", "2026-12-22 10:00").Invites(Tom, Sam);
        var conference = Assert.Single(ArrangedConference.AllOf(given.Case));
        Assert.Equal(2, conference.Of.Count);
        Assert.Single(CreateConferenceDuty.Owes(given.Case));

        given.At("2026-12-09 12:00").By(Service(given)).Decided(c => EnquiryStepRule.Arrange(
            c, Service(given), "child-2", Dates.Local("2026-12-22 14:00"), "County Hall", "", given.Now, Words));
        Assert.Equal(["child-1", "child-2"], ArrangedConference.AllOf(given.Case).Select(one => one.Lead.Id.Value));
        Assert.Equal(["enquiring/create-conference/child-1/0", "enquiring/create-conference/child-2/0"],
            CreateConferenceDuty.Owes(given.Case).Select(one => one.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_the_procedure_says_no_calendar_nobody_is_invited_by_one()
    {
        var given = Begun(profile: ProcedureProfiles.Named("devon")).Requested("2026-12-09 10:00", "Exeter")
            .Arranged("2026-12-09 11:00", "2026-12-22 10:00");
        given.When(c => EnquiryStepRule.Invite(c, Tom, ChildChoice.All, [Sam.Id.Value]))
            .Then(new CannotBe("By your procedure the invitations are sent by whoever arranges it."));
        // Recorded before there was a calendar: the same.
        var before = Begun(profile: ProcedureProfiles.Default with
        {
            Conference = ProcedureProfiles.Default.Conference with { InCalendar = null },
        });
        Assert.False(ConferenceCalendar.IsKept(before.Case));
    }

    [Fact]
    public void Nobody_is_invited_without_being_seen_and_ticked()
    {
        var given = Begun().Requested("2026-12-09 10:00");
        given.When(c => EnquiryStepRule.Invite(c, Tom, ChildChoice.All, [Sam.Id.Value]))
            .Then(new CannotBe("The conference has no day yet. Arrange it first."));
        given.Arranged("2026-12-09 11:00", "2026-12-22 10:00");
        Assert.Empty(CreateConferenceDuty.Owes(given.Case));
        given.When(c => EnquiryStepRule.Invite(c, Tom, ChildChoice.All, []))
            .Then(new CannotBe("Tick who is invited.") { Field = "people" });
        given.When(c => EnquiryStepRule.Invite(c, Tom, ChildChoice.All, [Sam.Id.Value, "person-99"]))
            .Then(new CannotBe("Somebody you ticked is not on the case any more. Look at the list again.") { Field = "people" });
    }

    [Fact]
    public async Task Free_times_are_those_at_which_service_and_chair_are_both_free()
    {
        var given = Begun().Requested("2026-12-09 10:00");
        given.At("2026-12-09 11:00").Fact(new ParticipantAdded(Helen with { Roles = [Role.Manager, Role.ConferenceChair] }));
        await World.Bot<Invitations>().CreateAsync(GraphWorld.Invitation() with
        {
            TransactionId = "another",
            StartsAt = Dates.Local("2026-12-21 10:00"),
            EndsAt = Dates.Local("2026-12-21 14:00"),
            Attendees = [new(SandboxPeople.HeadOfService.Mail, "Helen Marsh")],
        });
        var part = new ArrangePart(World.Bot<FreeBusy>(), Words);
        await part.AskAsync(given.Case, new(TimeProvider.System), default);

        Assert.Equal(
            [
                "2026-12-21 14:30", "2026-12-22 09:30", "2026-12-22 11:00", "2026-12-22 13:00", "2026-12-22 14:30",
            ],
            part.Free!.Select(at => $"{Words.LocalDate(at):yyyy-MM-dd} {Words.Time(at)}"));
    }

    private static Given Invited(params Participant[] people) =>
        Begun().Requested("2026-12-09 10:00").Arranged("2026-12-09 11:00", "2026-12-22 10:00").Invites(people);

    private static string? Says(Given given) => ConferenceCalendar.Say(given.Case, ArrangedConference.AllOf(given.Case)[0]);

    private async Task<ConferenceEventCreated> CreatedAsync(Given given)
    {
        var owed = Assert.Single(CreateConferenceDuty.Owes(given.Case));
        Settle(given, owed, await new CreateConferenceDuty(World.Bot<Invitations>(), Northgate, Words)
            .PerformAsync(given.Case, owed, new(1, false), default));
        return given.Case.EnquiryOf(Child1).Events[^1].Fact;
    }

    private async Task MovedAsync(Given given)
    {
        var owed = Assert.Single(Open(given, MoveConferenceDuty.Owes(given.Case)));
        Settle(given, owed, await new MoveConferenceDuty(World.Bot<Invitations>(), Northgate, Words)
            .PerformAsync(given.Case, owed, new(1, false), default));
    }

    private async Task ListedAsync(Given given)
    {
        var owed = Assert.Single(Open(given, ConferenceInviteesDuty.Owes(given.Case)));
        Settle(given, owed, await new ConferenceInviteesDuty(World.Bot<Invitations>())
            .PerformAsync(given.Case, owed, new(1, false), default));
    }

    private async Task<IReadOnlyList<Fact>> LookAsync(Given given)
    {
        var facts = (await new ConferenceAnswersWatch(World.Bot<Invitations>()).LookAsync(given.Case, default))(given.Case);
        given.Fact(facts);
        return facts;
    }

    private static IEnumerable<T> Open<T>(Given given, IEnumerable<T> owed)
        where T : Owed => owed.Where(one => !given.Case.IsSettled(one.Key));

    private static void Settle(Given given, Owed owed, Performed performed)
    {
        var delivered = Assert.IsType<Performed.Delivered>(performed);
        given.Fact(delivered.Facts).Settled(given.Now, new(owed.Key, EffectOutcome.Delivered, delivered.Rung, delivered.Receipt));
    }

    private JsonNode? Event(ConferenceEventCreated created) =>
        World.Store.Get<JsonObject>(StrategyBot.Sandbox.Store.Kinds.Event, created.EventId);

    private static IReadOnlyList<string> MailsOf(JsonNode kept) =>
        [.. kept["attendees"]!.AsArray().Select(one => (string)one!["emailAddress"]!["address"]!).Order(StringComparer.Ordinal)];
}
