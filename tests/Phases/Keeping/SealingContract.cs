using System.Text.Json;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases.Keeping;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>Words of another family stand in a case, in its issued minutes and in a correction; information governance seals them (P16).
/// </summary>
public abstract class SealingContract : TwoStores
{
    private const string Planted = "Quillfeather of 9 Otter Row";

    private static Given Issued() => AConvenedCase()
        .By(Sam).At("2026-11-25 13:00").Fact(
            In(new InformationGiven(Sam.Id, Agency.Police, $"Known to us: the child {Planted} was seen.", 1)),
            In(new InformationGiven(Sam.Id, Agency.Police, "One call to the address in June.", 2)))
        .By(Priya).At("2026-11-25 14:00").Fact(In(new MeetingStarted(Via.Form)))
        .At("2026-11-25 15:00").Fact(In(new MeetingEnded(Via.Form)))
        .At("2026-11-25 15:20").Decided(@case => ApprovalRule.Approve(
            @case, Priya, new(Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(@case)), "", ""), Dates.Local("2026-11-25 15:20")))
        .Fact(new ParticipantAdded(Helen with { Roles = [.. Helen.Roles, Role.InformationGovernance] }) { Meeting = FirstMeeting });

    [NodeFact]
    public async Task Sealed_words_are_gone_from_the_store_and_the_minutes_say_that_they_were()
    {
        var host = await HostAsync(Issued());
        var other = host.Cases.AnotherInstance();
        Assert.Contains(Planted, MinutesOf(await other.LoadAsync(Id, default)), StringComparison.Ordinal);
        var places = await (await host.OpenAsync(Helen, FindWordsPage.Id.Button("", new CaseForm(Id.Value))))
            .PressAsync("Look for them", ("find", "quillfeather  of 9"));
        Assert.Contains("These words stand in 2 places.", places.Text, StringComparison.Ordinal);
        Assert.Contains("Known to us: the child " + Planted, places.Text, StringComparison.Ordinal);

        await SealAsync(host, places);

        var lines = await host.Cases.Record.ReadAsync(CaseCodec.StreamOf(Id), 0, default);
        Assert.DoesNotContain("Quillfeather", JsonSerializer.Serialize(lines), StringComparison.Ordinal);
        foreach (var @case in new[] { await host.Clerk.LoadAsync(Id, default), await other.LoadAsync(Id, default) })
        {
            var minutes = MinutesOf(@case);
            Assert.Contains("Sealed on Wed 25 Nov 2026 by information governance: about another family.", minutes,
                StringComparison.Ordinal);
            Assert.DoesNotContain("Quillfeather", minutes + string.Join('\n', MinutesDraft.Of(@case).Select(one => one.Text)),
                StringComparison.Ordinal);
            // Nobody has to approve anything for it.
            Assert.DoesNotContain(Program.Phases.StatusOfAll(ViewOf(@case, Priya), host.Clock.GetUtcNow()),
                line => line.Text.Contains("changed", StringComparison.OrdinalIgnoreCase));
        }
    }

    [NodeFact]
    public async Task What_was_sealed_still_verifies_and_what_was_not_stands()
    {
        var host = await HostAsync(Issued());

        await SealAsync(host, await FoundAsync(host));

        var verified = await new RecordVerifier(host.Cases.Record, null, null, needsAnchors: false).VerifyAsync(null, default);
        Assert.Empty(verified.Streams.SelectMany(stream => stream.Faults));
        Assert.Equal(2, verified.Streams.Sum(stream => stream.Withheld.Count));
        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Contains("One call to the address in June.", MinutesOf(@case), StringComparison.Ordinal);
        Assert.Contains("These words stand nowhere on this case.", (await FoundAsync(host)).Text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(@case.Keeping.Seals).GoneAt);
    }

    /// <summary>Not only what was written of somebody: who they are, where they were and whom to ring.</summary>
    [NodeFact]
    public async Task Names_and_what_is_typed_beside_them_are_sealed_as_well_and_all_else_of_their_entries_stands()
    {
        const string name = "Otterbridge";
        var given = Issued();
        given.By(Tom).At("2026-11-25 15:30").Fact(
            new ChildNamed(new($"Ash {name}", name, new(2016, 3, 1), false, $"1 {name} Way", name, "")) { Child = Child1 },
            new AdultNamed(new("adult-1"), new($"Wen {name}", "", null, "Mother", name)),
            new ParticipantAdded(Person(9, $"Kit {name}", Agency.Police, name, "police", "01632 960009", Role.Attendee))
            { Meeting = FirstMeeting },
            new TransferInSaid($"{name} Council", new(2026, 11, 20), YesNo.Yes, name, null),
            In(new InvitationAnswered(Sam.Id, Rsvp.Coming, true, false, $"Insp. {name}", true, false, Via.Form)),
            In(new UnknownAnswered(name, $"{name}@police.example", Rsvp.Coming)),
            In(new CallNoted(1, Sam.Id, $"{name} 960009", Dates.Local("2026-11-25 14:30"))),
            In(new ContactHeld(null, Dates.Local("2026-11-26 09:00"), name, $"Ask {name}.")));
        var host = await HostAsync(given);

        var places = await (await host.OpenAsync(Helen, FindWordsPage.Id.Button("", new CaseForm(Id.Value))))
            .PressAsync("Look for them", ("find", name));
        Assert.Contains("These words stand in 8 places.", places.Text, StringComparison.Ordinal);
        await places.PressAsync("Take these words out for good", ("places", All(places)), ("cause", "anotherFamily"), ("why", ""));
        await PerformAsync(host, Assert.Single(SealWordsDuty.Owes(await host.Clerk.LoadAsync(Id, default))));

        var lines = await host.Cases.Record.ReadAsync(CaseCodec.StreamOf(Id), 0, default);
        Assert.DoesNotContain(name, JsonSerializer.Serialize(lines), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await host.Cases.Record.FindAsync(CaseTerms.Mail($"kit.{name}@police.example".ToLowerInvariant()), default));
        var verified = await new RecordVerifier(host.Cases.Record, null, null, needsAnchors: false).VerifyAsync(null, default);
        Assert.Empty(verified.Streams.SelectMany(stream => stream.Faults));
        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal(("Child 1", "Name sealed", "Name sealed, Police"),
            (@case.NameOf(Child1.Value), @case.NameOf("adult-1"), @case.Find(new ParticipantId("person-9"))!.Described));
        Assert.NotEmpty(@case.Meeting.Safety.Held);
        Assert.NotEmpty(Program.Phases.StatusOfAll(ViewOf(@case, Priya), host.Clock.GetUtcNow()));
        Assert.NotEmpty(MinutesDraft.Of(@case));
    }

    /// <summary>Killed once they were gone and before that was written down.</summary>
    [NodeFact]
    public async Task Taken_out_twice_it_is_done_once()
    {
        var host = await HostAsync(Issued());
        var places = await FoundAsync(host);
        await places.PressAsync("Take these words out for good", ("places", All(places)), ("cause", "anotherFamily"), ("why", ""));
        var owed = Assert.Single(SealWordsDuty.Owes(await host.Clerk.LoadAsync(Id, default)));
        // Being taken out, they are nothing to seal any more.
        Assert.Contains("These words stand nowhere on this case.", (await FoundAsync(host)).Text, StringComparison.Ordinal);

        await PerformAsync(host, owed);
        await PerformAsync(host, owed);

        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Contains("One call to the address in June.", MinutesOf(@case), StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", MinutesOf(@case), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task What_is_missing_is_said_and_nothing_goes()
    {
        var host = await HostAsync(Issued());
        var nowhere = await (await host.OpenAsync(Helen, FindWordsPage.Id.Button("", new CaseForm(Id.Value))))
            .PressAsync("Look for them", ("find", "Nobodyhere"));
        Assert.Contains("These words stand nowhere on this case.", nowhere.Text, StringComparison.Ordinal);
        Assert.Equal("Nobodyhere", nowhere.Value("find"));
        Assert.Contains("Type at least 3 letters.", (await nowhere.PressAsync("Look for them", ("find", "Q"))).Text,
            StringComparison.Ordinal);
        var places = await FoundAsync(host);

        var refused = await places.PressAsync("Take these words out for good", ("why", "It is about Quillfeather."));

        Assert.Contains("Tick what goes.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Choose why.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("That holds the words themselves", refused.Text, StringComparison.Ordinal);
        Assert.Empty((await host.Clerk.LoadAsync(Id, default)).Keeping.Seals);
    }

    /// <summary>Neither the chair nor whoever wrote them.</summary>
    [NodeFact]
    public async Task Nobody_else_seals()
    {
        var host = await HostAsync(Issued());
        foreach (var person in new[] { Priya, Sam, Tom })
        {
            Assert.Equal(new NotYourPart().Say(Words),
                (await host.OpenAsync(person, FindWordsPage.Id.Button("", new CaseForm(Id.Value)))).Text);
            Assert.Equal(new NotYourPart().Say(Words),
                (await host.PostAsync(person, SealPart.Id.Save, ("find", "Quillfeather"), ("places", "9"), ("cause", "other"))).Text);
        }
    }

    private static async Task<PartHost.Screen> FoundAsync(PartHost host) =>
        await (await host.OpenAsync(Helen, FindWordsPage.Id.Button("", new CaseForm(Id.Value))))
            .PressAsync("Look for them", ("find", "Quillfeather"));

    private static async Task SealAsync(PartHost host, PartHost.Screen places)
    {
        var saved = await places.PressAsync("Take these words out for good",
            ("places", All(places)), ("cause", "anotherFamily"), ("why", "The police asked for it."));
        Assert.Contains("the words are being taken out of 2 entries", saved.Text, StringComparison.Ordinal);
        await PerformAsync(host, Assert.Single(SealWordsDuty.Owes(await host.Clerk.LoadAsync(Id, default))));
    }

    private static string All(PartHost.Screen places) => string.Join(',',
        places.Inputs.OfType<ChoiceSetInput>().Single(input => input.Id == "places").Choices.Select(one => one.Value));

    private static async Task PerformAsync(PartHost host, Owed<int> owed)
    {
        var done = Assert.IsType<Performed.Delivered>(await new SealWordsDuty(host.Clerk)
            .PerformAsync(await host.Clerk.LoadAsync(Id, default), owed, new(1, false), default));
        await host.Clerk.RecordAsync(Id, $"{owed.Key}/{(await host.Clerk.LoadAsync(Id, default)).Version}", _ => done.Facts, default);
    }

    private static CaseView ViewOf(Case @case, Participant reader) => new(@case, reader, @case);

    private static string MinutesOf(Case @case) =>
        string.Join('\n', @case.Meeting.Minutes.Of(1).Select(paragraph => paragraph.Text));

    private static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = FirstMeeting };
}
