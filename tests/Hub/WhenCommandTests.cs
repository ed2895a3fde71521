using StrategyBot.Conversations;
using StrategyBot.Hub;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class WhenCommandTests
{
    private static readonly Speaker Anybody = new("nhs", "object-9", "29:object-9", "Alex Stone", null);

    [Fact]
    public async Task The_card_of_the_general_limit() => Golden.Json(CardJson.Write((await AskAsync("general 2026-11-20")).Card));

    [Fact]
    public async Task The_card_of_a_complex_case_past_the_known_holidays() =>
        Golden.Json(CardJson.Write((await AskAsync("complex 2028-12-28")).Card));

    [Theory]
    [InlineData("general 2026-11-20", "Wed 25 Nov 2026 (within 3 working days: general limit – Default procedure)")]
    [InlineData("same-day 2026-11-20 16:30", "Fri 20 Nov 2026 (same day: serious risk of harm – Default procedure)")]
    [InlineData("immediate-action 2026-11-20", "Mon 23 Nov 2026 (within 1 working day: immediate action – Default procedure)")]
    [InlineData("complex 2026-11-20", "Fri 27 Nov 2026 (within 5 working days: complex case – Default procedure)")]
    [InlineData("staff 2026-11-20",
        "Fri 27 Nov 2026 (within 5 working days: allegation against someone who works with children – Default procedure)")]
    [InlineData("sexual-abuse 2026-11-20 forensic", "Fri 20 Nov 2026 (same day: forensic evidence – Default procedure)")]
    public async Task Each_circumstance_has_its_own_limit(string typed, string holdBy) =>
        Assert.Contains($"**Hold by** {holdBy}", CardJson.Write((await AskAsync(typed)).Card), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "Type when, then general, same-day, immediate-action, complex, staff or sexual-abuse, then a date")]
    [InlineData("holiday 2026-11-20", "Type when, then general")]
    [InlineData("general 2026-11-31", "Type the date like")]
    [InlineData("general 1900-01-01", "The year must be from 2020 to 2035.")]
    [InlineData("general 2040-01-01", "The year must be from 2020 to 2035.")]
    [InlineData("general 14:00", "Which day?")]
    public async Task What_cannot_be_answered_gets_a_sentence_that_says_what_to_type(string typed, string sentence) =>
        Assert.StartsWith(sentence, Assert.IsType<Reply.Say>(await AnswerAsync(typed, PlaceKind.Personal)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task In_a_meeting_chat_it_answers_the_same() =>
        Assert.Equal(
            CardJson.Write((await AskAsync("general 2026-11-20")).Card),
            CardJson.Write(Assert.IsType<Reply.Show>(await AnswerAsync("general 2026-11-20", PlaceKind.MeetingChat)).Card));

    [Fact]
    public async Task A_card_shows_what_to_type_in_bold_and_no_backtick()
    {
        var help =
            new HelpCommand(
                new Lazy<Commands>(
                    () => Program.Phases.All.Aggregate(new Commands(), (all, phase) => { phase.Commands(all); return all; })), []);

        var card = CardJson.Write(Assert.IsType<Reply.Show>(await help.HandleAsync("", Turn(PlaceKind.Personal), default)).Card);

        Assert.DoesNotContain('`', card);
        Assert.Contains("**when general 2026-11-20** –", card, StringComparison.Ordinal);
    }

    private static async Task<Reply.Show> AskAsync(string typed) => Assert.IsType<Reply.Show>(await AnswerAsync(typed, PlaceKind.Personal));

    private static Task<Reply> AnswerAsync(string typed, PlaceKind kind) =>
        new WhenCommand(ProcedureProfiles.Default, Given.Words, new StoppedClock(Dates.Local("2026-11-20 09:00"))).HandleAsync(typed,
            Turn(kind), default);

    private static Turn Turn(PlaceKind kind) => new(Anybody, new(kind, new("chat", "http://localhost/")), "a1");
}
