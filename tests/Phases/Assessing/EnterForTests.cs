using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class EnterForTests
{
    [Fact]
    public void Entering_for_another_agency() => Golden.Json(CardJson.Write(EnterForCard.For(Given.AConvenedCase().SeenBy(Given.Priya), Given.Grace.Id.Value)));

    [Fact]
    public void A_view_and_an_entry_typed_for_another_say_who_typed_them()
    {
        var typed = Given.AConvenedCase().By(Given.Priya)
            .Decided(@case => SharingInformation.Give(@case, Given.Priya, Given.Grace, "Seen on Monday.", Audience.Professionals))
            .Decided(@case => GivingViews.Give(@case, Given.Priya, Given.Grace, @case.Children, ReasonableCause.Yes, "", Audience.Professionals))
            .Fact(new ViewsRevealed { Meeting = Given.FirstMeeting });

        var list = CardJson.Write(InformationList.For(typed.SeenBy(Given.Ruth), 0, Given.Words));
        var views = CardJson.Write(ViewCard.For(typed.SeenBy(Given.Ruth), new(Given.Id.Value), Given.Words));

        Assert.Contains("Grace Adeyemi, Named Nurse, Health, typed by Priya Nair", list, StringComparison.Ordinal);
        Assert.Contains("Grace Adeyemi, Named Nurse, Health, typed by Priya Nair", views, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_who_may_type_for_others_has_the_part() => Assert.Equal(
        [Given.Priya, Given.Tom],
        new[] { Given.Priya, Given.Tom, Given.Sam, Given.Grace, Given.Ruth }.Where(person => AssessingParts.Of(Given.AConvenedCase().SeenBy(person)).Any(part => part.Id == "assessing/enter-for")));
}
