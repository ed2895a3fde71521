using System.Globalization;
using StrategyBot.Documents;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Minuting;

/// <summary>A version, or the draft, as the document of one reader. Pure.</summary>
internal static class MinutesFile
{
    public static Capability Needs(int version) => version == 0 ? Capability.Lead : Capability.ReadMinutes;

    /// <summary>Names the case by its reference alone: it stands in a mail and in a folder of downloads.</summary>
    public static string Name(Case @case, int version, string ending = "docx", Child? child = null) =>
        $"{@case.Id}-{(version == 0 ? "draft" : $"version-{version}")}{(child is null ? "" : $"-{child.Id.Value}")}.{ending}";

    /// <param name="child">Whose file it goes on (P9); <c>null</c>: all of it.</param>
    public static byte[] Write(Case @case, Meeting meeting, int version, Participant reader, Words words, Child? child = null)
    {
        var (copy, paper) = Cut(@case, meeting, version, reader, words, child);
        return MinutesDocx.Write(copy, paper);
    }

    /// <returns><c>null</c>: it has letters that can't be set.</returns>
    public static byte[]? WritePdf(Case @case, Meeting meeting, int version, Participant reader, Words words, PdfFaces faces)
    {
        var (copy, paper) = Cut(@case, meeting, version, reader, words);
        return SheetPdf.Write(MinutesLayout.Of(copy, paper), paper, faces);
    }

    public static bool CanSet(Case @case, Meeting meeting, int version, Participant reader, Words words, PdfFaces faces)
    {
        var (copy, paper) = Cut(@case, meeting, version, reader, words);
        return SheetPdf.CanSet(MinutesLayout.Of(copy, paper), paper, faces);
    }

    private static (IReadOnlyList<MinutesParagraph> Copy, MinutesPaper Paper) Cut(
        Case @case, Meeting meeting, int version, Participant reader, Words words, Child? child = null)
    {
        var paragraphs = version == 0 ? MinutesDraft.Of(@case) : meeting.Minutes.Of(version);
        return (MinutesCopy.OnPaper(child is null ? paragraphs : MinutesExtract.Of(paragraphs, child.Id), reader),
            Paper(@case, meeting, version, paragraphs, reader, words, child));
    }

    public static MinutesPaper Paper(
        Case @case, Meeting meeting, int version, IReadOnlyList<MinutesParagraph> paragraphs, Participant reader, Words words,
        Child? child = null)
    {
        IReadOnlyList<Child> children = child is null ? @case.Children : [child];
        var (held, minutes, said) = (meeting.Attendance, meeting.Minutes, @case.Profile.Minutes.Paper);
        var approved = minutes.Approvals.GetValueOrDefault(version);
        var numbers = MinutesNumbers.Of(
            [.. minutes.Versions.Where(one => version == 0 || one.Key < version).Select(one => one.Value), paragraphs])
            .Concat(MinutesNumbers.OfPlan(paragraphs)).ToDictionary(StringComparer.Ordinal);
        return new($"{@case.Id} {@case.CheckWord}", VersionMark.Of(@case, meeting, version, words), version, reader.Described)
        {
            Approved = approved is null ? "" : $"Approved by {DelegateRule.ApprovedBy(@case, approved)}, {words.When(approved.At)}.",
            Replaces = version < 2 ? "" : $"Replaces version {version - 1}. {Why(minutes, version, reader)}",
            Authority = said?.Authority ?? MinutesPaperWords.Usual.Authority!,
            Classification = said?.Classification ?? MinutesPaperWords.Usual.Classification!,
            Handling = said?.Handling ?? MinutesPaperWords.Usual.Handling!,
            Keep = said?.Keep ?? MinutesPaperWords.Usual.Keep!,
            Plan = @case.Profile.Labels.SafetyPlan.Text,
            Order = said?.Order ?? [],
            Titles = said?.Titles ?? [],
            On = (held.StartedAt ?? held.EndedAt) is { } on ? words.LocalDate(on) : null,
            EndedAt = held.EndedAt,
            MadeAt = approved?.At,
            Numbers = numbers,
            Before = version < 2 ? [] : MinutesCopy.OnPaper(minutes.Of(version - 1), reader),
            ExtractOf = child?.Number ?? "",
            Extract = child is null ? "" : "What was said of another child alone is not in it. ",
            Accepted = Accepted(@case, meeting, reader, child),
            HoldBy = HoldBy(@case, meeting, children, words),
            Ring = Ring(@case, meeting),
            Restricted = [.. held.Restricted.Values.Select(part => (part with { OverAt = part.OverAt ?? held.EndedAt },
                string.Join(", ", part.Heard.Select(id => @case.Find(id)?.Name ?? Authors.Gone))))],
            Limits = [.. Limits(@case, meeting, children, words)],
            Distribution = version == 0 ? [] : [.. Distribution(@case, meeting, version, paragraphs, numbers, words)],
            DistributionOf = version == 0 ? [] : [.. Shown(version).Select(number => $"Version {number}")],
            Versions = [.. minutes.Approvals.Where(one => one.Key <= version).Select(one => (IReadOnlyList<string>)
            [
                one.Key.ToString(CultureInfo.InvariantCulture), $"{DelegateRule.ApprovedBy(@case, one.Value)}, {words.When(one.Value.At)}",
                one.Key == 1 ? "First version." : Why(minutes, one.Key, reader),
            ])],
        };
    }

