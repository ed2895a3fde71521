using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Disclosing;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Disclosing;

/// <summary>A mother asks for what is held about her; a court has it all (P19, P41). Pressed in the dialog, on each store.</summary>
public abstract class DisclosingContract : TwoStores
{
    private static readonly AdultId Jade = new("adult-1");

    internal static Given TwoChildren() => AConvenedCase(children: 2)
        .Fact(new AdultNamed(Jade, new("Jade Marlow", "", new DateOnly(1990, 2, 3), "mother", "1 Mill Lane")))
        .Fact(new AdultNamed(new("adult-2"), new("Dean Rusk", "", null, "her partner", "")))
        .By(Sam).At("2026-11-25 13:00").Fact(
            In(new InformationGiven(Sam.Id, Agency.Police, "Dean said to Jade that Bo fell.", 1)),
            In(new InformationGiven(Sam.Id, Agency.Police, "A neighbour rang us: PLANTED.", 2)),
            In(new InformationGiven(Sam.Id, Agency.Police, "SECRET source.", 3)) with { Audience = Audience.Only(Agency.Police) })
        .By(Tom).Fact(In(new MeetingStarted(Via.Form)) with { HappenedAt = Dates.Local("2026-11-25 14:02") })
        .By(Priya).At("2026-11-25 14:00").Fact(In(new ArrivalNoted(Sam.Id, Via.Form)))
        .At("2026-11-25 15:00").Fact(In(new MeetingEnded(Via.Form)))
        .At("2026-11-25 15:20").Decided(@case => ApprovalRule.Approve(
            @case, Priya, new(Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(@case)), "", ""), Dates.Local("2026-11-25 15:20")))
        .Fact(new ParticipantAdded(Helen with { Roles = [.. Helen.Roles, Role.InformationGovernance, Role.Legal] })
        {
            Meeting = FirstMeeting,
        });

    [NodeFact]
    public async Task From_the_letter_that_asks_to_the_copy_that_is_given()
    {
        var host = await HostAsync(TwoChildren());
        var request = await (await host.OpenAsync(Helen, AskedForPart.Button(await LoadAsync(host)))).PressAsync("Write it down",
            ("asker", "subject"), ("whose", "adult-1"), ("who", "Jade Marlow"), ("what", "All of it, ref 12"), ("day", "2026-11-25"));
        Assert.Contains("it is answered by Tue 29 Dec 2026", request.Text, StringComparison.Ordinal);
        Task<PartHost.Screen> PageAsync() => OpenPageAsync(host);
        var page = await PageAsync();
        Assert.Contains("Police: not asked.", page.Text, StringComparison.Ordinal);
        Assert.Contains("About Jade Marlow.", page.Text, StringComparison.Ordinal);

        await (await page.PressAsync(AskAgenciesPart.Title)).PressAsync("Ask them now", ("agencies", "police"), ("by", "2026-12-01"));
        var asked = await host.OpenAsync(Sam, AgencyWordsPart.Button(await LoadAsync(host), (await LoadAsync(host)).Keeping.Requests[0]));
        Assert.Contains("for what is held about them. Please answer by Tue 1 Dec 2026", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jade", asked.Text, StringComparison.Ordinal);
        await asked.PressAsync("Save", ("mayGo", "no"), ("why", "The neighbour would be known."));
        page = await PageAsync();
        Assert.Contains("Police say: The neighbour would be known.", page.Text, StringComparison.Ordinal);
        // Nothing to give before it is decided.
        Assert.DoesNotContain(page.Buttons, button => button.Title == "The copy to give");

        var decide = await page.PressAsync("Decide: Police");
        Assert.Contains("They say that not all may be given: The neighbour would be known.", decide.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", decide.Text, StringComparison.Ordinal);
        var neighbour = decide.Inputs.OfType<ChoiceSetInput>().Single(one => one.Id == "leftOut").Choices
            .Single(one => one.Title.Contains("neighbour", StringComparison.Ordinal)).Value;
        await decide.PressAsync("Save", ("given", "allBut"), ("leftOut", neighbour), ("why", "It would make a neighbour known"));

        var copy = await TextAsync(host, $"{await SeqAsync(host)}/{RecordCopyFile.Given}");
        Assert.Contains("[another person] said to Jade that [another person] fell.", copy, StringComparison.Ordinal);
        Assert.Contains("Left out: It would make a neighbour known.", copy, StringComparison.Ordinal);
        Assert.Contains("Left out: Only Police: ask them for it.", copy, StringComparison.Ordinal);
        foreach (var planted in new[] { "PLANTED", "SECRET", "Rusk", "Bo Lindley" })
        {
            Assert.DoesNotContain(planted, copy, StringComparison.Ordinal);
        }

        Assert.Contains("[Dean] said to Jade that [Bo] fell.", await TextAsync(host, $"{await SeqAsync(host)}/{RecordCopyFile.Read}"),
            StringComparison.Ordinal);
        await (await (await PageAsync()).PressAsync(AnswerRequestPart.Title))
            .PressAsync("Save", ("given", "yes"), ("how", "By hand, to her."));
        Assert.Equal(YesNo.Yes, (await LoadAsync(host)).Keeping.Requests.Single().Answered!.Fact.Given);
        Assert.Contains("That request is answered.",
            (await host.OpenAsync(Sam, AgencyWordsPart.Button(await LoadAsync(host), (await LoadAsync(host)).Keeping.Requests[0]))).Text,
            StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_copy_is_not_given_before_each_agency_is_decided_on_and_not_to_anybody_else()
    {
        var host = await HostAsync(TwoChildren());
        await host.Clerk.RecordAsync(Id, "asked", c => RequestRule.Ask(c, RequestTests.Police(), Dates.Local("2026-11-27 09:00"), Words)
            .Match(facts => facts, _ => []), default);

        Assert.Null(await FileAsync(host, Helen, $"{await SeqAsync(host)}/{RecordCopyFile.Given}"));
        Assert.NotNull(await FileAsync(host, Helen, $"{await SeqAsync(host)}/{RecordCopyFile.Read}"));
        Assert.Null(await FileAsync(host, Helen, "99/read"));
        var request = (await LoadAsync(host)).Keeping.Requests.Single();
        foreach (var (person, button) in new[]
        {
            (Priya, RequestPage.Button(await LoadAsync(host), request)), (Tom, AskedForPart.Button(await LoadAsync(host))),
            (Sam, AgencyWordsPart.Button(await LoadAsync(host), request)),
        })
        {
            Assert.Equal(new NotYourPart().Say(Words), (await host.OpenAsync(person, button)).Text);
        }

        Assert.All([Priya, Tom, Sam, Grace], person => Assert.False(
            person.May(new RecordCopyFile(host.Clerk, Words).Needs) || person.May(Capability.TakeToCourt), person.Name));
    }

    [NodeFact]
    public async Task The_whole_record_for_a_court_is_one_document_and_twice_the_same()
    {
        var host = await HostAsync(TwoChildren());
        await host.Clerk.RecordAsync(Id, "held", _ => [new RecordHeld(HoldCause.Court, "EX26C00123")], default);

        var file = (await CourtAsync(host))!;

        Assert.Equal("SB-2026-014-court.docx", file.Name);
        Assert.Equal(file.Content, (await CourtAsync(host))!.Content);
        var text = DocxWords.Valid(file.Content);
        var entries = await host.Clerk.EntriesAsync(Id, default);
        foreach (var says in new[]
        {
            "Kept for: EX26C00123", "Meeting 1, version 1", "Sam Whitlock", "Wed 25 Nov 2026, 14:00 – 15:00", "information given",
            // Written, and when it happened.
            "Wed 25 Nov 2026, 13:00Wed 25 Nov 2026, 14:02", "Only Police. Ask them for it.", "Jade Marlow",
            $"{entries.Count} entries, each as it was written and following the one before.",
            $"The last one's hash: {await host.Clerk.LastHashAsync(Id, default)}", "Nothing outside the record vouches for it.",
        })
        {
            Assert.Contains(says, text, StringComparison.OrdinalIgnoreCase);
        }

        // For police alone: a lawyer of social care asks them for it.
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.Contains("PLANTED", text, StringComparison.Ordinal);
        Assert.DoesNotContain("profileJson", text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A real word processor's pages, in black and white.</summary>
    [OfficeFact]
    public async Task It_is_paginated_and_each_part_of_the_schedule_is_in_it()
    {
        var host = await HostAsync(TwoChildren());
        using var folder = new TemporaryFolder();

        var printed = await Office.PrintedAsync(folder, "court", (await CourtAsync(host))!.Content);

        Assert.InRange(printed.Count(letter => letter == '\f'), 3, 12);
        Assert.Contains("Page 2 of ", printed, StringComparison.Ordinal);
        foreach (var part in Enumerable.Range(1, 9))
        {
            Assert.Matches($@"(?m)^\s*{part}\. \w", printed);
        }
    }

    private static async Task<Case> LoadAsync(PartHost host) => await host.Clerk.LoadAsync(Id, default);

    private static async Task<int> SeqAsync(PartHost host) => (await LoadAsync(host)).Keeping.Requests.Single().Said.Seq;

    private static async Task<PartHost.Screen> OpenPageAsync(PartHost host) =>
        await host.OpenAsync(Helen, RequestPage.Button(await LoadAsync(host), (await LoadAsync(host)).Keeping.Requests.Single()));

    private static async Task<PaperFile?> FileAsync(PartHost host, Participant reader, string about)
    {
        var asker = new Asker(reader.Person!.Value, reader.Name, reader.Mail, reader.ChannelId!);
        return await new RecordCopyFile(host.Clerk, Words).WriteAsync(asker,
            (await host.Clerk.ReadAsync(asker, Id, Capability.SeeCase, null, default))!, about, host.Clock.GetUtcNow(), true, default);
    }

    private static async Task<string> TextAsync(PartHost host, string about)
    {
        var file = (await FileAsync(host, Helen, about))!;
        Assert.Equal(file.Content, (await FileAsync(host, Helen, about))!.Content);
        return DocxWords.Valid(file.Content);
    }

    private static async Task<PaperFile?> CourtAsync(PartHost host)
    {
        var asker = new Asker(Helen.Person!.Value, Helen.Name, Helen.Mail, Helen.ChannelId!);
        return await new CourtFile(host.Clerk, new(host.Cases.Record, null, null, needsAnchors: false), Words).WriteAsync(asker,
            (await host.Clerk.ReadAsync(asker, Id, Capability.TakeToCourt, null, default))!, "", host.Clock.GetUtcNow(), true, default);
    }

    private static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = FirstMeeting };
}

public sealed class DisclosingInSqliteTests : DisclosingContract;

[Collection(OneAzurite.Name)]
public sealed class DisclosingInAzureTablesTests(Azurite azurite) : DisclosingContract
{
    private protected override async Task<IRecord?> CreateAsync() => await azurite.OpenRecordAsync();
}
