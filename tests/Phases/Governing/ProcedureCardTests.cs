using StrategyBot.Phases.Governing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Governing;

/// <summary>By which law a procedure goes, and which is about to change (R138).</summary>
public sealed class ProcedureCardTests
{
    [Fact]
    public void Anybody_reads_the_edition_and_administrators_what_is_about_to_change()
    {
        Assert.Contains("Working Together to Safeguard Children 2026, in force since 18 March 2026", Card(false), StringComparison.Ordinal);
        Assert.DoesNotContain("About to change", Card(false), StringComparison.Ordinal);
        Assert.Contains("About to change: Children's Wellbeing and Schools Act 2026", Card(true), StringComparison.Ordinal);
        Assert.Contains("Look again by Wed 1 Sep 2027.", Card(true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default", "2027-08-31", 0)]
    [InlineData("default", "2027-09-01", 1)]
    [InlineData("bedford", "2026-12-01", 1)]
    [InlineData("newcastle", "2027-09-01", 1)]
    public void From_its_day_on_administrators_are_told_to_look_again(string profile, string today, int sentences) =>
        Assert.Equal(sentences, ProcedureProfiles.Named(profile).ToLookAt(Dates.Date(today)).Count());

    private static string Card(bool isAdministrator) => System.Text.RegularExpressions.Regex.Unescape(CardJson.Write(ProcedureCard.For(
        ProcedureProfiles.Default, BankHolidays.Newest, isAdministrator, [], Given.Words)));
}