    private static string Why(Minutes minutes, int version, Participant reader) =>
        minutes.Approvals.GetValueOrDefault(version) is { Fact.Reason.Length: > 0 } one
        && one.Fact.Audience.Admits(reader, reader.Is(one.By))
            ? one.Fact.Reason : "Changed.";

    /// <summary>Of the rows that the reader may read (R93).</summary>
    private static string Accepted(Case @case, Meeting meeting, Participant reader, Child? child)
    {
        var rows = meeting.Plan.Actions.Where(row => !row.IsWithdrawn && row.Fact.Kind != ActionKind.Enquiry
            && (child is null || row.Fact.Child is null || row.Fact.Child == child.Id)
            && row.Fact.Audience.Admits(reader, row.Fact.Owner == reader.Id)).ToList();
        var not = rows.Where(row => row.Progress is null or ActionProgress.Declined or ActionProgress.CannotDo)
            .Select(row => @case.Find(row.Fact.Owner)?.Name).OfType<string>().Distinct().ToList();
        return rows.Count == 0 ? "" : not.Count == 0 ? "All accepted." : $"Not accepted yet: {string.Join(", ", not)}.";
    }

    private static string HoldBy(Case @case, Meeting meeting, IReadOnlyList<Child> children, Words words) => string.Join(' ',
        from one in EnquiryPipeline.Of(@case)
        where one is { StartedOn: not null, Limit: not null } && one.Need != Conference.No && one.Enquiry.By.Id == meeting.Id
            && children.Any(child => child.Id == one.Child.Id)
        group one.Child.Details.Name by one.Limit!.On into limit
        let whose = limit.Count() == children.Count ? "" : $" ({string.Join(", ", limit)})"
        select $"Hold by {words.Date(limit.Key)}{whose}.");

    /// <summary>The social worker, and the police where they investigate together.</summary>
    private static string Ring(Case @case, Meeting meeting)
    {
        var decided = @case.OfChildren(meeting.Plan.Section47).Select(one => one.Fact).ToList();
        var people = @case.Participants.Where(person => person.Phone.Length > 0 && (person.Roles.Contains(Role.SocialWorker)
            || (person.Agency == Agency.Police && meeting.Attendance.Attended(person.Id)
                && decided.Exists(fact => fact.Conduct == Conduct.Joint)))).Select(person => $"{person.Name}, {person.Phone}").ToList();
        return decided.TrueForAll(fact => fact.Answer == Section47.NotStart) || people.Count == 0 ? ""
            : $"To ring: {string.Join("; ", people)}.";
    }

