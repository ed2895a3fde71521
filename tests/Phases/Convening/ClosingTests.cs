using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Convening;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>A case that no meeting is called on: begun by mistake, or considered and not needed (P39).</summary>
public sealed class ClosingTests : IDisposable
{
    private readonly PartHost host = new(services =>
    {
        PartHost.FakeOutside(services);
        services.AddSingleton<CommandCase>().AddSingleton(ProcedureProfiles.Default);
    });

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_case_begun_by_mistake_is_closed_and_its_reference_says_so()
    {
        await host.Cases.HaveAsync(Begun.ACase());

        var closing = await host.OpenAsync(Priya, ClosingPage.Button(await CaseAsync()));
        var form = await closing.PressAsync("Begun by mistake");
        Assert.Contains("Say in a few words what happened.", (await form.PressAsync("Close it")).Text);
        var closed = await form.PressAsync("Close it", ("reason", "The same child twice."));

        Assert.Contains("closed, begun by mistake", closed.Text);
        Assert.Contains("The same child twice.", closed.Text);
        var refused = await host.OpenAsync(Priya, Step.Why.Button(await CaseAsync()));
        Assert.Contains("was closed by Priya Nair", refused.Text);
        Assert.Contains("it was begun by mistake", refused.Text);
        Assert.Contains("The same child twice.", (await host.TypeAsync(Priya, "status SB-2026-014 Heron")).Text);
        Assert.DoesNotContain("SB-2026-014", (await host.TypeAsync(Priya, "status")).Text);
        Assert.DoesNotContain("SB-2026-014", (await host.TypeAsync(Priya, "due")).Text);
        Assert.DoesNotContain("SB-2026-014", (await host.TypeAsync(Priya, "convene")).Text);
    }

    [Fact]
    public async Task Considered_and_no_meeting_stands_in_status_with_why_who_and_what_instead()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());

        var closing = await host.OpenAsync(Priya, ClosingPage.Button(await CaseAsync()));
        var form = await closing.PressAsync("Considered, no meeting");
        Assert.Equal("Priya Nair", form.Value("decidedBy"));
        Assert.Contains("Say what is done instead.", (await form.PressAsync("Close it, no meeting", ("reason", "Explained."))).Text);
        Assert.Contains("Choose why no meeting is needed.",
            (await form.PressAsync("Close it, no meeting", ("reason", "Explained."), ("instead", "A visit."))).Text);
        await form.PressAsync("Close it, no meeting",
            ("cause", "noReasonableCause"), ("reason", "The GP has explained it."), ("instead", "Early help visits on Friday."));

        var status = (await host.TypeAsync(Priya, "status")).Text;
        Assert.Contains("Considered, no meeting", status);
        Assert.Contains("SB-2026-014", status);
        Assert.DoesNotContain("The GP has explained it.", status);
        var one = (await host.TypeAsync(Priya, "status SB-2026-014 Heron")).Text;
        Assert.Contains("The GP has explained it.", one);
        Assert.Contains("Why no meeting: No reasonable cause", one);
        Assert.Contains("Who decided: Priya Nair", one);
        Assert.Contains("Early help visits on Friday.", one);
        Assert.DoesNotContain("SB-2026-014", (await host.TypeAsync(Priya, "convene")).Text);
    }

    [Fact]
    public void A_closed_case_owes_nothing()
    {
        // Called late, so that something would be owed; then as if it had been closed before.
        var given = Begun.ACaseWithAChild();
        Assert.IsType<CaseCancelled>(Assert.Single(given.When(@case => ClosingRule.Cancel(@case, "A slip.")).Facts));
        var duties = new StrategyBot.Obligations.Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        var called = Begun.ACalledMeeting();
        Assert.NotEmpty(duties.OwedBy(called.Case));
        // But that it goes when its time is over.
        Assert.Equal(["keeping/time-over"], duties.OwedBy(called.Fact(new CaseCancelled("A slip.")).Case).Select(owed => owed.Key));
        Assert.Empty(duties.WatchesOver(called.Case));
    }

    [Fact]
    public void A_meeting_that_is_called_is_not_closed()
    {
        Begun.ACalledMeeting().When(@case => ClosingRule.Cancel(@case, "A slip.")).Refused<CannotBe>();
        Begun.ACalledMeeting().When(@case => ClosingRule.NoMeeting(@case, NotCalledCause.Other, "a", "b", "c")).Refused<CannotBe>();
    }

    [Fact]
    public void A_closed_case_is_closed_once() =>
        Begun.ACase().Fact(new CaseCancelled("A slip."))
            .When(@case => ClosingRule.NoMeeting(@case, NotCalledCause.Other, "a", "b", "c")).Refused<CaseIsClosed>();

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
