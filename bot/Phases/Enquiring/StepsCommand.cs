using StrategyBot.Conversations;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Lines that say a step of the enquiry is done, for all children whose enquiry runs: shown back, with an undo.</summary>
internal static class StepLine
{
    public static bool Fits(CaseView view) => EnquiryPipeline.Of(view.Whole).Any(one => one.StartedOn is not null);

    /// <param name="step">What stands then, and can be taken back.</param>
    public static Echo Echo(FormPage page, string step, string says)
    {
        var at = EnquiryPipeline.Of(page.Case).Select(one => one.Work.Said.GetValueOrDefault(step)).OfType<Decided<EnquiryFact>>()
            .Where(said => page.Me.Is(said.By)).Select(said => (DateTimeOffset?)said.At).Max();
        return new(says, at is { } when ? [new ActionSet(UndoStep.Button(page.Case, ChildChoice.All, step, when))] : []);
    }
}

/// <summary><c>qa told by telephone</c>.</summary>
internal sealed class QualityAssuranceCommand(CommandCase command, Words words) : ICommand
{
    public static string Word => "qa";

    public static string Help => "`qa told` – the quality assurance unit knows of the enquiry; how, may follow";

    public static bool HoldsContent => true;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => command.SaveAsync(
        rest, turn, Capability.KeepEnquiry, "qa SB-2026-014 Heron told",
        (line, @case, me, now) => line.Trim() is var typed && typed.StartsWith("told", StringComparison.OrdinalIgnoreCase)
            ? EnquiryStepRule.Done(
                @case, me, ChildChoice.All, Pipeline.QualityAssurance, null, typed["told".Length..].Trim(' ', ':', ','), now, words)
            : new CannotBe("Type `qa told`, and how, if you like."),
        (page, _, _) => StepLine.Echo(page, Pipeline.QualityAssurance, "quality assurance told"), cancellationToken, StepLine.Fits,
        ofCase: true);
}

/// <summary><c>report finished</c>, <c>report shared</c>, <c>report sent</c>.</summary>
internal sealed class ReportCommand(CommandCase command, Words words) : ICommand
{
    private static readonly Dictionary<string, (string Step, string Says)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["finished"] = (Pipeline.Report, "the report is finished"),
        ["shared"] = (Pipeline.ReportRead, "the report was gone through with the parents"),
        ["sent"] = (Pipeline.ReportSent, "the report was sent to the professionals"),
    };

    public static string Word => "report";

    public static string Help =>
        "`report finished`, `report shared`, `report sent` – the report for the conference: finished, gone through with the parents, sent";

    public static bool HoldsContent => true;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => command.SaveAsync(
        rest, turn, Capability.KeepEnquiry, "report SB-2026-014 Heron shared",
        (line, @case, me, now) => Read(line) is ({ } step, var how)
            ? EnquiryStepRule.Done(@case, me, ChildChoice.All, step, null, how, now, words)
            : new CannotBe("Type `report finished`, `report shared` or `report sent`."),
        (page, _, line) => Read(line).Step is { } step
            ? StepLine.Echo(page, step, Known.Values.First(one => one.Step == step).Says) : new(""),
        cancellationToken, StepLine.Fits, ofCase: true);

    private static (string? Step, string How) Read(string line)
    {
        var parts = line.Trim().Split([' ', ':', ','], 2, StringSplitOptions.TrimEntries);
        return Known.TryGetValue(parts[0], out var known) ? (known.Step, parts.Length > 1 ? parts[1] : "") : (null, "");
    }
}

/// <summary><c>conference 14 Dec 10:00 County Hall</c>, <c>conference held</c>.</summary>
internal sealed class ConferenceCommand(CommandCase command, Words words) : ICommand
{
    private const string HowTo = "Type `conference 14 Dec 10:00`, and the place if you like; or `conference held`.";

    public static string Word => "conference";

    public static string Help => "`conference 14 Dec 10:00` – the conference has a day; `conference held` – it was held";

    public static bool HoldsContent => true;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => command.SaveAsync(
        rest, turn, Capability.KeepEnquiry, "conference SB-2026-014 Heron 14 Dec 10:00",
        (line, @case, me, now) => IsHeld(line) ? EnquiryStepRule.Held(@case, ChildChoice.All, null, now, words)
            : Read(line, now).Match<Decision>(
                found => EnquiryStepRule.Arrange(@case, me, ChildChoice.All, found.At, found.Where, null, now, words),
                why => new CannotBe(why)),
        (page, _, line) => IsHeld(line) ? StepLine.Echo(page, Pipeline.Held, "the conference was held")
            : StepLine.Echo(page, Pipeline.Arranged, Read(line, page.Now).Match(
                found => $"the conference is {words.When(found.At)}", _ => "the conference")),
        cancellationToken, StepLine.Fits, ofCase: true);

    private static bool IsHeld(string line) => string.Equals(line.Trim(), "held", StringComparison.OrdinalIgnoreCase);

    /// <summary>The day and time are the longest beginning of the line that can be read as one; the place is what follows.</summary>
    private Typed<(DateTimeOffset At, string Where)> Read(string line, DateTimeOffset now)
    {
        var typed = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = typed.Length; count > 0; count--)
        {
            var read = words.ReadMoment(string.Join(' ', typed[..count]), now).Match<Moment?>(moment => moment, _ => null);
            if (read is { Time: { } time })
            {
                return words.OnTheClock(read.On, time, now).Then(at => new Typed<(DateTimeOffset, string)>.Understood(
                    (at, string.Join(' ', typed[count..]))));
            }
        }

        return new Typed<(DateTimeOffset, string)>.NotUnderstood(HowTo);
    }
}

/// <summary><c>day5 in time, plan holds, conference yes: seen together</c> – the progress check in a line (R98).</summary>
internal sealed class ProgressCommand(CommandCase command) : ICommand
{
    private const string HowTo = "Type `day5 in time, plan holds, conference yes: ` and the case note. "
        + "The first is `finished`, `in time` or `late`; then `plan holds` or `plan fails`; then `conference yes`, `no` or `later`.";

    public static string Word => "day5";

    public static string Help => "`day5 in time, plan holds, conference yes: …` – the progress check, with the case note";

    public static bool HoldsContent => true;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => command.SaveAsync(
        rest, turn, Capability.Decide, "day5 SB-2026-014 Heron in time, plan holds, conference yes: …",
        (line, @case, _, _) => Read(line) is { } read
            ? EnquiryStepRule.Check(@case, ChildChoice.All, read.Progress, read.Holds, read.Conference, read.Note)
            : new CannotBe(HowTo),
        (page, _, _) => StepLine.Echo(page, Pipeline.ProgressCheck, "the progress check stands on the record"), cancellationToken,
        StepLine.Fits, ofCase: true);

    private static (EnquiryProgress Progress, YesNo Holds, Conference Conference, string Note)? Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (head, note) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
        return head.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries) is [var progress, var plan, var conference]
            && (progress switch
            {
                "finished" => EnquiryProgress.Finished,
                "in time" or "on time" => EnquiryProgress.OnTime,
                "late" => EnquiryProgress.Late,
                _ => (EnquiryProgress?)null,
            }) is { } goes
            && (plan switch { "plan holds" => YesNo.Yes, "plan fails" => YesNo.No, _ => (YesNo?)null }) is { } holds
            && (conference switch
            {
                "conference yes" or "yes" => Conference.Yes,
                "conference no" or "no" => Conference.No,
                "conference later" or "later" => Conference.AtEndOfEnquiry,
                _ => (Conference?)null,
            }) is { } needed
                ? (goes, holds, needed, note)
                : null;
    }
}
