using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class ConveningCardsTests
{
    private static readonly string Id = Given.Id.Value;

    private static readonly Contact[] Directory = [Partner.Sam, Partner.Grace, Partner.Ruth, Partner.Desk];

    [Fact]
    public void The_first_question_of_a_new_case() => Same(FirstQuestion.Ask(ProcedureProfiles.Default, new("ticket")).Card);

    [Fact]
    public void A_first_question_that_was_refused_keeps_what_was_typed() =>
        Same(FirstQuestion.Ask(
            ProcedureProfiles.Default, new("ticket", "no", ["baby-injury"], "*Seen* by the GP."), "Take the tick away.").Card);

    [Fact]
    public void The_first_question_again() => Same(Urgency(Begun.ACase()));

    [Fact]
    public void Why_and_since_when() => Same(Why(Begun.ACase(urgent: null)));

    [Fact]
    public void What_changes_the_limit() => Same(Changes(Begun.ACaseWithAChild(Begun.Circumstances with
    {
        Features = [Features.SexualAbuse, Features.PoliceProtection],
        ImmediateActionAt = Dates.Local("2026-11-25 07:40"),
    })));

    [Fact]
    public void Which_limit_holds() =>
        Same(Limit(Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.SexualAbuse, Features.Staff] })));

    [Fact]
    public void How_it_is_held_and_the_cause() => Same(Setting(Begun.ACaseWithAChild()));

    [Fact]
    public void Nobody_is_named_yet() => Same(People(Begun.ACase().Fact(Begun.Circumstances)));

    [Fact]
    public void A_child_and_an_adult_are_named() => Same(People(WithAnAdult()));

    [Fact]
    public void A_child_to_correct() => Same(Person(WithAnAdult(), new(Id, Person: "child-1")));

    [Fact]
    public void An_unborn_child() => Same(Person(Begun.ACaseWithAChild(), new(Id, New: PersonPart.Unborn)));

    [Fact]
    public void An_adult() => Same(Person(Begun.ACaseWithAChild(), new(Id, New: PersonPart.Adult)));

    [Fact]
    public void The_social_worker() => Same(SocialWorker(Begun.ACaseWithAChild()));

    [Fact]
    public void Who_is_invited() => Same(Invitees(Begun.ACaseWithAChild(), new(Directory, null, IsKnown: true)));

    [Fact]
    public void The_directory_cannot_be_read() => Same(Invitees(Begun.ACaseWithAChild(), new([], null, IsKnown: false)));

    [Fact]
    public void Somebody_by_hand() => Same(ByHand(Begun.ACaseWithAChild()));

    [Fact]
    public void Somebody_to_take_off() => Same(TakeOff(Begun.ACalledMeeting()));

    [Fact]
    public void When_it_is_held() =>
        Same(Time(Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Complex] }), "Free then: Priya Nair."));

    [Fact]
    public void A_meeting_to_move() => Same(Move(Begun.ACalledMeeting()));

    [Fact]
    public void What_was_begun() => Same(BegunCard.For([Begun.ACaseWithAChild().SeenBy(Begun.ACaseWithAChild().Case.Chair)]));

    [Fact]
    public void Every_form_full_of_the_longest_text_is_small_enough()
    {
        var (line, text) = (new string('"', 200), new string('"', 1_500));
        var full = Full(line, text);
        var questions = ProcedureProfiles.Default.Questions.Urgent.Select(part => part.Id);
        var partners = new PartnerList([.. Enumerable.Range(0, 60).Select(i => Partner.Sam with
        {
            Name = line,
            Mail = $"{new string('m', 60)}.{new string('m', 3)}@{new string('p', 60)}.{new string('p', 60)}.p{i}.example",
            Agency = $"{(Agency)(1 + (i % 9))}",
            Role = line,
            Organisation = line,
            IsDutyDesk = i % 10 == 0,
            IsDeputy = i % 3 == 0,
        })], null, IsKnown: true);
        var called = full.Fact(new MeetingConvened(Begun.Now.AddHours(5), Begun.Now.AddHours(6), Begun.Now, line, text)
        {
            Meeting = Given.FirstMeeting,
        });
        AdaptiveCard[] cards =
        [
            FirstQuestion.Ask(ProcedureProfiles.Default, new(line, "no", [.. questions], text), line).Card,
            Urgency(full), Why(full), Changes(full), Limit(full), Setting(full), People(full),
            Person(full, new(Id, Person: "child-1")), Person(full, new(Id, Person: "adult-1")),
            SocialWorker(full), Invitees(full, partners), ByHand(full), Time(Full(line, text), line), TakeOff(called), Move(called),
        ];

        Assert.All(cards, card => Assert.InRange(CardSize.Utf16Bytes(card), 0, CardSize.LimitInBytes));
    }

    [Fact]
    public void No_form_has_more_than_six_inputs_or_five_buttons()
    {
        var given = WithAnAdult();
        var complex = Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Complex, Features.SexualAbuse] });
        AdaptiveCard[] cards =
        [
            Urgency(given), Why(given), Changes(given), Limit(complex), Setting(given), People(given),
            Person(given, new(Id, New: PersonPart.Child)), Person(given, new(Id, New: PersonPart.Adult)),
            SocialWorker(given), Invitees(given, new(Directory, null, IsKnown: true)), ByHand(given), Time(complex, ""),
        ];

        Assert.All(cards, card => Assert.InRange(card.Body.OfType<CardInput>().Count(input => input.Id != MarkingInput.Id), 0, 6));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count, 0, 5));
    }

    private static AdaptiveCard Urgency(Given given) => Form<UrgencyPart, UrgencyPart.Form>(new(), given, new(Id));

    private static AdaptiveCard Why(Given given) => Form<WhyPart, WhyPart.Form>(new(), given, new(Id));

    private static AdaptiveCard Changes(Given given) => Form<FeaturesPart, FeaturesPart.Form>(new(), given, new(Id));

    private static AdaptiveCard Limit(Given given) => Form<LongerLimitPart, LongerLimitPart.Form>(new(), given, new(Id));

    private static AdaptiveCard Setting(Given given) => Form<SettingPart, SettingPart.Form>(
        new(null!) { Told = new(Directory, null, IsKnown: true) }, given, new(Id));

    private static AdaptiveCard People(Given given) =>
        PartHost.Page(new PeoplePage(), given.SeenBy(given.Case.Chair), CaseForm.Of(given.Case), Begun.Now);

    private static AdaptiveCard Person(Given given, PersonPart.Form asked) => Form(new PersonPart(), given, asked);

    private static AdaptiveCard SocialWorker(Given given) =>
        Form<SocialWorkerPart, SocialWorkerPart.Form>(new(null!, null!), given, new(Id));

    private static AdaptiveCard Invitees(Given given, PartnerList told) =>
        Form<InviteesPart, InviteesPart.Form>(new(null!) { Told = told }, given, new(Id));

    private static AdaptiveCard ByHand(Given given) => Form<ByHandPart, ByHandPart.Form>(new(null!, null!, null!), given, new(Id));

    private static AdaptiveCard TakeOff(Given given) => Form<TakeOffPart, TakeOffPart.Form>(new(), given, new(Id));

    private static AdaptiveCard Time(Given given, string note) => Form<TimePart, TimePart.Form>(
        new(null!, Given.Words, TimeProvider.System) { Proposed = (Dates.Local("2026-11-25 10:00"), note) }, given, new(Id));

    private static AdaptiveCard Move(Given given) => Form<MovePart, MovePart.Form>(new(), given, new(Id));

    private static AdaptiveCard Form<TPart, TForm>(TPart part, Given given, TForm asked)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm => PartHost.Open(part, given.SeenBy(given.Case.Chair), asked, Begun.Now);

    private static Given WithAnAdult() => Begun.ACaseWithAChild()
        .Fact(new AdultNamed(new("adult-1"), new("Kay *Stone*", "Kit", Dates.Date("1996-02-03"), "Mother", "1 Mill Lane")));

    private static Given Full(string line, string text)
    {
        var given = Begun.ACase(urgent: null).Fact(new UrgencyAnswered(new(YesNo.No, [], text)), Begun.Circumstances with
        {
            Circumstances = [.. ProcedureProfiles.Default.Questions.Circumstances.Select(one => one.Id)],
            Other = line,
            Area = line,
            Reason = text,
            LimitReason = text,
            Features =
            [
                .. Features.About.Select(one => one.Id),
                Features.PoliceProtection, Features.ForensicNotNeeded, Features.ProtectionNotNeeded,
            ],
        });
        for (var i = 1; i <= 30; i++)
        {
            given.Fact(
                new ChildNamed(new(line, line, Dates.Date("2016-03-01"), i % 2 == 0, line, line, "9434765919"))
                {
                    Child = new($"child-{i}"),
                },
                new AdultNamed(new($"adult-{i}"), new(line, line, Dates.Date("1996-02-03"), line, line)),
                new ParticipantAdded(new(
                    new($"person-{100 + i}"), line, Agency.Other, line, line, $"{i}@x.example", line, [Role.Attendee])));
        }

        return given;
    }

    private static void Same(
        AdaptiveCard card,
        [System.Runtime.CompilerServices.CallerFilePath] string test = "",
        [System.Runtime.CompilerServices.CallerMemberName] string name = "") => Golden.Json(CardJson.Write(card), test, name);
}
