using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Family;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Family.AFamily;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Family;

/// <summary>P33, P34: a copy for each person, in words typed for them alone, given and owed anew; P5: none while contact is held.</summary>
public sealed class FamilyRuleTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25), NextWednesday = new(2026, 12, 2);

    [Fact]
    public void Somebody_whom_the_plan_alone_names_gets_a_number_and_a_child_its_own_words()
    {
        var given = Planned().At("2026-11-25 15:30").By(Tom);
        given.When(c => Reader(c, Said(FamilyCopy.Other, " Joan Lindley ", FamilyReaderKind.Named, "grandmother", "Ash", "english")))
            .Then(Said("other-1", "Joan Lindley", FamilyReaderKind.Named, "grandmother", "Ash"));
        given.When(c => Reader(c, Said(Child1.Value, "", FamilyReaderKind.Parent, "", "")))
            .Then(Said(Child1.Value, "", FamilyReaderKind.Child, "", "you"));

        given.Decided(c => Reader(c, Said(FamilyCopy.Other, "Joan Lindley", FamilyReaderKind.Named, "grandmother", "Ash")));

        given.When(c => Reader(c, Said(FamilyCopy.Other, "Joan Lindley", FamilyReaderKind.Named, "grandmother", "Ash"))).ThenNothingNew();
        given.When(c => Reader(c, Said(FamilyCopy.Other, "Win Lindley", FamilyReaderKind.Named, "great-aunt", "Bo")))
            .Then(Said("other-2", "Win Lindley", FamilyReaderKind.Named, "great-aunt", "Bo"));
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var given = Typed().At("2026-11-25 16:00").By(Tom);
        Assert.Equal(["name", "relation", "about"], given
            .When(c => Reader(c, Said(FamilyCopy.Other, "", FamilyReaderKind.Named, " ", ""))).Refused<Several>().All
            .Select(one => one.Field));
        Assert.Equal(["worry", "day"], given
            .When(c => FamilyRule.Words(c, Tom, new(Mother, "", new(2026, 11, 24), null, ""), Wednesday)).Refused<Several>().All
            .Select(one => one.Field));
        Assert.Equal(["who", "what", "when"], given
            .When(c => FamilyRule.Row(c, Tom, Mother, "action-1", "", "", "")).Refused<Several>().All.Select(one => one.Field));
        given.When(c => FamilyRule.Row(c, Tom, Mother, "action-1", "You", new string('a', 301), "Each day"))
            .Then(new TooLong(FamilyRule.MostWhat) { Field = "what" });
    }

    [Fact]
    public void Letters_for_words_are_said_to_whoever_types_them()
    {
        Assert.Empty(FamilyRule.Abbreviations(Typed().Copy(Mother)));
        var given = Typed().By(Tom).Fact(Told(Mother, 2, 1, "You", "Come to the CIN meeting (I ring you). The LADO, and ABE.", "By 4pm"));
        Assert.Equal(["CIN", "LADO", "ABE"], FamilyRule.Abbreviations(given.Copy(Mother)));
    }

    [Fact]
    public void A_confidential_address_is_on_no_copy()
    {
        var given = Typed().By(Tom).Fact(
            new ChildNamed(Typed().Case.Children[1].Details with { Address = "14 Rose Lane, Hereford", Postcode = "HR1 9ZZ" })
            {
                Child = Child2,
                Audience = SocialCare,
            });
        Assert.Null(FamilyRule.WhyNoPaper(given.Case, Mother));
        foreach (var told in new[] { "Bo sleeps at 14, Rose Lane.", "Bo is at hr19zz." })
        {
            given.Fact(Told(Mother, 2, 1, "Joan", told, "Each night"));
            Assert.Equal("It holds an address that is confidential: take it out.", FamilyRule.WhyNoPaper(given.Case, Mother)!.Say(Words));
        }
    }

    [Fact]
    public void A_row_marked_for_some_agencies_is_chosen_only_for_whom_it_names()
    {
        var given = Typed().At("2026-11-25 16:00").By(Tom);
        given.When(c => FamilyRule.Row(c, Tom, Mother, "action-2", "Police", "Come.", "At dawn")).Then(FamilyRule.MarkedForOthers);
        given.When(c => FamilyRule.Row(c, Tom, Grandmother, "action-4", "Tom", "Sees Bo.", "Thursday")).Then(FamilyRule.MarkedForOthers);
        given.When(c => FamilyRule.Row(c, Tom, Mother, "action-4", "Tom", "Sees Bo again.", "Friday"))
            .Then(Told(Mother, 5, 4, "Tom", "Sees Bo again.", "Friday"));
        given.When(c => FamilyRule.Row(c, Tom, Mother, "row-4", "Tom", "Sees Bo.", "Friday"))
            .Then(Told(Mother, 4, 4, "Tom", "Sees Bo.", "Friday"));
        // Pressed twice, it stands once.
        given.When(c => FamilyRule.Row(c, Tom, Mother, "action-4", "Tom", "Sees Bo on her own at school.", "Thursday, 9:30am"))
            .ThenNothingNew();
    }

    [Fact]
    public void Only_social_care_makes_a_copy_and_nobody_else_reads_one()
    {
        var given = Typed();
        foreach (var person in new[] { Sam, Grace, Ruth, Helen, Jo })
        {
            Assert.False(FamilyRule.MayMake(person));
        }

        given.When(c => Reader(c, Said(Mother, "", FamilyReaderKind.Parent, "mother", "Ash"), Sam)).Refused<NotYourPart>();
        var seen = given.SeenBy(Sam).Case.FamilyCopies.SelectMany(copy =>
            copy.Rows.Select(row => row.Fact.What).Append(copy.Words!.Fact.Worry).Append(copy.For!.Fact.Name));
        Assert.All(seen, Assert.Empty);
        Assert.False(FamilyRule.MayMake(Sam with { Roles = [Role.Scribe] }));
    }

    [Fact]
    public void While_contact_is_held_there_is_no_form_no_paper_and_nothing_is_given()
    {
        (AdultId? Hold, string Reader)[] held = [(new(Mother), Mother), (null, Mother), (null, Grandmother), (null, Child1.Value)];
        foreach (var (hold, reader) in held)
        {
            var given = Typed().At("2026-11-25 16:00").By(Sam).Fact(Hold(hold)).By(Tom);
            var say = FamilyRule.Held(given.Case, reader, "")!.Say(Words);
            Assert.Contains("Ask Sam Whitlock, 01632 960003 first", say, StringComparison.Ordinal);
            given.When(c => Reader(c, Said(reader, "Joan", FamilyReaderKind.Named, "kin", "Bo"))).Then(new CannotBe(say));
            Assert.All(
            [
                FamilyRule.Words(given.Case, Tom, new(reader, "A worry.", null, null, ""), Wednesday),
                FamilyRule.Row(given.Case, Tom, reader, "action-1", "You", "Stay.", "Now"),
                FamilyRule.Given(given.Case, Tom, reader, Tom.Id, GivenHow.ByHand, null, given.Now),
            ], decision => Assert.IsType<Decision.Refused>(decision));
            Assert.NotNull(FamilyRule.WhyNoPaper(given.Case, reader));
        }

        // On another adult, it holds nobody else; lifted, it holds nobody.
        var man = Typed().At("2026-11-25 16:00").By(Sam).Fact(Hold(TheMan));
        Assert.Null(FamilyRule.WhyNoPaper(man.Case, Mother));
        Assert.Equal(["Lee Marsh"], FamilyRule.NamesHeld(man.Case, man.Copy(Mother)));
        Assert.All(new[] { "lee MARSH", "Lee", "Lee Marsh, a friend" },
            name => Assert.NotNull(FamilyRule.Held(man.Case, FamilyCopy.Other, name)));
        Assert.All(new[] { "Joan Lindley", "Lena Marshall", "" }, name => Assert.Null(FamilyRule.Held(man.Case, FamilyCopy.Other, name)));
        var lifted = Typed().By(Sam).Fact(Hold(new(Mother)), In(new ContactHoldLifted(new(Mother), "Spoken with.", "")));
        Assert.Null(FamilyRule.WhyNoPaper(lifted.Case, Mother));
    }

    [Fact]
    public void What_was_given_is_kept_as_given_and_a_change_of_a_row_or_of_the_review_makes_it_out_of_date()
    {
        var given = Typed().At("2026-11-25 16:00").By(Tom);
        given.When(c => Give(c, Mother, given.Now)).Then(Handed(Mother));
        given.Decided(c => Give(c, Mother, given.Now));
        given.When(c => Give(c, Mother, given.Now)).ThenNothingNew();
        Assert.Null(CopyOwed.Outdated(given.Case, given.Copy(Mother)));

        // Words alone, and a row that isn't in it, change nothing.
        given.At("2026-11-26 09:00").By(Priya).Fact(
            Row(2, "PLANTEDPOLICE row: arrest at noon."),
            Row(1, "Other words.") with { Change = new(PlanChangeKind.Wording, "") });
        Assert.Null(CopyOwed.Outdated(given.Case, given.Copy(Mother)));

        var moved = Typed().At("2026-11-25 16:00").By(Tom).Decided(c => Give(c, Mother, given.Now)).At("2026-11-26 09:00").By(Priya)
            .Fact(In(new SafetyReviewSet(new(2026, 12, 3)) { Change = new(PlanChangeKind.Event, "He moved.") }));
        Assert.Equal("another day of review was set", CopyOwed.Outdated(moved.Case, moved.Copy(Mother)));

        given.At("2026-11-26 10:00")
            .Fact(Row(3, "He may see them on Friday.") with { Change = new(PlanChangeKind.Event, "Bail was varied.") });
        Assert.Equal("a row of the plan was changed", CopyOwed.Outdated(given.Case, given.Copy(Mother)));
        var kept = given.Copy(Mother).LastGiven!;
        Assert.Equal((1, Dates.Local("2026-11-25 16:00")), (kept.Said.Fact.PlanVersion, kept.At));

        // It is read again before a new one is given, and what was given stays as it was.
        Assert.Contains("The plan changed since row 3 was typed", FamilyRule.WhyNoPaper(given.Case, Mother)!.Say(Words),
            StringComparison.Ordinal);
        given.By(Tom).Decided(c => FamilyRule.Row(c, Tom, Mother, "row-3", "Tom", "Is there when Lee sees the children.", "Friday"));
        given.Decided(c => FamilyRule.Row(c, Tom, Mother, "row-1", "Joan", given.Copy(Mother).Row(1)!.Fact.What, "Each night"));
        Assert.StartsWith("Makes sure", given.Copy(Mother).LastGiven!.AsGiven.Row(3)!.Fact.What, StringComparison.Ordinal);
        given.Decided(c => Give(c, Mother, given.Now));
        Assert.Null(CopyOwed.Outdated(given.Case, given.Copy(Mother)));
        Assert.Equal(2, given.Copy(Mother).Given.Count);
    }

    [Fact]
    public void The_same_words_stand_anew_once_the_plan_changed_and_a_row_that_is_gone_is_left_out()
    {
        var given = Typed().At("2026-11-26 10:00").By(Priya).Fact(Row(3, "No contact with Lee, nor by telephone."));
        var same = given.Copy(Grandmother).Row(3)!.Fact;
        given.By(Tom).When(c => FamilyRule.Row(c, Tom, Grandmother, "row-3", same.Who, same.What, same.When)).Then(same);
        given.Fact(same);
        given.When(c => FamilyRule.Row(c, Tom, Grandmother, "row-3", same.Who, same.What, same.When)).ThenNothingNew();

        given.By(Priya).Fact(In(new ActionWithdrawn(new("action-1"), "")));
        var why = FamilyRule.WhyNoPaper(given.Case, Grandmother)!.Say(Words);
        Assert.Contains("Row 1 is no longer on the plan", why, StringComparison.Ordinal);
        given.By(Tom).Decided(c => FamilyRule.LeaveOut(c, Tom, Grandmother, 1)).Decided(c => FamilyRule.LeaveOut(c, Tom, Grandmother, 2));
        given.When(c => FamilyRule.LeaveOut(c, Tom, Grandmother, 1)).ThenNothingNew();
        Assert.Equal([3, 4], given.Copy(Grandmother).Rows.Select(row => row.Fact.Row));
        // Row 4 is of the same row of the plan, typed before it changed.
        Assert.Equal("The plan changed since row 2 was typed: open it, read it, and save it again.",
            FamilyRule.WhyNoPaper(given.Case, Grandmother)!.Say(Words));
    }

    [Fact]
    public void Everybody_with_parental_responsibility_and_everybody_who_is_named_is_owed_one_and_a_child_may_get_one()
    {
        var given = Planned();
        Assert.Equal(
            [(Mother, "has parental responsibility"), (Man, "is named in a row of the plan"), (Child1.Value, ""), (Child2.Value, "")],
            CopyOwed.All(given.Case, Wednesday).Select(one => (one.Reader, one.Because)));
        Assert.Equal([Mother, Man], CopyOwed.Open(given.Case).Select(one => one.Reader));

        var ended = Typed().Decided(c => Give(c, Mother, Dates.Local("2026-11-25 16:00"))).At("2026-11-27 10:00").By(Priya)
            .Fact([.. Enumerable.Range(1, 4).Select(row => In(new ActionWithdrawn(new($"action-{row}"), "")))]);
        Assert.Empty(CopyOwed.Open(ended.Case));

        // Nobody with whom contact is held is waited for; one that isn't shared is not either.
        given.At("2026-11-25 15:30").By(Sam).Fact(Hold(TheMan)).By(Helen)
            .Decided(c => FamilyRule.NotShared(c, Helen, Mother, "She is not to be told yet: the ward keeps Ash.", Wednesday));
        Assert.Empty(CopyOwed.Open(given.Case));
        // A manager who oversaw the talk about the plan has said so already; given later, it is owed anew like any other.
        var talked = Planned().By(Tom).Fact(In(new PlanDiscussed(new(Mother), PlanAnswer.NotShared, null, "She is with him.")));
        Assert.Contains(CopyOwed.Open(talked.Case), one => one.Reader == Mother);
        talked.By(Helen).Fact(In(new PlanOverseen(talked.Entries.Count, YesNo.Yes, "The ward keeps Ash.")));
        Assert.DoesNotContain(CopyOwed.Open(talked.Case), one => one.Reader == Mother);
        talked.By(Tom).Fact(Said(Mother, "", FamilyReaderKind.Parent, "mother", "Ash"), Handed(Mother), Worry(Mother, "New words.", ""));
        Assert.Contains(CopyOwed.Open(talked.Case), one => one.Reader == Mother);
        given.When(c => FamilyRule.NotShared(c, Tom, Mother, "No.", Wednesday)).Refused<NotYourPart>();
        given.When(c => FamilyRule.NotShared(c, Helen, Mother, " ", Wednesday)).Refused<CannotBe>();
    }

    /// <summary>P34: whoever of the family does a row, though no list of the case names them.</summary>
    [Fact]
    public void Whoever_of_the_family_does_a_row_is_owed_a_copy_until_theirs_is_begun()
    {
        var given = Planned().By(Priya).Fact(
            Row(5, "PLANTED row: takes them to school.") with { Family = new("Ray Harlow", "07700 900123") });
        var owed = Assert.Single(CopyOwed.Open(given.Case), one => one.Because == "does a row of the plan");
        Assert.Equal(("Ray Harlow", "Somebody"), (owed.Copy.Name(given.Case), FamilyCopy.Number(owed.Reader)));

        given.By(Tom).Fact(Said(Grandmother, "Raymond Harlow", FamilyReaderKind.Named, "uncle", "Ash and Bo"));
        Assert.DoesNotContain(CopyOwed.All(given.Case, Wednesday), one => one.Because == "does a row of the plan");
        // An adult of the case is owed one as that.
        var man = Planned().By(Priya).Fact(Row(5, "Takes them to school.") with { Family = new("Lee", "07700 900456") });
        Assert.Equal(["is named in a row of the plan"],
            CopyOwed.Open(man.Case).Where(one => one.Reader == Man).Select(one => one.Because));
        Assert.DoesNotContain(CopyOwed.Open(man.Case), one => one.Reader == FamilyCopy.Other);
    }

    [Fact]
    public async Task The_list_shows_whoever_does_a_row_and_offers_somebody_else_once()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Planned().By(Priya).Fact(
            Row(5, "PLANTED row: takes them to school.") with { Family = new("Ray Harlow", "07700 900123") }));
        var list = await host.OpenAsync(Tom, CopiesOwedPage.Button(await host.Clerk.LoadAsync(Id, default)));

        Assert.Contains("Ray Harlow: does a row of the plan", list.Text, StringComparison.Ordinal);
        Assert.Single(list.Inputs.OfType<StrategyBot.Protocols.Cards.ChoiceSetInput>().Single().Choices,
            choice => choice.Value == FamilyCopy.Other);
    }

    [Fact]
    public void Whoever_gave_one_that_is_out_of_date_is_told_on_the_hub_and_by_status_without_a_name()
    {
        var given = Typed().At("2026-11-25 16:00").By(Tom).Decided(c => Give(c, Mother, Dates.Local("2026-11-25 16:00")))
            .Decided(c => Give(c, Grandmother, Dates.Local("2026-11-25 16:00"))).By(Sam).Fact(Hold(TheMan));
        Assert.True(Entry(given, Tom) is { IsOpen: false, IsOffered: true, State: "2 given" });
        Assert.Empty(FamilyHub.Status(given.SeenBy(Tom), given.Now));

        given.At("2026-11-26 10:00").By(Priya).Fact(Row(4, "Sees Bo at home.") with { Audience = Audience.Professionals });

        Assert.True(Entry(given, Tom) is { IsOpen: true, State: "1 owed" });
        Assert.Equal(["Adult 1: the copy of the safety plan is out of date, a row of the plan was changed. A new one is owed."],
            FamilyHub.Status(given.SeenBy(Tom), given.Now).Select(line => line.Text));
        Assert.Empty(FamilyHub.Status(given.SeenBy(Sam), given.Now));
        Assert.Empty(FamilyHub.Entries(given.SeenBy(Sam), given.Now));
        Assert.DoesNotContain("Nadia", Entry(given, Tom).ToString(), StringComparison.Ordinal);
        // The chair, who gave none, has it offered, and is led there once the one that is out of date is hers.
        Assert.True(Entry(given, Priya) is { IsOpen: false, IsOffered: true });
        given.Fact(Handed(Mother) with { Giver = Priya.Id }).At("2026-11-26 11:00").Fact(Row(4, "Sees Bo at school."));
        Assert.True(Entry(given, Priya) is { IsOpen: true, State: "1 owed" });
    }

    [Fact]
    public void Nothing_is_owed_before_the_plan_is_agreed()
    {
        var given = AConvenedCase().At("2026-11-25 14:30").By(Priya).Fact(Row(1, "Gran stays.")).By(Tom)
            .Fact(Said(FamilyCopy.Other, "Joan Lindley", FamilyReaderKind.Named, "kin", "Ash") with { Reader = Grandmother });
        Assert.True(Entry(given, Tom) is { IsOpen: false, IsOffered: true });
        Assert.Empty(FamilyHub.Status(given.SeenBy(Tom), given.Now));
        // Agreed while people still meet: it is said, and nobody is led away from the meeting.
        given.At("2026-11-25 14:50").By(Priya).Fact(In(new ImmediatePlanAgreed()));
        Assert.Equal(["Somebody else 1 is owed a copy of the safety plan."],
            FamilyHub.Status(given.SeenBy(Tom), given.Now).Select(line => line.Text));
        Assert.True(Entry(given, Tom) is { IsOpen: false, IsOffered: true });
        Assert.Empty(FamilyHub.Entries(AConvenedCase().SeenBy(Tom), given.Now));
    }

    private static HubEntry Entry(Given given, Participant person) => FamilyHub.Entries(given.SeenBy(person), given.Now).Single();

    private static Decision Give(Case @case, string reader, DateTimeOffset now) =>
        FamilyRule.Given(@case, Tom, reader, Tom.Id, GivenHow.ByHand, null, now);

    private static Decision Reader(Case @case, FamilyReaderSaid said, Participant? by = null) =>
        FamilyRule.Reader(@case, by ?? Tom, said, Wednesday);
}
