using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Phases;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>Each reason that convening asks for has a marking of its own, and decides the same for whom it is hidden from (P6).</summary>
public sealed class ReasonMarkingTests
{
    private static readonly Participant Convener = Given.Priya with
    {
        Person = PersonId.Of(SandboxPeople.CouncilTenant, SandboxPeople.Chair.AadObjectId),
    };

    private static readonly Audience Police = Audience.PoliceAndSocialCare;

    [Fact]
    public async Task A_first_question_says_who_may_read_why_it_is_no()
    {
        await using var world = await GraphWorld.StartAsync();
        using var host = Host(world);
        var asked = await host.TypeAsync(Convener, "convene");

        await asked.PressAsync("Save and go on",
            ("answer", "no"), ("reason", "The uncle is in custody."), ("marking", "police-and-social-care"));

        var @case = await OnlyAsync(host);
        Assert.Equal((Police, "The uncle is in custody."), (@case.Limit.UrgentFor, @case.Urgent.Reason));
    }

    [Fact]
    public async Task A_first_question_of_a_card_without_the_marking_keeps_the_reason_among_its_own_and_asks()
    {
        await using var world = await GraphWorld.StartAsync();
        using var host = Host(world);
        var asked = await host.TypeAsync(Convener, "convene");

        var next = await asked.PressAsync("Save and go on", ("answer", "no"), ("reason", "The uncle is in custody."), ("marking", null));

        Assert.Equal(Audience.Only(Agency.SocialCare), (await OnlyAsync(host)).Limit.UrgentFor);
        Assert.Contains("Nobody has said who may read this", next.Text, StringComparison.Ordinal);
        Assert.Contains("Who may read your reason", (await next.PressAsync("Choose who may read this")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_may_not_read_a_no_has_the_limit_that_it_brings()
    {
        var given = Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.SexualAbuse] })
            .Decided(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "The uncle is in custody."), By(Given.Priya)))
            .Decided(@case => CircumstancesRule.Limit(@case, new(Given.Id.Value, YesNo.No, null, "Seen by the SARC."), By(Given.Priya)))
            .Fact(new ParticipantAdded(Given.Ruth));
        var cut = given.SeenBy(Given.Ruth).Case;

        Assert.Equal(("", ""), (cut.Urgent.Reason, cut.Circumstances!.LimitReason));
        Assert.Equal(MeetingDue.Of(given.Case, given.Now).Due, MeetingDue.Of(cut, given.Now).Due);
    }

    [Fact]
    public void Each_reason_is_for_those_whom_it_names_and_no_others()
    {
        var given = Begun.ACaseWithAChild(Begun.Circumstances with { Other = "WHY" })
            .Decided(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "URGENT"), By(Given.Priya)))
            .Decided(@case => CircumstancesRule.Limit(@case, new(Given.Id.Value, null, YesNo.No, "LIMIT"), By(Given.Priya)))
            .Decided(@case => CircumstancesRule.Setting(@case, new(Given.Id.Value, Reason: "CAUSE"), By(Given.Priya)))
            .Fact(new ParticipantAdded(Given.Ruth), new ParticipantAdded(Given.Sam));

        Assert.Equal("WHY", string.Join(' ', Read(given, Given.Ruth)));
        Assert.Equal("WHY CAUSE LIMIT URGENT", string.Join(' ', Read(given, Given.Sam)));
        Assert.Contains("No to the first question (Priya Nair).", Minutes(given, Given.Ruth), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_people_than_the_author_only_tighten_it()
    {
        var given = Begun.ACaseWithAChild().Fact(new ParticipantAdded(Given.Tom))
            .Decided(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "URGENT"), By(Given.Priya)))
            .Decided(@case => CircumstancesRule.Limit(@case, new(Given.Id.Value, null, YesNo.No, "LIMIT"), By(Given.Priya)))
            .Decided(@case => CircumstancesRule.Setting(@case, new(Given.Id.Value, Reason: "CAUSE"), By(Given.Priya)));
        var all = new Readers(Audience.Professionals, Given.Tom);

        given.By(Given.Tom).When(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "URGENT"), all)).Refused<OnlyTheAuthorWidens>();
        given.When(@case => CircumstancesRule.Limit(@case, new(Given.Id.Value, null, YesNo.No, "LIMIT"), all))
            .Refused<OnlyTheAuthorWidens>();
        given.When(@case => CircumstancesRule.Setting(@case, new(Given.Id.Value, Reason: "CAUSE"), all)).Refused<OnlyTheAuthorWidens>();
        given.Decided(@case => UrgencyRule.Answer(
            @case, new(YesNo.No, [], "URGENT"), all with { Audience = Audience.Only(Agency.SocialCare) }));
        given.By(Given.Priya).Decided(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "URGENT"), all with { By = Given.Priya }));
    }

    [Fact]
    public void Why_it_is_later_than_its_limit_and_why_it_was_moved_are_for_those_whom_they_name()
    {
        var given = Begun.ACalledMeeting().Fact(new ParticipantAdded(Given.Ruth));
        given.At("2026-11-25 11:00").Decided(@case => TimeRule.Move(@case, new(Given.Id.Value, Dates.Date("2026-12-04"),
            new TimeOnly(10, 0), 60, "MOVED"), given.Now, Given.Words, By(Given.Priya)));
        given.Decided(@case => TimeRule.Explain(@case, LateCause.InformationAwaited, "LATE", By(Given.Priya)));

        Assert.DoesNotContain("MOVED", Minutes(given, Given.Ruth), StringComparison.Ordinal);
        Assert.DoesNotContain("LATE", Minutes(given, Given.Ruth), StringComparison.Ordinal);
        Assert.Contains("Moved to Fri 4 Dec 2026, 10:00.", Minutes(given, Given.Ruth), StringComparison.Ordinal);
        Assert.Contains("Because: MOVED", Minutes(given, Given.Grace with { Agency = Agency.Police }), StringComparison.Ordinal);
        var status = string.Join('\n', ConveningHub.Reasons(given.SeenBy(Given.Ruth)));
        Assert.DoesNotContain("MOVED", status, StringComparison.Ordinal);
        Assert.DoesNotContain("LATE", status, StringComparison.Ordinal);
        Assert.Contains("Information awaited", status, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chair_who_may_not_read_why_it_is_later_is_told_that_it_was_said()
    {
        var given = Begun.ACalledMeeting();
        given.At("2026-11-25 11:00").By(Given.Tom).Decided(@case => TimeRule.Move(@case, new(Given.Id.Value, Dates.Date("2026-12-04"),
            new TimeOnly(10, 0), 60, "Snow."), given.Now, Given.Words));
        given.Decided(@case => TimeRule.Explain(@case, null, "LATE", new(Audience.Only(Agency.Police), Given.Tom)));

        var told = CardJson.Write(TellLateDuty.Say(given.Case, Given.Words).Card);

        Assert.DoesNotContain("LATE", told, StringComparison.Ordinal);
        Assert.Contains("said why, for other readers than you", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_it_is_called_late_and_why_this_chair_are_for_those_whom_they_name_whoever_calls_it()
    {
        var given = Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Complex] })
            .Fact(new ParticipantAdded(Given.Tom), new ParticipantAdded(Given.Ruth))
            .Decided(@case => TimeRule.Plan(@case, Begun.Two with
            {
                On = Dates.Date("2026-12-04"),
                LateReason = "LATE",
                ChairReason = "CHAIR",
            }, Begun.Now, Given.Words, new(Audience.Only(Agency.Police), Given.Priya)))
            .By(Given.Ruth).Decided(@case => TimeRule.Call(@case, Begun.Now, Given.Words));

        Assert.Contains("CHAIR", Minutes(given, Given.Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("CHAIR", Minutes(given, Given.Ruth), StringComparison.Ordinal);
        Assert.DoesNotContain("LATE", Minutes(given, Given.Ruth), StringComparison.Ordinal);
        var room = given.SeenBy(Given.Ruth).Case.Meeting.Room;
        Assert.Equal(("", "", ""), (room.Convened!.LateReason, room.Convened.ChairReason, room.Late?.Reason ?? ""));
        given.By(Given.Tom).When(@case => TimeRule.Plan(@case, Begun.Two with { ChairReason = "Ill." }, Begun.Now, Given.Words,
            new(Audience.Professionals, Given.Tom))).Refused<OnlyTheAuthorWidens>();
    }

    private static Readers By(Participant author) => new(Police, author);

    private static IEnumerable<string> Read(Given given, Participant reader)
    {
        var @case = given.SeenBy(reader).Case;
        return new[] { @case.Circumstances!.Other, @case.Circumstances.Reason, @case.Circumstances.LimitReason, @case.Urgent.Reason }
            .Where(text => text.Length > 0);
    }

    private static string Minutes(Given given, Participant reader) =>
        string.Join('\n', MinutesCopy.For(MinutesDraft.Of(given.Case), reader).Select(paragraph => paragraph.Text));

    private static async Task<Case> OnlyAsync(PartHost host) => await host.Clerk.LoadAsync(new("SB-2026-001"), default);

    private static PartHost Host(GraphWorld world)
    {
        var cases = new RecordedCases();
        return new(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton<CommandCase>().AddSingleton<PeopleBook>().AddSingleton(ProcedureProfiles.Default)
                .AddSingleton<References>().AddSingleton(cases.Record).AddSingleton(world.Bot<Membership>());
        }, cases: cases);
    }
}
