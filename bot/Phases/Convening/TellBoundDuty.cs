using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Convening;

/// <summary>Tells the chair, and whoever has the address, that an account was known by it: a stranger must not come in unnoticed.</summary>
internal sealed class TellBoundDuty(Reach reach) : IDuty<(int Bound, bool IsToChair)>
{
    private const string ToChair = "chair", ToInvitee = "invitee";

    public static string Kind => "convening/tell-bound";

    /// <summary>Earlier releases wrote no address beside whom they recognised, so of them nothing is owed.</summary>
    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed<(int Bound, bool IsToChair)>> Owes(Case @case) => @case.Bindings.SelectMany(bound =>
        Whom(@case, bound).Select(to => new Owed<(int, bool)>(
            $"{Kind}/{bound.Number}/{(to.IsToChair ? ToChair : ToInvitee)}", bound.At, (bound.Number, to.IsToChair))
        { To = to.Id }));

    public Task<Performed> PerformAsync(
        Case @case, Owed<(int Bound, bool IsToChair)> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var bound = @case.Bindings.First(bound => bound.Number == owed.About.Bound);
        var card = FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [new TextBlock(CardText.Plain($"{BindingRule.Say(@case, bound)}. If you doubt it, ring them."))],
            NotThem.Button(@case, bound));
        return owed.About.IsToChair
            ? reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
                new(card, "Somebody invited was known in Teams by their address. If that wasn't them, say so under “Known by address”."),
                cancellationToken)
            // By mail alone: the chat may be the stranger's.
            : reach.WriteAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
                new(card, "You were known in Teams by this address. If that wasn't you, open your link and say so under “Known by "
                    + "address”, or ring whoever invited you."),
                cancellationToken);
    }

    private static IEnumerable<(ParticipantId Id, bool IsToChair)> Whom(Case @case, Binding bound) =>
        @case.Meeting.Chair == bound.Fact.Participant
            ? [(bound.Fact.Participant, false)]
            : [(@case.Meeting.Chair, true), (bound.Fact.Participant, false)];
}
