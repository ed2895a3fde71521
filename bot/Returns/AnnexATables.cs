using System.Globalization;

namespace StrategyBot.Returns;

/// <summary>Ofsted's child-level lists 5 and 7 (returns §3): an enquiry and a plan are a row each.</summary>
internal static class AnnexATables
{
    /// <param name="worker">Who has the case, by name.</param>
    public static IReadOnlyList<ReturnTable> Of(Case @case, Child child, Episode one, string worker, DateOnly today)
    {
        var outcome = @case.EnquiryOf(child.Id).Outcome?.Fact;
        return
        [
            new(ReturnTable.AnnexA, "List 5", [.. one.Enquiries.Select(enquiry => (IReadOnlyList<ReturnField>)
            [
                .. Person(one, today),
                ReturnField.British("Strategy discussion initiating Section 47 Enquiry Start Date", enquiry.Start),
                ReturnField.Choice("Was an Initial Child Protection Conference deemed unnecessary?", enquiry.NotRequired),
                ReturnField.British("Date of Initial Child Protection Conference", enquiry.Conference,
                    enquiry.NotRequired == true ? ReturnField.DoesNotApply : ReturnField.NotRecorded),
                ReturnField.Choice("Did the Initial Child Protection Conference Result in a Child Protection Plan",
                    outcome is null ? null : outcome.Plan == YesNo.Yes),
                ReturnField.Lacking("Number of Section 47 Enquiries in the last 12 months", ReturnField.OfOneCase),
                ReturnField.Lacking("Number of ICPCs in the last 12 months", ReturnField.OfOneCase),
                ReturnField.Lacking("Allocated Team"), ReturnField.Of("Allocated Worker", worker),
            ])]),
            new(ReturnTable.AnnexA, "List 7", [.. one.Plans.Select(plan => (IReadOnlyList<ReturnField>)
            [
                .. Person(one, today),
                ReturnField.British("Child Protection Plan Start Date", plan.Start),
                ReturnField.Of("Initial Category of Abuse", Lettered(plan.Initial)),
                ReturnField.Of("Latest Category of Abuse", Lettered(plan.Latest)),
                ReturnField.Lacking("Date of the Last Statutory Visit"), ReturnField.Lacking("Was the Child Seen Alone?"),
                ReturnField.British("Date of latest review conference", plan.Reviews is [.., var last] ? last : null,
                    plan.Reviews.Count == 0 ? ReturnField.DoesNotApply : ReturnField.NotRecorded),
                ReturnField.British("Child Protection Plan End Date", plan.End, ReturnField.DoesNotApply),
                ReturnField.Of("Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
                    IsProtected(@case, child, today) ? "Y" : "N"),
                ReturnField.Count("Number of Previous Child Protection Plans", plan.Before, ReturnField.OfCaseSystem),
                ReturnField.Lacking("Allocated Team"), ReturnField.Of("Allocated Worker", worker),
            ])]),
        ];
    }

    private static IEnumerable<ReturnField> Person(Episode one, DateOnly today) =>
    [
        ReturnField.Of("Child Unique ID", one.AuthorityNumber),
        ReturnField.Of("Gender", one.Sex switch
        {
            "M" => "a) Male",
            "F" => "b) Female",
            _ => "c) Not stated/recorded",
        }),
        ReturnField.Of("Ethnicity", one.Ethnicity is { } code
            ? $"{Letter(CensusCodes.Ethnicities.Select(known => known.Code), code)}) {code}" : null),
        ReturnField.British("Date of Birth", one.Born ?? one.Expected),
        ReturnField.Count("Age of Child (Years)", one.Born is { } born ? Years(born, today) : null,
            one.Expected is null ? ReturnField.NotRecorded : ReturnField.DoesNotApply),
        ReturnField.Choice("Does the Child have a Disability", one.Disabilities.Count == 0 ? null : !one.Disabilities.Contains("NONE")),
    ];

    /// <summary><c>a</c> of the first.</summary>
    private static string Letter(IEnumerable<string> codes, string code)
    {
        var at = codes.ToList().IndexOf(code);
        return at < 0 ? "" : ((char)('a' + at)).ToString(CultureInfo.InvariantCulture);
    }

    private static string? Lettered(string? code) => code is null ? null : $"{Letter(CensusCodes.Categories, code)}) {code}";

    private static int Years(DateOnly born, DateOnly on) => on.Year - born.Year - (on < born.AddYears(on.Year - born.Year) ? 1 : 0);

    private static bool IsProtected(Case @case, Child child, DateOnly today) => @case.Meetings.Any(meeting =>
        (meeting.Safety.Positions.GetValueOrDefault(child.Id) is { Fact.Basis: SafetyBasis.PoliceProtection } position
            && Words.English.LocalDate(position.Fact.BasisFrom ?? position.At) >= today.AddMonths(-6)))
        || (@case.Circumstances is { } given && (given.Has(Features.PoliceProtection) || given.Has(Features.EmergencyOrder))
            && Words.English.LocalDate(given.ImmediateActionAt ?? @case.OpenedAt) >= today.AddMonths(-6));
}
