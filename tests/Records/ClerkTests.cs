using System.Globalization;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class ClerkTests : IDisposable
{
    private static readonly Asker Chair = new(Given.Priya.Person!.Value, Given.Priya.Name, Given.Priya.Mail, "29:priya");
    private static readonly Asker Nurse = new(Given.Grace.Person!.Value, Given.Grace.Name, Given.Grace.Mail, "29:grace")
    {
        Vouched = [Given.Grace.Mail],
    };

    private static readonly Asker Stranger =
        new(PersonId.Of("elsewhere", "object-9"), "Alex Stone", "alex.stone@elsewhere.example", "29:alex");

    private readonly RecordedCases cases = new();

    [Fact]
    public async Task An_outsider_gets_the_same_answer_whether_or_not_the_case_exists()
    {
        await cases.HaveAsync(Given.AConvenedCase());

        var existing =
            await cases.Clerk.AskAsync(Stranger, Given.Id, Capability.SeeCase, "a1", (_, _) => new ConfidentialityRead(), default);
        var missing =
            await cases.Clerk.AskAsync(Stranger, new CaseId("SB-2026-999"), Capability.SeeCase, "a1",
                (_, _) => new ConfidentialityRead(), default);

        Assert.Equal(existing, missing);
        Assert.IsType<NoSuchCase>(Assert.IsType<Decision.Refused>(existing.Decision).Because);
        Assert.Null(await cases.Clerk.ReadAsync(Stranger, Given.Id, Capability.SeeCase, null, default));
    }

    [Fact]
    public async Task A_form_is_taken_back_with_one_reading_of_the_record()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var (record, count) = CountedRecord.Of(cases.Record);
        var clerk = cases.ClerkOf(record);
        await clerk.ReadAsync(Chair, Given.Id, Capability.SeeCase, null, default);
        count.Calls.Clear();

        var told =
            await clerk.SaveAsync(Chair, Given.Id, Capability.Lead, "a1", null, null,
                _ => new ConfidentialityRead { Meeting = Given.FirstMeeting }, default);

        Assert.Equal((1, 1), (count.Calls[nameof(IRecord.ReadAsync)], count.Calls[nameof(IRecord.TryAppendAsync)]));
        // Cut as it stands after the save, and the same until somebody writes.
        Assert.Same(told.View, await clerk.ReadAsync(Chair, Given.Id, Capability.SeeCase, null, default));
    }

    [Fact]
    public async Task What_a_form_showed_is_seen_as_it_was_by_the_same_person()
    {
        await cases.HaveAsync(Given.AConvenedCase().By(Given.Sam)
            .Fact(new ContingencyAgreed("For the police.") { Meeting = Given.FirstMeeting, Audience = Audience.Only(Agency.Police) }));
        var shown = (await cases.Clerk.LoadAsync(Given.Id, default)).Version;
        await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "a1",
            (_, _) => new ContingencyAgreed("For all.") { Meeting = Given.FirstMeeting }, default);

        Sitting? seen = null;
        await cases.Clerk.SaveAsync(Nurse, Given.Id, Capability.SeeCase, "a2", shown, null,
            sitting => { seen = sitting; return Decision.Already; }, default);

        Assert.Equal(("", "For all."),
            (seen!.Shown.Case.Meeting.Plan.Contingency!.Fact.Text, seen.Now.Case.Meeting.Plan.Contingency!.Fact.Text));
        Assert.Equal([shown + 1], seen.Between.Select(entry => entry.Seq));
    }

    [Fact]
    public async Task What_a_role_does_not_do_is_refused_before_the_rule_is_asked()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var asked = false;

        var told =
            await cases.Clerk.AskAsync(Nurse, Given.Id, Capability.Lead, "a1",
                (_, _) => { asked = true; return Decision.Already; }, default);

        Assert.IsType<NotYourPart>(Assert.IsType<Decision.Refused>(told.Decision).Because);
        Assert.Null(told.View);
        Assert.False(asked);
    }

    [Fact]
    public async Task More_than_can_be_written_as_one_is_refused_in_words_and_nothing_of_it_is_saved()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var before = (await cases.Clerk.LoadAsync(Given.Id, default)).Version;

        var told = await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "a1",
            (_, _) => Decision.Of([.. Enumerable.Range(0, 99).Select(n => new ContingencyAgreed($"{n}"))]), default);

        var why = Assert.IsType<Decision.Refused>(told.Decision).Because;
        Assert.Equal("That would save 99 entries at once and 98 is the most, so nothing of it was saved. Save it in parts.",
            why.Say(StrategyBot.Rules.Wording.Words.English));
        Assert.Equal(before, (await cases.Clerk.LoadAsync(Given.Id, default)).Version);
    }

    [Fact]
    public async Task A_redelivered_activity_writes_nothing_twice()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var before = (await cases.Clerk.LoadAsync(Given.Id, default)).Version;

        for (var delivery = 0; delivery < 5; delivery++)
        {
            var told =
                await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "activity-7", (_, _) => new ConfidentialityRead(), default);
            Assert.IsType<Decision.Accepted>(told.Decision);
        }

        Assert.Equal(before + 1, (await cases.Clerk.LoadAsync(Given.Id, default)).Version);
    }

    [Fact]
    public async Task Fifty_clicks_at_once_are_decided_one_after_the_other()
    {
        await cases.HaveAsync(Given.AConvenedCase());

        await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(n => Task.Run(() => cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, $"click-{n}",
            (@case, _) => new ContingencyAgreed(OneMore(@case.Meeting.Plan.Contingency?.Fact.Text)), default))));

        Assert.Equal("50", (await cases.Clerk.LoadAsync(Given.Id, default)).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task What_another_instance_wrote_is_found_out_before_the_next_decision()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var other = cases.AnotherInstance();
        await cases.Clerk.LoadAsync(Given.Id, default);
        await other.AskAsync(Chair, Given.Id, Capability.Lead, "there",
            (_, _) => new ContingencyAgreed("from the other instance"), default);

        var told =
            await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "here",
                (@case, _) => new ContingencyAgreed(@case.Meeting.Plan.Contingency!.Fact.Text + ", and here"), default);

        Assert.Equal("from the other instance, and here", told.View!.Case.Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task A_reader_gets_what_the_markings_allow_and_an_author_their_own()
    {
        await cases.HaveAsync(Given.AConvenedCase().By(Given.Sam).Fact(
            new InformationGiven(Given.Sam.Id, Agency.Police, "PLANTED intelligence", 0) { Audience = Audience.PoliceAndSocialCare }));

        var nurse = await cases.Clerk.ReadAsync(Nurse, Given.Id, Capability.ReadContent, null, default);
        var chair = await cases.Clerk.ReadAsync(Chair, Given.Id, Capability.ReadContent, null, default);

        Assert.Equal("", Assert.Single(nurse!.Case.Meeting.Assessment.Information).Text);
        Assert.Equal("PLANTED intelligence", Assert.Single(chair!.Case.Meeting.Assessment.Information).Text);
    }

    [Fact]
    public async Task Someone_whose_confirmed_address_the_roster_vouches_for_is_recognised_once_and_then_known_by_identity()
    {
        var unknown = Given.Grace with { Person = null, ChannelId = null };
        await cases.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(unknown)));

        await cases.Clerk.AskAsync(Nurse, Given.Id, Capability.Contribute, "a1", (_, _) => Decision.Already, default);

        Assert.Equal(Nurse.Id, (await cases.Clerk.LoadAsync(Given.Id, default)).Find(Given.Grace.Id)!.Person);
        Assert.Equal([Given.Id], await cases.Clerk.CasesOfAsync(Nurse with { Vouched = [] }, default));
        var imposter = Stranger with { Vouched = [Given.Grace.Mail] };
        Assert.Null(await cases.Clerk.ReadAsync(imposter, Given.Id, Capability.SeeCase, null, default));
    }

    [Fact]
    public async Task A_reading_is_in_the_access_log_within_a_second_and_a_count_is_not()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        await cases.Clerk.ReadAsync(Nurse, Given.Id, Capability.ReadContent, "convening/who-to-check", default);
        await cases.Clerk.ReadAsync(Nurse, Given.Id, Capability.SeeCase, null, default);

        await cases.CloseAccessLogAsync();

        Assert.Equal(["convening/who-to-check"],
            (await cases.Record.AccessesAsync(CaseCodec.StreamOf(Given.Id), default)).Select(access => access.What));
    }

    [Fact]
    public async Task Every_index_can_be_rebuilt_from_the_records()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        await cases.Record.ReindexAsync(CaseCodec.StreamOf(Given.Id), (await cases.Clerk.LoadAsync(Given.Id, default)).Version,
            new([], null), default);
        Assert.Empty(await cases.Clerk.CasesOfAsync(Nurse, default));

        await cases.Clerk.RebuildIndexesAsync(default);

        Assert.Equal([Given.Id], await cases.Clerk.CasesOfAsync(Nurse, default));
    }

    private static string OneMore(string? number) =>
        (int.Parse(number ?? "0", CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    public void Dispose() => cases.Dispose();
}
