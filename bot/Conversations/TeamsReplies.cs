using System.Text.Json;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Conversations;

/// <summary>Shows a reply as Teams wants it: as the answer to an invoke, or as a message.</summary>
internal static class TeamsReplies
{
    public static InvokeResponse Response(Reply reply, Activity activity, bool isFailure) =>
        !activity.IsNamed(InvokeNames.AdaptiveCardAction) ? InvokeResponse.Of(Dialog(reply))
        : isFailure && reply is Reply.Say failed
            ? InvokeResponse.Of(AdaptiveCardInvokeResponse.Error(StatusCodes.Status500InternalServerError, "InternalError", failed.Text))
        : InvokeResponse.Of(Pressed(reply));

    public static Message Message(Reply reply, PlaceKind kind) => reply switch
    {
        Reply.Show show => new(null, kind == PlaceKind.Personal ? show.Card.Inline() : show.Card, "StrategyBot"),
        Reply.Say say => new(say.Text, null, "StrategyBot"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static AdaptiveCardInvokeResponse Pressed(Reply reply) => reply switch
    {
        Reply.Show show => AdaptiveCardInvokeResponse.Card(Element(show.Card.Inline())),
        Reply.Say say => AdaptiveCardInvokeResponse.Message(say.Text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TaskModuleResponse Dialog(Reply reply) => reply switch
    {
        Reply.Show show => TaskModuleResponse.Continue(new(show.Title, Attachment.AdaptiveCard(Element(show.Card))) { Height = "large" }),
        Reply.Say say => TaskModuleResponse.Message(say.Text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static JsonElement Element(AdaptiveCard card) => JsonSerializer.SerializeToElement(CardJson.ToNode(card));
}
