using StrategyBot.Conversations;

namespace StrategyBot.Phases.Planning;

/// <summary>Decides on the section 47 enquiry for all children in a line, shown back with an undo.</summary>
internal sealed class DecisionCommand(CommandCase command) : ICommand
{
    private const string HowTo = "Type `decision s47 joint`, `decision s47 single`, `decision s47 continue` or `decision s47 no`.";

    public static string Word => "decision";

    public static string Help => "`decision s47 joint` – decides on the section 47 enquiry for all children: joint, single, continue or no";

    public static bool HoldsContent => true;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => command.SaveAsync(
        rest, turn, Capability.Lead, "decision SB-2026-014 Heron s47 joint",
        (line, @case, _, _) => Decide(
            @case, line.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        (page, _, _) => EchoOf(page), cancellationToken);

    /// <summary>An enquiry that runs already goes on; the words given with the same answer on the same child stay.</summary>
    internal static Decision Decide(Case @case, IReadOnlyList<string> typed)
    {
        if (typed is not ["s47", var what] || what is not ("joint" or "single" or "continue" or "no"))
        {
            return new CannotBe(HowTo);
        }

        // Another child's words would come under this one's marking, so each keeps its own.
        var decided = @case.Children.Select(child => One(@case, child, what)).ToList();
        return decided.OfType<Decision.Refused>().FirstOrDefault()
            ?? Decision.Of([.. decided.OfType<Decision.Accepted>().SelectMany(yes => yes.Facts)]);
    }

    private static Decision One(Case @case, Child child, string what)
    {
        // What was decided on another child, and why, was not said of this one.
        var stands = @case.Meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact;
        // Nor do the reasons for one answer speak for its opposite.
        var why = (stands?.Answer == Section47.NotStart) == (what == "no") ? stands?.Rationale : null;
        var goesOn = what == "continue" || stands?.Answer == Section47.Continue;
        var decided = what == "no"
            ? DecisionRule.Enquiry(@case, [child], Section47.NotStart, null, stands?.FollowOn, why)
            : DecisionRule.Enquiry(@case, [child], goesOn ? Section47.Continue : Section47.Start,
                what switch { "joint" => Conduct.Joint, "single" => Conduct.Single, _ => stands?.Conduct }, null, why);
        return decided.Match<Decision>(
            facts => Decision.Of([.. facts.Select(fact => fact with { Audience = stands?.Audience ?? fact.Audience })]), no => no);
    }

    private static Echo EchoOf(FormPage page)
    {
        var decided = page.Case.Meeting.Plan.Section47;
        var last = decided.Values.Where(one => one.By == page.Me.Person).MaxBy(one => one.At);
        return DecisionDrawing.Saved(page, null, "section 47", decided, WordTables.InList,
            last is null ? [] : [UndoSection47.Button(page.Case, last.At)]);
    }
}
