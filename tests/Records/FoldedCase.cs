using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>What a folded case says, as lines: whatever the state is built of, these words must not change.</summary>
internal static class FoldedCase
{
    // What a later release adds to a type says nothing here while it is empty.
    private static readonly JsonSerializerOptions Spare = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Text(Case @case) => string.Join('\n',
        [
            Line(@case.Id, @case.CheckWord, "facts", @case.Version, "opened", At(@case.OpenedAt), "touched", At(@case.TouchedAt)),
            Line("procedure", @case.Profile.Id, Digest(@case.Profile.ToJson())),
            Line("calendar", @case.Calendar.Version, @case.Calendar.Dates.Count),
            .. @case.CalendarChanges.Select(change => Line("calendar changed", By(change), Json(change.Fact))),
            Line("urgent", Json(@case.Urgent)),
            Line("circumstances", Json(@case.Circumstances)),
            .. @case.Limit.UrgentFor.IsForAll ? (IEnumerable<string>)[] : [Line("urgent for", Json(@case.Limit.UrgentFor))],
            .. @case.Limit.Passed.Select(passed => Line("limit passed", At(passed.At), passed.Rule)),
            .. @case.Children.Select(child => Line("child", child.Id.Value, Json(child.Details))),
            .. @case.Adults.Select(adult => Line("adult", adult.Id.Value, Json(adult.Details))),
            .. @case.Children.Select(child => (child.Id.Value, child.Address))
                .Concat(@case.Adults.Select(adult => (adult.Id.Value, adult.Address))).Where(one => one.Address.IsConfidential)
                .Select(one => Line("address", one.Value, "for", Json(one.Address.Audience))),
            .. @case.Participants.Select(person => Line("person", Json(person), "also", Join(person.Also, id => id.Value))),
            .. @case.Meetings.SelectMany(Lines),
            .. @case.Meetings.SelectMany(meeting => ChangeSince.Of(@case.About(meeting.Id)!)).Where(change => change.Change is not null)
                .Select(change => Line("changed since", change.Seq, change.Row?.Id.Value, Json(change.Change))),
            .. Enquiry.Of(@case).Where(enquiry => enquiry.Basis == EnquiryBasis.Before && enquiry.StartedOn is not null)
                .Select(enquiry => Line("enquiry since", enquiry.Child.Id.Value, Dates.Iso(enquiry.StartedOn!.Value))),
            .. @case.Bindings.Select(bound => Line("known by address", bound.Number, Json(bound.Fact), bound.IsUndone)),
            .. @case.Participants.Where(person => person.NotThem.Count > 0)
                .Select(person => Line("not them", person.Id.Value, Join(person.NotThem, id => id.Value))),
            .. @case.Children.Where(child => child.Now is not null)
                .Select(child => Line("now", child.Id.Value, By(child.Now!), Json(child.Now!.Fact), Json(child.Now.Fact.Audience))),
            .. @case.Children.SelectMany(child => child.Rung.Select(rung => Line("rung", child.Id.Value, By(rung), Json(rung.Fact)))),
            .. @case.Meetings.Select(meeting => meeting.Room.ChairSaid).OfType<Decided<ChairExplained>>()
                .Select(chair => Line("chair explained", By(chair), Json(chair.Fact), Json(chair.Fact.Audience))),
            .. @case.Meetings.SelectMany(meeting => Sorted(meeting.Safety.Withdrawn,
                (child, withdrawn) => Line("consent withdrawn", child.Value, By(withdrawn), Json(withdrawn.Fact)))),
            .. @case.WhatNow is { } whatNow ? (IEnumerable<string>)[Line("what now", By(whatNow), Json(whatNow.Fact))] : [],
            .. @case.FamilyCopies.SelectMany(Lines),
            .. Sorted(@case.Enquiries, (child, work) => Line("enquiry", child.Value,
                Join(work.Said.OrderBy(one => one.Key, StringComparer.Ordinal),
                    one => $"{one.Key} {By(one.Value)} {Json((object)one.Value.Fact)}"),
                work.Late is { } late ? $"late {By(late)} {Json(late.Fact)}" : "",
                work.LateAnswered is { } answered ? $"answered {By(answered)} {Json(answered.Fact)}" : "",
                work.Capacity is { } capacity ? $"capacity {By(capacity)} {Json(capacity.Fact)}" : "",
                work.StandIn is { } stand ? $"in the place {By(stand)} {Json(stand.Fact)}" : "",
                Join(work.Heard, heard => $"heard {By(heard)} {Json(heard.Fact)}"))),
            .. @case.TransferIn is { } moving ? (IEnumerable<string>)[Line("moves in", By(moving), Json(moving.Fact))] : [],
            .. Sorted(@case.Enquiries.Where(one => one.Value.Outcome is not null).ToImmutableDictionary(),
                (child, work) => Line("conference decided", child.Value, By(work.Outcome!), Json(work.Outcome!.Fact))),
            .. Sorted(@case.Enquiries.Where(one => one.Value.Invited is not null).ToImmutableDictionary(), (child, work) =>
                Line("conference in calendars", child.Value, By(work.Invited!), Json(work.Invited!.Fact),
                    Join(work.Events, one => $"{By(one)} {Json(one.Fact)}"),
                    Join(work.Answers.OrderBy(one => one.Key.Value, StringComparer.Ordinal),
                        one => $"{By(one.Value)} {Json(one.Value.Fact)}"))),
            .. Sorted(@case.Protection, (child, work) =>
                Line("protection plan", child.Value,
                    Join(work.Said, one => $"{By(one)} {one.Fact.GetType().Name} {Json((object)one.Fact)}"))),
            .. @case.Meetings.SelectMany(meeting => meeting.Room.Reviewed.Select(look =>
                Line("further meeting reviewed", meeting.Id.Value, By(look), Json(look.Fact), Json(look.Fact.Audience)))),
            .. @case.Children.Where(child => child.ElseInCaseSystem is not null).Select(child => Line(
                $"{child.Id.Value} else in the case system", By(child.ElseInCaseSystem!), Json(child.ElseInCaseSystem!.Fact))),
            .. @case.Children.Where(child => child.InCaseSystem is not null).Select(child =>
                Line($"{child.Id.Value} in the case system", By(child.InCaseSystem!), Json(child.InCaseSystem!.Fact))),
            .. @case.Linked.All.Values.Select(link => Line("linked", By(link), Json(link.Fact))),
            .. @case.Linked.Undone.Values.Select(link => Line("not linked", By(link), Json(link.Fact))),
            .. @case.Linked.None is { } none ? (IEnumerable<string>)[Line("no other case", By(none), Json(none.Fact))] : [],
            .. @case.Keeping.Reports.Select(report => Line("misplaced", At(report.NoticedAt), By(report.Said), Json(report.Said.Fact),
                report.Answer is { } answer ? $"{By(answer)} {Json(answer.Fact)}" : null)),
            .. @case.Keeping.Seals.Select(seal => Line("sealed", By(seal.Said), Json(seal.Said.Fact),
                seal.GoneAt is { } gone ? At(gone) : null)),
            .. @case.Keeping.Holds.Select(hold => Line("held", By(hold.Said), Json(hold.Said.Fact),
                hold.Released is { } lifted ? $"{By(lifted)} {Json(lifted.Fact)}" : null)),
            .. @case.Keeping.Requests.Select(request => Line(
            [
                "request", request.Number, By(request.Said), Json(request.Said.Fact),
                .. request.Asked.Select(one => $"asked {one.Key} by {one.Value.Fact.By:yyyy-MM-dd}"),
                .. request.Answers.Select(one => Json(one.Value.Fact)), .. request.Decisions.Select(one => Json(one.Value.Fact)),
                request.Extended is { } extended ? Json(extended.Fact) : null,
                request.Answered is { } answered ? Json(answered.Fact) : null,
            ])),
            .. @case.Keeping.Glasses.Select(glass => Line("glass", By(glass.Said), Json(glass.Said.Fact),
                glass.ClosedAt is { } shut ? At(shut) : null)),
            .. @case.Keeping.Restored.Select(restored => Line("restored", By(restored), Json(restored.Fact))),
            .. @case.Keeping.Expired is { } over ? (IEnumerable<string>)[Line("expired", By(over), Json(over.Fact))] : [],
            .. @case.Keeping.Traces is { } traces ? (IEnumerable<string>)[Line("traces deleted", By(traces), Json(traces.Fact))] : [],
            .. Sorted(@case.Deputies, (whom, place) => Line("deputy", whom.Value, By(place.Said), Json(place.Said.Fact),
                place.Accepted is null ? null : By(place.Accepted), place.Ended is null ? null : By(place.Ended))),
            .. @case.Ended is { } ended ? (IEnumerable<string>)[Line("ended", By(ended), Json(ended.Fact))] : [],
            .. Sorted(@case.ConferencePlaces, (whom, said) => Line("at the conference", whom, By(said), Json(said.Fact))),
            .. @case.NamedByMistake.Select(id => Line("taken off", id)),
            .. @case.TakenOff.Select(off => Line("child off", off.Child.Id.Value, By(off.Said), Json(off.Said.Fact),
                Json(off.Said.Fact.Audience), Join(off.Asked, id => id.Value), off.Back is null ? null : By(off.Back))),
            .. @case.Meetings.Where(meeting => meeting.Room.Planned is not null)
                .Select(meeting => Line("time chosen", meeting.Id.Value, Json(meeting.Room.Planned))),
            .. @case.Cancelled.Select(off => Line("meeting cancelled", off.Meeting.Id.Value, off.InItsPlace.Value, By(off.Said),
                Json(off.Said.Fact), off.Meeting.Room.EventId)),
            .. @case.Closed is { } closed
                ? (IEnumerable<string>)[Line("closed", By(closed), closed.Fact.GetType().Name, Json((object)closed.Fact))] : [],
            .. Lines(@case.Links),
            .. Sorted(@case.Effects, (key, effect) =>
                Line("effect", key, effect.Attempts, effect.IsUnknown, effect.Settled?.Outcome, effect.Settled?.Rung, At(effect.At))),
        ]);

