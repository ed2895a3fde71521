using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class EnterForTests
{
    [Fact]
    public void Entering_for_another_agency() =>
        Golden.Json(CardJson.Write(
            Page(new EnterForPage(), Given.AConvenedCase(), Given.Priya, new(Given.Id.Value, Given.Grace.Id.Value))));

    [Fact]
    public void A_view_and_an_entry_typed_for_another_say_who_typed_them()
    {
        var typed = Given.AConvenedCase().By(Given.Priya)
            .Decided(@case => InformationRule.Give(@case, Given.Priya, Given.Grace, "Seen on Monday.", Audience.Professionals))
            .Decided(@case => ViewRule
            .Give(@case, Given.Priya, Given.Grace, @case.Children, ReasonableCause.Yes, "", Audience.Professionals))
            .Fact(new ViewsRevealed { Meeting = Given.FirstMeeting });

        var list = CardJson.Write(Page(new InformationPage(), typed, Given.Ruth, new(Given.Id.Value)));
        var views = CardJson.Write(Page(new ViewPart(), typed, Given.Ruth, new(Given.Id.Value)));

        Assert.Contains("Grace Adeyemi, Named Nurse, Health, typed by Priya Nair", list, StringComparison.Ordinal);
        Assert.Contains("Grace Adeyemi, Named Nurse, Health, typed by Priya Nair", views, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_who_may_type_for_others_has_the_part() => Assert.Equal(
        [Given.Priya, Given.Tom],
        new[] { Given.Priya, Given.Tom, Given.Sam, Given.Grace, Given.Ruth }
            .Where(person => AssessingHub.Entries(Given.AConvenedCase().SeenBy(person)).Any(part => part.Id == "assessing/enter-for")));

    private static AdaptiveCard Page<TForm>(IPage<TForm> page, Given given, Participant reader, TForm asked)
        where TForm : class, ICaseForm => PartHost.Page(page, given.SeenBy(reader), asked, given.Now);
}
