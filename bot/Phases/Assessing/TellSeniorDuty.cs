using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Assessing;

/// <summary>Whoever escalated, and their agency's own desk, hear at once which senior of theirs settles it with ours, and by which policy
/// (R59, P18): our side's rungs hear by <see cref="EscalationClock"/>. Nothing that was said stands in it.</summary>
internal sealed class TellSeniorDuty(Reach reach) : IDuty<ParticipantId>
{
    private const string Desk = "desk", Sentence = "A professional disagreement is to be settled by the seniors of both agencies.";

    public static string Kind => "assessing/tell-senior";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word to an agency's own senior of a disagreement";

    /// <summary>Once for all children of whom it was said at a time.</summary>
    public static IEnumerable<Owed<ParticipantId>> Owes(Case @case) =>
        from said in EscalationRule.Open(@case)
            .Select(about => (about.Participant, Stance: @case.Meeting.Assessment.Stances[about]))
            .GroupBy(one => (one.Participant, one.Stance.At))
        let key = string.Create(CultureInfo.InvariantCulture,
            $"{Kind}/{@case.Meeting.Id.Value}/{said.Key.Participant.Value}/{said.Min(one => one.Stance.Seq)}")
        from owed in (IReadOnlyList<Owed<ParticipantId>>)
        [
            new(key, said.Key.At, said.Key.Participant) { To = said.Key.Participant },
            .. DeskOf(@case, said.Key.Participant) is { Mail.Length: > 0 }
                ? [new($"{key}/{Desk}", said.Key.At, said.Key.Participant)] : (IReadOnlyList<Owed<ParticipantId>>)[],
        ]
        select owed;

    public Task<Performed> PerformAsync(
        Case @case, Owed<ParticipantId> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var to = owed.To is not null ? @case.Find(owed.About) : AtTheDesk(@case, owed.About);
        return to is null ? Task.FromResult<Performed>(new Performed.Delivered("not-needed", ""))
            : reach.TellAsync(@case, to, owed, attempt, new(Card(@case, owed.About, isTheirs: owed.To is not null), Sentence)
            {
                InLetter = $"{Sentence} {Say(@case, owed.About)} The policy: {@case.Profile.Links.Escalation}",
            }, cancellationToken);
    }

    private static Participant? AtTheDesk(Case @case, ParticipantId about)
    {
        if (DeskOf(@case, about) is not { } desk)
        {
            return null;
        }

        var one = RoleHolders.Outside(Desk, new(desk.Name, null, desk.Mail, desk.Phone));
        return one with { Agency = @case.Find(about)!.Agency };
    }

    internal static AdaptiveCard Card(Case @case, ParticipantId about, bool isTheirs) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(isTheirs ? "You asked for it to be settled by senior managers."
                : "Somebody of your agency asked for a decision to be settled by senior managers.") { Weight = TextWeight.Bolder },
            new PlainText(Say(@case, about)),
            new TextBlock("The plan to protect the child goes on meanwhile."),
            new TextBlock($"[How professional disagreement is escalated]({@case.Profile.Links.Escalation})"),
        ]);

    /// <summary>The next rung of both agencies.</summary>
    private static string Say(Case @case, ParticipantId about)
    {
        var ours = Ladder.Of(@case, [@case.Meeting.Chair, about]).Select(rung => rung.Whom).FirstOrDefault() ?? @case.Chair;
        var theirs = DeskOf(@case, about) is { OnCallSenior.Length: > 0 } desk ? $"On your side: {desk.OnCallSenior}."
            : "Tell your senior.";
        return $"{theirs} On ours: {ours.Name}{(ours.Phone.Length > 0 ? $", {ours.Phone}" : "")}. They settle it with each other.";
    }

    private static DutyDesk? DeskOf(Case @case, ParticipantId about) =>
        @case.Find(about) is { } who ? Staffed.DeskOf(@case, who.Agency) : null;
}
