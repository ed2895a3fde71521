using System.Reflection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Checking;
using StrategyBot.PartnerLinks;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Starting;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>Links of the first releases are looked for in every case, also in one that can't be read until somebody mends it.</summary>
public sealed class OldLinksTests : IDisposable
{
    private static readonly CaseId Other = new("SB-2026-015");

    private readonly RecordedCases cases = new();
    private readonly KeptLog<OldLinks> log = new();
    private readonly IRecord store = DispatchProxy.Create<IRecord, Altered>();
    private readonly Clerk clerk;

    public OldLinksTests()
    {
        ((Altered)(object)store).Inner = cases.Record;
        clerk = cases.ClerkOf(store);
    }

    [Fact]
    public async Task A_case_that_can_not_be_read_is_said_and_looked_at_once_it_is_mended()
    {
        await HaveAsync();
        Alter(Given.Id);
        using var look = Looking();

        Assert.False(await look.LookAsync(default));
        Assert.NotNull((await clerk.LoadAsync(Other, default)).Links.RenewedAt);
        var said = Assert.Single(await new LinksCheck(store, clerk).LookAsync(default));
        Assert.Equal(Verdict.SeeTo, said.Verdict);
        Assert.StartsWith($"{Given.Id} is not as it was written", said.Sentence, StringComparison.Ordinal);

        Alter(null);
        using (var next = Looking())
        {
            Assert.True(await next.LookAsync(default));
        }

        Assert.NotNull((await clerk.LoadAsync(Given.Id, default)).Links.RenewedAt);
        Assert.Empty(await new LinksCheck(store, clerk).LookAsync(default));
    }

    [Fact]
    public async Task What_an_earlier_release_left_out_is_looked_at()
    {
        await HaveAsync();
        const string Before = "upgrades/link-nonces";
        var envelope = new Envelope(
            Before, 1, "looked-through", cases.Clock.GetUtcNow(), null, PersonId.Bot.Value, null, Before, null, null, null);
        await store.TryAppendAsync(Before, 0, [Line.Next(envelope, "{}", salt: "", "")], Before, null, default);
        using var look = Looking();

        Assert.True(await look.LookAsync(default));

        Assert.NotNull((await clerk.LoadAsync(Given.Id, default)).Links.RenewedAt);
    }

    [Fact]
    public async Task Where_every_case_was_looked_at_none_is_read_again()
    {
        await HaveAsync();
        using (var look = Looking())
        {
            await look.LookAsync(default);
        }

        Alter(Given.Id);
        using var next = Looking();

        Assert.True(await next.LookAsync(default));
    }

    public void Dispose() => cases.Dispose();

    private OldLinks Looking() => new(store, clerk, new WallClock(cases.Clock), log);

    private void Alter(CaseId? id) => ((Altered)(object)store).Broken = id is { } one ? CaseCodec.StreamOf(one) : null;

    private async Task HaveAsync()
    {
        var old = new LinkIssued(Given.Grace.Id, Ticket.Hash("token"), LinkPurpose.Call, "convening/invite/old");
        var given = Given.AConvenedCase().Fact(old);
        await cases.HaveAsync(given);
        await cases.Clerk.RecordAsync(Other, "given", _ => [.. given.Entries.Select(entry => entry.Fact)], default);
    }

    /// <summary>The store, with one case that isn't as it was written.</summary>
    public class Altered : DispatchProxy
    {
        internal IRecord Inner { get; set; } = null!;

        public string? Broken { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == nameof(IRecord.ReadAsync) && (string?)args![0] == Broken
                ? throw new BrokenRecordException(Broken!["cases/".Length..], 3)
                : targetMethod.Invoke(Inner, args);
    }
}
