using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of who comes, who came, and when the meeting began and ended.</summary>
internal abstract record AttendanceFact : Fact, IOfMeeting;

/// <summary>How something came to be known; kept beside attendance and answers (design §8).</summary>
public enum Via
{
    Form,
    Outlook,
    TeamsEvent,
    Roster,
    Report,
    Chair,
    Telephone,
    InPerson,
    Mail,
}

internal sealed record ArrivalNoted(ParticipantId Participant, Via Via) : AttendanceFact;

/// <summary>The chair asks somebody by name for what is not answered yet.</summary>
/// <param name="Gap">What was missing: an id, and no text.</param>
internal sealed record PersonAsked(ParticipantId Participant, string Gap) : AttendanceFact;

internal sealed record DepartureNoted(ParticipantId Participant, Via Via) : AttendanceFact;

/// <summary>The chair says who was there; anybody else whom the roster took for there was not.</summary>
internal sealed record AttendanceConfirmed(ValueList<ParticipantId> Present) : AttendanceFact;

/// <summary>A call of a meeting that is held by telephone (P13): it began when the fact <see cref="Fact.HappenedAt">happened</see>.
/// </summary>
/// <param name="Call">Which of the meeting's, from 1; noted again it is put right.</param>
/// <param name="Number">That was rung, or that rang.</param>
internal sealed record CallNoted(int Call, ParticipantId Who, string Number, DateTimeOffset EndedAt) : AttendanceFact
{
    /// <summary>There was no such call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsGone { get; init; }

    public override Fact Withheld() => this with { Number = "" };
}

/// <summary>Part of the meeting is for some of those who are there (P6): it began when the fact <see cref="Fact.HappenedAt">happened</see>,
/// and the others left for it.</summary>
/// <param name="Part">Which of the meeting's, from 1; said again it is put right.</param>
/// <param name="Heard">Who stayed.</param>
internal sealed record RestrictedHeard(int Part, ValueList<ParticipantId> Heard) : AttendanceFact;

/// <summary>The others are asked back in.</summary>
internal sealed record RestrictedOver(int Part) : AttendanceFact;

/// <summary>Something restricted was said to the chair by word of mouth, and is written nowhere (P6).</summary>
/// <param name="Participant">By whom.</param>
internal sealed record RestrictedTold(ParticipantId Participant) : AttendanceFact;
