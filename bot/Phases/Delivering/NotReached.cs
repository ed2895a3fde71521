using StrategyBot.Obligations;

namespace StrategyBot.Phases.Delivering;

/// <summary>Somebody whom their address does not reach. Pure.</summary>
/// <param name="Address">Names the address without saying it.</param>
/// <param name="CameBack">A letter did; else it was refused at once.</param>
internal sealed record NotReached(Participant Person, string Address, DateTimeOffset Since, bool CameBack)
{
    /// <summary>Everybody of whom it is so by the address that they have now.</summary>
    public static IReadOnlyList<NotReached> Of(Case @case) =>
    [
        .. from person in @case.Participants
           where person is { IsTakenOff: false, Mail.Length: > 0 }
           // A refusal of another address says nothing of this one.
           let address = RefusedEffect.CauseOf(@case, new("", default) { To = person.Id })
           let refused = @case.Effects.Values.Where(effect => RefusedEffect.IsOfAddress(effect) && effect.Settled!.Cause == address)
               .ToList()
           where refused.Count > 0
           select new NotReached(person, address, refused.Min(each => each.At),
               refused.Exists(each => each.Settled!.Receipt == Effect.CameBack)),
    ];

    public string Say() => $"{Person.Described} was not reached: "
        + (CameBack ? "the mail came back." : "the mail address was refused.")
        + (Person.Phone.Length > 0 ? $" Ring {Person.Phone}." : " No telephone number is known.");
}
