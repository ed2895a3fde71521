using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.PartnerLinks;

/// <summary>Asks whether one knows the family, where surname and town can be seen (P11).</summary>
internal sealed class WelcomePage : IPage<CaseForm>
{
    public static PartId Id => new("links/welcome");

    public static Capability Needs => Capability.SeeCase;

    public Drawn Draw(FormPage page, CaseForm asked) => new("Conflict of interest",
    [
        new PlainText($"Family: {Family(page.Case)}{(page.Case.Circumstances?.Area is { Length: > 0 } area ? $", {area}" : "")}")
        {
            Weight = TextWeight.Bolder,
        },
        new TextBlock("Do you know them, as a friend, a neighbour or a relative, or have you any other interest? Say so: then nothing "
            + "is open to you any more, and the chair is told and asks somebody else of your agency."),
    ])
    {
        Beside =
        [
            Actions.Send("I have none", PartIds.MyPart, CaseForm.Of(page.Case)), KnowFamily.Button(page.Case),
            // Here, and in no letter: delegates read those (R15, P22).
            new OpenUrlAction("Thresholds of need", page.Case.Profile.Links.Thresholds),
            new OpenUrlAction("Categories of harm", page.Case.Profile.Links.Categories),
        ],
    };

    /// <summary>Surnames alone: enough to know whether one knows them.</summary>
    private static string Family(Case @case) => string.Join(", ", @case.Children.Select(child => child.Details.Name)
        .Concat(@case.Adults.Select(adult => adult.Details.Name))
        .Select(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length > 0)
        .Select(parts => Shortened.Name(parts[^1])).Distinct(StringComparer.OrdinalIgnoreCase).Take(6));
}

/// <summary><em>Conflict of interest</em>: opens nothing, shuts what was open, and tells the chair (P11).</summary>
/// <remarks>No act: it is only for who comes by a link, and whoever said it sees nothing of the case any more,
/// so no part follows.</remarks>
internal sealed class KnowFamily(Clerk clerk, Words words) : IVerb<CaseForm>
{
    public static string Verb => "links/know-family";

    public static SubmitAction Button(Case @case) =>
        Actions.Send("I know them", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

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
