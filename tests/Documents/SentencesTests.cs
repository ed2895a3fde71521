using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Records;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using Xunit.Abstractions;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Documents;

/// <summary>There is nothing in the minutes that a person didn't say (issue 9).</summary>
public sealed class SentencesTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> All => [.. GoldenRecord.All];

    [Fact]
    public void Every_sentence_of_a_meeting_says_what_its_facts_say()
    {
        // One at which an agency was missing says so.
        var missed = Ended().Fact(In(new AttendanceConfirmed([Given.Priya.Id, Given.Tom.Id, Given.Grace.Id])));
        Assert.Contains(MinutesDraft.Of(missed.Case),
            paragraph => paragraph.Text == "Quorum: 2 of 3 core agencies were there. Missing: Police.");

        foreach (var meeting in new[] { Ended(2), missed })
        {
            None(new Sentences(Given.Id, meeting.Entries, MinutesDraft.Of).Unfounded());
        }
    }

    /// <summary>Each meeting's minutes as they were before anything was issued, and as they stand.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_sentence_of_a_golden_record_says_what_its_facts_say(string name)
    {
        var (codec, unfounded, count) = (new CaseCodec(GoldenRecordTests.Kinds()), new List<string>(), 0);
        using var record = GoldenRecord.Open(name, folder.Path);
        foreach (var stream in await record.StreamsAsync("cases/", default))
        {
            var entries = (await record.ReadAsync(stream, 0, default)).Select(codec.Read).ToList();
            var issued = entries.FindIndex(entry => entry.Fact is MinutesFrozen);
            foreach (var until in new[] { issued, entries.Count }.Where(until => until > 0))
            {
                var sentences = new Sentences(CaseCodec.CaseOf(stream), [.. entries.Take(until)], MinutesDraft.Of);
                unfounded.AddRange(sentences.Unfounded());
                count += sentences.Cited().Count;
            }
        }

        output.WriteLine($"{count} sentences");
        None(unfounded);
    }

    [Theory]
    [InlineData("The parents were told of the outcome.", "it stands whatever the record says")]
    [InlineData("Child 1, Ash Lindley is confirmed safe: Tom Okafor saw the child.", "stands in none of")]
    [InlineData("The confidentiality statement was read at 14:07.", "stands in none of")]
    [InlineData("No actions are recorded.", "the record does say something")]
    [InlineData("None recorded.", "the record does say something")]
    [InlineData("Quorum: 2 of 3 core agencies were there. Missing: Police.", "Police was there")]
    [InlineData("Quorum: all 4 core agencies were there (Children's social care, Police, Health, School).", "School was not there")]
    public void An_invented_sentence_is_found(string invented, string because)
    {
        var sentences = new Sentences(Given.Id, Ended().Entries,
            @case => [.. MinutesDraft.Of(@case), new("invented", "Meeting", invented, "", null, Audience.Professionals)]);

        Assert.Contains(sentences.Unfounded(), fault => fault.Contains(invented, StringComparison.Ordinal)
            && fault.Contains(because, StringComparison.Ordinal));
    }

    /// <summary>Whatever they say: words under a name that didn't say them, or at another time.</summary>
    [Fact]
    public void Anothers_name_or_time_under_true_words_is_found()
    {
        var sentences = new Sentences(Given.Id, Ended().Entries, @case => [.. MinutesDraft.Of(@case).Select(paragraph =>
            paragraph.Text.Contains("Missed the last", StringComparison.Ordinal) ? paragraph with { Author = Given.Sam.Described }
            : paragraph.Text.Contains("Called to the address", StringComparison.Ordinal) ? paragraph with { At = Given.AConvenedCase().Now }
            : paragraph)]);

        var found = sentences.Unfounded();

        Assert.Contains(found, fault => fault.EndsWith("who wrote it down isn't said.", StringComparison.Ordinal));
        Assert.Contains(found, fault => fault.Contains("nothing of it was written or happened at", StringComparison.Ordinal));
    }

    private void None(IReadOnlyCollection<string> unfounded)
    {
        output.WriteLine(string.Join('\n', unfounded));
        Assert.Empty(unfounded);
    }

    public void Dispose() => folder.Dispose();
}
