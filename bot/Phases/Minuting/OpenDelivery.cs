using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Shows who got the version that stands, how, when, and who says that they have read it (R81).</summary>
internal sealed class OpenDelivery(Clerk clerk, Words words) : IVerb<OpenDelivery.Form>
{
    public static string Verb => "minuting/delivery";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Who has the minutes", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Arrange, Verb, cancellationToken) is not { } view ? new Reply.Say(new NoSuchCase().Say(words))
        : view.Whole.Meeting.Minutes.Version == 0 ? new Reply.Say(new NotApprovedYet().Say(words))
        : new Reply.Show("Who has the minutes", DeliveryCard.For(view, words));
}

internal static class DeliveryCard
{
    // Beyond it their number says it; a card has to stay small.
    private const int Most = 30;

    public static AdaptiveCard For(CaseView view, Words words)
    {
        var meeting = view.Whole.Meeting;
        var deliveries = Recipients.Deliveries(view.Whole, meeting);
        return FormCard.Of(
            $"Version {meeting.Minutes.Version} of the minutes",
            null,
            [
                .. deliveries.OrderByDescending(delivery => delivery.HasFailed).Take(Most).SelectMany(delivery => new CardElement[]
                {
                    new TextBlock(CardText.Plain(delivery.To.Described)) { Weight = TextWeight.Bolder, Separator = true },
                    new TextBlock(CardText.Plain(Say(delivery, meeting, words))),
                }),
                .. deliveries.Count > Most ? (IReadOnlyList<CardElement>)[new TextBlock($"And {deliveries.Count - Most} others.")] : [],
            ]);
    }

    private static string Say(Delivery delivery, Meeting meeting, Words words)
    {
        var read = meeting.Minutes.HasRead(delivery.To.Id, meeting.Minutes.Version) ? $" Read, as they say, {words.When(meeting.Minutes.Acknowledged[delivery.To.Id].At)}." : " Not read yet, as far as they said.";
        return delivery switch
        {
            { IsDelivered: true } => $"Sent {words.When(delivery.Effect!.At)} {By(delivery.Effect.Settled!.Rung)}.{read}",
            { HasFailed: true } => delivery.To.Phone.Length > 0 ? $"Not delivered. Ring {delivery.To.Phone}." : "Not delivered, and no telephone number is known.",
            { Effect.Attempts: > 0 } => $"Being sent; tried {delivery.Effect.Attempts} times.",
            _ => "Being sent.",
        };
    }

    private static string By(string rung) => rung == "mail" ? "by mail" : "in their own chat";
}
