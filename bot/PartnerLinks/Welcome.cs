using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.PartnerLinks;

/// <summary>The first thing behind a link: one's own part, or, before anything of the family is seen, that one knows them (P11).</summary>
internal sealed class Welcome(Clerk clerk, Words words) : IVerb<Welcome.Form>
{
    /// <summary>The hub's own verb: from there on a page is what Teams is.</summary>
    public const string Next = "hub/my-part";

    public static string Verb => "links/welcome";

    public sealed record Form(string Case);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.SeeCase, null, cancellationToken) is { } view
            ? new Reply.Show($"{view.Case.Id} {view.Case.CheckWord}", WelcomeCard.For(view, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}

internal static class WelcomeCard
{
    public static AdaptiveCard For(CaseView view, Words words) => FormCard.Of(
        $"{view.Case.Id} {view.Case.CheckWord}",
        null,
        [
            .. view.Case.Meeting.Room.Convened is { } convened ? (IReadOnlyList<CardElement>)[new TextBlock(words.When(convened.StartsAt))] : [],
            new TextBlock($"You are here as {CardText.Plain(view.Reader.Described)}."),
            new TextBlock("Do you know the family that this is about, as a friend, a neighbour or a relative? Say so before you open anything: then nothing is opened to you, and the chair is told and asks somebody else of your agency."),
        ],
        [Actions.Send("Open my part", Welcome.Next, new Welcome.Form(view.Case.Id.Value)), KnowFamily.Button(view.Case)]);
}
