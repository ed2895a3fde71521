using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Holding;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Hub;

/// <summary>One press saves, and opens what waits next for the person.</summary>
public sealed class SaveAndNextTests
{
    [Fact]
    public async Task What_waits_next_opens_under_what_was_saved()
    {
        var (host, @case) = await RunningAsync();
        using var _ = host;
        var form = await host.OpenAsync(Priya, ContingencyPart.Button(@case));

        var next = await form.PressAsync("Save and next", ("text", "The aunt takes him in."));

        Assert.NotEqual("Saved", next.Title);
        Assert.NotEqual("Contingency", next.Title);
        Assert.Equal("Saved 14:05 on SB-2026-014 Heron: contingency", next.Text.Split('\n')[1]);
        Assert.Contains("You could say", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_press_leads_on_through_the_meeting_and_none_leads_back_to_what_was_just_saved()
    {
        var (host, @case) = await RunningAsync();
        using var _ = host;
        var screen = await host.OpenAsync(Priya, ConfidentialityPage.Button(@case));

        screen = await screen.PressAsync("I have read it out");
        Assert.Equal("Who is here", screen.Title);
        screen = await screen.PressAsync("Confirm and next", ("present", $"{Priya.Id.Value},{Grace.Id.Value}"));
        Assert.Equal("Position of safety", screen.Title);
    }

    [Fact]
    public async Task A_decision_on_one_child_leads_to_the_other_child()
    {
        var (host, @case) = await RunningAsync(AConvenedCase(children: 2));
        using var _ = host;
        var form = await host.OpenAsync(Priya, DecisionDrawing.Button(@case, DecisionDrawing.Cause, @case.Children[0]));
        Assert.Equal("Decide for Child 1", form.Title);

        var second = await form.PressAsync("Save and next", ("cause", "yes"), ("enquiry", "start"), ("rationale", "What was shared."));

        Assert.Equal("Decide for Child 2", second.Title);
        var next = await second.PressAsync("Save and next", ("cause", "yes"), ("enquiry", "start"), ("rationale", "What was shared."));
        Assert.DoesNotContain("Decide for", next.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_leads_on_or_to_another_and_so_does_its_list()
    {
        var (host, @case) = await RunningAsync();
        using var _ = host;
        var list = await host.OpenAsync(Priya, SafetyPlanPage.Button(@case));

        var another = await (await list.PressAsync("Add one")).PressAsync("Save and add another", ("what", "Stay with the aunt"),
            ("owner", Tom.Id.Value), ("due", "next-working-day"));
        Assert.Equal("", another.Value("what"));
        var next =
            await another.PressAsync("Save and next", ("what", "Ring every evening"), ("owner", Tom.Id.Value), ("due", "next-working-day"));

        Assert.DoesNotContain("Interim safety plan", next.Title, StringComparison.Ordinal);
        list = await host.OpenAsync(Priya, SafetyPlanPage.Button(@case));
        Assert.Contains("Stay with the aunt", list.Text, StringComparison.Ordinal);
        Assert.Contains("Ring every evening", list.Text, StringComparison.Ordinal);
        Assert.Contains(list.Buttons, button => button.Title.StartsWith("Next: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_that_says_the_answer_itself_leads_on_too()
    {
        var (host, @case) = await RunningAsync(AConvenedCase(children: 2));
        using var _ = host;
        var form = await host.OpenAsync(Priya, HolderPart.Button(@case));

        var next = await form.PressAsync("Nobody does and next");

        Assert.Equal("Interim safety plan", next.Title);
    }

    [Fact]
    public async Task Where_nobody_said_who_may_read_it_that_is_asked_before_anything_else()
    {
        var (host, @case) = await RunningAsync();
        using var _ = host;
        var saved = await host.PostAsync(Priya, ContingencyPart.Id.Save, ("text", "The aunt takes him in."),
            (FormState.Key, new JsonObject { ["goesOn"] = true }));

        Assert.Equal("Saved", saved.Title);
        Assert.Contains("Nobody has said who may read this.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_button_doesnt_say_it_doesnt_do()
    {
        var (host, @case) = await RunningAsync();
        using var _ = host;
        var form = await host.OpenAsync(Priya, ContingencyPart.Button(@case));
        var sent = form.Sent("Save and next", ("text", "The aunt takes him in."));
        // A card of an earlier release.
        sent[FormState.Key]!.AsObject().Remove("goesOn");

        Assert.Equal("Saved", (await host.PressAsync(Priya, form.Verb("Save and next"), sent)).Title);
    }

    [Fact]
    public async Task The_sentence_stands_on_the_form_also_when_it_comes_back_and_for_the_chair_alone()
    {
        var (host, @case) = await RunningAsync();
        using var _ = host;
        var form = await host.OpenAsync(Priya, HeadingsPart.Button(@case, Headings.Blocks[1]));

        var again = await form.PressAsync("Save and next");

        Assert.Contains("Not saved", again.Text, StringComparison.Ordinal);
        Assert.All([form, again], one => Assert.Contains("You could say", one.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("You could say",
            (await host.OpenAsync(Grace, ViewPart.Button(@case))).Text, StringComparison.Ordinal);
    }

    private static async Task<(PartHost Host, Case Case)> RunningAsync(Given? given = null)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton<MeetingOrder>()
                .AddSingleton<IMeetingOrder>(provider => provider.GetRequiredService<MeetingOrder>());
        });
        given = (given ?? AConvenedCase()).At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
        await host.Cases.HaveAsync(given);
        return (host, given.Case);
    }
}
