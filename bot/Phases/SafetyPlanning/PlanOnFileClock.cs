using System.Globalization;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>By when the plan as it stands is on the children's file (R80): two working days from when it was agreed, or changed.</summary>
internal sealed class PlanOnFileClock : IClock
{
    public static string Kind => "safety-planning/on-file";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a safety plan is to be put on file";

    public static string Watches =>
        "the safety plan on the child's file, and the reviewing officer's copy, two working days from when it was agreed or changed";

    public static string Until => "that version stands on the file, and the officer has it or there is none";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A safety plan is to be put on file; open your part.";

    /// <summary>Told on the morning of its last day, and late on the next working day.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (Due(@case) is { } due && !@case.Meeting.SafetyPlan.IsOnFile(@case))
        {
            var (clocks, morning) = (@case.Clocks, @case.Profile.Calendar.DigestAt);
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{SafetyPlan.VersionNow(@case)}"),
                clocks.Words.At(clocks.Days.After(due.On, 1), morning), Owners(@case))
            {
                Before = [clocks.Words.At(due.On, morning)],
            };
        }
        else if (Due(@case) is { } by && @case.Meeting.SafetyPlan.IsCopyOwed(@case))
        {
            yield return new(string.Create(CultureInfo.InvariantCulture,
                $"{@case.Meeting.Id.Value}/{SafetyPlan.VersionNow(@case)}/copy"),
                @case.Clocks.Words.At(@case.Clocks.Days.After(by.On, 1), @case.Profile.Calendar.DigestAt), Owners(@case));
        }
    }

    public static Deadline? Due(Case @case) => SafetyPlan.OnFileBy(@case);

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        @case.Meeting.SafetyPlan.IsCopyOwed(@case)
            ? $"The independent reviewing officer has no copy yet of version {SafetyPlan.VersionNow(@case)} of the safety plan."
        : Due(@case) is { } due
            ? $"Version {SafetyPlan.VersionNow(@case)} of the safety plan {(step == ClockStep.Before ? "is" : "was")} to be on the "
                + $"children's file by {words.Date(due.On)}."
            : "A safety plan was to be on the children's file.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(PlanOnFilePart.Needs) ? [PlanOnFilePart.Button(@case)] : [];

    private static ValueList<ParticipantId> Owners(Case @case)
    {
        var people = @case.Participants.Where(person => !person.IsTakenOff).ToList();
        return people.Where(person => person.Roles.Contains(Role.BusinessSupport)).DefaultIfEmpty(
            people.Find(person => person.Roles.Contains(Role.SocialWorker)) ?? @case.Chair).Select(person => person.Id).ToValueList();
    }
}
