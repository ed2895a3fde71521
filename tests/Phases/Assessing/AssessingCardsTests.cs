using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
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
        Golden.Json(CardJson.Write(Block(AConvenedCase(), Tom)));

    [Fact]
    public void The_form_of_a_block_with_two_answers() =>
        Golden.Json(CardJson.Write(Block(Contested("A close aunt.", "None seen."), Priya)));

    [Fact]
    public void An_answer_that_is_not_marked_for_the_reader_is_not_on_the_form()
    {
        var given = AConvenedCase().By(Tom)
            .Decided(c => HeadingsRule
            .Save(c, Tom, [new("strengths", ["known"], "Seen by a source.")], c.Version, Audience.PoliceAndSocialCare));

        var card = CardJson.Write(Block(given, Ruth));

        Assert.DoesNotContain("source", card);
        Assert.Contains("not marked for you", card);
    }

    [Fact]
    public void The_form_for_what_an_agency_knows() =>
        Golden.Json(CardJson.Write(Form(new InformationPart(), AConvenedCase(), Sam, new InformationPart.Form(Id.Value))));

    [Fact]
    public void The_form_for_what_another_agency_knows() =>
        Golden.Json(CardJson.Write(
            Form(new InformationPart(), AConvenedCase(), Priya, new InformationPart.Form(Id.Value, Grace.Id.Value))));

    [Fact]
    public void What_everyone_knows_with_a_late_entry()
    {
        var given = AConvenedCase().At("2026-11-25 14:10")
            .By(Grace).Decided(c => InformationRule
            .Give(c, Grace, Grace, "Seen in A&E on 12 Nov.\n**Bruise** to <b>arm</b>.", Audience.Professionals))
            .By(Sam).Decided(c => InformationRule.Give(c, Sam, Sam, "A source says.", Audience.PoliceAndSocialCare))
            .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Chair) { Meeting = FirstMeeting })
            .At("2026-11-25 15:30").By(Priya)
            .Decided(c => InformationRule.Give(c, Priya, Ruth, "Absent three days.", Audience.Professionals));

        Golden.Json(CardJson.Write(Page(given, Ruth, 0)));
    }

    [Fact]
    public void The_correction_of_an_entry()
    {
        var given = AConvenedCase().By(Grace)
            .Decided(c => InformationRule.Give(c, Grace, Grace, "Seen on 12 Nov.", Audience.PoliceAndSocialCare));

        Golden.Json(CardJson.Write(Form(new CorrectionPart(), given, Grace, new CorrectionPart.Form(Id.Value, given.Case.Version))));
    }

    [Fact]
    public void The_form_for_a_view_while_the_others_are_hidden() => Golden.Json(CardJson.Write(View(SamsView(2), Priya)));

    [Fact]
    public void The_form_for_a_view_once_the_chair_showed_them() =>
        Golden.Json(CardJson.Write(View(SamsView(1).By(Priya).Decided(ViewRule.Reveal), Grace)));

    [Fact]
    public void The_form_for_a_view_that_differs()
    {
        var given = SamsView(1).By(Priya)
            .Fact(new ReasonableCauseDecided(ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child1 });

        Golden.Json(CardJson.Write(Form(new StancePart(), given, Sam, new StancePart.Form(Id.Value))));
    }

    [Fact]
    public void Hidden_views_stand_on_nobody_elses_form()
    {
        var given = SamsView(1);

        Assert.All([Priya, Tom, Grace], reader => Assert.DoesNotContain("Repeated", CardJson.Write(View(given, reader))));
    }

    [Fact]
    public void Every_block_stays_under_the_limit_with_every_field_full()
    {
        foreach (var block in Headings.Blocks)
        {
            var given = AConvenedCase(6);
            var opened = given.Case.Version;
            given.By(Tom).Decided(
                c => HeadingsRule.Save(c, Tom, FullAnswers(block), opened, Audience.Only(Agency.SocialCare, Agency.Police)));
            given.By(Priya).Decided(
                c => HeadingsRule.Save(
                    c, Priya, [.. FullAnswers(block).Select(answer => answer with { Text = answer.Text[1..] })], opened,
                        Audience.Professionals));

            Fits(Form(new HeadingsPart(), given, Priya, new HeadingsPart.Form(Id.Value, block.Id)));
        }
    }

    [Fact]
    public void The_other_forms_stay_under_the_limit_with_every_field_full()
    {
        var given = AConvenedCase(6);
        foreach (var person in new[] { Priya, Tom, Sam, Grace, Ruth })
        {
            given.By(person).Decided(
                c => InformationRule.Give(
                    c, person, person, string.Concat(Enumerable.Repeat($"{person.Name} {Full} ", 35))[..49_000], Audience.Professionals))
                .Decided(c => ViewRule.Give(c, person, person, c.Children, ReasonableCause.Yes, Full[..200], Audience.Professionals));
        }

        given.By(Priya).Fact(
            [.. given.Case.Children.Select(
                child => new ReasonableCauseDecided(ReasonableCause.No, Full) { Meeting = FirstMeeting, Child = child.Id })]);
        Assert.All(Enumerable.Range(0, 60), page => Fits(Page(given, Priya, page)));
        Fits(Form(new InformationPart(), given, Priya, new InformationPart.Form(Id.Value, Grace.Id.Value)));
        var entry = given.Case.Meeting.Assessment.Information.First(item => item.Participant == Priya.Id);
        Fits(Form(new CorrectionPart(), given, Priya, new CorrectionPart.Form(Id.Value, entry.Seq)));
        Fits(View(given, Priya));
        Fits(Form(new StancePart(), given, Priya, new StancePart.Form(Id.Value)));
    }

    [Fact]
    public void Every_entry_is_on_some_page()
    {
        var given = AConvenedCase().By(Grace)
            .Decided(c => InformationRule
            .Give(c, Grace, Grace, string.Join(' ', Enumerable.Range(1, 6_000).Select(i => $"w{i}")), Audience.Professionals));

        var pages = string.Concat(Enumerable.Range(0, 40).Select(page => CardJson.Write(Page(given, Grace, page))));

        Assert.All(Enumerable.Range(1, 6_000), i => Assert.Contains($"w{i}", pages));
    }

    private static AdaptiveCard Form<TPart, TForm>(TPart part, Given given, Participant reader, TForm asked)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm => PartHost.Open(part, given.SeenBy(reader), asked, given.Now);

    private static AdaptiveCard Block(Given given, Participant reader) =>
        Form(new HeadingsPart(), given, reader, new HeadingsPart.Form(Id.Value, "child-and-family"));

    private static AdaptiveCard View(Given given, Participant reader) => Form(new ViewPart(), given, reader, new ViewPart.Form(Id.Value));

    private static AdaptiveCard Page(Given given, Participant reader, int page) =>
        PartHost.Page(new InformationPage(), given.SeenBy(reader), new(Id.Value, page), given.Now);

    private static void Fits(AdaptiveCard card) => Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes);

    private static IReadOnlyList<TypedAnswer> FullAnswers(HeadingBlock block) =>
        [.. block.Headings.Select(heading => new TypedAnswer(heading.Id, [heading.Options[0].Id], Full))];

    private static Given Contested(string tom, string priya)
    {
        var given = AConvenedCase().At("2026-11-25 14:10");
        var opened = given.Case.Version;
        return given
            .By(Tom).Decided(c => HeadingsRule.Save(c, Tom, [new("strengths", ["known"], tom)], opened, Audience.Professionals))
            .By(Priya).Decided(c => HeadingsRule.Save(c, Priya, [new("strengths", ["known"], priya)], opened, Audience.Professionals));
    }

    private static Given SamsView(int children) =>
        AConvenedCase(children).At("2026-11-25 14:30").By(Sam)
            .Decided(c => ViewRule.Give(c, Sam, Sam, c.Children, ReasonableCause.Yes, "Repeated calls.", Audience.Professionals));
}
