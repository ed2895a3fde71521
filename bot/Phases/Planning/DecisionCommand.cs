using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Planning;

/// <summary>Decides on the section 47 enquiry for all children in a line, shown back with an undo.</summary>
internal sealed class DecisionCommand(Clerk clerk, LiveCase live, Words words, TimeProvider clock) : ICommand
{
    private const string HowTo = "Type `decision s47 joint`, `decision s47 single`, `decision s47 continue` or `decision s47 no`.";

    public static string Word => "decision";

    public static string Help => "`decision s47 joint` – decides on the section 47 enquiry for all children: joint, single, continue or no";

    public static bool HoldsContent => true;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await live.FindAsync(rest, turn, Capability.Lead, view => view.Case.Meeting is { IsConvened: true, Minutes.Approved: null },
            cancellationToken) switch
        {
            Found.One one => await DecideAsync(one, turn, cancellationToken),
            var other => other.WhyNot("decision SB-2026-014 Heron s47 joint", words),
        };

    private async Task<Reply> DecideAsync(Found.One one, Turn turn, CancellationToken cancellationToken)
    {
        var typed = one.Rest.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (decision, view) =
            await clerk.AskAsync(turn.Asker(), one.View.Case.Id, Capability.Lead, turn.Source, (@case, _) => Decide(@case, typed),
                cancellationToken);
        return decision.Match<Reply>(
            accepted: facts => Echo(view!, facts.Count > 0),
            refused: why => new Reply.Say($"Nothing was saved on {one.View.Case.Id} {one.View.Case.CheckWord}. {why.Say(words)}"));
    }

    /// <summary>An enquiry that runs already goes on; the words given with it before stay.</summary>
    internal static Decision Decide(Case @case, IReadOnlyList<string> typed)
    {
        if (typed is not ["s47", var what] || what is not ("joint" or "single" or "continue" or "no"))
        {
            return new CannotBe(HowTo);
        }

        var stands = @case.Children.Select(child => @case.Meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact)
            .FirstOrDefault(fact => fact is not null);
        var goesOn = what == "continue" || stands?.Answer == Section47.Continue;
        return what == "no"
            ? DecisionRule.Enquiry(@case, @case.Children, Section47.NotStart, null, stands?.FollowOn, stands?.Rationale)
            : DecisionRule.Enquiry(@case, @case.Children, goesOn ? Section47.Continue : Section47.Start,
                what switch { "joint" => Conduct.Joint, "single" => Conduct.Single, _ => stands?.Conduct }, null, stands?.Rationale);
    }

    private Reply.Saved Echo(CaseView view, bool isWritten)
    {
        var decided = view.Case.Meeting.Plan.Section47;
        var last = decided.Values.Where(one => one.By == view.Reader.Person).MaxBy(one => one.At);
        var page = new FormPage(view, words, clock.GetUtcNow(), view.Whole.Version);
        return DecisionDrawing.Saved(page, null, "section 47", decided, WordTables.InList,
            last is null ? [] : [UndoSection47.Button(view.Case, last.At)]).Say(page, isWritten);
    }
}
