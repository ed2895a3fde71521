using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Shows who is invited, to take somebody off.</summary>
internal sealed class OpenInvited(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenInvited.Form>
{
    public static string Verb => "convening/invited";

    public sealed record Form(string Case);

    public static SubmitAction Send(Case @case) => Actions.Send("Take somebody off", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Arrange, Verb, cancellationToken) is { } view
            ? new Reply.Show(Step.Invitees.Title(), InvitedCard.For(new(view, words, clock.GetUtcNow())))
            : new Reply.Say(new NoSuchCase().Say(words));
}

/// <summary>Everybody invited but the chair, to take one of them off.</summary>
internal static class InvitedCard
{
    private const int MostShown = 40;

    public static AdaptiveCard For(Page page, string? person = null, string? reason = null)
    {
        var invited = page.Case.Invited.Where(one => one.Id != page.Case.Meeting.Chair).Take(MostShown).ToList();
        return invited.Count == 0
            ? page.List("Take somebody off", [new TextBlock("Nobody is invited but you.")], OpenStep.Send(page.Case, Step.Invitees, "Back to the list"))
            : page.Form(
                "Take somebody off",
                [
                    new ChoiceSetInput("person", "Whom", [.. invited.Select(one => new Choice(CardText.Plain($"{Shortened.Name(one.Name)}, {one.Agency.Name()}"), one.Id.Value))]) { Style = ChoiceSetStyle.Expanded, Value = person },
                    new TextInput("reason", "Why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = reason },
                    new TextBlock("Their calendar tells them that the meeting is off for them. What they wrote stays.") { IsSubtle = true },
                ],
                TakeOff.Button(page.Case),
                OpenStep.Send(page.Case, Step.Invitees, "Back to the list"));
    }
}
