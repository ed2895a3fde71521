using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Reaching;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Calling;

public sealed class CallingDutiesTests
{
    [Fact]
    public void Nothing_is_owed_before_the_meeting_is_called() => Assert.Empty(Owed(Begun.ACaseWithAChild()));

    [Fact]
    public void A_called_meeting_owes_its_event_first() => Assert.Equal(["convening/create-event/meeting-1"], Owed(Begun.ACalledMeeting()));

    [Fact]
    public void Another_list_or_time_has_a_refused_event_tried_at_once()
    {
        var given = Begun.ACalledMeeting();
        var before = CreateEventDuty.Owes(given.Case).Single().HangsOn;
        given.Decided(@case => InviteeRule.Remove(@case, new("person-6"), "A colleague comes."));
        var less = CreateEventDuty.Owes(given.Case).Single().HangsOn;
        var form = new MovePart.Form(Given.Id.Value, Dates.Date("2026-11-25"), new TimeOnly(15, 0), 60, "Police come then.");
        given.Decided(@case => TimeRule.Move(@case, form, Begun.Now, Given.Words));

        Assert.Equal(3, new[] { before, less, CreateEventDuty.Owes(given.Case).Single().HangsOn }.Distinct().Count());
    }

    [Fact]
    public void What_brings_people_in_is_of_no_use_after_the_meeting() => Assert.All(
        WithChat(Begun.ACalledMeeting()) is var given
            ? CreateEventDuty.Owes(given.Case).Concat(FindChatDuty.Owes(given.Case)).Concat(InstallAppDuty.Owes(given.Case))
                .Concat(HardenMeetingDuty.Owes(given.Case)).Concat(InviteDuty.Owes(given.Case))
            : [],
        owed => Assert.Equal(Dates.Local("2026-11-25 15:00"), owed.WorthUntil));

    [Fact]
    public void The_event_owes_its_chat() => Assert.Equal(["convening/find-chat/meeting-1"], Owed(WithEvent(Begun.ACalledMeeting())));

    [Fact]
    public void The_chat_owes_its_options_the_app_and_the_invitations() => Assert.Equal(
        [
            "convening/harden/meeting-1/person-1", "convening/install-app/meeting-1",
            "convening/invite/meeting-1/person-5", "convening/invite/meeting-1/person-6", "convening/invite/meeting-1/person-7",
        ],
        Owed(WithChat(Begun.ACalledMeeting())));

