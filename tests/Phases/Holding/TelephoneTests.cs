using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Holding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

/// <summary>P13, P36: a meeting by telephone notes each call, and asks each agency that was spoken to whether it is what they said.
/// </summary>
public sealed class TelephoneTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_call_is_noted_by_three_taps_and_one_text_with_when_it_was_and_when_it_was_typed()
    {
        await HaveAsync("2026-11-25 23:45", Called());

        // Opened, somebody chosen, saved: the times are there.
        var noted = await host.OpenAsync(Priya, TelephonePart.Button(await CaseAsync()));
        Assert.Equal(("23:35", "23:45"), (noted.Value("from"), noted.Value("to")));
        await noted.PressAsync("Save the call", ("for", Sam.Id.Value), ("from", "23:31"), ("text", "Known to us since May."));

        var held = (await CaseAsync()).Meeting.Attendance;
        var call = Assert.Single(held.Telephone.Values);
        Assert.Equal((Sam.Id, Sam.Phone, Dates.Local("2026-11-25 23:31"), Dates.Local("2026-11-25 23:45"), Dates.Local("2026-11-25 23:45")),
            (call.Fact.Who, call.Fact.Number, call.Fact.HappenedAt, call.Fact.EndedAt, call.At));
        var said = Assert.Single((await CaseAsync()).Meeting.Assessment.Information);
        Assert.Equal((Sam.Id, "Known to us since May.", Dates.Local("2026-11-25 23:31"), Dates.Local("2026-11-25 23:45")),
            (said.Participant, said.Text, said.At, said.WrittenAt));
        // With its first call the meeting has begun, and the police were there as long as it took.
        Assert.Equal(Dates.Local("2026-11-25 23:31"), held.StartedAt);
        Assert.Equal(new(Dates.Local("2026-11-25 23:31"), Dates.Local("2026-11-25 23:45"), Via.Telephone), held.Presences[Sam.Id]);
        Assert.Contains(Agency.Police, Quorum.Covered(await CaseAsync()));
    }

    [Fact]
    public async Task The_next_call_begins_where_the_last_ended_and_saved_twice_it_is_one()
    {
        await HaveAsync("2026-11-25 23:45", Called());
        var first = await host.OpenAsync(Priya, TelephonePart.Button(await CaseAsync()));
        var next = await first.PressAsync("Save, and note another", ("for", Sam.Id.Value), ("from", "23:40"));
        await first.PressAsync("Save, and note another", ("for", Sam.Id.Value), ("from", "23:40"));
        Assert.Equal("23:45", next.Value("from"));

        // Past midnight: what is later than now was yesterday's.
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        await next.PressAsync("Save the call", ("for", Grace.Id.Value), ("to", "00:02"), ("number", "07700 900123"));

        var calls = (await CaseAsync()).Meeting.Attendance.Telephone;
        Assert.Equal([1, 2], calls.Keys);
        Assert.Equal(("07700 900123", Dates.Local("2026-11-25 23:45"), Dates.Local("2026-11-26 00:02")),
            (calls[2].Fact.Number, calls[2].Fact.HappenedAt, calls[2].Fact.EndedAt));
    }

    [Fact]
    public async Task A_call_is_put_right_or_was_none_and_nobody_was_there_by_it()
    {
        await HaveAsync("2026-11-25 23:45", Called());
        await (await host.OpenAsync(Priya, TelephonePart.Button(await CaseAsync()))).PressAsync("Save the call", ("for", Sam.Id.Value));

        Task<PartHost.Screen> NotedAsync() => host.OpenAsync(Priya, TelephonePart.Id.Button("", new TelephonePart.Form(Id.Value, 1)));
        await (await NotedAsync()).PressAsync("Save the call", ("for", Grace.Id.Value), ("from", "23:20"));
        var held = (await CaseAsync()).Meeting.Attendance;
        Assert.Equal((Grace.Id, Dates.Local("2026-11-25 23:20")), (held.Telephone[1].Fact.Who, held.Telephone[1].Fact.HappenedAt));
        Assert.Equal((false, true), (held.Attended(Sam.Id), held.Attended(Grace.Id)));

        await (await NotedAsync()).PressAsync("There was no such call");
        held = (await CaseAsync()).Meeting.Attendance;
        Assert.Empty(held.Telephone);
        Assert.False(held.Attended(Grace.Id));
    }

    [Fact]
    public void Who_was_not_chosen_and_a_call_that_ends_later_than_now_are_asked_for()
    {
        var given = Called().At("2026-11-25 14:30");
        Decision Note(Case @case, TelephonePart.Form typed) =>
            TelephoneRule.Note(@case, Priya, typed, given.Now, Words, _ => Audience.Professionals);

        Assert.Equal("for", given.When(c => Note(c, new(Id.Value))).Refused<CannotBe>().Field);
        Assert.Equal("from", given.When(c => Note(c, new(Id.Value, For: Sam.Id.Value, To: new(14, 20)))).Refused<CannotBe>().Field);
        Assert.Equal("to", given.When(c => Note(c, new(Id.Value, For: Sam.Id.Value, From: new(14, 20), To: new(14, 40))))
            .Refused<CannotBe>().Field);
    }

    [Fact]
    public void At_eight_each_who_was_spoken_to_is_asked_also_while_the_meeting_goes_on()
    {
        var given = Noted(Called().At("2026-11-25 23:45"), Sam, "23:30", "23:45");

        var owed = Assert.Single(AskSaidDuty.Owes(given.Case));
        Assert.Equal((Sam.Id, Dates.Local("2026-11-26 08:00")), (owed.To!.Value, owed.DueAt));
        // Before eight it is that morning.
        Noted(given.At("2026-11-26 02:30"), Grace, "02:10", "02:30");
        Assert.Equal([(Sam.Id, Dates.Local("2026-11-26 08:00")), (Grace.Id, Dates.Local("2026-11-26 08:00"))],
            AskSaidDuty.Owes(given.Case).Select(one => (one.To!.Value, one.DueAt)));

        // Who has said so is asked of the next call alone.
        given.At("2026-11-26 08:05").By(Sam).Decided(c => ReadBackRule.Answer(c, Sam, agreed: true, ""));
        Assert.Equal([Grace.Id], AskSaidDuty.Owes(given.Case).Select(one => one.To!.Value));
        Noted(given.By(Priya).At("2026-11-26 10:00"), Sam, "09:50", "10:00");
        Assert.Equal(Dates.Local("2026-11-27 08:00"),
            Assert.Single(AskSaidDuty.Owes(given.Case), one => one.To == Sam.Id).DueAt);
        Assert.NotEqual(owed.Key, Assert.Single(AskSaidDuty.Owes(given.Case), one => one.To == Sam.Id).Key);
    }

    [Fact]
    public void Of_who_only_rang_in_their_agency_is_asked_and_where_nobody_can_be_the_chair_reads_it()
    {
        var given = Called().At("2026-11-25 23:45");
        Assert.All(new[] { (Agency.Police, "Kit Vane"), (Agency.Housing, "Lou Marsh") }, one => given.Decided(c =>
            SpeakerRule.Name(c, new(Id.Value, one.Item1, one.Item2, "Duty officer"))));
        var (kit, lou) = (given.Case.Participants[^2], given.Case.Participants[^1]);
        Noted(Noted(given, kit, "23:10", "23:20", "The father was arrested."), lou, "23:30", "23:45");

        Assert.Equal([Sam.Id], AskSaidDuty.Owes(given.Case).Select(one => one.To!.Value));
        Assert.Contains("The father was arrested.", Read(given, Sam), StringComparison.Ordinal);
        Assert.Contains("Kit Vane", Read(given, Sam), StringComparison.Ordinal);
        var lines = string.Join('\n', HoldingHub.Status(given.SeenBy(Priya), given.Now).Select(line => line.Text));
        Assert.Contains("Lou Marsh", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Kit Vane", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_reads_the_call_with_them_and_what_was_noted_for_them_alone()
    {
        var given = Noted(Noted(Called().At("2026-11-25 23:45"), Sam, "23:10", "23:20", "Known to us since May."),
            Grace, "23:30", "23:45", "A fracture, a week old.");

        Assert.Contains("Known to us since May.", Read(given, Sam), StringComparison.Ordinal);
        Assert.Contains("23:10 to 23:20, 01632 960003", Read(given, Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("fracture", Read(given, Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("23:30", Read(given, Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("May", CardJson.Write(AskSaidDuty.Card(given.Case)), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_what_they_said_is_late_news_once_the_meeting_is_over()
    {
        var given = Noted(Called().At("2026-11-29 23:45"), Sam, "23:30", "23:45", "Known to us since May.");
        given.Decided(c => MeetingRule.End(c, [], given.Now));

        given.At("2026-11-30 08:05").By(Sam).Decided(c => ReadBackRule.Answer(c, Sam, agreed: false, "Since March."));

        Assert.Equal((LateKind.Corrected, Sam.Person!.Value),
            Assert.Single(given.Case.Meeting.News.Open) is var news ? (news.Kind, news.By) : default);
    }

    [Fact]
    public void The_minutes_say_whom_by_which_number_from_when_to_when_and_who_noted_it()
    {
        var given = Noted(Called().At("2026-11-26 00:20"), Sam, "23:30", "23:45", "Known to us since May.");

        var paragraphs = MinutesDraft.Of(given.Case).ToList();
        var calls = Assert.Single(paragraphs, one => one.Id == "attendance/calls").Text;
        Assert.Contains("Sam Whitlock, Detective Sergeant", calls, StringComparison.Ordinal);
        Assert.Contains("01632 960003, Wed 25 Nov 2026, 23:30 to 23:45 (noted by Priya Nair, Thu 26 Nov 2026, 00:20)", calls,
            StringComparison.Ordinal);
        var said = Assert.Single(paragraphs, one => one.Text.Contains("Known to us", StringComparison.Ordinal));
        Assert.Equal(Dates.Local("2026-11-25 23:30"), said.At);
        Assert.Contains("typed by Priya Nair", said.Author, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_in_of_whoever_is_asked_the_next_morning_is_open_then()
    {
        var given = Noted(Called().At("2026-11-25 23:45"), Sam, "23:30", "23:45").At("2026-11-26 08:00");
        given.Fact([.. LinkLife.Issue(given.Case, Sam.Id, "letter", "hash", "nonce", "key")]);

        Assert.True(LinkLife.IsOpen(given.Case, given.Case.Links.Find("hash")!, "", Dates.Local("2026-11-26 12:00")));
    }

    [Fact]
    public void A_meeting_in_Teams_or_in_one_room_has_no_calls_to_note()
    {
        Assert.DoesNotContain(TelephonePart.Entries(AConvenedCase().SeenBy(Priya)), _ => true);
        Assert.DoesNotContain(TelephonePart.Entries(AConvenedCase().Fact(Begun.Circumstances with { Mode = MeetingMode.InRoom })
            .SeenBy(Priya)), _ => true);
        Assert.True(Assert.Single(TelephonePart.Entries(Called().SeenBy(Priya))).IsOpen);
        Assert.Empty(TelephonePart.Entries(Called().SeenBy(Sam)));
    }

    private static Given Called() => AConvenedCase().Fact(Begun.Circumstances with { Mode = MeetingMode.Phone });

    private static Given Noted(Given given, Participant who, string from, string to, string? text = null) => given.Decided(c =>
        TelephoneRule.Note(c, Priya, new(Id.Value, For: who.Id.Value, From: TimeOnly.Parse(from, Words.Culture),
            To: TimeOnly.Parse(to, Words.Culture), Text: text), given.Now, Words, _ => Audience.Professionals));

    private static string Read(Given given, Participant reader) => CardJson.Write(PartHost.Open(
        new ReadBackPart(), given.SeenBy(reader), new ReadBackPart.Form(Id.Value), given.Now));

    private async Task HaveAsync(string at, Given given)
    {
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(Dates.Local(at) - host.Clock.GetUtcNow());
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
