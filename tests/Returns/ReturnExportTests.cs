using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Returns;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Dates;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Returns;

/// <summary>A case by the names of the returns (16.R140): the census, Ofsted's lists 5 and 7, the standard dataset and the daily API, what
/// the record lacks, and its share of the measures.</summary>
public sealed class ReturnExportTests
{
    [Fact]
    public void A_played_case_stands_by_the_names_of_every_return()
    {
        var given = Known(AProtectionPlan.Played("devon"));
        var export = ReturnExport.Of(given.Case, Local("2027-09-20 15:00"), Words);

        Golden.Json(Encoding.UTF8.GetString(export.Json()));
        // Without the mark that Excel knows it by.
        Golden.Text(Encoding.UTF8.GetString(CsvText.Write(export.Rows()))[1..], ".csv");
    }

    /// <summary>Sheets and files of it leave the house: they hold the child's numbers, and no name.</summary>
    [Fact]
    public void No_name_of_the_family_is_in_it()
    {
        var given = Known(AProtectionPlan.Played());
        var text = Encoding.UTF8.GetString(ReturnExport.Of(given.Case, given.Now, Words).Json());

        foreach (var name in given.Case.Children.Select(one => one.Details.Name).Concat(given.Case.Adults.Select(one => one.Details.Name)))
        {
            Assert.DoesNotContain(name.Split(' ')[0], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_the_record_lacks_is_named_as_left_out()
    {
        var given = AProtectionPlan.Made();
        var json = JsonNode.Parse(ReturnExport.Of(given.Case, given.Now, Words).Json())!;
        var left = json["children"]![0]!["leftOut"]!.AsArray().ToLookup(one => (string)one!["field"]!, one => (string)one!["because"]!);

        Assert.Equal(["only the case system has it"], left["CINreferralDate"]);
        Assert.Equal(["nobody has recorded it"], left["LAchildID"]);
        Assert.Equal(["it doesn't apply"], left["CPPendDate"]);
        Assert.Equal(["it counts the child's other cases too"], left["Number of Section 47 Enquiries in the last 12 months"]);
        Assert.Equal(["only the case system has it"], left["PPStartDate"]);
        Assert.DoesNotContain("S47ActualStartDate", left.Select(one => one.Key));
    }

    /// <summary>A spreadsheet takes a cell that begins so for a formula.</summary>
    [Fact]
    public void A_spreadsheet_runs_nothing_of_it()
    {
        var given = AProtectionPlan.Made();
        var child = given.Case.Children[0];
        given.Fact(new ChildNamed(child.Details with { Identifiers = [new(Identifier.Authority, "=HYPERLINK(1)", "")] })
        {
            Child = child.Id,
        });
        var csv = Encoding.UTF8.GetString(CsvText.Write(ReturnExport.Of(given.Case, given.Now, Words).Rows()));

        Assert.Contains(",LAchildID,'=HYPERLINK(1),", csv, StringComparison.Ordinal);
    }

    /// <summary>Numbers, codes and what the case system has.</summary>
    internal static Given Known(Given given)
    {
        var child = given.Case.Children[0];
        return given.Fact(
            new ChildNamed(child.Details with
            {
                Sex = Sex.Female,
                Ethnicity = "WBRI",
                Disabilities = ["NONE"],
                Identifiers = [new(Identifier.Authority, "LA1234567", ""), new(Identifier.Pupil, "", "UN2")],
            })
            { Child = child.Id, Audience = child.Address.Audience },
            new CaseSystemSaid(Date("2026-11-25"), YesNo.No, Date("2026-11-26"), 0, null) { Child = child.Id });
    }
}
