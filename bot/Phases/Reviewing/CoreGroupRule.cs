using StrategyBot.Rules;

namespace StrategyBot.Phases.Reviewing;

/// <summary>The rules of a child's core group (R114, R115, R121). Pure.</summary>
internal static class CoreGroupRule
{
    /// <summary>Who can be in it: everybody on the case but those who only stand in for an authority's part of it.</summary>
    public static IReadOnlyList<Participant> Able(Case @case) =>
        [.. @case.Participants.Where(person => person is { IsTakenOff: false, IsInbox: false, RangIn: false }
            && (person.IsInvited || person.Roles.Contains(Role.CoreGroup)))];

    public static Decision Members(
        Case @case, Participant me, string? child, IReadOnlyList<string>? people, IReadOnlyList<string>? family, ChildInGroup? childIs,
        string? words)
    {
        if (PlanMeant.WhyNot(me, @case, child) is { } not)
        {
            return not;
        }

        var (text, able) = (words?.Trim() ?? "", Able(@case));
        var chosen = able.Where(person => people?.Contains(person.Id.Value) == true).Select(person => person.Id).ToValueList();
        var kin = @case.Adults.Where(adult => family?.Contains(adult.Id.Value) == true).Select(adult => adult.Id).ToValueList();
        return new Unsaid().If(chosen.Count == 0, "people", "Tick the professionals who are in it.")
            .If(chosen.Count < (people?.Distinct().Count() ?? 0), "people",
                "Somebody you ticked is not on the case any more. Look at the list again.")
            .If(childIs is null, "childIs", "Say how the child takes part.")
            .If(childIs == ChildInGroup.ViewsBrought && text.Length == 0, "words", "Say who brings the child's views.")
            .Text("words", text, null).Why
            ?? PlanMeant.Write(@case, PlanMeant.Of(@case, child).Where(plan => plan.Runs),
                _ => new CoreGroupSaid(chosen, kin, childIs!.Value, text) { Audience = PlanMeant.Readers }, _ => true);
    }

    /// <summary>Somebody who is on the case for the core group alone: nothing of the strategy meeting is theirs.</summary>
    public static Decision Add(Case @case, Participant me, string? name, string? title, string? agency, string? mail, string? phone)
    {
        var (whose, given) = (Enum.GetValues<Agency>().Where(one => WordTables.ValueOf(one) == agency).Select(one => (Agency?)one)
            .FirstOrDefault(), PersonName.Words(name).Count > 0 ? name!.Trim() : "");
        var unsaid = new Unsaid().If(given.Length == 0, "name", "Give their name.")
            .If(whose is null, "agency", "Choose their agency.")
            .If(MailAddress.Read(mail) is null, "mail", "Give their mail address: it is how they are told.")
            .Text("name", given, null, FormCard.Line).Text("title", title?.Trim() ?? "", null, FormCard.Line)
            .Text("phone", phone?.Trim() ?? "", null, FormCard.Line);
        if (PlanMeant.WhyNot(me, @case, ChildChoice.All) is { } not)
        {
            return not;
        }

        if (unsaid.Why is { } missing)
        {
            return missing;
        }

        var added = PutOn.Added(@case, Role.CoreGroup, given, title?.Trim() ?? "", MailAddress.Read(mail)!.Value, phone?.Trim() ?? "");
        var isNew = @case.Find(added.Participant.Id) is null;
        var person = isNew ? added.Participant with { Agency = whose!.Value } : added.Participant;
        return @case.Find(person.Id) is { } known && Able(@case).Contains(known) ? Decision.Already : added with { Participant = person };
    }

