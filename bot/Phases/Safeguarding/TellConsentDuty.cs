using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>An agreement on where a child is was withdrawn: social worker and chair are told at once (P31).</summary>
internal sealed class TellConsentDuty(Reach reach, Words words) : IDuty<ChildId>
{
    public static string Kind => "safeguarding/tell-consent";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whoever wrote it knows it.</summary>
    public static IEnumerable<Owed<ChildId>> Owes(Case @case) =>
        from withdrawn in @case.Meeting.Safety.Withdrawn
        where @case.Find(withdrawn.Key) is not null
        from person in @case.Invited
        where (person.Id == @case.Meeting.Chair || person.Roles.Contains(Role.SocialWorker)) && !person.Is(withdrawn.Value.By)
        select new Owed<ChildId>(
            string.Create(CultureInfo.InvariantCulture,
                $"{Kind}/{@case.Meeting.Id.Value}/{withdrawn.Key.Value}/{withdrawn.Value.Seq}/{person.Id.Value}"),
            withdrawn.Value.At, withdrawn.Key)
        {
            To = person.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<ChildId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, @case.Find(owed.About)!, @case.Find(owed.To.Value)!),
                "Something changed that can't wait; open your part now."),
            cancellationToken);

    internal AdaptiveCard Card(Case @case, Child child, Participant to)
    {
        var (withdrawn, open) = (@case.Meeting.Safety.Withdrawn.GetValueOrDefault(child.Id), PositionPart.Button(@case, child));
        var mayRead = withdrawn is { } said && (said.Fact.Audience.Admits(to.Agency) || to.Is(said.By));
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("Immediate danger: ring 999.") { Weight = TextWeight.Bolder, Color = TextColor.Attention },
            new TextBlock(withdrawn is null
                ? $"{child.Number}: the agreement on where the child is was withdrawn, and a footing is recorded again."
                : $"{child.Number}: the agreement on where the child is was withdrawn, {words.When(withdrawn.At)}.")
            {
                Weight = TextWeight.Bolder,
            },
            .. mayRead ? (IReadOnlyList<CardElement>)[new PlainText($"Who: {withdrawn!.Fact.Who}"), .. Said(withdrawn.Fact.What)] : [],
            new TextBlock("Say now on what footing the child stays, or that there is none."),
            .. withdrawn is not null && Ladder.Number(@case, withdrawn.At) is { } team
                ? (IReadOnlyList<CardElement>)[new TextBlock(CardText.Plain(team))]
                : [],
        ],
        [Actions.Send(open.Title, open.Verb, open.Form)]);
    }

    private static IReadOnlyList<CardElement> Said(string what) =>
        what.Length == 0 ? [] : [new PlainText(Shortened.To(FormCard.LongText, what))];
}
