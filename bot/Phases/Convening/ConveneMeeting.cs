using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Calls the meeting: the invitations leave.</summary>
internal sealed class ConveneMeeting(Clerk clerk, StepForms forms, Words words, TimeProvider clock) : IVerb<ConveneMeeting.Form>
{
    public static string Verb => "convening/convene";

    public sealed record Form(string Case, DateOnly? On = null, TimeOnly? Time = null, int? Minutes = null, string? LateReason = null, string? ChairReason = null)
    {
        public TypedTime Typed => new(On, Time, Minutes, LateReason, ChairReason);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Call the meeting and invite", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => SettingTime.Convene(@case, form.Typed, clock.GetUtcNow(), words), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Time.Title(), page => TimeCard.ToConvene(page, null, form.Typed))
            : new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: {view!.Case.Id} {view.Case.CheckWord} is called", CalledEcho.For(view.Case, words));
    }
}

/// <summary>What was called: when, by which limit, and who is told.</summary>
internal static class CalledEcho
{
    public static IReadOnlyList<CardElement> For(Case @case, Words words)
    {
        var convened = @case.Meeting.Room.Convened!;
        return
        [
            new TextBlock($"**{words.When(convened.StartsAt)}** to {words.Time(convened.EndsAt)}. Hold by {words.When(convened.HoldBy)} ({CardText.Plain(convened.HoldByRule)})."),
            new TextBlock($"{@case.Invited.Count()} people are invited by calendar and mail now. Nothing in it says what it is about."),
        ];
    }
}
