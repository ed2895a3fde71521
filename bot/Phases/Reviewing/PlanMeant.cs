using StrategyBot.Rules;

namespace StrategyBot.Phases.Reviewing;

/// <summary>Whose child protection plans a form means, and how what is said of them is written: one fact a child. Pure.</summary>
internal static class PlanMeant
{
    private const int OldestDay = 200;

    /// <summary>Words on a plan are social care's: who else is in its core group hears them there.</summary>
    public static Audience Readers { get; } = Audience.Only(Agency.SocialCare);

    public static IReadOnlyList<ProtectionPlan> Of(Case @case, string? child)
    {
        var meant = ChildChoice.Read(@case, child);
        return [.. ProtectionPlan.Of(@case).Where(plan => meant.Contains(plan.Child))];
    }

    /// <summary>Whose core group of that number is or was theirs.</summary>
    public static IReadOnlyList<(ProtectionPlan Plan, CoreGroup One)> Groups(Case @case, string? child, int? number) =>
    [
        .. from plan in Of(@case, child)
           let one = plan.Groups.FirstOrDefault(core => core.Number == number)
           where one is not null && (plan.Runs || one.Held is not null)
           select (plan, one),
    ];

    /// <summary>Why that one can't be said anything of.</summary>
    public static Refusal? WhyNotGroup(Participant me, Case @case, string? child, int? number) => WhyNot(me, @case, child)
        ?? (Groups(@case, child, number).Count > 0 ? null
            : Of(@case, child).All(plan => !plan.Runs) ? new CannotBe("That core group isn't asked for: the child's plan has ended.")
            : new CannotBe("Open the child protection plan, and choose which core group you mean."));

    /// <summary>The next to be held, where all that are meant have the same.</summary>
    public static int? NextGroup(Case @case, string? child) =>
        Of(@case, child).Select(plan => plan.NextGroup?.Number).Distinct().ToList() is [var same] ? same : null;

    /// <inheritdoc cref="Groups"/>
    public static IReadOnlyList<(ProtectionPlan Plan, ReviewConference One)> Reviews(Case @case, string? child, int? number) =>
    [
        .. from plan in Of(@case, child)
           let one = plan.Reviews.FirstOrDefault(review => review.Number == number)
           where one is not null && (plan.Runs || one.Held is not null)
           select (plan, one),
    ];

    /// <inheritdoc cref="WhyNotGroup"/>
    public static Refusal? WhyNotReview(Participant me, Case @case, string? child, int? number) => WhyNot(me, @case, child)
        ?? (Reviews(@case, child, number).Count > 0 ? null
            : Of(@case, child).All(plan => !plan.Runs) ? new CannotBe("That review isn't asked for: the child's plan has ended.")
            : new CannotBe("Open the child protection plan, and choose which review you mean."));

    /// <inheritdoc cref="NextGroup"/>
    public static int? NextReview(Case @case, string? child) =>
        Of(@case, child).Select(plan => plan.NextReview?.Number).Distinct().ToList() is [var same] ? same : null;

    public static Refusal? WhyNot(Participant me, Case @case, string? child) => me.Agency != Agency.SocialCare ? new NotYourPart()
        : ChildChoice.Read(@case, child).Count == 0 ? new NoChildMeant()
        : Of(@case, child).Count == 0 ? new CannotBe("No conference has decided on a child protection plan here.")
        : null;

    /// <summary>A day that is said afterwards.</summary>
    public static CannotBe? WhyNotOn(DateOnly? on, DateOnly today, DateOnly since, string field) =>
        on > today ? new("That day is still to come.") { Field = field }
        : on < since ? new("That is before the plan began.") { Field = field }
        : on < today.AddDays(-OldestDay) ? new("That is too long ago to be meant. Check the day.") { Field = field }
        : null;

    /// <summary>A day and a time as a form brings them.</summary>
    public static Decision At(FormPage page, DateOnly? day, TimeOnly? time, Func<DateTimeOffset, Decision> then) => (day, time) switch
    {
        ({ } on, { } clock) => page.Words.OnTheClock(on, clock, page.Now).Match(then, why => new CannotBe(why) { Field = "time" }),
        (null, _) => new CannotBe("Give the day.") { Field = "day" },
        _ => new CannotBe("Give the time.") { Field = "time" },
    };

    /// <summary>A day that is arranged.</summary>
    public static Unsaid Day(this Unsaid unsaid, Case @case, DateTimeOffset at, DateTimeOffset now, Words words) => unsaid
        .If(at < now, "day", "That time is over.")
        .If(at >= now && !@case.Clocks.Days.IsWorkingDay(words.LocalDate(at)), "day",
            $"{words.Date(words.LocalDate(at))} is not a working day. Choose another.");

    /// <summary>One fact a child; nothing where the same stands there.</summary>
    public static Decision Write<T>(
        Case @case, IEnumerable<ProtectionPlan> meant, Func<ProtectionPlan, T> fact, Func<T, bool> isSameOne,
        params IReadOnlyList<Fact> besides)
        where T : ProtectionPlanFact => Decision.Of(
    [
        .. besides,
        .. from plan in meant
           let said = fact(plan) with { Child = plan.Child.Id }
           where @case.ProtectionOf(plan.Child.Id).Last(isSameOne) is not { } stands || !stands.Fact.Equals(said)
           select (Fact)said,
    ]);

    /// <summary>What stands of all that are meant, where it is the same: of which child it was said is no difference.</summary>
    public static T? Same<T>(IEnumerable<Decided<T>?> said)
        where T : ProtectionPlanFact =>
        said.Select(one => one?.Fact is { } fact ? (T)(fact with { Child = null }) : null).Distinct().ToList() is [var same] ? same : null;

    /// <summary>What a form sends for children who stand alike.</summary>
    public static string Chosen(Case @case, IReadOnlyList<ProtectionPlan> plans) =>
        plans.Count > 1 ? ChildChoice.All : Chosen(@case, plans[0].Child.Id);

    public static string Chosen(Case @case, ChildId child) => @case.Children.Count == 1 ? ChildChoice.All : child.Value;

    public static ValueList<ParticipantId> With(Case @case, params IReadOnlyList<Role> roles) =>
        @case.Participants.Where(person => !person.IsTakenOff && person.Roles.Any(role => roles.Contains(role)))
            .Select(person => person.Id).DefaultIfEmpty(@case.Meeting.Chair).ToValueList();
}
