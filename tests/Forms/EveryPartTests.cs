using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>The laws of the runtime, walked over every form that anybody can reach from their own part: no part has an exception.</summary>
public sealed class EveryPartTests
{
    private static readonly Participant[] Readers = [Priya, Tom, Sam, Grace, Ruth, Helen];

    [Fact]
    public async Task A_choice_that_is_not_offered_is_refused_and_everything_typed_comes_back() => await EachFieldAsync(
        (input, _) => input is ChoiceSetInput { IsMultiSelect: false } or ChoiceSetInput { IsMultiSelect: true }
            ? "nobody-offers-this"
            : null,
        (input, answer) => answer.Text.Contains("is not offered now", StringComparison.Ordinal)
            ? null
            : $"{input.Id}: {Shortened.To(200, answer.Text)}");

    [Fact]
    public async Task What_can_not_be_read_comes_back_as_it_was_typed() => await EachFieldAsync(
        (input, _) => input is DateInput ? "30/11/2026" : input is TimeInput ? "9 in the morning" : input is NumberInput ? "three" : null,
        (input, answer) => answer.Value(input.Id) is "30/11/2026" or "9 in the morning" or "three"
            ? null
            : $"{input.Id} came back as {answer.Value(input.Id)}");

    [Fact]
    public async Task A_field_that_does_not_come_back_is_asked_about_where_something_stood() => await EachFieldAsync(
        (input, screen) => screen.Value(input.Id).Length > 0 && input is not ToggleInput { Value: "false" or null } ? "" : null,
        (input, answer) => answer.Text.Contains("and it came back empty", StringComparison.Ordinal)
            ? null
            : $"{input.Id}: {Shortened.To(200, answer.Text)}",
        absent: true);

    [Fact]
    public async Task No_form_has_more_than_six_inputs_that_are_typed_or_chosen()
    {
        var large = new List<string>();
        await WalkAsync((_, reader, screen) =>
        {
            // Who may read it, and the tick for the family, stand under every text alike.
            var asked = screen.Inputs.Count(input => input.Id is not ("marking" or "family"));
            if (asked > 6)
            {
                large.Add($"{SaveOf(screen)} for {reader.Name}: {asked}");
            }

            return Task.CompletedTask;
        });

        Assert.Equal([], large.Distinct());
    }