    public static Decision Arrange(
        Case @case, Participant me, string? child, int? number, DateTimeOffset at, string? where, string? because, DateTimeOffset now,
        Words words)
    {
        var (meant, place, why) = (PlanMeant.Groups(@case, child, number), where?.Trim() ?? "", because?.Trim() ?? "");
        if (PlanMeant.WhyNotGroup(me, @case, child, number) is { } not)
        {
            return not;
        }

        var open = meant.Where(one => one.One.Held is null).ToList();
        var due = open.Count == 0 ? null : open.MinBy(one => one.One.Due.On).One.Due;
        return open.Count == 0 ? new CannotBe("That core group was held already.")
            : new Unsaid().Day(@case, at, now, words)
                .If(words.LocalDate(at) > due!.On && why.Length == 0, "because",
                    $"The core group has to meet by {words.Date(due!.On)}. Choose another day, or say why it is later.")
                .Text("where", place, null, FormCard.Line).Text("because", why, null, FormCard.Line).Why
            ?? PlanMeant.Write(@case, open.Select(one => one.Plan), plan => new CoreGroupArranged(
                number!.Value, at, place, words.LocalDate(at) > due!.On ? why : "")
            {
                // Whoever is in it may know where it is.
                Audience = why.Length > 0 && words.LocalDate(at) > due.On ? PlanMeant.Readers : Audience.Professionals,
            }, fact => fact.Number == number);
    }

    public static Decision Held(
        Case @case, Participant me, string? child, int? number, DateOnly? on, IReadOnlyList<string>? came, PlanGoing? going, string? words,
        DateTimeOffset now, Words says)
    {
        var (meant, text, today) = (PlanMeant.Groups(@case, child, number), words?.Trim() ?? "", says.LocalDate(now));
        if (PlanMeant.WhyNotGroup(me, @case, child, number) is { } not)
        {
            return not;
        }

        var there = Able(@case).Where(person => came?.Contains(person.Id.Value) == true).Select(person => person.Id).ToValueList();
        var said = new Unsaid().If(there.Count == 0, "came", "Tick who came.")
            .If(going is null, "going", "Say how the plan goes.")
            .Text("words", text, Raised(@case).Count > 0 ? "Say what was agreed, also on what can't be done." : "Say what was agreed.");
        return said.Why ?? PlanMeant.WhyNotOn(on, today, meant.Max(one => Since(one.Plan, one.One)), "on")
            ?? PlanMeant.Write(@case, meant.Select(one => one.Plan), plan => new CoreGroupHeld(
                number!.Value, on ?? today, there, going!.Value, text)
            {
                Audience = PlanMeant.Readers,
            },
            // Taken back as a slip, the same may be said again.
            fact => fact.Number == number && meant.Any(one => one.Plan.Child.Id == fact.Child && one.One.Held is not null));
    }

    public static Decision NotHeld(
        Case @case, Participant me, string? child, int? number, DateOnly? on, NotHeldCause? cause, string? words, DateTimeOffset now,
        Words says)
    {
        var (meant, text, today) = (PlanMeant.Groups(@case, child, number), words?.Trim() ?? "", says.LocalDate(now));
        if (PlanMeant.WhyNotGroup(me, @case, child, number) is { } not)
        {
            return not;
        }

        return new Unsaid().If(cause is null, "cause", "Choose why it was not held.")
            .Text("words", text, "Say in a line why, and who watches over the plan until it meets.").Why
            ?? PlanMeant.WhyNotOn(on, today, meant.Max(one => Since(one.Plan, one.One)), "on")
            ?? PlanMeant.Write(@case, meant.Select(one => one.Plan), plan => new CoreGroupNotHeld(
                number!.Value, on ?? today, cause!.Value, text)
            {
                Audience = PlanMeant.Readers,
            }, fact => fact.Number == number && meant.All(one => one.One.Held is null));
    }

    /// <summary>Actions that somebody can't do, for the group to answer (R121).</summary>
    public static IReadOnlyList<PlannedAction> Raised(Case @case) =>
        [.. @case.Meeting.Plan.Open.Where(action => action.Progress is ActionProgress.CannotDo or ActionProgress.Declined)];

    /// <summary>The day after which it can have been held: of the conference, or of the group before.</summary>
    private static DateOnly Since(ProtectionPlan plan, CoreGroup group) =>
        plan.Groups.FirstOrDefault(one => one.Number == group.Number - 1)?.Held?.Fact.On ?? plan.StartedOn;
}
