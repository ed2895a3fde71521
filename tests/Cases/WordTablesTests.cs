using System.Reflection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Tests.Architecture;

namespace StrategyBot.Tests.Cases;

public sealed class WordTablesTests
{
    public static TheoryData<string> Names => [.. Tables.Select(table => table.Name)];

    private static IEnumerable<PropertyInfo> Tables => typeof(WordTables).GetProperties(BindingFlags.Static | BindingFlags.Public);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_answer_has_its_words_once(string name)
    {
        var table = Tables.Single(table => table.Name == name);
        var (answers, rows) = (table.PropertyType.GetGenericArguments()[0], Rows(table));

        Assert.Equal(Enum.GetValues(answers).Cast<object>().Order(), rows.Select(row => Of(row, "Value")!).Order());
        Assert.Equal(rows.Count, rows.Select(row => Of(row, "InForm")).Distinct().Count());
    }

    [Fact]
    public void A_list_and_the_minutes_say_what_was_chosen_unless_they_have_their_own_words()
    {
        Assert.Equal(("Early help", "Early help", "Early help"), Said(WordTables.FollowOn, FollowOn.EarlyHelp));
        Assert.Equal(("I cannot come", "Cannot come", "sent apologies"), Said(WordTables.Rsvp, Rsvp.CannotCome));
        Assert.Equal(("No", "No", "No conference"), Said(WordTables.Conference, Conference.No));
    }

    [Fact]
    public void A_decision_on_the_enquiry_says_who_carries_it_out_or_what_follows()
    {
        Assert.Equal("Start; Joint, police and social care",
            WordTables.InList(new Section47Decided(Section47.Start, Conduct.Joint, null, "")));
        Assert.Equal("Do not start a section 47 enquiry. Child in need",
            WordTables.InMinutes(new Section47Decided(Section47.NotStart, null, FollowOn.ChildInNeed, "")));
    }

    [Fact]
    public void No_other_source_words_an_answer()
    {
        // A button to the draft, an option of a heading, a button to the next step and a step without an answer say something else.
        string[] others = ["Amend the minutes", "Child in need", "Not known yet", "Not said yet", "not said yet"];
        var said =
            Tables.SelectMany(Rows).SelectMany(row => new[] { "InForm", "InList", "InMinutes" }.Select(column => (string?)Of(row, column)))
            .OfType<string>().Where(words => words.Split(' ').Length >= 3 && !others.Contains(words)).Distinct().ToList();

        var twice =
            from file in FilesTests.Sources().Where(file => !file.Contains("Sandbox", StringComparison.Ordinal))
            where file.Contains($"{Path.DirectorySeparatorChar}bot{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !Path.GetFileName(file).StartsWith("WordTables.", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            from words in said.Where(words => text.Contains($"\"{words}\"", StringComparison.OrdinalIgnoreCase))
            select $"{Path.GetFileName(file)}: {words}";

        Assert.InRange(said.Count, 30, 330);
        Assert.Equal([], twice);
    }

    [Theory]
    [InlineData("needMoreDetail", RecordsFound.NeedMoreDetail)]
    [InlineData("found", RecordsFound.Found)]
    [InlineData("0", null)]
    [InlineData("Found", null)]
    [InlineData(null, null)]
    public void A_form_sends_the_answers_own_name(string? sent, RecordsFound? answer) =>
        Assert.Equal(answer, Choices.Read(WordTables.RecordsFound, sent));

    [Fact]
    public void What_nobody_chooses_is_not_offered() =>
        Assert.DoesNotContain(Choices.Of(WordTables.SafetyBasis, SafetyBasis.NotSaidYet), choice => choice.Value == "notSaidYet");

    private static List<object> Rows(PropertyInfo table) =>
        ((System.Collections.IEnumerable)table.PropertyType.GetProperty("All")!.GetValue(table.GetValue(null))!).Cast<object>().ToList();

    private static object? Of(object row, string column) => row.GetType().GetProperty(column)!.GetValue(row);

    private static (string, string, string) Said<T>(WordTable<T> words, T answer)
        where T : struct, Enum => (words.InForm(answer), words.InList(answer), words.InMinutes(answer));
}
