using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases;

/// <summary>The commands that save a line, typed as Teams delivers them: sometimes twice.</summary>
public sealed class SavingLinesTests : IDisposable
{
    private readonly PartHost host = new();

    [Theory]
    [InlineData("action", "Tom by tomorrow 12:00: ring the ward")]
    [InlineData("decision", "s47 joint")]
    [InlineData("note", "health: a bruise was seen")]
    public async Task A_line_that_is_delivered_twice_is_answered_as_saved_and_written_once(string word, string rest)
    {
        await host.Cases.HaveAsync(AConvenedCase());

        var first = await SayAsync(word, rest, "activity-1");
        var version = (await host.Clerk.LoadAsync(Given.Id, default)).Version;
        var second = await SayAsync(word, rest, "activity-1");

        Assert.StartsWith("Saved 14:05 on SB-2026-014 Heron", first, StringComparison.Ordinal);
        Assert.StartsWith("Saved 14:05 on SB-2026-014 Heron", second, StringComparison.Ordinal);
        Assert.Equal(version, (await host.Clerk.LoadAsync(Given.Id, default)).Version);
    }

    [Theory]
    [InlineData("action", "nobody in particular")]
    [InlineData("decision", "s47 perhaps")]
    [InlineData("note", "a bruise was seen")]
    public async Task A_line_that_can_not_be_read_says_on_which_case_nothing_was_saved(string word, string rest)
    {
        await host.Cases.HaveAsync(AConvenedCase());

        Assert.StartsWith("Nothing was saved on SB-2026-014 Heron. ", await SayAsync(word, rest, "activity-1"), StringComparison.Ordinal);
    }

    public void Dispose() => host.Dispose();

    private async Task<string> SayAsync(string word, string rest, string activity)
    {
        var live = new CommandCase(host.Clerk, Words, host.Clock);
        ICommand command = word switch
        {
            "action" => new ActionCommand(live, Words),
            "decision" => new DecisionCommand(live),
            _ => new NoteCommand(live),
        };
        var speaker = new Speaker("council", "object-1", Priya.ChannelId!, Priya.Name, Priya.Mail);
        var turn = new Turn(speaker, new Place(PlaceKind.Personal, new Address("chat", "http://localhost")), activity);
        return await command.HandleAsync(rest, turn, default) switch
        {
            Reply.Say say => say.Text,
            Reply.Saved saved => saved.Text,
            var other => other.ToString()!,
        };
    }
}
