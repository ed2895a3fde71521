using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Holding;
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

    [Theory]
    [InlineData("2026-11-28 23:31", "2026-11-29 08:00")]
    [InlineData("2026-11-29 02:10", "2026-11-29 08:00")]
    [InlineData("2026-11-30 14:00", "2026-11-30 14:05")]
    public void Whoever_took_part_is_asked_whether_it_is_what_they_said_at_eight_where_it_was_night(string called, string asked)
    {
        var given = Night(called);

        var owed = AskSaidDuty.Owes(given.Case).ToList();

        Assert.Equal([Sam.Id, Grace.Id], owed.Select(one => one.To!.Value));
        Assert.All(owed, one => Assert.Equal(Dates.Local(asked), one.DueAt));
        Assert.DoesNotContain("arm", CardJson.Write(AskSaidDuty.Card(given.Case)), StringComparison.Ordinal);
        // Whoever has said so is asked no more.
        given.By(Sam).Decided(c => ReadBackRule.Answer(c, Sam, agreed: true, ""));
        Assert.Equal([Grace.Id], AskSaidDuty.Owes(given.Case).Select(one => one.To!.Value));
    }

    [Fact]
    public void What_was_written_down_at_night_stands_in_what_is_asked_for_those_whom_it_names()
    {
        var given = Night("2026-11-28 23:31");
        string Read(Participant reader) => CardJson.Write(PartHost.Open(
            new ReadBackPart(), given.SeenBy(reader), new ReadBackPart.Form(Id.Value), given.Now));

        Assert.Contains("A broken arm.", Read(Sam), StringComparison.Ordinal);
        Assert.Contains("The ward keeps Ash.", Read(Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("The ward keeps Ash.", Read(Grace), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_in_Teams_is_read_back_in_the_meeting_alone() =>
        Assert.Empty(AskSaidDuty.Owes(AConvenedCase().At("2026-11-28 23:31").Fact(
            new MeetingStarted(Via.Chair) { Meeting = FirstMeeting }, new MeetingEnded(Via.Chair) { Meeting = FirstMeeting }).Case));

    private static Given Night(string called)
    {
        var given = Begun.ACase().At(called).Fact(
            Begun.Circumstances with { Mode = MeetingMode.AlreadyHappened, Reason = "A broken arm." },
            new ChildNamed(new("Ash Lindley", "", null, false, "", "", "")) { Child = Child1 },
            new WhatNowSaid("The ward keeps Ash.") { Audience = Audience.Only(Agency.Police, Agency.SocialCare) });
        // Begun's own people have the first numbers.
        var (sam, grace) = (Sam with { Id = new("person-3") }, Grace with { Id = new("person-4") });
        return given.Fact(new ParticipantAdded(sam), new ParticipantAdded(grace),
            new MeetingConvened(given.Now.AddMinutes(-30), given.Now, given.Now.AddHours(8), "same day", "") { Meeting = FirstMeeting });
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
