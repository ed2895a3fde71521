namespace StrategyBot.Phases.Assessing;

/// <summary>What someone does whose view differs from the decision (P18, R59). It never holds the decision up. Pure.</summary>
internal static class StanceRule
{
    public static Decision Take(Case @case, Participant me, IReadOnlyList<Child> children, Stance? stance, string? reason,
        Readers? readers = null)
    {
        var differing = Differing(@case, me.Id, children);
        var why = (reason ?? "").Trim();
        return (differing.Count, stance) switch
        {
            (0, _) => new CannotBe("Your view and the decision agree now, so there is nothing to record."),
            (_, null) => new CannotBe("Choose what you want to do about it, and save again.") { Field = "stance" },
            _ when why.Length > FormCard.LongText => new TooLong(FormCard.LongText) { Field = "reason" },
            _ when differing.Select(child => @case.Meeting.Assessment.Views[(me.Id, child.Id)].Audience)
                .FirstOrDefault(view => readers?.Audience.IsAtMost(view) == false) is { } view =>
                new CannotBe($"It tells of your view, which is marked “{view.Say()}”. Choose that marking or a narrower one.")
                {
                    Field = MarkingInput.Id,
                },
            _ => Decision.Of([.. differing
                .Select(child => new StanceTaken(me.Id, stance.Value, why)
                {
                    Meeting = @case.Meeting.Id,
                    Child = child.Id,
                    // It tells of the view, so it goes no further than that.
                    Audience = readers?.Audience ?? @case.Meeting.Assessment.Views[(me.Id, child.Id)].Audience,
                })
                .Where(fact => @case.Meeting.Assessment.Stances.GetValueOrDefault((me.Id, fact.Child!.Value))?.Fact != fact)]),
        };
    }

    /// <summary>A definite view that the decision on this child goes against; <em>can't say yet</em> never differs (P18).</summary>
    public static bool Differs(Case @case, ParticipantId person, ChildId child)
    {
        var view = @case.Meeting.Assessment.Views.GetValueOrDefault((person, child))?.View;
        var plan = @case.Meeting.Plan;
        var cause = plan.ReasonableCause.GetValueOrDefault(child)?.Fact.Answer;
        var enquiry = plan.Section47.GetValueOrDefault(child)?.Fact.Answer;
        return view switch
        {
            ReasonableCause.Yes => cause == ReasonableCause.No || enquiry == Section47.NotStart,
            ReasonableCause.No => cause == ReasonableCause.Yes || enquiry is Section47.Start or Section47.Continue,
            _ => false,
        };
    }

    public static IReadOnlyList<Child> Differing(Case @case, ParticipantId person, IReadOnlyList<Child> children) =>
        [.. children.Where(child => Differs(@case, person, child.Id))];

    /// <summary>The children on whom this person's view differs and who has not said yet what to do about it.</summary>
    public static IReadOnlyList<Child> Open(Case @case, ParticipantId person) =>
        [.. Differing(@case, person, @case.Children).Where(child => !@case.Meeting.Assessment.Stances.ContainsKey((person, child.Id)))];
}
