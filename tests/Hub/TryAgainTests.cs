using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class TryAgainTests
{
    private static readonly string[] Refused =
        ["convening/create-event/meeting-1", "convening/invite/meeting-1/person-3", "convening/invite/meeting-1/person-4"];

    [Fact]
    public void What_waits_and_why_stands_in_the_chairs_status_and_own_part_in_plain_words()
    {
        var given = AfterRefusals();
        var lines = Program.Phases.Status(given.SeenBy(Given.Priya), given.Now).Select(line => line.Text)
            .Where(line => line.StartsWith("Waits: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(2, lines.Count);
        Assert.StartsWith("Waits: the invitation to Sam Whitlock. Why: the mail address was refused; check it.", lines[0],
            StringComparison.Ordinal);
        Assert.Contains("the meeting in the calendars; the invitation to Grace Adeyemi", lines[1], StringComparison.Ordinal);
        Assert.Contains("I am not allowed to do it (ErrorAccessDenied); tell the administrator", lines[1], StringComparison.Ordinal);
        foreach (var card in new[] { Status(given, Given.Priya), Own(given, Given.Priya) })
        {
            Assert.Contains("Waits: ", card, StringComparison.Ordinal);
            Assert.Contains("Try again", card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Attendees_read_nothing_of_it_and_after_the_meeting_nobody_does()
    {
        var given = AfterRefusals();
        Assert.DoesNotContain("Waits: ", Status(given, Given.Grace), StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", Own(given, Given.Grace), StringComparison.Ordinal);

        given.At("2026-11-25 15:00");
        Assert.DoesNotContain("Try again", Own(given, Given.Priya), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_it_asks_once_for_all_that_waits()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(AfterRefusals());
        host.Clock.Advance(Dates.Local("2026-11-25 10:00") - host.Clock.GetUtcNow());
        var data = CardJson.Sent(CardJson.Data(CaseForm.Of((await host.Clerk.LoadAsync(Given.Id, default)))));

        var shown = await host.PressAsync(Given.Priya, TryAgain.Verb, data);
        await host.PressAsync(Given.Priya, TryAgain.Verb, data);

        Assert.Contains("what was refused is tried again now", shown.Text, StringComparison.Ordinal);
        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        Assert.All(Refused, key => Assert.True(@case.Effects[key].IsAskedAgain));
        Assert.Equal(AfterRefusals().Entries.Count + Refused.Length, @case.Version);
        Assert.DoesNotContain("tried again", (await host.PressAsync(Given.Grace, TryAgain.Verb, data)).Text, StringComparison.Ordinal);
    }

    private static Given AfterRefusals()
    {
        var given = Given.AConvenedCase().At("2026-11-25 09:01");
        foreach (var key in Refused)
        {
            var code = key.EndsWith("person-3", StringComparison.Ordinal) ? "ErrorInvalidRecipients" : "ErrorAccessDenied";
            given.Fact(new EffectSending(key), new EffectSettled(key, EffectOutcome.GivenUp, "", code));
        }

        return given;
    }

    private static string Status(Given given, Participant reader) =>
        CardJson.Write(StatusCard.For(given.SeenBy(reader), Program.Phases, Given.Words, given.Now));

    private static string Own(Given given, Participant reader) =>
        CardJson.Write(FormCard.Of(MyPartDrawing.Of(given.SeenBy(reader), Program.Phases, Given.Words, given.Now)));
}
