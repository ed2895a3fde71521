using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>P14: <em>Not known yet</em> makes an awaited answer: what, from whom, expected when. It is asked for until it is there, and
/// holds nothing up.</summary>
public sealed class AwaitedTests
{
    [Fact]
    public void Whoever_is_asked_brings_it_by_when_the_procedure_says()
    {
        var given = Held(NotKnown("mappa"), NotKnown("legal"), NotKnown("medical"));

        Assert.Equal(
            [
                ("mappa", Sam.Id, Dates.Local("2026-12-04 17:00")), ("medical", Grace.Id, Dates.Local("2026-12-03 14:30")),
                ("legal", Priya.Id, Dates.Local("2026-12-04 17:00")),
            ],
            Awaited.Of(given.Case).Select(one => (one.Heading.Id, one.From.Id, one.DueAt)));
    }

    [Fact]
    public void An_authority_may_expect_it_sooner()
    {
        var profile = ProcedureProfiles.Default with
        {
            Awaited = AwaitedLimits.Usual with { Within = AwaitedLimits.Usual.Within with { WorkingDays = 1 } },
        };

        Assert.Equal(profile, ProcedureProfile.FromJson(profile.ToJson()));
        Assert.Equal(Dates.Local("2026-12-03 17:00"),
            Awaited.Of(Held(NotKnown("mappa")).Case with { Profile = profile }).Single().DueAt);
    }

    [Fact]
    public void What_the_police_await_is_told_the_day_before_at_its_time_and_climbs_by_working_days() =>
        Golden.Text(Waits(Held(NotKnown("mappa")), "2026-12-10 12:00"));

    [Fact]
    public void A_medical_that_nobody_knows_of_climbs_in_hours_at_night_too() =>
        Golden.Text(Waits(Held(NotKnown("medical")), "2026-12-04 08:00"));

    [Fact]
    public void Known_by_now_or_needed_no_longer_it_is_asked_for_no_more()
    {
        var given = Held(NotKnown("mappa"), NotKnown("abe"));
        given.By(Sam).Fact(new HeadingAnswered("mappa", new(AnswerKind.Known, ["no"], "Not a risk to others.")) { Meeting = FirstMeeting });
        given.By(Priya).Decided(c => Say(c, "abe", AwaitedState.NotNeeded, "The child is two."));

        Assert.Empty(Awaited.Of(given.Case));
        Assert.Empty(AwaitedClock.Runs(given.Case));
        Assert.IsType<NotAwaited>(Assert.IsType<Decision.Refused>(Say(given.Case, "abe", AwaitedState.IsIn, "")).Because);
    }

    [Fact]
    public void Another_person_and_another_time_are_asked_anew_and_unknown_again_it_is_awaited_again()
    {
        var given = Held(NotKnown("mappa")).By(Priya).Decided(c => AwaitedRule.Say(c, Priya, "mappa", AwaitedState.Awaited, Tom.Id.Value,
            Dates.Local("2026-12-07 12:00"), "Rang MASH.", Dates.Local("2026-12-02 15:10"), new(Audience.Professionals, Priya)));

        var one = Assert.Single(Awaited.Of(given.Case));
        Assert.Equal((Tom.Id, Dates.Local("2026-12-07 12:00")), (one.From.Id, one.DueAt));
        Assert.Equal((Tom.Id.Value, Dates.Local("2026-12-04 08:45")),
            ClockDuty<AwaitedClock>.Owes(given.Case).Select(owed => (owed.About.Whom, owed.DueAt)).First());

        given.At("2026-12-07 10:00").Decided(c => Say(c, "mappa", AwaitedState.IsIn, ""));
        Assert.Empty(Awaited.Of(given.Case));
        given.At("2026-12-07 10:05").Fact(NotKnown("mappa") with { Answer = new(AnswerKind.NotKnownYet, [], "Sent to the wrong desk.") });
        Assert.Equal(Tom.Id, Assert.Single(Awaited.Of(given.Case)).From.Id);
    }

