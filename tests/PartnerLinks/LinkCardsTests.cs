using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinkCardsTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:05");

    [Fact]
    public void The_question_of_a_conflict_of_interest_names_the_family_and_no_more() =>
        Golden.Json(CardJson.Write(PartHost.Page(new WelcomePage(), Given.AConvenedCase().SeenBy(Given.Grace), new(Given.Id.Value), Now)));

    [Fact]
    public void Who_will_attend_holds_reference_and_time() =>
        Golden.Json(
            CardJson.Write(
                PartHost.Open<WhoAttendsPart, WhoAttendsPart.Form>(new(), NamingAttendeeTests.Asked().SeenBy(NamingAttendeeTests.Desk),
                    new(Given.Id.Value), Now)));

    [Fact]
    public async Task Whoever_is_named_is_echoed_and_somebody_else_can_be_named_in_the_same_form()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(NamingAttendeeTests.Asked());
        var form = await host.OpenAsync(NamingAttendeeTests.Desk, WhoAttendsPart.Id.Button("", new WhoAttendsPart.Form(Given.Id.Value)));

        var refused = await form.PressAsync("Send them their own link", ("name", "Lee *Marsh*"), ("mail", "lee"));
        Assert.Equal(("Lee *Marsh*", "lee"), (refused.Value("name"), refused.Value("mail")));
        Assert.Contains("mail address", refused.Text);
        var named = await refused.PressAsync("Send them their own link", ("mail", "lee.marsh@police.example"));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: a link of their own is on its way to Lee *Marsh*",
            named.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("Name somebody else too", named.Text);
        Assert.Equal("", named.Value("name"));
        Assert.Equal("Lee *Marsh*", (await host.Clerk.LoadAsync(Given.Id, default)).Participants[^1].Name);
    }

    [Fact]
    public async Task A_button_that_was_sent_to_an_inbox_before_still_names_somebody()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(NamingAttendeeTests.Asked());

        await host.PressAsync(NamingAttendeeTests.Desk, "links/name-attendee",
            new() { ["case"] = Given.Id.Value, ["name"] = "Lee Marsh", ["mail"] = "lee.marsh@police.example" });

        Assert.Equal("Lee Marsh", (await host.Clerk.LoadAsync(Given.Id, default)).Participants[^1].Name);
    }

    [Fact]
    public async Task The_chair_says_whose_link_and_is_told_what_came_of_it()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Used());
        var list = await host.OpenAsync(Given.Priya, LinksPage.Button(Used().Case));

        Assert.Contains("Not saved. Choose whose link you mean.", (await list.PressAsync("Revoke their links")).Text);
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: their links open nothing any more",
            (await list.PressAsync("Revoke their links", ("who", Given.Grace.Id.Value))).Text);
        Assert.Contains("it stood there already", (await list.PressAsync("Revoke their links", ("who", Given.Grace.Id.Value))).Text);
        Assert.Contains("a new link is on its way", (await list.PressAsync("Send a new link", ("who", Given.Grace.Id.Value))).Text);
    }

    [Fact]
    public void The_chair_s_list_of_links() => Golden.Json(CardJson.Write(List(Used())));

    [Fact]
    public void The_chair_s_list_of_as_many_as_can_be_stays_under_the_limit()
    {
        var given = Given.AConvenedCase();
        given.Fact([
            .. Enumerable.Range(8, 40)
                .Select(i =>
                    new ParticipantAdded(
                        Given.Grace with
                        {
                            Id = new($"person-{i}"),
                            Name = new string('W', 200),
                            JobTitle = new string('W', 200),
                            Person = null,
                        }))]);
        Assert.Contains("Page 2 of", CardJson.Write(List(given, 2)), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 6), page => Assert.InRange(CardSize.Utf16Bytes(List(given, page)), 0, CardSize.LimitInBytes));
    }

    [Fact]
    public void What_the_chair_is_told_of_somebody_who_knows_the_family()
    {
        var notice = AlarmCard.For(Used().Case, new(1, Given.Ruth.Id, Shut.KnowsFamily, Dates.Local("2026-11-25 10:00")));
        Assert.Equal("A personal link needs you.", notice.Sentence);
        Golden.Json(CardJson.Write(notice.Card));
    }

    private static AdaptiveCard List(Given given, int page = 1) =>
        PartHost.Page(new LinksPage(), given.SeenBy(Given.Priya), new(Given.Id.Value, page), Now);

    private static Given Used() => Given.AConvenedCase()
        .Fact(
            new LinkIssued(Given.Sam.Id, "h1", LinkPurpose.Call, "convening/invite/1"),
            new LinkIssued(Given.Grace.Id, "h2", LinkPurpose.Call, "convening/invite/2"),
            new LinkIssued(Given.Ruth.Id, "h3", LinkPurpose.Call, "convening/invite/3"))
        .At("2026-11-25 10:12").Fact(new LinkOpened(Given.Grace.Id, "h2"), new FamilyKnown(Given.Ruth.Id));
}
