using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Returns;

/// <summary>All of a case by the names of the returns: each child's tables, what is left out and why, the checks, and the measures.
/// </summary>
internal sealed record ReturnExport(
    CaseId Case, DateOnly On, IReadOnlyList<ReturnExport.OfChild> Children, IReadOnlyList<CaseMeasure> Measures)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public sealed record OfChild(string Child, IReadOnlyList<ReturnTable> Tables, IReadOnlyList<CheckedRule> Checks);

    /// <param name="case">As its reader may read it.</param>
    public static ReturnExport Of(Case @case, DateTimeOffset now, Words words)
    {
        var today = words.LocalDate(now);
        var year = ReturnYear.At(today, @case.Clocks.Days);
        var worker = @case.Participants.LastOrDefault(person => person.Roles.Contains(Role.SocialWorker))?.Name ?? "";
        return new(@case.Id, today,
        [
            .. from child in @case.Children
               let one = Episode.Of(@case, child)
               select new OfChild(child.Number,
               [
                   .. CensusTables.Of(one.In(year)), .. AnnexATables.Of(@case, child, one, worker, today),
                   .. DatasetTables.Of(@case, child, one),
               ], ReturnRules.Check(one.In(year), year)),
        ], Summed(CaseMeasures.Of(@case, now)));
    }

    /// <summary>A row a field, so that a spreadsheet filters it by return, table and name.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows()
    {
        yield return ["Case", "Child", "Return", "Table", "Row", "Field", "Value", "Left out because"];
        foreach (var child in Children)
        {
            foreach (var (table, at, field) in from table in child.Tables
                                               from row in table.Rows.Index()
                                               from field in row.Item
                                               select (table, row.Index + 1, field))
            {
                yield return [Case.Value, child.Child, table.Return, table.Name, Number(at), field.Name, field.Value ?? "", field.LeftOut];
            }

            foreach (var one in child.Checks)
            {
                yield return
                [
                    Case.Value, child.Child, "Checks", one.Rule.IsError ? "Error" : "Query", "", one.Rule.Code,
                    one.HasFailed ? one.Rule.Says : "", one.HasFailed ? "" : "not checked here",
                ];
            }
        }

        foreach (var measure in Measures)
        {
            yield return
            [
                Case.Value, "", "Measures", Number(measure.Number), "", measure.Name,
                $"{Number(measure.Of)} of {Number(measure.Among)}", "",
            ];
        }
    }

    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["case"] = Case.Value,
        ["on"] = On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["children"] = new JsonArray([.. Children.Select(Child)]),
        ["measures"] = new JsonArray([.. Measures.Select(one => new JsonObject
        {
            ["measure"] = one.Number,
            ["name"] = one.Name,
            ["of"] = one.Of,
            ["among"] = one.Among,
        })]),
    }, Written);

    private static JsonNode Child(OfChild child)
    {
        var returns = new JsonObject();
        foreach (var group in child.Tables.GroupBy(table => table.Return))
        {
            var tables = new JsonObject();
            foreach (var table in group)
            {
                tables[table.Name] = new JsonArray([.. table.Rows.Select(Row)]);
            }

            returns[group.Key] = tables;
        }

        return new JsonObject
        {
            ["child"] = child.Child,
            ["returns"] = returns,
            ["leftOut"] = new JsonArray([.. from table in child.Tables
                                            from field in table.Rows.SelectMany(row => row).DistinctBy(field => field.Name)
                                            where field.Value is null
                                            select new JsonObject
                                            {
                                                ["return"] = table.Return,
                                                ["table"] = table.Name,
                                                ["field"] = field.Name,
                                                ["because"] = field.LeftOut,
                                            }]),
            ["checks"] = new JsonArray([.. child.Checks.Select(one => new JsonObject
            {
                ["rule"] = one.Rule.Code,
                ["kind"] = one.Rule.IsError ? "error" : "query",
                ["failed"] = one.HasFailed ? JsonValue.Create(true) : null,
                ["says"] = one.Rule.Says,
                ["mend"] = one.Rule.Do,
            })]),
        };
    }

    private static JsonNode Row(IReadOnlyList<ReturnField> fields)
    {
        var row = new JsonObject();
        foreach (var field in fields.Where(field => field.Value is not null))
        {
            row[field.Name] = field.Value;
        }

        return row;
    }

    private static IReadOnlyList<CaseMeasure> Summed(IReadOnlyList<CaseMeasure> all) =>
    [
        .. from one in all
           group one by (one.Number, one.Name) into same
           select new CaseMeasure(same.Key.Number, same.Key.Name, same.Sum(one => one.Of), same.Sum(one => one.Among)),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
