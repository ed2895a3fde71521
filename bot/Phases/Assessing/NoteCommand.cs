using StrategyBot.Conversations;

namespace StrategyBot.Phases.Assessing;

/// <summary>Types an agency's information in a line: one's own, or another agency's for those who may.</summary>
internal sealed class NoteCommand(CommandCase command) : ICommand
{
    private const string HowTo = "Type it as `note health: what they said`, with the agency before the colon.";

    public static string Word => "note";

    public static string Help => "`note health: …` – what an agency knows; your own, or for another if you chair. "
        + "`note health for police: …` – only for them and you";

    public static bool HoldsContent => true;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => command.SaveAsync(
        rest, turn, Capability.Contribute, "note SB-2026-014 Heron health: …",
        (line, @case, me, _) => Decide(@case, me, line),
        (page, _, line) => InformationPart.EchoOf(
            page, Whose(page.Case, page.Me, Named(page.Me, Read(line).Agency))!, Read(line).Text, MarkingInput.Professionals),
        cancellationToken);

    private const string For = " for ";

    private static (string Agency, string? Readers, string Text) Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? "" : $" {line[..colon].Trim()}";
        var at = head.IndexOf(For, StringComparison.OrdinalIgnoreCase);
        return (at < 0 ? head.Trim() : head[..at].Trim(), at < 0 ? null : head[(at + For.Length)..], colon < 0 ? "" : line[(colon + 1)..]);
    }

    private static Decision Decide(Case @case, Participant me, string line)
    {
        var (agency, readers, text) = Read(line);
        return !line.Contains(':', StringComparison.Ordinal) ? new CannotBe(HowTo)
            : Whose(@case, me, Named(me, agency)) is { } whose
                ? (Agencies.Read(agency) ?? whose.Agency) is var of && Marked(readers, me.Agency, of) is { } audience
                    ? InformationRule.Give(@case, me, whose, text, audience, of)
                    // A marking that can't be read is never taken for none.
                    : new CannotBe("I can't tell who may read it. Name agencies, as in `note health for police and social care: …`")
            : Agencies.Read(agency) is { } known ? new CannotBe($"Nobody from {known.Name()} is invited, so it can't be saved as theirs.")
            : new CannotBe(HowTo);
    }

    private static Agency? Named(Participant me, string agency) => agency.Length == 0 ? me.Agency : Agencies.Read(agency);

    /// <summary>For whom it is: those who are named, and always those who type and whose words they are.</summary>
    /// <returns><c>null</c> where somebody is named who is no agency.</returns>
    private static Audience? Marked(string? readers, params IReadOnlyList<Agency> authors)
    {
        if (readers is null)
        {
            return Audience.Professionals;
        }

        string[] and = [",", " and ", "&"];
        var named = readers.Split(and, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Agencies.Read).ToList();
        return named.Count == 0 || named.Contains(null) ? null : Audience.Only([.. authors, .. named.OfType<Agency>()]);
    }

    /// <summary>Oneself where the agency is one's own; else the one of that agency who is there, or before the meeting the only one who
    /// may speak for it. Where nobody is there, nobody of them said it: it is what who types tells of the agency.</summary>
    public static Participant? Whose(Case @case, Participant me, Agency? named)
    {
        if (named == me.Agency)
        {
            return me;
        }

        var theirs = @case.Speaking.Where(person => person.Agency == named).ToList();
        var there = theirs.Where(person => @case.Meeting.Attendance.Attended(person.Id)).ToList();
        return (there, theirs) switch
        {
            ([var one, ..], _) => one,
            (_, [var only]) when only.RangIn || @case.Meeting.Attendance.StartedAt is null => only,
            (_, [_, ..]) => theirs.LastOrDefault(person => person.RangIn) ?? me,
            _ => null,
        };
    }
}
