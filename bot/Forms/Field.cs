using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Forms;

/// <summary>An input of a drawn part as a field of its form: the value that it shows, and what was sent for it.</summary>
internal sealed record Field(CardInput Input)
{
    public string Id => Input.Id;

    /// <summary>What people read beside it.</summary>
    public string Label => Input switch
    {
        ToggleInput { Title: var title } => title,
        { Label: { Length: > 0 } label } => label,
        _ => Id,
    };

    /// <summary>The value that it shows, as it would be sent; empty for none.</summary>
    public string Shown { get; } = Of(Input);

    /// <summary>All inputs of a body, in order.</summary>
    public static IReadOnlyList<Field> All(IEnumerable<CardElement> body) =>
        [.. body.SelectMany(element => element switch
        {
            CardInput input => [new Field(input)],
            Container container => All(container.Items),
            _ => (IReadOnlyList<Field>)[],
        })];

    /// <summary>What was sent for it; <c>null</c> where nothing was.</summary>
    public string? Sent(JsonObject sent) => !sent.TryGetPropertyValue(Id, out var node) ? null : Input switch
    {
        ToggleInput toggle => Box(toggle, Text(node)),
        ChoiceSetInput { IsMultiSelect: false } => Text(node) is { Length: > 0 } chosen ? chosen : null,
        ChoiceSetInput choices => Text(node) is { } many ? InOrder(choices, many) : null,
        DateInput => Text(node) is { } text ? FieldText.Day(text) is { } day ? FieldText.Of(day) : text.Trim() : null,
        TimeInput => Text(node) is { } text ? FieldText.Time(text) is { } time ? FieldText.Of(time) : text.Trim() : null,
        _ => Text(node)?.ReplaceLineEndings("\n"),
    };

    /// <summary>Whether nothing is said by it.</summary>
    public bool IsEmpty(string value) => Input is ToggleInput ? value != "true" : value.Length == 0;

    /// <summary>Whether two values are one to a person.</summary>
    public bool IsSame(string one, string other) => Input is TextInput
        ? one.ReplaceLineEndings("\n").Trim() == other.ReplaceLineEndings("\n").Trim()
        : one == other;

    /// <summary>Why the value can't be taken, whatever the rule would say of it.</summary>
    public Refusal? Fault(string value, bool isMeasured) => value.Trim().Length == 0 ? null : Input switch
    {
        DateInput when FieldText.Day(value) is null => CannotBe($"{Quoted} holds no day that I can read. Write it like 2026-11-30."),
        TimeInput when FieldText.Time(value) is null => CannotBe($"{Quoted} holds no time that I can read. Write it like 14:30."),
        NumberInput when !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            CannotBe($"{Quoted} holds no whole number. Write it like 3."),
        ChoiceSetInput { IsMultiSelect: false } choices when Several(choices, value) is [_, _, ..] several =>
            CannotBe($"Choose one under {Quoted}: {string.Join(" and ", several.Select(one => $"“{one}”"))} exclude each other."),
        ChoiceSetInput choices when Values(choices, value).Any(one => Title(choices, one) is null) =>
            CannotBe($"Choose again under {Quoted}: what was chosen is not offered now."),
        TextInput { MaxLength: { } most } when isMeasured && value.Trim().Length > most =>
            CannotBe($"{Quoted} is longer than {most:N0} characters. Shorten it, or save it in parts."),
        _ => null,
    };

    /// <summary>The same input with what was sent in it, letter for letter: an input that can't show it becomes a line of text.</summary>
    public CardInput With(string value) => Input switch
    {
        TextInput { MaxLength: { } most } text when value.Length > most => text with { Value = value, MaxLength = value.Length },
        TextInput text => text with { Value = value },
        ChoiceSetInput offered => offered with
        {
            Value = string.Join(',', Values(offered, value).Where(one => Title(offered, one) is not null)),
        },
        ToggleInput toggle => toggle with { Value = value == "true" ? toggle.ValueOn ?? "true" : toggle.ValueOff ?? "false" },
        DateInput date when value.Length == 0 || FieldText.Day(value) is not null => date with { Value = FieldText.Day(value) },
        TimeInput time when value.Length == 0 || FieldText.Time(value) is not null => time with { Value = FieldText.Time(value) },
        NumberInput number when value.Length == 0 => number with { Value = null },
        NumberInput number when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) =>
            number with { Value = count },
        _ => new TextInput(Id, Input.Label ?? Id)
        {
            Value = value,
            MaxLength = FormCard.Line,
            Separator = Input.Separator,
            Spacing = Input.Spacing,
        },
    };

    /// <summary>A value as a person reads it.</summary>
    public string Say(string value, Words words) => value.Length == 0 ? "empty" : Input switch
    {
        ChoiceSetInput choices => string.Join(", ", Values(choices, value).Select(one => Title(choices, one) ?? one)),
        ToggleInput => value == "true" ? "ticked" : "not ticked",
        DateInput when FieldText.Day(value) is { } day => words.Date(day),
        _ => value,
    };

    private CannotBe CannotBe(string sentence) => new(sentence) { Field = Id };

    private string Quoted => $"“{Shortened.To(FormCard.Line, Label)}”";

    private static string Of(CardInput input) => input switch
    {
        TextInput text => text.Value ?? "",
        ChoiceSetInput { IsMultiSelect: true } choices => InOrder(choices, choices.Value ?? ""),
        ChoiceSetInput choices => choices.Value ?? "",
        ToggleInput toggle => Box(toggle, toggle.Value),
        DateInput date => date.Value is { } day ? FieldText.Of(day) : "",
        TimeInput time => time.Value is { } at ? FieldText.Of(at) : "",
        NumberInput number => number.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    private static string Box(ToggleInput toggle, string? value) =>
        string.Equals(value, toggle.ValueOn ?? "true", StringComparison.OrdinalIgnoreCase) ? "true" : "false";

    // Clients send what was ticked in the order of ticking.
    private static string InOrder(ChoiceSetInput choices, string many)
    {
        var ticked = Values(choices, many);
        return string.Join(',', [
            .. choices.Choices.Select(choice => choice.Value).Where(ticked.Contains),
            .. ticked.Where(one => choices.Choices.All(choice => choice.Value != one)),
        ]);
    }

    private static string[] Values(ChoiceSetInput choices, string value) => choices.IsMultiSelect
        ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : value.Length == 0 ? [] : [value];

    /// <summary>What people read beside a choice; <c>null</c> for one that is not offered.</summary>
    private static string? Title(ChoiceSetInput choices, string value) =>
        choices.Choices.FirstOrDefault(choice => choice.Value == value)?.Title;

    /// <summary>By what people read: several answers to a question that takes one; none where not all of them are offered.</summary>
    private static IReadOnlyList<string> Several(ChoiceSetInput choices, string value)
    {
        var titles = value.Split(',').Select(one => Title(choices, one)).ToList();
        return titles.Contains(null) ? [] : [.. titles.OfType<string>()];
    }

    /// <summary>What was sent, whichever input it was for.</summary>
    public static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Array => string.Join(',', node.AsArray().Select(Text)),
        _ => node.ToJsonString(),
    };
}
