using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Panel;
using StrategyBot.Phases;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Panel;

/// <summary>What the panel shows beside a call (issue 11.2). Times are of Wed 25 Nov 2026.</summary>
public sealed class BoardTests
{
    [Fact]
    public void The_clock_is_told_by_when_it_runs_and_the_limit_by_the_cases_own()
    {
        var board = Of(Running());

        Assert.Equal((Dates.Local("2026-11-25 14:02"), "today 23:59", true), (board.Time.StartedAt, board.Time.HoldBy, board.Time.IsHeld));
        Assert.Equal("14:00", board.Time.Starts);
    }

    [Fact]
    public void A_child_is_told_by_age_and_never_by_name()
    {
        var given = Given.AConvenedCase(2).Fact(new ChildNamed(new("Bo Lindley", "", new(2026, 7, 20), false, "1 Mill Lane", "", ""))
        {
            Child = Given.Child2,
        });

        Assert.Equal(["Child 1, 10", "Baby, 4 months"], Of(given).Children.Select(child => child.Label));
    }

    [Fact]
    public void Two_babies_are_told_by_their_numbers()
    {
        var given = Given.AConvenedCase(2).Fact(
        [
            .. new[] { Given.Child1, Given.Child2 }.Select(child => new ChildNamed(new("Bo", "", new(2026, 7, 20), false, "", "", ""))
            {
                Child = child,
            }),
        ]);

        Assert.Equal(["Child 1, 4 months", "Child 2, 4 months"], Of(given).Children.Select(child => child.Label));
    }

    [Fact]
    public void Where_a_child_is_comes_with_its_decide_by_until_somebody_confirms_that_the_child_is_safe()
    {
        var placed = Running().Fact(new PositionRecorded("The ward", "her mother", "", SafetyBasis.ParentsAgree, null,
            Dates.Local("2026-11-25 17:00"), "")
        { Child = Given.Child1 });

        Assert.Equal(("decide by today 17:00", false, "The ward. With her mother. Parents agree"), At(placed, "2026-11-25 16:00"));
        Assert.Equal(("decide by today 17:00", true, "The ward. With her mother. Parents agree"), At(placed, "2026-11-25 17:01"));
        Assert.True(Of(placed.Fact(new ChildConfirmedSafe("rang") { Child = Given.Child1 })).Children[0].IsConfirmed);

        static (string, bool, string) At(Given given, string now) =>
            Of(given, now: now).Children[0] is var child ? (child.By, child.IsOverdue, child.Where) : default;
    }

    [Fact]
    public void Core_agencies_come_first_and_one_that_is_missing_with_the_number_to_ring_and_what_may_come_of_it()
    {
        var board = Of(Running(Given.Tom, Given.Grace, Given.Ruth));

        Assert.Equal([("Children's social care", true), ("Police", false), ("Health", true)],
            board.Agencies.Where(agency => agency.IsCore).Select(agency => (agency.Name, agency.IsHere)));
        Assert.True(board.Agencies.TakeWhile(agency => agency.IsCore).Count() == 3);
        // Also one of which nobody is on the list.
        var without = Of(Running(Given.Tom, Given.Grace).Fact(new ParticipantRemoved(Given.Sam.Id, "")));
        Assert.Equal(["Children's social care", "Police", "Health"], without.Agencies.Take(3).Select(agency => agency.Name));
        var ring = Assert.Single(board.Rings);
        Assert.Equal(("Police", "Sam Whitlock", "01632 960003", "tel:01632960003"), (ring.Agency, ring.Whom, ring.Phone, ring.Tel));
        Assert.Equal(["Coming", "No answer", "Left message"], ring.Outcomes.Select(outcome => outcome.Title));
    }

    [Fact]
    public void Whoever_holds_a_child_and_has_not_read_the_outcome_after_ten_minutes_is_rung()
    {
        var held = Running(Given.Tom, Given.Sam, Given.Grace, Given.Ruth).At("2026-11-25 14:30").Fact(
            AMeeting.In(new HolderNamed(Given.Grace.Id) { Child = Given.Child1 }), AMeeting.In(new ImmediatePlanAgreed()));

        Assert.DoesNotContain(Of(held, now: "2026-11-25 14:39").Rings, ring => ring.Because.Length > 0);
        var ring = Assert.Single(Of(held, now: "2026-11-25 14:40").Rings, ring => ring.Because.Length > 0);
        Assert.Equal("Ring now: Grace Adeyemi holds a child and hasn't read the outcome", ring.Because);
        Assert.DoesNotContain(Of(held.Fact(AMeeting.In(new OutcomeAcknowledged(Given.Grace.Id))), now: "2026-11-25 14:41").Rings,
            one => one.Because.Length > 0);
    }

    [Fact]
    public void Before_it_begins_it_says_who_comes_and_who_has_checked_their_records()
    {
        var given = Given.AConvenedCase().At("2026-11-25 10:20").By(Given.Grace)
            .Fact(new InvitationAnswered(Given.Grace.Id, Rsvp.Coming, true, true, "", false, false, Via.Form)
            {
                Meeting = Given.FirstMeeting,
            })
            .Fact(new RecordsSearched(Given.Grace.Id, "child-1", RecordsFound.NoMatch));

        var health = Of(given).Agencies.Single(agency => agency.Name == "Health");

        Assert.Equal((true, "Grace Adeyemi", "coming, records checked 10:20"), (health.IsHere, health.People, health.State));
        Assert.Equal("no answer yet, records not checked yet", Of(given).Agencies.Single(agency => agency.Name == "Police").State);
    }

