using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.PartnerLinks;

/// <summary>The first thing behind a link: one's own part, or, before anything of the family is seen, that one knows them (P11).</summary>
internal sealed class WelcomePage : IPage<CaseForm>
{
    public static PartId Id => new("links/welcome");

    public static Capability Needs => Capability.SeeCase;

    public Drawn Draw(FormPage page, CaseForm asked) => new($"{page.Case.Id} {page.Case.CheckWord}",
    [
        .. page.Case.Meeting.Room.Convened is { } convened
            ? (IReadOnlyList<CardElement>)[new TextBlock(page.Words.When(convened.StartsAt))]
            : [],
        new TextBlock($"You are here as {CardText.Plain(page.Me.Described)}."),
        new TextBlock("Do you know the family that this is about, as a friend, a neighbour or a relative? Say so before you open anything: "
            + "then nothing is opened to you, and the chair is told and asks somebody else of your agency."),
    ])
    {
        Beside =
        [
            Actions.Send("Open my part", PartIds.MyPart, CaseForm.Of(page.Case)), KnowFamily.Button(page.Case),
            // Here, and in no letter: delegates read those (R15, P22).
            new OpenUrlAction("Thresholds of need", page.Case.Profile.Links.Thresholds),
            new OpenUrlAction("Categories of harm", page.Case.Profile.Links.Categories),
        ],
    };
}

/// <summary><em>I know this family personally</em>: opens nothing, shuts what was open, and tells the chair (P11).</summary>
/// <remarks>No act: it is only for who comes by a link, and whoever said it sees nothing of the case any more,
/// so no part follows.</remarks>
internal sealed class KnowFamily(Clerk clerk, Words words) : IVerb<CaseForm>
{
    public static string Verb => "links/know-family";

    public static SubmitAction Button(Case @case) =>
        Actions.Send("I know this family personally", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Page)
        {
            return new Reply.Say("Tell the chair: they take you off this case and ask somebody else.");
        }

        var (decision, _) = await clerk.AskAsync(
            turn.Asker(), form.Ref(), Capability.SeeCase, turn.Source, (_, me) => new FamilyKnown(me.Id), cancellationToken);
        return new Reply.Say(decision.Match(
            accepted: _ => "Thank you for saying so. Nothing is open to you any more, and the chair is told. You can close this page.",
            refused: why => why.Say(words)));
    }
}
