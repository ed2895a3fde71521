namespace StrategyBot.Returns;

/// <summary>The census's own checks (R140, returns §2): made here first, so that what is wrong is mended while somebody knows it.
/// </summary>
internal static class ReturnRules
{
    private const int UnansweredDays = 14, MostNumber = 20;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Error("1570, 1580", "The authority's number is missing, or isn't up to 20 letters and digits.",
            "Write it as the case system has it.", MendAt.Identifiers,
            static (one, _) => one.AuthorityNumber is not { Length: <= MostNumber } number || !number.All(char.IsAsciiLetterOrDigit)),
        Query("8525", "There has to be a date of birth, or a due date, and not both.", "Put it right under who to check.",
            MendAt.WhoToCheck, static (one, _) => one.Born is null == one.Expected is null),
        Error("2889", "The section 47 enquiry began before its referral.", "Look which of the two days is wrong.", MendAt.CaseSystem,
            static (one, _) => one.Enquiries.Any(enquiry => enquiry.Start < one.ReferredOn), Asks.Referral),
        Error("1104", "The initial conference was held before the referral.", "Look which of the two days is wrong.", MendAt.CaseSystem,
            static (one, _) => one.Conferences.Any(on => on < one.ReferredOn), Asks.Referral),
        Error("1105", "The protection plan began before the referral.", "Look which of the two days is wrong.", MendAt.CaseSystem,
            static (one, _) => one.Plans.Any(plan => plan.Start < one.ReferredOn), Asks.Referral),
        Error("8615", "There is an initial conference before the enquiry, or without its first day.",
            "Say on which day the enquiry began, or when the conference was.", MendAt.Enquiry,
            static (one, _) => one.Enquiries.Any(enquiry =>
                enquiry.Conference is { } on && (enquiry.Start is null || enquiry.Start > on))),
        Query("8870", "The day by which the conference was to be held is on a weekend.", "Look on which day the enquiry began.",
            MendAt.Enquiry, static (one, _) => one.Enquiries.Any(enquiry => IsWeekend(enquiry.Target))),
        Error("8875", "The initial conference stands on a weekend.", "Look on which day it was held.", MendAt.Enquiry,
            static (one, _) => one.Conferences.Any(on => IsWeekend(on))),
        Query("8675", "The enquiry began more than 14 working days ago: no conference is recorded, nor that none is needed.",
            "Say that the conference was held, or that none is.", MendAt.Enquiry,
            static (one, year) => one.Enquiries.Any(enquiry => IsOpen(enquiry, required: true)
                && enquiry.Start < year.Days.Before(year.Reference, UnansweredDays))),
        Error("8740", "The enquiry began in another year and still has no answer on the conference.",
            "Say that the conference was held, or that none is.", MendAt.Enquiry,
            static (one, year) => one.Enquiries.Any(enquiry =>
                IsOpen(enquiry, required: true) && enquiry.Start is { } start && !year.Has(start))),
        Error("8715", "The initial conference is outside the year of this return.", "Look on which day it was held.", MendAt.Enquiry,
            static (one, year) => one.Conferences.Any(on => !year.Has(on))),
        Error("8890", "One enquiry lies inside another.", "Look on which days they began.", MendAt.Enquiry,
            static (one, year) => one.Enquiries.Any(a => one.Enquiries.Any(b => a != b && a.Start >= b.Start
                && (a.Start <= b.Conference || (b.Conference is null && b.NotRequired != true && a.Start <= year.Reference))))),
        Error("8839", "Two enquiries are open at once.", "Answer the conference of the first.", MendAt.Enquiry,
            static (one, _) => one.Enquiries.Count(enquiry => IsOpen(enquiry, required: null)) > 1),
        Error("8868", "The episode is closed, and an enquiry has no answer on the conference.",
            "Say that the conference was held, or that none is.", MendAt.Enquiry,
            static (one, _) => one.ClosedOn is not null && one.Enquiries.Any(enquiry => IsOpen(enquiry, required: null)), Asks.Closing),
        Error("8831", "The referral ended with no further action, and there is an enquiry, a conference or an assessment.",
            "Look how the referral ended.", MendAt.CaseSystem,
            static (one, _) => one.NoAction == true
                && (one.Enquiries.Any(enquiry => enquiry.Start is not null) || one.ConferenceAlone is not null
                    || one.AssessedOn is not null), Asks.NoAction),
        Error("8832", "The referral ended with no further action, and there is a protection plan.", "Look how the referral ended.",
            MendAt.CaseSystem, static (one, _) => one.NoAction == true && one.Plans.Count > 0, Asks.NoAction),
        Error("2884", "The same conference stands with an enquiry and without one.", "Take one of them away.", MendAt.Enquiry,
            static (one, _) => one.ConferenceAlone is { } alone && one.Enquiries.Any(enquiry => enquiry.Conference == alone)),
        Error("2885", "The protection plan doesn't begin on the day of the conference.", "Look on which day the conference was held.",
            MendAt.Enquiry, static (one, year) => one.Plans.Any(plan =>
                plan.Start is { } start && year.Has(start) && !IsOfConference(one, start))),
        Error("8841", "A review is not after the day on which the plan began.", "Look on which day the review was held.",
            MendAt.ProtectionPlan, static (one, _) => one.Plans.Any(plan => plan.Reviews.Any(review => review <= plan.Start))),
        Query("8842", "A review has no day.", "Say on which day it was held.", MendAt.ProtectionPlan,
            static (one, _) => one.Plans.Any(plan => plan.Reviews.Contains(null))),
        Query("2991", "There is an enquiry and no assessment.", "Say when the assessment began.", MendAt.CaseSystem,
            static (one, _) => one.Enquiries.Count > 0 && one.AssessedOn is null, Asks.Assessment),
        Error("8720", "The protection plan has no first day, or one that is still to come.", "Look on which day the conference was held.",
            MendAt.Enquiry, static (one, year) => one.Plans.Any(plan => plan.Start is not { } start || start > year.Reference)),
        Error("8925", "The protection plan ended before it began.", "Look when it ended.", MendAt.ProtectionPlan,
            static (one, _) => one.Plans.Any(plan => plan.End < plan.Start)),
        Error("8840", "The protection plan ended on the day on which it began.", "Look when it ended.", MendAt.ProtectionPlan,
            static (one, _) => one.Plans.Any(plan => plan.End is { } end && end == plan.Start)),
        Error("8930", "The protection plan ended outside the year of this return.", "Look when it ended.", MendAt.ProtectionPlan,
            static (one, year) => one.Plans.Any(plan => plan.End is { } end && !year.Has(end))),
        Error("8935", "Two protection plans are open.", "End the first.", MendAt.ProtectionPlan,
            static (one, _) => one.Plans.Count(plan => plan.End is null) > 1),
        Error("8940", "Two protection plans overlap.", "Look when the first ended.", MendAt.ProtectionPlan,
            static (one, _) => one.Plans.Any(a => one.Plans.Any(b =>
                a != b && a.Start >= b.Start && a.Start < (b.End ?? DateOnly.MaxValue)))),
        Error("8730", "How many plans the child had before is missing.", "Write the number; 0 for none.", MendAt.CaseSystem,
            static (one, _) => one.Plans.Any(plan => plan.Before is not >= 0)),
        Error("8905", "The plan's first category of abuse is missing, or no code of the census.",
            "Choose it with the conference's decision.", MendAt.Enquiry,
            static (one, _) => one.Plans.Any(plan => !IsCategory(plan.Initial))),
        Error("8910", "The plan's latest category of abuse is missing, or no code of the census.", "Choose it with the last review.",
            MendAt.ProtectionPlan, static (one, _) => one.Plans.Any(plan => !IsCategory(plan.Latest))),
        Error("8565", "The episode was closed before the enquiry began, the conference was held or the plan ended.",
            "Look when it was closed.", MendAt.CaseSystem,
            static (one, _) => one.Enquiries.Select(enquiry => enquiry.Start).Concat(one.Conferences.Select(on => (DateOnly?)on))
                .Concat(one.Plans.Select(plan => plan.End)).Any(on => on > one.ClosedOn), Asks.Closing),
        Error("2990", "It was closed after assessment, and there is an enquiry, a conference or a plan.", "Look why it was closed.",
            MendAt.CaseSystem,
            static (one, _) => one.Closure is CensusCodes.NoFurtherAction or CensusCodes.EarlyHelp
                && (one.Enquiries.Count > 0 || one.ConferenceAlone is not null || one.Plans.Count > 0), Asks.Closing),
        Error("4001", "A child in need plan is open beside the protection plan.", "End it in the case system.", MendAt.CaseSystem,
            static (one, _) => one.HasOpenNeedPlan == true && one.Plans.Any(plan => plan.End is null), Asks.NeedPlan),
        Error("8915", "The protection plan began after the child's death.", "Look at both days.", MendAt.CaseSystem,
            static (one, _) => one.Plans.Any(plan => plan.Start > one.Died), Asks.Death),
        Error("8920", "The protection plan ended after the child's death.", "Look at both days.", MendAt.CaseSystem,
            static (one, _) => one.Plans.Any(plan => plan.End > one.Died), Asks.Death),
    ];

    /// <summary>What one child's episode fails, and what can't be judged here, in the order of the rules.</summary>
    public static IReadOnlyList<CheckedRule> Check(Episode episode, ReturnYear year) =>
    [
        .. from rule in All
           let lacks = rule.Lacks(episode).ToList()
           where lacks.Count > 0 || rule.Fails(episode, year)
           select new CheckedRule(episode.Child, rule, lacks),
    ];

    /// <summary>2883, over a whole authority: more plans were begun than conferences held.</summary>
    public static bool HasMorePlansThanConferences(IReadOnlyCollection<Episode> episodes, ReturnYear year) =>
        episodes.Sum(one => one.Plans.Count(plan => plan.Start is { } start && year.Has(start)))
            > episodes.Sum(one => one.Conferences.Count(year.Has));

    /// <param name="required">Whether it was said that one is held; <c>null</c>: also where nobody has said.</param>
    private static bool IsOpen(Episode.Section47Row enquiry, bool? required) =>
        enquiry.Conference is null && (required == true ? enquiry.NotRequired == false : enquiry.NotRequired != true);

    private static bool IsOfConference(Episode one, DateOnly start) =>
        one.Enquiries.Where(enquiry => enquiry.NotRequired != true).Select(enquiry => enquiry.Conference).OfType<DateOnly>().ToList()
            is { Count: > 0 } held ? held.Contains(start) : one.ConferenceAlone == start;

    private static bool IsCategory(string? code) => code is not null && CensusCodes.Categories.Contains(code);

    private static bool IsWeekend(DateOnly? on) => on?.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static ReturnRule Error(
        string code, string says, string mend, MendAt at, Func<Episode, ReturnYear, bool> fails, params IReadOnlyList<Asks> needs) =>
        new(code, true, says, mend, at, fails) { Needs = needs };

    private static ReturnRule Query(
        string code, string says, string mend, MendAt at, Func<Episode, ReturnYear, bool> fails, params IReadOnlyList<Asks> needs) =>
        new(code, false, says, mend, at, fails) { Needs = needs };
}
