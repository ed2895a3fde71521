using System.Globalization;

namespace StrategyBot.Phases.Planning;

/// <summary>Whoever holds a child was told the outcome, or another one, and hasn't confirmed that they know it (R53, P12, P35).</summary>
internal sealed class HolderClock : IClock
{
    private static readonly TimeSpan Confirms = TimeSpan.FromMinutes(10);

    public static string Kind => "planning/holder-unconfirmed";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that whoever holds a child has not confirmed";

    public static string Watches => "whoever holds a child confirming the outcome, within ten minutes, also when it changes";

    public static string Until => "they confirm what stands now, or nobody holds the child any more";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "Somebody has to be rung about a child's safety; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case) => @case.Meeting.Plan.AgreedAt is not { } agreed
        ? []
        : from held in AgreementRule.Holders(@case)
          where !Telling.IsConfirmed(@case, held.Holder.Id, held.Children)
          let change = Telling.OfOutcome(@case, held.Children)
          select new RunningClock(
              string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{held.Holder.Id.Value}/{change?.Number ?? 0}"),
              (change?.At ?? agreed) + Confirms, held.Holder.Id == @case.Meeting.Chair ? [] : [@case.Meeting.Chair])
          {
              About = held.Holder.Id,
              Known = [held.Holder.Id],
          };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var holder = @case.Find(running.About!.Value)!;
        var children = AgreementRule.Holders(@case).FirstOrDefault(held => held.Holder.Id == holder.Id).Children ?? [];
        var ring = $"{holder.Described}{(holder.Phone.Length > 0 ? $", {holder.Phone}" : "")}";
        var first = Staffed.InsteadOf(@case, holder, now) is { } instead ? $"{instead}, as the school is closed; then " : "";
        return $"Ring now: {first}{ring}. They hold {string.Join(" and ", children.Select(child => child.Number.ToLowerInvariant()))}, "
            + "and have not confirmed that they know the outcome.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) => [];
}
