using System.Globalization;

namespace StrategyBot.Returns;

/// <summary>Some of the record, by one return's own names.</summary>
/// <param name="Return">Which: <c>CIN census</c>.</param>
/// <param name="Name">As it is called there.</param>
/// <param name="Rows">Each with its fields in that return's order.</param>
internal sealed record ReturnTable(string Return, string Name, IReadOnlyList<IReadOnlyList<ReturnField>> Rows)
{
    public const string Census = "CIN census", AnnexA = "Ofsted Annex A", Ssd = "Standard safeguarding dataset", Api = "DfE daily API";
}

/// <param name="Value">As the return takes it; <c>null</c>: the record lacks it.</param>
/// <param name="LeftOut">Why it is left out.</param>
internal sealed record ReturnField(string Name, string? Value, string LeftOut = "")
{
    /// <summary>Why something stands nowhere here.</summary>
    public const string OfCaseSystem = "only the case system has it", NotRecorded = "nobody has recorded it",
        OfOneCase = "it counts the child's other cases too", DoesNotApply = "it doesn't apply";

    public static ReturnField Day(string name, DateOnly? on, string why = NotRecorded) =>
        Of(name, on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), why);

    /// <summary>As Ofsted's list has it.</summary>
    public static ReturnField British(string name, DateOnly? on, string why = NotRecorded) =>
        Of(name, on?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), why);

    /// <summary>The validator reads digits only.</summary>
    public static ReturnField Digit(string name, bool? yes) => Of(name, yes is { } said ? said ? "1" : "0" : null);

    public static ReturnField Letter(string name, bool? yes) => Of(name, yes is { } said ? said ? "Y" : "N" : null);

    public static ReturnField Choice(string name, bool? yes) =>
        new(name, yes is { } said ? said ? "a) Yes" : "b) No" : "c) Unknown");

    public static ReturnField Count(string name, int? number, string why = NotRecorded) =>
        Of(name, number?.ToString(CultureInfo.InvariantCulture), why);

    public static ReturnField Of(string name, string? value, string why = NotRecorded) =>
        value is { Length: > 0 } ? new(name, value) : new(name, null, why);

    public static ReturnField Lacking(string name, string why = OfCaseSystem) => new(name, null, why);
}
