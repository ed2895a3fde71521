namespace StrategyBot.Cases;

/// <summary>What a section 47 enquiry began with.</summary>
internal enum EnquiryBasis
{
    /// <summary>A strategy meeting decided it.</summary>
    Meeting,

    /// <summary>It was decided after the meeting, by its chair or a manager.</summary>
    Change,

    /// <summary>It runs since before this case, and a meeting lets it go on (R45).</summary>
    Before,

    /// <summary>No enquiry runs: the child moves in with a plan of another area, whose word starts the conference's days (R4).</summary>
    Notified,
}

/// <summary>A child's section 47 enquiry, from the decision that began it (design §3.1, R45, R95).
/// It doesn't begin anew because the decision
/// is said again, with whom, or in a further meeting. Pure.</summary>
/// <param name="By">The meeting that began it, or let it go on.</param>
/// <param name="StartedOn"><c>null</c> where it runs since before this case, and nobody has said since when.</param>
internal sealed record Enquiry(Child Child, Meeting By, DateOnly? StartedOn, EnquiryBasis Basis)
{
    /// <summary>Each child's that runs, in the order of the children.</summary>
    public static IReadOnlyList<Enquiry> Of(Case @case) => [.. @case.Children.Select(child => Of(@case, child)).OfType<Enquiry>()];

    private static Enquiry? Of(Case @case, Child child)
    {
        var called = CaseClocks.Called(@case).ToList();
        if (called.FirstOrDefault(meeting => Decided(meeting, child) == Section47.Start) is { } started)
        {
            return Began(child, started);
        }

        return called.FirstOrDefault(meeting => Decided(meeting, child) == Section47.Continue) is { } goesOn
            ? new(child, goesOn,
                called.Select(meeting => meeting.Plan.EnquiryStarts.GetValueOrDefault(child.Id))
                    .LastOrDefault(given => given is not null)?.Fact.On,
                EnquiryBasis.Before)
            : null;
    }

    private static Enquiry Began(Child child, Meeting meeting)
    {
        var decided = meeting.Plan.Section47[child.Id];
        while (decided is { IsChange: true, Before: { Fact.Answer: Section47.Start } before })
        {
            decided = before;
        }

        // No meeting decided on a child who came onto the case after it.
        return decided.IsChange || child.NamedAt > meeting.Attendance.EndedAt
            ? new(child, meeting, Words.English.LocalDate(decided.At), EnquiryBasis.Change)
            : new(child, meeting, CaseClocks.On(meeting), EnquiryBasis.Meeting);
    }

    private static Section47? Decided(Meeting meeting, Child child) => meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact.Answer;
}
