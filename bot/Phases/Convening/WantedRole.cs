using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>Whom a kind of case asks for besides (R137), by the procedure's rules; a proposal, to be unticked.</summary>
/// <param name="Role">As a job title or an organisation has it.</param>
/// <param name="IfKnown">Not missed where the directory has nobody.</param>
internal sealed record WantedRole(string Role, string Why, bool IfKnown = false)
{
    /// <summary>The rules that hold for a case: each once, whatever asks for it.</summary>
    public static IReadOnlyList<WantedRole> For(Case @case) =>
    [
        .. (@case.Profile.InviteRules ?? InviteWhen.Usual).Where(rule => Holds(@case, rule.When))
            .Select(rule => new WantedRole(@case.Profile.Roles.Find(rule.Role)?.Title ?? rule.Role, rule.Why, rule.IfKnown == true))
            .DistinctBy(rule => rule.Role),
        .. @case.Circumstances is { Authority: { Length: > 0 } authority } ? (WantedRole[])[new(authority, "the home authority")] : [],
    ];

    public bool Means(Candidate one) => Has(one.JobTitle) || Has(one.Organisation);

    private bool Has(string? text) => text?.Contains(Role, StringComparison.OrdinalIgnoreCase) == true;

    private static bool Holds(Case @case, string when) => when == InviteWhen.Always || @case.Urgent.Which.Contains(when)
        || (@case.Circumstances is { } given && (given.Has(when) || given.Circumstances.Contains(when) || given.Category == when));
}
