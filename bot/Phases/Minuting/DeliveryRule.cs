using StrategyBot.Records;

namespace StrategyBot.Phases.Minuting;

/// <summary>What the record says of who has the minutes. Pure.</summary>
internal static class DeliveryRule
{
    /// <summary>By when a reader says that they have read them, where the procedure says nothing of it.</summary>
    private const int Usual = 2;

    public static int Days(Case @case) => @case.Profile.Minutes.Acknowledged?.WorkingDays ?? Usual;

    public static Delivery Of(Case @case, Meeting meeting, Participant to, int version) => new(
        to, version, @case.Effects.GetValueOrDefault(DistributeMinutesDuty.KeyOf(meeting, version, to.Id)),
        meeting.Minutes.Given.GetValueOrDefault((to.Id, version)));

    /// <summary>Each person's versions, the newest first: whoever is to have it, and whoever was sent, given or shown one.</summary>
    public static IReadOnlyList<IReadOnlyList<Delivery>> Rows(Case @case, Meeting meeting)
    {
        var (minutes, now) = (meeting.Minutes, Recipients.Of(@case, meeting));
        return
        [
            .. from person in @case.Participants
               let due = now.Any(one => one.Id == person.Id)
               let versions = minutes.Approvals.Keys.Select(version => Of(@case, meeting, person, version))
                   .Where(one => (due && one.Version == minutes.Version) || one.Effect is not null || one.Given is not null
                       || (minutes.Acknowledged.GetValueOrDefault(person.Id) is { } read && read.Fact.Version == one.Version))
                   .Reverse().ToList()
               where versions.Count > 0
               select versions,
        ];
    }

    /// <summary>Who was sent the version that stands and has not said that they have read it.</summary>
    public static IReadOnlyList<Delivery> Outstanding(Case @case, Meeting meeting) => meeting.Minutes.Version == 0 ? []
        : [.. Recipients.Deliveries(@case, meeting).Where(one =>
            one.IsOutstanding(meeting) && (one.IsDelivered || one.HasFailed))];

    public static string Say(Delivery delivery, Meeting meeting, Words words, DateTimeOffset? opened) => string.Join(' ', new[]
    {
        delivery.Given is not null && delivery.Effect?.IsDelivered != true ? "" : SentLine.Of(delivery.Effect, delivery.To, words),
        delivery.Given is { Fact: var given }
            ? $"{WordTables.MinutesHanded.InForm(given.How)} {words.Date(given.On)}"
                + $"{(given.Taker.Length > 0 ? $", {(given.How == MinutesHanded.CameBack ? "" : "to ")}{given.Taker}" : "")}."
            : "",
        delivery.CameBack ? SentLine.Ring(delivery.To) : "",
        opened is { } at ? $"Opened {words.When(at)}." : "",
        meeting.Minutes.Acknowledged.GetValueOrDefault(delivery.To.Id) is { } read && read.Fact.Version >= delivery.Version
            ? $"Read, as they say, {words.When(read.At)}."
            : delivery.HasFailed || delivery is { IsDelivered: false, Given: null } ? ""
            : "They have not said that they read it.",
    }.Where(part => part.Length > 0));
}

/// <summary>How far a version is on its way to one person (R81).</summary>
/// <param name="Effect">Of its message.</param>
/// <param name="Given">What somebody noted of it.</param>
internal sealed record Delivery(Participant To, int Version, Effect? Effect, Decided<MinutesGiven>? Given)
{
    public bool CameBack => Given?.Fact.How == MinutesHanded.CameBack;

    /// <summary>Given by hand, read out or posted.</summary>
    public bool IsGiven => Given is not null && !CameBack;

    public bool IsDelivered => IsGiven || (!CameBack && Effect?.IsDelivered == true);

    /// <summary>Refused for good, or it came back: somebody has to ring.</summary>
    public bool HasFailed => CameBack || (!IsGiven && Effect?.IsRefused == true);

    /// <summary>Nobody knows that they have read it.</summary>
    public bool IsOutstanding(Meeting meeting) => !IsGiven && !meeting.Minutes.HasRead(To.Id, Version) && !To.IsTakenOff;
}

/// <summary>When somebody opened a version, by the access log: proof that it came, and not that it was read.</summary>
internal static class OpenedRule
{
    public const string Document = "minuting/document";

    /// <summary>The first time. What names no meeting counts where the case has minutes of one alone.</summary>
    public static DateTimeOffset? At(Case @case, Meeting meeting, Delivery delivery, IReadOnlyList<Access> readings)
    {
        var (approved, next) = (meeting.Minutes.Approvals.GetValueOrDefault(delivery.Version)?.At,
            meeting.Minutes.Approvals.GetValueOrDefault(delivery.Version + 1)?.At);
        var alone = @case.Meetings.Count(one => one.Minutes.Version > 0) == 1;
        bool IsOf(string what) => what.Split('/') switch
        {
            [_, "document", var version] => alone && version == $"{delivery.Version}",
            [_, "document", var which, var version] => which == meeting.Id.Value && version == $"{delivery.Version}",
            [_, "read", var version, _] => alone && version == $"{delivery.Version}",
            [_, "read", var which, var version, _] => which == meeting.Id.Value && version == $"{delivery.Version}",
            _ => false,
        };
        bool IsNewest(string what) => what.Split('/') is [_, "read", "0", _] && alone;
        return readings.Where(one => delivery.To.Is(new PersonId(one.Person)) && one.At >= approved
                && (IsOf(one.What) || (IsNewest(one.What) && !(one.At >= next))))
            .Select(one => (DateTimeOffset?)one.At).Min();
    }
}
