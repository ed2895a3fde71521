using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Cases;

/// <summary>The state of one case, folded from its facts. Holds what a rule, a card or a document needs, and nothing
/// that can be derived.</summary>
internal sealed record Case(CaseId Id)
{
    /// <summary>Number of facts so far.</summary>
    public int Version { get; init; }

    public string CheckWord { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The procedure that this case keeps for life (design §7).</summary>
    public ProcedureProfile Profile { get; init; } = null!;

    /// <summary>The bank holidays that it is counted by; only <c>calendar-changed</c> puts others in their place.</summary>
    public BankHolidays Calendar { get; init; } = BankHolidays.Newest;

    /// <summary>Each time that it went over to newer bank holidays, oldest first.</summary>
    public ImmutableList<Decided<CalendarChanged>> CalendarChanges { get; init; } = [];

    /// <summary>When a person, and not the bot by itself, last wrote anything.</summary>
    public DateTimeOffset TouchedAt { get; init; }

    public UrgentQuestion Urgent { get; init; } = new(null, [], "");

    public CircumstancesGiven? Circumstances { get; init; }

    public ImmutableList<Child> Children { get; init; } = [];

    public ImmutableList<Adult> Adults { get; init; } = [];

    public ImmutableList<Participant> Participants { get; init; } = [];

    public ImmutableList<Meeting> Meetings { get; init; } = [];

    public ImmutableDictionary<string, Effect> Effects { get; init; } = [];

    public Links Links { get; init; } = new();

    /// <summary>Entries whose words were sealed or deleted, and any that make no sense without those (P16).</summary>
    public ImmutableList<GoneWords> Gone { get; init; } = [];

    /// <summary>Each time that somebody was known by an address alone, oldest first.</summary>
    public ImmutableList<Binding> Bindings { get; init; } = [];

    public bool Exists => Version > 0;

    /// <summary>Counts by the case's own procedure and calendar: what every date of it goes by.</summary>
    public Clocks Clocks => Clocks.For(Profile, Calendar);

    /// <summary>The meeting being planned, held or written up: the latest.</summary>
    public Meeting Meeting => Meetings[^1];

    /// <summary>Whether there is an online meeting with a chat behind it.</summary>
    public bool IsOnline => (Circumstances?.Mode ?? MeetingMode.Teams) == MeetingMode.Teams;

    public Participant Chair => Participants.First(person => person.Id == Meeting.Chair);

    public Participant? Find(ParticipantId id) => Participants.FirstOrDefault(person => person.Id == id);

    /// <summary>As they are on the case now: somebody taken off and put on again is there twice.</summary>
    public Participant? Find(PersonId id) => Participants.Where(person => person.Is(id)).MaxBy(person => person.Roles.Count > 0);

    /// <summary>Whether somebody of it may come in at all: to anybody else the case is as if it were not there.</summary>
    public bool IsOpenTo(Participant person) => !IsShutTo(person) && (person.IsInbox || person.Roles.Count > 0)
        // Who is only thought of as an attendee sees nothing before the meeting is called.
        && (Meetings.Any(meeting => meeting.IsConvened) || person.Roles.Any(role => role != Role.Attendee));

    /// <summary>Whether somebody was taken off, or everything was closed to them.</summary>
    public bool IsShutTo(Participant person) => person.IsTakenOff || Links.ShutOut.ContainsKey(person.Id);

    /// <summary>Whose words a fact holds: the participant it was written for, else the one who wrote it.</summary>
    public Participant? AuthorOf(Entry entry) => entry.Fact.OnBehalfOf is { } other ? Find(other) : Find(entry.By);

    public Child? Find(ChildId id) => Children.FirstOrDefault(child => child.Id == id);

    public bool IsSettled(string key) => Effects.TryGetValue(key, out var effect) && effect.Settled is not null;

    /// <summary>Refused the last time it was tried.</summary>
    public bool IsRefused(string key) => Effects.TryGetValue(key, out var effect) && effect.IsRefused;

    /// <summary>Invited and still on the list: those the minutes go to, absent ones too (R88).</summary>
    public IEnumerable<Participant> Invited => Participants.Where(person => person.IsInvited);

    public static Case Fold(CaseId id, IEnumerable<Entry> entries) => entries.Aggregate(new Case(id), Evolve);

    public static Case Evolve(Case @case, Entry entry)
    {
        try
        {
            var next = entry.Fact is ContentGone ? @case : After(@case, entry);
            return next with
            {
                Version = entry.Seq,
                TouchedAt = entry.By == PersonId.Bot ? @case.TouchedAt : entry.At,
                Gone = entry.IsWithheld ? @case.Gone.Add(new(entry.Seq, entry.At)) : @case.Gone,
            };
        }
        catch (Exception) when (!@case.Gone.IsEmpty)
        {
            // It speaks of what is gone.
            return @case with { Version = entry.Seq, Gone = @case.Gone.Add(new(entry.Seq, entry.At)) };
        }
    }

    private static Case After(Case @case, Entry entry)
    {
        return entry.Fact switch
        {
            ConveningFact fact => Convened(@case, entry, fact),
            CalendarChanged fact =>
                @case with
                {
                    Calendar = fact.Known(@case.Calendar),
                    CalendarChanges = @case.CalendarChanges.Add(new(fact, entry.By, entry.At)),
                },
            EffectFact fact => @case with { Effects = Effect.Evolve(@case.Effects, entry, fact) },
            LinkFact fact => @case with { Links = Links.Evolve(@case.Links, entry, fact) },
            AttendanceFact or AssessingFact or PlanningFact or SafeguardingFact or MinutingFact =>
                InMeeting(@case, entry, meeting => Meeting.Evolve(meeting, entry)),
            _ => throw new UnreachableException($"Case.Evolve does not know {entry.Fact.GetType().Name}."),
        };
    }

    private static Case Convened(Case @case, Entry entry, ConveningFact fact) => fact switch
    {
        CaseOpened e => @case with
        {
            CheckWord = e.CheckWord,
            OpenedAt = entry.At,
            Profile = ProcedureProfile.FromJson(e.ProfileJson),
            Calendar = BankHolidays.Recorded(e.CalendarVersion),
            Urgent = e.Urgent,
            Participants = [e.Convener],
            Meetings = [new Meeting(new("meeting-1"), e.Convener.Id)],
        },
        UrgencyAnswered e => @case with { Urgent = e.Urgent },
        CircumstancesGiven e => @case with { Circumstances = e },
        ChildNamed e => @case with { Children = Put(@case.Children, new Child(e.Child!.Value, e.Details), child => child.Id) },
        AdultNamed e => @case with { Adults = Put(@case.Adults, new Adult(e.Adult, e.Details), adult => adult.Id) },
        ParticipantAdded e =>
            @case with
            {
                Participants = Put(@case.Participants, Again(e.Participant, @case.Find(e.Participant.Id)),
                    person => person.Id),
            },
        ParticipantRemoved e => @case.Find(e.Participant) is { } gone ? TakenOff(@case, gone, entry.By) : @case,
        PersonRecognised e => @case with
        {
            Participants = @case.Find(e.Participant) is { } known
                ? @case.Participants.Replace(known, Recognised(known, e))
                : @case.Participants,
            Bindings = e.Mail is null ? @case.Bindings : @case.Bindings.Add(new(@case.Bindings.Count + 1, e, entry.At)),
        },
        BindingUndone e => @case with
        {
            Participants = @case.Find(e.Participant) is { } wrong
                ? @case.Participants.Replace(wrong, Apart(wrong, e.Person))
                : @case.Participants,
            Bindings = [.. @case.Bindings.Select(bound =>
                bound.Fact.Participant == e.Participant && bound.Fact.Person == e.Person ? bound with { IsUndone = true } : bound)],
        },
        MeetingMoved => InMeeting(@case, entry,
            meeting => meeting with { Room = Room.Evolve(meeting.Room, entry, fact), Attendance = meeting.Attendance.Moved() }),
        MeetingConvened or EventCreated or ChatFound or Facts.AppInstalled or ChatReachable or HubShown =>
            InMeeting(@case, entry, meeting => meeting with { Room = Room.Evolve(meeting.Room, entry, fact) }),
        _ => throw new UnreachableException($"Case.Evolve does not know {fact.GetType().Name}."),
    };

    /// <summary>Kept without a role in the meeting, so that what they wrote keeps its author and their number is never given again.
    /// </summary>
    private static Case TakenOff(Case @case, Participant gone, PersonId by)
    {
        var roles = gone.Roles.Where(role => !Participant.IsInvitedAs(role)).ToValueList();
        // A desk that has named somebody may name another.
        var isOut = roles.Count == 0 && !(gone.IsInbox && gone.Is(by));
        return @case with
        {
            Participants = @case.Participants.Replace(gone, gone with { Roles = roles, IsTakenOff = isOut }),
            Links = isOut ? @case.Links.Without(gone.Id) : @case.Links,
        };
    }

    /// <summary>The first identity stays the one they write as, so that all of their words have one author.</summary>
    private static Participant Recognised(Participant known, PersonRecognised fact) => known with
    {
        Person = known.Person ?? fact.Person,
        Also = known.Person is null || known.Is(fact.Person) ? known.Also : known.Also.Add(fact.Person),
        ChannelId = fact.ChannelId.Length > 0 ? fact.ChannelId : known.ChannelId,
    };

    /// <summary>What is folded of somebody stays, whatever is written of them anew.</summary>
    private static Participant Again(Participant now, Participant? before) =>
        before is null ? now : now with { Also = before.Also, NotThem = before.NotThem };

    private static Participant Apart(Participant known, PersonId wrong)
    {
        var rest = known.Also.Where(id => id != wrong).ToValueList();
        return known with
        {
            Person = known.Person == wrong ? rest.Select(id => (PersonId?)id).FirstOrDefault() : known.Person,
            Also = known.Person == wrong ? rest.Skip(1).ToValueList() : rest,
            // It was theirs, or is learned again with their next click.
            ChannelId = null,
            NotThem = known.NotThem.Contains(wrong) ? known.NotThem : known.NotThem.Add(wrong),
        };
    }

    private static Case InMeeting(Case @case, Entry entry, Func<Meeting, Meeting> evolve)
    {
        var meeting = entry.Fact.Meeting is { } id ? @case.Meetings.First(m => m.Id == id) : @case.Meeting;
        return @case with { Meetings = @case.Meetings.Replace(meeting, evolve(meeting)) };
    }

    private static ImmutableList<T> Put<T, TId>(ImmutableList<T> list, T item, Func<T, TId> id)
    {
        var at = list.FindIndex(other => Equals(id(other), id(item)));
        return at < 0 ? list.Add(item) : list.SetItem(at, item);
    }
}

/// <summary>An account that was taken for a participant, because it showed their address and its tenant owns the domain.</summary>
/// <param name="Number">From 1.</param>
internal sealed record Binding(int Number, PersonRecognised Fact, DateTimeOffset At)
{
    /// <summary>Chair or invitee said that it wasn't them.</summary>
    public bool IsUndone { get; init; }
}

internal sealed record Child(ChildId Id, ChildDetails Details)
{
    /// <summary>How the child is told apart where no name may stand: <c>Child 1</c>.</summary>
    public string Number => $"Child {Id.Value["child-".Length..]}";
}

/// <summary>An entry whose words are gone.</summary>
/// <param name="Seq">Which.</param>
/// <param name="At">When it was written.</param>
internal sealed record GoneWords(int Seq, DateTimeOffset At);

internal sealed record Adult(AdultId Id, AdultDetails Details);
