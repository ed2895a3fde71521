using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Minuting;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Hub;

/// <summary><c>status</c>, <c>missing</c>, <c>next</c> and <c>due</c> say the same of one record, at each stage of it.</summary>
public sealed class AgreementOfCommandsTests : IDisposable
{
    private const string Why = "Tom is with the child; the rest comes tomorrow.";

    private readonly PartHost host = new(services =>
    {
        PartHost.FakeOutside(services);
        services.AddTransient<CommandCase>();
    });

    [Fact]
    public async Task While_the_meeting_runs_it_is_now_and_not_overdue()
    {
        await host.Cases.HaveAsync(Held());
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var due = await SaidAsync("due");

        Assert.Contains("**Now** · SB-2026-014 Heron · Strategy meeting", due, StringComparison.Ordinal);
        Assert.DoesNotContain("Overdue", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_completed_without_parts_is_complete_to_every_command()
    {
        await host.Cases.HaveAsync(Completed());

        var (status, missing, due) = (await SaidAsync("status"), await SaidAsync("missing"), await SaidAsync("due"));
        var next = await host.TypeAsync(Given.Priya, "next");

        Assert.Contains("The record was completed Wed 25 Nov 2026, 14:50.", status, StringComparison.Ordinal);
        Assert.DoesNotContain("mandatory parts still to answer", status, StringComparison.Ordinal);
        Assert.Contains("The record was completed Wed 25 Nov 2026, 14:50 without what was open. Why:", missing, StringComparison.Ordinal);
        Assert.Contains(Why, missing, StringComparison.Ordinal);
        Assert.Contains("not answered", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("still to answer", missing, StringComparison.Ordinal);
        // No heading of a finished record is asked for; a child's safety is.
        Assert.Equal("Who holds the child", next.Title);
        Assert.DoesNotContain("Next: ", (await host.TypeAsync(Given.Ruth, "next")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Complete the record", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_open_after_the_approval_is_open_to_every_command()
    {
        await host.Cases.HaveAsync(Approved(Ended().Fact(In(new GapsListed(["One part."], Dates.Local("2026-11-25 17:00"))))));

        Assert.Contains("mandatory parts still to answer", await SaidAsync("status"), StringComparison.Ordinal);
        Assert.Contains("still to answer", await SaidAsync("missing"), StringComparison.Ordinal);
        Assert.Contains("Complete the record", await SaidAsync("due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_not_called_has_nothing_missing_yet_and_is_led_on()
    {
        await host.Cases.HaveAsync(Tests.Phases.Convening.Begun.ACase());

        Assert.Contains("The meeting is not called yet. Type **convene** to go on.", await SaidAsync("status"), StringComparison.Ordinal);
        Assert.DoesNotContain("no case that this fits", await SaidAsync("missing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reason_that_was_asked_for_is_in_status_and_in_the_minutes()
    {
        var given = Reasoned();
        var minutes = string.Join('\n', MinutesDraft.Of(given.Case).Select(paragraph => paragraph.Text));
        await host.Cases.HaveAsync(given);

        var status = await SaidAsync("status");

        string[] kept =
        [
            "Hold by: Wed 25 Nov 2026, 12:00 (same day: serious risk of harm)", "Concern identified: Tue 24 Nov 2026, 15:00",
            "Referral received: Wed 25 Nov 2026, 08:30",
            "No to the first question (Priya Nair), because: PLANTED-no", "PLANTED-longer", "PLANTED-late",
            "PLANTED-chair", "Moved to Wed 25 Nov 2026, 15:30, because: PLANTED-moved",
            "Police: DI Una Frost decides for it, as Sam Whitlock said.", "PLANTED-takeover", "PLANTED-without",
            "Later than the limit of Wed 25 Nov 2026, 12:30, because: PLANTED-later-still",
        ];
        Assert.All(kept, reason => Assert.Contains(reason, status, StringComparison.Ordinal));
        Assert.All(kept, reason => Assert.Contains(reason, minutes, StringComparison.Ordinal));
        Assert.Contains("The minutes were late, because: PLANTED-minutes", status, StringComparison.Ordinal);
        // Who doesn't read content gets none of them.
        Assert.DoesNotContain("PLANTED", (await host.TypeAsync(Given.Jo, "status")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decides_for_an_agency_is_named_in_status_and_in_the_minutes()
    {
        await host.Cases.HaveAsync(Given.AConvenedCase());
        var form = await host.OpenAsync(Given.Grace, InvitationPart.Button(await host.Clerk.LoadAsync(Given.Id, default)));
        await form.PressAsync("Save", ("answer", "coming"), ("decisionMaker", "Dr Ada Finch"));

        const string Said = "Health: Dr Ada Finch decides for it, as Grace Adeyemi said.";
        Assert.Contains(Said, await SaidAsync("status"), StringComparison.Ordinal);
        Assert.Contains(Said, MinutesDraft.Of(await host.Clerk.LoadAsync(Given.Id, default)).Select(paragraph => paragraph.Text));
        Assert.DoesNotContain("Ada Finch", (await host.TypeAsync(Given.Jo, "status")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_later_release_prints_besides_is_no_change_of_the_record()
    {
        var ended = Ended().Fact(In(new MeetingMoved(Dates.Local("2026-11-25 14:00"), Dates.Local("2026-11-25 15:00"), "The room.")));
        var drawn = MinutesDraft.Of(ended.Case);
        var printed = drawn.Where(paragraph => paragraph.Section != "Limit and reasons").ToList();
        // Somebody's words are among what a later release prints besides.
        Assert.Contains(drawn.Except(printed), paragraph => paragraph.Text.EndsWith("because: The room.", StringComparison.Ordinal));
        var approved = ended.At("2026-11-25 15:00").By(Given.Priya).Fact(
            In(new MinutesFrozen(1, 0, [.. printed])), In(new MinutesApproved(1, MinutesDigest.Of(printed), "")));

        Assert.DoesNotContain(MinutingHub.Status(approved.SeenBy(Given.Priya), approved.Now),
            line => line.Text.StartsWith("The record changed", StringComparison.Ordinal));
    }

    public void Dispose() => host.Dispose();

    private static Given Reasoned() => new Given()
        .Fact(new CaseOpened(Given.Id.Value, "Heron", ProcedureProfiles.Default.ToJson(), BankHolidays.Newest.Version, Given.Priya,
            new(YesNo.No, [], "PLANTED-no")))
        .Fact(Tests.Phases.Convening.Begun.Circumstances with { LimitReason = "PLANTED-longer" })
        .Fact(new ParticipantAdded(Given.Tom), new ParticipantAdded(Given.Sam), new ParticipantAdded(Given.Jo))
        .Fact(In(new MeetingConvened(Dates.Local("2026-11-25 14:00"), Dates.Local("2026-11-25 15:00"), Dates.Local("2026-11-25 12:00"),
            "same day: serious risk of harm", "PLANTED-late")
        { ChairReason = "PLANTED-chair" }))
        .Fact(In(new MeetingMoved(Dates.Local("2026-11-25 15:30"), Dates.Local("2026-11-25 16:30"), "PLANTED-moved")),
            In(new MeetingLateExplained(Dates.Local("2026-11-25 12:30"), Dates.Local("2026-11-25 15:30"), "PLANTED-later-still")))
        .By(Given.Sam).Fact(In(new InvitationAnswered(Given.Sam.Id, Rsvp.Coming, true, false, "DI Una Frost", true, false, Via.Form)))
        .By(Given.Priya).Fact(In(new ChairTaken(Given.Priya.Id, "PLANTED-takeover")), In(new MeetingStarted(Via.Form)),
            In(new MeetingEnded(Via.Form)), In(new RecordCompleted("PLANTED-without")), In(new LatenessExplained("PLANTED-minutes")),
            In(new MinutesApproved(1, "digest", "")));

    private static Given Completed() => Approved(Ended().At("2026-11-25 14:50").By(Given.Priya).Fact(In(new RecordCompleted(Why))))
        .Fact(In(new MinutesEntered(1) { Child = Given.Child1 }), In(new MinutesAcknowledged(Given.Ruth.Id, 1)));

    private static Given Approved(Given given) =>
        given.At("2026-11-25 15:00").By(Given.Priya).Fact(In(new MinutesApproved(1, "digest", "")));

    private async Task<string> SaidAsync(string line) => (await host.TypeAsync(Given.Priya, line)).Text;
}
