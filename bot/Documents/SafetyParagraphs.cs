namespace StrategyBot.Documents;

/// <summary>Where each child is safe (P4), and the interim safety plan under the authority's own label (R61, R63).</summary>
internal static class SafetyParagraphs
{
    /// <summary>When the plan is reviewed: it is changed in the plan and nowhere else.</summary>
    public const string ReviewId = "part-2/safety-plan/review";

    public static IEnumerable<MinutesParagraph> Positions(Case @case, Words words)
    {
        var section = new Section(@case, "Where each child is safe");
        var safety = @case.Meeting.Safety;
        foreach (var child in @case.Children)
        {
            var (id, name) = ($"position/{child.Id.Value}", child.Named());
            if (!safety.Positions.TryGetValue(child.Id, out var position))
            {
                yield return section.Plain(id, $"{name}: {MinutesDraft.NothingRecorded}");
            }
            else
            {
                // On what footing and until when is for all; where and with whom for those whom it names.
                var (cut, isForAll) = ((PositionRecorded)position.Fact.Withheld(), position.Fact.Audience.IsForAll);
                yield return section.Decided(id, $"{name}\n{Say(isForAll ? position.Fact : cut, words)}", position) with
                {
                    Audience = isForAll ? position.Fact.Audience : Audience.Professionals,
                };
                if (!isForAll && position.Fact != cut)
                {
                    yield return section.Decided($"{id}/where", $"{name}\n{Say(position.Fact, words)}", position);
                }
            }

            if (safety.Withdrawn.TryGetValue(child.Id, out var withdrawn))
            {
                var (who, what) = (withdrawn.Fact.Who, withdrawn.Fact.What);
                yield return section.Decided($"withdrawn/{child.Id.Value}",
                    $"{name}\n{FactWords.Lines(("Agreement withdrawn by", who), ("What was said", what))}", withdrawn);
            }

            foreach (var paragraph in Seen(safety, section, child.Id, name, words))
            {
                yield return paragraph;
            }

            foreach (var paragraph in Dangers(safety, section, child.Id, name))
            {
                yield return paragraph;
            }

            if (safety.Holders.TryGetValue(child.Id, out var holder))
            {
                yield return section.Decided($"holder/{child.Id.Value}", holder.Fact.Holder is { } whom
                    ? $"{child.Named()} is held by {@case.Find(whom)?.Described ?? Authors.Gone} until they hear the outcome."
                    : holder.Fact.Place is not null ? $"{child.Named()} is held by a place until it hears the outcome."
                    : $"Nobody holds {child.Named()} until the outcome is known.", holder) with
                {
                    Audience = Audience.Professionals,
                };
                if (holder.Fact.Place is { Name.Length: > 0 } place)
                {
                    yield return section.Decided($"holder/{child.Id.Value}/place", $"{child.Named()} is held at: {place.Name}", holder);
                }
            }

            if (safety.Confirmed.TryGetValue(child.Id, out var safe))
            {
                yield return section.Decided($"safe/{child.Id.Value}", $"{child.Named()} is confirmed safe: {safe.Fact.How}", safe);
            }
        }

        foreach (var paragraph in Dangers(safety, section, null, "All children").Concat(Handovers(@case, section, words)))
        {
            yield return paragraph;
        }
    }

    /// <summary>To whom is for all; what they have to know for those whom it names. Each under the name of who said so.</summary>
    private static IEnumerable<MinutesParagraph> Handovers(Case @case, Section section, Words words)
    {
        foreach (var one in @case.Meeting.Safety.Handovers)
        {
            var (given, id) = (one.Given, $"handover/{one.Given.Seq}");
            yield return section.Decided(id, $"Handed over to: {one.To(@case)}", given) with { Audience = Audience.Professionals };
            if (given.Fact.What.Length > 0)
            {
                yield return section.Decided($"{id}/what", $"What to know: {given.Fact.What}", given);
            }

            if (one.Accepted is { } accepted)
            {
                yield return section.Decided($"{id}/accepted", accepted.Fact.Told is null ? "Took the handover on."
                    : $"The handover was accepted by telephone {words.When(accepted.Fact.HappenedAt ?? accepted.At)}"
                        + (accepted.Fact.Who is { Length: > 0 } who ? $", by {who}" : ""), accepted);
            }

            if (one.Back is { } back)
            {
                yield return section.Decided($"{id}/back", "The handover was taken back.", back);
            }
        }
    }