    [Fact]
    public async Task No_input_has_the_runtimes_own_name_and_every_one_says_what_it_is()
    {
        await WalkAsync((_, _, screen) =>
        {
            Assert.DoesNotContain(screen.Inputs, input => input.Id == FormState.Key);
            Assert.All(screen.Inputs, input => Assert.NotEmpty(new Field(input).Label));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Whoever_saves_second_is_shown_the_first_or_both_stand()
    {
        var wrong = new List<string>();
        var seen = new HashSet<string>();
        await WalkAsync(async (_, reader, screen) =>
        {
            if (!seen.Add(SaveOf(screen)!) || screen.Inputs.OfType<TextInput>().FirstOrDefault() is not { } text)
            {
                return;
            }

            // A case of its own, since this one writes.
            using var host = await HostAsync();
            var button = Opener(screen);
            if ((await host.OpenAsync(reader, button)).Reply is not Reply.Show)
            {
                return;
            }

            var (first, second) = (await host.OpenAsync(reader, button), await host.OpenAsync(reader, button));
            await first.PressAsync(SaveTitle(first), Filled(first, text.Id, "The first words."));
            var before = (await host.Clerk.LoadAsync(Id, default)).Version;
            var answer = await second.PressAsync(SaveTitle(second), Filled(second, text.Id, "The second words."));
            var after = (await host.Clerk.LoadAsync(Id, default)).Version;
            var isNew = button.Form is JsonObject asked && asked.Count == 1 && after > before;
            if (after > before && !isNew && !answer.Text.Contains("stand", StringComparison.Ordinal))
            {
                wrong.Add($"{SaveOf(screen)}: the second was written over the first");
            }

            if (after == before && answer.Reply is Reply.Show && answer.Inputs.Count > 0
                && !answer.Text.Contains("The second words.", StringComparison.Ordinal))
            {
                wrong.Add($"{SaveOf(screen)}: the second words are lost");
            }
        });

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Another_button_of_the_same_form_loses_nothing_that_was_typed()
    {
        var (lost, tried) = (new List<string>(), 0);
        var seen = new HashSet<string>();
        await WalkAsync(async (host, _, screen) =>
        {
            var version = (await host.Clerk.LoadAsync(Id, default)).Version;
            foreach (var button in screen.Buttons.Where(button => Leads(button) is not null))
            {
                if (!seen.Add($"{SaveOf(screen)} {button.Title}") || screen.Inputs.OfType<TextInput>().FirstOrDefault() is not { } text)
                {
                    continue;
                }

                tried++;
                var asked = await screen.PressAsync(button.Title, (text.Id, "The first words."));
                if (!asked.Text.Contains("What you typed here would be lost.", StringComparison.Ordinal)
                    || asked.Value(text.Id) != "The first words.")
                {
                    lost.Add($"{SaveOf(screen)} by {button.Title}: {Shortened.To(200, asked.Text)}");
                }
            }

            Assert.Equal(version, (await host.Clerk.LoadAsync(Id, default)).Version);
        });

        Assert.Equal([], lost);
        Assert.NotEqual(0, tried);
    }

    [Fact]
    public async Task What_is_marked_for_others_is_on_no_form_of_theirs()
    {
        var leaks = new List<string>();
        await WalkAsync((_, reader, screen) =>
        {
            foreach (var (agency, word) in new[] { (Agency.Police, "PLANTEDPOLICE"), (Agency.Health, "PLANTEDHEALTH") })
            {
                if (reader.Agency != agency && CardJson.Write(screen.Card).Contains(word, StringComparison.Ordinal))
                {
                    leaks.Add($"{SaveOf(screen)} shows {reader.Name} {word}");
                }
            }

            return Task.CompletedTask;
        });

        Assert.Equal([], leaks.Distinct());
    }

    /// <summary>Spoils one field after the other of every form, with every text filled in, and asks that all else comes back.</summary>
    /// <param name="spoilt">What is sent for an input; <c>null</c> where it isn't tried.</param>
    /// <param name="wrong">What is wrong with the answer; <c>null</c> for nothing.</param>
    private static async Task EachFieldAsync(
        Func<CardInput, PartHost.Screen, string?> spoilt, Func<CardInput, PartHost.Screen, string?> wrong, bool absent = false)
    {
        var (faults, tried) = (new List<string>(), 0);
        var seen = new HashSet<string>();
        await WalkAsync(async (host, _, screen) =>
        {
            if (!seen.Add(SaveOf(screen)!))
            {
                return;
            }

            var version = (await host.Clerk.LoadAsync(Id, default)).Version;
            foreach (var input in screen.Inputs.Where(input => spoilt(input, screen) is not null))
            {
                tried++;
                var typed = Typed(screen).Where(one => one.Id != input.Id).ToList();
                var answer = await screen.PressAsync(SaveTitle(screen), [.. typed, (input.Id, absent ? null : spoilt(input, screen))]);
                if (answer.Reply is not Reply.Show || answer.Inputs.Count == 0)
                {
                    faults.Add($"{SaveOf(screen)} {input.Id}: {Shortened.To(200, answer.Text)}");
                    continue;
                }

                faults.AddRange(
                    typed.Where(one => answer.Inputs.All(back => back.Id != one.Id) || answer.Value(one.Id) != (string?)one.Value)
                    .Select(one => $"{SaveOf(screen)}: {one.Id} was lost when {input.Id} was wrong"));
                if (wrong(input, answer) is { } why)
                {
                    faults.Add($"{SaveOf(screen)} {why}");
                }
            }

            Assert.Equal(version, (await host.Clerk.LoadAsync(Id, default)).Version);
        });

        Assert.Equal([], faults);
        Assert.NotEqual(0, tried);
    }

    /// <summary>Shows every form that one of the readers can reach, once for each reader.</summary>
    private static async Task WalkAsync(Func<PartHost, Participant, PartHost.Screen, Task> at)
    {
        using var host = await HostAsync();
        foreach (var reader in Readers)
        {
            var view =
                await host.Clerk.ReadAsync(new(reader.Person!.Value, reader.Name, reader.Mail, reader.ChannelId!), Id, Capability.SeeCase,
                    null, default);
            var now = host.Clock.GetUtcNow();
            var open = new Queue<(string Verb, JsonObject Data)>(Program.Phases.All
                .SelectMany(phase => phase.Entries(view!, now).Select(entry => entry.Open)
                .Concat(phase.Gaps(view!.Whole).Select(gap => gap.Open)))
                .Select(button => (button.Verb, CardJson.Sent(CardJson.Data(button.Form)))));
            var seen = new HashSet<string>();
            while (open.TryDequeue(out var next))
            {
                if (!host.Table.Verbs.Contains(next.Verb) || !seen.Add($"{next.Verb} {next.Data.ToJsonString()}") || seen.Count > 400)
                {
                    continue;
                }

                var screen = await host.PressAsync(reader, next.Verb, next.Data);
                if (screen.Reply is not Reply.Show)
                {
                    continue;
                }

                if (SaveOf(screen) is not null)
                {
                    await at(host, reader, screen);
                }

                // Whatever saves or decides is left to the tests of its own part.
                foreach (var button in screen.Buttons.Where(button => host.Table.Openers.Contains(button.Verb!)))
                {
                    open.Enqueue((button.Verb!, screen.Sent(button.Title)));
                }

                foreach (var leave in screen.Buttons.Select(Leads).OfType<JsonObject>()
                    .Where(leave => host.Table.Openers.Contains(leave["verb"]!.GetValue<string>())))
                {
                    open.Enqueue((leave["verb"]!.GetValue<string>(), leave["form"]!.DeepClone().AsObject()));
                }
            }
        }
    }

    private static async Task<PartHost> HostAsync()
    {
        var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(AConvenedCase(2)
            .By(Sam).Fact(
                new InformationGiven(Sam.Id, Agency.Police, "PLANTEDPOLICE entry.", 1)
                {
                    Meeting = FirstMeeting,
                    Audience = Audience.Only(Agency.Police),
                },
                new ContingencyAgreed("PLANTEDPOLICE contingency.") { Meeting = FirstMeeting, Audience = Audience.Only(Agency.Police) },
                new PositionRecorded("PLANTEDPOLICE place", "PLANTEDPOLICE people", "", SafetyBasis.PoliceProtection,
                    Dates.Local("2026-11-25 10:00"), null, "")
                {
                    Meeting = FirstMeeting,
                    Child = Child1,
                    Audience = Audience.Only(Agency.Police),
                })
            .By(Grace)
            .Fact(new InformationGiven(Grace.Id, Agency.Health, "PLANTEDHEALTH entry.", 1)
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Health),
            })
            .By(Priya).Fact(
                new Section47Decided(Section47.Start, Conduct.Joint, null, "Unexplained.") { Meeting = FirstMeeting, Child = Child1 },
                new PositionRecorded("Ward 4", "Nurses", "Ward staff", SafetyBasis.ParentsAgree, null, Dates.Local("2026-11-26 12:00"),
                    "01632 960009")
                { Meeting = FirstMeeting, Child = Child2 },
                new ActionAgreed(new("action-1"), ActionKind.Action, "Ring the ward.", Tom.Id, Dates.Local("2026-11-26 12:00"), "To know.",
                    "Ring again.")
                { Meeting = FirstMeeting },
                new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "Visit.", Tom.Id, Dates.Local("2026-11-26 12:00"), "",
                    "")
                { Meeting = FirstMeeting }));
        return host;
    }

    private static IReadOnlyList<(string Id, object? Value)> Typed(PartHost.Screen screen) =>
        [.. screen.Inputs.OfType<TextInput>().Select(text => (text.Id, (object?)$"Typed into {text.Id}."))];

    private static IReadOnlyList<(string Id, object? Value)> Filled(PartHost.Screen screen, string id, string words) =>
    [
        .. screen.Inputs.OfType<ChoiceSetInput>().Where(input => screen.Value(input.Id).Length == 0)
            .Select(input => (input.Id, (object?)input.Choices[0].Value)),
        (id, words),
    ];

    private static SubmitAction? Saving(PartHost.Screen screen) =>
        screen.Buttons.FirstOrDefault(button => CardJson.Sent(button.Data).ContainsKey(FormState.Key) && Leads(button) is null);

    /// <summary>Where another button of a form leads; <c>null</c> for one that saves.</summary>
    private static JsonObject? Leads(SubmitAction button) =>
        CardJson.Sent(button.Data)[FormState.Key]?["leave"] as JsonObject;

    private static string? SaveOf(PartHost.Screen screen) => Saving(screen)?.Verb;

    private static string SaveTitle(PartHost.Screen screen) => Saving(screen)!.Title;

    private static PartButton Opener(PartHost.Screen screen)
    {
        var form = CardJson.Sent(Saving(screen)!.Data)[FormState.Key]!;
        return new("", form["part"]!.GetValue<string>(), form["asked"]!.AsObject());
    }
}
