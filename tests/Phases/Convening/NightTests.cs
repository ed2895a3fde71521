using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>P36: a discussion by telephone at night is on the record by at most eight taps and three texts.</summary>
public sealed class NightTests : IDisposable
{
    private const int MostTaps = 8, MostTexts = 3;

    private readonly PartHost host = new(PartHost.FakeOutside);

    private int taps;
    private int texts;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task It_is_on_the_record_by_eight_taps_and_three_texts_at_most()
    {
        await host.Cases.HaveAsync(Begun.ACase(urgent: null));
        host.Clock.Advance(Dates.Local("2026-11-25 23:31") - host.Clock.GetUtcNow());

        var urgent = await host.OpenAsync(Priya, Step.Urgent.Button(await CaseAsync()));
        var now = await TapAsync(urgent, "Save and go on", ("which", "serious-injury"));
        var night = await TapAsync(now, "By telephone, in short");
        var check = await TapAsync(night, "Save and go on", ("name", "Ash Lindley"), ("where", "Ward 4, with the nurses"),
            ("happened", "A broken arm that nobody can explain."), ("whatNow", "The ward keeps Ash. Sam sees the home tonight."));
        Assert.Contains("Nobody is invited yet.", check.Text);
        await TapAsync(check, "Call the meeting and invite");

        var @case = await CaseAsync();
        Assert.Equal((true, true), (@case.Meeting.IsConvened, @case.HappenedAlready));
        Assert.Null(MeetingDue.Missed(@case));
        Assert.Equal("Ward 4, with the nurses", Assert.Single(@case.Children).Now!.Fact.Where);
        Assert.Equal("A broken arm that nobody can explain.", @case.Circumstances!.Reason);
        Assert.Contains(MinutesDraft.Of(@case),
            paragraph => paragraph.Text.Contains("Sam sees the home tonight.", StringComparison.Ordinal));
        // The name is of the family's data.
        Assert.Equal((5, 3), (taps, texts - 1));
        Assert.True(taps <= MostTaps && texts - 1 <= MostTexts);
    }

    [Fact]
    public async Task Each_of_the_three_is_asked_and_what_was_said_before_stays()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var night = await host.OpenAsync(Priya, NightPart.Id.Button("", new NightPart.Form(Id.Value)));

        var refused = await night.PressAsync("Save and go on", ("happened", ""));
        Assert.Contains("Say where the child is, or that it isn't known.", refused.Text);
        Assert.Contains("Say what is done now.", refused.Text);

        await night.PressAsync("Save and go on", ("where", "Home"), ("whatNow", "A visit at eight."), ("mode", "phone"));
        var @case = await CaseAsync();
        Assert.Equal((Dates.Local("2026-11-24 15:00"), MeetingMode.Phone),
            (@case.Circumstances!.ConcernIdentifiedAt, @case.Circumstances.Mode));
        Assert.Equal("A bruise that nobody can explain.", @case.Circumstances.Reason);
        var version = @case.Version;
        await (await host.OpenAsync(Priya, NightPart.Id.Button("", new NightPart.Form(Id.Value)))).PressAsync("Save and go on");
        Assert.Equal(version, (await CaseAsync()).Version);
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> TapAsync(PartHost.Screen screen, string button, params (string Id, string Value)[] typed)
    {
        taps++;
        foreach (var (id, _) in typed)
        {
            _ = screen.Inputs.Single(input => input.Id == id) switch
            {
                TextInput => texts++,
                ChoiceSetInput { Style: ChoiceSetStyle.Expanded } => taps++,
                _ => taps += 2,
            };
        }

        return await screen.PressAsync(button, [.. typed.Select(one => (one.Id, (object?)one.Value))]);
    }
}
