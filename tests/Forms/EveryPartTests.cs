using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>The laws of the runtime, walked over every form that anybody can reach from their own part: no part has an exception.</summary>
public sealed class EveryPartTests
{
    /// <summary>Parts that nobody has in the cases of the walk, and why.</summary>
    private static readonly Dictionary<string, string> NotReached = new()
    {
        ["convening/child-off"] = "a child for whom nothing runs: a case of its own, in ChildOffTests",
        ["convening/further-review"] = "a further meeting that is to be held: a case of its own, in FurtherReviewTests",
        ["convening/not-needed"] = "a further meeting that nobody has called yet: a case of its own, in AnotherMeetingTests",
        ["delivering/address"] = "somebody whom their address does not reach: a case of its own, in CameBackTests",
        ["holding/restricted"] = "a meeting that runs: a case of its own, in RestrictedHearingTests",
        ["linking/none"] = "where a child is alleged to have harmed a child: a case of its own, in LinkedCasesTests",
        ["reviewing/reopen"] = "a case that is closed: one of its own, in ReviewingPartsTests",
    };

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
        await Walk.AllAsync((walked, _, screen) =>
        {
            // What is folded behind a button is neither: it stands chosen, and whoever wants the usual never sees it.
            var folded = screen.Inputs.Where(input => input is ChoiceSetInput { IsVisible: false }).ToList();
            if (screen.Inputs.Count - folded.Count > 6 || folded.Any(input => input.Id != MarkingInput.Id || screen.Value(input.Id) == ""))
            {
                large.Add($"{SaveOf(screen)}, {walked.Stage}: {string.Join(' ', screen.Inputs.Select(input => input.Id))}");
            }

            return Task.CompletedTask;
        });

