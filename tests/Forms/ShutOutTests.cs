using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>Who is not on the case, or not any more, or not yet, is told by every button and every line what a stranger is told.</summary>
public sealed class ShutOutTests : IDisposable
{
    private const string Chat = "19:meeting@thread.v2";

    private readonly TemporaryFolder folder = new();

    private static readonly Participant Stranger = Grace with
    {
        Id = new("nobody"),
        Name = "Noor Hale",
        Mail = "noor.hale@nhs.example",
        Person = PersonId.Of("nhs", "object-99"),
        ChannelId = "29:object-99",
    };

    public static TheoryData<string> Ways => ["taken off", "revoked", "knows the family", "not called yet", "known by mail and taken off"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_button_answers_as_it_answers_a_stranger(string way)
    {
        var (given, person) = Case(way);
        using var host = await HostAsync(given);
        var (told, asStranger) = (new List<string>(), 0);
        foreach (var verb in host.Verbs.Order(StringComparer.Ordinal))
        {
            var stranger = Said(await host.PressAsync(Stranger, verb, Form()));
            var theirs = Said(await host.PressAsync(person, verb, Form()));
            asStranger += theirs == new NoSuchCase().Say(Words) ? 1 : 0;
            if (theirs != stranger)
            {
                told.Add($"{verb}: {Shortened.To(160, theirs)}");
            }
        }

        Assert.Equal([], told);
        Assert.True(asStranger > 60, $"Only {asStranger} asked for the case at all.");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_typed_line_answers_as_it_answers_a_stranger(string way)
    {
        var (given, person) = Case(way);
        using var host = await HostAsync(given);
        var told = new List<string>();
        foreach (var word in host.CommandWords)
        {
            foreach (var (line, chat) in new[]
            {
                (word, null), ($"{word} {Id} Heron", null), ($"{word} {Id} Heron health: more", null), (word, (string?)Chat),
                ($"{word} {Id} Heron", Chat),
            })
            {
                var stranger = Said(await host.TypeAsync(Stranger, line, chat));
                var theirs = Said(await host.TypeAsync(person, line, chat));
                if (theirs != stranger)
                {
                    told.Add($"{line} in {chat ?? "their own chat"}: {Shortened.To(160, theirs)}");
                }
            }
        }

        Assert.Equal([], told);
        Assert.Empty(await host.Clerk.CasesOfAsync(AskerOf(person), default));
        Assert.Equal(given.Case.Version, (await host.Clerk.LoadAsync(Id, default)).Version);
    }

    [Fact]
    public async Task Who_leads_or_arranges_sees_it_before_it_is_called_and_an_attendee_once_it_is()
    {
        var (given, _) = Case("not called yet");
        using var host = await HostAsync(given);
        Assert.NotNull(await host.Clerk.ReadAsync(AskerOf(Priya), Id, Capability.Lead, null, default));
        Assert.NotNull(await host.Clerk.ReadAsync(AskerOf(Tom), Id, Capability.Arrange, null, default));
        Assert.Null(await host.Clerk.ReadAsync(AskerOf(Grace), Id, Capability.SeeCase, null, default));

        await host.Clerk.RecordAsync(Id, "called", _ => [AConvenedCase().Entries[^1].Fact], default);
        Assert.NotNull(await host.Clerk.ReadAsync(AskerOf(Grace), Id, Capability.SeeCase, null, default));
        Assert.Equal([Id], await host.Clerk.CasesOfAsync(AskerOf(Grace), default));
    }

    [Fact]
    public async Task Who_is_put_on_again_or_sent_a_new_link_is_in_again()
    {
        using var host = await HostAsync(Case("taken off").Given);
        await host.Clerk.RecordAsync(Id, "again", _ => [new ParticipantAdded(Grace)], default);
        Assert.NotNull(await host.Clerk.ReadAsync(AskerOf(Grace), Id, Capability.SeeCase, null, default));

        using var other = await HostAsync(Case("revoked").Given);
        await other.Clerk.RecordAsync(Id, "again", _ => [new LinkAskedFor(Grace.Id)], default);
        Assert.NotNull(await other.Clerk.ReadAsync(AskerOf(Grace), Id, Capability.SeeCase, null, default));
    }

    [Fact]
    public void A_desk_that_has_named_somebody_may_name_another_and_one_that_was_taken_off_may_not()
    {
        var desk = Grace with { IsInbox = true };
        var named = AConvenedCase().Fact(new ParticipantAdded(desk))
            .By(Grace).Fact(new ParticipantRemoved(Grace.Id, "Named who will attend."));
        var off = AConvenedCase().Fact(new ParticipantAdded(desk)).By(Priya).Fact(new ParticipantRemoved(Grace.Id, "Not needed."));

        Assert.True(named.Case.IsOpenTo(named.Case.Find(Grace.Id)!));
        Assert.False(off.Case.IsOpenTo(off.Case.Find(Grace.Id)!));
    }

    [Fact]
    public void Who_is_something_else_on_the_case_stays_that()
    {
        var off = AConvenedCase().Fact(new ParticipantAdded(Helen with { Roles = [Role.Manager, Role.Attendee] }))
            .Fact(new ParticipantRemoved(Helen.Id, "Not needed."));
        Assert.Equal(Helen.Id, AskerOf(Helen).On(off.Case)!.Id);
    }

    public void Dispose() => folder.Dispose();

    private static (Given Given, Participant Person) Case(string way)
    {
        var chat = new ChatFound("online-1", Chat, "https://teams.example/join") { Meeting = FirstMeeting };
        var called = AConvenedCase().Fact(
            chat,
            new ActionAgreed(new("action-1"), ActionKind.Action, "Ring the ward.", Grace.Id, Dates.Local("2026-11-26 12:00"), "", "")
            {
                Meeting = FirstMeeting,
            });
        switch (way)
        {
            case "taken off":
                return (called.Fact(new ParticipantRemoved(Grace.Id, "Not needed.")), Grace);
            case "revoked":
                return (called.Fact(new LinksRevoked(Grace.Id)), Grace);
            case "knows the family":
                return (called.By(Grace).Fact(new FamilyKnown(Grace.Id)), Grace);
            case "known by mail and taken off":
                var byMail = Grace with { Person = null, ChannelId = null };
                return (called.Fact(new ParticipantAdded(byMail), new ParticipantRemoved(Grace.Id, "Not needed.")), Grace);
            default:
                var before = new Given();
                foreach (var entry in AConvenedCase().Entries.Where(entry => entry.Fact is not MeetingConvened))
                {
                    before.Fact(entry.Fact);
                }

                return (before, Grace);
        }
    }

    private async Task<PartHost> HostAsync(Given given)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton<CommandCase>().AddSingleton<PeopleBook>().AddSingleton(new PublicAddress(() => "https://bot.example"));
            services.AddSingleton(ProcedureProfiles.Default).AddSingleton(BankHolidays.Newest).AddSingleton<References>()
                .AddSingleton<IRecord>(at => new SqliteRecord(Path.Combine(folder.Path, "other.db")));
        });
        await host.Cases.HaveAsync(given);
        return host;
    }

    /// <summary>Names everything that a form can name.</summary>
    private static JsonObject Form() => new()
    {
        ["case"] = Id.Value,
        ["meeting"] = FirstMeeting.Value,
        ["child"] = Child1.Value,
        ["action"] = "action-1",
        ["adult"] = "adult-1",
        ["who"] = Tom.Id.Value,
        ["person"] = Tom.Id.Value,
        ["version"] = 1,
        ["number"] = 1,
        ["page"] = 1,
        ["paragraph"] = "p-1",
        ["text"] = "Some words.",
    };

    private static string Said(PartHost.Screen screen) =>
        screen.Reply is Reply.Show show ? CardJson.Write(show.Card) : screen.Text;

    private static Asker AskerOf(Participant person) => new(person.Person!.Value, person.Name, person.Mail, person.ChannelId!);
}
