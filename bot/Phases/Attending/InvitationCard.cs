using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The invitee's answer: come, send a deputy, write, or none of them; and what is ready (R11–R14).</summary>
internal static class InvitationCard
{
    public const string Records = "records";
    public const string Decide = "decide";
    public const string Link = "link";

    public static AdaptiveCard For(CaseView view, Words words, AnswerInvitation.Form? typed = null, string? notSaved = null)
    {
        var room = view.Case.Meeting.Room;
        var stands = view.Case.Meeting.Attendance.Answers.GetValueOrDefault(view.Reader.Id);
        return FormCard.Of(
            "Answer the invitation",
            notSaved,
            [
                new TextBlock(room.Convened is { } convened ? $"{words.When(convened.StartsAt)} to {words.Time(convened.EndsAt)}" : "The time is not set yet."),
                new ChoiceSetInput("answer", "Will you come?",
                [
                    new("I am coming", "coming"),
                    new("I am sending a deputy", "sendingDeputy"),
                    new("I will write an update instead", "writtenUpdate"),
                    new("I cannot come", "cannotCome"),
                ])
                {
                    Style = ChoiceSetStyle.Expanded,
                    Value = Value(typed is null ? stands?.Answer : typed.Answer),
                },
                new ChoiceSetInput("ticks", "What is ready?",
                [
                    new("My agency's records on the children and the household are checked", Records),
                    new("I can decide for my agency", Decide),
                    new("The link to the meeting works for me", Link),
                ])
                {
                    IsMultiSelect = true,
                    Style = ChoiceSetStyle.Expanded,
                    Value = typed is null ? Ticks(stands) : string.Join(',', typed.Ticks ?? []),
                },
                new TextInput("decisionMaker", "If you can't decide for your agency: who can?") { MaxLength = FormCard.Line, Value = typed is null ? stands?.DecisionMaker : typed.DecisionMaker },
                FormCard.NotSavedYet,
            ],
            [
                AnswerInvitation.Button(view.Case),
                .. room.Chat is { JoinUrl: var url } && Uri.TryCreate(url, UriKind.Absolute, out var join) ? (IReadOnlyList<CardAction>)[new OpenUrlAction("Try the link", join)] : [],
            ]);
    }

    private static string? Value(Rsvp? answer) => answer switch
    {
        Rsvp.Coming => "coming",
        Rsvp.SendingDeputy => "sendingDeputy",
        Rsvp.WrittenUpdate => "writtenUpdate",
        Rsvp.CannotCome => "cannotCome",
        _ => null,
    };

    private static string Ticks(InvitationAnswered? stands) => string.Join(',', new[]
    {
        stands is { RecordsChecked: true } ? Records : "",
        stands is { CanDecide: true } ? Decide : "",
        stands is { LinkWorks: true } ? Link : "",
    }.Where(tick => tick.Length > 0));
}
