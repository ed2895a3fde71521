using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Answering;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;


namespace StrategyBot.Tests.Phases.Answering;

public sealed class AnsweringCardsTests
{
    private static readonly DateTimeOffset Noon = Dates.Local("2026-11-25 12:00");

    [Fact]
    public void The_invitation_before_it_is_answered() =>
        Check(Form<InvitationPart, InvitationPart.Form>(Linked(), Grace, new(Given.Id.Value)));

    [Fact]
    public void The_deputy() => Check(Deputy(AConvenedCase(), Grace));

    [Fact]
    public void The_written_update() => Check(Form<UpdatePart, UpdatePart.Form>(AConvenedCase(children: 2), Grace, new(Given.Id.Value)));

    [Fact]
    public void A_written_update_to_read() => Check(PartHost.Page(
        new ReadUpdatePage(),
        AConvenedCase().By(Grace).Decided(@case => UpdateRule.Give(@case, Grace, Update, Audience.Professionals)).SeenBy(Sam),
        new(Given.Id.Value, Grace.Id.Value),
        Noon));

    [Fact]
    public void Who_to_check() =>
        Check(Form<WhoToCheckPart, WhoToCheckPart.Form>(
            AConvenedCase(children: 2).By(Sam).Fact(new RecordsSearched(Sam.Id, "child-1", RecordsFound.Found)),
            Sam,
            new(Given.Id.Value)));

    [Fact]
    public void Who_to_check_with_a_second_page() =>
        Check(Form<WhoToCheckPart, WhoToCheckPart.Form>(AConvenedCase(children: 6), Sam, new(Given.Id.Value)));

    [Fact]
    public void Who_to_check_of_an_unborn_child_to_read() =>
        Check(Form<WhoToCheckPart, WhoToCheckPart.Form>(Unborn(), Helen, new(Given.Id.Value)));

    [Fact]
    public void Who_is_coming_with_the_numbers_to_ring() => Check(Form<CallsPart, CallsPart.Form>(
        AConvenedCase().Fact(new InvitationAnswered(Grace.Id, Rsvp.Coming, true, true, "", true, false, Via.Form)),
        Priya,
        new(Given.Id.Value)));

    [Fact]
    public void A_missing_agency_with_the_calls_so_far() => Check(Form<MissingAgencyPart, MissingAgencyPart.Form>(
        AConvenedCase().At("2026-11-25 13:20").Decided(@case => CallsRule.Rang(@case, CallsRule.DeskOf(Agency.Police), "no-answer", Noon)),
        Priya,
        new(Given.Id.Value, Agency.Police)));

    [Fact]
    public void What_the_social_worker_is_told_of_a_written_update() =>
        Check(AbsenceDuty.Say(AConvenedCase().Fact(new WrittenUpdateGiven(Grace.Id, "Secret words")).Case, Grace).Card);

    [Fact]
    public void No_card_is_too_large_with_every_field_full()
    {
        var given = Full();
        AdaptiveCard[] cards =
        [
            Form<InvitationPart, InvitationPart.Form>(given, Sam, new(Given.Id.Value)),
            Deputy(given, Sam),
            Form<UpdatePart, UpdatePart.Form>(given, Sam, new(Given.Id.Value)),
            Form<WhoToCheckPart, WhoToCheckPart.Form>(given, Priya, new(Given.Id.Value, 4)),
            Form<CallsPart, CallsPart.Form>(given, Priya, new(Given.Id.Value)),
            Form<MissingAgencyPart, MissingAgencyPart.Form>(given, Priya, new(Given.Id.Value, Agency.Health)),
            PartHost.Page(new ReadUpdatePage(), given.SeenBy(Priya), new(Given.Id.Value, Ruth.Id.Value), Noon),
        ];

        Assert.All(cards, card => Assert.InRange(CardSize.Utf16Bytes(card.Inline()), 1, CardSize.LimitInBytes));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count, 0, 5));
        Assert.All(cards, card => Assert.InRange(card.Body.OfType<CardInput>().Count(), 0, 6));
    }

    private static UpdatePart.Form Update { get; } =
        new(Given.Id.Value, "Seen at *clinic*.", ReasonableCause.Yes, "It <b>differs</b>.", "professionals");

    private static AdaptiveCard Deputy(Given given, Participant reader) => PartHost.Open(
        new DeputyPart(null!, null!), given.SeenBy(given.Case.Find(reader.Id)!), new DeputyPart.Form(Given.Id.Value), Noon);

    private static AdaptiveCard Form<TPart, TForm>(Given given, Participant reader, TForm asked)
        where TPart : class, IPart<TForm>, new()
        where TForm : class, ICaseForm => PartHost.Open(new TPart(), given.SeenBy(given.Case.Find(reader.Id)!), asked, Noon);

    private static void Check(AdaptiveCard card, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Golden.Json(CardJson.Write(card), name: name);

    private static Given Linked() =>
        AConvenedCase().Fact(new ChatFound("online-1", "19:meeting_x@thread.v2", "https://teams.example/join/1"));

    private static Given Unborn() => AConvenedCase().Fact(
        new ChildNamed(
            new("Baby of Lia Penrose", "Bean", new DateOnly(2027, 1, 12), true, "1 Mill Lane", "Northgate maternity unit", "943 476 5919"))
        {
            Child = Child1,
        },
        new AdultNamed(new("adult-1"), new("Lia Penrose", "", null, "Mother", "")));

    private static Given Full()
    {
        var line = new string('n', 200);
        var text = new string('w', 1_500);
        var given = Linked().At("2026-11-25 11:30");
        var child = new ChildNamed(new(line, line, new DateOnly(2020, 1, 1), false, line, line, line));
        var officer = Sam with { Name = line, JobTitle = line, Phone = line, Person = null };
        var view = new ViewGiven(Sam.Id, ReasonableCause.CannotSayYet, text);
        given.Fact([.. Enumerable.Range(1, 8).Select(i => child with { Child = new($"child-{i}") })]);
        given.Fact([.. Enumerable.Range(20, 40)
            .Select(i => new ParticipantAdded(officer with { Id = new($"person-{i}"), Mail = $"{i}@police.example" }))]);
        given.Fact(
            new ParticipantAdded(officer with { Id = new("person-99"), Mail = $"{line[..180]}@police.example", DeputyFor = Sam.Id }),
            new InvitationAnswered(Sam.Id, Rsvp.SendingDeputy, true, false, line, true, true, Via.Form),
            new QuorumGapExplained(Agency.Health, $"Cannot come: {text[..1_400]}", text, text));
        given.By(Ruth).Fact(new WrittenUpdateGiven(Ruth.Id, new string('u', 9_000)), view with { Participant = Ruth.Id, Child = Child1 });
        given.By(Sam).Fact(new WrittenUpdateGiven(Sam.Id, text));
        return given.Fact([.. Enumerable.Range(1, 8).Select(i => view with { Child = new($"child-{i}") })]);
    }
}
