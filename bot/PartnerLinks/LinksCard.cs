using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.PartnerLinks;

/// <summary>The chair's list of links.</summary>
internal static class LinksCard
{
    // As many lines as stay under the size of a card; a meeting has fewer partners.
    private const int MostLines = 25;

    public static AdaptiveCard For(Case @case, Words words, string? notSaved = null)
    {
        var holders = ManagingLinks.Holders(@case).Take(MostLines).ToList();
        return holders.Count == 0
            ? FormCard.Of(OpenLinks.Title, null, [new TextBlock("Nobody outside the authority is invited yet.")])
            : FormCard.Of(
                OpenLinks.Title,
                notSaved,
                [
                    .. holders.Select(person => new TextBlock($"**{CardText.Plain(Short(person.Described))}:** {Say(@case, person, words)}") { Separator = true }),
                    new ChoiceSetInput(EnteringFor.Who, "Whose link", [.. holders.Select(person => new Choice(Short(person.Name), person.Id.Value))]) { Placeholder = "Choose a person" },
                    new TextBlock("A new link goes by mail, and opens again what was shut. Links sent before stay closed once they were revoked.") { IsSubtle = true, Size = TextSize.Small },
                ],
                SendAgain.Button(@case),
                RevokeLinks.Button(@case),
                EnteringFor.Button(@case));
    }

    public static Reply Answer(Decision decision, CaseView? view, Words words, string @case, string saved) => decision.Match<Reply>(
        accepted: _ => new Reply.Saved(@case, saved),
        refused: why => view is null || why is NotYourPart ? new Reply.Say(why.Say(words)) : new Reply.Show(OpenLinks.Title, For(view.Case, words, why.Say(words))));

    /// <summary>How somebody's links stand, in a few words.</summary>
    public static string Say(Case @case, Participant person, Words words)
    {
        var links = @case.Links.Issued.Where(link => link.Participant == person.Id).ToList();
        if (@case.Links.ShutOut.TryGetValue(person.Id, out var why))
        {
            return why == Shut.KnowsFamily ? "knows the family personally, so nothing opens for them" : "revoked";
        }

        var opened = links.Where(link => link.OpenedAt is not null).Select(link => link.OpenedAt!.Value).ToList();
        return links switch
        {
            [] => "no link sent yet",
            [.., { IsLocked: true }] => "locked after five wrong codes",
            _ when opened.Count > 0 => $"sent {words.When(links[^1].IssuedAt)}; signed in, last {words.When(opened.Max())}",
            _ => $"sent {words.When(links[^1].IssuedAt)}; not opened yet",
        };
    }

    private static string Short(string text) => text.Length <= FormCard.Line ? text : text[..FormCard.Line];
}
