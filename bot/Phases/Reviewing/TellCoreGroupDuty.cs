using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Reviewing;

/// <summary>Professionals of a core group hear of each day that is arranged for it (R114).</summary>
internal sealed class TellCoreGroupDuty(Reach reach, Words words) : IDuty<TellCoreGroupDuty.Date>
{
    public sealed record Date(ChildId Child, int Number);

    public static string Kind => "reviewing/tell-core-group";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the day of a core group";

    public static IEnumerable<Owed<Date>> Owes(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        where plan.NextGroup is { Stands: not null }
        let said = plan.NextGroup!.Stands!
        from member in plan.Members?.Fact.Professionals ?? []
        where @case.Find(member) is { IsTakenOff: false } person && !person.Is(said.By)
        // Siblings that were arranged together are one message.
        group plan.Child.Id by (said.At, said.Fact.At, said.Fact.Number, member) into told
        select new Owed<Date>(string.Create(CultureInfo.InvariantCulture,
            $"{Kind}/{told.First().Value}/{told.Key.Number}/{told.Key.Item1.UtcTicks}/{told.Key.member.Value}"), told.Key.Item1,
            new(told.First(), told.Key.Number))
        {
            To = told.Key.member,
            LapsesAt = told.Key.Item2,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<Date> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About, @case.Find(owed.To!.Value)!, words), "A meeting you belong to has a date; open your part."),
            cancellationToken);

    /// <summary>When, and nothing of why. Where, stands in the case.</summary>
    internal static AdaptiveCard Card(Case @case, Date about, Participant to, Words words)
    {
        var group = ProtectionPlan.Of(@case).FirstOrDefault(plan => plan.Child.Id == about.Child)?.Groups
            .FirstOrDefault(one => one.Number == about.Number);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                new TextBlock(group?.Stands is { } at ? $"The core group meets {words.When(at.Fact.At)}. You are in it."
                    : "The day of a core group was changed.")
                {
                    Weight = TextWeight.Bolder,
                },
                new TextBlock("If you can't come, tell the social worker, and send what you know."),
            ],
            [to.May(ProtectionPlanPage.Needs) ? ProtectionPlanPage.Button(@case).Send() : OwnPart.Button(@case)]);
    }
}

/// <summary>A review conference has another day: area and operations manager hear of it (R118); what they answered on a late one is told
/// to whoever asked (R119).</summary>
internal sealed class TellReviewDuty(Reach reach, Words words) : IDuty<ChildId>
{
    private static readonly TimeSpan Enough = TimeSpan.FromDays(5);

    public static string Kind => "reviewing/tell-review";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word on the day of a review conference";

    public static IEnumerable<Owed<ChildId>> Owes(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        from told in Told(@case, plan)
        from person in @case.Participants
        where !person.IsTakenOff && !person.Is(told.By) && told.IsTold(person)
        // Siblings on whom it was said together are one message.
        group plan.Child.Id by (told.At, person.Id) into one
        select new Owed<ChildId>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{one.First().Value}/{one.Key.At.UtcTicks}/{one.Key.Id.Value}"), one.Key.At,
            one.First())
        {
            To = one.Key.Id,
            // Who comes onto the case later reads how it stands there.
            LapsesAt = one.Key.At + Enough,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<ChildId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About, words), "The day of a conference has changed, or an answer on it is there; open your part."),
            cancellationToken);

    /// <summary>Days and answers, and no reasons: those stand in the case.</summary>
    internal static AdaptiveCard Card(Case @case, ChildId child, Words words)
    {
        var plan = ProtectionPlan.Of(@case).FirstOrDefault(one => one.Child.Id == child);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                .. plan?.NextReview is { } review
                    ? (IReadOnlyList<CardElement>)
                    [
                        new TextBlock(review.Arranged is { Before: { } before } at
                            ? $"Review conference {review.Number} moved from {words.When(before.Fact.At)} to {words.When(at.Fact.At)}. "
                                + $"It has to be held by {words.Date(review.Due.On)}."
                            : PlanLines.Say(review, words, DateTimeOffset.MinValue)),
                    ]
                    : [],
                .. (plan is null ? [] : PlanLines.Stands(plan, words)).Select(line => new TextBlock(line)),
            ],
            [ProtectionPlanPage.Button(@case).Send()]);
    }

    private static IEnumerable<(DateTimeOffset At, PersonId By, Func<Participant, bool> IsTold)> Told(Case @case, ProtectionPlan plan)
    {
        foreach (var review in plan.Reviews)
        {
            foreach (var moved in review.Arranged?.AndBefore() ?? [])
            {
                if (moved.Before is not { } before || before.Fact.At == moved.Fact.At)
                {
                    continue;
                }

                yield return (moved.At, moved.By, person => person.Roles.Contains(Role.AreaManager)
                    || person.Roles.Contains(Role.OperationsManager) || person.Roles.Contains(Role.SocialWorker)
                    || person.Id == @case.Meeting.Chair);
            }

            foreach (var answer in new[] { review.Operations, review.Area }.OfType<Decided<ReviewLateAnswered>>()
                // Between the two the next is asked, and nobody else told.
                .Where(one => one.Fact.Agrees == YesNo.No || one.Fact.Whose == LateAnswerOf.AreaManager))
            {
                yield return (answer.At, answer.By, person => person.Id == @case.Meeting.Chair || person.Roles.Contains(Role.SocialWorker)
                    || person.Roles.Contains(Role.ConferenceChair) || person.Roles.Contains(Role.OperationsManager));
            }
        }
    }
}

/// <summary>Who works on the case hears that it is closed, or goes on.</summary>
internal sealed class TellCaseEndDuty(Reach reach) : IDuty<int>
{
    public static string Kind => "reviewing/tell-closed";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a case is closed, or goes on";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from said in new[] { Said(@case.Ended), Said(@case.Reopened) }.OfType<(int Seq, DateTimeOffset At, PersonId By)>()
        from person in @case.Participants
        where person is { IsTakenOff: false, IsInbox: false, RangIn: false } && !person.Is(said.By)
            && (person.IsInvited || person.Roles.Contains(Role.CoreGroup) || person.Roles.Contains(Role.ConferenceChair))
        select new Owed<int>(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{said.Seq}/{person.Id.Value}"), said.At, said.Seq)
        {
            To = person.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt, new(Card(@case), @case.Ended is null
            ? "A case you worked on is open again; open your part." : "A case you worked on is closed; open your part."),
            cancellationToken);

    internal static AdaptiveCard Card(Case @case) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null, @case.Ended is null
        ?
        [
            new TextBlock("This case is open again. What you have to do on it, you will be told.") { Weight = TextWeight.Bolder },
        ]
        :
        [
            new TextBlock("This case is closed. Nothing more waits for you here.") { Weight = TextWeight.Bolder },
            new TextBlock("If you worry about the child again, refer them again; don't answer here."),
        ], []);

    private static (int Seq, DateTimeOffset At, PersonId By)? Said<T>(Decided<T>? said) =>
        said is null ? null : (said.Seq, said.At, said.By);
}
