using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinkCardsTests
{
    [Fact]
    public void The_welcome_names_nobody_of_the_family() => Golden.Json(CardJson.Write(WelcomeCard.For(Given.AConvenedCase().SeenBy(Given.Grace), Given.Words)));

    [Fact]
    public void Who_will_attend_holds_reference_and_time() => Golden.Json(CardJson.Write(WhoAttendsCard.For(Given.AConvenedCase().Case, Given.Words)));

    [Fact]
    public void Who_will_attend_refused_with_what_was_typed() =>
        Golden.Json(CardJson.Write(WhoAttendsCard.For(Given.AConvenedCase().Case, Given.Words, new(Given.Id.Value, "Lee *Marsh*", "lee"), "That is not a mail address. Write it like name@police.example.")));

    [Fact]
    public void The_chair_s_list_of_links() => Golden.Json(CardJson.Write(LinksCard.For(Used().Case, Given.Words)));

    [Fact]
    public void The_chair_s_list_of_as_many_as_can_be_stays_under_the_limit()
    {
        var given = Given.AConvenedCase();
        given.Fact([.. Enumerable.Range(8, 40).Select(i => new ParticipantAdded(Given.Grace with { Id = new($"person-{i}"), Name = new string('W', 200), JobTitle = new string('W', 200), Person = null }))]);
        Assert.InRange(CardSize.Utf16Bytes(LinksCard.For(given.Case, Given.Words)), 0, CardSize.LimitInBytes);
    }

    [Fact]
    public void What_the_chair_is_told_of_somebody_who_knows_the_family()
    {
        var notice = AlarmCard.For(Used().Case, new(1, Given.Ruth.Id, Shut.KnowsFamily, Dates.Local("2026-11-25 10:00")));
        Assert.Equal("A personal link needs you.", notice.Sentence);
        Golden.Json(CardJson.Write(notice.Card));
    }

    private static Given Used() => Given.AConvenedCase()
        .Fact(
            new LinkIssued(Given.Sam.Id, "h1", LinkPurpose.Call, "convening/invite/1"),
            new LinkIssued(Given.Grace.Id, "h2", LinkPurpose.Call, "convening/invite/2"),
            new LinkIssued(Given.Ruth.Id, "h3", LinkPurpose.Call, "convening/invite/3"))
        .At("2026-11-25 10:12").Fact(new LinkOpened(Given.Grace.Id, "h2"), new FamilyKnown(Given.Ruth.Id));
}
