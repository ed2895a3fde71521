namespace StrategyBot.Phases.Planning;

/// <summary>Whether reasonable cause and the section 47 enquiry are asked on one form, and what it decides (P3, P9, R45). Pure.</summary>
internal static class CauseAndEnquiryRule
{
    // Of more children there are more than six inputs.
    private const int MostApart = 2;

    /// <summary>Whom the form is about.</summary>
    /// <param name="Child">One alone; <c>null</c> for all.</param>
    /// <param name="IsApart">Each of them has an answer of its own.</param>
    public sealed record About(Child? Child, bool IsApart);

    /// <summary>What is said of one child; what is left open is <c>null</c>.</summary>
    /// <param name="CauseField">Where it was said.</param>
    public sealed record Said(Child Child, ReasonableCause? Cause, Section47? Enquiry, FollowOn? FollowOn, string CauseField);

    /// <summary>What stands of some children, where it is the same of all.</summary>
    /// <param name="IsOne">One reason, one marking, one agency or two, one thing that follows: as much as a form has room for.</param>
    public sealed record Standing(
        ReasonableCause? Cause, Section47? Enquiry, Conduct? Conduct, FollowOn? FollowOn, string? Rationale, Audience? Audience, bool IsOne)
    {
        public bool IsNothing => Audience is null;

        public static Standing Of(Case @case, IReadOnlyList<Child> children)
        {
            var (causes, enquiries) = (Causes(@case, children).ToList(), Enquiries(@case, children).ToList());
            IReadOnlyList<string> reasons =
                [.. causes.Select(fact => fact.Rationale).Concat(enquiries.Select(fact => fact.Rationale)).Distinct()];
            IReadOnlyList<Audience> audiences =
                [.. causes.Select(fact => fact.Audience).Concat(enquiries.Select(fact => fact.Audience)).Distinct()];
            IReadOnlyList<Conduct> conducts = [.. enquiries.Select(fact => fact.Conduct).OfType<Conduct>().Distinct()];
            IReadOnlyList<FollowOn> follows = [.. enquiries.Select(fact => fact.FollowOn).OfType<FollowOn>().Distinct()];
            return new(
                Same(children, causes.Select(fact => (ReasonableCause?)fact.Answer)),
                Same(children, enquiries.Select(fact => (Section47?)fact.Answer)),
                conducts is [var conduct] ? conduct : null, follows is [var follow] ? follow : null,
                reasons is [var reason] ? reason : null, audiences is [var audience] ? audience : null,
                IsOne: Math.Max(reasons.Count, Math.Max(audiences.Count, Math.Max(conducts.Count, follows.Count))) <= 1);
        }

        private static T? Same<T>(IReadOnlyList<Child> children, IEnumerable<T?> said)
            where T : struct =>
            said.ToList() is var all && all.Count == children.Count && all.Distinct().ToList() is [var only] ? only : null;
    }

    public static ReasonableCauseDecided? Cause(Case @case, Child child) =>
        @case.Meeting.Plan.ReasonableCause.GetValueOrDefault(child.Id)?.Fact;

    public static Section47Decided? Enquiry(Case @case, Child child) => @case.Meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact;

    /// <summary>Not both are decided.</summary>
    public static bool IsOpen(Case @case, Child child) => Cause(@case, child) is null || Enquiry(@case, child) is null;

    /// <summary>All at once where nothing differs, two side by side where something does, else one child after the other.</summary>
    /// <returns><c>null</c>: each decision has its own form, as it has its own reasons, or was closed by the end of the meeting.</returns>
    public static About? Of(Case @case, Child? child)
    {
        var children = @case.Children;
        if (children.Count == 0 || children.Any(one => IsClosed(@case, one) || !Standing.Of(@case, [one]).IsOne))
        {
            return null;
        }

        if (child is not null || children.Count == 1)
        {
            return new(child, false);
        }

        var open = children.Where(one => IsOpen(@case, one)).ToList();
        var isPart = open.Count > 0 && open.Count < children.Count;
        return isPart || !Standing.Of(@case, children).IsOne || (Differ(@case, open.Count > 0) && children.Count > MostApart)
            ? new(open.FirstOrDefault() ?? children[0], false)
            : new(null, Differ(@case, open.Count > 0));
    }

    /// <summary>Whether two children may be asked about side by side.</summary>
    public static bool MayBeApart(Case @case) => @case.Children.Count == MostApart;

    public static Decision Decide(
        Case @case, IReadOnlyList<Said> said, Conduct? conduct, string? rationale, Readers readers)
    {
        if (said.All(one => one is { Cause: null, Enquiry: null }))
        {
            return new CannotBe("Choose whether there is reasonable cause, and whether an enquiry starts, and save again.");
        }

        var decided = said.SelectMany(one => (IReadOnlyList<Decision>)
        [
            .. one.Cause is null ? (IReadOnlyList<Decision>)[]
                : [DecisionRule.ReasonableCause(@case, [one.Child], one.Cause, rationale, null, readers)],
            .. one.Enquiry is null ? (IReadOnlyList<Decision>)[]
                : [DecisionRule.Enquiry(@case, [one.Child], one.Enquiry, conduct, one.FollowOn, rationale, null, readers)],
            .. one is { Cause: ReasonableCause.No, Enquiry: Section47.Start } ? (IReadOnlyList<Decision>)[Contradicts(one)] : [],
        ]).ToList();
        var no = decided.OfType<Decision.Refused>().Select(one => one.Because).Distinct().ToList();
        return no.Count switch
        {
            0 => Decision.Of([.. decided.OfType<Decision.Accepted>().SelectMany(yes => yes.Facts)]),
            1 => no[0],
            _ => new Several(no),
        };
    }

    private static CannotBe Contradicts(Said said) =>
        new($"{said.Child.Number}: no reasonable cause, but a section 47 enquiry starts. Change one of the two.")
        {
            Field = said.CauseField,
        };

    private static bool Differ(Case @case, bool isOpen)
    {
        var (causes, enquiries) = (Causes(@case, @case.Children), Enquiries(@case, @case.Children));
        return causes.Select(fact => fact.Answer).Distinct().Count() > 1 || enquiries.Select(fact => fact.Answer).Distinct().Count() > 1
            || (isOpen && SharedViews.Differ(@case));
    }

    private static bool IsClosed(Case @case, Child child) =>
        DecisionRule.IsClosed(@case, @case.Meeting.Plan.ReasonableCause.GetValueOrDefault(child.Id))
        || DecisionRule.IsClosed(@case, @case.Meeting.Plan.Section47.GetValueOrDefault(child.Id));

    private static IEnumerable<ReasonableCauseDecided> Causes(Case @case, IReadOnlyList<Child> children) =>
        children.Select(child => Cause(@case, child)).OfType<ReasonableCauseDecided>();

    private static IEnumerable<Section47Decided> Enquiries(Case @case, IReadOnlyList<Child> children) =>
        children.Select(child => Enquiry(@case, child)).OfType<Section47Decided>();
}
