using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves how the meeting is held, where, on whose referral and why there is cause.</summary>
internal sealed class SaveSetting(Clerk clerk, StepForms forms) : IVerb<SaveSetting.Form>
{
    public static string Verb => "convening/save-setting";

    /// <param name="Referrer">An agency's name, or anything else for family, public, or not known.</param>
    public sealed record Form(string Case, MeetingMode? Mode = null, string? Referrer = null, string? Area = null, string? Reason = null)
    {
        public TypedSetting Typed => new(Area, Mode, Enum.TryParse<Agency>(Referrer, ignoreCase: true, out var agency) && Enum.IsDefined(agency) ? agency : null, Reason);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Save and go on", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => GivingCircumstances.SaySetting(@case, form.Typed), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Setting.Title(), page => SettingCard.For(page, form.Typed))
            : await forms.AfterAsync(view!, Step.Setting, $"{Step.Setting.Title()}.", cancellationToken);
    }
}
