using System.Reflection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>What lies of every case on shelves, to be read together (issue 18.5).</summary>
public sealed class ShelvesTests : IDisposable
{
    private const string Shelf = "open";

    private static readonly Asker Chair = new(Given.Priya.Person!.Value, Given.Priya.Name, Given.Priya.Mail, "29:priya");

    private readonly RecordedCases cases = new(onShelves: @case => [new(Shelf, $"{@case.CheckWord} at {@case.Version}")]);

    [Fact]
    public async Task A_case_lies_there_as_it_stands_after_each_write()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var before = (await cases.Clerk.LoadAsync(Given.Id, default)).Version;

        await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "a1",
            (_, _) => new ConfidentialityRead { Meeting = Given.FirstMeeting }, default);

        var (id, text) = Assert.Single(await cases.Clerk.ShelfAsync(Shelf, default));
        Assert.Equal((Given.Id, $"Heron at {before + 1}"), (id, text));
    }

    [Fact]
    public async Task What_is_in_doubt_is_said_by_the_case_itself_and_what_lies_there_no_more_by_nobody()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var version = (await cases.Clerk.LoadAsync(Given.Id, default)).Version;
        var doubting = cases.ClerkOf(Doubting.Of(cases.Record));

        Assert.Equal([(Given.Id, $"Heron at {version}")], await doubting.ShelfAsync(Shelf, default));
        Assert.Empty(await doubting.ShelfAsync("another", default));
    }

    [Fact]
    public async Task Shelves_that_another_release_filled_are_filled_once_and_then_left_alone()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        await cases.Record.ReindexAsync(CaseCodec.StreamOf(Given.Id), (await cases.Clerk.LoadAsync(Given.Id, default)).Version,
            new([], null), default);
        Assert.False(await cases.Clerk.AreFilledAsync("1", default));

        await cases.Clerk.FillShelvesAsync("1", default);

        Assert.True(await cases.Clerk.AreFilledAsync("1", default));
        Assert.False(await cases.Clerk.AreFilledAsync("2", default));
        Assert.Single(await cases.Clerk.ShelfAsync(Shelf, default));
        var (record, count) = CountedRecord.Of(cases.Record);
        await cases.ClerkOf(record).FillShelvesAsync("1", default);
        Assert.Equal([nameof(IRecord.ShelfAsync)], count.Calls.Keys);
    }

    [Fact]
    public async Task Nothing_that_a_shelf_would_say_is_in_the_way_of_what_is_saved()
    {
        using var failing = new RecordedCases(onShelves: _ => throw new InvalidOperationException("No row."));

        await failing.Clerk.OpenAsync(Chair, Given.Id, "a1", [.. Given.AConvenedCase().Entries.Select(entry => entry.Fact)], default);

        Assert.True((await failing.Clerk.LoadAsync(Given.Id, default)).Exists);
    }

    public void Dispose() => cases.Dispose();

    /// <summary>A store in which every row is just being written.</summary>
    internal class Doubting : DispatchProxy
    {
        private IRecord record = null!;

        public static IRecord Of(IRecord record)
        {
            var doubting = Create<IRecord, Doubting>();
            ((Doubting)(object)doubting).record = record;
            return doubting;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == nameof(IRecord.RowsAsync) ? Task.FromResult<IReadOnlyList<ShelfRow>?>(null)
            : targetMethod.Name == nameof(IRecord.ShelfAsync)
                ? Task.FromResult<IReadOnlyList<Shelved>>([new(CaseCodec.StreamOf(Given.Id), null)])
                : targetMethod.Invoke(record, args);
    }
}
