using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>What one meeting's form says of the interim safety plan's life; its rows are of the <see cref="Plan"/>.</summary>
internal sealed record SafetyPlan
{
    /// <summary>Whether it is the right thing, with what that took the place of.</summary>
    public Decided<SafetyPlanConsidered>? Considered { get; init; }

    public Decided<PlanAdviceGiven>? Advice { get; init; }

    /// <summary>Each time that it was spoken about with the family, oldest first.</summary>
    public ImmutableList<Decided<PlanDiscussed>> Discussed { get; init; } = [];

    public ImmutableList<Decided<PlanOverseen>> Overseen { get; init; } = [];

    public ImmutableList<Decided<SignificantEventSaid>> Events { get; init; } = [];

    /// <summary>Each time that a version of it was put on the children's file (R80).</summary>
    public ImmutableList<Decided<PlanPutOnFile>> OnFile { get; init; } = [];

    public Decided<SafetyPlanEnded>? Ended { get; init; }

    /// <summary>It stays though the conference has decided, with what that took the place of.</summary>
    public Decided<SafetyPlanGoesOn>? GoesOn { get; init; }

    public ImmutableList<Decided<PlanConsentSaid>> Consents { get; init; } = [];

    public Decided<PlanSupportSaid>? Support { get; init; }

    public Decided<PlanHandedOn>? HandedOn { get; init; }

    /// <summary>Somebody goes on after social care, and it is not said yet what they have and who was told (R87).</summary>
    public bool IsHandingOnOwed => Ended is { Fact.How: PlanEnd.EarlyHelp or PlanEnd.WithoutSocialCare } && HandedOn is null;

    /// <summary>The version as it stands is on file, and a copy for the independent reviewing officer is still to be sent (R80).</summary>
    public bool IsCopyOwed(Case @case) => IsOnFile(@case) && OnFile is [.., { Fact.Iro: YesNo.No }];

    /// <summary>Management advice is asked for, and nobody has given any since (R68).</summary>
    public bool IsAdviceAwaited => Considered is { Fact.Fit: PlanFit.AdviceFirst, Seq: var asked } && !(Advice?.Seq > asked);

    /// <summary>Whether the plan as it stands is on the children's file.</summary>
    public bool IsOnFile(Case @case) => OnFile is [.., var last] && last.Fact.Version >= VersionNow(@case);

    /// <summary>By when the plan as it stands is on the children's file (R80); <c>null</c> before a plan with a row is agreed.</summary>
    public static Deadline? OnFileBy(Case @case) => @case.Meeting.Plan.AgreedAt is { } agreed
        && PlannedAction.On(@case).Any(row => !row.IsWithdrawn && row.Fact.Kind == ActionKind.SafetyPlan)
            ? SafetyLimits.PlanOnFile(@case.Clocks, @case.Profile,
                ChangeSince.Of(@case).Where(change => change.IsOfPlan).Select(change => change.At).Append(agreed).Max())
            : null;

    public static int VersionNow(Case @case) => ChangeSince.VersionOf(ChangeSince.Of(@case), int.MaxValue);

    public static SafetyPlan Evolve(SafetyPlan plan, Entry entry, SafetyPlanFact fact) => fact switch
    {
        SafetyPlanConsidered e => plan with { Considered = Of(entry, e) with { Before = plan.Considered } },
        PlanAdviceGiven e => plan with { Advice = Of(entry, e) with { Before = plan.Advice } },
        PlanDiscussed e => plan with { Discussed = plan.Discussed.Add(Of(entry, e)) },
        PlanOverseen e => plan with { Overseen = plan.Overseen.Add(Of(entry, e)) },
        SignificantEventSaid e => plan with { Events = plan.Events.Add(Of(entry, e)) },
        PlanPutOnFile e => plan with { OnFile = plan.OnFile.Add(Of(entry, e)) },
        SafetyPlanEnded e => plan with { Ended = Of(entry, e) },
        SafetyPlanGoesOn e => plan with { GoesOn = Of(entry, e) with { Before = plan.GoesOn } },
        PlanConsentSaid e => plan with { Consents = plan.Consents.Add(Of(entry, e)) },
        PlanSupportSaid e => plan with { Support = Of(entry, e) with { Before = plan.Support } },
        PlanHandedOn e => plan with { HandedOn = Of(entry, e) with { Before = plan.HandedOn } },
        _ => throw new UnreachableException($"SafetyPlan.Evolve does not know {fact.GetType().Name}."),
    };

    private static Decided<T> Of<T>(Entry entry, T fact)
        where T : Fact => new(fact, entry.By, entry.At) { Seq = entry.Seq };
}
