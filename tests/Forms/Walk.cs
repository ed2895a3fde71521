using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Forms;

/// <summary>Shows every form and page that seven people and a duty inbox can reach, in each case of <see cref="WalkedCases"/>.</summary>
internal static class Walk
{
    // Far more than a case has; only a circle of buttons that ask for ever new things comes that far.
    private const int Most = 1_000;

    private static readonly Participant[] Readers =
        [Given.Priya, Given.Tom, Given.Sam, Given.Grace, Given.Ruth, Given.Helen, Given.Jo, NamingAttendeeTests.Desk];

    private static readonly Lazy<Task<Seen>> Once = new(SeeAsync);

    /// <summary>The walk is done once for all tests: whoever writes takes <see cref="Walked.AgainAsync"/>.</summary>
    /// <param name="at">Told of each form, once for each reader.</param>
    /// <returns>The verbs that showed something, and all there are.</returns>
    public static async Task<(IReadOnlySet<string> Reached, IReadOnlySet<string> Table)> AllAsync(
        Func<Walked, Participant, PartHost.Screen, Task> at)
    {
        var seen = await Once.Value;
        foreach (var (walked, reader, screen) in seen.Forms)
        {
            await at(walked, reader, screen);
        }

        return (seen.Reached, seen.Table);
    }

    private static async Task<Seen> SeeAsync()
    {
        var seen = new Seen([], [], []);
        foreach (var walked in WalkedCases.All)
        {
            // Open to the end of the run: its forms are pressed later.
            var host = await walked.AgainAsync();
            seen.Table.UnionWith(host.Table.Openers);
            foreach (var reader in Readers)
            {
                await ReadAsync(walked with { Host = host }, reader, seen.Reached, (stage, person, screen) =>
                {
                    seen.Forms.Add((stage, person, screen));
                    return Task.CompletedTask;
                });
            }
        }

        return seen;
    }

    /// <summary>The button that takes a form back; <c>null</c> on a page.</summary>
    public static SubmitAction? Saving(PartHost.Screen screen) =>
        screen.Buttons.FirstOrDefault(button => CardJson.Sent(button.Data).ContainsKey(FormState.Key) && Leads(button) is null);

    /// <summary>Where another button of a form leads; <c>null</c> for one that saves.</summary>
    public static JsonObject? Leads(SubmitAction button) => CardJson.Sent(button.Data)[FormState.Key]?["leave"] as JsonObject;

    /// <param name="shown">Told of everything that is shown, forms and pages.</param>
    /// <param name="view">The case as the reader sees it now, where that isn't as it was told.</param>
    public static async Task ReadAsync(
        Walked walked, Participant reader, HashSet<string> reached, Func<Walked, Participant, PartHost.Screen, Task> at,
        Action<string, PartHost.Screen>? shown = null, CaseView? view = null)
    {
        var host = walked.Host;
        var given = walked.Told;
        view ??= given.Case.Participants.FirstOrDefault(known => known.Person == reader.Person) is { } me ? given.SeenBy(me) : null;
        // Some stand in a message, or open under what was saved: they are asked for by the case, and by a child of it.
        var open = new Queue<(string Verb, JsonObject Data)>(
        [
            .. (view is null ? [] : Buttons(view, host.Clock.GetUtcNow()))
                .Select(button => (button.Verb, CardJson.Sent(CardJson.Data(button.Form)))),
            .. host.Table.Openers.SelectMany(verb => new[]
            {
                (verb, new JsonObject { ["case"] = Given.Id.Value }),
                (verb, new JsonObject { ["case"] = Given.Id.Value, ["child"] = Given.Child1.Value }),
            }),
        ]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var next))
        {
            if (!host.Table.Openers.Contains(next.Verb) || !seen.Add($"{next.Verb} {next.Data.ToJsonString()}"))
            {
                continue;
            }

            Assert.InRange(seen.Count, 1, Most);
            var screen = await host.PressAsync(reader, next.Verb, next.Data);
            if (screen.Reply is not Reply.Show)
            {
                continue;
            }

            reached.Add(next.Verb);
            shown?.Invoke(next.Verb, screen);
            if (Saving(screen) is { } saving)
            {
                // A list may open what was chosen on it in its own place.
                reached.Add(CardJson.Sent(saving.Data)[FormState.Key]!["part"]!.GetValue<string>());
                await at(walked, reader, screen);
            }

            // Whatever saves or decides is left to the tests of its own part.
            foreach (var button in screen.Buttons.Where(button => host.Table.Openers.Contains(button.Verb!)))
            {
                open.Enqueue((button.Verb!, screen.Sent(button.Title)));
            }

            foreach (var leave in screen.Buttons.Select(Leads).OfType<JsonObject>())
            {
                open.Enqueue((leave["verb"]!.GetValue<string>(), leave["form"]!.DeepClone().AsObject()));
            }
        }
    }

    /// <summary>All that the hub, the board, <c>due</c> and the end of the meeting offer this reader.</summary>
    private static IEnumerable<PartButton> Buttons(CaseView view, DateTimeOffset now) => Program.Phases.All.SelectMany(phase =>
        phase.Entries(view, now).Select(entry => entry.Open)
            .Concat(phase.Gaps(view.Whole).Select(gap => gap.Open))
            .Concat(phase.Dues(view, now).Select(due => due.Open)));

    private sealed record Seen(
        List<(Walked Walked, Participant Reader, PartHost.Screen Screen)> Forms, HashSet<string> Reached, HashSet<string> Table);
}
