using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Whoever a case is handed over to is told at once (P27). Who is not on the case reads who hands over and whom to ring, and
/// nothing else.</summary>
internal sealed class TellHandoverDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "safeguarding/tell-handover";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a case is handed over";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from one in @case.Meeting.Safety.OpenHandovers
        let to = CaseHandoverRule.Receiver(@case, one)
        where to is not null
        select new Owed<int>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{@case.Meeting.Id.Value}/{one.Given.Seq}"), one.Given.At, one.Given.Seq)
        {
            To = @case.Find(to.Id)?.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        CaseHandoverRule.Find(@case, owed.About) is { } one && CaseHandoverRule.Receiver(@case, one) is { } to
            ? reach.TellAsync(@case, to, owed, attempt, new(Card(@case, one, to, words), IsOnCase(@case, to)
                ? "A case is handed over to you; open your part now."
                : $"A case is handed over to you. {From(@case, one)}"), cancellationToken)
            : Task.FromResult<Performed>(new Performed.Delivered("not-needed", ""));

    internal static AdaptiveCard Card(Case @case, Handover one, Participant to, Words words) => IsOnCase(@case, to)
        ? FormCard.Of($"{@case.Id} {@case.CheckWord}", null, HandoverDrawing.Of(@case, one, to, words),
            [AcceptHandover.Button(@case, one)])
        : FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("A case is handed over to you.") { Weight = TextWeight.Bolder },
            new PlainText(From(@case, one)),
        ]);

    private static bool IsOnCase(Case @case, Participant to) => @case.Find(to.Id) is not null && to.May(HandoverPage.Needs);

    /// <summary>Whom to ring.</summary>
    private static string From(Case @case, Handover one) => (@case.Find(one.Given.By) ?? @case.Chair) is var giver
        && giver.Phone.Length > 0 ? $"Ring {giver.Name}, {giver.Phone}: what it is about is said by telephone."
        : $"Ring {giver.Name}: what it is about is said by telephone.";
}
