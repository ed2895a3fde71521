using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>12.6: each <em>yes</em> offers its action with the procedure's owner, way and time; it is of the plan once a person adds it
/// (P38).</summary>
public sealed class OfferedTests
{
    // Wed 25 Nov 2026 at 14:20.
    private const string Now = "2026-11-25 14:20";

    /// <summary>Number, what was said, which action follows, who does it and by when.</summary>
    public static TheoryData<string, string, string, string, string, string> Table => new()
    {
        { "R35", "marac=yes", "marac", "Refer to MARAC. The way there: Assessment team", "Tom Okafor", "2026-11-26 12:00" },
        { "R35", "mappa=yes", "mappa", "Refer to MAPPA. The way there: MASH", "Sam Whitlock", "2026-11-26 12:00" },
        {
            "R36", "intelligence=yes", "intelligence",
            "Submit the intelligence form: https://procedures.council.example/intelligence-form", "Sam Whitlock", "2026-11-26 12:00"
        },
        {
            "R44", "discharge=yes", "discharge",
            "Agree the discharge plan with social care. The child is not discharged before it stands", "Grace Adeyemi", "2026-11-25 17:00"
        },
        {
            "R46", "medical=yes", "medical", "Arrange the medical assessment, and ask for consent to it", "Grace Adeyemi",
            "2026-11-25 17:00"
        },
        {
            "R47", "seen-alone=known", "see-child", "See each child, alone where that is right for their age", "Tom Okafor",
            "2026-11-26 12:00"
        },
        {
            "R50", "other-children=included", "child-included/row-1", "Take into this enquiry: Kit, a cousin", "Tom Okafor",
            "2026-11-26 12:00"
        },
        {
            "R50", "other-children=separate", "child-separate/row-1", "Call a strategy meeting for: Kit, a cousin", "Priya Nair",
            "2026-11-26 12:00"
        },
        { "R51", "family-told=known", "family-told", "Tell the family what was agreed, and no more", "Tom Okafor", "2026-11-25 17:00" },
        {
            "R52", "legal=yes", "legal", "Ask for legal advice: Legal team, 01632 960109, legal@council.example", "Tom Okafor",
            "2026-11-25 17:00"
        },
        { "R54", "review-meeting=yes", "further-meeting", "Hold the further strategy meeting", "Priya Nair", "2026-12-02 12:00" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_yes_offers_its_action(string number, string said, string key, string what, string owner, string due)
    {
        Assert.StartsWith("R", number, StringComparison.Ordinal);
        var one = Assert.Single(OfferedAction.Of(Said(said).Case, Dates.Local(Now)));

        Assert.Equal((key, what, owner, Dates.Local(due)), (one.Key, one.What, one.Owner.Name, one.DueAt));
    }

    /// <summary>R57.</summary>
    [Fact]
    public void An_enquiry_that_starts_offers_the_three_of_the_social_worker_and_one_that_does_not_offers_none()
    {
        var started = Start(Section47.Start);

        Assert.Equal(
            [
                ("see-child", "Tom Okafor", Dates.Local("2026-11-26 12:00")),
                ("meet-family", "Tom Okafor", Dates.Local("2026-11-26 12:00")),
                ("agency-assessments", "Tom Okafor", Dates.Local("2026-11-26 12:00")),
            ],
            OfferedAction.Of(started.Case, Dates.Local(Now)).Select(one => (one.Key, one.Owner.Name, one.DueAt)));
        Assert.Empty(OfferedAction.Of(Start(Section47.NotStart).Case, Dates.Local(Now)));
        Assert.Empty(OfferedAction.Of(Start(Section47.Continue).Case, Dates.Local(Now)));
        // Seeing the child alone was planned too: once.
        started.Fact(InWords("seen-alone"));
        Assert.Equal(3, OfferedAction.Of(started.Case, Dates.Local(Now)).Count);
    }

    [Fact]
    public void No_and_not_known_yet_and_two_answers_that_contest_offer_nothing()
    {
        Assert.Empty(OfferedAction.Of(Said("marac=no").Case, Dates.Local(Now)));
        Assert.Empty(OfferedAction.Of(
            AConvenedCase().Fact(new HeadingAnswered("marac", new(AnswerKind.NotKnownYet, [], "")) { Meeting = FirstMeeting }).Case,
            Dates.Local(Now)));
        var contested = Said("marac=yes").By(Tom).Fact(Choice("marac", "no") with { Contests = 0 });
        Assert.Empty(OfferedAction.Of(contested.Case, Dates.Local(Now)));
    }

    [Fact]
    public void In_the_evening_today_is_the_next_working_day_and_where_nobody_is_there_the_social_worker_does_it()
    {
        var late = OfferedAction.Of(Said("legal=yes").Case, Dates.Local("2026-11-27 18:00")).Single();
        Assert.Equal(Dates.Local("2026-11-30 12:00"), late.DueAt);

        var alone = Said("mappa=yes").Fact(new ParticipantRemoved(Sam.Id, "Not on duty.") { Meeting = FirstMeeting });
        Assert.Equal(Tom.Id, Assert.Single(OfferedAction.Of(alone.Case, Dates.Local(Now))).Owner.Id);
    }

    [Fact]
    public void What_is_not_needed_says_why_is_offered_no_more_and_stands_in_the_minutes()
    {
        var given = Said("marac=yes", "legal=yes").By(Priya);
        var marac = OfferedAction.Of(given.Case, Dates.Local(Now)).Single(one => one.Key == "marac");
        Assert.Equal("because", given.When(c => OfferNotNeededRule.Say(c, marac, " ", Readers())).Refused<CannotBe>().Field);
        given.Decided(c => OfferNotNeededRule.Say(c, marac, "She was referred on Monday.", Readers()));

        Assert.Equal(["legal"], OfferedAction.Of(given.Case, Dates.Local(Now)).Select(one => one.Key));
        Assert.Contains(MinutesDraft.Of(given.Case), one => one.Text
            == "Not done, though it follows from a decision: Refer to MARAC. The way there: Assessment team\n"
                + "Because: She was referred on Monday.");
    }

    [Fact]
    public async Task In_the_dialog_an_offer_is_declined_with_its_reason()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Said("marac=yes"));
        host.Clock.Advance(Dates.Local(Now) - host.Clock.GetUtcNow());
        var form = await (await host.OpenAsync(Priya, ActionsPage.Button(await host.Clerk.LoadAsync(Id, default))))
            .PressAsync("Not needed, because …");
        Assert.Contains("Refer to MARAC", form.Text, StringComparison.Ordinal);
        var list = await form.PressAsync("It is not needed", ("because", "She was referred on Monday."));

        Assert.DoesNotContain("Refer to MARAC", list.Text, StringComparison.Ordinal);
    }

