using System.Text.Json;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Keeping;
using StrategyBot.Phases.Minuting;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>A case that was closed on Mon 30 Nov 2026 under the default procedure: its working copy goes on Sun 28 Feb 2027 (P16).
/// </summary>
public abstract class RetentionContract : TwoStores
{
    private const string Planted = "Quillfeather";

    private static readonly DateTimeOffset Over = Dates.Local("2027-02-28 08:45");

    internal static Given Closed(bool isEntered = true, bool isRecord = false)
    {
        var given = AConvenedCase()
            .By(Sam).At("2026-11-25 13:00").Fact(In(new InformationGiven(Sam.Id, Agency.Police, $"{Planted} told us.", 1)))
            .By(Priya).At("2026-11-25 14:00").Fact(In(new MeetingStarted(Via.Form)))
            .At("2026-11-25 15:00").Fact(In(new MeetingEnded(Via.Form)))
            .At("2026-11-25 15:20").Decided(@case => ApprovalRule.Approve(
                @case, Priya, new(Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(@case)), "", ""), Dates.Local("2026-11-25 15:20")))
            .Fact(new ParticipantAdded(Helen with { Roles = [.. Helen.Roles, Role.InformationGovernance] }) { Meeting = FirstMeeting });
        given.Fact(isEntered ? [In(new MinutesEntered(1)) with { Child = Child1 }] : []);
        given.At("2026-11-30 10:00").Fact(new CaseEnded(CaseEndCause.NoLongerAtRisk, Planted, "", YesNo.No, ""));
        return isRecord ? Recorded(given) : given;
    }

    [NodeFact]
    public async Task Once_its_time_is_over_no_word_of_it_is_left_and_nobody_finds_it()
    {
        var host = await HostAsync(Closed());
        var other = host.Cases.AnotherInstance();
        Assert.True((await other.LoadAsync(Id, default)).Exists);
        host.Clock.Advance(Over - host.Clock.GetUtcNow());

        await ExpireAsync(host);

        var lines = await host.Cases.Record.ReadAsync(CaseCodec.StreamOf(Id), 0, default);
        var left = JsonSerializer.Serialize(lines);
        foreach (var word in new[] { Planted, "Lindley", "Mill Lane", "council.example", "Heron" })
        {
            Assert.DoesNotContain(word, left, StringComparison.Ordinal);
        }

        foreach (var clerk in new[] { host.Clerk, other })
        {
            Assert.False((await clerk.LoadAsync(Id, default)).Exists);
        }

        foreach (var term in CaseTerms.Of(Closed().Case))
        {
            Assert.Empty(await host.Cases.Record.FindAsync(term, default));
        }

        Assert.Equal(new NoSuchCase().Say(Words), (await host.OpenAsync(Priya, HoldRecordPart.Id.Button("", new CaseForm(Id.Value)))).Text);
        var verified = await new RecordVerifier(host.Cases.Record, null, null, needsAnchors: false).VerifyAsync(null, default);
        Assert.Empty(verified.Streams.SelectMany(stream => stream.Faults));
    }

    /// <summary>Killed once most of it was gone: how it began goes last, so that it is still owed.</summary>
    [NodeFact]
    public async Task Killed_in_between_it_is_deleted_all_the_same()
    {
        var host = await HostAsync(Closed());
        host.Clock.Advance(Over - host.Clock.GetUtcNow());
        await host.Clerk.RecordAsync(Id, "expired", one => [new RecordExpired(new(2027, 2, 28), one.Version)], default);
        var lines = await host.Cases.Record.ReadAsync(CaseCodec.StreamOf(Id), 0, default);
        await host.Cases.Record.WithholdAsync(CaseCodec.StreamOf(Id),
            [.. lines.Skip(1).SkipLast(1).Select(line => line with { Content = null, Salt = null })], default);
        var again = host.Cases.AnotherInstance();

        Assert.Single(ExpireRecordDuty.Owes(await again.LoadAsync(Id, default)));
        await again.DeleteAsync(Id, default);

        Assert.False((await again.LoadAsync(Id, default)).Exists);
        Assert.Equal(1, (await host.Cases.Record.ReadAsync(CaseCodec.StreamOf(Id), 0, default)).Count(line => line.Content is not null));
    }

    [NodeFact]
    public async Task A_record_goes_only_when_information_governance_says_so_and_not_before_its_time()
    {
        var host = await HostAsync(Closed(isRecord: true));
        Assert.Empty(TimeOverDuty.Owes(await host.Clerk.LoadAsync(Id, default)));
        var form = HoldRecordPart.Id.Button("", new CaseForm(Id.Value));
        Assert.Contains("The record is kept until Wed 30 Nov 2061.", (await host.OpenAsync(Helen, form)).Text, StringComparison.Ordinal);
        Assert.Contains("The record is kept until", (await host.PostAsync(Helen, DeleteRecord.Verb)).Text, StringComparison.Ordinal);
        Assert.Null((await host.Clerk.LoadAsync(Id, default)).Keeping.Expired);
        host.Clock.Advance(Dates.Local("2061-12-01 10:00") - host.Clock.GetUtcNow());

        Assert.Equal(new NotYourPart().Say(Words), (await host.PostAsync(Priya, DeleteRecord.Verb)).Text);
        await (await host.OpenAsync(Helen, form)).PressAsync("Delete the record");

        Assert.Single(ExpireRecordDuty.Owes(await host.Clerk.LoadAsync(Id, default)));
    }

    [NodeFact]
    public async Task A_court_a_report_and_minutes_that_stand_nowhere_else_keep_it()
    {
        Assert.Empty(TimeOverDuty.Owes(Closed(isEntered: false).Case));
        Assert.Equal(["Its minutes do not stand on each child's record."], RetentionRule.Of(Closed(isEntered: false).Case)!.Keeps);
        var held = Closed().By(Helen).Decided(c => HoldRule.Hold(c, HoldCause.Court, "Case 1."));
        Assert.Equal(["It is kept for a court or an inquiry."], RetentionRule.Of(held.Case)!.Keeps);
        Assert.Empty(TimeOverDuty.Owes(held.Case));
        Assert.Equal(["A report about the record is not answered."], RetentionRule.Of(
            Closed().Fact(new MisplacedSaid(Misplaced.AnotherFamily, "4.2", [])).Case)!.Keeps);
        Assert.Null(RetentionRule.Of(AConvenedCase().Case));
        Assert.Null(RetentionRule.Of(Closed().Fact(new CaseReopened("New concern.")).Case));

        var host = await HostAsync(held);
        host.Clock.Advance(Over - host.Clock.GetUtcNow());
        await ExpireAsync(host);
        Assert.True((await host.Clerk.LoadAsync(Id, default)).Exists);
    }

    [Fact]
    public void Two_weeks_before_the_chair_and_information_governance_hear_of_it()
    {
        Assert.Equal([(Helen.Id, Dates.Local("2027-02-14 08:45")), (Priya.Id, Dates.Local("2027-02-14 08:45"))],
            WarnOfDeletionDuty.Owes(Closed().Case).Select(owed => (owed.To!.Value, owed.DueAt)));
        Assert.Equal("This copy is deleted Sun 28 Feb 2027, 08:45.", RetentionRule.Of(Closed().Case)!.Say(Closed().Case, Words));
        Assert.Empty(WarnOfDeletionDuty.Owes(Closed(isRecord: true).Case));
    }

    /// <summary>One that was begun before this was asked keeps the years that its procedure gave.</summary>
    [Fact]
    public void What_an_earlier_release_opened_is_the_record()
    {
        var before = ProcedureProfiles.Default.ToJson()
            .Replace(",\"isRecord\":false,\"workingCopyDays\":90", "", StringComparison.Ordinal);
        Assert.NotEqual(before, ProcedureProfiles.Default.ToJson());
        var read = ProcedureProfile.FromJson(before).Retention;
        Assert.False(read.IsWorkingCopy);
        Assert.Equal(12_784, read.Keeps);
        Assert.Equal(90, ProcedureProfiles.Default.Retention.Keeps);
    }

    private static async Task ExpireAsync(PartHost host)
    {
        await new TimeOverDuty(host.Clerk, host.Clock).PerformAsync(
            await host.Clerk.LoadAsync(Id, default), new(TimeOverDuty.Kind, Over), new(1, false), default);
        // What stands outside is in DeletionTests.
        await host.Clerk.RecordAsync(Id, "outside", one => one.Keeping.Expired is null ? []
            : [new EffectSettled($"{DeleteLettersDuty.Kind}/1", EffectOutcome.Delivered, OutsideCopies.Deleted, "0/0")], default);
        await new ExpireRecordDuty(host.Clerk).PerformAsync(
            await host.Clerk.LoadAsync(Id, default), new(ExpireRecordDuty.Kind, Over), new(1, false), default);
    }

    /// <summary>The same under a procedure that calls this the record.</summary>
    private static Given Recorded(Given given)
    {
        var recorded = new Given();
        foreach (var entry in given.Entries)
        {
            recorded.By(given.Case.Find(entry.By)!).At(Words.At(Words.LocalDate(entry.At), default).ToString("yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture) + " 10:00").Fact(entry.Fact is CaseOpened opened
                    ? opened with
                    {
                        ProfileJson = opened.ProfileJson.Replace("\"isRecord\":false", "\"isRecord\":true", StringComparison.Ordinal),
                    }
                    : entry.Fact);
        }

        return recorded;
    }

    private static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = FirstMeeting };
}
