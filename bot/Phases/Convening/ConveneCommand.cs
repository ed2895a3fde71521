using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>Begins a strategy meeting with the first question (P2), or goes on with one that was begun.</summary>
internal sealed class ConveneCommand(Clerk clerk, ConvenerGroup group, ProcedureProfile profile) : ICommand
{
    private const string NotHere = "Convene with me in our own chat, where nobody reads along. "
        + "I saved nothing of what you typed here; if it said anything about a child, please delete it.";

    public static string Word => "convene";

    public static string Help => "`convene` – calls a strategy meeting, or goes on with one you began";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Personal)
        {
            return new Reply.Say(NotHere);
        }

        if (await group.RefusesAsync(turn, cancellationToken) is { } why)
        {
            return new Reply.Say(why);
        }

        var read = await clerk.ReadAllAsync(turn.Asker(), Capability.Arrange, null, cancellationToken);
        var begun = read.Views.Where(view => !view.Case.Meeting.IsConvened).ToList();
        begun.ForEach(view => clerk.NoteShown(turn.Asker(), view.Case.Id, $"convening/{Word}"));
        return begun.Count == 0 ? FirstQuestion.Ask(profile, new(turn.Source)) : new Reply.Show("Convene", BegunCard.For(begun));
    }
}

/// <summary>What was begun and not called yet, to go on with, or another one.</summary>
internal static class BegunCard
{
    private const int MostShown = 20;

    private const string One = "You began this one and have not called it yet.", More = "You began these and have not called them yet.";

    public static AdaptiveCard For(IReadOnlyList<CaseView> begun) => FormCard.Of("Convene", null,
        [
            new TextBlock(begun.Count == 1 ? One : More),
            new ChoiceSetInput("case", "Go on with", [.. begun.Reverse().Take(MostShown).Select(view => Offer(view.Case))])
            {
                Style = ChoiceSetStyle.Expanded,
                Value = begun[^1].Case.Ref.Value,
            },
        ],
        Actions.Send("Go on with the chosen one", GoOnConvening.Verb),
        Actions.Send("Convene another meeting", ConveneAnother.Verb) with { AssociatedInputs = AssociatedInputs.None });

    private static Choice Offer(Case @case) => new($"{@case.Id} {@case.CheckWord}: {StepRule.FirstOpen(@case).Title()}", @case.Ref.Value);
}

/// <summary>Goes on with a case that was begun: opens its part of one step.</summary>
internal sealed class GoOnConvening(Clerk clerk, PartTable parts, IServiceProvider services, Words words) : IVerb<GoOnConvening.Form>
{
    public static string Verb => "convening/step";

    /// <param name="Step">Left out: the first that waits.</param>
    public sealed record Form(string Case, Step? Step = null) : ICaseForm;

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn, form.Ref(), Capability.Arrange, null, cancellationToken) switch
        {
            null => new Reply.Say(new NoSuchCase().Say(words)),
            // Called since the card was posted: there is nothing to go on with.
            { Case: { Meeting.IsConvened: true } called } when form.Step is null => await services.GetRequiredService<Verbs>()
                .AnswerAsync(PartIds.MyPart, services, CardJson.Data(CaseForm.Of(called)), turn, cancellationToken),
            { Case: var @case } =>
                await parts.OpenAsync((form.Step ?? StepRule.FirstOpen(@case)).Button(@case), services, turn, [], cancellationToken),
        };
}

/// <summary>Asks the first question for another meeting.</summary>
internal sealed class ConveneAnother(ConvenerGroup group, ProcedureProfile profile) : IVerb<ConveneAnother.Form>
{
    public static string Verb => PartIds.ConveneAnother;

    /// <param name="LinkTo">The case beside which it begins; its reference.</param>
    /// <param name="LinkAs">What the other child is to that one.</param>
    public sealed record Form(string? LinkTo = null, string? LinkAs = null);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await group.RefusesAsync(turn, cancellationToken) is { } why ? new Reply.Say(why) : FirstQuestion.Ask(profile, new(turn.Source)
        {
            LinkTo = form.LinkTo,
            LinkAs = form.LinkAs,
        });
}
