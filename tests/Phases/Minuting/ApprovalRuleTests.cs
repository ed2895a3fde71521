using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class ApprovalRuleTests
{
    // R88: a meeting on Wed 25 Nov 2026; two working days end with Fri 27 Nov.
    private static readonly DateTimeOffset InTime = Dates.Local("2026-11-27 23:59");
    private static readonly DateTimeOffset TooLate = Dates.Local("2026-11-28 00:00");

    [Fact]
    public void Approving_freezes_every_paragraph_and_the_digest_of_them_all()
    {
        var ended = Ended();
        var draft = MinutesDraft.Of(ended.Case);

        var facts = ended.When(@case => Approve(@case)).Facts;
        var frozen = facts.OfType<MinutesFrozen>().SelectMany(one => one.Paragraphs).ToList();

        // Each as it was, and with the number that it keeps.
        Assert.Equal(draft, frozen.Select(paragraph => paragraph with { Number = null }));
        Assert.Equal(MinutesNumbers.Of(draft), frozen.Where(one => one.Number is not null).ToDictionary(one => one.Id, one => one.Number!));
        Assert.Equal(In(new MinutesApproved(1, MinutesDigest.Of(draft), "")), facts[^1]);
        Assert.Equal(frozen, Approved().Case.Meeting.Minutes.Versions[1]);
    }

    [Fact]
    public void Approved_twice_is_approved_once()
    {
        var ended = Ended();
        var seen = new ApprovalPart.Form(Given.Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(ended.Case)));
        ended.Decided(@case => ApprovalRule.Approve(@case, Given.Priya, seen, InTime));

        ended.When(@case => ApprovalRule.Approve(@case, Given.Priya, seen, InTime)).ThenNothingNew();
    }

    [Fact]
    public void What_the_chair_has_not_seen_is_not_approved()
    {
        var seen = MinutesDigest.Of(MinutesDraft.Of(Ended().Case));
        var changed = Ended().By(Given.Sam).Fact(In(new InformationGiven(Given.Sam.Id, Agency.Police, "One thing more.", 0)));

        changed.When(@case => ApprovalRule.Approve(@case, Given.Priya, new(Given.Id.Value, 0, seen), InTime)).Refused<DraftChanged>();
    }

    [Fact]
    public void The_last_minute_of_the_second_working_day_is_in_time() =>
        Assert.NotEmpty(Ended().When(@case => Approve(@case, now: InTime)).Facts);

    [Fact]
    public void A_minute_later_a_reason_is_asked_for_and_stays_on_the_record()
    {
        Ended().When(@case => Approve(@case, now: TooLate)).Refused<LateWithoutReason>();

        Assert.Contains(In(new LatenessExplained("I was ill.")),
            Ended().When(@case => Approve(@case, late: "I was ill.", now: TooLate)).Facts);
    }

    [Fact]
    public void The_version_that_is_late_says_why_and_a_second_press_is_no_other_version()
    {
        var ended = Ended();
        var typed = new ApprovalPart.Form(Given.Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(ended.Case)), Late: "I was ill.");
        var approved = ended.By(Given.Priya).At("2026-11-28 09:00")
            .Decided(@case => ApprovalRule.Approve(@case, Given.Priya, typed, TooLate));

        var said = Assert.Single(approved.Case.Meeting.Minutes.Of(1),
            paragraph => paragraph.Text.Contains("I was ill.", StringComparison.Ordinal));
        Assert.Equal(("Approved after the limit, because: I was ill.", Given.Priya.Described, TooLate), (said.Text, said.Author, said.At));
        Assert.Equal(MinutesDigest.Of(approved.Case.Meeting.Minutes.Of(1)), approved.Case.Meeting.Minutes.Approved!.Fact.Digest);
        approved.When(@case => ApprovalRule.Approve(@case, Given.Priya, typed, TooLate)).ThenNothingNew();
        Assert.Equal(approved.Case.Meeting.Minutes.Of(1), MinutesDraft.Of(approved.Case));
    }

    [Fact]
    public void A_reason_given_in_time_is_not_a_lateness() =>
        Assert.DoesNotContain(Ended().When(@case => Approve(@case, late: "Just in case.", now: InTime)).Facts,
            fact => fact is LatenessExplained);

    [Fact]
    public void A_meeting_that_runs_past_midnight_counts_from_the_date_it_started()
    {
        var night =
            Given.AConvenedCase().At("2026-11-25 23:30").By(Given.Priya).Fact(In(new MeetingStarted(Via.Form))).At("2026-11-26 00:30")
                .Fact(In(new MeetingEnded(Via.Form)));

        Assert.Equal(new DateOnly(2026, 11, 27), MinutesClock.Of(night.Case, night.Case.Meeting)!.Approve.On);
    }

    [Fact]
    public void An_amendment_is_a_further_version_with_its_reason()
    {
        var edited = Approved().By(Given.Priya).Fact(In(new MinutesEdited("part-1/cause", "A bruise on the right arm.")));

        edited.When(@case => Approve(@case, upon: 1)).Then(new AmendmentWithoutReason(2) { Field = "reason" });
        var facts = edited.When(@case => Approve(@case, upon: 1, reason: "It was the right arm.")).Facts;

        Assert.Equal((2, "It was the right arm."),
            (Assert.IsType<MinutesApproved>(facts[^1]).Version, ((MinutesApproved)facts[^1]).Reason));
        Assert.Equal([1, 2], edited.Fact(facts).Case.Meeting.Minutes.Versions.Keys);
    }

    [Fact]
    public void Without_a_change_there_is_nothing_to_amend() =>
        Approved().When(@case => Approve(@case, upon: 1, reason: "Again.")).Then(new NothingToAmend(1));

    [Fact]
    public void Nothing_is_approved_while_the_meeting_goes_on() => Held().When(@case => Approve(@case)).Refused<NoDraftYet>();

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("😀")]
    public void However_long_and_whatever_the_words_no_fact_is_too_large_and_no_decision_too_long(string character)
    {
        var given = Ended();
        foreach (var number in Enumerable.Range(1, 60))
        {
            given.By(Given.Sam).Fact(In(new InformationGiven(Given.Sam.Id, Agency.Police, Long(character, 6_000), 0)));
            given.By(Given.Priya)
                .Fact(In(
                    new ActionAgreed(new($"action-{number}"), ActionKind.Action, Long(character, 1_500), Given.Tom.Id, InTime,
                        Long(character, 1_500), Long(character, 900))));
        }

        var facts = given.When(@case => Approve(@case)).Facts;

        Assert.InRange(facts.Count, 2, 99);
        var kinds = new FactKinds();
        MinutingPhase.List.Kinds(kinds);
        new CaseCodec(kinds).Write(Given.Id, (0, ""), facts, Given.Priya.Person!.Value, "a1", InTime);
    }

    [Fact]
    public void A_readers_view_of_the_case_holds_only_that_readers_part_of_a_version()
    {
        var approved = Approved();

        Assert.DoesNotContain(approved.SeenBy(Given.Ruth).Case.Meeting.Minutes.Versions[1], paragraph => !paragraph.IsFor(Given.Ruth));
        Assert.Contains(approved.SeenBy(Given.Sam).Case.Meeting.Minutes.Versions[1],
            paragraph => paragraph.Text.Contains("A source says", StringComparison.Ordinal));
    }

    internal static Given Approved(int children = 1) =>
        Ended(children).At("2026-11-25 15:20").By(Given.Priya).Decided(@case => Approve(@case));

    internal static Given AmendedTo2() => Approved().At("2026-11-26 10:00").By(Given.Priya)
        .Fact(In(new MinutesEdited("part-1/cause", "A bruise on the right arm.")))
        .Decided(@case => Approve(@case, upon: 1, reason: "It was the right arm."));

    internal static Decision Approve(Case @case, int upon = 0, string reason = "", string late = "", DateTimeOffset? now = null) =>
        ApprovalRule.Approve(@case, Given.Priya, new(Given.Id.Value, upon, MinutesDigest.Of(MinutesDraft.Of(@case)), reason, late),
            now ?? InTime);

    private static string Long(string character, int length) => string.Concat(Enumerable.Repeat(character, length / character.Length));
}
