using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>Who a verified turn or link came from. Never filled from form data (design §6).</summary>
/// <param name="Mail">Where to write to them, where the channel told it. Nobody is known by it.</param>
/// <param name="ChannelId">The channel's own id of the person.</param>
internal sealed record Asker(PersonId Id, string Name, string? Mail, string ChannelId)
{
    /// <summary>Whom a personal link vouches for; <c>null</c> for someone of Teams.</summary>
    public LinkHolder? Link { get; init; }

    /// <summary>The addresses whose domain their own tenant owns.</summary>
    public ValueList<string> Vouched { get; init; } = [];

    /// <summary>Who this is on the case: by identity, else by the address that the chair confirmed, as long as nobody else was
    /// recognised by it. Nobody, where the case is not open to them: taken off, revoked, or not called yet.</summary>
    /// <remarks>A link opens its own case only, whoever else its address is known to.</remarks>
    public Participant? On(Case @case) => Known(@case) is { } known && @case.IsOpenTo(known) ? known : null;

    private Participant? Known(Case @case) => Link is { } link
        ? link.Case == @case.Id ? @case.Find(link.Participant) : null
        : @case.Find(Id)
            ?? @case.Participants.Where(person => person.IsShownBy(Id, Vouched)).MaxBy(person => person.Roles.Count > 0);
}

/// <summary>A case as one person may see it: folded again with what the markings keep from them left out.</summary>
/// <param name="Case">Cut to <paramref name="Reader"/>.</param>
/// <param name="Whole">The case uncut, for counts and gaps only; a card never shows its text.</param>
internal sealed record CaseView(Case Case, Participant Reader, Case Whole)
{
    /// <summary>Whether anything is kept from the reader.</summary>
    public bool IsCut { get; private init; }

    public static CaseView Of(Case whole, IReadOnlyList<Entry> entries, Participant reader)
    {
        var cut = entries.Select(entry => Cut(entry, reader)).ToList();
        return cut.SequenceEqual(entries, ReferenceEqualityComparer.Instance)
            ? new(whole, reader, whole)
            : new(Case.Fold(whole.Id, cut), reader, whole) { IsCut = true };
    }

    /// <summary>The same looked at from one of its meetings, by the reader as they are in that one.</summary>
    /// <returns><c>null</c> where it has no such meeting.</returns>
    public CaseView? About(MeetingId id) => Case.About(id) is not { } meant ? null
        : ReferenceEquals(meant, Case) ? this
        : this with
        {
            Case = meant,
            Whole = ReferenceEquals(Case, Whole) ? meant : Whole.About(id)!,
            Reader = Reader.Roles.Contains(Role.BreakGlass) ? BrokenGlass.Lend(meant.Find(Reader.Id)!) : meant.Find(Reader.Id)!,
        };

    /// <summary>As somebody may read it at that time: more than they are on the case where they broke the glass.</summary>
    public CaseView At(DateTimeOffset now) =>
        BrokenGlass.Reading(Whole, Reader, now) is var reading && ReferenceEquals(reading, Reader) ? this : this with { Reader = reading };

    /// <summary>Whether they may write what needs this, and not only read it.</summary>
    public bool MayWrite(Capability needs) => Whole.Find(Reader.Id)?.May(needs) == true;

    /// <summary>The same from each meeting that the reader has to do with, the latest first.</summary>
    public IEnumerable<CaseView> AboutEach() =>
        Case.Meetings.Reverse().Select(meeting => About(meeting.Id)!).Where(view => view.Case.IsOpenTo(view.Reader));

    /// <summary>The same reader's view of a later version.</summary>
    /// <param name="entries">All of the case's.</param>
    public CaseView Then(Case whole, IReadOnlyList<Entry> entries)
    {
        var more = entries.Skip(Whole.Version).ToList();
        var cut = more.Select(entry => Cut(entry, Reader)).ToList();
        return more.Count == 0 ? this
            : !IsCut && cut.SequenceEqual(more, ReferenceEqualityComparer.Instance) ? new(whole, Reader, whole)
            : new(cut.Aggregate(Case, Case.Evolve), Reader, whole) { IsCut = true };
    }

    /// <summary>An entry as one person may read it; the same one where nothing is kept from them.</summary>
    public static Entry Cut(Entry entry, Participant reader)
    {
        var fact = entry.Fact is IMarkedInParts || entry.Fact.Audience.Admits(reader, reader.Is(entry.By))
            || (entry.Fact is IOfOneAuthor && reader.Is(entry.By))
            || entry.Fact.OnBehalfOf == reader.Id
            ? entry.Fact.CutFor(reader)
            : entry.Fact.WithheldFrom(reader).CutFor(reader);
        return ReferenceEquals(fact, entry.Fact) ? entry : entry with { Fact = fact };
    }
}
