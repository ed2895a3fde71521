using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Delivering;

/// <summary>Chair and social worker hear at once, once for each address, that somebody is not reached by it.</summary>
internal sealed class TellNotReachedDuty(Reach reach) : IDuty<ParticipantId>
{
    public static string Kind => "delivering/not-reached";

    public static DateTimeOffset Since { get; } = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that somebody was not reached";

    public static IEnumerable<Owed<ParticipantId>> Owes(Case @case) =>
        from one in NotReached.Of(@case)
        from to in @case.Participants
        where !to.IsTakenOff && to.Id != one.Person.Id && (to.Id == @case.Meeting.Chair || to.Roles.Contains(Role.SocialWorker))
        select new Owed<ParticipantId>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{one.Person.Id.Value}/{one.Address}/{to.Id.Value}"), one.Since,
            one.Person.Id)
        {
            To = to.Id,
        };

    public Task<Performed> PerformAsync(
        Case @case, Owed<ParticipantId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About), "Somebody was not reached; open your part."), cancellationToken);

    internal static AdaptiveCard Card(Case @case, ParticipantId whom) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(CardText.Plain(NotReached.Of(@case).FirstOrDefault(one => one.Person.Id == whom)?.Say()
                ?? "Somebody was not reached by mail; their address was put right since."))
            {
                Weight = TextWeight.Bolder,
            },
            new TextBlock("Put the address right, and all that waits for them is sent again."),
        ],
        [AddressPart.Button(@case, whom).Send(), OwnPart.Button(@case)]);
}
