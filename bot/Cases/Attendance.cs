using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>Who answered, who is there, and how the quorum stands.</summary>
internal sealed record Attendance
{
    /// <summary>What each said last, to whichever time the meeting had then.</summary>
    public ImmutableDictionary<ParticipantId, InvitationAnswered> Answers { get; init; } = [];

    /// <summary>When each said it.</summary>
    [JsonIgnore]
    public ImmutableDictionary<ParticipantId, DateTimeOffset> AnsweredAt { get; init; } = [];

    /// <summary>Who has said nothing since the meeting was moved.</summary>
    public ImmutableHashSet<ParticipantId> Outdated { get; init; } = [];

    /// <summary>Answers to the time that stands: they alone count.</summary>
    public ImmutableDictionary<ParticipantId, InvitationAnswered> Standing => Outdated.IsEmpty ? Answers : Answers.RemoveRange(Outdated);

    /// <summary>Answers in the calendar of people who can't be told apart, by the address as it stands there.</summary>
    public ImmutableDictionary<string, UnknownAnswered> Unknown { get; init; } = [];

    public ImmutableDictionary<ParticipantId, WrittenUpdate> WrittenUpdates { get; init; } = [];

    /// <summary>What each participant found of each child and adult.</summary>
    public ImmutableDictionary<(ParticipantId Participant, string Subject), Decided<RecordsSearched>> Searches { get; init; } = [];

    public ImmutableDictionary<ParticipantId, Presence> Presences { get; init; } = [];

    public ImmutableDictionary<Agency, Decided<QuorumGapExplained>> ExplainedGaps { get; init; } = [];

    public ImmutableList<(DutyDeskRung Call, DateTimeOffset At)> Calls { get; init; } = [];

    /// <summary>Whom the chair asked for what was missing, in their order.</summary>
    public ImmutableList<(PersonAsked Asking, DateTimeOffset At)> Asked { get; init; } = [];

    /// <summary>The calls of a meeting that is held by telephone, by their numbers.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<int, Decided<CallNoted>> Telephone { get; init; } =
        ImmutableSortedDictionary<int, Decided<CallNoted>>.Empty;

    public IEnumerable<Decided<CallNoted>> CallsWith(ParticipantId who) => Telephone.Values.Where(call => call.Fact.Who == who);

    /// <summary>Parts of the meeting for which some left, by their numbers.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<int, Restriction> Restricted { get; init; } =
        ImmutableSortedDictionary<int, Restriction>.Empty;

    /// <summary>What was told to the chair by word of mouth: by whom and when, in order.</summary>
    [JsonIgnore]
    public ImmutableList<Decided<RestrictedTold>> ToldByMouth { get; init; } = [];

    /// <summary>The part that runs now.</summary>
    public Restriction? RestrictedNow => IsRunning ? Restricted.Values.FirstOrDefault(part => part.OverAt is null) : null;

    public ImmutableDictionary<ParticipantId, Decided<ReadBackAnswered>> ReadBack { get; init; } = [];

    /// <summary>Who was there, as the chair last confirmed it.</summary>
    public Decided<AttendanceConfirmed>? Confirmed { get; init; }

    /// <summary>There, but not among those whom the chair last confirmed.</summary>
    public bool CameSince(ParticipantId person) =>
        Attended(person) && Confirmed is { } confirmed && !confirmed.Fact.Present.Contains(person);

    public DateTimeOffset? StartedAt { get; init; }

    public Via? StartedVia { get; init; }

    public DateTimeOffset? ConfidentialityReadAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public Via? EndedVia { get; init; }

    /// <summary>When that was written down: what is written down afterwards was over before.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndWrittenAt { get; init; }

    /// <summary>Who has written anything of the meeting since.</summary>
    [JsonIgnore]
    public ImmutableHashSet<PersonId> WroteSince { get; init; } = [];

