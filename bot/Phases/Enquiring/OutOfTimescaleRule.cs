namespace StrategyBot.Phases.Enquiring;

/// <summary>The rules of a conference that comes after its limit: said by the team manager, agreed or not by the area manager, known to the
/// operations manager (R106, R108–R110). Pure.</summary>
internal static class OutOfTimescaleRule
{
    /// <summary>Whether somebody may say so: who leads the case, and the service where nobody is free.</summary>
    public static bool MaySay(Participant me) => me.May(Capability.Decide) || me.Roles.Contains(Role.ConferenceService)
        || me.Roles.Contains(Role.BusinessSupport);

    public static bool MayAnswer(Participant me) => me.Roles.Contains(Role.AreaManager) || me.Roles.Contains(Role.Manager);

    public static bool MayReview(Participant me) => me.Roles.Contains(Role.OperationsManager) || me.Roles.Contains(Role.Manager);

    /// <summary>Waits for the area manager.</summary>
    public static bool IsAsked(ChildEnquiry enquiry) => enquiry.IsToBeHeld && enquiry.Work.Late is { } late
        && !IsOfService(late.Fact) && !(enquiry.Work.LateAnswered?.Seq > late.Seq);

    /// <summary>Waits for the operations manager: nobody is free, or the service can't do it within its days.</summary>
    public static bool IsShort(ChildEnquiry enquiry) => enquiry.IsToBeHeld && enquiry.Work.Late is { } late
        && IsOfService(late.Fact) && !(enquiry.Work.Capacity?.Seq > late.Seq);

    public static Decision Say(
        Case @case, Participant me, string? child, LatenessCause? cause, string? because, DateOnly? expected, DateTimeOffset now,
        Words words)
    {
        var text = because?.Trim() ?? "";
        if (EnquiryStepRule.WhyNot(@case, child) is { } not)
        {
            return not;
        }

        var meant = EnquiryStepRule.Meant(@case, child).Where(one => one.Need != Conference.No && one.Work.Held is null).ToList();
        if (meant.Count == 0)
        {
            return new CannotBe("No conference is to be held here.");
        }

        if (!MaySay(me))
        {
            return new NotYourPart();
        }

        var unsaid = new Unsaid().If(cause is null, "cause", "Choose the reason.")
            .If(cause is { } one && !me.May(Capability.Decide) && one != LatenessCause.NoChairFree, "cause",
                "For another reason than that nobody is free, tell the team manager.")
            .If(expected < words.LocalDate(now), "expected", "That day is over.")
            .Text("because", text, "Say in a line why.");
        return unsaid.Why ?? (Decision)Decision.Of(
        [
            .. cause == LatenessCause.NoChairFree ? PutOn.OperationsManager(@case) : PutOn.AreaManager(@case, Area(meant)),
            .. from enquiry in meant
               let said = new OutOfTimescaleSaid(cause!.Value, text, expected)
               {
                   Child = enquiry.Child.Id,
                   Audience = EnquiryStepRule.Readers,
               }
               where enquiry.Work.Late is not { } late || late.Fact != said || enquiry.Work.LateAnswered?.Seq > late.Seq
               select (Fact)said,
        ]);
    }

    /// <summary>The area manager's answer; agreed, the operations manager is told (R109).</summary>
    public static Decision Answer(Case @case, Participant me, string? child, YesNo? agrees, string? rationale)
    {
        var text = rationale?.Trim() ?? "";
        var meant = EnquiryStepRule.Meant(@case, child).Where(one => one.Work.Late is { } late && !IsOfService(late.Fact)).ToList();
        return meant.Count == 0 ? new CannotBe("Nobody has said here that the conference will be late.")
            : !MayAnswer(me) ? new NotYourPart()
            : new Unsaid().If(agrees is null, "agrees", "Say whether you agree.")
                .Text("rationale", text, "Say why: it goes on the record.").Why
                ?? (Decision)Decision.Of(
                [
                    .. agrees == YesNo.Yes ? PutOn.OperationsManager(@case) : [],
                    .. from enquiry in meant
                       let said = new OutOfTimescaleAnswered(agrees!.Value, text)
                       {
                           Child = enquiry.Child.Id,
                           Audience = EnquiryStepRule.Readers,
                       }
                       where enquiry.Work.LateAnswered is not { } stands || stands.Seq < enquiry.Work.Late!.Seq || stands.Fact != said
                       select (Fact)said,
                ]);
    }

    /// <summary>The operations manager's: why nobody was free, and the new date (R110).</summary>
    public static Decision Review(
        Case @case, Participant me, string? child, string? reasons, DateOnly? day, DateTimeOffset now, Words words)
    {
        var text = reasons?.Trim() ?? "";
        var meant = EnquiryStepRule.Meant(@case, child).Where(one => one.Work.Late is { } late && IsOfService(late.Fact)).ToList();
        return meant.Count == 0 ? new CannotBe("Nobody has said here that no conference can be found in time.")
            : !MayReview(me) ? new NotYourPart()
            : new Unsaid().Text("reasons", text, "Say why, and what was found.")
                .If(day < words.LocalDate(now), "on", "That day is over.").Why
                ?? (Decision)Decision.Of(
                [
                    .. PutOn.AreaManager(@case, Area(meant)),
                    .. from enquiry in meant
                       let said = new CapacityReviewed(text, day) { Child = enquiry.Child.Id, Audience = EnquiryStepRule.Readers }
                       where enquiry.Work.Capacity is not { } stands || stands.Seq < enquiry.Work.Late!.Seq || stands.Fact != said
                       select (Fact)said,
                ]);
    }

    /// <summary>Whose area it is, as the convening form says.</summary>
    private static string Area(IReadOnlyList<ChildEnquiry> meant) =>
        meant.Select(one => one.Work.Form?.Fact.Area).FirstOrDefault(area => area is { Length: > 0 }) ?? "";

    /// <summary>Nobody is free: the operations manager's, and not the area manager's.</summary>
    public static bool IsOfService(OutOfTimescaleSaid said) => said.Cause == LatenessCause.NoChairFree;
}
