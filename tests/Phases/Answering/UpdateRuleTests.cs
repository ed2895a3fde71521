using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Answering;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

public sealed class UpdateRuleTests
{
    private static readonly UpdatePart.Form Update =
        new(Given.Id.Value, "Seen at clinic on 20 November.", ReasonableCause.Yes, "The explanation does not fit.", "professionals");

    [Fact]
    public void An_update_answers_the_invitation_and_gives_a_view_on_each_child()
    {
        var given = AConvenedCase(children: 2).By(Grace).Decided(@case => Give(@case, Grace, Update));

        Assert.Equal(Update.Text, given.Case.Meeting.Attendance.WrittenUpdates[Grace.Id].Text);
        Assert.Equal(Rsvp.WrittenUpdate, given.Case.Meeting.Attendance.Answers[Grace.Id].Answer);
        Assert.Equal(2, given.Case.Meeting.Assessment.Views.Count);
    }

    [Fact]
    public void The_same_update_twice_writes_nothing_new() =>
        AConvenedCase().By(Grace).Decided(@case => Give(@case, Grace, Update))
            .When(@case => Give(@case, Grace, Update))
            .ThenNothingNew();

    [Fact]
    public void Giving_it_again_replaces()
    {
        var given = AConvenedCase().By(Grace).Decided(@case => Give(@case, Grace, Update))
            .Decided(@case => Give(@case, Grace, Update with { Text = "Seen again today." }));

        Assert.Equal("Seen again today.", given.Case.Meeting.Attendance.WrittenUpdates[Grace.Id].Text);
    }

    [Fact]
    public void As_much_as_one_save_keeps_is_split_and_kept_whole()
    {
        // So that the cut would fall into the emoji.
        var text = $"ab{string.Concat(Enumerable.Repeat("é😀x", 12_499))}cd";
        Assert.Equal(FormCard.MostText, text.Length);

        var given = AConvenedCase().By(Grace).Decided(@case => Give(@case, Grace, Update with { Text = text }));

        Assert.Equal(text, given.Case.Meeting.Attendance.WrittenUpdates[Grace.Id].Text);
        var parts = given.Entries.Select(entry => entry.Fact).OfType<WrittenUpdateGiven>();
        Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part.Text[^1])));
    }

    [Fact]
    public void Beyond_that_the_refusal_names_the_limit() =>
        AConvenedCase().When(@case => Give(@case, Grace, Update with { Text = new('x', 50_001) }))
            .Then(new TooLong(FormCard.MostText) { Field = "text" });

    [Fact]
    public void Nothing_written_and_no_view_is_nothing_to_save() =>
        AConvenedCase().When(@case => Give(@case, Grace, new(Given.Id.Value, " ", Marking: "professionals")))
            .Refused<CannotBe>();

    [Fact]
    public void Who_may_read_it_is_asked_and_never_guessed() =>
        Assert.Equal("marking", Refused(AConvenedCase(), Update with { Marking = null }));

    [Fact]
    public void Nothing_that_was_given_goes_away_by_being_emptied()
    {
        var given = AConvenedCase().By(Grace).Decided(@case => Give(@case, Grace, Update));

        Assert.Equal("text", Refused(given, Update with { Text = "" }));
        Assert.Equal("view", Refused(given, Update with { View = null }));
        Assert.Equal("view", Refused(given, Update with { View = null, Rationale = "" }));
    }

    [Fact]
    public void Views_that_differ_from_child_to_child_stay_unless_one_is_chosen_for_all()
    {
        var given = AConvenedCase(children: 2).By(Grace)
            .Fact(View(ReasonableCause.Yes) with { Child = Child1 }, View(ReasonableCause.No) with { Child = Child2 });

        given.Decided(@case => Give(@case, Grace, Update with { View = null, Rationale = "" }));
        Assert.Equal(ReasonableCause.No, given.Case.Meeting.Assessment.Views[(Grace.Id, Child2)].View);

        given.Decided(@case => Give(@case, Grace, Update));
        Assert.Equal(ReasonableCause.Yes, given.Case.Meeting.Assessment.Views[(Grace.Id, Child2)].View);
    }

    [Fact]
    public void A_view_that_was_marked_for_fewer_elsewhere_is_not_opened_to_more_by_an_update_that_leaves_it()
    {
        var given = AConvenedCase().By(Sam)
            .Fact(View(ReasonableCause.Yes) with { Participant = Sam.Id, Child = Child1, Audience = Audience.PoliceAndSocialCare });

        given.Decided(@case => Give(@case, Sam, Update with { View = ReasonableCause.Yes, Rationale = "Why." }));

        Assert.Equal("", given.SeenBy(Ruth).Case.Meeting.Assessment.Views[(Sam.Id, Child1)].Rationale);
    }

    [Fact]
    public void Another_marking_holds_for_all_that_was_given_with_it()
    {
        var given = AConvenedCase().By(Sam).Decided(@case => Give(@case, Sam, Update))
            .Decided(@case => Give(@case, Sam, Update with { Marking = "police-and-social-care" }));

        var seen = given.SeenBy(Ruth).Case.Meeting;
        Assert.Equal(("", ""), (seen.Attendance.WrittenUpdates[Sam.Id].Text, seen.Assessment.Views[(Sam.Id, Child1)].Rationale));
    }

    [Fact]
    public void A_longer_update_keeps_its_words_when_only_its_marking_changes()
    {
        var text = new string('x', 20_000);
        var given = AConvenedCase().By(Sam).Decided(@case => Give(@case, Sam, Update with { Text = text }))
            .Decided(@case => Give(@case, Sam, Update with { Text = "", Marking = "police-and-social-care" }));

        Assert.Equal(text, given.Case.Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
        Assert.Equal("", given.SeenBy(Ruth).Case.Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
    }

    [Fact]
    public void A_reader_whom_the_marking_leaves_out_sees_that_there_is_one_and_no_word_of_it()
    {
        var given = AConvenedCase().By(Sam)
            .Decided(@case => Give(@case, Sam, Update with { Marking = "police-and-social-care" }));

        Assert.Equal("", given.SeenBy(Ruth).Case.Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
        Assert.Equal(Update.Text, given.SeenBy(Tom).Case.Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
    }

    private static Decision Give(Case @case, Participant me, UpdatePart.Form typed) =>
        UpdateRule.Give(@case, me, typed, typed.Marking switch
        {
            null => null,
            "professionals" => Audience.Professionals,
            _ => Audience.PoliceAndSocialCare,
        });

    private static string? Refused(Given given, UpdatePart.Form typed) =>
        given.When(@case => Give(@case, Grace, typed)).Refused<CannotBe>().Field;

    private static ViewGiven View(ReasonableCause view) => new(Grace.Id, view, "Why.") { Meeting = FirstMeeting };
}
