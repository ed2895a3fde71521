using StrategyBot.Obligations;
using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>A kind of time on a case that must not run out in silence (design §3.2, P27): who owes something is told before it and at it,
/// and once it has passed the procedure's ladder is climbed until somebody acts. One class, one kind; <see cref="ClockDuty{TClock}"/>
/// watches it.</summary>
internal interface IClock : IDutyKind
{
    /// <summary>What runs out, for the table of clocks: <c>the limit to hold the meeting</c>.</summary>
    static abstract string Watches { get; }

    /// <summary>How one answers it, for the same table: <c>the meeting is called</c>.</summary>
    static abstract string Until { get; }

    static abstract Climb Climb { get; }

    /// <summary>From when it is watched beyond what an earlier release told of it.</summary>
    static virtual DateTimeOffset ClimbsSince => DateTimeOffset.MinValue;

    /// <summary>Each that runs or has run out, and that nobody has answered. Pure: the record alone.</summary>
    static abstract IEnumerable<RunningClock> Runs(Case @case);

    /// <summary>What is so, in one line without anybody's name: whoever is on the ladder reads it.</summary>
    static abstract string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words);

    /// <summary>Those with the same one stand on a card once: of siblings who stand alike.</summary>
    static virtual string Line(RunningClock running) => running.Id;

    /// <summary>The same for a lock screen and a letter (P22).</summary>
    static abstract string Sentence { get; }

    /// <summary>The card begins with the emergency number.</summary>
    static virtual bool IsDanger => false;

    /// <summary>What else stands on the card of somebody on the case.</summary>
    static virtual IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) => [];

    /// <summary>What somebody on the case may press.</summary>
    static virtual IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) => [];
}

/// <summary>One clock of a case.</summary>
/// <param name="Id">Names it for good within its kind; another time is another one.</param>
/// <param name="Owners">Who owes it, and so is told before and at it; nobody where something else tells them.</param>
internal sealed record RunningClock(string Id, DateTimeOffset EndsAt, ValueList<ParticipantId> Owners)
{
    /// <summary>When they are told before.</summary>
    public ValueList<DateTimeOffset> Before { get; init; } = [];

    /// <summary>The first rung is told with its owners: they are known to be away.</summary>
    public bool ClimbsAtOnce { get; init; }

    /// <summary>Who knows it already, or is told by something else: no rung is theirs.</summary>
    public ValueList<ParticipantId> Known { get; init; } = [];

    /// <summary>From here on something else is told instead.</summary>
    public DateTimeOffset? Stops { get; init; }

    public ChildId? Child { get; init; }

    /// <summary>Whom it is about, where that is somebody on the case.</summary>
    public ParticipantId? About { get; init; }
}

/// <summary>How fast a clock that has run out climbs.</summary>
/// <param name="Rung">How long each has before the next is told.</param>
/// <param name="Again">Once all were told: how often its owners and the last of them hear again.</param>
internal sealed record Climb(TimeSpan Rung, TimeSpan Again)
{
    /// <summary>On working days, in the morning. Otherwise on clock hours, at night and on days that aren't worked too: it guards a child
    /// (P27).</summary>
    public bool InWorkingDays { get; init; }

    /// <summary>Who was told already hears again on working days alone.</summary>
    public bool RestsAtWeekends { get; init; }

    /// <summary>Who was told already hears again at night too.</summary>
    public bool IsAwake { get; init; }

    /// <summary>What an authority owes, and no child hangs on for the night.</summary>
    public static Climb Days { get; } = new(TimeSpan.FromDays(1), TimeSpan.FromDays(5)) { InWorkingDays = true };

    /// <summary>A child is in danger now (P28).</summary>
    public static Climb Danger { get; } = new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)) { IsAwake = true };

    /// <summary>A meeting waits.</summary>
    public static Climb Meeting { get; } = new(TimeSpan.FromMinutes(10), TimeSpan.FromHours(4));

    /// <summary>A child's safety hangs on it.</summary>
    public static Climb Safety { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(4));

    /// <summary>The same, where somebody has hours.</summary>
    public static Climb Hours { get; } = new(TimeSpan.FromHours(2), TimeSpan.FromHours(12));

    public string Say() => $"each {Length(Rung)} the next; then each {Length(Again)}{(RestsAtWeekends ? ", on working days" : "")}";

    /// <summary>The next moment of it.</summary>
    public DateTimeOffset After(Case @case, DateTimeOffset at, TimeSpan step)
    {
        var (clocks, morning) = (@case.Clocks, @case.Profile.Calendar.DigestAt);
        return InWorkingDays
            ? clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(at), step.Days), morning)
            : at + step;
    }

    private string Length(TimeSpan time) => InWorkingDays ? time.Days == 1 ? "working day" : $"{time.Days} working days"
        : time.TotalHours >= 1 ? $"{time.TotalHours:0} h" : $"{time.TotalMinutes:0} min";
}

internal enum ClockStep
{
    Before,
    At,
    After,
}

/// <summary>Somebody to be told of a clock.</summary>
/// <param name="Whom">A participant's id, or a role of the procedure.</param>
internal sealed record ClockMark(RunningClock RunningClock, ClockStep Step, string Whom)
{
    /// <summary>What its kind watches, for whoever wants to close the case.</summary>
    public string Watches { get; init; } = "";

    /// <inheritdoc cref="IClock.IsDanger"/>
    public bool IsDanger { get; init; }
}
