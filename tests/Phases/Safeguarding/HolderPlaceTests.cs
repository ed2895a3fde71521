using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>P35: a holder may be a place, which is rung first, has a sheet, and is rung again at each change of its shift.</summary>
public sealed class HolderPlaceTests
{
    private const string Ward = "Ward 4, Northgate Hospital", Phone = "01632 960444";

    [Fact]
    public void A_place_is_rung_at_once_when_the_outcome_is_agreed_and_who_answered_is_kept()
    {
        var given = Held();
        Assert.Empty(HolderPlaceClock.Runs(given.Case));
        given.At("2026-12-02 14:00").Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

        var running = Assert.Single(HolderPlaceClock.Runs(given.Case));
        Assert.Equal(given.Now, running.EndsAt);
        Assert.Equal([Priya.Id, Tom.Id], running.Owners);
        Assert.Equal($"Ring now: {Ward}, {Phone}. They hold child 1, and do not know the outcome yet.",
            HolderPlaceClock.Tell(given.Case, running, default, given.Now, Words));
        Assert.Equal("who", given.When(c => Ring(c, "", null)).Refused<CannotBe>().Field);
        given.At("2026-12-02 14:05").By(Tom).Decided(c => Ring(c, "Mary Osei, nurse in charge", null));

        Assert.Empty(HolderPlaceClock.Runs(given.Case));
        Assert.DoesNotContain(SafeguardingHub.Status(given.SeenBy(Tom), given.Now),
            line => line.Text.Contains("rung", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_rung_again_when_its_shift_changes_and_each_time_after()
    {
        var given = Agreed().At("2026-12-02 14:05").By(Tom).Decided(c => Ring(c, "Mary Osei, nurse in charge", new(19, 30)));
        var running = Assert.Single(HolderPlaceClock.Runs(given.Case));
        Assert.Equal(Dates.Local("2026-12-02 19:30"), running.EndsAt);
        Assert.Equal($"Ring now: {Ward}, {Phone}. They hold child 1, and the shift changes there.",
            HolderPlaceClock.Tell(given.Case, running, default, given.Now, Words));

        given.At("2026-12-02 19:40").Decided(c => Ring(c, "Ben Rhys, night sister", new(7, 30)));
        Assert.Equal(Dates.Local("2026-12-03 07:30"), Assert.Single(HolderPlaceClock.Runs(given.Case)).EndsAt);
    }

    [Fact]
    public void It_is_rung_again_when_the_outcome_changes_and_not_with_what_it_was_before()
    {
        var given = Agreed().At("2026-12-02 14:05").By(Tom).Decided(c => Ring(c, "Mary Osei, nurse in charge", null));
        given.At("2026-12-02 16:00").By(Priya).Fact(
            new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 });

        Assert.Equal(given.Now, Assert.Single(HolderPlaceClock.Runs(given.Case)).EndsAt);
        given.When(c => HolderPlaceRule.Ring(c, Child1.Value, "Mary Osei", null, 0, Audience.Professionals)).Refused<CannotBe>();
        given.Decided(c => Ring(c, "Mary Osei, nurse in charge", null));
        Assert.Empty(HolderPlaceClock.Runs(given.Case));
    }

    /// <summary>Two who rang at one time both did.</summary>
    [Fact]
    public void Each_who_answered_stays_on_the_record()
    {
        var given = Agreed().At("2026-12-02 14:05").By(Tom).Decided(c => Ring(c, "Mary Osei, nurse in charge", new(19, 30)))
            .By(Priya).Decided(c => Ring(c, "Ben Rhys, sister", new(19, 30)));

        Assert.Equal(["Mary Osei, nurse in charge", "Ben Rhys, sister"],
            given.Case.Meeting.Safety.Rung.Select(rung => rung.Fact.Who));
    }

    [Fact]
    public void Nobody_holds_the_child_any_more_and_nobody_is_rung()
    {
        var given = Agreed().By(Priya).Decided(c => PositionRule.Hold(c, c.Children, null, nobody: true));

        Assert.Empty(HolderPlaceClock.Runs(given.Case));
        given.When(c => Ring(c, "Mary Osei", null)).Refused<CannotBe>();
    }

    [Fact]
    public void Whoever_of_the_place_is_on_the_case_has_confirmed_by_its_telephone()
    {
        var given = Held(Grace).At("2026-12-02 14:00").Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });
        Assert.Single(HolderClock.Runs(given.Case));
        given.By(Tom).Decided(c => Ring(c, "Mary Osei, nurse in charge", null));

        Assert.Empty(HolderClock.Runs(given.Case));
    }

