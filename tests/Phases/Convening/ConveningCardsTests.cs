using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Graph;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class ConveningCardsTests
{
    private static readonly Contact[] Directory =
    [
        new("1", "Sam Whitlock", "sam.whitlock@police.example", "Police", "Detective Sergeant", "Northgate Police", "Northgate", "01632 960003", "", "", false, false),
        new("2", "Grace Adeyemi", "grace.adeyemi@nhs.example", "Health", "Named Nurse", "Northgate Trust", "", "", "01632 960004", "", false, false),
        new("3", "Ruth Carver", "ruth.carver@school.example", "School", "Designated Safeguarding Lead", "Mill Lane Primary", "", "", "", "", false, false),
        new("4", "Police desk", "", "Police", "", "", "", "01632 960201", "", "Day and night", true, false),
    ];

    [Fact]
    public void The_first_question_of_a_new_case() => Same(UrgentCard.ToOpen(ProcedureProfiles.Default, "ticket"));

    [Fact]
    public void The_first_question_again() => Same(UrgentCard.ToAnswer(PageOf(Begun.ACase())));

    [Fact]
    public void Why_and_since_when() => Same(WhyCard.For(PageOf(Begun.ACase(urgent: null))));

    [Fact]
    public void A_refused_why_keeps_what_was_typed() => Same(WhyCard.For(
        PageOf(Begun.ACase(), "Check the year."), new(["missing"], "*Since* <b>noon</b>", Dates.Date("2040-01-01"), new TimeOnly(9, 5), null, null)));

    [Fact]
    public void What_changes_the_limit() => Same(FeaturesCard.For(PageOf(Begun.ACaseWithAChild(
        Begun.Circumstances with { Features = [Features.SexualAbuse, Features.PoliceProtection], ImmediateActionAt = Dates.Local("2026-11-25 07:40") }))));

    [Fact]
    public void Which_limit_holds() => Same(LimitCard.For(PageOf(Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.SexualAbuse, Features.Staff] }))));

    [Fact]
    public void How_it_is_held_and_the_cause() => Same(SettingCard.For(PageOf(Begun.ACaseWithAChild())));

    [Fact]
    public void Nobody_is_named_yet() => Same(PeopleCard.For(PageOf(Begun.ACase().Fact(Begun.Circumstances))));

    [Fact]
    public void A_child_and_an_adult_are_named() => Same(PeopleCard.For(PageOf(WithAnAdult())));

    [Fact]
    public void A_child_to_correct() => Same(ChildCard.For(PageOf(WithAnAdult()), Given.Child1, ChildCard.Stands(WithAnAdult().Case.Children[0].Details)));

    [Fact]
    public void An_unborn_child() => Same(ChildCard.For(PageOf(Begun.ACaseWithAChild()), null, new(null, null, null, true, "1 Mill Lane", null, null)));

    [Fact]
    public void An_adult() => Same(AdultCard.For(PageOf(Begun.ACaseWithAChild()), null, new(null, null, null, null, "1 Mill Lane")));

    [Fact]
    public void The_social_worker() => Same(SocialWorkerCard.For(PageOf(Begun.ACaseWithAChild())));

    [Fact]
    public void Who_is_invited() => Same(InviteesCard.For(PageOf(Begun.ACaseWithAChild()), new(Directory, null, IsKnown: true)));

    [Fact]
    public void The_directory_cannot_be_read() => Same(InviteesCard.For(PageOf(Begun.ACaseWithAChild()), new([], null, IsKnown: false)));

    [Fact]
    public void Somebody_by_hand() => Same(ByHandCard.For(PageOf(Begun.ACaseWithAChild())));

    [Fact]
    public void Somebody_to_take_off() => Same(InvitedCard.For(PageOf(Begun.ACalledMeeting())));

    [Fact]
    public void When_it_is_held() => Same(TimeCard.ToConvene(PageOf(Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Complex] })), new(Dates.Local("2026-11-25 10:00"), "Free then: Priya Nair.")));

    [Fact]
    public void A_meeting_to_move() => Same(TimeCard.ToMove(PageOf(Begun.ACalledMeeting())));

    [Fact]
    public void What_was_begun() => Same(BegunCard.For([Begun.ACaseWithAChild().SeenBy(Begun.ACaseWithAChild().Case.Chair)]));

    [Fact]
    public void Every_form_full_of_the_longest_text_is_small_enough()
    {
        var (line, text) = (new string('"', 200), new string('"', 1_500));
        var full = Full(line, text);
        var page = PageOf(full, line) with { Saved = line };
        var partners = new PartnerList([.. Enumerable.Range(0, 60).Select(i => new Contact($"{i}", line, $"{new string('m', 180)}{i}@police.example", $"{(Agency)(1 + (i % 9))}", line, line, line, line, line, line, i % 10 == 0, i % 3 == 0))], null, IsKnown: true);
        AdaptiveCard[] cards =
        [
            UrgentCard.ToOpen(ProcedureProfiles.Default, line, new(YesNo.No, [.. ProcedureProfiles.Default.Questions.Urgent.Select(part => part.Id)], text), line),
            UrgentCard.ToAnswer(page), WhyCard.For(page), FeaturesCard.For(page), LimitCard.For(page), SettingCard.For(page), PeopleCard.For(page),
            ChildCard.For(page, Given.Child1, ChildCard.Stands(full.Case.Children[0].Details)), AdultCard.For(page, null, AdultCard.Stands(full.Case.Adults[0].Details)),
            SocialWorkerCard.For(page, line, line), InviteesCard.For(page, partners), ByHandCard.For(page, new(line, line, Agency.Police, line, line, line)), InvitedCard.For(page, "person-2", text),
            TimeCard.ToConvene(page, new(Begun.Now, line), new(Dates.Date("2026-11-25"), new TimeOnly(9, 0), 60, text, text)), TimeCard.ToMove(page, new(Dates.Date("2026-11-25"), new TimeOnly(9, 0), 60, text)),
        ];

        Assert.All(cards, card => Assert.InRange(CardSize.Utf16Bytes(card), 0, CardSize.LimitInBytes));
    }

    [Fact]
    public void No_form_has_more_than_six_inputs_or_five_buttons()
    {
        var page = PageOf(WithAnAdult());
        var complex = PageOf(Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Complex, Features.SexualAbuse] }));
        AdaptiveCard[] cards =
        [
            UrgentCard.ToAnswer(page), WhyCard.For(page), FeaturesCard.For(page), LimitCard.For(complex), SettingCard.For(page), PeopleCard.For(page), ChildCard.For(page, null, new(null, null, null, false, null, null, null)),
            AdultCard.For(page, null, new(null, null, null, null, null)), SocialWorkerCard.For(page), InviteesCard.For(page, new(Directory, null, IsKnown: true)), ByHandCard.For(page), TimeCard.ToConvene(complex, null),
        ];

        Assert.All(cards, card => Assert.InRange(card.Body.OfType<CardInput>().Count(), 0, 6));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count, 0, 5));
    }

    private static Given WithAnAdult() => Begun.ACaseWithAChild().Fact(new AdultNamed(new("adult-1"), new("Kay *Stone*", "Kit", Dates.Date("1996-02-03"), "Mother", "1 Mill Lane")));

    private static Given Full(string line, string text)
    {
        var given = Begun.ACase(urgent: null).Fact(new UrgencyAnswered(new(YesNo.No, [], text)), Begun.Circumstances with
        {
            Circumstances = [.. ProcedureProfiles.Default.Questions.Circumstances.Select(one => one.Id)],
            Other = line,
            Area = line,
            Reason = text,
            LimitReason = text,
            Features = [.. Features.About.Select(one => one.Id), Features.PoliceProtection, Features.ForensicNotNeeded, Features.ProtectionNotNeeded],
        });
        for (var i = 1; i <= 30; i++)
        {
            given.Fact(
                new ChildNamed(new(line, line, Dates.Date("2016-03-01"), i % 2 == 0, line, line, "9434765919")) { Child = new($"child-{i}") },
                new AdultNamed(new($"adult-{i}"), new(line, line, Dates.Date("1996-02-03"), line, line)),
                new ParticipantAdded(new(new($"person-{100 + i}"), line, Agency.Other, line, line, $"{i}@x.example", line, [Role.Attendee])));
        }

        return given.Fact(new MeetingConvened(Begun.Now.AddHours(5), Begun.Now.AddHours(6), Begun.Now, line, text) { Meeting = Given.FirstMeeting });
    }

    private static Page PageOf(Given given, string? notSaved = null) => Begun.PageOf(given, notSaved);

    private static void Same(AdaptiveCard card, [System.Runtime.CompilerServices.CallerFilePath] string test = "", [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Golden.Json(CardJson.Write(card), test, name);
}
