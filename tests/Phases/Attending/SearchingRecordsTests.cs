using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Attending;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Attending;

public sealed class SearchingRecordsTests
{
    [Fact]
    public void What_is_answered_is_saved_and_the_rest_stays_open()
    {
        var given = AConvenedCase(children: 2).By(Sam).Decided(@case => SearchingRecords.Save(@case, Sam, [("child-1", RecordsFound.Found), ("child-2", null)]));

        Assert.Equal(RecordsFound.Found, SearchingRecords.Found(given.Case, Sam, "child-1"));
        Assert.Null(SearchingRecords.Found(given.Case, Sam, "child-2"));
    }

    [Fact]
    public void The_same_answers_twice_are_one_fact_each() =>
        AConvenedCase().By(Sam).Decided(@case => SearchingRecords.Save(@case, Sam, [("child-1", RecordsFound.NoMatch)]))
            .When(@case => SearchingRecords.Save(@case, Sam, [("child-1", RecordsFound.NoMatch)]))
            .ThenNothingNew();

    [Fact]
    public void Somebody_who_is_not_on_the_case_is_not_answered_for() =>
        AConvenedCase().When(@case => SearchingRecords.Save(@case, Sam, [("child-9", RecordsFound.Found)])).ThenNothingNew();

    [Fact]
    public void Only_those_who_are_invited_answer() =>
        AConvenedCase().When(@case => SearchingRecords.Save(@case, Jo, [("child-1", RecordsFound.Found)])).Then(new NotYourPart());

    [Fact]
    public void One_tap_answers_for_all_of_them()
    {
        var form = new SaveSearches.Form(Given.Id.Value, All: RecordsFound.NoMatch);

        Assert.Equal([("child-1", RecordsFound.NoMatch), ("child-2", (RecordsFound?)RecordsFound.NoMatch)], form.Answers(AConvenedCase(children: 2).Case));
    }

    [Fact]
    public void A_later_page_answers_for_its_own_people()
    {
        var form = new SaveSearches.Form(Given.Id.Value, From: 4, Result1: RecordsFound.Found);

        Assert.Equal([("child-5", null), ("child-6", (RecordsFound?)RecordsFound.Found)], form.Answers(AConvenedCase(children: 6).Case));
    }
}
