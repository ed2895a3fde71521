using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Planning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

public sealed class AgreeingPlanTests
{
    private static readonly DateTimeOffset AgreedAt = Dates.Local("2026-11-25 14:55");

    [Fact]
    public void An_enquiry_is_not_authorised_before_the_safety_plan_stands()
    {
        var given = AConvenedCase()
            .Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 });
        given.When(c => AgreementRule.Authorise(c, Priya)).Refused<CannotBe>();

        given.Fact(Action(1, Tom) with { Kind = ActionKind.SafetyPlan });

        given.When(c => AgreementRule.Authorise(c, Priya)).Then(new AuthorisedToStart { Meeting = FirstMeeting });
        given.When(c => AgreementRule.Authorise(c, Helen)).Then(new AuthorisedToStart { Meeting = FirstMeeting });
    }

    /// <summary>R66: the tick is of what its manager read.</summary>
    [Fact]
    public void A_plan_that_was_changed_while_the_manager_read_it_is_read_again()
    {
        var given = AConvenedCase()
            .Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 },
                Action(1, Tom) with { Kind = ActionKind.SafetyPlan });
        var read = AgreementRule.PlanNumber(given.Case);
        given.When(c => AgreementRule.Authorise(c, Helen, read)).Then(new AuthorisedToStart { Meeting = FirstMeeting, Read = read });

        given.Fact(Action(2, Tom));
        Assert.Single(given.When(c => AgreementRule.Authorise(c, Helen, read)).Facts);
        given.Fact(Action(3, Tom) with { Kind = ActionKind.SafetyPlan });
        var why = given.When(c => AgreementRule.Authorise(c, Helen, read)).Refused<CannotBe>();
        Assert.Equal("The safety plan was changed while you read it. Read how it stands now.", why.Sentence);
        given.Fact(new ActionWithdrawn(new("action-3"), "") { Meeting = FirstMeeting });
        given.When(c => AgreementRule.Authorise(c, Helen, read)).Refused<CannotBe>();
        Assert.Single(given.When(c => AgreementRule.Authorise(c, Helen, AgreementRule.PlanNumber(c))).Facts);
    }

    [Fact]
    public void All_rows_of_a_long_plan_are_shown_and_the_tick_stands_on_the_last_page()
    {
        var given = AConvenedCase()
            .Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 });
        given.Fact([.. Enumerable.Range(1, 40).Select(number => Action(number, Tom) with
        {
            Kind = ActionKind.SafetyPlan,
            What = $"Row {number}. {new string('x', 400)}",
        })]);
        string Page(int page) => CardJson.Write(PartHost.Page(
            new AuthorisationPage(), given.SeenBy(Helen), new AuthorisationPage.Form(Id.Value, page), given.Now));

        var pages = Enumerable.Range(1, 9).Select(Page).TakeWhile((text, at) => at == 0 || text != Page(at)).ToList();
        Assert.True(pages.Count > 1);
        Assert.All(Enumerable.Range(1, 40),
            number => Assert.Contains(pages, text => text.Contains($"Row {number}. ", StringComparison.Ordinal)));
        Assert.All(pages.SkipLast(1), text => Assert.DoesNotContain(Authorise.Verb, text, StringComparison.Ordinal));
        Assert.Contains(Authorise.Verb, pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_why_none_is_needed_serves_as_well() =>
        AConvenedCase()
            .Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 },
                new NoSafetyPlanNeeded("In hospital.") { Meeting = FirstMeeting })
            .When(c => AgreementRule.Authorise(c, Priya)).Then(new AuthorisedToStart { Meeting = FirstMeeting });

    [Fact]
    public void Only_the_chair_or_a_manager_authorises() =>
        AConvenedCase().When(c => AgreementRule.Authorise(c, Tom)).Then(new NotYourPart());

    [Fact]
    public void Where_no_enquiry_starts_there_is_nothing_to_authorise() =>
        AConvenedCase().When(c => AgreementRule.Authorise(c, Priya)).Refused<CannotBe>();

    [Fact]
    public void The_plan_is_agreed_once_and_only_when_there_is_somebody_to_tell()
    {
        var given = AConvenedCase();
        given.When(AgreementRule.Agree).Refused<CannotBe>();

        given.Fact(Action(1, Sam)).Decided(AgreementRule.Agree);

        given.When(AgreementRule.Agree).ThenNothingNew();
    }

    [Fact]
    public void Nothing_is_told_before_the_plan_is_agreed() =>
        Assert.Empty(Owed(AConvenedCase().Fact(Action(1, Sam)).Fact(new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 })));

    [Fact]
    public void Whoever_holds_a_child_is_told_first_then_each_owner_once()
    {
        var given = AConvenedCase(children: 2)
            .Fact(Action(1, Sam), Action(2, Sam), Action(3, Tom), new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 },
                new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child2 })
            .At("2026-11-25 14:55").Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

        Assert.Equal(
            [
                ("planning/tell-holder/meeting-1/person-4", AgreedAt, Grace.Id),
                ("planning/tell-owner/meeting-1/person-2", AgreedAt, Tom.Id),
                ("planning/tell-owner/meeting-1/person-3", AgreedAt, Sam.Id),
            ],
            Owed(given));
    }

    [Fact]
    public void An_action_agreed_later_is_told_on_its_own()
    {
        var given = Agreed(Action(1, Sam)).At("2026-11-25 15:10").Fact(Action(2, Sam));

        Assert.Contains(("planning/tell-action/meeting-1/action-2/12", Dates.Local("2026-11-25 15:13"), Sam.Id), Owed(given));
        Assert.Single(Owed(given), owed => owed.Key == "planning/tell-owner/meeting-1/person-3");
    }

    [Fact]
    public void A_change_is_told_each_time_even_within_one_instant()
    {
        var given = Agreed(Action(1, Sam));
        var first = Owed(given.Fact(Action(1, Sam) with { What = "Other." }))
            .Single(owed => owed.Key.StartsWith("planning/tell-action", StringComparison.Ordinal));

        var second = Owed(given.Fact(Action(1, Sam) with { What = "Yet other." }))
            .Single(owed => owed.Key.StartsWith("planning/tell-action", StringComparison.Ordinal));

        Assert.NotEqual(first.Key, second.Key);
    }

    [Fact]
    public void A_withdrawn_action_is_told_to_whoever_knew_of_it_and_to_nobody_else()
    {
        var withdrawn = new ActionWithdrawn(new("action-1"), "") { Meeting = FirstMeeting };
        var unknown = Agreed(Action(1, Sam)).Fact(withdrawn);
        var known = Agreed(Action(1, Sam)).Fact(new EffectSending("planning/tell-owner/meeting-1/person-3")).Fact(withdrawn);

        Assert.Empty(Owed(unknown));
        Assert.Contains(Owed(known), owed => owed.Key == "planning/tell-withdrawn/meeting-1/action-1/13");
    }

    [Fact]
    public void An_action_that_only_progresses_owes_nothing_more()
    {
        var given = Agreed(Action(1, Sam));
        var before = Owed(given);

        given.By(Sam).Fact(new ActionAnswered(new("action-1"), ActionProgress.Accepted, "") { Meeting = FirstMeeting });

        Assert.Equal(before, Owed(given));
    }

    [Fact]
    public void Whoever_holds_a_child_and_has_not_confirmed_after_ten_minutes_is_rung()
    {
        var given = AConvenedCase().Fact(new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 }).At("2026-11-25 14:55")
            .Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

        Assert.Empty(Status(given, "2026-11-25 15:04"));
        Assert.Contains("Ring now: Grace Adeyemi, Named Nurse, Health 01632 960004", Assert.Single(Status(given, "2026-11-25 15:05")));

        given.By(Grace).Decided(c => AgreementRule.Acknowledge(c, Grace, null));

        Assert.Empty(Status(given, "2026-11-25 15:30"));
        given.When(c => AgreementRule.Acknowledge(c, Sam, null)).Then(new NotYourPart());
    }

    [Fact]
    public void Every_decision_binds_per_child_and_an_enquiry_must_be_authorised()
    {
        var given = AConvenedCase(children: 2);
        Assert.Equal(
            ["reasonable-cause/child-1", "section47/child-1", "conference/child-1", "reasonable-cause/child-2", "section47/child-2",
                "conference/child-2", "actions", "contingency"],
            PlanningPhase.List.Gaps(given.Case).Select(gap => gap.Id));

        given.Decided(c => DecisionRule.Enquiry(c, c.Children, Section47.Start, Conduct.Joint, null, ""));

        Assert.Contains("authorised-to-start", PlanningPhase.List.Gaps(given.Case).Select(gap => gap.Id));
    }

    [Fact]
    public void Only_whoever_leads_decides_and_only_whoever_fills_the_form_agrees_actions()
    {
        Assert.Empty(Parts(Grace));
        Assert.Equal(["planning/actions", "planning/contingency"], Parts(Tom));
        Assert.Contains("planning/reasonable-cause", Parts(Priya));
    }

    private static IReadOnlyList<string> Parts(Participant reader) =>
        [.. PlanningPhase.List.Entries(AConvenedCase().SeenBy(reader), AgreedAt).Select(part => part.Id)];

    private static Given Agreed(ActionAgreed action) =>
        AConvenedCase().Fact(action).At("2026-11-25 14:55").Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

    private static IReadOnlyList<string> Status(Given given, string at) =>
        [.. PlanningPhase.List.Status(given.SeenBy(Priya), Dates.Local(at)).Select(line => line.Text)];

    private static IReadOnlyList<(string Key, DateTimeOffset DueAt, ParticipantId To)> Owed(Given given) =>
    [
        .. TellHolderDuty.Owes(given.Case).Concat(TellOwnerDuty.Owes(given.Case)).Concat(TellActionDuty.Owes(given.Case))
            .Concat(TellWithdrawnDuty.Owes(given.Case))
            .OrderBy(owed => owed.DueAt).ThenBy(owed => owed.Key, StringComparer.Ordinal)
            .Select(owed => (owed.Key, owed.DueAt, owed.To!.Value)),
    ];

    private static ActionAgreed Action(int number, Participant owner) =>
        new(new($"action-{number}"), ActionKind.Action, $"Task {number}.", owner.Id, Dates.Local("2026-11-26 12:00"), "",
            "")
        { Meeting = FirstMeeting };
}
