using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>P32: bail and court conditions on an adult end, and somebody says what stands then.</summary>
public sealed class BailTests
{
    private const string Conditions = "No contact with Ash.";

    private static readonly AdultId Lee = new("adult-1");

    [Fact]
    public void Bail_ended_on_a_sunday_and_nobody_says_what_stands()
    {
        var given = OnBail("2026-12-06 10:00");
        Golden.Text(Timeline.Of(given, "2026-12-07 02:00"));
        Assert.Single(Bail.Of(given.Case));
    }

    [Fact]
    public async Task The_police_write_it_down_and_vary_it_and_it_is_told()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Called());
        host.Clock.Advance(Dates.Local("2026-12-02 15:00") - host.Clock.GetUtcNow());

        var form = await host.OpenAsync(Sam, BailPart.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.InRange(form.Inputs.Count, 1, 6);
        Assert.Equal(Lee.Value, form.Value("adult"));
        await form.PressAsync("Save", ("conditions", Conditions), ("day", "2026-12-06"), ("time", "10:00"));
        var bail = Assert.Single(Bail.Of(await host.Clerk.LoadAsync(Id, default)));
        Assert.Equal(new BailSaid(Lee, BailKind.PoliceBail, Conditions, Dates.Local("2026-12-06 10:00")) { Meeting = FirstMeeting },
            bail.Said.Fact);

        var vary = await host.OpenAsync(Sam, BailPart.Vary(await host.Clerk.LoadAsync(Id, default), bail));
        Assert.Equal(Conditions, vary.Value("conditions"));
        await vary.PressAsync("Save", ("day", "2026-12-20"));

        var @case = await host.Clerk.LoadAsync(Id, default);
        var varied = Assert.Single(Bail.Of(@case)).Said;
        Assert.Equal((bail.Said.Seq, Dates.Local("2026-12-20 10:00")), (varied.Fact.Varies, varied.Fact.EndsAt));
        Assert.Equal([Priya.Id, Tom.Id, Grace.Id], Told(@case));
        var card = CardJson.Write(TellBailDuty.Card(@case, varied.Seq, Tom, Words));
        Assert.Contains("Adult 1: police bail – varied", card, StringComparison.Ordinal);
        Assert.Contains("until Sun 20 Dec 2026, 10:00", card, StringComparison.Ordinal);
        Assert.Equal(Dates.Local("2026-12-20 10:00"), Assert.Single(BailClock.Runs(@case)).EndsAt);
    }

    [Theory]
    [InlineData(BailEnd.Lifted, "", "lifted")]
    [InlineData(BailEnd.NoFurtherAction, "", "no further action")]
    [InlineData(BailEnd.Otherwise, "Charged, and remanded.", "ended in another way")]
    public void Whoever_ends_it_stops_the_clock_and_chair_social_worker_and_owners_hear(object how, string what, string said)
    {
        var given = OnBail("2026-12-06 10:00").At("2026-12-06 10:30").By(Sam);
        var number = Bail.Of(given.Case).Single().Said.Seq;

        given.Decided(c => BailRule.End(c, Sam, number, (BailEnd)how, what, By(Sam)));

        Assert.Empty(Bail.Of(given.Case));
        Assert.Empty(BailClock.Runs(given.Case));
        Assert.Equal([Priya.Id, Tom.Id, Grace.Id], Told(given.Case));
        var card = CardJson.Write(TellBailDuty.Card(given.Case, given.Case.Version, Grace, Words));
        Assert.Contains($"Adult 1: police bail – {said}", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee", card, StringComparison.Ordinal);
        Assert.Contains(MinutesDraft.Of(given.Case),
            one => one.Text.StartsWith("Bail or conditions no more on: Lee Marsh", StringComparison.Ordinal));
        given.When(c => BailRule.End(c, Sam, number, (BailEnd)how, what, By(Sam))).ThenNothingNew();
        given.When(c => Say(c, Sam, number, "2026-12-20 10:00")).Refused<CannotBe>();
    }

    /// <summary>P14: after the meeting it is asked whether it changes the plan; the chair has no second card for it.</summary>
    [Fact]
    public void Lifted_after_the_meeting_the_chair_is_asked_whether_the_plan_changes()
    {
        var given = OnBail("2026-12-06 10:00").At("2026-12-02 16:00").By(Priya)
            .Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting }).At("2026-12-04 18:00").By(Sam);
        given.Decided(c => BailRule.End(c, Sam, Bail.Of(c).Single().Said.Seq, BailEnd.Lifted, "", By(Sam)));

        Assert.Equal(LateKind.Bail, Assert.Single(given.Case.Meeting.News.Open).Kind);
        Assert.Equal(new[] { Tom.Id, Grace.Id }, Told(given.Case));
    }

    [Fact]
    public void It_stands_in_the_minutes_in_status_and_in_the_list_of_police_and_chair_and_never_on_the_posted_card()
    {
        var given = OnBail("2026-12-06 10:00");
        var @case = given.Case;

        Assert.Contains(MinutesDraft.Of(@case), one => one.Text ==
            "Bail or conditions on: Lee Marsh\nWhich: Police bail\nUntil: Sun 6 Dec 2026, 10:00");
        Assert.Contains(MinutesDraft.Of(@case), one => one.Text == $"Conditions: {Conditions}"
            && one.Id.StartsWith("part-2/bail/", StringComparison.Ordinal));
        Assert.All(new[] { Priya, Tom, Ruth }, reader => Assert.Contains("Adult 1: police bail, until Sun 6 Dec 2026, 10:00.",
            BailDrawing.Status(new(@case, reader, @case), given.Now).Select(line => line.Text)));
        Assert.Contains(BailDrawing.Status(new(@case, Ruth, @case), Dates.Local("2026-12-06 10:00")), line =>
            line.Text == "Adult 1: police bail ended Sun 6 Dec 2026, 10:00. Nobody has said what stands now.");
        Assert.All(new[] { Priya, Sam }, reader => Assert.Equal(2, BailDrawing.Entries(new(@case, reader, @case), given.Now).Count()));
        Assert.Contains(BailDrawing.Entries(new(@case, Sam, @case), Dates.Local("2026-12-06 10:00")), entry => entry.IsOpen);
        Assert.Empty(BailDrawing.Entries(new(@case, Grace, @case), given.Now));
        Assert.DoesNotContain("bail", CardJson.Write(HubCard.For(@case, Words)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Lee", CardJson.Write(ClockCard.At<BailClock>(@case, Ladder.Holder(@case, "deputyChair")!)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_for_the_police_alone_stay_as_they_are_when_the_chair_varies_them()
    {
        var given = Called().By(Sam).Decided(c => Say(c, Sam, null, "2026-12-06 10:00", new(Audience.Only(Agency.Police), Sam)));
        var said = Bail.Of(given.Case).Single().Said;
        var seen = CardJson.Write(PartHost.Open(new BailPart(), given.SeenBy(Priya),
            new BailPart.Form(Id.Value, said.Seq), given.Now));
        Assert.DoesNotContain(Conditions, seen, StringComparison.Ordinal);
        Assert.Contains("ask Sam Whitlock", CardJson.Write(ClockCard.At<BailClock>(given.Case, Priya)), StringComparison.Ordinal);

        given.At("2026-12-03 09:00").By(Priya).Decided(c =>
            BailRule.Say(c, Priya, said.Seq, Lee.Value, BailKind.PoliceBail, null, Dates.Local("2026-12-09 10:00"), false, By(Priya)));

        var fact = Bail.Of(given.Case).Single().Said.Fact;
        Assert.Equal((Conditions, Audience.Only(Agency.Police)), (fact.Conditions, fact.Audience));
    }

    /// <summary>P30: a date of yesterday, a day without a time and no date at all are kept, and asked about.</summary>
    [Fact]
    public void A_date_that_has_passed_or_is_not_known_is_kept_and_asked_about()
    {
        var passed = Called().By(Sam).Decided(c => Say(c, Sam, null, "2026-12-01 10:00"));
        Assert.Equal(Dates.Local("2026-12-01 10:00"), Assert.Single(BailClock.Runs(passed.Case)).EndsAt);

        var unknown = Called().By(Sam).Decided(c => Say(c, Sam, null, null));
        Assert.Equal(Dates.Local("2026-12-03 15:00"), Assert.Single(BailClock.Runs(unknown.Case)).EndsAt);
        Assert.Contains("Nobody has said until when.", CardJson.Write(ClockCard.At<BailClock>(unknown.Case, Priya)),
            StringComparison.Ordinal);

        var day = Called().By(Sam).Decided(c => BailRule.Say(c, Sam, null, Bail.SomebodyElse, BailKind.CourtBail,
            "No contact, his brother.", Dates.Local("2026-12-06 00:00"), true, By(Sam)));
        Assert.Contains(BailDrawing.Status(day.SeenBy(Tom), day.Now), line =>
            line.Text == "Somebody who is not on the case: court bail, until Sun 6 Dec 2026, time to be confirmed.");
    }

    [Fact]
    public void Only_police_and_chair_say_it_and_what_is_missing_is_asked()
    {
        var given = Called();
        given.When(c => Say(c, Grace, null, "2026-12-06 10:00")).Refused<NotYourPart>();
        Assert.Equal("adult", given.When(c => BailRule.Say(c, Sam, null, "", BailKind.CourtBail, "x", null, false, By(Sam)))
            .Refused<CannotBe>().Field);
        Assert.Equal("conditions", given.When(c => BailRule.Say(c, Sam, null, Lee.Value, BailKind.CourtBail, " ", null, false, By(Sam)))
            .Refused<CannotBe>().Field);
        given.By(Sam).Decided(c => Say(c, Sam, null, "2026-12-06 10:00"));
        given.When(c => Say(c, Sam, null, "2026-12-06 10:00")).ThenNothingNew();
        var said = Bail.Of(given.Case).Single().Said.Seq;
        given.When(c => BailRule.End(c, Tom, said, BailEnd.Lifted, "", By(Tom))).Refused<NotYourPart>();
        Assert.Equal("what", given.When(c => BailRule.End(c, Sam, said, BailEnd.Otherwise, "", By(Sam))).Refused<CannotBe>().Field);
    }

    private static IEnumerable<ParticipantId> Told(Case @case) =>
        TellBailDuty.Owes(@case).Where(owed => owed.About == @case.Version).Select(owed => owed.To!.Value);

    private static Readers By(Participant person) => new(Audience.Professionals, person);

    private static Decision Say(Case @case, Participant me, int? varies, string? ends, Readers? readers = null) => BailRule.Say(
        @case, me, varies, Lee.Value, BailKind.PoliceBail, Conditions, ends is null ? null : Dates.Local(ends), false, readers ?? By(me));

    private static Given OnBail(string ends) => Called().By(Sam).Decided(c => Say(c, Sam, null, ends));

    private static Given Called()
    {
        var given = AConvenedCase().At("2026-12-02 08:00").Fact(
            new AdultNamed(Lee, new("Lee Marsh", "", null, "father", "")),
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new PositionRecorded("Home", "Mother", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new HolderNamed(null) { Meeting = FirstMeeting, Child = Child1 },
            new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Ring the mother.", Grace.Id, Dates.Local("2026-12-14 12:00"), "", "")
            {
                Meeting = FirstMeeting,
            });
        Timeline.Of(given, "2026-12-02 15:00");
        return given.At("2026-12-02 15:00");
    }
}