    [Fact]
    public void Who_is_added_later_is_told_to_those_invited_to_the_chair_and_in_the_chat()
    {
        var given = WithChat(Begun.ACalledMeeting()).Fact(new ChatReachable("19:meeting", "https://smba.example", null)
        {
            Meeting = Given.FirstMeeting,
        });
        foreach (var person in given.Case.Invited)
        {
            given.Fact(new EffectSettled(InviteDuty.KeyOf(given.Case, person), EffectOutcome.Delivered, "personal-chat", "1"));
        }

        Assert.Empty(TellJoinedDuty.Owes(given.Case));
        given.By(Given.Sam).At("2026-11-28 10:00").Decided(@case => InviteeRule.Add(@case,
            new("Una Pike", "una.pike@housing.example", Agency.Housing, "Housing Officer", "", ""), Role.Attendee));

        var owed = TellJoinedDuty.Owes(given.Case).ToList();
        Assert.Equal(["person-1", "person-5", "person-6", "person-7", "chat"], owed.Select(one => one.Key.Split('/')[^1]));
        Assert.All(owed, one => Assert.Equal(Dates.Local("2026-11-28 10:03"), one.DueAt));
        var card = CardJson.Write(TellJoinedDuty.Card(given.Case, given.Case.Meeting.Joined));
        Assert.Contains("Una Pike, Housing Officer, Housing", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", card, StringComparison.Ordinal);

        // Whoever added somebody knows it.
        given.By(Given.Priya).Decided(@case => InviteeRule.Add(@case,
            new("Bo Reed", "bo.reed@council.example", Agency.SocialCare, "Family help lead practitioner", "", ""), Role.Attendee));
        var last = given.Case.Meeting.Joined[^1].Seq;
        Assert.DoesNotContain(TellJoinedDuty.Owes(given.Case), one => one.Key == $"calling/joined/meeting-1/{last}/person-1");
        Assert.Contains(TellJoinedDuty.Owes(given.Case), one => one.Key == $"calling/joined/meeting-1/{last}/person-6");

        // Whoever is off again is not announced.
        given.Decided(@case => InviteeRule.Remove(@case, given.Case.Meeting.Joined[1].Fact.Participant.Id, "Named by mistake."));
        given.Decided(@case => InviteeRule.Remove(@case, given.Case.Meeting.Joined[0].Fact.Participant.Id, "Named by mistake."));
        Assert.Empty(TellJoinedDuty.Owes(given.Case));
    }

    [Fact]
    public void Whoever_is_invited_later_is_put_into_the_event_too()
    {
        var given = WithEvent(Begun.ACalledMeeting())
            .Decided(@case =>
                InviteeRule.Add(@case, new("Ruth Carver", "ruth.carver@school.example", Agency.School, "", "", ""), Role.Attendee));

        Assert.Contains("convening/invite-also/meeting-1/person-8", Owed(given));
        Assert.DoesNotContain("convening/invite-also/meeting-1/person-7", Owed(given));
    }

    [Fact]
    public void Whoever_is_taken_off_is_taken_out_of_the_event_too_unless_they_are_on_again()
    {
        var given = WithEvent(Begun.ACalledMeeting()).Decided(@case => InviteeRule.Remove(@case, new("person-6"), "A colleague comes."));
        Assert.Contains("convening/uninvite/meeting-1/person-6", Owed(given));

        given.Decided(@case =>
            InviteeRule.Add(@case, new("Sam Whitlock", "sam.whitlock@police.example", Agency.Police, "", "", ""), Role.Attendee));
        Assert.DoesNotContain("convening/uninvite/meeting-1/person-6", Owed(given));
        Assert.Contains("convening/invite-also/meeting-1/person-8", Owed(given));
    }

    [Fact]
    public void Only_the_latest_move_is_owed()
    {
        var given = WithEvent(Begun.ACalledMeeting());
        foreach (var hour in new[] { 15, 16 })
        {
            var form = new MovePart.Form(Given.Id.Value, Dates.Date("2026-11-25"), new TimeOnly(hour, 0), 60, "Police come then.");
            given.Decided(@case => TimeRule.Move(@case, form, Begun.Now, Given.Words));
        }

        Assert.Equal(
            ["convening/move-event/meeting-1/2"], Owed(given).Where(key => key.StartsWith(MoveEventDuty.Kind, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_calendars_name_the_chair_who_took_over_and_none_who_came_after_the_end()
    {
        var given = WithEvent(Begun.ACalledMeeting());
        Assert.Empty(RenameEventDuty.Owes(given.Case));

        given.At("2026-11-25 10:00").Fact(new ChairTaken(new("person-2"), "Priya is ill.") { Meeting = Given.FirstMeeting });
        Assert.Equal(["calling/rename-event/meeting-1/1"], RenameEventDuty.Owes(given.Case).Select(owed => owed.Key));

        given.At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = Given.FirstMeeting });
        Assert.Empty(RenameEventDuty.Owes(given.Case));
    }

    [Fact]
    public void The_subject_says_chair_council_time_and_reference_and_nothing_of_what_it_is_about()
    {
        var line = new SubjectLine(new("Northgate Council", ""), Given.Words);
        var given = Begun.ACalledMeeting();

        Assert.Equal("Priya Nair, Northgate Council: Wed 25 Nov, 14:00 (SB-2026-014)", line.OfMeeting(given.Case));
        var form = new MovePart.Form(Given.Id.Value, Dates.Date("2026-11-25"), new TimeOnly(15, 0), 60, "Police come then.");
        given.Decided(@case => TimeRule.Move(@case, form, Begun.Now, Given.Words))
            .Fact(new ChairTaken(new("person-2"), "Priya is ill.") { Meeting = Given.FirstMeeting });
        Assert.Equal("Martin Hale, Northgate Council: Wed 25 Nov, 15:00 (SB-2026-014)", line.OfMeeting(given.Case));
        Assert.Equal("Martin Hale: Wed 25 Nov, 15:00 (SB-2026-014)", new SubjectLine(new("", ""), Given.Words).OfMeeting(given.Case));
    }

    [Theory]
    [InlineData("2026-11-27 09:00", "2026-11-30", true)]
    [InlineData("2026-11-27 09:00", "2026-11-27", false)]
    [InlineData("2026-11-28 09:00", "2026-11-30", false)]
    public void What_an_earlier_release_moved_and_is_still_to_come_has_the_old_time_taken_out_of_its_words(
        string at, string to, bool isOwed)
    {
        var on = Dates.Local($"{to} 15:00");
        var given = WithEvent(Begun.ACalledMeeting()).At(at)
            .Fact(new MeetingMoved(on, on.AddHours(1), "Police come then.") { Meeting = Given.FirstMeeting });

        Assert.Equal(isOwed, MendEventDuty.Owes(given.Case).Any());
    }

    [Fact]
    public void Another_chair_may_admit_people_too()
    {
        var given = WithChat(Begun.ACalledMeeting())
            .Fact(new ChairTaken(new("person-2"), "Priya is ill.") { Meeting = Given.FirstMeeting });

        Assert.Contains("convening/harden/meeting-1/person-2", Owed(given));
    }

    [Theory]
    [InlineData(nameof(MeetingMode.Phone))]
    [InlineData(nameof(MeetingMode.InRoom))]
    public void By_telephone_and_in_one_room_there_is_no_chat_and_everybody_is_told_at_once(string mode) => Assert.Equal(
        [
            "convening/create-event/meeting-1",
            "convening/invite/meeting-1/person-5", "convening/invite/meeting-1/person-6", "convening/invite/meeting-1/person-7",
        ],
        Owed(Begun.ACalledMeeting(Begun.Circumstances with { Mode = Enum.Parse<MeetingMode>(mode) })));

    [Fact]
    public void Without_a_chat_for_good_everybody_is_told_all_the_same()
    {
        var given = WithEvent(Begun.ACalledMeeting())
            .Fact(new EffectSettled("convening/find-chat/meeting-1", EffectOutcome.GivenUp, "", "Forbidden"));

        Assert.Contains("convening/invite/meeting-1/person-6", Owed(given));
    }

    [Fact]
    public void A_chat_that_Teams_never_told_of_is_taken_as_reachable_after_two_minutes()
    {
        var given = WithChat(Begun.ACalledMeeting()).Fact(new AppInstalled("19:thread") { Meeting = Given.FirstMeeting });
        Assert.Equal(given.Now.AddMinutes(2), AssumeReachableDuty.Owes(given.Case).Single().DueAt);

        given.Fact(new ChatReachable("19:thread", "https://teams.example/", null) { Meeting = Given.FirstMeeting });
        Assert.Empty(AssumeReachableDuty.Owes(given.Case));
    }

    private static Given WithEvent(Given given) =>
        given.Fact(new EventCreated("event-1")
        {
            Meeting = Given.FirstMeeting,
            Invitees = [.. given.Case.Invited.Select(person => person.Id)],
        });

    private static Given WithChat(Given given) =>
        WithEvent(given).Fact(
            new EffectSettled("convening/find-chat/meeting-1", EffectOutcome.Delivered, "graph", "1"),
            new ChatFound("online-1", "19:thread", "https://join.example/1") { Meeting = Given.FirstMeeting });

    /// <summary>What is owed and not settled, without the event once it is there.</summary>
    private static IEnumerable<string> Owed(Given given)
    {
        var @case = given.Case;
        IEnumerable<Owed>[] all =
        [
            CreateEventDuty.Owes(@case), MoveEventDuty.Owes(@case), InviteAlsoDuty.Owes(@case), UninviteDuty.Owes(@case),
            FindChatDuty.Owes(@case), HardenMeetingDuty.Owes(@case), InstallAppDuty.Owes(@case), AssumeReachableDuty.Owes(@case),
            InviteDuty.Owes(@case),
        ];
        return all.SelectMany(owed => owed).Select(owed => owed.Key)
            .Where(key => !@case.IsSettled(key) && !(key == "convening/create-event/meeting-1" && @case.Meeting.Room.EventId is not null))
            .Order(StringComparer.Ordinal);
    }
}
