using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Cards;

/// <summary>Something to fill in. Its <see cref="Id"/> is the name of the form's field; its label is what a screen reader says.</summary>
public abstract record CardInput([property: JsonPropertyOrder(-2)] string Id, string? Label) : CardElement
{
    [JsonPropertyOrder(-1)]
    public string? Label { get; init; } = Label is null ? null : CardText.Isolated(Label);

    /// <summary>Only a help to the person: a client checks it, and the bot checks again.</summary>
    public bool IsRequired { get; init; }

    /// <summary>In words, what is wrong. Needed wherever the client checks anything.</summary>
    public string? ErrorMessage { get; init; }
}

public sealed record TextInput(string Id, string Label) : CardInput(Id, Label)
{
    public bool IsMultiline { get; init; }

    public int? MaxLength { get; init; }

    public string? Placeholder { get; init; }

    public string? Value { get; init; }
}

public sealed record ChoiceSetInput(string Id, string Label, IReadOnlyList<Choice> Choices) : CardInput(Id, Label)
{
    /// <summary>Whether several may be chosen; they come back as one text with commas, which
    /// <see cref="CardJson.Read{T}(System.Text.Json.JsonElement)"/> takes apart.</summary>
    public bool IsMultiSelect { get; init; }

    public ChoiceSetStyle Style { get; init; }

    public bool Wrap { get; init; } = true;

    public string? Placeholder { get; init; }

    /// <summary>The chosen <see cref="Choice.Value"/>; several with commas between.</summary>
    public string? Value { get; init; }

    /// <summary><c>false</c> until a <see cref="ToggleVisibilityAction"/> shows it; it is sent all the same. <c>null</c> for always shown.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsVisible { get; init; }
}

public sealed record Choice(string Title, string Value)
{
    /// <summary>As a client shows it, whether it reads Markdown there or not.</summary>
    [JsonPropertyOrder(-1)]
    public string Title { get; init; } = CardText.Isolated(CardText.Label(Title));
}

/// <param name="Id">The name of the form's field.</param>
/// <param name="Title">Stands beside the box.</param>
/// <param name="Label">Stands above it; may be left out, since the title names the box.</param>
public sealed record ToggleInput(string Id, string Title, string? Label = null) : CardInput(Id, Label)
{
    /// <summary>What is sent when ticked; <c>true</c> if nothing is written, which is what a form's <see cref="bool"/> reads.</summary>
    public string? ValueOn { get; init; }

    public string? ValueOff { get; init; }

    public string? Value { get; init; }

    public bool Wrap { get; init; } = true;
}

public sealed record DateInput(string Id, string Label) : CardInput(Id, Label)
{
    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }

    public DateOnly? Value { get; init; }
}

public sealed record TimeInput(string Id, string Label) : CardInput(Id, Label)
{
    public TimeOnly? Value { get; init; }
}

public sealed record NumberInput(string Id, string Label) : CardInput(Id, Label)
{
    public int? Min { get; init; }

    public int? Max { get; init; }

    public int? Value { get; init; }
}
