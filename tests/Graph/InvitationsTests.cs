using System.Text.Json.Nodes;
using StrategyBot.Graph;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Graph;

public sealed class InvitationsTests : GraphWorldTest
{
    private static readonly DateTimeOffset Noon = GraphWorld.Noon;

    private Invitations Invitations => World.Bot<Invitations>();

    [Theory]
    [InlineData("o\u2019brien@nhs.example")]
    [InlineData("dot@nhs.example.")]
    [InlineData("first.last@nhs")]
    [InlineData("zara@nhs.\u200bexample")]
    public async Task An_address_that_Exchange_does_not_take_costs_the_whole_event(string mail)
    {
        var invitation = GraphWorld.Invitation();
        invitation = invitation with { Attendees = [.. invitation.Attendees, new Invitee(mail, "Bad")] };

        var failed = await FailsAsync(() => World.Bot<Invitations>().CreateAsync(invitation), EffectFailure.Refused, 400);
        Assert.Equal("ErrorInvalidRecipients", failed.Code);
    }

    [Fact]
    public async Task The_join_link_comes_with_the_second_look()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        var state = await Invitations.ReadAsync(sent.EventId);

        Assert.Null(sent.JoinUrl);
        Assert.NotNull(state.JoinUrl);
        Assert.Equal((sent.EventId, Noon, Noon.AddHours(1), false), (state.EventId, state.StartsAt, state.EndsAt, state.IsCancelled));
        Assert.Equal([InvitationResponse.None, InvitationResponse.None, InvitationResponse.None], state.Responses.Select(r => r.Answer));
        Assert.All(state.Responses, r => Assert.Null(r.At));
    }

    [Fact]
    public async Task The_event_is_private_and_hides_who_else_is_asked()
    {
        await Invitations.CreateAsync(GraphWorld.Invitation());

        var made = (await EventsAsync()).Single()!;
        Assert.Equal("private", (string?)made["sensitivity"]);
        Assert.True((bool?)made["hideAttendees"]);
        Assert.True((bool?)made["isOnlineMeeting"]);
        Assert.Equal("teamsForBusiness", (string?)made["onlineMeetingProvider"]);
        Assert.False((bool?)made["allowNewTimeProposals"]);
    }

    [Fact]
    public async Task A_meeting_by_telephone_has_no_link_and_can_be_moved()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation() with { Online = false });
        await Invitations.MoveAsync(sent.EventId, Noon.AddHours(2), Noon.AddHours(3), "SB-2026-014");

        var state = await Invitations.ReadAsync(sent.EventId);
        Assert.Null(state.JoinUrl);
        Assert.Equal(Noon.AddHours(2), state.StartsAt);
    }

    /// <summary>Whether it is moved again, or was moved by the release that left it there.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_time_that_an_earlier_release_wrote_into_its_words_goes_and_all_else_stays(bool isMoved)
    {
        const string Rest = "\n\nJoin by the link in this invitation.\n_____\nMicrosoft Teams meeting, 01632 960001";
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation() with
        {
            Body = $"SB-2026-014 Heron\n\nSun 22 Nov 2026, 14:00 to 15:00{Rest}",
        });

        await (isMoved
            ? Invitations.MoveAsync(sent.EventId, Noon.AddHours(2), Noon.AddHours(3), "SB-2026-014")
            : Invitations.MendAsync(sent.EventId));

        Assert.Equal($"SB-2026-014 Heron\n\n{Rest}", (string?)(await EventsAsync()).Single()!["body"]!["content"]);
        Assert.Equal(isMoved ? Noon.AddHours(2) : Noon, (await Invitations.ReadAsync(sent.EventId)).StartsAt);
    }

    [Fact]
    public async Task Its_subject_follows_the_time_and_the_chair_and_is_written_only_where_it_changes()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        await Invitations.MoveAsync(sent.EventId, Noon.AddHours(2), Noon.AddHours(3), "Priya Nair: Sun 22 Nov, 14:00 (SB-2026-014)");
        Assert.Equal("Priya Nair: Sun 22 Nov, 14:00 (SB-2026-014)", (string?)(await EventsAsync()).Single()!["subject"]);

        await Invitations.RenameAsync(sent.EventId, "Helen Marsh: Sun 22 Nov, 14:00 (SB-2026-014)");
        Assert.Equal("Helen Marsh: Sun 22 Nov, 14:00 (SB-2026-014)", (string?)(await EventsAsync()).Single()!["subject"]);

        // A second writing would be refused here.
        await World.FailAsync("PATCH", "/events", 403);
        await Invitations.RenameAsync(sent.EventId, "Helen Marsh: Sun 22 Nov, 14:00 (SB-2026-014)");
    }

    [Fact]
    public async Task Whoever_is_taken_out_leaves_the_others_as_they_are()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        var before = (await Invitations.ReadAsync(sent.EventId)).Responses;

        await Invitations.UninviteAsync(sent.EventId, before[0].Mail.ToUpperInvariant());
        await Invitations.UninviteAsync(sent.EventId, "nobody@police.example");

        Assert.Equal(before.Skip(1), (await Invitations.ReadAsync(sent.EventId)).Responses);
    }

    [Theory]
    [InlineData(504)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task An_unknown_outcome_repeated_makes_no_second_event(int status)
    {
        await World.FailAsync("POST", "/events", status, after: true);

        await FailsAsync(() => Invitations.CreateAsync(GraphWorld.Invitation()), EffectFailure.Unknown, status);
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());

        Assert.Equal((string?)(await EventsAsync()).Single()!["id"], sent.EventId);
    }

    [Fact]
    public async Task A_repeat_that_Graph_calls_a_conflict_finds_the_first_event()
    {
        var first = await Invitations.CreateAsync(GraphWorld.Invitation());
        await Invitations.CreateAsync(GraphWorld.Invitation("convening/invite/2"));
        await World.FailAsync("POST", "/events", 409);

        Assert.Equal(first.EventId, (await Invitations.CreateAsync(GraphWorld.Invitation())).EventId);
    }

    [Fact]
    public async Task A_conflict_over_something_else_stays_one()
    {
        await World.FailAsync("POST", "/events", 409);

        await FailsAsync(() => Invitations.CreateAsync(GraphWorld.Invitation()), EffectFailure.Refused, 409);
    }

    [Fact]
    public async Task Answers_are_read_with_their_time()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        await RespondAsync(SandboxPeople.Police, sent.EventId, "accepted");
        await RespondAsync(SandboxPeople.School, sent.EventId, "declined");
        await RespondAsync(SandboxPeople.Chair, sent.EventId, "tentativelyAccepted");

        var responses = (await Invitations.ReadAsync(sent.EventId)).Responses;

        Assert.Equal(
            [InvitationResponse.Tentative, InvitationResponse.Accepted, InvitationResponse.Declined], responses.Select(r => r.Answer));
        Assert.All(responses, r => Assert.NotNull(r.At));
    }

    [Fact]
    public async Task Moving_asks_everybody_again()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        await RespondAsync(SandboxPeople.Police, sent.EventId, "accepted");
        await Invitations.MoveAsync(sent.EventId, Noon.AddHours(2), Noon.AddHours(3), "SB-2026-014");

        var state = await Invitations.ReadAsync(sent.EventId);
        Assert.Equal((Noon.AddHours(2), Noon.AddHours(3)), (state.StartsAt, state.EndsAt));
        Assert.All(state.Responses, r => Assert.Equal(InvitationResponse.None, r.Answer));
    }

    [Fact]
    public async Task Inviting_more_people_keeps_the_answers_of_the_others_and_doubles_nobody()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        await RespondAsync(SandboxPeople.Police, sent.EventId, "accepted");
        await Invitations.InviteAlsoAsync(sent.EventId,
            [new(SandboxPeople.Health.Mail, "Grace"), new(SandboxPeople.Police.Mail.ToUpperInvariant(), "Sam")]);

        var responses = (await Invitations.ReadAsync(sent.EventId)).Responses;
        Assert.Equal(4, responses.Count);
        Assert.Equal(InvitationResponse.Accepted, responses.Single(r => r.Mail == SandboxPeople.Police.Mail).Answer);
        Assert.Contains(responses, r => r.Mail == SandboxPeople.Health.Mail);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(504)]
    public async Task A_cancellation_of_unknown_outcome_may_be_repeated(int status)
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        await World.FailAsync("POST", "/cancel", status, after: true);

        await FailsAsync(() => Invitations.CancelAsync(sent.EventId, "Not needed any more."), EffectFailure.Unknown, status);
        await Invitations.CancelAsync(sent.EventId, "Not needed any more.");

        Assert.Empty(await EventsAsync());
        await FailsAsync(() => Invitations.ReadAsync(sent.EventId), EffectFailure.Refused, 404);
    }

    [Fact]
    public async Task An_old_one_is_deleted_for_good_and_nobody_is_told()
    {
        var sent = await Invitations.CreateAsync(GraphWorld.Invitation());
        var told = (await World.SeesAsync(SandboxPeople.Police, "mail")).Count;

        Assert.True(await Invitations.DeleteAsync(sent.EventId));

        Assert.Empty(await EventsAsync());
        Assert.Equal(told, (await World.SeesAsync(SandboxPeople.Police, "mail")).Count);
        Assert.False(await Invitations.DeleteAsync(sent.EventId));
    }

    private async Task<JsonArray> EventsAsync() =>
        (await World.GetAsync($"/users/{SandboxPeople.Organiser.Mail}/events"))["value"]!.AsArray();

    private async Task RespondAsync(SandboxPerson person, string eventId, string response) =>
        (await World.PersonAsync(person, $"calendar/{eventId}/response", new { response })).EnsureSuccessStatusCode();
}
