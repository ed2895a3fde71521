using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

/// <summary>12.5, P1, P33: whoever is added once agencies were invited reaches those who check records, and a confidential address only
/// those whom it names.</summary>
public sealed class AddedAfterInvitingTests : IAsyncLifetime, IDisposable
{
    private const string Refuge = "7 Hidden Row";

    private readonly PartHost host = new(PartHost.FakeOutside);

    public async Task InitializeAsync()
    {
        var called = AConvenedCase().At("2026-11-29 09:00").Fact(
            new MeetingMoved(Dates.Local("2026-11-30 14:00"), Dates.Local("2026-11-30 15:00"), "") { Meeting = FirstMeeting });
        foreach (var invited in called.Case.Invited)
        {
            called.Fact(new EffectSettled(InviteDuty.KeyOf(called.Case, invited), EffectOutcome.Delivered, "mail", ""));
        }

        // Police and health answered; the school hasn't.
        called.At("2026-11-29 10:00").By(Sam).Fact(Found(Sam, "child-1")).By(Grace).Fact(Found(Grace, "child-1"));
        await host.Cases.HaveAsync(called);
        host.Clock.Advance(Dates.Local("2026-11-30 10:00") - host.Clock.GetUtcNow());
        await (await host.OpenAsync(Tom, new("", PersonPart.Id.Open, new PersonPart.Form(Id.Value, New: PersonPart.Adult))))
            .PressAsync("Save", ("name", "Lee Marsh"), ("relation", "Mother's partner"), ("address", Refuge), ("marking", "only-Police"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Each_agency_is_told_once_and_the_new_person_is_open_with_those_who_had_answered()
    {
        var @case = await CaseAsync();
        var told = Owed(@case);
        Assert.Equal([Priya.Id, Sam.Id, Grace.Id, Ruth.Id], told.Select(owed => owed.To!.Value).OrderBy(id => id.Value));
        Assert.All(told, owed => Assert.Equal(Dates.Local("2026-11-30 10:03"), owed.DueAt));

        var subjects = WhoToCheckRule.Subjects(@case);
        Assert.Equal([RecordsFound.Found, null], subjects.Select(subject => WhoToCheckRule.Found(@case, Sam, subject)));
        var mine = Program.Phases.Entries(new CaseView(@case, @case.Find(Sam.Id)!, @case), Dates.Local("2026-11-30 10:05"))
            .Single(entry => entry.Id == PartIds.WhoToCheck);
        Assert.Equal(("1 of 2 answered", true), (mine.State, mine.IsOpen));

        Assert.Contains("Whom to check was changed. Not looked up yet by: Police, Health.", Board(@case));
    }

    [Fact]
    public async Task Once_they_have_looked_nobody_is_told_again_and_the_board_says_nothing()
    {
        foreach (var reader in new[] { Sam, Grace })
        {
            var page = await host.OpenAsync(reader, WhoToCheck.Button(await CaseAsync()));
            await page.PressAsync("Save", ("result-adult-1", "noMatch"));
        }

        var @case = await CaseAsync();
        Assert.DoesNotContain(Board(@case), line => line.StartsWith("Whom to check", StringComparison.Ordinal));
        Assert.Equal(RecordsFound.NoMatch, WhoToCheckRule.Found(@case, Sam, WhoToCheckRule.Subjects(@case)[1]));
    }

    [Fact]
    public async Task The_address_reaches_those_alone_whom_it_names_in_the_page_and_in_the_message()
    {
        var @case = await CaseAsync();
        Assert.Contains(Refuge, CardJson.Write((await host.OpenAsync(Sam, WhoToCheck.Button(@case))).Card), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Refuge, CardJson.Write((await host.OpenAsync(Grace, WhoToCheck.Button(@case))).Card), StringComparison.Ordinal);
        var message = CardJson.Write(TellPeopleToCheckDuty.Card(@case));
        Assert.DoesNotContain(Refuge, message, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee Marsh", message, StringComparison.Ordinal);

        // Another confidential address is told to those whom it is for.
        host.Clock.Advance(TimeSpan.FromHours(1));
        var before = Owed(@case).Select(owed => owed.Key).ToHashSet();
        await (await host.OpenAsync(Tom, new("", PersonPart.Id.Open, new PersonPart.Form(Id.Value, "adult-1"))))
            .PressAsync("Save", ("address", "9 Hidden Row"));
        Assert.Equal([Priya.Id, Sam.Id],
            Owed(await CaseAsync()).Where(owed => !before.Contains(owed.Key)).Select(owed => owed.To!.Value).OrderBy(id => id.Value));
    }

    private static IReadOnlyList<StrategyBot.Obligations.Owed> Owed(Case @case) =>
        [.. Timeline.OfProgram().OwedBy(@case).Where(owed => owed.Key.StartsWith(TellPeopleToCheckDuty.Kind, StringComparison.Ordinal))];

    private static IEnumerable<string> Board(Case @case) =>
        Program.Phases.Status(new CaseView(@case, @case.Find(Priya.Id)!, @case), Dates.Local("2026-11-30 10:05")).Select(line => line.Text);

    private static RecordsSearched Found(Participant who, string whom) => new(who.Id, whom, RecordsFound.Found) { Meeting = FirstMeeting };

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
