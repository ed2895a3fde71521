using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>What the runtime does for parts that no phase has, made up for the test.</summary>
public sealed class MadeUpPartsTests
{
    [Fact]
    public async Task What_a_button_did_stands_above_the_part_that_it_leads_to()
    {
        using var host = new PartHost(parts: parts => parts.Act<Clear, Clear.Form>());
        await host.Cases.HaveAsync(AConvenedCase());

        var cleared = await host.PressAsync(Priya, Clear.Verb, new() { ["case"] = Id.Value });

        Assert.Contains("Cleared 14:05 on SB-2026-014 Heron", cleared.Text);
        Assert.Contains(cleared.Buttons, button => button.Verb == ContingencyPart.Id.Save);
    }

    /// <summary>Only who leads may open what follows.</summary>
    [Fact]
    public async Task What_was_saved_is_said_where_what_follows_is_closed_to_who_saved_it()
    {
        using var host = new PartHost(parts: parts => parts.Act<Write, Clear.Form>());
        await host.Cases.HaveAsync(AConvenedCase());

        var answer = await host.PressAsync(Sam, Write.Verb, new() { ["case"] = Id.Value });
        Assert.Contains("it is written down", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_was_gone_for_a_while_does_not_hide_who_changed_it()
    {
        using var host = new PartHost(parts: parts => parts.Form<Named, Named.Form>());
        await host.Cases.HaveAsync(AConvenedCase().Fact(new HolderNamed(Sam.Id) { Meeting = FirstMeeting, Child = Child1 }));
        var form = await host.OpenAsync(Priya, Named.Id.Button("", new Named.Form(Id.Value)));
        var tom = new Asker(Tom.Person!.Value, Tom.Name, Tom.Mail, Tom.ChannelId!);
        foreach (var (source, holder) in new (string, ParticipantId?)[] { ("none", null), ("grace", Grace.Id) })
        {
            await host.Clerk.AskAsync(tom, Id, Capability.FillForm, source,
                (_, _) => new HolderNamed(holder) { Meeting = FirstMeeting, Child = Child1 }, default);
        }

        var refused = await form.PressAsync("Save", ("who", Ruth.Id.Value));

        Assert.Contains("Tom Okafor saved something else under “Who” at 14:05", refused.Text);
    }

    private sealed class Clear : IAct<Clear.Form>
    {
        public sealed record Form(string Case) : ICaseForm;

        public static string Verb => "test/clear";

        public static Capability Needs => Capability.Lead;

        public Decision Decide(FormPage page, Form pressed) => new ContingencyAgreed("") { Meeting = FirstMeeting };

        public Echo Saved(FormPage page, Kept<Form> kept) => new("") { Done = "Cleared" };

        public PartButton Next(FormPage page, Kept<Form> kept) => ContingencyPart.Button(page.Case);
    }

    private sealed class Write : IAct<Clear.Form>
    {
        public static string Verb => "test/write";

        public static Capability Needs => Capability.ReadContent;

        public Decision Decide(FormPage page, Clear.Form pressed) => new ContingencyAgreed("") { Meeting = FirstMeeting };

        public Echo Saved(FormPage page, Kept<Clear.Form> kept) => new("it is written down");

        public PartButton Next(FormPage page, Kept<Clear.Form> kept) => ContingencyPart.Button(page.Case);
    }

    /// <summary>Can be drawn only while somebody is named.</summary>
    private sealed class Named : IPart<Named.Form>
    {
        public sealed record Form(string Case, string? Who = null) : ICaseForm;

        public static PartId Id => new("test/named");

        public static Capability Needs => Capability.Lead;

        public Refusal? Bars(FormPage page, Form asked) => Holder(page) is null ? new CannotBe("Nobody is named.") : null;

        public Drawn Draw(FormPage page, Form asked) => new("Named", [new TextInput("who", "Who") { Value = Holder(page)!.Value.Value }]);

        public Decision Decide(FormPage page, Form typed) => new HolderNamed(new(typed.Who!)) { Meeting = FirstMeeting, Child = Child1 };

        public Echo Saved(FormPage page, Kept<Form> kept) => new("named");

        private static ParticipantId? Holder(FormPage page) => page.Case.Meeting.Safety.Holders.GetValueOrDefault(Child1)?.Fact.Holder;
    }
}