    [Fact]
    public void Parts_stand_in_the_order_of_the_meeting_and_only_what_is_answered_counts_as_done()
    {
        var board = Of(Running());

        Assert.Equal(["Safety", "Information", "Risk", "Decisions", "Plan", "End", "More"], board.Groups.Select(group => group.Name));
        Assert.All(board.Groups, group => Assert.True(group.Done <= group.Of, group.Name));
        var plan = board.Groups.Single(group => group.Name == "Plan");
        Assert.Equal(0, plan.Done);
        Assert.DoesNotContain(board.Groups.SelectMany(group => group.Parts), part => part is { IsDone: true, IsOpen: true });
        Assert.Contains(board.Groups.SelectMany(group => group.Parts), part => part.Id == board.Next);
    }

    [Fact]
    public void What_is_missing_stands_with_ones_own_first_and_only_while_the_record_can_be_completed()
    {
        var missing = Of(Running()).Missing;

        Assert.Equal(missing.OrderBy(gap => gap.Whose.Length > 0).Select(gap => gap.Sentence), missing.Select(gap => gap.Sentence));
        Assert.Contains(missing, gap => gap.Whose == "" && gap.Sentence.StartsWith("The contingency", StringComparison.Ordinal));
        Assert.Contains(missing, gap => gap.Whose == "Health");
        Assert.Empty(Of(Given.AConvenedCase()).Missing);
    }

    [Fact]
    public void The_draft_is_named_and_not_drawn()
    {
        var phases = new PhaseList([.. Program.Phases.All.Select(phase => phase.Name == "minuting"
            ? new Phase(phase.Name) { Draft = (_, _) => new("minuting/draft", () => throw new InvalidOperationException("drawn")) }
            : phase)]);

        Assert.Equal("minuting/draft", BoardDrawing.Of(
            Running().SeenBy(Given.Priya), [], phases, Given.Words, Dates.Local("2026-11-25 14:40")).Document);
    }

    [Fact]
    public void What_came_in_since_is_told_by_whom_and_when_without_a_word_of_it()
    {
        var given = Running();
        var seen = given.Entries.Count;
        given.At("2026-11-25 14:12").By(Given.Grace).Fact(new InformationGiven(Given.Grace.Id, Agency.Health, "Rib fractures", 1))
            .By(Given.Sam).Fact(new ViewGiven(Given.Sam.Id, ReasonableCause.No, "nothing known") { Child = Given.Child1 });

        var board = Of(given, since: seen);

        Assert.Equal(["Police gave its view", "Health added information"], board.News.Select(news => news.Text));
        Assert.All(board.News, news => Assert.Equal("14:12", news.At));
        Assert.All(board.News, news => Assert.NotNull(news.Open));
    }

    [Fact]
    public void What_one_writes_oneself_and_what_the_bot_does_is_no_news()
    {
        var given = Running();
        var seen = given.Entries.Count;
        given.By(Given.Priya).Fact(new InformationGiven(Given.Priya.Id, Agency.SocialCare, "x", 1));

        Assert.Empty(Of(given, since: seen).News);
    }

    [Fact]
    public void Every_name_address_and_date_of_birth_has_a_label_to_stand_for_it()
    {
        var given = Given.AConvenedCase()
            .Fact(new AdultNamed(new("adult-1"), new("Dana Lindley", "Dee", new(1998, 2, 1), "Mother", "2 Hill Road")));

        var names = Of(given).Names;

        Assert.Equal("Child 1", Label("Ash Lindley"));
        Assert.Equal("Child 1", Label("Ash"));
        Assert.Equal("Child 1", Label("Child 1, Ash Lindley"));
        Assert.Equal("Mother", Label("Dana"));
        Assert.Equal("Mother", Label("Dee"));
        Assert.Equal("(address hidden)", Label("2 Hill Road"));
        Assert.Equal("(date of birth hidden)", Label(Given.Words.Date(new(1998, 2, 1))));
        Assert.Equal(names.OrderByDescending(name => name.Text.Length).Select(name => name.Text), names.Select(name => name.Text));

        string Label(string text) => names.Single(name => name.Text == text).Label;
    }

    /// <summary>The board tells the chair nothing that their own cut of the case doesn't: it is drawn from that.</summary>
    [Fact]
    public void Where_a_child_is_stays_hidden_from_whom_it_is_marked_against()
    {
        var given = Running().By(Given.Sam).Fact(new PositionRecorded("a refuge", "her aunt", "", SafetyBasis.ParentsAgree, null, null, "")
        {
            Child = Given.Child1,
            Audience = Audience.Only(Agency.Police),
        });

        Assert.Contains("refuge", given.Case.Meeting.Safety.Positions[Given.Child1].Fact.Where, StringComparison.Ordinal);
        Assert.DoesNotContain("refuge", Of(given).Children[0].Where, StringComparison.Ordinal);
    }

    private static Given Running(params Participant[] here) => Given.AConvenedCase().At("2026-11-25 14:02")
        .Fact(new MeetingStarted(Via.TeamsEvent) { Meeting = Given.FirstMeeting })
        .Fact([.. (here.Length > 0 ? here : [Given.Tom, Given.Sam, Given.Grace, Given.Ruth]).Prepend(Given.Priya)
            .Select(person => new ArrivalNoted(person.Id, Via.TeamsEvent) { Meeting = Given.FirstMeeting })]);

    private static Board Of(Given given, Participant? reader = null, int? since = null, string? now = null)
    {
        var view = given.SeenBy(reader ?? Given.Priya);
        var later = given.Entries.Skip(since ?? given.Entries.Count).Select(entry => CaseView.Cut(entry, view.Reader));
        return BoardDrawing.Of(view, [.. later],
            Program.Phases, Given.Words, now is null ? given.Now : Dates.Local(now));
    }
}
