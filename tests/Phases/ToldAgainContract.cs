using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases;

/// <summary>Whoever was told is told again when it changes, and never what hasn't (design §3.2).</summary>
public abstract class ToldAgainContract : TwoStores
{
    private static readonly ActionId Visit = new("action-1");

    private readonly Duties duties = new();

    protected ToldAgainContract()
    {
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }
    }

    /// <summary>The school holds a child and has confirmed; Tom has a visit to make; the meeting is over.</summary>
    private static Given Agreed() => AConvenedCase()
        .At("2026-11-28 14:00").Fact(
            In(new MeetingStarted(Via.Form)), In(new HolderNamed(Ruth.Id) { Child = Child1 }),
            In(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Child = Child1 }),
            In(new ActionAgreed(Visit, ActionKind.Action, "Visit the home", Tom.Id, Dates.Local("2026-11-30 12:00"), "", "")),
            In(new ImmediatePlanAgreed()))
        .By(Ruth).Fact(In(new OutcomeAcknowledged(Ruth.Id)))
        .By(Priya).At("2026-11-28 15:00").Fact(In(new MeetingEnded(Via.Form)));

    [NodeFact]
    public async Task An_outcome_that_is_changed_after_the_school_confirmed_reaches_the_school_and_is_confirmed_anew()
    {
        var host = await HostAsync(Agreed());
        Assert.DoesNotContain(await OwedAsync(host), IsForTheSchool);

        await ChangeAsync(host, "start", "notStart", "The medical came back.");

        var key = Assert.Single(await OwedAsync(host), IsForTheSchool);
        var old = await host.PostAsync(Ruth, AcknowledgeOutcome.Verb);
        Assert.Contains("It was changed since that card.", old.Text, StringComparison.Ordinal);
        Assert.Contains("The outcome for the child you hold was changed.", old.Text, StringComparison.Ordinal);
        await old.PressAsync("I have read this");

        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal(key.Split('/')[^1], $"{@case.Meeting.Plan.Acknowledged[Ruth.Id]}");
        Assert.Empty(AgreementRule.Unconfirmed(@case));
    }

    [NodeFact]
    public async Task There_and_back_again_is_told_each_time()
    {
        var host = await HostAsync(Agreed());

        await ChangeAsync(host, "start", "notStart", "The medical came back.");
        var there = await OwedAsync(host);
        await ChangeAsync(host, "notStart", "start", "It was another child's.");
        var back = await OwedAsync(host);

        Assert.NotEqual(there.Single(IsForTheSchool), back.Single(IsForTheSchool));
    }

    [NodeFact]
    public async Task Other_words_for_the_same_decision_are_not_told_to_who_holds_the_child()
    {
        var host = await HostAsync(Agreed());

        var form = await host.OpenAsync(Helen, Section47Part.Id.Button("", new CaseForm(Id.Value)));
        await form.PressAsync("Save", ("rationale", "As the doctor put it."), ("because", "A slip."));

        Assert.Equal("As the doctor put it.", (await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Section47[Child1].Fact.Rationale);
        Assert.DoesNotContain(await OwedAsync(host), IsForTheSchool);
    }

    [NodeFact]
    public async Task A_managers_changed_decision_is_told_to_everybody_who_was_invited_once_for_what_changes_within_three_minutes()
    {
        var host = await HostAsync(Agreed());

        await ChangeAsync(host, "start", "notStart", "The medical came back.");
        await ChangeAsync(host, "notStart", "start", "It was another child's.");

        var told = (await OwedAsync(host)).Where(key => key.StartsWith(TellChangeDuty.Kind, StringComparison.Ordinal)).ToList();
        Assert.Equal(["person-1", "person-2", "person-3", "person-4", "person-5"], told.Select(key => key.Split('/')[^1]).Order());
        Assert.Single(told.Select(key => key.Split('/')[^2]).Distinct());
    }

    [NodeFact]
    public async Task Who_was_invited_reads_what_was_changed_and_why_and_no_more_than_their_marking_allows()
    {
        var host = await HostAsync(Agreed());
        await ChangeAsync(host, "start", "notStart", "The medical came back.");

        var page = await host.OpenAsync(Grace, ChangesPage.Button((await host.Clerk.LoadAsync(Id, default))));

        Assert.Contains("The medical came back.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Helen Marsh", page.Text, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task An_action_that_another_instance_changed_after_it_was_accepted_is_told_again_and_not_accepted_by_the_old_card()
    {
        var host = await HostAsync(Agreed());
        var first = await host.Clerk.LoadAsync(Id, default);
        await host.PressAsync(Tom, OwnActions.AcceptVerb, CardJson.Sent(OwnActions.Accept(first).Data));
        Assert.Equal(ActionProgress.Accepted, (await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Actions[0].Progress);

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Cases.AnotherInstance().AskAsync(
            new(Priya.Person!.Value, "Priya", Priya.Mail, ""), Id, Capability.Lead, "other-1",
            (@case, _) => @case.Meeting.Plan.Actions[0].Fact with { DueAt = Dates.Local("2026-11-30 17:00") }, default);
        var old = await host.PressAsync(Tom, OwnActions.AcceptVerb, CardJson.Sent(OwnActions.Accept(first).Data));

        Assert.Contains("It was changed or added since that card.", old.Text, StringComparison.Ordinal);
        var now = await host.Clerk.LoadAsync(Id, default);
        Assert.Null(now.Meeting.Plan.Actions[0].Progress);
        Assert.Contains($"planning/tell-action/meeting-1/action-1/{now.Meeting.Plan.Actions[0].Changed}", await OwedAsync(host));

        await host.PressAsync(Tom, OwnActions.AcceptVerb, CardJson.Sent(OwnActions.Accept(now).Data));
        Assert.Equal(ActionProgress.Accepted, (await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Actions[0].Progress);
    }

    [NodeFact]
    public async Task Whoever_was_asked_to_check_is_told_of_another_address_each_time_and_not_of_what_they_changed_themselves()
    {
        var called = AConvenedCase();
        foreach (var invited in called.Case.Invited)
        {
            called.Fact(new EffectSettled(InviteDuty.KeyOf(called.Case, invited), EffectOutcome.Delivered, "mail", ""));
        }

        var ash = called.Case.Children[0].Details;
        called.By(Tom).At("2026-11-28 10:00").Fact(new ChildNamed(ash with { Address = "3 Weir Row" }) { Child = Child1 });
        var (host, there) = (await HostAsync(called), called.Case.Version);
        Assert.Equal(People(there, 1, 3, 4, 5), (await OwedAsync(host)).Where(IsToCheck));

        await host.Clerk.AskAsync(new(Tom.Person!.Value, "", null, ""), Id, Capability.SeeCase, "back",
            (_, _) => new ChildNamed(ash) { Child = Child1 }, default);
        Assert.Equal(People(there + 1, 1, 3, 4, 5), (await OwedAsync(host)).Where(IsToCheck));

        await host.Clerk.AskAsync(new(Tom.Person!.Value, "", null, ""), Id, Capability.SeeCase, "again",
            (_, _) => new ChildNamed(ash) { Child = Child1 }, default);
        Assert.Equal(People(there + 1, 1, 3, 4, 5), (await OwedAsync(host)).Where(IsToCheck));
    }

    [NodeFact]
    public async Task A_confidential_address_that_changed_is_told_to_those_alone_whom_it_is_for()
    {
        var called = AConvenedCase();
        foreach (var invited in called.Case.Invited)
        {
            called.Fact(new EffectSettled(InviteDuty.KeyOf(called.Case, invited), EffectOutcome.Delivered, "mail", ""));
        }

        called.By(Tom).At("2026-11-28 10:00").Fact(new ChildNamed(called.Case.Children[0].Details with { Address = "3 Weir Row" })
        {
            Child = Child1,
            Audience = Audience.Only(Agency.Police, Agency.SocialCare),
        });
        var host = await HostAsync(called);

        Assert.Equal(People(called.Case.Version, 1, 3), (await OwedAsync(host)).Where(IsToCheck));
    }

    [NodeFact]
    public async Task A_meeting_that_is_moved_from_14_to_15_and_back_is_told_each_time()
    {
        var called = AConvenedCase().At("2026-11-28 09:00");
        foreach (var invited in called.Case.Invited)
        {
            called.Fact(new EffectSettled(InviteDuty.KeyOf(called.Case, invited), EffectOutcome.Delivered, "mail", ""));
        }

        var host = await HostAsync(called);
        foreach (var (time, number) in new[] { ("14:00", 1), ("15:00", 2), ("14:00", 3) })
        {
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            var form = await host.OpenAsync(Priya, MovePart.Id.Button("", new CaseForm(Id.Value)));
            var saved = await form.PressAsync("Move it", ("on", "2026-11-30"), ("time", time), ("lateReason", "The ward asked."));
            Assert.Contains("moved to Mon 30 Nov 2026", saved.Text, StringComparison.Ordinal);
            var told = (await OwedAsync(host)).Where(key => key.StartsWith(TellMovedDuty.Kind, StringComparison.Ordinal));
            Assert.Equal([.. new[] { 2, 3, 4, 5 }.Select(person => $"{TellMovedDuty.Kind}/meeting-1/{number}/person-{person}")], told);
        }
    }

    [NodeFact]
    public async Task A_row_in_other_words_is_told_to_nobody_and_one_that_changed_to_everybody()
    {
        var host = await HostAsync(Documents.AMeeting.Ended().Fact(In(new ImmediatePlanAgreed())).At("2026-11-28 10:00"));
        var row = new PartButton("", SafetyRowPart.Id.Open, new RowForm(Id.Value, "action-2"));
        var before = await OwedAsync(host);

        var form = await host.OpenAsync(Priya, row);
        Assert.Contains("Saved",
            (await form.PressAsync("Save", ("what", "The child stays with the grandmother"), ("change", "wording"))).Text,
            StringComparison.Ordinal);
        Assert.Equal(before, await OwedAsync(host));

        form = await host.OpenAsync(Priya, row);
        await form.PressAsync("Save", ("what", "The child stays at the aunt's"), ("change", "event"), ("because", "Grandmother is ill."));
        var now = (await host.Clerk.LoadAsync(Id, default)).Version;
        Assert.Equal(
            [
                $"planning/tell-action/meeting-1/action-2/{now}", $"planning/tell-change/meeting-1/{now}/person-3",
                $"planning/tell-change/meeting-1/{now}/person-4", $"planning/tell-change/meeting-1/{now}/person-5",
            ],
            // That the changed plan is to be put on file is another thing.
            (await OwedAsync(host)).Except(before).Where(key => key.StartsWith("planning/", StringComparison.Ordinal)));
    }

    [NodeFact]
    public async Task Three_months_later_a_changed_decision_and_another_review_stand_under_their_own_date_in_version_two_and_in_the_plan()
    {
        var issued = Documents.AMeeting.Spoken(Documents.AMeeting.Held()).By(Priya).Fact(In(new SafetyReviewSet(new(2026, 12, 16))))
            .At("2026-11-25 14:45").Fact(In(new MeetingEnded(Via.Form)))
            .At("2026-11-25 15:20").Decided(@case => Approve(@case, "")).At("2027-02-25 10:00");
        var host = await HostAsync(issued);
        var november = (await host.Clerk.LoadAsync(Id, default)).Meeting.Minutes.Of(1);

        await ChangeAsync(host, "start", "notStart", "The medical came back.");
        var review = await host.OpenAsync(Priya, ReviewPart.Button(issued.Case));
        await review.PressAsync("Save", ("on", "2027-03-10"), ("change", "review"), ("because", "All is well."));
        await host.Clerk.AskAsync(new(Priya.Person!.Value, "", null, ""), new(Id, FirstMeeting), Capability.Lead, "approve",
            (@case, _) => Approve(@case, "What was changed since."), default);

        var now = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal(november, now.Meeting.Minutes.Of(2).Take(november.Count));
        Assert.Equal(["Thu 25 Feb 2027", "Thu 25 Feb 2027"],
            now.Meeting.Minutes.Of(2).Skip(november.Count).Select(added => Words.Date(Words.LocalDate(added.At!.Value))));
        Assert.Equal(new DateOnly(2027, 3, 10), now.Meeting.Safety.ReviewOn);
    }

    [NodeFact]
    public async Task Version_two_after_an_objection_goes_out_while_a_further_meeting_is_open()
    {
        var ended = StrategyBot.Tests.Documents.AMeeting.Ended();
        var approved = ended.At("2026-11-28 15:20").By(Priya).Decided(@case => Approve(@case, ""));
        approved.By(Helen).At("2026-12-01 09:00").Fact(new MeetingOpened(Helen.Id, "A new injury.") { Meeting = SeveralMeetings.Second });
        var host = await HostAsync(approved);

        var told = await host.Clerk.AskAsync(new(Priya.Person!.Value, "", null, ""), new(Id, FirstMeeting), Capability.Lead, "edit",
            (@case, me) => ParagraphRule.Edit(@case, me, "part-1/cause", 0, "A bruise on the right arm."), default);
        Assert.Single(Assert.IsType<Decision.Accepted>(told.Decision).Facts);
        await host.Clerk.AskAsync(new(Priya.Person!.Value, "", null, ""), new(Id, FirstMeeting), Capability.Lead, "approve",
            (@case, _) => Approve(@case, "It was the right arm."), default);

        var owed = await OwedAsync(host);
        Assert.Contains("minuting/distribute/meeting-1/2/person-3", owed);
        Assert.DoesNotContain("minuting/distribute/meeting-1/1/person-3", owed);
        Assert.Equal(Priya.Id, (await host.Clerk.LoadAsync(Id, default)).About(FirstMeeting)!.Chair.Id);
    }

    [NodeFact]
    public async Task What_is_sealed_or_deleted_is_told_to_nobody_again()
    {
        var given = Agreed().By(Helen).At("2026-11-28 16:00").Fact(
            In(new Section47Decided(Section47.NotStart, null, null, "As the doctor put it.")
            {
                Child = Child1,
                ChangedBecause = "A slip.",
            }));
        var before = duties.OwedBy(given.Case).Select(owed => owed.Key).ToList();

        var now = Case.Fold(Id, given.Entries.Select(
            entry => entry.Fact is Section47Decided ? entry with { Fact = entry.Fact.Withheld(), IsWithheld = true } : entry));

        Assert.Equal(before, duties.OwedBy(now).Select(owed => owed.Key));
        // The store plays no part in it, and holds the same.
        Assert.Equal(before, await OwedAsync(await HostAsync(given)));
    }

    private static bool IsToCheck(string key) => key.StartsWith(TellPeopleToCheckDuty.Kind, StringComparison.Ordinal);

    private static IEnumerable<string> People(int number, params IReadOnlyList<int> whom) =>
        whom.Select(person => $"{TellPeopleToCheckDuty.Kind}/meeting-1/{number}/person-{person}");

    private static bool IsForTheSchool(string key) =>
        key.StartsWith("planning/tell-holder/meeting-1/person-5/", StringComparison.Ordinal);

    private static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = FirstMeeting };

    private static Decision Approve(Case @case, string reason) => ApprovalRule.Approve(
        @case, Priya, new(Id.Value, @case.Meeting.Minutes.Version, MinutesDigest.Of(MinutesDraft.Of(@case)), reason, ""),
        Dates.Local("2026-11-25 15:20"));

    private static async Task ChangeAsync(PartHost host, string from, string to, string because)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var form = await host.OpenAsync(Helen, Section47Part.Id.Button("", new CaseForm(Id.Value)));
        Assert.Equal(from, form.Value("answer"));
        var refused = await form.PressAsync("Save", ("answer", to), ("then", "none-childInNeed"));
        Assert.Contains(new ClosedWithTheMeeting().Say(Words), refused.Text, StringComparison.Ordinal);
        Assert.Contains("Saved", (await refused.PressAsync("Save", ("because", because))).Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> OwedAsync(PartHost host) =>
        [.. duties.OwedBy(await host.Clerk.LoadAsync(Id, default)).Select(owed => owed.Key)];

    private async Task<PartHost> HostAsync(Given given)
    {
        var host = await base.HostAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        return host;
    }
}
