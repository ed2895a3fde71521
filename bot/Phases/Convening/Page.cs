using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>What every form of convening is drawn upon: the case as its reader may see it, and when.</summary>
/// <param name="Saved">What was saved just before.</param>
/// <param name="NotSaved">Why what was sent was not saved.</param>
internal sealed record Page(CaseView View, Words Words, DateTimeOffset Now, string? Saved = null, string? NotSaved = null)
{
    public Case Case => View.Case;

    public string Reference => Case.Id.Value;

    /// <summary>A form under the reference and the limit as far as it is known (R16, R24).</summary>
    public AdaptiveCard Form(string title, IReadOnlyList<CardElement> body, params IReadOnlyList<CardAction> actions) => List(title, [.. body, FormCard.NotSavedYet], actions);

    /// <summary>As <see cref="Form"/>, with nothing to be lost by closing it.</summary>
    public AdaptiveCard List(string title, IReadOnlyList<CardElement> body, params IReadOnlyList<CardAction> actions) => FormCard.Of(title, NotSaved,
        [
            .. Saved is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock(CardText.Plain(Saved)) { Color = TextColor.Good, Weight = TextWeight.Bolder }],
            .. Limit(),
            .. body,
        ],
        actions);

    private IEnumerable<CardElement> Limit()
    {
        var holdBy = HoldingBy.Of(Case, Now);
        var known = Case.Circumstances is null ? "As far as is known: " : "";
        yield return new TextBlock($"{Case.Id} {Case.CheckWord} · {known}{CardText.Plain(holdBy.Say(Words))}")
        {
            Weight = TextWeight.Bolder,
            Color = holdBy.Due.IsPast(Now) ? TextColor.Attention : TextColor.Default,
        };
        foreach (var line in new[] { holdBy.Due.IsPast(Now) ? "That limit is past: hold it as soon as you can, and give the reason." : null, holdBy.ProtectFirst, holdBy.OutOfHoursOffer }.OfType<string>())
        {
            yield return new TextBlock(CardText.Plain(line)) { Weight = TextWeight.Bolder };
        }
    }
}
