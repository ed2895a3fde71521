using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Why a core agency is missing, who was tried, and how its information was had (R8).</summary>
internal static class AbsenceCard
{
    private static readonly string[] Reasons = ["Did not answer", "Cannot come", "Could not be reached in time", "Waiting would put the child at risk", "Left before the end"];

    public static AdaptiveCard For(CaseView view, Agency agency, Words words, ExplainAbsence.Form? typed = null, string? notSaved = null)
    {
        var stands = view.Case.Meeting.Attendance.ExplainedGaps.GetValueOrDefault(agency);
        var reason = Reasons.FirstOrDefault(known => stands?.Reason == known || stands?.Reason.StartsWith($"{known}: ", StringComparison.Ordinal) == true);
        return FormCard.Of(
            $"{agency.Name()} is missing",
            notSaved,
            [
                new TextBlock(CardText.Plain(Shortened.To(400, Reachable.Line(view.Case, agency)))),
                new TextBlock("The meeting need not wait: a child's safety comes first. Say what you know; the rest can follow.") { IsSubtle = true },
                new ChoiceSetInput("reason", "Why is it missing?", [.. Reasons.Select(known => new Choice(known, known))]) { Value = typed is null ? reason : typed.Reason, Placeholder = "Choose, or type below" },
                Text("more", "Why, in your words", typed is null ? More(stands?.Reason, reason) : typed.More),
                Text("tried", "Who was tried, and when?", typed is null ? stands?.WhoWasTried ?? Reachable.Tried(view.Case, agency, words) : typed.Tried),
                Text("information", "How was its information had?", typed is null ? stands?.InformationFrom : typed.Information),
                FormCard.NotSavedYet,
            ],
            ExplainAbsence.Button(view.Case, agency));
    }

    private static TextInput Text(string id, string label, string? value) => new(id, label) { IsMultiline = true, MaxLength = 1_000, Value = value is null ? null : Shortened.To(1_000, value) };

    private static string? More(string? stands, string? reason) => reason is null ? stands : stands!.Length > reason.Length ? stands[(reason.Length + 2)..] : null;
}
