using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Deputising;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Minuting;

/// <summary>Who may approve the minutes in the chair's place (R89), of a meeting on Wed 25 Nov 2026 that Priya chaired, and what the
/// approval says is not done yet (P30).</summary>
public sealed class DelegateTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly DateTimeOffset Next = Dates.Local("2026-11-26 10:00");

    [Fact]
    public void Only_the_authoritys_people_with_standing_to_lead_are_offered()
    {
        Assert.Equal([Helen.Id], DelegateRule.Offered(Ended().Case).Select(person => person.Id));
        var senior = Tom with { Id = new("person-8"), Name = "Una Pike", JobTitle = "Team Manager", Person = null };
        Assert.Equal([Helen.Id, senior.Id],
            DelegateRule.Offered(Ended().Fact(new ParticipantAdded(senior)).Case).Select(person => person.Id));
    }

    [Fact]
    public void All_that_is_missing_is_said()
    {
        Saying(null, null, "Choose who may approve.");
        Saying(Sam.Id.Value, null, "Choose who may approve.");
        Saying(Helen.Id.Value, "2026-11-24", "That day is over.");
        Saying(Helen.Id.Value, "2026-11-27", "That is before the first day.", until: "2026-11-26");
        Saying(Helen.Id.Value, null, "That is more than a year. Leave it out if it is until you take it back.", until: "2027-12-31");
    }

    [Fact]
    public void Said_twice_or_taken_back_twice_is_once()
    {
        var given = Named();
        given.When(c => DelegateRule.Name(c, Helen.Id.Value, null, null, Today)).ThenNothingNew();
        given.Decided(DelegateRule.Withdraw).When(DelegateRule.Withdraw).ThenNothingNew();
        Ended().When(DelegateRule.Withdraw).ThenNothingNew();
    }

    [Fact]
    public void Nobody_else_approves_and_they_do_while_it_lasts()
    {
        Approving(Ended(), Helen).Refused<NotYourPart>();
        Approving(Named(), Tom).Refused<NotYourPart>();
        Approving(Named(from: "2026-11-27"), Helen).Refused<NotYourPart>();
        Approving(Named(until: "2026-11-25"), Helen).Refused<NotYourPart>();
        Approving(Named().Decided(DelegateRule.Withdraw), Helen).Refused<NotYourPart>();
        Assert.NotEmpty(Approving(Named(until: "2026-11-26"), Helen).Facts);
        Assert.NotEmpty(Approving(Named(), Priya).Facts);
    }

    /// <summary>Another chair names their own.</summary>
    [Fact]
    public void Whom_an_earlier_chair_named_approves_no_more()
    {
        var senior = Helen with { Id = new("person-8"), Name = "Una Pike", Mail = "una.pike@council.example", Person = new("council/una") };
        var given = Ended().Fact(new ParticipantAdded(senior)).By(Priya)
            .Decided(c => DelegateRule.Name(c, senior.Id.Value, null, null, Today));
        Assert.NotNull(DelegateRule.On(given.Case, Today));
        given.By(Helen).Fact(In(new ChairTaken(Helen.Id, "Priya Nair is ill.")));
        Assert.Null(DelegateRule.On(given.Case, Today));
        Approving(given, senior).Refused<NotYourPart>();
    }

    /// <summary>To whom the chair hands their own place for a day, they need not name a second time.</summary>
    [Fact]
    public void A_deputy_of_the_chairs_own_choice_may_approve_and_one_of_anothers_may_not()
    {
        Decision Handed(Case c, Participant by) => DeputyRule.Say(c, by, new(Priya.Id.Value, Helen.Id.Value, Words: "Leave."), Today);
        var given = Ended().By(Priya).Decided(c => Handed(c, Priya));
        Assert.Equal(Priya.Id, Assert.IsType<MinutesApproved>(Approving(given, Helen).Facts[^1]).For);
        Approving(Ended().By(Helen).Decided(c => Handed(c, Helen)), Helen).Refused<NotYourPart>();
    }

    [Fact]
    public void The_approval_says_for_whom_and_so_do_the_minutes()
    {
        var given = Approved();
        Assert.Equal(Priya.Id, given.Case.Meeting.Minutes.Approved!.Fact.For);
        Assert.Null(ApprovalRuleTests.Approved().Case.Meeting.Minutes.Approved!.Fact.For);
        var paper = PaperOf(given, Sam);
        Assert.Equal("Approved by Helen Marsh for Priya Nair, Thu 26 Nov 2026, 10:00.", paper.Approved);
        Assert.Equal("Helen Marsh for Priya Nair, Thu 26 Nov 2026, 10:00", paper.Versions[0][1]);
        Assert.Equal("Version 1, approved Thu 26 Nov 2026, 10:00 by Helen Marsh for Priya Nair", paper.Mark.Line);
        Assert.Equal(["Helen Marsh", "In full", "With the approval"], paper.Distribution[0]);
        var front = (SheetPiece.Grid)MinutesLayout.Of(MinutesCopy.OnPaper(given.Case.Meeting.Minutes.Of(1), Sam), paper)
            .First(piece => piece is SheetPiece.Grid { Name: "These minutes" });
        Assert.Contains("Approved by Helen Marsh for Priya Nair",
            string.Concat(front.Rows[0][1].Words.Select(said => said.Text)), StringComparison.Ordinal);
    }

    /// <summary>Whoever approved has them; the chair is sent them as everybody is, and the next version goes to both.</summary>
    [Fact]
    public void The_chair_gets_what_somebody_else_approved_and_they_what_the_chair_amends()
    {
        var given = Approved();
        Assert.Equal([Priya.Id, Tom.Id, Sam.Id, Grace.Id, Ruth.Id], Recipients.Of(given.Case, given.Case.Meeting).Select(one => one.Id));
        given.At("2026-11-26 12:00").By(Priya).Fact(In(new MinutesEdited("part-1/cause", "A bruise.")))
            .Decided(c => ApprovalRuleTests.Approve(c, upon: 1, reason: "It was the right arm."));
        Assert.Equal([Tom.Id, Sam.Id, Grace.Id, Ruth.Id, Helen.Id], Recipients.Of(given.Case, given.Case.Meeting).Select(one => one.Id));
        Assert.Equal(["Helen Marsh", "Priya Nair"], PaperOf(given, Sam, 2).Distribution
            .Where(row => row.Contains("With the approval")).Select(row => row[0]).Order());
    }

    [Fact]
    public void They_are_told_for_whom_and_how_long_and_when_it_is_taken_back_or_somebody_elses()
    {
        var given = Named(until: "2026-11-30");
        var owed = Assert.Single(TellDelegateDuty.Owes(given.Case));
        Assert.Equal((Helen.Id, Dates.Local("2026-11-25 15:00")), (owed.To, owed.DueAt));
        var card = CardJson.Write(TellDelegateDuty.Card(given.Case, Words));
        Assert.Contains("You may approve them for Priya Nair from Wed 25 Nov 2026 to Mon 30 Nov 2026.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", card, StringComparison.Ordinal);
        Assert.Empty(TellDelegateBackDuty.Owes(given.Case));

        given.At("2026-11-26 09:00").Decided(DelegateRule.Withdraw);
        Assert.Empty(TellDelegateDuty.Owes(given.Case));
        var back = Assert.Single(TellDelegateBackDuty.Owes(given.Case));
        Assert.Equal((Helen.Id, Dates.Local("2026-11-26 09:00")), (back.To, back.DueAt));

        // The same person for longer isn't told that it ended.
        Assert.Empty(TellDelegateBackDuty.Owes(Named(until: "2026-11-30").At("2026-11-26 09:00")
            .Decided(c => DelegateRule.Name(c, Helen.Id.Value, Today, null, Today)).Case));
    }

    [Fact]
    public void They_hear_of_the_draft_with_the_chair_or_on_their_first_morning()
    {
        var held = Held().By(Priya).Decided(c => DelegateRule.Name(c, Helen.Id.Value, null, null, Today));
        var ended = held.At("2026-11-25 14:45").Fact(In(new MeetingEnded(Via.Form)));
        Assert.Equal([(Priya.Id, Dates.Local("2026-11-25 14:45")), (Helen.Id, Dates.Local("2026-11-25 14:45"))],
            TellDraftReadyDuty.Owes(ended.Case).Select(one => (one.To!.Value, one.DueAt)));
        // Named after it, they hear with that.
        Assert.Equal(Priya.Id, Assert.Single(TellDraftReadyDuty.Owes(Named().Case)).To);
        Assert.Equal([Dates.Local("2026-11-25 14:45"), Dates.Local("2026-11-27 08:45")],
            TellDraftReadyDuty.Owes(Named(from: "2026-11-27").Case).Select(one => one.DueAt));
    }

    [Fact]
    public void They_are_reminded_as_the_chair_is_while_it_lasts_and_only_to_approve()
    {
        var keys = RemindOfMinutesDuty.Owes(Named(until: "2026-11-26").Case).Select(one => one.Key).ToList();
        Assert.Contains("minuting/remind/meeting-1/1/delegate", keys);
        Assert.DoesNotContain("minuting/remind/meeting-1/2/delegate", keys);
        Assert.DoesNotContain(RemindOfMinutesDuty.Owes(Approved().Case), one => one.About == "delegate");
        Assert.Equal([Priya.Id, Helen.Id], Assert.Single(LateMinutesClock.Runs(Named().Case)).Owners);
        Assert.Equal([Priya.Id], Assert.Single(LateMinutesClock.Runs(Named(until: "2026-11-26").Case)).Owners);
        Assert.DoesNotContain(Helen.Id, Assert.Single(LateMinutesClock.Runs(Approved().Case)).Owners);
        var card = ReminderCard.For(Named().Case, Named().Case.Meeting, Helen, Words, Next);
        Assert.Contains("Read and approve", CardJson.Write(card), StringComparison.Ordinal);
    }

    /// <summary>They read the draft and approve it; its words, and what is said to be wrong, stay the chair's.</summary>
    [Fact]
    public async Task They_see_what_is_needed_to_approve_and_nothing_else_changes_for_them()
    {
        Assert.Contains(MinutingHub.Entries(Named().SeenBy(Helen), Next), entry => entry.Id == "minuting/draft");
        Assert.DoesNotContain(MinutingHub.Entries(Ended().SeenBy(Helen), Next), entry => entry.Id == "minuting/draft");
        Assert.Contains(MinutingHub.Dues(Named().SeenBy(Helen), Next), due => due.Text == "Approve the minutes");
        Assert.DoesNotContain(MinutingHub.Entries(Named().SeenBy(Helen), Next), entry => entry.Id == "minuting/delegate");

        using var host = new PartHost();
        await host.Cases.HaveAsync(Named());
        host.Clock.Advance(Next - host.Clock.GetUtcNow());
        var draft = await host.OpenAsync(Helen, DraftPage.Button(Named().Case));
        Assert.Contains(draft.Buttons, button => button.Title == "Approve …");
        Assert.DoesNotContain(draft.Buttons, button => button.Title is "As a document" or "Edit");
        Assert.DoesNotContain(draft.Inputs, input => input.Id == "paragraph");
        var approval = await draft.PressAsync("Approve …");
        Assert.Contains("You approve for Priya Nair, who chairs. The minutes say so.", approval.Text);
        Assert.Contains("Approved", (await approval.PressAsync("Approve and send to 5 people")).Text);
        Assert.Equal(new NotYourPart().Say(Words), (await host.OpenAsync(Tom, DraftPage.Button(Named().Case))).Text);
    }

    [Fact]
    public async Task The_chair_names_them_and_takes_it_back()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Ended());
        host.Clock.Advance(Next - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Priya, DelegatePart.Button(Ended().Case));
        Assert.Equal("2026-11-26", form.Value("from"));
        var saved = await form.PressAsync("Save", ("delegate", Helen.Id.Value));
        Assert.Contains("Helen Marsh may approve from Thu 26 Nov 2026 until it is taken back, and is told", saved.Text);
        var back = await (await host.OpenAsync(Priya, DelegatePart.Button(Ended().Case))).PressAsync("Take it back");
        Assert.Contains("you alone approve the minutes, and they are told", back.Text);
    }

    [Fact]
    public void The_approval_shows_what_is_not_authorised_or_told_yet_and_goes_ahead()
    {
        var given = Ended();
        Assert.Equal(
            ["The section 47 enquiry is not yet authorised.", "The immediate plan is not agreed, so nobody is told what is theirs."],
            NotYet(given));
        given.At("2026-11-25 14:50").Fact(In(new ImmediatePlanAgreed()));
        Assert.Equal(["The section 47 enquiry is not yet authorised.", "Not told yet of what was decided: Tom Okafor."], NotYet(given));
        given.Settled(given.Now, new($"planning/tell-owner/meeting-1/{Tom.Id.Value}", EffectOutcome.Delivered, "mail", "1"));
        given.At("2026-11-25 14:55").By(Helen).Fact(In(new AuthorisedToStart()));
        Assert.Equal([], NotYet(given));
        given.At("2026-11-30 09:00").By(Priya).Fact(In(new ActionAgreed(new("action-3"), ActionKind.SafetyPlan, "No visits.", Tom.Id,
            Dates.Local("2026-12-01 17:00"), "He was seen there.", "")
        { Change = new(PlanChangeKind.Event, "He was seen there.") }));
        Assert.Contains("The plan was changed Mon 30 Nov 2026, 09:00, and is not yet authorised since the change.", NotYet(given));

        var card = CardJson.Write(Approval(Ended()));
        Assert.Contains("Not done yet. It holds nothing up:", card, StringComparison.Ordinal);
        Assert.Contains("Approve and send to 4 people", card, StringComparison.Ordinal);
        // The minutes say it as well.
        Assert.Contains(MinutesDraft.Of(Ended().Case), one => one.Text == "The section 47 enquiry is not yet authorised.");
    }

    private static IReadOnlyList<string> NotYet(Given given) => NotYetRule.Of(given.Case, Program.Phases.OwedBy(given.Case), Words);

    private static AdaptiveCard Approval(Given given) => PartHost.Open<ApprovalPart, ApprovalPart.Form>(
        new(Program.Phases), given.SeenBy(Priya), new(Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(given.Case))), Next);

    private static MinutesPaper PaperOf(Given given, Participant reader, int version = 1) => MinutesFile.Paper(
        given.Case, given.Case.Meeting, version, given.Case.Meeting.Minutes.Of(version), reader, Words);

    private static Given Named(string? from = null, string? until = null) => Ended().At("2026-11-25 15:00").By(Priya)
        .Decided(c => DelegateRule.Name(c, Helen.Id.Value, Day(from), Day(until), Today));

    private static Given Approved() => Named().At("2026-11-26 10:00").By(Helen).Decided(c => Approval(c, Helen));

    private static Answered Approving(Given given, Participant by) => given.When(c => Approval(c, by));

    private static Decision Approval(Case @case, Participant by) => ApprovalRule.Approve(
        @case, by, new(Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(@case))), Next);

    private static void Saying(string? who, string? from, string says, string? until = null) => Assert.Equal(says,
        Ended().When(c => DelegateRule.Name(c, who, Day(from), Day(until), Today)).Refused<CannotBe>().Say(Words));

    private static DateOnly? Day(string? day) =>
        day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
