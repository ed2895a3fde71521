using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Attending;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Attending;

public sealed class GivingUpdateTests
{
    private static readonly TypedUpdate Update = new("Seen at clinic on 20 November.", ReasonableCause.Yes, "The explanation does not fit.", Audience.Professionals);

    [Fact]
    public void An_update_answers_the_invitation_and_gives_a_view_on_each_child()
    {
        var given = AConvenedCase(children: 2).By(Grace).Decided(@case => GivingUpdate.Give(@case, Grace, Update));

        Assert.Equal(Update.Text, given.Case.Meeting.Attendance.WrittenUpdates[Grace.Id].Text);
        Assert.Equal(Rsvp.WrittenUpdate, given.Case.Meeting.Attendance.Answers[Grace.Id].Answer);
        Assert.Equal(2, given.Case.Meeting.Assessment.Views.Count);
    }

    [Fact]
    public void The_same_update_twice_writes_nothing_new() =>
        AConvenedCase().By(Grace).Decided(@case => GivingUpdate.Give(@case, Grace, Update))
            .When(@case => GivingUpdate.Give(@case, Grace, Update))
            .ThenNothingNew();

    [Fact]
    public void Giving_it_again_replaces()
    {
        var given = AConvenedCase().By(Grace).Decided(@case => GivingUpdate.Give(@case, Grace, Update))
            .Decided(@case => GivingUpdate.Give(@case, Grace, Update with { Text = "Seen again today." }));

        Assert.Equal("Seen again today.", given.Case.Meeting.Attendance.WrittenUpdates[Grace.Id].Text);
    }

    [Fact]
    public void As_much_as_one_save_keeps_is_split_and_kept_whole()
    {
        // So that the cut would fall into the emoji.
        var text = $"ab{string.Concat(Enumerable.Repeat("é😀x", 12_499))}cd";
        Assert.Equal(FormCard.MostText, text.Length);

        var given = AConvenedCase().By(Grace).Decided(@case => GivingUpdate.Give(@case, Grace, Update with { Text = text }));

        Assert.Equal(text, given.Case.Meeting.Attendance.WrittenUpdates[Grace.Id].Text);
        Assert.All(given.Entries.Select(entry => entry.Fact).OfType<WrittenUpdateGiven>(), part => Assert.False(char.IsHighSurrogate(part.Text[^1])));
    }

    [Fact]
    public void Beyond_that_the_refusal_names_the_limit() =>
        AConvenedCase().When(@case => GivingUpdate.Give(@case, Grace, Update with { Text = new('x', 50_001) })).Then(new TooLong(FormCard.MostText));

    [Fact]
    public void Nothing_written_and_no_view_is_nothing_to_save() =>
        AConvenedCase().When(@case => GivingUpdate.Give(@case, Grace, new(" ", null, "", Audience.Professionals))).Refused<CannotBe>();

    [Fact]
    public void A_reader_whom_the_marking_leaves_out_sees_that_there_is_one_and_no_word_of_it()
    {
        var given = AConvenedCase().By(Sam).Decided(@case => GivingUpdate.Give(@case, Sam, Update with { Audience = Audience.PoliceAndSocialCare }));

        Assert.Equal("", given.SeenBy(Ruth).Case.Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
        Assert.Equal(Update.Text, given.SeenBy(Tom).Case.Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
    }
}