    private static IEnumerable<IReadOnlyList<string>> Limits(
        Case @case, Meeting meeting, IReadOnlyList<Child> children, Words words)
    {
        var (held, minutes) = (meeting.Attendance, meeting.Minutes);
        if (meeting.Room.Convened is { } convened && held.StartedAt is { } started)
        {
            yield return ["Strategy meeting", words.When(convened.HoldBy), Done(started, convened.HoldBy, words)];
        }

        if (MinutesClock.Of(@case, meeting) is { } limits)
        {
            yield return ["Minutes approved", words.When(limits.Approve.At),
                minutes.Approvals.TryGetValue(1, out var first) ? Done(first.At, limits.Approve.At, words) : "Not yet."];
            yield return ["On each child’s record", words.When(limits.Enter.At), string.Join(' ', children.Select(child =>
                $"{child.Details.Name}: "
                    + (minutes.Entered.TryGetValue(child.Id, out var entered) ? Done(entered.At, limits.Enter.At, words) : "not yet.")))];
        }
    }

    private static string Done(DateTimeOffset at, DateTimeOffset limit, Words words) =>
        at >= limit.AddMinutes(1) ? $"Late: {words.When(at)}." : $"{words.When(at)}. In time.";

    private static IEnumerable<IReadOnlyList<string>> Distribution(
        Case @case, Meeting meeting, int version, IReadOnlyList<MinutesParagraph> paragraphs, IReadOnlyDictionary<string, string> numbers,
        Words words)
    {
        var approvals = meeting.Minutes.Approvals;
        var approver = approvals.GetValueOrDefault(version) is { Fact.For: not null } one ? @case.Find(one.By) : @case.Find(meeting.Chair);
        yield return [approver?.Name ?? "The chair", "In full", .. Shown(version).Select(number => approver is null || Has(number, approver)
            ? "With the approval" : Came(@case, meeting, number, approver, words))];
        bool Has(int number, Participant person) => approvals[number].Fact.For is null
            ? person.Id == meeting.Chair : person.Is(approvals[number].By);
        // Whoever was sent one keeps their row.
        foreach (var person in Recipients.Of(@case, meeting, approver?.Id).UnionBy(DeliveryRule.Rows(@case, meeting)
            .Where(row => row[^1].Version <= version && row[0].To.Id != approver?.Id).Select(row => row[0].To), one => one.Id))
        {
            var without = MinutesCopy.OnPaper(paragraphs, person).Where(paragraph => paragraph.IsLeftOut)
                .Select(paragraph => numbers.GetValueOrDefault(paragraph.Id, "a part without a number")).Distinct()
                .OrderBy(MinutesNumbers.Order).ToList();
            yield return
            [
                person.Name, without.Count == 0 ? "In full" : $"Without {string.Join(", ", without)}",
                .. Shown(version).Select(number => Has(number, person) ? "With the approval"
                    : Came(@case, meeting, number, person, words)),
            ];
        }
    }

    /// <summary>The version and the one before it.</summary>
    private static IEnumerable<int> Shown(int version) => Enumerable.Range(1, version).TakeLast(2);

    private static string Came(Case @case, Meeting meeting, int number, Participant person, Words words) =>
        (DeliveryRule.Of(@case, meeting, person, number) is { Given.Fact: var given } ? $"{WordTables.MinutesHanded.InList(given.How)} "
            + words.Date(given.On) : Came(@case.Effects.GetValueOrDefault(DistributeMinutesDuty.KeyOf(meeting, number, person.Id)), words))
            + (meeting.Minutes.Acknowledged.GetValueOrDefault(person.Id) is { } read && read.Fact.Version == number
                ? $"; read {words.When(read.At)}" : "");

    private static string Came(Effect? effect, Words words) => effect is { IsDelivered: true, Settled.Rung: var rung }
            ? $"{words.When(effect.At)}, {(rung == "mail" ? "by mail" : "in Teams")}"
            : effect is { IsRefused: true } ? "not delivered" : "not sent yet";
}
