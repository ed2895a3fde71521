using System.Text.Json.Serialization;

namespace StrategyBot.Cases;

/// <summary>An action or a row of the interim safety plan: born in a meeting, and living on the case (design §3.1).</summary>
/// <param name="Fact">As it stands today.</param>
/// <param name="By">Who wrote it down first.</param>
internal sealed record PlannedAction(ActionId Id, ActionAgreed Fact, PersonId By, DateTimeOffset At)
{
    /// <summary>As it was agreed, with what that took the place of.</summary>
    [JsonIgnore]
    public Decided<ActionAgreed>? Agreed { get; init; }

    /// <summary>Taken back: a change, or put right as a row that the meeting never agreed.</summary>
    [JsonIgnore]
    public Decided<ActionWithdrawn>? Withdrawn { get; init; }

    /// <summary>The meeting that it was born in.</summary>
    [JsonIgnore]
    public MeetingId Meeting => Fact.Meeting ?? MeetingId.First;

    /// <summary>As its meeting agreed it; <c>null</c> where it was added after the meeting's minutes, or never agreed.</summary>
    public Decided<ActionAgreed>? AtMeeting() =>
        Withdrawn is { IsChange: false } || Agreed?.AtMeeting() is not { IsChange: false } agreed ? null : agreed;

    /// <summary>As it stood then; <c>null</c> where it did not yet, or no more, or was done.</summary>
    public Decided<ActionAgreed>? AsOf(DateTimeOffset at)
    {
        var agreed = Agreed;
        while (agreed is { Before: { } before } && agreed.At > at)
        {
            agreed = before;
        }

        // What was put right later is older than it looks.
        return At > at || Withdrawn?.At <= at || (Progress is ActionProgress.Done && ProgressAt <= at) ? null : agreed;
    }

    /// <summary>Each of the case's plan: a meeting finds what those before it left (design §3.1).</summary>
    public static IEnumerable<PlannedAction> On(Case @case) => @case.Meetings
        .Take(@case.Meetings.FindIndex(meeting => meeting.Id == @case.Meeting.Id) + 1).SelectMany(meeting => meeting.Plan.Actions);

    public ActionProgress? Progress { get; init; }

    public string Note { get; init; } = "";

    public DateTimeOffset? ProgressAt { get; init; }

    /// <summary>Set where the owner said it and another wrote it down.</summary>
    public OwnersWord? Told { get; init; }

    public bool IsWithdrawn => Withdrawn is not null;

    /// <summary>The version at which it was last agreed, changed or withdrawn: what its owner is told anew.</summary>
    public int Changed { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public bool IsClosed => IsWithdrawn || Progress is ActionProgress.Done;

    /// <summary>Who does it: its owner, or somebody of the family with whom the owner keeps in touch.</summary>
    /// <param name="owner">The owner, as they are called where it stands.</param>
    public static string DoneBy(ActionAgreed fact, string owner) => fact.Family is not { } family ? owner
        : $"{(family.Who.Length > 0 ? family.Who : "Family or a friend")}; {owner} keeps in touch";

    /// <summary>For which child, where it is not for all of several.</summary>
    public static Child? IsFor(Case @case, ActionAgreed fact) =>
        fact.Child is not { } id ? null : @case.WasTakenOff(id)?.Child ?? (@case.Children.Count > 1 ? @case.Find(id) : null);
}

/// <summary>An owner's answer that another wrote down.</summary>
/// <param name="Via">How it was said.</param>
/// <param name="At">When it was said.</param>
/// <param name="By">Who wrote it down.</param>
internal sealed record OwnersWord(Via Via, DateTimeOffset At, PersonId By)
{
    internal static OwnersWord? Of(Entry entry, ActionAnswered fact) =>
        fact.Told is { } via ? new(via, fact.HappenedAt ?? entry.At, entry.By) : null;
}
