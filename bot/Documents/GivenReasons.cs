namespace StrategyBot.Documents;

/// <summary>By which limit it was held, since when that ran, and every reason that somebody was asked for on the way.</summary>
internal static class GivenReasons
{
    private const string Title = "Limit and reasons";
    private const string Prefix = "reasons/", EnteredLate = $"{Prefix}entered-late";

    /// <summary>Why a version was approved late: it stands in that version.</summary>
    public const string ApprovedLate = $"{Prefix}approved-late";

    public static IEnumerable<MinutesParagraph> Approved(Participant by, DateTimeOffset at, string late, Audience audience) =>
        WithWhy(new(ApprovedLate, Title, "Approved after the limit", by.Described, at, audience, by.Id), late);

    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words) => Sections(@case, words).Where(one => one.Text.Length > 0);

    private static IEnumerable<MinutesParagraph> Sections(Case @case, Words words)
    {
        var section = new Section(@case, Title);
        var (given, convened) = (@case.Circumstances, @case.Meeting.Room.Convened);
        yield return section.Plain($"{Prefix}limit", FactWords.Lines(
            ("Hold by", convened is null ? "" : $"{words.When(convened.HoldBy)} ({convened.HoldByRule})"),
            ("Concern identified", When(given?.ConcernIdentifiedAt, given?.ConcernToConfirm, words)),
            ("Referral received", When(given?.ReferralReceivedAt, given?.ReferralToConfirm, words)),
            ("Acted at once", When(given?.ImmediateActionAt, given?.ActionToConfirm, words))));
        foreach (var child in @case.Children.Where(child => child.Now is not null))
        {
            var (now, rung) = (child.Now!, child.Rung);
            yield return section.Decided($"{Prefix}now/{child.Id.Value}", FactWords.Lines(
                ($"{child.Number} before the meeting", string.Join(", ", new[]
                {
                    WordTables.PlaceNow.InList(now.Fact.Place), now.Fact.Where,
                    now.Fact.WithWhom.Length > 0 ? $"with {now.Fact.WithWhom}" : "",
                    now.Fact.Until is { } until ? $"until {words.When(until)}" : "",
                }.Where(part => part.Length > 0)))), now);
            foreach (var (call, number) in rung.Select((call, number) => (call, number + 1)))
            {
                yield return section.Decided($"{Prefix}rung/{child.Id.Value}/{number}", FactWords.Lines(
                    ($"{child.Number}: rang where the child was, {words.When(call.At)}",
                        WordTables.RungOutcome.InList(call.Fact.Outcome) + (call.Fact.Who.Length > 0 ? $" ({call.Fact.Who})" : ""))), call);
            }
        }
        if (@case.WhatNow is { } whatNow)
        {
            yield return section.Decided($"{Prefix}what-now", $"Done at once: {whatNow.Fact.Text}", whatNow);
        }

        foreach (var first in First(@case, section))
        {
            yield return first;
        }

        yield return section.Plain($"{Prefix}longer", FactWords.Lines(
            ($"The longer limit{By(@case, @case.Limit.FurtherBy)}, because", given?.LimitReason ?? ""))) with
        {
            Audience = given?.LimitAudience ?? Audience.Professionals,
        };
        var late = convened is null ? "" : WordTables.Late(convened.LateCause, convened.LateReason);
        yield return section.Plain($"{Prefix}called", FactWords.Lines(
            (@case.Meeting.Room.WasLate ? "Later than the limit, because" : "Said of the time, which is within the limit", late),
            ("This chair, because", convened?.ChairReason ?? ""))) with
        {
            Audience = convened?.Audience ?? Audience.Professionals,
        };
        if (@case.Meeting.Room.ChairSaid is { } chair)
        {
            yield return section.Decided($"{Prefix}chair", $"This chair, because: {chair.Fact.Reason}", chair);
        }

        if (@case.Meeting.Room.Late is { Said.Length: > 0 } since && since.Said != late)
        {
            foreach (var paragraph in WithWhy(section.By($"{Prefix}late", $"Later than the limit of {words.When(since.HoldBy)}",
                since.By, null, since.At, since.Audience), since.Said))
            {
                yield return paragraph;
            }
        }

        // One that was late when it was approved has its reason in itself (ApprovalRule).
        if (@case.Meeting.Minutes is { Late: { } entered, Approvals: var approvals } && entered.Seq > approvals.GetValueOrDefault(1)?.Seq)
        {
            foreach (var paragraph in WithWhy(
                section.Decided(EnteredLate, "Entered on the child's record after the limit", entered), entered.Fact.Reason))
            {
                yield return paragraph;
            }
        }

        foreach (var (moved, number) in @case.Meeting.Room.Moved.Select((moved, number) => (moved, number + 1)))
        {
            foreach (var paragraph in WithWhy(section.Decided($"{Prefix}moved/{number}",
                $"Moved to {words.When(moved.Fact.StartsAt)}", moved), moved.Fact.Reason))
            {
                yield return paragraph;
            }
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

    private static string When(DateTimeOffset? at, bool? toConfirm, Words words) =>
        at is { } one ? $"{words.When(one)}{(toConfirm == true ? " (to be confirmed)" : "")}" : "";

    private static string By(Case @case, PersonId? by) =>
        by is { } who && @case.Find(who) is { Name.Length: > 0 } person ? $" ({person.Name})" : "";

    /// <summary>What was done is for all; why, by itself, for those whom its marking names.</summary>
    /// <param name="what">A sentence without its end, marked as its reason is.</param>
    /// <param name="joined">What stands between the two where they are one.</param>
    public static IEnumerable<MinutesParagraph> WithWhy(MinutesParagraph what, string why, string joined = ", because") =>
        what.Audience.IsForAll || why.Length == 0
            ? [what with { Text = what.Text + (why.Length == 0 ? "." : $"{joined}: {why}"), Audience = Audience.Professionals }]
            :
            [
                what with { Text = $"{what.Text}.", Audience = Audience.Professionals },
                what with { Id = $"{what.Id}/why", Text = $"Because: {why}" },
            ];

    private static IEnumerable<MinutesParagraph> First(Case @case, Section section) => @case.Urgent switch
    {
        { Answer: YesNo.No } no => WithWhy(section.Plain($"{Prefix}urgent", $"No to the first question{By(@case, @case.Limit.UrgentBy)}")
            with
        { Audience = @case.Limit.UrgentFor }, no.Reason),
        { Answer: YesNo.Yes } yes => [section.Plain($"{Prefix}urgent", FactWords.Lines(("Yes to the first question",
            yes.Which.Count == 0 ? "same day" : string.Join("; ",
                yes.Which.Select(id => @case.Profile.Questions.Urgent.FirstOrDefault(part => part.Id == id)?.Text ?? id)))))],
        _ => [],
    };
}
