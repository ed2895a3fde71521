namespace StrategyBot.Phases.Planning;

/// <summary>The rules of the two taps that set the plan going: the immediate plan (P7) and the authorisation (R66). Pure.</summary>
internal static class AgreementRule
{
    /// <summary>From here the messages are owed. It never waits for the rest of the form.</summary>
    public static Decision Agree(Case @case) =>
        @case.Meeting.Plan.AgreedAt is not null ? Decision.Already
        : !@case.Meeting.Plan.Open.Any() && Holders(@case).Count == 0
        ? new CannotBe("There is nobody to tell yet: agree an action or a row of the interim safety plan first.")
        : new ImmediatePlanAgreed { Meeting = @case.Meeting.Id };

    /// <summary>Only by the manager who is satisfied that the interim safety plan is appropriate and robust (R66).</summary>
    /// <param name="read">The number of the plan that they had before them; <c>null</c> on a card of an earlier release.</param>
    public static Decision Authorise(Case @case, Participant me, int? read = null) =>
        !MayAuthorise(me) ? new NotYourPart()
        : IsAuthorised(@case) ? Decision.Already
        : !@case.Meeting.Plan.HasEnquiry ? new CannotBe("No section 47 enquiry starts for any child, so there is nothing to authorise.")
        : !HasSafetyPlan(@case)
        ? new CannotBe("The enquiry can't be authorised yet: add a row to the interim safety plan, or say there why none is needed.")
        : read < PlanNumber(@case) ? new CannotBe("The safety plan was changed while you read it. Read how it stands now.")
        : new AuthorisedToStart { Meeting = @case.Meeting.Id, Read = read };

    /// <summary>The number of the last word on the interim safety plan: a row, one that was taken back, or that none is needed.</summary>
    public static int PlanNumber(Case @case) => PlannedAction.On(@case).Where(row => row.Fact.Kind == ActionKind.SafetyPlan)
        .Select(row => row.Changed).Append(@case.Meeting.Safety.NoneNeeded?.Seq ?? 0).Max();

    /// <summary>The same manager says why not yet. Nothing waits for it (P30).</summary>
    public static Decision HoldBack(Case @case, Participant me, string? because, Readers readers)
    {
        var (text, stands) = ((because ?? "").Trim(), @case.Meeting.Plan.HeldBack);
        var held = new AuthorisationHeldBack(text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return !MayAuthorise(me) ? new NotYourPart()
            : IsAuthorised(@case) ? new CannotBe("The enquiry is authorised already. Change the plan, and it is asked for anew.")
            : !@case.Meeting.Plan.HasEnquiry ? new CannotBe("No section 47 enquiry starts for any child, so there is nothing to authorise.")
            : new Unsaid().Text("because", text, "Say what has to change.").Why is { } missing ? missing
            : readers.WhyNot("Why", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : stands?.Fact == held ? Decision.Already
            : held;
    }

    /// <summary>As it stands now: what was changed since is authorised anew (P30).</summary>
    public static bool IsAuthorised(Case @case) =>
        @case.Meeting.Plan.Authorised is not null && ChangeSince.SinceAuthorised(@case) is null;

    public static bool MayAuthorise(Participant person) => person.Roles.Any(role => role is Role.Chair or Role.Manager);

    /// <summary>A row of the interim safety plan, or a reason why none is needed (R61).</summary>
    public static bool HasSafetyPlan(Case @case) =>
        RowRules.Of(@case, ActionKind.SafetyPlan).Any() || @case.Meeting.Safety.NoneNeeded is not null;

    /// <summary>Who holds a child until the outcome is known, and which (R53).</summary>
    public static IReadOnlyList<(Participant Holder, IReadOnlyList<Child> Children)> Holders(Case @case) =>
        [.. @case.Children.Where(child => @case.Meeting.Safety.Holders.GetValueOrDefault(child.Id)?.Fact.Holder is not null)
            .GroupBy(child => @case.Meeting.Safety.Holders[child.Id].Fact.Holder!.Value)
            .Where(held => @case.Find(held.Key) is not null)
            .Select(held => (@case.Find(held.Key)!, (IReadOnlyList<Child>)[.. held]))];

    /// <param name="read">The number of what their card showed; <c>null</c> on a card that says none.</param>
    public static Decision Acknowledge(Case @case, Participant me, int? read)
    {
        if (Holders(@case).FirstOrDefault(held => held.Holder.Id == me.Id) is not { Children: { } children })
        {
            return new NotYourPart();
        }

        var now = Telling.OfOutcome(@case, children)?.Number;
        return Telling.IsConfirmed(@case, me.Id, children) ? Decision.Already
            : now > (read ?? 0) ? new OutcomeChanged()
            : new OutcomeAcknowledged(me.Id) { Meeting = @case.Meeting.Id, Number = now };
    }

    /// <summary>Whoever holds a child and hasn't confirmed what stands now.</summary>
    public static IEnumerable<Participant> Unconfirmed(Case @case) =>
        Holders(@case).Where(held => !Telling.IsConfirmed(@case, held.Holder.Id, held.Children)).Select(held => held.Holder);
}

/// <summary>The card that was pressed says what no longer stands.</summary>
internal sealed record OutcomeChanged : Refusal
{
    public override string Say(Words words) => "It was changed since that card. Read how it stands now, and confirm that.";
}
