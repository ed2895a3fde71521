namespace StrategyBot.Panel;

/// <summary>What the panel shows beside a call, as it stands for one reader: no content but where their children are.</summary>
/// <param name="Version">The case's; what came since is told from there.</param>
/// <param name="Groups">The reader's parts, in the order of the meeting.</param>
/// <param name="Next">The id of the part that waits first; <c>null</c> where none does.</param>
/// <param name="Document">The verb of the part that the panel shows as a document.</param>
/// <param name="Timeline">The verb of the part that it shows as a picture; <c>null</c> where the reader has none.</param>
/// <param name="Copies">The verb of the part whose fields it copies one by one; <c>null</c> likewise.</param>
internal sealed record Board(
    string Case, string Word, int Version, DateTimeOffset Now, Board.MeetingTime Time, IReadOnlyList<Board.ChildNow> Children,
    IReadOnlyList<Board.AgencyHere> Agencies, IReadOnlyList<Board.CallToMake> Rings, IReadOnlyList<Board.NewsLine> News,
    IReadOnlyList<Board.Group> Groups, string? Next, IReadOnlyList<Board.Name> Names, string? Document,
    string? Timeline, string? Copies, IReadOnlyList<Board.Gap> Missing)
{
    /// <param name="HoldBy">The limit in words.</param>
    /// <param name="IsHeld">Held in time, or nothing more to hold.</param>
    public sealed record MeetingTime(
        DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string Starts, string HoldBy,
        bool IsHeld, bool IsLate);

    /// <param name="Label">Tells the child apart without a name.</param>
    /// <param name="By">Until when it has to be decided, in words; empty where no clock runs.</param>
    /// <param name="IsForSome">Where is marked: folded while names are hidden.</param>
    /// <param name="Where">Where, with whom and on what footing; folded while names are hidden.</param>
    public sealed record ChildNow(
        string Label, string By, bool IsOverdue, bool IsKnown, bool IsConfirmed, string Where, bool IsForSome, Opens? Open);

    /// <param name="State">Before the meeting what they answered; in it who is here.</param>
    public sealed record AgencyHere(string Name, bool IsCore, bool IsHere, string People, string State);

    /// <param name="Because">Why, where it isn't that the agency is missing.</param>
    public sealed record CallToMake(
        string Agency, string Whom, string Phone, string Tel, string Because, IReadOnlyList<Outcome> Outcomes);

    public sealed record Outcome(string Title, Opens Open);

    public sealed record NewsLine(int Seq, string At, string Text, Opens? Open);

    /// <param name="EndsIt">Below its parts stands what is missing.</param>
    public sealed record Group(string Name, int Done, int Of, IReadOnlyList<Part> Parts, bool EndsIt);

    public sealed record Part(string Id, string Title, string State, bool IsOpen, bool IsDone, Opens Open);

    /// <summary>What is not answered yet and has to be before the record is complete.</summary>
    /// <param name="Whose">Who is asked; empty where it is the reader.</param>
    /// <param name="Ask">Asks them by name; <c>null</c> where nobody is to be asked, or was within some minutes.</param>
    /// <param name="Asked">Whom, and when last; empty where nobody was.</param>
    public sealed record Gap(string Sentence, string Whose, Opens Open, Outcome? Ask, string Asked);

    /// <summary>What a button sends.</summary>
    public sealed record Opens(string Verb, object Data);

    /// <summary>What is not shown while names are hidden, and what stands for it.</summary>
    public sealed record Name(string Text, string Label);
}
