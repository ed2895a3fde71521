using StrategyBot.Rules;

namespace StrategyBot.Returns;

/// <summary>One child's episode as the returns count it; <c>null</c> where the record doesn't say.</summary>
internal sealed record Episode
{
    /// <summary><c>Child 1</c>.</summary>
    public required string Child { get; init; }

    public string? AuthorityNumber { get; init; }

    public string? Upn { get; init; }

    /// <summary>One of the census's codes, where the pupil number isn't known.</summary>
    public string? UpnUnknown { get; init; }

    public DateOnly? Born { get; init; }

    public DateOnly? Expected { get; init; }

    public DateOnly? Died { get; init; }

    /// <summary><c>M</c>, <c>F</c>, <c>U</c> of an unborn child.</summary>
    public string? Sex { get; init; }

    public string? Ethnicity { get; init; }

    public ValueList<string> Disabilities { get; init; } = [];

    /// <summary>Somebody said what the case system has: a blank day of closing says that it is open.</summary>
    public bool IsCaseSystemKnown { get; init; }

    public DateOnly? ReferredOn { get; init; }

    public bool? NoAction { get; init; }

    public DateOnly? AssessedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? Closure { get; init; }

    /// <summary>An initial conference without an enquiry: of a child who moved in with a plan.</summary>
    public DateOnly? ConferenceAlone { get; init; }

    public IReadOnlyList<Section47Row> Enquiries { get; init; } = [];

    public IReadOnlyList<PlanRow> Plans { get; init; } = [];

    /// <summary>Somebody said whether the child has died: a blank day says that the child lives.</summary>
    public bool IsDeathKnown { get; init; }

    /// <summary>A child in need plan beside it.</summary>
    public bool? HasOpenNeedPlan { get; init; }

    /// <summary>Of the latest.</summary>
    public DateOnly? NeedPlanFrom { get; init; }

    /// <inheritdoc cref="NeedPlanFrom"/>
    public DateOnly? NeedPlanTo { get; init; }

    /// <summary>Every day on which an initial conference was held.</summary>
    public IEnumerable<DateOnly> Conferences =>
        Enquiries.Select(enquiry => enquiry.Conference).Append(ConferenceAlone).OfType<DateOnly>();

    /// <summary>What a return of this year has of it: what was answered or ended in an earlier one, that one had.</summary>
    public Episode In(ReturnYear year) => this with
    {
        Enquiries = [.. Enquiries.Where(enquiry => !(enquiry.Conference < year.From))],
        ConferenceAlone = ConferenceAlone < year.From ? null : ConferenceAlone,
        Plans = [.. Plans.Where(plan => !(plan.End < year.From))],
    };

    /// <summary>A section 47 enquiry.</summary>
    /// <param name="Start">The day of the strategy discussion that began it.</param>
    /// <param name="Target">15 working days on.</param>
    /// <param name="Conference">When the initial conference was held.</param>
    /// <param name="NotRequired">Whether none is needed; <c>null</c>: nobody has said.</param>
    public sealed record Section47Row(DateOnly? Start, DateOnly? Target, DateOnly? Conference, bool? NotRequired);

    /// <summary>A child protection plan.</summary>
    /// <param name="Initial">Category by the census's codes.</param>
    /// <param name="Before">How many plans the child had before it.</param>
    /// <param name="Reviews">When each review was held.</param>
    public sealed record PlanRow(
        DateOnly? Start, DateOnly? End, string? Initial, string? Latest, int? Before, IReadOnlyList<DateOnly?> Reviews);

    /// <summary>What the record has of one child.</summary>
    /// <param name="case">As its reader may read it.</param>
    public static Episode Of(Case @case, Child child)
    {
        var (details, said, more) = (child.Details, child.InCaseSystem?.Fact, child.ElseInCaseSystem?.Fact);
        var (enquiry, work) = (EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == child.Id), @case.EnquiryOf(child.Id));
        var isEnquiry = enquiry is not null && enquiry.Enquiry.Basis != EnquiryBasis.Notified;
        var plan = ProtectionPlan.Of(@case).FirstOrDefault(one => one.Child.Id == child.Id);
        var pupil = details.Identifiers?.FirstOrDefault(one => one.Scheme == Identifier.Pupil);
        return new()
        {
            Child = child.Number,
            AuthorityNumber = Given(details.Find(Identifier.Authority)),
            Upn = Given(pupil?.Value),
            UpnUnknown = pupil?.WhyUnknown.ToUpperInvariant() is { Length: 3 } code && code.StartsWith("UN", StringComparison.Ordinal)
                && code[2] is >= '1' and <= '7' ? code : null,
            Born = details.Unborn ? null : details.BornOrDue,
            Expected = details.Unborn ? details.BornOrDue : null,
            Sex = details.Unborn ? "U" : details.Sex switch
            {
                Cases.Facts.Sex.Female => "F",
                Cases.Facts.Sex.Male => "M",
                _ => null,
            },
            Ethnicity = details.Ethnicity,
            Disabilities = details.Disabilities ?? [],
            IsCaseSystemKnown = said is not null,
            ReferredOn = said?.ReferredOn,
            NoAction = said?.NoAction is { } none ? none == YesNo.Yes : null,
            AssessedOn = said?.AssessedOn,
            ClosedOn = said?.ClosedOn,
            Closure = said?.Closure,
            IsDeathKnown = more is not null,
            Died = more?.DiedOn,
            HasOpenNeedPlan = more?.NeedPlan is { } plans ? plans == YesNo.Yes && more.NeedPlanTo is null : null,
            NeedPlanFrom = more?.NeedPlanFrom,
            NeedPlanTo = more?.NeedPlanTo,
            ConferenceAlone = isEnquiry ? null : work.Held?.Fact.On,
            Enquiries = isEnquiry
                ?
                [
                    new(enquiry!.StartedOn, enquiry.StartedOn is { } start ? @case.Clocks.Days.After(start, TargetDays) : null,
                        work.Held?.Fact.On, enquiry.Need switch
                        {
                            Conference.No => true,
                            null => null,
                            _ => false,
                        }),
                ]
                : [],
            Plans = plan is null ? []
                :
                [
                    new(plan.StartedOn, plan.EndedOn, CensusCodes.Category(work.Outcome!.Fact.Category),
                        CensusCodes.Category(plan.Category), said?.EarlierPlans,
                        [.. plan.Reviews.Select(review => review.Held?.Fact.On).Where(on => on is not null)]),
                ],
        };
    }

    /// <summary>The returns count this many working days to the conference, whatever a procedure's own day is.</summary>
    private const int TargetDays = 15;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
