using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>The rules of the first question (P2) and of opening a case with it. Pure.</summary>
internal static class UrgencyRule
{
    /// <summary>A case's first facts: who convened, and the people of the procedure that every case has.</summary>
    public static Decision Open(
        CaseId id, string checkWord, ProcedureProfile profile, string calendarVersion, Participant convener, UrgentQuestion typed,
        Audience? audience = null, string jobTitle = "") =>
        Read(profile, typed) switch
        {
            (_, { } why) => why,
            (var urgent, _) => Decision.Of(
            [
                new CaseOpened(id.Value, checkWord, profile.ToJson(), calendarVersion,
                    ProcedureParticipants.Convener(convener, profile, jobTitle), urgent)
                {
                    Audience = audience ?? Audience.Professionals,
                },
                .. ProcedureParticipants.Besides(convener, profile).Select(person => new ParticipantAdded(person)),
            ]),
        };

    public static Decision Answer(Case @case, UrgentQuestion typed, Readers? readers = null)
    {
        var audience = readers?.Audience ?? @case.Limit.UrgentFor;
        return Read(@case.Profile, typed) switch
        {
            (_, { } why) => why,
            _ when @case.Urgent.Reason.Length > 0
                && readers?.WhyNot("That reason", @case.Limit.UrgentBy, @case.Limit.UrgentFor) is { } widens => widens,
            (var urgent, _) when urgent == @case.Urgent && audience == @case.Limit.UrgentFor => Decision.Already,
            (var urgent, _) => new UrgencyAnswered(urgent) { Audience = audience },
        };
    }

    private static (UrgentQuestion Urgent, Refusal? Why) Read(ProcedureProfile profile, UrgentQuestion typed)
    {
        var which = profile.Questions.Urgent.Select(part => part.Id).Where(typed.Which.Contains).ToValueList();
        var answer = typed.Answer is null && which.Count > 0 ? YesNo.Yes : typed.Answer;
        var urgent = new UrgentQuestion(answer, which, AsTyped.Text(typed.Reason));
        return (urgent, urgent switch
        {
            { Answer: YesNo.No, Which.Count: > 0 } =>
                new CannotBe("You ticked one of them and answered No. Take the tick away, or answer Yes.") { Field = "answer" },
            { Answer: YesNo.No, Reason.Length: 0 } =>
                new CannotBe("A No takes the longer limit, so it needs your reason. Without one the meeting is the same day.")
                {
                    Field = "reason",
                },
            _ => null,
        });
    }
}

/// <summary>Whom the procedure puts on every case beside the convener: managers, business support (P8, P17); uninvited.</summary>
internal static class ProcedureParticipants
{
    /// <summary>The convener chairs (R5). Someone whom the procedure names keeps that title and role besides; of a title that may chair, or
    /// that a complex case asks for, the directory's own stands (R6, R126).</summary>
    /// <param name="jobTitle">As the directory has it; empty where it wasn't told.</param>
    public static Participant Convener(Participant convener, ProcedureProfile profile, string jobTitle = "")
    {
        var mayChair = profile.Chair.IsHeldBy(jobTitle) || profile.ComplexChair?.IsHeldBy(jobTitle) == true;
        var held = Named(profile).Where(held => MailAddress.Same(held.Holder.Mail, convener.Mail)).ToList();
        return convener with
        {
            JobTitle = held.Count > 0 ? Title(held) : mayChair ? jobTitle : profile.Chair.Title,
            Roles = [.. new[] { Role.Chair }.Concat(held.Select(one => one.Role)).Distinct()],
        };
    }

    public static IEnumerable<Participant> Besides(Participant convener, ProcedureProfile profile) => Named(profile)
        .Where(held => held.Holder.Mail is { Length: > 0 } mail && !MailAddress.Same(mail, convener.Mail))
        .GroupBy(held => held.Holder.Mail!, StringComparer.OrdinalIgnoreCase)
        .Select((group, index) => new Participant(
            new($"person-{index + 2}"),
            group.First().Holder.Name ?? group.First().Holder.Title,
            Agency.SocialCare,
            Title(group),
            "",
            group.Key,
            group.First().Holder.Phone ?? "",
            [.. group.Select(held => held.Role).Distinct()]));

    /// <summary>The Head of Service before any other title: a complex case asks for it (R6).</summary>
    private static string Title(IEnumerable<(Role Role, RoleHolder Holder)> held) => held.Select(one => one.Holder.Title).Distinct()
        .Aggregate((first, next) => next.Contains("Head of Service", StringComparison.OrdinalIgnoreCase) ? next : first);

    private static IReadOnlyList<(Role Role, RoleHolder Holder)> Named(ProcedureProfile profile) =>
    [
        (Role.Manager, profile.Roles.DeputyChair),
        (Role.Manager, profile.Roles.ServiceManager),
        (Role.Manager, profile.Roles.HeadOfService),
        (Role.ApprovingManager, profile.Roles.ApprovingManager),
        (Role.BusinessSupport, profile.Roles.BusinessSupport),
    ];
}
