using System.Globalization;

namespace StrategyBot.Phases.Convening;

/// <summary>A further meeting is to be held, and a manager is to look at it regularly until it is (R60).</summary>
internal sealed class FurtherReviewClock : IClock
{
    public static string Kind => "convening/further-review";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a further meeting is to be looked at";

    public static string Watches => "a manager's look at a further meeting that is to be held, each second working day";

    public static string Until => "a manager has looked at it, or it is held";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A further meeting has to be looked at; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (FurtherReviewRule.Due(@case) is { } due)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{due.On:yyyyMMdd}"),
                @case.Clocks.Words.At(due.On, @case.Profile.Calendar.DigestAt), FurtherMeetingClock.Owners(@case));
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "A further meeting is to be held. Look at it: is its time soon enough for the child?";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(FurtherReviewPart.Needs) ? [FurtherReviewPart.Button(@case)] : [];
}