        Assert.True(large.Count == 0, string.Join('\n', large.Distinct()));
    }

    /// <summary>A card of an earlier release asked more than its form does now.</summary>
    [Fact]
    public async Task What_was_typed_into_an_input_that_is_gone_comes_back_with_a_sentence_and_once()
    {
        var (lost, tried) = (new List<string>(), 0);
        var seen = new HashSet<string>();
        await Walk.AllAsync(async (walked, reader, screen) =>
        {
            if (!seen.Add(SaveOf(screen)!))
            {
                return;
            }

            tried++;
            using var host = await walked.AgainAsync();
            var before = (await host.Clerk.LoadAsync(Id, default)).Version;
            if (await host.OpenAsync(reader, Opener(screen)) is not { Reply: Reply.Show } opened)
            {
                return;
            }

            var answer = await opened.PressAsync(SaveTitle(opened),
                [.. Typed(opened), ("goneText", "Typed into what is gone."), ("goneDay", "2026-11-30"), ("goneTick", "false")]);
            var said = $"{SaveOf(screen)}, {walked.Stage}, {reader.Name}: {Shortened.To(300, answer.Text).ReplaceLineEndings(" / ")}";
            if (!answer.Text.Contains("“Gone text” and “Gone day” are not asked on this form any more", StringComparison.Ordinal)
                || !answer.Text.Contains("Typed into what is gone.", StringComparison.Ordinal)
                || !answer.Text.Contains("2026-11-30", StringComparison.Ordinal)
                || answer.Text.Contains("Gone tick", StringComparison.Ordinal)
                || (await host.Clerk.LoadAsync(Id, default)).Version != before)
            {
                lost.Add(said);
            }
            else if ((await answer.PressAsync(SaveTitle(answer))).Text.Contains("not asked on this form", StringComparison.Ordinal))
            {
                lost.Add($"asked twice: {said}");
            }
        });

        Assert.True(lost.Count == 0, string.Join('\n', lost));
        Assert.InRange(tried, 40, int.MaxValue);
    }

    [Fact]
    public async Task Every_part_of_the_table_is_reached_or_says_why_it_is_not()
    {
        var (reached, table) = await Walk.AllAsync((_, _, _) => Task.CompletedTask);

        var missing = table.Except(reached).Except(NotReached.Keys).Order();
        Assert.True(!missing.Any(), $"Never reached: {string.Join(", ", missing)}");
        Assert.DoesNotContain(NotReached.Keys, reached.Contains);
    }

    [Fact]
    public async Task No_input_has_the_runtimes_own_name_and_every_one_says_what_it_is()
    {
        await Walk.AllAsync((_, _, screen) =>
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
        await Walk.AllAsync(async (walked, reader, screen) =>
        {
            if (!seen.Add(Kind(screen)) || screen.Inputs.OfType<TextInput>().FirstOrDefault() is not { } text)
            {
                return;
            }

            // A case of its own, since this one writes.
            using var host = await walked.AgainAsync();
            var button = Opener(screen);
            if ((await host.OpenAsync(reader, button)).Reply is not Reply.Show)
            {
                return;
            }

            var (first, second) = (await host.OpenAsync(reader, button), await host.OpenAsync(reader, button));
            await first.PressAsync(SaveTitle(first), Filled(first, text.Id, "The first words."));
            var before = (await host.Clerk.LoadAsync(Id, default)).Version;
            var answer = await second.PressAsync(SaveTitle(second), Filled(second, text.Id, "The second words."));
            var after = await host.Clerk.LoadAsync(Id, default);
            var stands = FoldedCase.Text(after);
            var said = $"{SaveOf(screen)}, {walked.Stage}, {reader.Name}";
            var form = Shortened.To(600, answer.Text).ReplaceLineEndings(" / ");
            if (after.Version > before && !stands.Contains("The first words.", StringComparison.Ordinal))
            {
                wrong.Add($"{said}: the second was written over the first: {form}");
            }

            if (after.Version == before && !answer.Text.Contains("The second words.", StringComparison.Ordinal))
            {
                wrong.Add($"{said}: the second words are lost: {form}");
            }
        });

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task The_same_form_pressed_a_second_time_is_no_mistake()
    {
        var (wrong, written) = (new List<string>(), 0);
        var seen = new HashSet<string>();
        await Walk.AllAsync(async (walked, reader, screen) =>
        {
            if (!seen.Add(Kind(screen)))
            {
                return;
            }

            using var host = await walked.AgainAsync();
            if ((await host.OpenAsync(reader, Opener(screen))).Reply is not Reply.Show { Card: var card })
            {
                return;
            }

            var before = (await host.Clerk.LoadAsync(Id, default)).Version;
            var opened = new PartHost.Screen(host, reader, new Reply.Show("", card));
            await opened.PressAsync(SaveTitle(opened), AllFilled(opened));
            if ((await host.Clerk.LoadAsync(Id, default)).Version == before)
            {
                return;
            }

            written++;
            var again = await opened.PressAsync(SaveTitle(opened), AllFilled(opened));
            // A form that is gone says what stands in its place.
            if (again.Inputs.Count > 0 && again.Text.Contains("Not saved. ", StringComparison.Ordinal))
            {
                wrong.Add($"{SaveOf(screen)}, {walked.Stage}, {reader.Name}: {Shortened.To(300, again.Text).ReplaceLineEndings(" / ")}");
            }
        });

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.InRange(written, 20, int.MaxValue);
    }

    [Fact]
    public async Task Another_button_of_the_same_form_loses_nothing_that_was_typed()
    {
        var (lost, tried) = (new List<string>(), 0);
        var seen = new HashSet<string>();
        await Walk.AllAsync(async (walked, _, screen) =>
        {
            var version = (await walked.Host.Clerk.LoadAsync(Id, default)).Version;
            // What is typed is saved by Back in convening, which has a test of its own.
            foreach (var button in screen.Buttons.Where(button => Walk.Leads(button) is not null && !Keeps(button)))
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

            Assert.Equal(version, (await walked.Host.Clerk.LoadAsync(Id, default)).Version);
        });

        Assert.Equal([], lost);
        Assert.NotEqual(0, tried);
    }

    private static bool Keeps(SubmitAction button) =>
        CardJson.Sent(button.Data)[FormState.Key]?["leave"]?["keeps"]?.GetValue<bool>() == true;

    [Fact]
    public async Task What_is_marked_for_others_is_on_no_form_of_theirs()
    {
        var leaks = new List<string>();
        await Walk.AllAsync((_, reader, screen) =>
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
        await Walk.AllAsync(async (walked, _, screen) =>
        {
            if (!seen.Add(Kind(screen)))
            {
                return;
            }

            var version = (await walked.Host.Clerk.LoadAsync(Id, default)).Version;
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

            if ((await walked.Host.Clerk.LoadAsync(Id, default)).Version != version)
            {
                faults.Add($"{SaveOf(screen)} wrote something, {walked.Stage}, {screen.By.Name}");
            }
        });

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.NotEqual(0, tried);
    }

    /// <summary>One form with the same questions is tried once, whoever has it.</summary>
    private static string Kind(PartHost.Screen screen) => $"{SaveOf(screen)} {string.Join(' ', screen.Inputs.Select(input => input.Id))}";

    private static IReadOnlyList<(string Id, object? Value)> Typed(PartHost.Screen screen) =>
        [.. screen.Inputs.OfType<TextInput>().Select(text => (text.Id, (object?)$"Typed into {text.Id}."))];

    private static IReadOnlyList<(string Id, object? Value)> Filled(PartHost.Screen screen, string id, string words) =>
    [
        .. screen.Inputs.OfType<ChoiceSetInput>().Where(input => screen.Value(input.Id).Length == 0)
            .Select(input => (input.Id, (object?)input.Choices[0].Value)),
        (id, words),
    ];

    /// <summary>The first of every choice that nobody made yet, and words in every text.</summary>
    private static IReadOnlyList<(string Id, object? Value)> AllFilled(PartHost.Screen screen) =>
    [
        .. screen.Inputs.OfType<ChoiceSetInput>().Where(input => screen.Value(input.Id).Length == 0)
            .Select(input => (input.Id, (object?)input.Choices[0].Value)),
        .. screen.Inputs.OfType<TextInput>().Where(input => screen.Value(input.Id).Length == 0)
            .Select(input => (input.Id, (object?)"Words.")),
    ];

    private static string? SaveOf(PartHost.Screen screen) => Walk.Saving(screen)?.Verb;

    private static string SaveTitle(PartHost.Screen screen) => Walk.Saving(screen)!.Title;

    private static PartButton Opener(PartHost.Screen screen)
    {
        var form = CardJson.Sent(Walk.Saving(screen)!.Data)[FormState.Key]!;
        return new("", form["part"]!.GetValue<string>(), form["asked"]!.AsObject());
    }
}
