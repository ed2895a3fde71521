using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class AssessingCardsTests
{
    private static readonly string Full = string.Concat(Enumerable.Repeat("Ähnlich “so”, ", 120))[..1_500];

    [Fact]
    public void The_form_of_a_block() =>
        Golden.Json(CardJson.Write(HeadingsCard.For(AConvenedCase().SeenBy(Tom), Headings.FindBlock("family")!, Words)));

    [Fact]
    public void The_form_of_a_block_with_two_answers() =>
        Golden.Json(CardJson.Write(HeadingsCard.For(Contested("A close aunt.", "None seen.").SeenBy(Priya), Headings.FindBlock("family")!, Words)));

    [Fact]
    public void An_answer_that_is_not_marked_for_the_reader_is_not_on_the_form()
    {
        var given = AConvenedCase().By(Tom).Decided(c => AnsweringHeadings.Save(c, Tom, [new("strengths", ["known"], "Seen by a source.")], c.Version, Audience.PoliceAndSocialCare));

        var card = CardJson.Write(HeadingsCard.For(given.SeenBy(Ruth), Headings.FindBlock("family")!, Words));

        Assert.DoesNotContain("source", card);
        Assert.Contains("not marked for you", card);
    }

    [Fact]
    public void The_form_for_what_an_agency_knows() => Golden.Json(CardJson.Write(InformationCard.For(AConvenedCase().SeenBy(Sam), new(Id.Value))));

    [Fact]
    public void The_form_for_what_another_agency_knows() => Golden.Json(CardJson.Write(InformationCard.For(AConvenedCase().SeenBy(Priya), new(Id.Value, Grace.Id.Value))));

    [Fact]
    public void What_everyone_knows_with_a_late_entry()
    {
        var given = AConvenedCase().At("2026-11-25 14:10")
            .By(Grace).Decided(c => SharingInformation.Give(c, Grace, Grace, "Seen in A&E on 12 Nov.\n**Bruise** to <b>arm</b>.", Audience.Professionals))
            .By(Sam).Decided(c => SharingInformation.Give(c, Sam, Sam, "A source says.", Audience.PoliceAndSocialCare))
            .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Chair) { Meeting = FirstMeeting })
            .At("2026-11-25 15:30").By(Priya).Decided(c => SharingInformation.Give(c, Priya, Ruth, "Absent three days.", Audience.Professionals));

        Golden.Json(CardJson.Write(InformationList.For(given.SeenBy(Ruth), 0, Words)));
    }

    [Fact]
    public void The_correction_of_an_entry()
    {
        var given = AConvenedCase().By(Grace).Decided(c => SharingInformation.Give(c, Grace, Grace, "Seen on 12 Nov.", Audience.PoliceAndSocialCare));

        Golden.Json(CardJson.Write(InformationCard.Correction(given.SeenBy(Grace), given.Case.Meeting.Assessment.Information[0])));
    }

    [Fact]
    public void The_form_for_a_view_while_the_others_are_hidden() => Golden.Json(CardJson.Write(ViewCard.For(SamsView(2).SeenBy(Priya), new(Id.Value), Words)));

    [Fact]
    public void The_form_for_a_view_once_the_chair_showed_them() => Golden.Json(CardJson.Write(ViewCard.For(SamsView(1).By(Priya).Decided(GivingViews.Reveal).SeenBy(Grace), new(Id.Value), Words)));

    [Fact]
    public void The_form_for_a_view_that_differs() =>
        Golden.Json(CardJson.Write(StanceCard.For(SamsView(1).By(Priya).Fact(new ReasonableCauseDecided(ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child1 }).SeenBy(Sam), new(Id.Value))));

    [Fact]
    public void Hidden_views_stand_on_nobody_elses_form()
    {
        var given = SamsView(1);

        Assert.All([Priya, Tom, Grace], reader => Assert.DoesNotContain("Repeated", CardJson.Write(ViewCard.For(given.SeenBy(reader), new(Id.Value), Words))));
    }

    [Fact]
    public void Every_block_stays_under_the_limit_with_every_field_full()
    {
        foreach (var block in Headings.Blocks)
        {
            var given = AConvenedCase(6);
            var opened = given.Case.Version;
            given.By(Tom).Decided(c => AnsweringHeadings.Save(c, Tom, FullAnswers(block), opened, Audience.Only(Agency.SocialCare, Agency.Police)));
            given.By(Priya).Decided(c => AnsweringHeadings.Save(c, Priya, [.. FullAnswers(block).Select(answer => answer with { Text = answer.Text[1..] })], opened, Audience.Professionals));

            Fits(HeadingsCard.For(given.SeenBy(Priya), block, Words, notSaved: new StrategyBot.Forms.OnlyTheAuthorWidens("Risk assessments already made", Audience.Only(Enum.GetValues<Agency>())).Say(Words)));
        }
    }

    [Fact]
    public void The_other_forms_stay_under_the_limit_with_every_field_full()
    {
        var given = AConvenedCase(6);
        foreach (var person in new[] { Priya, Tom, Sam, Grace, Ruth })
        {
            given.By(person).Decided(c => SharingInformation.Give(c, person, person, string.Concat(Enumerable.Repeat($"{person.Name} {Full} ", 35))[..49_000], Audience.Professionals))
                .Decided(c => GivingViews.Give(c, person, person, c.Children, ReasonableCause.Yes, Full[..200], Audience.Professionals));
        }

        given.By(Priya).Fact([.. given.Case.Children.Select(child => new ReasonableCauseDecided(ReasonableCause.No, Full) { Meeting = FirstMeeting, Child = child.Id })]);
        var view = given.SeenBy(Priya);
        var pages = Enumerable.Range(0, 60).Select(page => InformationList.For(view, page, Words)).ToList();

        Assert.All(pages, Fits);
        Fits(InformationCard.For(view, new(Id.Value, Grace.Id.Value, Full), Full[..200]));
        Fits(InformationCard.Correction(view, view.Case.Meeting.Assessment.Information[0], new(Id.Value, 1, Full), Full[..200]));
        Fits(ViewCard.For(view, new(Id.Value, null, null, ReasonableCause.Yes, Full[..200]), Words, Full[..200]));
        Fits(StanceCard.For(view, new(Id.Value, null, Stance.Escalate, Full), Full[..200]));
    }

    [Fact]
    public void Every_entry_is_on_some_page()
    {
        var given = AConvenedCase().By(Grace).Decided(c => SharingInformation.Give(c, Grace, Grace, string.Join(' ', Enumerable.Range(1, 6_000).Select(i => $"w{i}")), Audience.Professionals));
        var view = given.SeenBy(Grace);

        var pages = string.Concat(Enumerable.Range(0, 40).Select(page => CardJson.Write(InformationList.For(view, page, Words))));

        Assert.All(Enumerable.Range(1, 6_000), i => Assert.Contains($"w{i}", pages));
    }

    private static void Fits(AdaptiveCard card) => Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes);

    private static IReadOnlyList<TypedAnswer> FullAnswers(HeadingBlock block) =>
        [.. block.Headings.Select(heading => new TypedAnswer(heading.Id, [heading.Options[0].Id], Full))];

    private static Given Contested(string tom, string priya)
    {
        var given = AConvenedCase().At("2026-11-25 14:10");
        var opened = given.Case.Version;
        return given
            .By(Tom).Decided(c => AnsweringHeadings.Save(c, Tom, [new("strengths", ["known"], tom)], opened, Audience.Professionals))
            .By(Priya).Decided(c => AnsweringHeadings.Save(c, Priya, [new("strengths", ["known"], priya)], opened, Audience.Professionals));
    }

    private static Given SamsView(int children) =>
        AConvenedCase(children).At("2026-11-25 14:30").By(Sam).Decided(c => GivingViews.Give(c, Sam, Sam, c.Children, ReasonableCause.Yes, "Repeated calls.", Audience.Professionals));
}
