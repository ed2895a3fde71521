using System.Collections.Immutable;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>The calculator behind <c>when</c>: the dates of a case that doesn't exist, for anybody who may talk to the bot.</summary>
internal static class WhenCalculator
{
    private const string Forensic = "forensic", NoForensic = "no-forensic", Protection = "protection";

    private static readonly ImmutableArray<string> Circumstances =
        ["general", "same-day", "immediate-action", "complex", "staff", "sexual-abuse"];

    private static readonly ImmutableArray<string> Flags = [Forensic, NoForensic, Protection];

    private static readonly string HowTo =
        $"Type when, then {string.Join(", ", Circumstances[..^1])} or {Circumstances[^1]}, then a date: when general 2026-11-20 or when "
            + $"same-day 2026-11-20 16:30.";

    /// <summary>Answers what follows the word <c>when</c>: <c>general 2026-11-20</c>, <c>same-day 2026-11-20 16:30</c>, <c>sexual-abuse
    /// 2026-11-20 forensic</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="clocks">The authority's clocks.</param>
    /// <param name="profile">Its procedure.</param>
    /// <param name="now">For <c>today</c> and dates without a year.</param>
    public static Typed<WhenAnswer> Answer(string? text, Clocks clocks, ProcedureProfile profile, DateTimeOffset now)
    {
        var typed = (text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (typed is not [var circumstance, .. var rest] || !Circumstances.Contains(circumstance))
        {
            return new Typed<WhenAnswer>.NotUnderstood(HowTo);
        }

        var flags = rest.Where(word => Flags.Contains(word)).ToList();
        var moment = string.Join(' ', rest.Except(flags));
        return moment.Length == 0
            ? new Typed<WhenAnswer>.NotUnderstood($"Add a date: when {circumstance} 2026-11-20.")
            : clocks.Words.ReadMoment(moment, now)
                .Then(at => new Typed<WhenAnswer>.Understood(Answer(circumstance, flags, at, clocks, profile)));
    }

    private static WhenAnswer Answer(string circumstance, List<string> flags, Moment moment, Clocks clocks, ProcedureProfile profile)
    {
        // Without a time, morning: the question is about dates, and only the emergency duty team's offer looks at the time.
        var at = clocks.Words.At(moment.On, moment.Time ?? TimeOnly.MinValue);
        var hold = HoldBy.Decide(clocks, profile, Supposed(circumstance, flags, at), at);
        var days = EnquiryDays.For(clocks, profile, moment.On);
        var minutes = MinutesLimits.For(clocks, profile.Minutes, moment.On);
        return new(
            [
                new("Hold by", hold.Due),
                new("Minutes by", minutes.Distribute),
                new("Quality assurance told by", days.QualityAssuranceTold),
                new("Progress check by", days.ProgressCheck),
                new("Convening form and family told by", days.ConveningForm),
                new("Conference chair assigned by", days.Assigned),
                new("Enquiry authorised by", days.Authorised),
                new("Invitations sent by", days.Invites),
                new("Conference: book for", days.FirstSlot),
                new("or for", days.LastSlot),
                new("Conference by", ConferenceLimits.Hold(clocks, profile.Conference, moment.On)),
            ],
            Notes(hold, moment, clocks.Words, profile));
    }

    private static ValueList<string> Notes(HoldBy hold, Moment moment, Words words, ProcedureProfile profile)
    {
        string?[] notes =
        [
            $"From the minutes on, counted from a meeting on {words.Date(moment.On)}.",
            hold.MustChair is { } chair ? $"A {chair.Title} must chair ({chair.Source.By(profile).Guide})." : null,
            hold.SuggestDesignatedOfficer ? "Invite the designated officer (LADO)." : null,
            hold.OutOfHoursOffer,
        ];
        return notes.OfType<string>().ToValueList();
    }

    private static Referral Supposed(string circumstance, List<string> flags, DateTimeOffset at)
    {
        var supposed = LimitAnswer.No("the question", "as typed");
        return new Referral(at, at)
        {
            Urgent = circumstance == "same-day" ? LimitAnswer.Yes : supposed,
            ImmediateAction = circumstance == "immediate-action" ? new(ProtectiveAction.Other, at) : null,
            PenetrativeSexualAbuse = circumstance == "sexual-abuse",
            ForensicEvidence = flags.Contains(Forensic)
                ? LimitAnswer.Yes
                : flags.Contains(NoForensic) ? supposed : LimitAnswer.Unanswered,
            Complex = circumstance == "complex",
            Staff = circumstance == "staff",
            ImmediateProtectionNeeded = flags.Contains(Protection),
        };
    }

    /// <param name="Label">What falls then: <c>Minutes by</c>.</param>
    /// <param name="Due">When, by which rule, from which paper.</param>
    public sealed record WhenLine(string Label, Deadline Due)
    {
        public string Say(Words words) => $"{Label} {Due.Say(words)}";
    }

    /// <param name="Lines">The dates, in the order in which a case meets them.</param>
    /// <param name="Notes">What goes with them: who must chair, from what the later dates are counted, the emergency duty team.</param>
    public sealed record WhenAnswer(ValueList<WhenLine> Lines, ValueList<string> Notes)
    {
        public string Say(Words words) => string.Join("\n", Lines.Select(line => line.Say(words)).Concat(Notes));
    }
}
