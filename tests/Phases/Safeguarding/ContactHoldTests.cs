using System.Text;
using System.Text.RegularExpressions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>P5, P34, R42, R51: nobody speaks with the family before the police say so, and it never lifts by itself.</summary>
public sealed class ContactHoldTests
{
    private const string May = "You may say: “Somebody will ring you.”";

    private static readonly AdultId Lee = new("adult-1");

    [Fact]
    public void A_hold_that_nobody_looks_at_again_climbs_and_stays_on()
    {
        var given = Held();
        Golden.Text(Timeline.Of(given, "2026-12-04 02:00"));
        Assert.Single(StandingHold.Of(given.Case));
    }

    [Fact]
    public async Task The_police_hold_in_one_tap_and_everybody_reads_whom_to_ask()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Called());
        host.Clock.Advance(Dates.Local("2026-12-02 15:00") - host.Clock.GetUtcNow());

        var form = await host.OpenAsync(Sam, ContactHoldPart.Button(await host.Clerk.LoadAsync(Id, default)));
        var held = await form.PressAsync("Hold");

        Assert.Contains("contact is held", held.Text, StringComparison.OrdinalIgnoreCase);
        var @case = await host.Clerk.LoadAsync(Id, default);
        var hold = Assert.Single(StandingHold.Of(@case));
        Assert.Equal(Dates.Local("2026-12-03 10:00"), hold.Held.Fact.ReviewAt);
        Assert.All(new[] { Priya, Tom, Grace, Ruth }, reader => Assert.Contains(
            "Hold: ask Sam Whitlock, 01632 960003, first, before you speak with everybody in the family.",
            Assert.Single(ContactHoldDrawing.First(new(@case, reader, @case)))));
        Assert.Empty(ContactHoldDrawing.First(new(@case, Jo, @case)));
    }

    [Fact]
    public void Each_action_and_copy_says_whom_to_ask_and_the_posted_card_never_does()
    {
        var given = Held();
        var @case = given.Case;

        var actions = CardJson.Write(RemindOwnerDuty.Card(@case, Tom, new("action-1"), given.Now, Words));
        Assert.Contains("Hold: ask Sam Whitlock, 01632 960003, first, before you speak with Lee Marsh.", actions, StringComparison.Ordinal);
        Assert.Contains("Somebody will ring you.", actions, StringComparison.Ordinal);
        var minutes = MinutesDraft.Of(@case);
        var said = minutes.Single(one => one.Text.StartsWith("Contact is held with: Lee Marsh", StringComparison.Ordinal));
        Assert.Equal(Sam.Described, said.Author);
        Assert.True(minutes.ToList().IndexOf(said) < minutes.ToList().FindIndex(one => one.Section == "Actions"));
        Assert.Contains(ContactHoldDrawing.Status(new(@case, Ruth, @case)), line => line.Text.Contains("before you speak with Adult 1"));

        // Once in each person's own part, with the name; in `status` with the number.
        Assert.All(new[] { Priya, Tom, Sam, Grace, Ruth }, reader => Assert.Single(Regex.Matches(
            CardJson.Write(FormCard.Of(MyPartDrawing.Of(new(@case, reader, @case), Program.Phases, Words, given.Now))), "Hold: ask")));

        var posted = CardJson.Write(HubCard.For(@case, Words));
        Assert.DoesNotContain("Hold", posted, StringComparison.Ordinal);
        var clock = CardJson.Write(ClockCard.At<ContactHoldClock>(@case, Ladder.Holder(@case, "deputyChair")!));
        Assert.DoesNotContain("Lee", clock, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_police_lift_it_or_the_chair_with_a_reason_after_trying_them()
    {
        var given = Held();
        given.When(c => ContactHoldRule.Lift(c, Tom, Lee.Value, "Why not", "", By(Tom))).Refused<NotYourPart>();
        given.When(c => ContactHoldRule.Lift(c, Priya, Lee.Value, "He knows", "", By(Priya))).Refused<CannotBe>();
        given.When(c => ContactHoldRule.Lift(c, Priya, Lee.Value, "", "Sam Whitlock, twice", By(Priya))).Refused<CannotBe>();
        given.When(c => ContactHoldRule.Lift(c, Sam, Lee.Value, "", "", By(Sam))).Then(
            new ContactHoldLifted(Lee, "", "") { Meeting = FirstMeeting });

        given.By(Priya).Decided(c => ContactHoldRule.Lift(c, Priya, Lee.Value, "He was told by his solicitor.", "Sam, twice", By(Priya)));

        Assert.Empty(StandingHold.Of(given.Case));
        Assert.Empty(ContactHoldClock.Runs(given.Case));
        given.When(c => ContactHoldRule.Lift(c, Sam, Lee.Value, "", "", By(Sam))).ThenNothingNew();
        Assert.Contains(MinutesDraft.Of(given.Case), one => one.Text.Contains("Who of the police was tried: Sam, twice"));
    }

    [Fact]
    public void Another_time_holds_it_on_and_what_has_passed_is_refused()
    {
        var given = Held();
        given.When(c => Hold(c, Priya, "2026-12-02 10:00")).Refused<CannotBe>();
        given.When(c => Hold(c, Grace, "2026-12-04 10:00")).Refused<NotYourPart>();
        given.At("2026-12-03 09:00").By(Sam).Decided(c => Hold(c, Sam, "2026-12-05 10:00"));

        Assert.Equal(Dates.Local("2026-12-05 10:00"), Assert.Single(ContactHoldClock.Runs(given.Case)).EndsAt);
    }

    [Fact]
    public async Task Whoever_is_held_has_a_form_of_their_own_and_nothing_is_lifted_that_nobody_held()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Held());
        host.Clock.Advance(Dates.Local("2026-12-02 15:10") - host.Clock.GetUtcNow());
        var @case = await host.Clerk.LoadAsync(Id, default);

        var more = await host.OpenAsync(Priya, ContactHoldPart.Button(@case));
        Assert.Equal([StandingHold.Everybody], more.Inputs.OfType<ChoiceSetInput>().First(one => one.Id == "adult").Choices
            .Select(one => one.Value));
        var same = await host.OpenAsync(Sam, ContactHoldPart.Button(@case, StandingHold.Of(@case).Single()));
        Assert.Contains("It holds Lee Marsh.", same.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(same.Inputs, one => one.Id == "adult");
        await same.PressAsync("Hold", ("day", "2026-12-04"), ("because", "He is not arrested yet."),
            (MarkingInput.Id, "police-and-social-care"));
        @case = await host.Clerk.LoadAsync(Id, default);
        var held = StandingHold.Of(@case).Single();
        Assert.Equal((Lee, Dates.Local("2026-12-04 10:00")), (held.Adult, held.Held.Fact.ReviewAt));

        var nothing = await host.OpenAsync(Sam, new PartButton("", "safeguarding/lift-contact-hold", new { Case = Id.Value }));
        Assert.Contains("Nothing was held there.", nothing.Text, StringComparison.Ordinal);
    }

    private static Readers By(Participant person) => new(Audience.Professionals, person);

    private static Decision Hold(Case @case, Participant me, string review) => ContactHoldRule.Hold(@case, me, Lee.Value,
        Dates.Local(review), "He is arrested first.", "Somebody will ring you.", Dates.Local("2026-12-02 15:00"), By(me));

    [Fact]
    public async Task What_is_told_of_a_row_and_of_a_change_and_each_list_that_leaves_says_whom_to_ask_first()
    {
        const string Hold = "Hold: ask Sam Whitlock, 01632 960003, first, before you speak with Lee Marsh.";
        var given = Held();
        var @case = given.Case;

        Assert.Contains(Hold, CardJson.Write(PlanMessage.Card(@case, Tom, "", [.. @case.Meeting.Plan.Open], Words)),
            StringComparison.Ordinal);
        Assert.Contains(Hold, CardJson.Write(FormCard.Of(ChangesPage.Of(@case, Tom, Words))), StringComparison.Ordinal);
        given.Fact(new ImmediatePlanAgreed() { Meeting = FirstMeeting });
        var rows = await new PlanRowsFile(Words).WriteAsync(null!, given.SeenBy(Tom), "", given.Now, isTaken: false, default);
        Assert.Contains("Hold: ask Sam Whitlock", Encoding.UTF8.GetString(rows!.Content), StringComparison.Ordinal);
        given.Fact(
            new Section47Decided(Section47.Start, null, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new ConferenceDecided(Conference.Yes, "") { Meeting = FirstMeeting, Child = Child1 });
        var list = await new InviteesFile().WriteAsync(null!, given.SeenBy(Tom), "", given.Now, isTaken: false, default);
        Assert.Contains("Hold: ask Sam Whitlock", Encoding.UTF8.GetString(list!.Content), StringComparison.Ordinal);

        Assert.Contains(MinutesDraft.Of(given.Case),
            one => one.Text.Contains("Ask first: Sam Whitlock", StringComparison.Ordinal));
    }

    [Fact]
    public void The_police_answer_the_review_from_its_card_and_behind_their_link_it_waits_for_them()
    {
        var given = Held().At("2026-12-03 10:00");

        var card = CardJson.Write(ClockCard.At<ContactHoldClock>(given.Case, Sam));
        Assert.Contains("Set another time", card, StringComparison.Ordinal);
        Assert.Contains("Lift the hold", card, StringComparison.Ordinal);
        Assert.True(ContactHoldDrawing.Entries(given.SeenBy(Sam), given.Now).First().IsOpen);
        Assert.DoesNotContain("Lift the hold", CardJson.Write(ClockCard.At<ContactHoldClock>(given.Case, Grace)), StringComparison.Ordinal);
    }

    private static Given Held()
    {
        var given = Called().At("2026-12-02 15:00").By(Sam).Decided(c => Hold(c, Sam, "2026-12-03 10:00"));
        Assert.Contains(May, Assert.Single(HoldLines.Of(given.Case)), StringComparison.Ordinal);
        return given;
    }

    private static Given Called()
    {
        var given = AConvenedCase().At("2026-12-02 08:00").Fact(
            new AdultNamed(Lee, new("Lee Marsh", "", null, "father", "")),
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new PositionRecorded("Home", "Mother", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new ActionAgreed(new("action-1"), ActionKind.Action, "Tell the father.", Tom.Id, Dates.Local("2026-12-14 12:00"), "", "")
            {
                Meeting = FirstMeeting,
            });
        Timeline.Of(given, "2026-12-02 15:00");
        return given.At("2026-12-02 15:00");
    }
}