    private static IEnumerable<string> Lines(FamilyCopy copy) =>
    [
        .. new[] { copy.For is { } said ? Line(copy.Reader, "copy for", By(said), Json(said.Fact), Json(said.Fact.Audience)) : null,
            copy.Words is { } words ? Line(copy.Reader, "worry", By(words), Json(words.Fact)) : null }.OfType<string>(),
        .. copy.Rows.Select(row => Line(copy.Reader, "row", By(row), Json(row.Fact))),
        .. copy.Given.Select(given => Line(copy.Reader, "given", given.Said.Seq, By(given.Said), Json(given.Said.Fact), At(given.At),
            "rows", Join(given.AsGiven.Rows.Select(row => $"{row.Fact.Row}: {row.Fact.What}")))),
        .. copy.NotShared is { } not ? (IEnumerable<string>)[Line(copy.Reader, "not shared", By(not), Json(not.Fact))] : [],
    ];

    /// <summary>How each is marked that is marked at all.</summary>
    private static IEnumerable<string> Marked(Meeting meeting) =>
        new IEnumerable<Fact>[]
        {
            meeting.Plan.ReasonableCause.Values.Select(one => one.Fact), meeting.Plan.Section47.Values.Select(one => one.Fact),
            meeting.Plan.Conference.Values.Select(one => one.Fact), meeting.Plan.Actions.Select(one => one.Fact),
            meeting.Safety.Positions.Values.Select(one => one.Fact), meeting.Safety.Confirmed.Values.Select(one => one.Fact),
            meeting.Assessment.Stances.Values.Select(one => one.Fact), meeting.Attendance.ReadBack.Values.Select(one => one.Fact),
            meeting.Attendance.ExplainedGaps.Values.Select(one => one.Fact),
            meeting.Takeovers.Select(one => one.Fact), meeting.Room.Moved.Select(one => one.Fact),
            meeting.Minutes.Approvals.Values.Select(one => one.Fact),
            new Fact?[]
            {
                meeting.Plan.Contingency?.Fact, meeting.Safety.NoneNeeded?.Fact, meeting.Room.Planned, meeting.Room.Convened,
                meeting.Minutes.Late?.Fact,
            }.OfType<Fact>(),
        }.SelectMany(facts => facts).Where(fact => fact.Audience != Audience.Professionals)
            .Select(fact => Line("marked", fact.GetType().Name, fact.Child?.Value, Json(fact.Audience))).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Meeting meeting) =>
    [
        .. Marked(meeting),
        Line("meeting", meeting.Id.Value, meeting.Stage, "chair", meeting.Chair.Value),
        .. meeting.Opened is { Fact.Purpose: not null } opened
            ? (IEnumerable<string>)[Line("opened again", By(opened), Json(opened.Fact))] : [],
        .. meeting.Takeovers.Select(taken => Line("chair taken", By(taken), Json(taken.Fact))),
        .. Lines(meeting.Room),
        .. Lines(meeting.Attendance),
        .. Lines(meeting.Assessment),
        .. Lines(meeting.Plan),
        .. Lines(meeting.Safety),
        .. Lines(meeting.SafetyPlan),
        .. meeting.News.Items.Select(item => Line("late", item.Seq, item.By.Value, item.Kind)),
        .. (meeting.News.Answered?.AndBefore() ?? []).Select(said => Line("late answered", By(said), Json(said.Fact))),
        .. Lines(meeting.Minutes),
    ];

    private static IEnumerable<string> Lines(Room room) =>
    [
        Line("room", Json(room.Convened), "convened", At(room.ConvenedAt), "moves", room.Moves),
        Line("event", room.EventId, Join(room.InvitedWithEvent.Select(id => id.Value).Order(StringComparer.Ordinal))),
        .. room.Late is { } late && late.Reason != room.Convened?.LateReason
            ? [Line("late", At(late.HoldBy), At(late.StartsAt), late.Reason, late.By.Value)]
            : (IEnumerable<string>)[],
        .. room.Late is { } said && (said.Cause is not null || !said.Audience.IsForAll)
            ? [Line("late by", said.Cause, "for", Json(said.Audience))]
            : (IEnumerable<string>)[],
        Line("chat", Json(room.Chat), "installed", room.AppInstalled, Json(room.Reachable)),
        .. Sorted(room.Hubs, (place, hub) => Line("hub", place, Json(hub))),
    ];

    private static IEnumerable<string> Lines(Attendance state) =>
    [
        Line("started", At(state.StartedAt), state.StartedVia, "confidentiality", At(state.ConfidentialityReadAt)),
        Line("ended", At(state.EndedAt), state.EndedVia, "completed", At(state.CompletedAt), state.OverrideReason),
        .. state.GoneOn.Select(on => Line("went on", By(on.Said), Json(on.Said.Fact), Json(on.Said.Fact.Audience), "ended", At(on.EndedAt),
            Join(on.Wrote.Select(by => by.Value).Order(StringComparer.Ordinal)))),
        .. state.OverrideFor.IsForAll ? (IEnumerable<string>)[]
            : [Line("completed with gaps", state.CompletedWithGaps, "for", Json(state.OverrideFor))],
        .. Sorted(state.Answers, (id, answer) => Line("answer", id.Value, Json(answer))),
        .. Sorted(state.WrittenUpdates, (id, update) => Line("written update", id.Value, Json(update))),
        .. Sorted(state.Searches, (key, found) => Line("search", key.Participant.Value, key.Subject, found.Fact.Result)),
        .. Sorted(state.Presences, (id, there) => Line("present", id.Value, At(there.From), At(there.Until), there.Via)),
        .. Sorted(state.ExplainedGaps, (agency, gap) => Line("absent", agency, Json(gap.Fact))),
        .. state.Calls.Select(call => Line("rang", Json(call.Call), At(call.At))),
        .. state.Telephone.Values.Select(call =>
            Line("call", call.Fact.Call, By(call), Json(call.Fact), "began", At(call.Fact.HappenedAt))),
        .. state.Asked.Select(one => Line("asked by name", one.Asking.Participant.Value, one.Asking.Gap, At(one.At))),
        Line("confirmed", Json(state.Confirmed?.Fact)),
        .. state.Restricted.Values.Select(part => Line("restricted part", part.Number, At(part.From), At(part.OverAt),
            Join(part.Heard, one => one.Value))),
        .. state.ToldByMouth.Select(told => Line("told by mouth", told.Seq, Json(told.Fact))),
        .. Sorted(state.ReadBack, (id, answer) => Line("read back", id.Value, Json(answer.Fact))),
        Line("gaps", Json(state.Gaps)),
    ];

    private static IEnumerable<string> Lines(Assessment state) =>
    [
        .. Sorted(state.Headings, (id, heading) =>
            Line("heading", id, "stands", Join(heading.Standing, given => given.Seq), "of", Join(heading.History, Json))),
        .. state.Rows.Select(row => Line("row", row.Id.Value, row.Withdrawn is null ? "stands" : "withdrawn", Json(row.Fact), "by",
            row.Given.By.Value, "since", At(row.At))),
        .. state.Information.Select(item => Line("information", Json(item))),
        .. Sorted(state.Views, (key, view) => Line("view", key.Participant.Value, key.Child.Value, Json(view))),
        .. Sorted(state.Confirmed, (version, confirmed) => Line("answer confirmed", version, By(confirmed), confirmed.Fact.Whose)),
        .. state.Escalations.Values.SelectMany(step => step.AndBefore()).OrderBy(step => step.Seq)
            .Select(step => Line("escalation step", By(step), step.Fact.Child!.Value.Value, Json(step.Fact))),
        .. state.Awaited.Values.SelectMany(said => said.AndBefore()).OrderBy(said => said.Seq)
            .Select(said => Line("awaited", By(said), Json(said.Fact))),
        .. state.Papers.Select(sheet =>
            Line("paper", By(sheet.Begun), Json(sheet.Begun.Fact), "happened", At(sheet.At), "done", At(sheet.DoneAt))),
        .. Sorted(state.Stances, (key, taken) => Line("stance", key.Participant.Value, key.Child.Value, Json(taken.Fact))),
        Line("views revealed early", state.RevealedEarly),
    ];

    private static IEnumerable<string> Lines(Plan plan) =>
    [
        .. Sorted(plan.ReasonableCause, (child, decided) => Line("reasonable cause", child.Value, By(decided), Json(decided.Fact))),
        .. Sorted(plan.Section47, (child, decided) => Line("section 47", child.Value, By(decided), Json(decided.Fact))),
        .. Sorted(plan.Conference, (child, decided) => Line("conference", child.Value, By(decided), Json(decided.Fact))),
        .. plan.Actions.Select(action => Line("action", Json(action))),
        .. plan.NotNeeded.Select(one => Line("not needed", one.Fact.Offered, By(one), Json(one.Fact))),
        Line("contingency", Json(plan.Contingency?.Fact)),
        .. plan.HeldBack is { } held ? (IEnumerable<string>)[Line("held back", held.Seq, By(held), Json(held.Fact))] : [],
        Line("authorised", At(plan.Authorised?.At), "agreed", At(plan.AgreedAt), plan.AgreedVersion),
        Line("outcome known to", Join(plan.Acknowledged.Keys.Select(id => id.Value).Order(StringComparer.Ordinal))),
    ];

    private static IEnumerable<string> Lines(Safety safety) =>
    [
        .. Sorted(safety.Positions, (child, decided) => Line("position", child.Value, By(decided), Json(decided.Fact))),
        .. Sorted(safety.Confirmed, (child, decided) => Line("confirmed safe", child.Value, By(decided), Json(decided.Fact))),
        .. Sorted(safety.Holders, (child, holder) => Line("holder", child.Value, holder.Fact.Holder?.Value ?? "nobody")),
        .. Sorted(safety.Holders.Where(one => one.Value.Fact.Place is not null).ToImmutableDictionary(),
            (child, holder) => Line("held at", child.Value, By(holder), Json(holder.Fact.Place))),
        .. safety.Rung.Select(rung => Line("rung", rung.Seq, rung.Fact.Child?.Value ?? "-", By(rung), Json(rung.Fact))),
        .. safety.Dangers.Select(danger => Line("danger", danger.Raised.Seq, By(danger.Raised), Json(danger.Raised.Fact),
            danger.Answered is { } answered ? By(answered) : "nobody", Json(danger.Answered?.Fact))),
        .. safety.Handovers.Select(one => Line("handover", one.Given.Seq, By(one.Given), Json(one.Given.Fact),
            one.Accepted is { } accepted ? By(accepted) : "nobody", Json(one.Accepted?.Fact), one.Back is { } back ? By(back) : "stands")),
        .. safety.Visits.Select(one => Line("visit", one.Seq, one.Fact.Child?.Value ?? "-", By(one), Json(one.Fact))),
        .. safety.Advice.Select(one => Line("advice", one.Seq, one.Fact.Child?.Value ?? "-", By(one), Json(one.Fact))),
        .. safety.Reviews.Select(one => Line("reviewed", one.Seq, By(one), Json(one.Fact))),
        .. safety.Held.Select(one => Line("held", one.Seq, By(one), Json(one.Fact))),
        .. safety.Lifted.Select(one => Line("lifted", one.Seq, By(one), Json(one.Fact))),
        .. safety.Bail.Select(one => Line("bail", one.Seq, By(one), Json(one.Fact))),
        .. safety.BailOver.Select(one => Line("bail over", one.Seq, By(one), Json(one.Fact))),
        Line("no plan needed", Json(safety.NoneNeeded?.Fact), "review", Json(safety.ReviewOn)),
    ];

    private static IEnumerable<string> Lines(SafetyPlan plan) =>
    [
        .. (plan.Considered?.AndBefore() ?? []).Select(one => Line("considered", one.Seq, By(one), Json(one.Fact))),
        .. (plan.Advice?.AndBefore() ?? []).Select(one => Line("plan advice", one.Seq, By(one), Json(one.Fact))),
        .. plan.Discussed.Select(one => Line("discussed", one.Seq, one.Fact.Child?.Value ?? "-", By(one), Json(one.Fact))),
        .. plan.Overseen.Select(one => Line("overseen", one.Seq, By(one), Json(one.Fact))),
        .. plan.OnFile.Select(one => Line("on file", one.Seq, By(one), Json(one.Fact))),
        .. plan.Consents.Select(one => Line("agreed how", one.Seq, By(one), Json(one.Fact))),
        .. plan.Support is { } support ? (IEnumerable<string>)[Line("support", By(support), Json(support.Fact))] : [],
        .. plan.HandedOn is { } handed ? (IEnumerable<string>)[Line("handed on", By(handed), Json(handed.Fact))] : [],
        .. (plan.GoesOn?.AndBefore() ?? []).Select(one => Line("plan goes on", one.Seq, By(one), Json(one.Fact))),
        .. plan.Ended is { } ended ? (IEnumerable<string>)[Line("plan ended", ended.Seq, By(ended), Json(ended.Fact))] : [],
        .. plan.Events.Select(one => Line("event", one.Seq, By(one), Json(one.Fact))),
    ];

    private static IEnumerable<string> Lines(Minutes minutes) =>
    [
        .. Sorted(minutes.Edits, (id, edit) => Line("edit", id, By(edit), Json(edit.Fact))),
        .. minutes.Versions.SelectMany(version => version.Value, (version, paragraph) => Line("minutes", version.Key, Json(paragraph))),
        .. minutes.Approvals.Select(approval => Line("approved", approval.Key, By(approval.Value), Json(approval.Value.Fact))),
        .. Sorted(minutes.Entered, (child, entered) => Line("entered", child.Value, By(entered), entered.Fact.Version)),
        .. Sorted(minutes.Acknowledged, (id, read) => Line("read", id.Value, By(read), read.Fact.Version)),
        .. minutes.Given.OrderBy(one => (one.Key.To.Value, one.Key.Version)).Select(one =>
            Line("given", one.Key.To.Value, By(one.Value), Json(one.Value.Fact))),
        .. minutes.Delegates.Select(one => Line("may approve", By(one.Said), Json(one.Said.Fact),
            one.Ended is { } ended ? $"{ended.By.Value} {At(ended.At)}" : "-")),
        .. minutes.Objections.Select(objection => Line("objection", Json(objection))),
        Line("late", minutes.LateReason),
    ];

    private static IEnumerable<string> Lines(Links links) =>
    [
        .. links.Issued.Select(link => Line("link", Json(link with { WrongFrom = null!, LockedFor = null! }))),
        .. links.Issued.SelectMany(link => Sorted(link.WrongFrom, (from, count) => Line("wrong codes", link.TokenHash, from, count))),
        .. links.Issued.SelectMany(link => link.LockedFor.Order(StringComparer.Ordinal)
            .Select(from => Line("locked", link.TokenHash, "for", from))),
        .. links.Sessions.Select(session => Line("session", Json(session))),
        .. Sorted(links.Offers, (ticket, offer) => Line("document", ticket, Json(offer))),
        .. links.RenewedAt is { } renewed ? (IReadOnlyList<string>)[Line("links looked through", At(renewed))] : [],
        .. Sorted(links.ShutOut, (id, shut) => Line("shut out", id.Value, shut)),
        .. Sorted(links.AskedFor, (id, times) => Line("link asked for", id.Value, Join(times, time => At(time)))),
        .. links.Alarms.Select(alarm => Line("alarm", Json(alarm))),
    ];

    private static string Line(params IEnumerable<object?> said) =>
        string.Join(' ', said.Select(item => $"{item ?? "-"}".ReplaceLineEndings(" / ")));

    private static string By<T>(Decided<T> decided) => $"{decided.By.Value} {At(decided.At)}";

    private static string At(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Spare);

    private static string Join<T>(IEnumerable<T> items, Func<T, object>? say = null) =>
        $"[{string.Join(", ", items.Select(item => say?.Invoke(item) ?? item))}]";

    private static IEnumerable<string> Sorted<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> rows, Func<TKey, TValue, string> say) =>
        rows.Select(row => say(row.Key, row.Value)).Order(StringComparer.Ordinal);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
