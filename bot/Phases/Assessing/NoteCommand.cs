using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Assessing;

/// <summary>Types an agency's information in a line: one's own, or another agency's for those who may.</summary>
internal sealed class NoteCommand(Clerk clerk, LiveCase live, Words words, TimeProvider clock) : ICommand
{
    private const string HowTo = "Type it as `note health: what they said`, with the agency before the colon.";

    public static string Word => "note";

    public static string Help => "`note health: …` – what an agency knows; your own, or for another if you chair";

    public static bool HoldsContent => true;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await live.FindAsync(rest, turn, Capability.Contribute, IsOpen, cancellationToken) switch
        {
            Found.One one => await SaveAsync(one, turn, cancellationToken),
            var other => other.WhyNot("note SB-2026-014 Heron health: …", words),
        };

    private async Task<Reply> SaveAsync(Found.One one, Turn turn, CancellationToken cancellationToken)
    {
        var colon = one.Rest.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new Reply.Say($"Nothing was saved. {HowTo}");
        }

        var (agency, text) = (one.Rest[..colon].Trim(), one.Rest[(colon + 1)..]);
        Decision Rule(Case @case, Participant me) => Decide(@case, me, agency, text);
        var told = await clerk.AskAsync(turn.Asker(), one.View.Case.Id, Capability.Contribute, turn.Source, Rule, cancellationToken);
        return told.Decision.Match<Reply>(
            accepted: facts => Echo(told.View!, agency, text).Say(PageOf(told.View!), facts.Count > 0 || told.IsRepeated),
            refused: why => new Reply.Say($"Nothing was saved on {one.View.Case.Id} {one.View.Case.CheckWord}. {why.Say(words)}"));
    }

    private static bool IsOpen(CaseView view) => view.Case.Meeting is { IsConvened: true, Minutes.Approved: null };

    private Echo Echo(CaseView view, string agency, string text) =>
        InformationPart.EchoOf(PageOf(view), Whose(view.Case, view.Reader, agency)!, text, MarkingInput.Professionals);

    private FormPage PageOf(CaseView view) => new(view, words, clock.GetUtcNow(), view.Whole.Version);

    private static Decision Decide(Case @case, Participant me, string agency, string text) => Whose(@case, me, agency) is { } whose
        ? InformationRule.Give(@case, me, whose, text, Audience.Professionals)
        : Agencies.Read(agency) is { } known ? new CannotBe($"Nobody from {known.Name()} is invited, so it can't be saved as theirs.")
        : new CannotBe(HowTo);

    /// <summary>Oneself where the agency is one's own; else the one of that agency who is there, or else who is invited.</summary>
    private static Participant? Whose(Case @case, Participant me, string agency) =>
        Agencies.Read(agency) is var named && (agency.Length == 0 || named == me.Agency)
        ? me
        : @case.Invited.Where(person => person.Agency == named).MaxBy(person => @case.Meeting.Attendance.Attended(person.Id));
}