    /// <summary>Each time that it was ended and went on for a reason, oldest first.</summary>
    [JsonIgnore]
    public ImmutableList<GoneOn> GoneOn { get; init; } = [];

    /// <summary>What was still open when the meeting ended, and by when it was asked for (P7).</summary>
    public GapsListed? Gaps { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public string OverrideReason { get; init; } = "";

    /// <summary>Who may read that.</summary>
    public Audience OverrideFor { get; init; } = Audience.Professionals;

    /// <summary>Completed with parts unanswered, whether or not it can be read here why.</summary>
    public bool CompletedWithGaps { get; init; }

    public bool IsRunning => StartedAt is not null && EndedAt is null;

    public bool Attended(ParticipantId id) => Presences.ContainsKey(id);

    /// <summary>The meeting has another time, so everybody is asked anew.</summary>
    public Attendance Moved() => this with { Outdated = [.. Answers.Keys], Unknown = [] };

    public static Attendance Evolve(Attendance state, Entry entry, AttendanceFact fact)
    {
        var at = fact.HappenedAt ?? entry.At;
        return fact switch
        {
            InvitationAnswered e => state with
            {
                Answers = state.Answers.SetItem(e.Participant, e),
                AnsweredAt = state.AnsweredAt.SetItem(e.Participant, at),
                Outdated = state.Outdated.Remove(e.Participant),
            },
            UnknownAnswered e => state with { Unknown = state.Unknown.SetItem(e.Mail, e) },
            WrittenUpdateGiven e =>
                state with
                {
                    WrittenUpdates = state.WrittenUpdates.SetItem(e.Participant,
                        WrittenUpdate.With(state.WrittenUpdates.GetValueOrDefault(e.Participant), entry, e)),
                },
            RecordsSearched e => state with { Searches = state.Searches.SetItem((e.Participant, e.Subject), new(e, entry.By, entry.At)) },
            MeetingStarted e => state with { StartedAt = state.StartedAt ?? at, StartedVia = state.StartedVia ?? e.Via },
            ConfidentialityRead => state with { ConfidentialityReadAt = at },
            ArrivalNoted e =>
                state with
                {
                    Presences = state.Presences.SetItem(e.Participant,
                        new(state.Presences.GetValueOrDefault(e.Participant)?.From ?? at, null, e.Via)),
                },
            DepartureNoted e when state.Presences.TryGetValue(e.Participant, out var there) =>
                state with { Presences = state.Presences.SetItem(e.Participant, there with { Until = at }) },
            DepartureNoted => state,
            QuorumGapExplained e => state with { ExplainedGaps = state.ExplainedGaps.SetItem(e.Agency, new(e, entry.By, entry.At)) },
            DutyDeskRung e => state with { Calls = state.Calls.Add((e, at)) },
            CallNoted e => Noted(state, entry, e),
            RestrictedHeard e => state with
            {
                Restricted = state.Restricted.SetItem(e.Part, new(e.Part, e.Heard, state.Restricted.GetValueOrDefault(e.Part)?.From ?? at,
                    state.Restricted.GetValueOrDefault(e.Part)?.OverAt)),
            },
            RestrictedOver e when state.Restricted.TryGetValue(e.Part, out var part) =>
                state with { Restricted = state.Restricted.SetItem(e.Part, part with { OverAt = part.OverAt ?? at }) },
            RestrictedOver => state,
            RestrictedTold e => state with
            {
                ToldByMouth = state.ToldByMouth.Add(new(e, entry.By, at) { Seq = entry.Seq }),
            },
            PersonAsked e => state with { Asked = state.Asked.Add((e, at)) },
            AttendanceConfirmed e =>
                state with
                {
                    Confirmed = new(e, entry.By, entry.At),
                    Presences = state.Presences.RemoveRange(state.Presences.Keys.Except(e.Present)),
                },
            MeetingEnded e => state with
            {
                EndedAt = state.EndedAt ?? at,
                EndedVia = state.EndedVia ?? e.Via,
                EndWrittenAt = state.EndWrittenAt ?? entry.At,
            },
            MeetingResumed e => state with
            {
                EndedAt = null,
                EndedVia = null,
                EndWrittenAt = null,
                WroteSince = [],
                GoneOn = e.Cause is not null && state.EndedAt is { } ended
                    ? state.GoneOn.Add(new(new(e, entry.By, entry.At) { Seq = entry.Seq }, ended, state.WroteSince)) : state.GoneOn,
            },
            ReadBackAnswered e => state with { ReadBack = state.ReadBack.SetItem(e.Participant, new(e, entry.By, entry.At)) },
            GapsListed e => state with { Gaps = e },
            RecordCompleted e => state with
            {
                CompletedAt = at,
                OverrideReason = e.OverrideReason,
                OverrideFor = e.Audience,
                CompletedWithGaps = e.WithGaps ?? e.OverrideReason.Length > 0,
            },
            _ => throw new UnreachableException($"Attendance.Evolve does not know {fact.GetType().Name}."),
        };
    }

    private static Attendance Noted(Attendance state, Entry entry, CallNoted fact)
    {
        var before = state.Telephone.GetValueOrDefault(fact.Call)?.Fact.Who ?? fact.Who;
        var noted = state with
        {
            Telephone = fact.IsGone == true ? state.Telephone.Remove(fact.Call)
                : state.Telephone.SetItem(fact.Call, new(fact, entry.By, entry.At) { Seq = entry.Seq }),
        };
        return noted.ByTelephone(before).ByTelephone(fact.Who);
    }

    /// <summary>Whoever was spoken to was there, unless they are known to be there otherwise.</summary>
    private Attendance ByTelephone(ParticipantId who)
    {
        var (there, calls) = (Presences.GetValueOrDefault(who), CallsWith(who).ToList());
        return there is { Via: not Via.Telephone } ? this
            : calls.Count == 0 ? this with { Presences = Presences.Remove(who) }
            : this with
            {
                Presences = Presences.SetItem(who,
                    new(calls.Min(call => call.Fact.HappenedAt ?? call.At), calls.Max(call => call.Fact.EndedAt), Via.Telephone)),
            };
    }

    /// <param name="Until"><c>null</c> while there.</param>
    /// <param name="Via">How it came to be known.</param>
    public sealed record Presence(DateTimeOffset From, DateTimeOffset? Until, Via Via);
}

/// <summary>Part of a meeting that some left.</summary>
/// <param name="Heard">Who stayed.</param>
/// <param name="OverAt"><c>null</c> while it runs, or where the meeting ended in it.</param>
internal sealed record Restriction(int Number, ValueList<ParticipantId> Heard, DateTimeOffset From, DateTimeOffset? OverAt)
{
    /// <param name="end">Of the meeting.</param>
    public bool Holds(DateTimeOffset at, DateTimeOffset? end) => at >= From && !(at > (OverAt ?? end));
}

/// <summary>A meeting that was ended and goes on.</summary>
/// <param name="EndedAt">The end that was none.</param>
/// <param name="Wrote">Who wrote something of it between.</param>
internal sealed record GoneOn(Decided<MeetingResumed> Said, DateTimeOffset EndedAt, ImmutableHashSet<PersonId> Wrote);

/// <param name="Text">All of its parts.</param>
internal sealed record WrittenUpdate(string Text, DateTimeOffset At, PersonId By, Audience Audience)
{
    [JsonIgnore]
    public DateTimeOffset WrittenAt { get; init; }

    internal static WrittenUpdate With(WrittenUpdate? before, Entry entry, WrittenUpdateGiven fact) =>
        new(fact.Part > 1 ? before?.Text + fact.Text : fact.Text, fact.HappenedAt ?? entry.At, entry.By, fact.Audience)
        {
            WrittenAt = entry.At,
        };
}
