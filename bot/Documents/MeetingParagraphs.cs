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
        if (@case.Meeting.Opened is { } opened)
        {
            yield return section.Decided("meeting/opened", FactWords.Lines(
                ("What it is", opened.Fact.Purpose is { } purpose ? WordTables.MeetingPurpose.InMinutes(purpose) : "another meeting"),
                ("Why there is another meeting", opened.Fact.Reason),
                ("To be held by", opened.Fact.By is { } by ? words.Date(by) : "")), opened);
        }

        foreach (var paragraph in @case.Circumstances is { } why ? Why(section, why).Where(one => one.Text.Length > 0) : [])
        {
            yield return paragraph;
        }

        if (MeetingDue.IsMovingIn(@case) && @case.TransferIn is { Fact: var moving } said)
        {
            yield return section.Decided("meeting/moving-in", FactWords.Lines(
                ("Plan of another area", moving.Authority),
                ("They told us", words.Date(moving.NotifiedOn)),
                ("They keep responsibility", moving.Keeps is { } keeps ? WordTables.YesNo.InMinutes(keeps) : "not known yet"),
                ("Confirmed by", moving.ConfirmedAt is { } at ? $"{moving.ConfirmedBy}, {words.When(at)}" : "")), said);
        }

        foreach (var (other, link) in @case.Linked.All)
        {
            yield return section.Plain($"meeting/linked/{other}",
                $"Linked case: {other} ({WordTables.CaseLinkKind.InList(link.Fact.Kind)})");
        }

        foreach (var paragraph in @case.TakenOff.Where(off => off.Back is null).SelectMany(off => GivenReasons.WithWhy(
            section.Decided($"meeting/child-off/{off.Child.Id.Value}",
                $"{off.Child.Number} was taken off the case: {WordTables.ChildOffCause.InList(off.Said.Fact.Cause)}"
                + (off.Said.Fact.Other is { } own ? $", {own}" : ""), off.Said), off.Said.Fact.Why, ". Why")))
        {
            yield return paragraph;
        }

        foreach (var sheet in Papers(@case, section, words))
        {
            yield return sheet;
        }

        foreach (var again in GoneOn(@case, section, words))
        {
            yield return again;
        }

        foreach (var (taken, number) in @case.Meeting.Takeovers.Select((taken, number) => (taken, number + 1)))
        {
            var who = @case.Find(taken.Fact.Participant)?.Described ?? Authors.Gone;
            var when = taken.At > @case.Meeting.Attendance.EndedAt ? " after the meeting" : "";
            foreach (var paragraph in GivenReasons.WithWhy(
                section.Decided($"meeting/chair/{number}", $"{who} took the chair{when}", taken), taken.Fact.Reason, ". Why"))
            {
                yield return paragraph;
            }
        }
    }

    /// <summary>It was ended and went on: when, and why.</summary>
    private static IEnumerable<MinutesParagraph> GoneOn(Case @case, Section section, Words words) =>
        from one in @case.Meeting.Attendance.GoneOn.Select((gone, index) => (gone.Said, gone.EndedAt, Number: index + 1))
        let cause = WordTables.ResumeCause.InList(one.Said.Fact.Cause!.Value)
        let again = words.LocalDate(one.EndedAt) == words.LocalDate(one.Said.At) ? words.Time(one.Said.At) : words.When(one.Said.At)
        from paragraph in GivenReasons.WithWhy(section.Decided($"meeting/goes-on/{one.Number}",
            $"Ended {words.When(one.EndedAt)} and taken up again {again}: {cause}", one.Said),
            one.Said.Fact.Why ?? "", ". Why")
        select paragraph;

    private static IEnumerable<MinutesParagraph> Papers(Case @case, Section section, Words words) =>
        @case.Meeting.Assessment.Papers.Select(sheet => section.By($"meeting/paper/{sheet.Begun.Seq}",
            $"Written on paper, {sheet.Begun.Fact.Place}, and typed in from {words.When(sheet.Begun.At)}", sheet.Begun.By,
            @case.Find(sheet.Begun.By)?.Id == sheet.Begun.Fact.WrittenBy ? null : sheet.Begun.Fact.WrittenBy, sheet.At,
            Audience.Professionals, sheet.Begun.At));

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
        given.Has(Features.AnotherAuthority) ? $"another authority's area{(given.Authority is { } which ? $" ({which})" : "")}" : "",
    }.Where(part => part.Length > 0));

    private static string Born(ChildDetails details, Words words) => details.BornOrDue is { } on
        ? details.Unborn ? $" (due {words.Date(on)})" : $" (born {words.Date(on)})"
        : "";

    /// <summary>By themselves where not the same people may read them.</summary>
    private static IEnumerable<MinutesParagraph> Why(Section section, CircumstancesGiven why)
    {
        var choices = section.Case.Profile.Questions.Circumstances;
        (string, string)[] lines =
        [
            ("Called because", string.Join("; ", why.Circumstances
                .Select(id => choices.FirstOrDefault(choice => choice.Id == id)?.Text ?? id).Append(why.Other)
                .Where(part => part.Length > 0))),
            ("In the convener's words", why.Reason),
        ];
        return why.CauseAudience == why.Audience
            ? [section.Plain("meeting/why", FactWords.Lines(lines)) with { Audience = why.Audience }]
            :
            [
                section.Plain("meeting/why", FactWords.Lines(lines[0])) with { Audience = why.Audience },
                section.Plain("meeting/cause", FactWords.Lines(lines[1])) with { Audience = why.CauseAudience },
            ];
    }
}
