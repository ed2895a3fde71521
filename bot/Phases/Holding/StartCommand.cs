using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Holding;

/// <summary>The chair starts the meeting, where no Teams event did.</summary>
internal sealed class StartMeeting : IAct<CaseForm>
{
    public static string Verb => "holding/start";

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => new("Start the meeting", Verb, CaseForm.Of(@case));

    public Decision Decide(FormPage page, CaseForm pressed) => MeetingRule.Start(page.Whole, page.Now);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => Said(page);

    public PartButton? Ends(FormPage page, CaseForm pressed) => Button(page.Case);

    internal static Echo Said(FormPage page) => new($"the meeting began {page.Words.Time(page.Case.Meeting.Attendance.StartedAt!.Value)}");
}

/// <summary>The same by a typed word; it holds no content, so it works in the meeting chat too (P10).</summary>
internal sealed class StartCommand(Clerk clerk, CommandCase command, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "start";

    public static string Help => "`start` – the meeting begins (chair)";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await command.FindAsync(rest, turn, Capability.SeeCase, CanStart, cancellationToken) switch
        {
            Found.One one => await StartAsync(one.View.Case.Ref, turn, cancellationToken),
            var other => other.WhyNot("start SB-2026-014 Heron", words),
        };

    private static bool CanStart(CaseView view) =>
        view.Reader.May(Capability.Lead) && view.Case.Meeting is { IsConvened: true, Attendance.StartedAt: null };

    private async Task<Reply> StartAsync(CaseRef at, Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var told = await clerk.AskAsync(
            turn.Asker(), at, Capability.Lead, turn.Source, (@case, _) => MeetingRule.Start(@case, now), cancellationToken);
        return MeetingCommand.Answer(told, turn, words, now, StartMeeting.Said);
    }
}

/// <summary>How the commands that begin and end a meeting answer.</summary>
internal static class MeetingCommand
{
    /// <summary>In private with what comes next, in a meeting chat with a sentence that everybody may read (P10).</summary>
    public static Reply Answer(CaseAnswer told, Turn turn, Words words, DateTimeOffset now, Func<FormPage, Echo> said) =>
        told.Decision.Match<Reply>(
            accepted: facts =>
            {
                var page = new FormPage(told.View!, words, now, told.View!.Whole.Version);
                var saved = said(page).Say(page, facts.Count > 0 || told.IsRepeated);
                return turn.At.IsPrivate ? saved : new Reply.Say($"{saved.Text}. Open your part from the card.");
            },
            refused: why => new Reply.Say(why.Say(words)));
}
