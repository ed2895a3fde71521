using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>However much somebody pastes, the chair can approve the minutes.</summary>
public sealed class LongDecisionTests : IDisposable
{
    private static readonly Asker Chair = new(Given.Priya.Person!.Value, Given.Priya.Name, Given.Priya.Mail, "29:priya");

    private readonly RecordedCases cases = new();

    [Fact]
    public async Task Minutes_of_60_pastes_of_50_000_letters_are_approved()
    {
        await HaveAsync();
        var draft = MinutesDraft.Of(await cases.Clerk.LoadAsync(Given.Id, default));

        var told = await ApproveAsync(cases.Clerk, "approve", draft);

        Assert.IsType<Decision.Accepted>(told.Decision);
        var minutes = (await cases.AnotherInstance().LoadAsync(Given.Id, default)).Meeting.Minutes;
        Assert.Equal((1, MinutesDigest.Of(draft)), (minutes.Version, MinutesDigest.Of([.. minutes.Versions[1]])));
        Assert.Equal(minutes.Approved!.Fact.Digest, MinutesDigest.Of(draft));
        Assert.Equal(Decision.Already, (await ApproveAsync(cases.Clerk, "approve", draft)).Decision);
    }

    [Fact]
    public async Task An_approval_that_was_broken_off_is_none_and_the_next_one_begins_anew()
    {
        await HaveAsync();
        var draft = MinutesDraft.Of(await cases.Clerk.LoadAsync(Given.Id, default));
        var (record, broken) = BreakingRecord.Of(cases.Record, afterAppends: 3);

        await Assert.ThrowsAsync<IOException>(() => ApproveAsync(cases.ClerkOf(record), "approve", draft));
        Assert.Equal(3, broken.Appends);
        var between = (await cases.AnotherInstance().LoadAsync(Given.Id, default)).Meeting.Minutes;
        Assert.Equal((0, true), (between.Version, between.Versions.ContainsKey(1)));

        // Teams delivers it again.
        Assert.IsType<Decision.Accepted>((await ApproveAsync(cases.AnotherInstance(), "approve", draft)).Decision);
        var minutes = (await cases.AnotherInstance().LoadAsync(Given.Id, default)).Meeting.Minutes;
        Assert.Equal((1, MinutesDigest.Of(draft)), (minutes.Version, MinutesDigest.Of([.. minutes.Versions[1]])));
    }

    [Fact]
    public async Task What_can_not_be_parted_and_is_too_long_is_refused_in_words()
    {
        await cases.HaveAsync(Given.AConvenedCase());

        var told = await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "a1",
            (_, _) => Decision.Of([.. Enumerable.Range(0, 12).Select(n => new ContingencyAgreed(new string('x', 50_000)))]), default);

        Assert.IsType<TooLongAtOnce>(Assert.IsType<Decision.Refused>(told.Decision).Because);
    }

    public void Dispose() => cases.Dispose();

    private static Task<CaseAnswer> ApproveAsync(Clerk clerk, string source, IReadOnlyList<MinutesParagraph> draft) => clerk.AskAsync(
        Chair, Given.Id, Capability.Lead, source,
        (@case, me) => ApprovalRule.Approve(
            @case, me, new ApprovalPart.Form(Given.Id.Value, 0, MinutesDigest.Of(draft)), Dates.Local("2026-11-26 12:00")),
        default);

    /// <summary>A meeting that has ended, and what the nurse pasted into it.</summary>
    private async Task HaveAsync()
    {
        var given = Given.AConvenedCase().By(Given.Priya)
            .Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting });
        given = Enumerable.Range(0, 60).Aggregate(given, (before, n) => before.By(Given.Grace).Fact(new InformationGiven(
            Given.Grace.Id, Agency.Health, $"{n} {new string((char)('a' + (n % 26)), 49_990)}", 0)
        { Meeting = Given.FirstMeeting }));
        await cases.HaveAsync(given.By(Given.Priya).Fact(new MeetingEnded(Via.Chair) { Meeting = Given.FirstMeeting }));
    }
}