    [Fact]
    public void Both_its_name_and_its_number_are_asked()
    {
        var missing = AConvenedCase().When(c => HolderPlaceRule.Name(c, c.Children, " ", "", null, By(Tom))).Refused<Several>();
        Assert.Equal(["place", "phone"], missing.All.Select(why => why.Field));
        var given = Held();
        given.When(c => HolderPlaceRule.Name(c, c.Children, Ward, Phone, null, By(Tom))).ThenNothingNew();
    }

    [Fact]
    public void The_sheet_says_why_the_child_stays_who_may_come_what_to_say_and_whom_to_ring() => Golden.Text(Sheet(Agreed()));

    [Fact]
    public void What_is_marked_for_some_agencies_is_not_on_the_sheet_and_a_hold_is()
    {
        var given = Agreed().By(Sam).Fact(
            new PositionRecorded(
                "PLANTEDPOLICE", "PLANTEDPOLICE", "PLANTEDPOLICE", SafetyBasis.PoliceProtection, null, null, "PLANTEDPOLICE")
            {
                Meeting = FirstMeeting,
                Child = Child1,
                Audience = Audience.Only(Agency.Police),
            },
            new ContactHeld(null, Dates.Local("2026-12-03 10:00"), "PLANTEDPOLICE why.", "Somebody will ring you.")
            {
                Meeting = FirstMeeting,
            });

        Assert.DoesNotContain("PLANTEDPOLICE", Sheet(given), StringComparison.Ordinal);
        Assert.Contains("You may say: “Somebody will ring you.”", Sheet(given), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_dialog_a_place_is_named_rung_and_has_its_sheet()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(AConvenedCase().At("2026-12-02 09:00").By(Priya)
            .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }));
        host.Clock.Advance(Dates.Local("2026-12-02 14:00") - host.Clock.GetUtcNow());
        var form = await (await host.OpenAsync(Priya, HolderPart.Button(await host.Clerk.LoadAsync(Id, default))))
            .PressAsync("A ward, a school or another place");
        await form.PressAsync("Save", ("place", Ward), ("phone", Phone));
        await (await host.OpenAsync(Priya, ActionPart.Id.Button("", new RowForm(Id.Value))))
            .PressAsync("Save", ("what", "Ring the ward."), ("owner", Tom.Id.Value), ("at", "3 Dec 2026 12:00"));
        await (await host.OpenAsync(Priya, AgreementPage.Button(await host.Clerk.LoadAsync(Id, default))))
            .PressAsync("Agree immediate plan");

        var @case = await host.Clerk.LoadAsync(Id, default);
        var ring = await host.OpenAsync(Tom, HolderRungPart.Button(@case, HolderPlace.On(@case).Single()));
        Assert.Contains($"Ring {Ward}, {Phone}", ring.Text, StringComparison.Ordinal);
        Assert.Contains(ring.Buttons, button => button.Title == "Print a sheet for them");
        var rung = await ring.PressAsync("They know it", ("who", "Mary Osei, nurse in charge"), ("shift", "19:30"));
        Assert.Contains("They are rung again Wed 2 Dec 2026, 19:30, when the shift changes", rung.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_is_a_document()
    {
        var file = await new HolderSheetFile(Words).WriteAsync(null!, Agreed().SeenBy(Tom), Child1.Value, Dates.Local("2026-12-02 15:00"),
            false, default);
        Assert.Equal("SB-2026-014-holder-child-1.docx", file?.Name);
        Assert.Null(await new HolderSheetFile(Words).WriteAsync(null!, AConvenedCase().SeenBy(Tom), Child1.Value,
            Dates.Local("2026-12-02 15:00"), false, default));
    }

    private static string Sheet(Given given) => string.Concat(
        HolderSheet.Of(given.Case, HolderPlace.On(given.Case).Single(), Dates.Local("2026-12-02 15:00"), Words).Blocks
            .Select(block => ((FamilyPaper.Line)block).Text() + "\n"));

    private static Readers By(Participant person) => new(Audience.Professionals, person);

    private static Decision Ring(Case @case, string who, TimeOnly? shift) => HolderPlaceRule.Ring(
        @case, Child1.Value, who, shift, HolderPlace.On(@case) is [var held] ? held.Number(@case) : 0, Audience.Professionals);

    private static Given Held(Participant? holder = null) => AConvenedCase().At("2026-12-02 09:30").By(Priya)
        .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new PositionRecorded("Ward 4", "her aunt", "A nurse stays in the room", SafetyBasis.StaysForTreatment, null,
                Dates.Local("2026-12-03 12:00"), "01632 960002")
            { Meeting = FirstMeeting, Child = Child1 })
        .Decided(c => HolderPlaceRule.Name(c, c.Children, Ward, Phone, holder, By(Priya)));

    private static Given Agreed() => Held().At("2026-12-02 14:00").Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });
}
