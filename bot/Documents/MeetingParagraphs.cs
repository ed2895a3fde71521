namespace StrategyBot.Documents;

/// <summary>What the minutes are of: reference, when, where, who chaired, and why it was called.</summary>
internal static class MeetingParagraphs
{
    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words)
    {
        var section = new Section(@case, "Meeting");
        yield return section.Plain("meeting/about", FactWords.Lines(
            ("Reference", $"{@case.Id} {@case.CheckWord}"),
            ("Held", Held(@case, words)),
            ("Where", Where(@case.Circumstances)),
            ("Chair", @case.Find(@case.Meeting.HeldBy)?.Described ?? Authors.Gone),
            ("Children", string.Join("; ", @case.Children.Select(child => child.Named() + Born(child.Details, words))))));
        if (@case.Circumstances is { } why && Why(@case, why) is { Length: > 0 } text)
        {
            yield return section.Plain("meeting/why", text) with { Audience = why.Audience };
        }

        foreach (var (taken, number) in @case.Meeting.Takeovers.Select((taken, number) => (taken, number + 1)))
        {
            var who = @case.Find(taken.Fact.Participant)?.Described ?? Authors.Gone;
            var when = taken.At > @case.Meeting.Attendance.EndedAt ? " after the meeting" : "";
            yield return section.Decided($"meeting/chair/{number}",
                $"{who} took the chair{when}. {(taken.Fact.Reason.Length == 0 ? "" : $"Why: {taken.Fact.Reason}")}".TrimEnd(), taken);
        }
    }

    private static string Held(Case @case, Words words)
    {
        var attendance = @case.Meeting.Attendance;
        var start = attendance.StartedAt ?? @case.Meeting.Room.Convened?.StartsAt;
        return (start, attendance.EndedAt) switch
        {
            ({ } from, { } until) when words.LocalDate(from) == words.LocalDate(until) => $"{words.When(from)} to {words.Time(until)}",
            ({ } from, { } until) => $"{words.When(from)} to {words.When(until)}",
            ({ } from, null) => words.When(from),
            _ => "",
        };
    }

    private static string Where(CircumstancesGiven? given) => given is null ? "" : string.Join("; ", new[]
    {
        WordTables.MeetingMode.InMinutes(given.Mode).AsHeading(),
        given.Area.Length == 0 ? "" : $"area {given.Area}",
        given.Has(Features.AnotherAuthority) ? "another authority's area" : "",
    }.Where(part => part.Length > 0));

    private static string Born(ChildDetails details, Words words) => details.BornOrDue is { } on
        ? details.Unborn ? $" (due {words.Date(on)})" : $" (born {words.Date(on)})"
        : "";

    private static string Why(Case @case, CircumstancesGiven why) => FactWords.Lines(
        ("Called because",
            string.Join("; ",
                why.Circumstances.Select(id => @case.Profile.Questions.Circumstances.FirstOrDefault(choice => choice.Id == id)?.Text ?? id)
                    .Append(why.Other).Where(part => part.Length > 0))),
        ("In the convener's words", why.Reason));
}

/// <summary>By which limit it was held, since when that ran, and every reason that somebody was asked for on the way.</summary>
internal static class GivenReasons
{
    private const string Prefix = "reasons/";

    /// <summary>Earlier releases printed none of them.</summary>
    public static bool Holds(MinutesParagraph paragraph) => paragraph.Id.StartsWith(Prefix, StringComparison.Ordinal);

    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words) => Sections(@case, words).Where(one => one.Text.Length > 0);

    private static IEnumerable<MinutesParagraph> Sections(Case @case, Words words)
    {
        var section = new Section(@case, "Limit and reasons");
        var (given, convened) = (@case.Circumstances, @case.Meeting.Room.Convened);
        yield return section.Plain($"{Prefix}limit", FactWords.Lines(
            ("Hold by", convened is null ? "" : $"{words.When(convened.HoldBy)} ({convened.HoldByRule})"),
            ("Concern identified", given is null ? "" : words.When(given.ConcernIdentifiedAt)),
            ("Referral received", given is null ? "" : words.When(given.ReferralReceivedAt)),
            ("Acted at once", given?.ImmediateActionAt is { } acted
                ? $"{words.When(acted)}{(given.ActionToConfirm == true ? " (to be confirmed)" : "")}"
                : "")));
        yield return section.Plain($"{Prefix}urgent", First(@case));
        yield return section.Plain($"{Prefix}longer", FactWords.Lines(
            ($"The longer limit{By(@case, @case.Limit.FurtherBy)}, because", given?.LimitReason ?? ""))) with
        {
            Audience = given?.Audience ?? Audience.Professionals,
        };
        yield return section.Plain($"{Prefix}called", FactWords.Lines(
            ("Later than the limit, because", convened?.LateReason ?? ""), ("This chair, because", convened?.ChairReason ?? ""))) with
        {
            Audience = convened?.Audience ?? Audience.Professionals,
        };
        if (@case.Meeting.Room.Late is { } late && late.Reason != convened?.LateReason && late.Reason.Length > 0)
        {
            yield return section.By($"{Prefix}late", $"Later than the limit of {words.When(late.HoldBy)}, because: {late.Reason}",
                late.By, null, late.At, Audience.Professionals);
        }

        foreach (var (moved, number) in @case.Meeting.Room.Moved.Select((moved, number) => (moved, number + 1)))
        {
            yield return section.Decided($"{Prefix}moved/{number}",
                $"Moved to {words.When(moved.Fact.StartsAt)}{Because(moved.Fact.Reason)}", moved);
        }

        foreach (var person in @case.Participants)
        {
            if (@case.Meeting.Attendance.Answers.GetValueOrDefault(person.Id) is { DecisionMaker: { Length: > 0 } name } answer)
            {
                yield return section.Plain($"{Prefix}decides/{person.Id.Value}", $"{person.Agency.Name()}: {name} decides for it, as "
                    + $"{person.Name} said.") with
                { Audience = answer.Audience };
            }
        }
    }

    private static string Because(string reason) => reason.Length == 0 ? "." : $", because: {reason}";

    private static string By(Case @case, PersonId? by) =>
        by is { } who && @case.Find(who) is { Name.Length: > 0 } person ? $" ({person.Name})" : "";

    private static string First(Case @case) => @case.Urgent switch
    {
        { Answer: YesNo.No } no => $"No to the first question{By(@case, @case.Limit.UrgentBy)}{Because(no.Reason)}",
        { Answer: YesNo.Yes } yes => FactWords.Lines(("Yes to the first question",
            yes.Which.Count == 0 ? "same day" : string.Join("; ",
                yes.Which.Select(id => @case.Profile.Questions.Urgent.FirstOrDefault(part => part.Id == id)?.Text ?? id)))),
        _ => "",
    };
}