    private static Readers Readers() => new(Audience.Professionals, Priya);

    [Fact]
    public void An_authority_says_itself_what_follows()
    {
        var profile = ProcedureProfiles.Default with
        {
            Following = [new("marac", "marac=yes", "Ask the MARAC desk", "They plan", "police", 2)],
        };
        var @case = Said("marac=yes", "legal=yes").Case with { Profile = ProcedureProfile.FromJson(profile.ToJson()) };

        var one = Assert.Single(OfferedAction.Of(@case, Dates.Local(Now)));
        Assert.Equal(("Ask the MARAC desk", Sam.Id, Dates.Local("2026-11-27 12:00")), (one.What, one.Owner.Id, one.DueAt));
    }

    [Fact]
    public async Task One_tap_adds_them_all_as_they_are_shown_and_none_is_in_the_plan_before()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Said("marac=yes", "mappa=yes", "legal=yes"));
        host.Clock.Advance(Dates.Local(Now) - host.Clock.GetUtcNow());
        Assert.Empty((await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Actions);

        var list = await host.OpenAsync(Priya, ActionsPage.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains("Refer to MARAC. The way there: Assessment team", list.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Whitlock (Police), by Thu 26 Nov 2026, 12:00", list.Text, StringComparison.Ordinal);
        await list.PressAsync("Add these 3");

        var actions = (await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Open.ToList();
        Assert.Equal([("action-1", "marac"), ("action-2", "mappa"), ("action-3", "legal")],
            actions.Select(action => (action.Id.Value, action.Fact.Follows!)));
        Assert.All(actions, action => Assert.Equal(Priya.Person, action.By));
        Assert.DoesNotContain("follow from what was decided", (await host.OpenAsync(Priya, ActionsPage.Button(
            await host.Clerk.LoadAsync(Id, default)))).Text, StringComparison.Ordinal);

        // Pressed twice it is added once.
        await list.PressAsync("Add these 3");
        Assert.Equal(3, (await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Actions.Count);
    }

    [Fact]
    public async Task One_may_be_changed_first_and_then_stands_as_it_was_changed()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Said("marac=yes"));
        host.Clock.Advance(Dates.Local(Now) - host.Clock.GetUtcNow());

        var list = await host.OpenAsync(Priya, ActionsPage.Button(await host.Clerk.LoadAsync(Id, default)));
        var form = await list.PressAsync("Change it first");
        Assert.Equal((Tom.Id.Value, "Thu 26 Nov 2026, 12:00"), (form.Value("owner"), form.Value("at")));
        await form.PressAsync("Save", ("owner", Priya.Id.Value), ("at", "27 Nov 10:00"));

        var @case = await host.Clerk.LoadAsync(Id, default);
        var action = Assert.Single(@case.Meeting.Plan.Open);
        Assert.Equal((Priya.Id, Dates.Local("2026-11-27 10:00"), "marac"), (action.Fact.Owner, action.Fact.DueAt, action.Fact.Follows));
        Assert.Empty(OfferedAction.Of(@case, Dates.Local(Now)));
    }

    [Fact]
    public async Task What_was_changed_since_it_was_shown_is_shown_again()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Said("marac=yes"));
        host.Clock.Advance(Dates.Local(Now) - host.Clock.GetUtcNow());
        var list = await host.OpenAsync(Priya, ActionsPage.Button(await host.Clerk.LoadAsync(Id, default)));
        await host.Clerk.AskAsync(new(Priya.Person!.Value, "", null, ""), Id, Capability.SeeCase, "no",
            (_, _) => Choice("marac", "no"), default);

        Assert.Contains("was changed since", (await list.PressAsync("Add this one")).Text, StringComparison.Ordinal);
        Assert.Empty((await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Actions);
    }

    [Fact]
    public void An_answer_that_is_marked_marks_its_action_and_is_offered_to_nobody_else()
    {
        var given = AConvenedCase().By(Sam).Fact(Choice("mappa", "yes") with { Audience = Audience.Only(Agency.Police) });

        Assert.Empty(OfferedAction.Of(given.SeenBy(Tom).Case, Dates.Local(Now)));
        Assert.Equal(Audience.Only(Agency.Police), Assert.Single(OfferedAction.Of(given.SeenBy(Sam).Case, Dates.Local(Now))).Audience);
    }

    [Fact]
    public void The_chair_is_told_of_those_that_are_left()
    {
        var given = Said("marac=yes", "legal=yes");

        Assert.Contains("2 actions follow from what was decided, and are not in the plan.",
            Program.Phases.Status(given.SeenBy(Priya), Dates.Local(Now)).Select(line => line.Text));
        Assert.Contains("2 actions follow from what was decided, and are not in the plan.",
            CardChecksText(PartHost.Page(new AgreementPage(), given.SeenBy(Priya), CaseForm.Of(given.Case), Dates.Local(Now))),
            StringComparison.Ordinal);
    }

    private static string CardChecksText(StrategyBot.Protocols.Cards.AdaptiveCard card) => StrategyBot.Protocols.Cards.CardJson.Write(card);

    private static Given Start(Section47 answer) => AConvenedCase().By(Priya)
        .Fact(new Section47Decided(answer, null, null, "As discussed.") { Meeting = FirstMeeting, Child = Child1 });

    private static Given Said(params IReadOnlyList<string> said) => AConvenedCase().By(Priya).Fact(
        [.. said.Select(one => one.Split('=') is [var heading, var tick] && heading == "other-children"
            ? ListRowTests.Row("row-1", heading, ("who", "Kit, a cousin"), ("what", tick))
            : one.Split('=') is [var words, "known"] ? InWords(words)
            : (Fact)Choice(one.Split('=')[0], one.Split('=')[1]))]);

    private static HeadingAnswered InWords(string heading) =>
        new(heading, new(AnswerKind.Known, [], "As discussed.")) { Meeting = FirstMeeting };

    private static HeadingAnswered Choice(string heading, string tick) =>
        new(heading, new(AnswerKind.Known, [tick], "")) { Meeting = FirstMeeting };
}