    /// <summary>Whether and when is for all; by whom and what was said for those whom it names.</summary>
    private static IEnumerable<MinutesParagraph> Seen(Safety safety, Section section, ChildId child, string name, Words words)
    {
        foreach (var visit in safety.Visits.Where(visit => visit.Fact.Child == child))
        {
            var (id, at) = ($"seen/{visit.Seq}", visit.Fact.HappenedAt ?? visit.At);
            yield return section.Decided(id, $"{name}\n{FactWords.Lines(
                ("Was the child seen", WordTables.Visit.InMinutes(visit.Fact.Outcome)),
                ("When", visit.Fact.TimeToConfirm == true ? $"{words.Date(words.LocalDate(at))}, time to be confirmed" : words.When(at)))}",
                visit) with
            {
                Audience = Audience.Professionals,
            };
            if (FactWords.Lines(("By whom", visit.Fact.ByWhom), ("What was said", visit.Fact.What)) is { Length: > 0 } said)
            {
                yield return section.Decided($"{id}/said", said, visit);
            }
        }

        foreach (var advice in safety.Advice.Where(advice => advice.Fact.Child == child))
        {
            var id = $"advice/{advice.Seq}";
            yield return section.Decided(id, $"{name}\nLegal advice: {WordTables.Advice.InMinutes(advice.Fact.Outcome)}", advice) with
            {
                Audience = Audience.Professionals,
            };
            if (advice.Fact.What.Length > 0)
            {
                yield return section.Decided($"{id}/what", $"Which order, or why none: {advice.Fact.What}", advice);
            }
        }
    }

    /// <summary>What was said, and who acts on it: each under the name of who said so.</summary>
    private static IEnumerable<MinutesParagraph> Dangers(Safety safety, Section section, ChildId? child, string whose)
    {
        foreach (var (raised, answered) in safety.Dangers.Where(danger => danger.Raised.Fact.Child == child))
        {
            yield return section.Decided($"danger/{raised.Seq}", $"{whose}\n{FactWords.Lines(
                ("Danger raised", WordTables.Danger.InForm(raised.Fact.Kind)), ("What was said", raised.Fact.What))}", raised);
            if (answered is not null)
            {
                yield return section.Decided($"danger/{raised.Seq}/answered", answered.Fact.Doing.Length == 0
                    ? "Acts on the danger."
                    : $"Acts on the danger.\nWhat is being done: {answered.Fact.Doing}", answered);
            }
        }
    }

    public static IEnumerable<MinutesParagraph> Plan(Case @case, string title, Words words)
    {
        var section = new Section(@case, title);
        var safety = @case.Meeting.Safety;
        var rows = Considered(@case, section)
            .Concat(ActionParagraphs.Rows(@case, ActionKind.SafetyPlan, section, "part-2/safety-plan", words)).ToList();
        if (safety.NoneNeeded is { } none)
        {
            rows.Add(
                section.Decided("part-2/safety-plan/none-needed", $"Considered – no plan is needed, because: {none.Fact.Because}", none));
        }

        if (rows.Count == 0)
        {
            rows.Add(section.Plain("part-2/safety-plan", MinutesDraft.NothingRecorded));
        }

        if (@case.Meeting.Plan.Authorised is { } authorised)
        {
            rows.Add(
                section.Decided("part-2/safety-plan/authorised", "Authorised to start: the plan is appropriate and robust.", authorised));
            if (ChangeSince.SinceAuthorised(@case) is { } change)
            {
                rows.Add(section.Plain("part-2/safety-plan/changed-since-authorised",
                    $"The plan was changed {words.When(change.At)}, and is not yet authorised since the change."));
            }
        }
        else if (@case.Meeting.Plan.HasEnquiry)
        {
            rows.Add(section.Plain("part-2/safety-plan/authorised", "The section 47 enquiry is not yet authorised."));
        }

        if (@case.Meeting.Plan.HeldBack is { Fact.Because.Length: > 0 } heldBack)
        {
            rows.Add(section.Decided("part-2/safety-plan/held-back", $"Not authorised yet, because: {heldBack.Fact.Because}", heldBack));
        }

        if (safety.Review?.AtMeeting() is { IsChange: false } review)
        {
            rows.Add(section.Plain(ReviewId, $"The plan is reviewed on {words.Date(review.Fact.On)}."));
        }

        return rows;
    }

    /// <summary>Whether a plan is right is for all (R68); what it is for, why not, and the family's part for those whom it names.</summary>
    internal static IEnumerable<MinutesParagraph> Considered(Case @case, Section section)
    {
        const string Id = "part-2/safety-plan/considered";
        if (@case.Meeting.SafetyPlan.Considered is { } considered)
        {
            var fact = considered.Fact;
            yield return section.Decided(Id, $"Is a safety plan right: {WordTables.PlanFit.InMinutes(fact.Fit)}", considered) with
            {
                Audience = Audience.Professionals,
            };
            if (FactWords.Lines(
                ("What the worry is, and what has to be done", fact.Purpose),
                ("Why, and what instead", fact.Because),
                ("Wider family and friends take part", fact.Family is { } family ? WordTables.YesNo.InMinutes(family) : ""),
                ("What they do, or why not", fact.FamilyRole)) is { Length: > 0 } said)
            {
                yield return section.Decided($"{Id}/said", said, considered);
            }
        }

        if (@case.Meeting.SafetyPlan.Support is { } support)
        {
            yield return section.Decided("part-2/safety-plan/support", FactWords.Lines(
                ("Services and support needed now", WordTables.YesNo.InMinutes(support.Fact.Needed)),
                ("Which, or why none", support.Fact.What)), support);
        }

        if (@case.Meeting.SafetyPlan.Advice is { Fact.What.Length: > 0 } advice)
        {
            yield return section.Decided("part-2/safety-plan/advice", $"Management advice: {advice.Fact.What}", advice);
        }
    }

    public static string Say(PositionRecorded position, Words words) => FactWords.Lines(
    [
        ("Where", position.Where),
        ("With whom", position.WithWhom),
        ("Who supervises contact", position.Supervision),
        ("Basis", WordTables.SafetyBasis.InMinutes(position.Basis) + position.SaySince("from", words)),
        .. position.BasisLines(),
        ("Decide by", position.DecideBy is { } by ? words.When(by) : ""),
        ("If someone tries to take the child, ring", position.IfTakenRing),
    ]);
}