    [Fact]
    public async Task The_result_is_in_opens_the_form_for_its_answer_and_asks_the_chair_whether_the_plan_changes()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Held(NotKnown("mappa")).At("2026-12-04 11:00"));
        host.Clock.Advance(Dates.Local("2026-12-04 11:00") - host.Clock.GetUtcNow());
        var before = await host.Clerk.LoadAsync(Id, default);

        var form = await host.OpenAsync(Sam, AwaitedPart.Button(before, Headings.Find("mappa")!));
        Assert.Contains(
            "Awaited from Sam Whitlock, Detective Sergeant, Police by Fri 4 Dec 2026, 17:00", form.Text, StringComparison.Ordinal);
        await form.PressAsync("Save", ("state", "isIn"));

        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal((LateKind.Result, Sam.Person), Assert.Single(@case.Meeting.News.Open) is var news ? (news.Kind, news.By) : default);
        Assert.NotEmpty(LateNewsClock.Runs(@case));
        var page = new StrategyBot.Forms.FormPage(CaseViewOf(@case, Sam), Words, Dates.Local("2026-12-04 11:00"), @case.Version);
        Assert.Equal("assessing/headings", AwaitedRule.Answers(page, Headings.Find("mappa")!)!.Verb);

        // Its words are no second piece of news.
        var answered = await host.OpenAsync(Sam, HeadingsPart.Button(@case, Headings.FindBlock("police-referrals")!));
        await answered.PressAsync("Save", ("ticks-mappa", "no"), ("text-mappa", "Not a risk to others."));
        Assert.Single((await host.Clerk.LoadAsync(Id, default)).Meeting.News.Open);
    }

    [Fact]
    public void An_answer_that_was_awaited_and_comes_after_the_end_is_news_and_one_that_was_open_is_none()
    {
        var given = Held(NotKnown("mappa")).At("2026-12-04 11:00").By(Sam)
            .Fact(new HeadingAnswered("intelligence", new(AnswerKind.Known, ["no"], "None.")) { Meeting = FirstMeeting });
        Assert.Empty(given.Case.Meeting.News.Items);

        given.Fact(new HeadingAnswered("mappa", new(AnswerKind.Known, ["yes"], "By MASH.")) { Meeting = FirstMeeting });

        Assert.Equal(LateKind.Result, Assert.Single(given.Case.Meeting.News.Items).Kind);
    }

    [Fact]
    public void The_minutes_say_from_whom_and_by_when_and_to_nobody_who_may_not_read_the_answer()
    {
        var given = Held(NotKnown("mappa") with { Audience = Audience.PoliceAndSocialCare }, NotKnown("abe"))
            .By(Priya).Decided(c => Say(c, "abe", AwaitedState.NotNeeded, "The child is two."));

        var minutes = MinutesDraft.Of(given.Case);

        var awaited = minutes.Single(paragraph => paragraph.Text.StartsWith("Awaited from", StringComparison.Ordinal));
        Assert.Equal(("MAPPA", "Awaited from Sam Whitlock, Detective Sergeant, Police by Fri 4 Dec 2026, 17:00"),
            (awaited.Section, awaited.Text));
        Assert.DoesNotContain(
            MinutesCopy.For(minutes, Ruth), paragraph => paragraph.Text.Contains("Awaited from", StringComparison.Ordinal));
        Assert.Contains(minutes, paragraph => paragraph is { Section: "ABE interview", Text: "No longer needed: The child is two." });
    }

    [Fact]
    public async Task It_stands_on_the_board_in_missing_due_and_status_and_in_the_part_of_who_brings_it()
    {
        using var host = new PartHost(services => Services(services));
        await host.Cases.HaveAsync(Held(NotKnown("mappa")).At("2026-12-07 10:00"));
        host.Clock.Advance(Dates.Local("2026-12-07 10:00") - host.Clock.GetUtcNow());
        var @case = await host.Clerk.LoadAsync(Id, default);

        HubEntry Of(Participant reader, string id) => Program.Phases.Entries(CaseViewOf(@case, reader), Dates.Local("2026-12-07 10:00"))
            .Single(entry => entry.Id == id);
        Assert.Equal("1 awaited, 1 overdue", Of(Priya, "assessing/awaited-list").State);
        Assert.True(Of(Sam, "assessing/awaited/mappa").IsOpen);
        Assert.Contains("MAPPA: awaited from Sam Whitlock by Fri 4 Dec 2026, 17:00",
            (await host.TypeAsync(Priya, $"missing {Id} Heron")).Text, StringComparison.Ordinal);
        Assert.Contains("Awaited from you: MAPPA", (await host.TypeAsync(Sam, "due")).Text, StringComparison.Ordinal);
        Assert.Contains("1 answer is awaited, 1 of them overdue.",
            Program.Phases.Status(CaseViewOf(@case, Priya), Dates.Local("2026-12-07 10:00")).Select(line => line.Text));
        // It holds nothing up.
        Assert.DoesNotContain(Program.Phases.Gaps(@case), gap => gap.Id == "heading/mappa");
    }

    [Fact]
    public void Nobody_else_says_how_it_stands()
    {
        var given = Held(NotKnown("mappa"));

        Assert.IsType<NotYourPart>(Assert.IsType<Decision.Refused>(AwaitedRule.Say(
            given.Case, Ruth, "mappa", AwaitedState.IsIn, null, null, "", given.Now, new(Audience.Professionals, Ruth))).Because);
    }

    private static HeadingAnswered NotKnown(string heading) =>
        new(heading, new(AnswerKind.NotKnownYet, [], "")) { Meeting = FirstMeeting };

    private static Decision Say(Case @case, string heading, AwaitedState state, string note) => AwaitedRule.Say(
        @case, Priya, heading, state, null, null, note, Dates.Local("2026-12-02 15:10"), new(Audience.Professionals, Priya));

    private static CaseView CaseViewOf(Case @case, Participant reader) => new(@case, @case.Find(reader.Id)!, @case);

    private static void Services(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<CommandCase>(services);

    private static string Waits(Given given, string until) => string.Concat(Timeline.Of(given, until).Split('\n')
        .Where(line => line.Contains("assessing/awaited", StringComparison.Ordinal)).Select(line => line + "\n"));

    /// <summary>Held on Wed 2 Dec 2026 from 14:00 to 15:00; all that its calling owes is done.</summary>
    private static Given Held(params IReadOnlyList<HeadingAnswered> answers)
    {
        var given = AConvenedCase().At("2026-12-02 08:00").Fact(
            new MeetingMoved(Dates.Local("2026-12-02 14:00"), Dates.Local("2026-12-02 15:00"), "") { Meeting = FirstMeeting });
        Timeline.Of(given, "2026-12-02 09:10");
        return given.At("2026-12-02 14:00").By(Priya).Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
            .At("2026-12-02 14:30").Fact(answers)
            .At("2026-12-02 15:00").Fact(
                new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
                new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 });
    }
}
