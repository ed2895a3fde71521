namespace StrategyBot.Protocols.Cards;

/// <summary>A field of a form holds what it can't. Names the field and never what is in it.</summary>
public sealed class FormFaultException(string field) : FormatException($"The form's field {field} can't be read.")
{
    public string Field { get; } = field;
}
