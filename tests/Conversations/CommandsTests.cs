using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Conversations;

namespace StrategyBot.Tests.Conversations;

public sealed class CommandsTests
{
    private static readonly Address Chat = new("19:chat", "http://localhost/");
    private static readonly Speaker Ann = new("tenant", "object", "29:ann", "Ann", null);
    private static readonly Turn Alone = new(Ann, new(PlaceKind.Personal, Chat), "a1");
    private static readonly Turn InMeeting = new(Ann, new(PlaceKind.MeetingChat, Chat), "a2");

    [Theory]
    [InlineData("note health: a bruise", "health: a bruise")]
    [InlineData("  NOTE   health: a bruise ", "health: a bruise")]
    [InlineData("note", "")]
    [InlineData("\u200Bnote\u200B health: a\u200Dbruise\uFEFF", "health: a\u200Dbruise")] // only around, never within
    public async Task A_line_goes_to_the_command_it_begins_with(string line, string rest) =>
        Assert.Equal(new Reply.Say($"noted {rest}"), await AnswerAsync(line, Alone));

    [Theory]
    [InlineData("note book")]
    [InlineData("note  book")]
    [InlineData("Note\u00A0\u200BBook")]
    public async Task The_longest_word_wins(string line) => Assert.Equal(new Reply.Say("longest "), await AnswerAsync(line, Alone));

    [Theory]
    [InlineData("ntoe health: a bruise", "note")]
    [InlineData("nots", "note")]
    [InlineData("notebok", "note book")]
    [InlineData("nothing", null)]
    [InlineData("no", null)]
    [InlineData("hello there", null)]
    public async Task A_slip_of_the_finger_is_answered_with_the_word_that_may_be_meant(string line, string? meant)
    {
        var said = Assert.IsType<Reply.Say>(await AnswerAsync(line, Alone)).Text;

        Assert.Equal(meant is not null, said.Contains("Did you mean", StringComparison.Ordinal));
        Assert.Contains(meant is null ? "Type `help`" : $"Did you mean `{meant}`?", said, StringComparison.Ordinal);
        Assert.DoesNotContain("bruise", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Free_text_in_a_meeting_chat_is_asked_to_be_deleted() =>
        Assert.Contains("please delete it", Assert.IsType<Reply.Say>(await AnswerAsync("the baby has a bruise", InMeeting)).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("notebooks are blue")]
    [InlineData("what now")]
    [InlineData("")]
    public async Task An_unknown_command_gets_a_sentence_and_says_that_nothing_was_saved(string line) =>
        Assert.Contains("nothing was saved", Assert.IsType<Reply.Say>(await AnswerAsync(line, Alone)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Content_in_a_meeting_chat_is_not_saved_and_not_repeated()
    {
        var answer = Assert.IsType<Reply.Say>(await AnswerAsync("note health: a bruise", InMeeting)).Text;

        Assert.Contains("Please delete that and use the button", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("bruise", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_thousand_characters_are_refused_without_an_echo()
    {
        var answer = Assert.IsType<Reply.Say>(await AnswerAsync("note health: " + new string('x', 50_000), Alone)).Text;

        Assert.Contains("2,000", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_classes_cannot_answer_one_word() => Assert.Throws<ArgumentException>(() => new Commands().Add<Note>().Add<Note>());

    private static Task<Reply> AnswerAsync(string line, Turn turn) =>
        new Commands().Add<Note>().Add<NoteBook>().AnswerAsync(line, new ServiceCollection().BuildServiceProvider(), turn, default);

    private sealed class Note : ICommand
    {
        public static string Word => "note";

        public static string Help => "note";

        public static bool HoldsContent => true;

        public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
            Task.FromResult<Reply>(new Reply.Say($"noted {rest}"));
    }

    private sealed class NoteBook : ICommand
    {
        public static string Word => "note book";

        public static string Help => "note book";

        public static bool HoldsContent => false;

        public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
            Task.FromResult<Reply>(new Reply.Say($"longest {rest}"));
    }
}
