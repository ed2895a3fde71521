using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Gives a meeting that is called another time.</summary>
internal sealed class MoveMeeting(Clerk clerk, StepForms forms, Words words, TimeProvider clock) : IVerb<MoveMeeting.Form>
{
    public static string Verb => "convening/move";

    public sealed record Form(string Case, DateOnly? On = null, TimeOnly? Time = null, int? Minutes = null, string? LateReason = null)
    {
        public TypedTime Typed => new(On, Time, Minutes, LateReason);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Move it", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => SettingTime.Move(@case, form.Typed, clock.GetUtcNow(), words), cancellationToken);
        return decision switch
        {
            Decision.Refused { Because: var why } when view?.Case.Meeting.IsConvened == true => forms.Again(why, view, "Move the meeting", page => TimeCard.ToMove(page, form.Typed)),
            Decision.Refused { Because: var why } => new Reply.Say(why.Say(words)),
            _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: moved to {words.When(view!.Case.Meeting.Room.Convened!.StartsAt)}"),
        };
    }
}
