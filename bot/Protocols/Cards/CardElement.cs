using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace StrategyBot.Protocols.Cards;

/// <summary>Anything in a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(PlainText), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
public abstract record CardElement
{
    public Spacing Spacing { get; init; }

    public bool Separator { get; init; }
}

/// <summary>Our own words, in Markdown. What somebody typed goes into a <see cref="PlainText"/>, or in here through
/// <see cref="CardText.Plain"/>.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public string Text { get; init; } = CardText.Isolated(Text);

    public string? Id { get; init; }

    public TextBlockStyle Style { get; init; }

    public TextSize Size { get; init; }

    public TextWeight Weight { get; init; }

    public TextColor Color { get; init; }

    public bool IsSubtle { get; init; }

    /// <summary><c>false</c> until a <see cref="ToggleVisibilityAction"/> shows it; <c>null</c> for always shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsVisible { get; init; }

    public bool Wrap { get; init; } = true;
}

/// <summary>What somebody typed, shown letter for letter: a RichTextBlock, which knows no Markdown and no HTML.</summary>
public sealed partial record PlainText([property: JsonIgnore] string Text) : CardElement
{
    [JsonIgnore]
    public TextSize Size { get; init; }

    [JsonIgnore]
    public TextWeight Weight { get; init; }

    [JsonIgnore]
    public bool IsSubtle { get; init; }

    public IReadOnlyList<TextRun> Inlines =>
        [.. InsideDateFunction().Split(Text).Select(part => new TextRun(part) { Size = Size, Weight = Weight, IsSubtle = IsSubtle })];

    // {{DATE(2026-…)}} and {{TIME(2026-…)}} are worked out even in a run; cut in two between the braces they are only text.
    [GeneratedRegex(@"(?<=\{)(?=\{(?:DATE|TIME)\(\d{4}-)")]
    private static partial Regex InsideDateFunction();

    /// <summary>A part of a <see cref="PlainText"/>.</summary>
    public sealed record TextRun(string Text)
    {
        public string Text { get; init; } = CardText.Isolated(Text);

        [JsonPropertyOrder(-1)]
        public string Type => "TextRun";

        public TextSize Size { get; init; }

        public TextWeight Weight { get; init; }

        public bool IsSubtle { get; init; }
    }
}

public sealed record Container(params IReadOnlyList<CardElement> Items) : CardElement
{
    public string? Id { get; init; }

    public ContainerStyle Style { get; init; }

    /// <summary>The whole of it is this button, by its title to a screen reader.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>Side by side; only to read: no input or button stands in one.</summary>
public sealed record ColumnSet(params IReadOnlyList<ColumnSet.Cell> Columns) : CardElement
{
    /// <param name="Width"><c>auto</c>, <c>stretch</c> or <c>28px</c>.</param>
    public sealed record Cell(string Width, params IReadOnlyList<CardElement> Items)
    {
        [JsonPropertyOrder(-1)]
        public string Type => "Column";
    }
}

public sealed record ActionSet(params IReadOnlyList<CardAction> Actions) : CardElement;
