using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
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

    /// <summary>The plan of another area with which a child moves in.</summary>
    public Decided<TransferInSaid>? TransferIn { get; init; }

    /// <summary>Who answered what the limit hangs on, and which limits had passed before they were made longer.</summary>
    public LimitSaid Limit { get; init; } = new();

    public ImmutableList<Child> Children { get; init; } = [];

    public ImmutableList<Adult> Adults { get; init; } = [];

    public ImmutableList<Participant> Participants { get; init; } = [];

    public ImmutableList<Meeting> Meetings { get; init; } = [];

    /// <summary>How many were ever opened, those too that were not needed after all: no number is given twice.</summary>
    public int MeetingsOpened { get; init; } = 1;

    /// <summary>Those that were called and don't take place, oldest first.</summary>
    public ImmutableList<CancelledMeeting> Cancelled { get; init; } = [];

    /// <summary>Whether it is looked at from a further meeting.</summary>
    public bool IsFurther => Meeting.Id != Meetings[0].Id;

    public ImmutableDictionary<string, Effect> Effects { get; init; } = [];

    public Links Links { get; init; } = new();

    /// <summary>Entries whose words were sealed or deleted, and any that make no sense without those (P16).</summary>
    public ImmutableList<GoneWords> Gone { get; init; } = [];

    /// <summary>What was done at once, as it was agreed by telephone (P36).</summary>
    public Decided<WhatNowSaid>? WhatNow { get; init; }

    /// <summary>Closed before any meeting was called: begun by mistake, or considered and not needed (P39).</summary>
    public Decided<ConveningFact>? Closed { get; init; }

    /// <summary>The family's copies of the interim safety plan, in the order in which they were begun.</summary>
    public ImmutableList<FamilyCopy> FamilyCopies { get; init; } = [];

    /// <summary>What was done between the enquiry and the conference, child by child.</summary>
    public ImmutableDictionary<ChildId, EnquiryWork> Enquiries { get; init; } = ImmutableDictionary<ChildId, EnquiryWork>.Empty;

    /// <summary>What was said of each child's child protection plan.</summary>
    public ImmutableDictionary<ChildId, ProtectionWork> Protection { get; init; } = ImmutableDictionary<ChildId, ProtectionWork>.Empty;

    /// <summary>The cases of other children beside it.</summary>
    public LinkedCases Linked { get; init; } = new();

    public Keeping Keeping { get; init; } = new();

    /// <summary>Who has whose place on it, by whoever is away or gone.</summary>
    public ImmutableDictionary<ParticipantId, DeputyPlace> Deputies { get; init; } =
        ImmutableDictionary<ParticipantId, DeputyPlace>.Empty;

    /// <summary>Closed once all that it was for was done; <c>null</c> where it never was, or goes on.</summary>
    public Decided<CaseEnded>? Ended { get; init; }

    /// <summary>Opened again since it was closed last.</summary>
    public Decided<CaseReopened>? Reopened { get; init; }

    /// <summary>How the family takes part in the conference, by an adult's or a child's id.</summary>
    public ImmutableDictionary<string, Decided<ConferencePlaceSaid>> ConferencePlaces { get; init; } =
        ImmutableDictionary<string, Decided<ConferencePlaceSaid>>.Empty;

    /// <summary>Children and adults who were taken off: their numbers are never given again.</summary>
    public ImmutableList<string> NamedByMistake { get; init; } = [];

    /// <summary>Each time that a child was taken off once a meeting was called, oldest first; also those who are back.</summary>
    public ImmutableList<TakenOffChild> TakenOff { get; init; } = [];

    /// <summary>Each time that somebody was known by an address alone, oldest first.</summary>
    public ImmutableList<Binding> Bindings { get; init; } = [];

    /// <summary>Not of one that was deleted once its time was over.</summary>
    public bool Exists => !Meetings.IsEmpty;

    /// <summary>Counts by the case's own procedure and calendar: what every date of it goes by.</summary>
    public Clocks Clocks => Clocks.For(Profile, Calendar);

    /// <summary>The meeting that it is looked at from; <c>null</c> = the latest (design §3.1).</summary>
    private MeetingId? Looking { get; init; }

    /// <summary>Everybody on the case with all that they are, where it is looked at from one meeting.</summary>
    private ImmutableList<Participant>? Everybody { get; init; }

    /// <summary>The meeting being planned, held or written up that is meant here.</summary>
    public Meeting Meeting => Looking is { } id ? Meetings.First(meeting => meeting.Id == id) : Meetings[^1];

    /// <summary>What a form about this meeting sends along.</summary>
    public CaseRef Ref => new(Id, Meeting.Id);

    /// <summary>Whether there is an online meeting with a chat behind it.</summary>
    public bool IsOnline => (Circumstances?.Mode ?? MeetingMode.Teams) == MeetingMode.Teams;

    /// <summary>Written down after it was held: nobody was invited by it (P13).</summary>
    public bool HappenedAlready => Circumstances?.Mode == MeetingMode.AlreadyHappened;

    /// <summary>A call after the other, each noted as it was made, at once or afterwards (P13).</summary>
    public bool IsByTelephone => Circumstances?.Mode is MeetingMode.Phone or MeetingMode.AlreadyHappened;

    public Participant Chair => Participants.First(person => person.Id == Meeting.Chair);

    public Participant? Find(ParticipantId id) => Participants.FirstOrDefault(person => person.Id == id);

    /// <summary>As they are on the case now: somebody taken off and put on again is there twice.</summary>
    public Participant? Find(PersonId id) => Participants.Where(person => person.Is(id)).MaxBy(person => person.Roles.Count > 0);

    /// <summary>Whether somebody of it may come in at all: to anybody else the case is as if it were not there.</summary>
    public bool IsOpenTo(Participant person) => !IsShutTo(person) && (person.IsInbox || person.Roles.Count > 0)
        // Who is only thought of as an attendee sees nothing before the meeting is called.
        && (Meetings.Any(meeting => meeting.IsConvened && (Looking is null || meeting.Id == Looking))
            // Whoever was invited to one that was cancelled knows of it.
            || Cancelled.Exists(one => one.Meeting.RolesOf(person.Id).Count > 0)
            || person.Roles.Any(role => role != Role.Attendee));

    /// <summary>Whether somebody was taken off, or everything was closed to them.</summary>
    public bool IsShutTo(Participant person) => person.IsTakenOff || Links.ShutOut.ContainsKey(person.Id);

    /// <summary>Whose words a fact holds: the participant it was written for, else the one who wrote it.</summary>
    public Participant? AuthorOf(Entry entry) => entry.Fact.OnBehalfOf is { } other ? Find(other) : Find(entry.By);

    /// <summary>The name of a child or an adult; how they are told apart where there is none.</summary>
    public string NameOf(string id) =>
        Children.FirstOrDefault(child => child.Id.Value == id) is { } child
            ? child.Details.Name.Length > 0 ? child.Details.Name : child.Number
            : Adults.FirstOrDefault(adult => adult.Id.Value == id)?.Details.Name is { Length: > 0 } name ? name
            : TakenOff.Find(off => off.Child.Id.Value == id)?.Child.Number ?? id;

    public EnquiryWork EnquiryOf(ChildId child) => Enquiries.GetValueOrDefault(child, EnquiryWork.None);

    public ProtectionWork ProtectionOf(ChildId child) => Protection.GetValueOrDefault(child, ProtectionWork.None);

    public Child? Find(ChildId id) => Children.FirstOrDefault(child => child.Id == id);

    /// <summary>A child who is not on it any more; <c>null</c> of one who is, or never was.</summary>
    public TakenOffChild? WasTakenOff(ChildId id) => TakenOff.Find(off => off.Child.Id == id && off.Back is null);

    /// <summary>What was decided for the children who are on it.</summary>
    public IEnumerable<T> OfChildren<T>(ImmutableDictionary<ChildId, T> decided) => decided.Where(one => Find(one.Key) is not null)
        .Select(one => one.Value);

    public bool IsSettled(string key) => Effects.TryGetValue(key, out var effect) && effect.Settled is not null;

    /// <summary>Refused the last time it was tried.</summary>
    public bool IsRefused(string key) => Effects.TryGetValue(key, out var effect) && effect.IsRefused;

    /// <summary>Invited and still on the list: those the minutes go to, absent ones too (R88).</summary>
    public IEnumerable<Participant> Invited => Participants.Where(person => person.IsInvited);

    /// <summary>Those and whoever spoke without being on the list.</summary>
    public IEnumerable<Participant> Speaking => Participants.Where(person => person.MaySpeak);

    /// <summary>The next number of its people, children or rows. Never one that somebody has, nor one that an entry may have given whose
    /// words are gone.</summary>
    public int NextNumber(IEnumerable<string> ids) =>
        ids.Select(id => int.Parse(id[(id.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1 + Gone.Count;

    /// <param name="people">Everybody so far, where some are not on the case yet.</param>
    public ParticipantId NextPerson(IEnumerable<Participant>? people = null) =>
        new($"person-{NextNumber((people ?? Participants).Select(person => person.Id.Value))}");

    /// <summary>The same case looked at from one of its meetings: everybody as they are in that one.</summary>
    /// <param name="id">One that was cancelled means what stands in its place.</param>
    /// <returns><c>null</c> where it has no such meeting.</returns>
    public Case? About(MeetingId id) => Cancelled.Find(one => one.Meeting.Id == id) is { } off ? About(off.InItsPlace) : Meetings switch
    {
        _ when Looking == id => this,
        [var only] => only.Id == id ? this : null,
        _ => Meetings.FirstOrDefault(meeting => meeting.Id == id) is { } meant
            ? this with
            {
                Looking = id,
                Everybody = Everybody ?? Participants,
                Participants = [.. (Everybody ?? Participants).Select(person => OnTheCase.In(meant, person))],
            }
            : null,
    };

    /// <summary>The one that was cancelled and in whose place this stands; <c>null</c>: none.</summary>
    public MeetingId? InPlaceOf(MeetingId id) => Cancelled.Find(one => one.InItsPlace == id)?.Meeting.Id;

    /// <summary>Looked at from each of its meetings, the latest first.</summary>
    public IEnumerable<Case> AboutEach() => Meetings.Reverse().Select(meeting => About(meeting.Id)!);

    /// <summary>Looked at from the latest meeting that somebody has to do with.</summary>
    public Case LatestFor(ParticipantId person) =>
        AboutEach().FirstOrDefault(one => one.Find(person) is { } known && one.IsOpenTo(known)) ?? AboutEach().First();

    /// <summary>The meeting whose chat this is.</summary>
    public Meeting? WithChat(string thread) => Meetings.LastOrDefault(meeting => meeting.Room.Chat?.ThreadId == thread);

    public static Case Fold(CaseId id, IEnumerable<Entry> entries) => entries.Aggregate(new Case(id), Evolve);

    /// <exception cref="InvalidOperationException">It is looked at from one meeting: nothing is folded on from there.</exception>
    public static Case Evolve(Case @case, Entry entry)
    {
        if (@case.Looking is not null)
        {
            throw new InvalidOperationException("Facts are folded on the case itself.");
        }

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

    private static Case After(Case @case, Entry entry) =>
        entry.Fact switch
        {
            ConveningFact fact => Convened(@case, entry, fact),
            CalendarChanged fact =>
                @case with
                {
                    Calendar = fact.Known(@case.Calendar),
                    CalendarChanges = @case.CalendarChanges.Add(new(fact, entry.By, entry.At)),
                },
            EffectFact fact => @case with { Effects = Effect.Evolve(@case.Effects, entry, fact) },
            ConferencePlaceSaid fact => @case with
            {
                ConferencePlaces = @case.ConferencePlaces.SetItem(
                    fact.Adult?.Value ?? fact.Child!.Value.Value, new(fact, entry.By, entry.At) { Seq = entry.Seq }),
            },
            EnquiryFact { Child: { } child } fact => @case with
            {
                Enquiries = @case.Enquiries.SetItem(child, EnquiryWork.Evolve(@case.EnquiryOf(child), entry, fact)),
            },
            ProtectionPlanFact { Child: { } child } fact => @case with
            {
                Protection = @case.Protection.SetItem(child, @case.ProtectionOf(child).And(entry, fact)),
            },
            LinkedCaseFact fact => @case with { Linked = LinkedCases.Evolve(@case.Linked, entry, fact) },
            DeputyFact fact => @case with { Deputies = Cases.Deputies.Evolve(@case.Deputies, entry, fact) },
            CaseEnded fact => @case with { Ended = new(fact, entry.By, entry.At) { Seq = entry.Seq }, Reopened = null },
            CaseReopened fact => @case with { Ended = null, Reopened = new(fact, entry.By, entry.At) { Seq = entry.Seq } },
            KeepingFact fact => @case with { Keeping = Keeping.Evolve(@case.Keeping, entry, fact) },
            FamilyFact fact => @case with { FamilyCopies = FamilyCopy.Evolve(@case.FamilyCopies, entry, fact) },
            LinkFact fact => @case with { Links = Links.Evolve(@case.Links, entry, fact) },
            IOfMeeting => InMeeting(@case, entry, meeting => Meeting.Evolve(meeting, entry) with
            {
                News = LateNews.Evolve(meeting.News, entry, meeting.Attendance.EndedAt,
                    @case.Participants.FirstOrDefault(person => person.Id == meeting.Chair), meeting.Assessment),
                // Held before it was called: another chair answers for its record alone.
                HeldBy = @case.HappenedAlready && meeting.IsConvened ? meeting.HeldBy : Meeting.Evolve(meeting, entry).HeldBy,
            }),
            _ => throw new UnreachableException($"Case.Evolve does not know {entry.Fact.GetType().Name}."),
        };

    private static Case Convened(Case @case, Entry entry, ConveningFact fact) => fact switch
    {
        CaseOpened e => @case with
        {
            CheckWord = e.CheckWord,
            OpenedAt = entry.At,
            Profile = ProcedureProfile.FromJson(e.ProfileJson),
            Calendar = BankHolidays.Recorded(e.CalendarVersion),
            Urgent = e.Urgent,
            Limit = new() { UrgentBy = entry.By, UrgentFor = e.Audience },
            Participants = [e.Convener],
            Meetings = [new Meeting(MeetingId.First, e.Convener.Id).With(entry, new(e.Convener))],
        },
        UrgencyAnswered e => LimitSaid.After(@case, @case with { Urgent = e.Urgent }, entry),
        TransferInSaid e => @case with { TransferIn = new(e, entry.By, entry.At) { Seq = entry.Seq } },
        CircumstancesGiven e => LimitSaid.After(@case, @case with { Circumstances = e }, entry),
        ChildNamed e => @case with
        {
            Children = OnTheCase.Put(@case.Children, Child.After(@case.Find(e.Child!.Value), e, entry), child => child.Id),
        },
        WhatNowSaid e => @case with { WhatNow = new(e, entry.By, entry.At) },
        WhereaboutsSaid e => Of(@case, e.Child, child => child with { Now = new(e, entry.By, entry.At) }),
        CaseSystemMore e => Of(@case, e.Child, child => child with { ElseInCaseSystem = new(e, entry.By, entry.At) }),
        CaseSystemSaid e => Of(@case, e.Child, child => child with { InCaseSystem = new(e, entry.By, entry.At) }),
        PlaceRung e => Of(@case, e.Child, child => child with { Rung = child.Rung.Add(new(e, entry.By, entry.At)) }),
        AdultNamed e => @case with
        {
            Adults = OnTheCase.Put(@case.Adults, Adult.After(@case.Adults.Find(adult => adult.Id == e.Adult), e, entry), adult => adult.Id),
        },
        PersonTakenOff e => @case with
        {
            NamedByMistake = @case.NamedByMistake.Add(e.Child?.Value ?? e.Adult!.Value.Value),
            Children = @case.Children.RemoveAll(child => child.Id == e.Child),
            Adults = @case.Adults.RemoveAll(adult => adult.Id == e.Adult),
        },
        ChildTakenOff e => TakenOffChild.Off(@case, entry, e),
        ChildTakenBack e => TakenOffChild.Again(@case, entry, e),
        CaseCancelled or NoMeetingDecided => @case with { Closed = new(fact, entry.By, entry.At) },
        MeetingOpened e => OnTheCase.Opened(@case with
        {
            Meetings = @case.Meetings.Add(@case.Meetings[^1].Then(fact.Meeting!.Value, e.Chair) with
            {
                Opened = new(e, entry.By, entry.At) { Seq = entry.Seq },
            }),
            MeetingsOpened = @case.MeetingsOpened + 1,
        }),
        MeetingCancelled e => InPlace(@case, @case.Meetings.First(meeting => meeting.Id == fact.Meeting), new(e, entry.By, entry.At)
        {
            Seq = entry.Seq,
        }),
        // Nothing of it is owed, and its number is not given again.
        MeetingNotNeeded => OnTheCase.Opened(@case with { Meetings = @case.Meetings.RemoveAll(meeting => meeting.Id == fact.Meeting) }),
        ParticipantAdded e => OnTheCase.Added(InMeeting(@case, entry, meeting => meeting.With(entry, e)), e),
        ParticipantRemoved e => @case.Find(e.Participant) is { } gone
            ? OnTheCase.TakenOff(InMeeting(@case, entry, meeting => meeting.Without(gone.Id, e.Reason)), gone, entry.By)
            : @case,
        PersonRecognised e => @case with
        {
            Participants = @case.Find(e.Participant) is { } known
                ? @case.Participants.Replace(known, known.Recognised(e))
                : @case.Participants,
            Bindings = e.Mail is null ? @case.Bindings : @case.Bindings.Add(new(@case.Bindings.Count + 1, e, entry.At)),
        },
        BindingUndone e => @case with
        {
            Participants = @case.Find(e.Participant) is { } wrong
                ? @case.Participants.Replace(wrong, wrong.Apart(e.Person))
                : @case.Participants,
            Bindings = [.. @case.Bindings.Select(bound =>
                bound.Fact.Participant == e.Participant && bound.Fact.Person == e.Person ? bound with { IsUndone = true } : bound)],
        },
        MeetingMoved => InMeeting(@case, entry,
            meeting => meeting with { Room = Room.Evolve(meeting.Room, entry, fact), Attendance = meeting.Attendance.Moved() }),
        RoomFact => InMeeting(@case, entry, meeting => meeting with { Room = Room.Evolve(meeting.Room, entry, fact) }),
        _ => throw new UnreachableException($"Case.Evolve does not know {fact.GetType().Name}."),
    };

    private static Case Of(Case @case, ChildId? id, Func<Child, Child> change) => id is { } one && @case.Find(one) is { } child
        ? @case with { Children = @case.Children.Replace(child, change(child)) }
        : @case;

    private static Case InPlace(Case @case, Meeting off, Decided<MeetingCancelled> said)
    {
        var next = MeetingId.Of(@case.MeetingsOpened + 1);
        return @case with
        {
            Meetings = @case.Meetings.Replace(off, off.InPlace(next)),
            MeetingsOpened = @case.MeetingsOpened + 1,
            Cancelled = @case.Cancelled.Add(new(off, next, said)),
        };
    }

    private static Case InMeeting(Case @case, Entry entry, Func<Meeting, Meeting> evolve)
    {
        // Earlier releases named none, and had one.
        var id = entry.Fact.Meeting ?? MeetingId.First;
        if (@case.Cancelled.Find(one => one.Meeting.Id == id) is { } off)
        {
            // Done outside while it was cancelled: it has to be taken back.
            return @case with { Cancelled = @case.Cancelled.Replace(off, off with { Meeting = evolve(off.Meeting) }) };
        }

        var meeting = @case.Meetings.First(meeting => meeting.Id == id);
        return @case with { Meetings = @case.Meetings.Replace(meeting, evolve(meeting)) };
    }
}
