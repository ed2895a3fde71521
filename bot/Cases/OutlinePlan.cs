using System.Globalization;

namespace StrategyBot.Cases;

/// <summary>An outline plan as a conference agreed it, for one child or for siblings of whom it was said together (R113). Pure.</summary>
/// <param name="Plans">Its children's child protection plans, in the case's order.</param>
internal sealed record OutlinePlan(IReadOnlyList<ProtectionPlan> Plans, Decided<OutlinePlanSaid> Said)
{
    /// <summary>How the keys of what sends it begin.</summary>
    public const string TellKind = "reviewing/tell-outline-plan";

    public IReadOnlyList<Child> Children => [.. Plans.Select(plan => plan.Child)];

    /// <summary>Each that was written down, as it was said last.</summary>
    public static IReadOnlyList<OutlinePlan> Of(Case @case) =>
    [
        .. from plan in ProtectionPlan.Of(@case)
           let said = plan.Outline
           where said is not null
           group plan by (said.At, said.By, (OutlinePlanSaid)(said.Fact with { Child = null })) into together
           select new OutlinePlan([.. together], together.First().Outline!),
    ];

    /// <summary>Since when it says to somebody what it says now; <c>null</c> where it isn't for them.</summary>
    public DateTimeOffset? Since(ParticipantId to) => Said.AndBefore()
        .TakeWhile(one => one.Fact.To.Contains(to) && IsSame(one.Fact, Said.Fact)).LastOrDefault()?.At;

    /// <summary>Whether they had other words before.</summary>
    public bool WasChanged(ParticipantId to) => Said.AndBefore().Any(one => one.Fact.To.Contains(to) && !IsSame(one.Fact, Said.Fact));

    /// <summary>What was said together is sent together, and once.</summary>
    public static string KeyFor(ParticipantId to, DateTimeOffset since) =>
        string.Create(CultureInfo.InvariantCulture, $"{TellKind}/{since.UtcTicks}/{to.Value}");

    private static bool IsSame(OutlinePlanSaid one, OutlinePlanSaid other) =>
        (one.Change, one.Does, one.Otherwise) == (other.Change, other.Does, other.Otherwise);
}
