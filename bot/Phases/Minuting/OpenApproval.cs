using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Shows the chair what approving does before it is done: to whom the minutes go, and what is not in them.</summary>
internal sealed class OpenApproval(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenApproval.Form>
{
    public static string Verb => "minuting/approval";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) => Actions.Send("Approve …", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, Verb, cancellationToken) is not { } view ? new Reply.Say(new NoSuchCase().Say(words))
        : view.Whole.Meeting.Attendance.EndedAt is null ? new Reply.Say(new NoDraftYet().Say(words))
        : new Reply.Show("Approve the minutes", ApprovalCard.For(view, words, clock.GetUtcNow()));
}

internal static class ApprovalCard
{
    // More names than a meeting has; beyond them their number says it.
    private const int MostNamed = 30;

    /// <param name="typed">What was sent and refused.</param>
    /// <param name="unseen">The draft changed meanwhile: it can be approved only after a look at it.</param>
    public static AdaptiveCard For(CaseView view, Words words, DateTimeOffset now, ApproveMinutes.Form? typed = null, string? notSaved = null, bool unseen = false)
    {
        var @case = view.Whole;
        var minutes = @case.Meeting.Minutes;
        var limits = MinutesClock.Of(@case, @case.Meeting)!;
        var draft = MinutesDraft.Of(@case);
        var recipients = Recipients.Of(@case, @case.Meeting);
        return FormCard.Of(
            $"Approve version {minutes.Version + 1}",
            notSaved,
            [
                new TextBlock(minutes.Version == 0
                    ? $"Due by {limits.Approve.Say(words)}. Once approved, this version can't be changed; a correction is a new version."
                    : $"Everybody who has version {minutes.Version} is told that version {minutes.Version + 1} replaces it."),
                new TextBlock($"It goes to {recipients.Count} people: {CardText.Plain(string.Join("; ", recipients.Take(MostNamed).Select(person => $"{person.Name} ({person.Agency.Name()})")))}{(recipients.Count > MostNamed ? "; and others" : "")}."),
                new TextBlock(Open(draft)),
                .. minutes.Version == 0 ? (IReadOnlyList<CardElement>)[] : [Reason("reason", $"Why is there a version {minutes.Version + 1}?", typed?.Reason ?? (AnsweringObjections.Why(@case) is { Length: > 0 } why ? why : null))],
                .. ApprovingMinutes.IsLate(@case, limits, now) ? (IReadOnlyList<CardElement>)[Reason("late", $"They were due by {limits.Approve.Date(words)}. Why are they late?", typed?.Late)] : [],
            ],
            [.. unseen ? (IReadOnlyList<CardAction>)[] : [ApproveMinutes.Button(@case, MinutesDigest.Of(draft), recipients.Count)], OpenDraft.Turn(@case, unseen ? "Look at the draft" : "Back to the draft", 1)]);
    }

    private static TextInput Reason(string id, string label, string? value) => new(id, label) { IsMultiline = true, MaxLength = FormCard.LongText, Value = value };

    private static string Open(IReadOnlyList<MinutesParagraph> draft)
    {
        var blank = draft.Where(paragraph => paragraph.Text.EndsWith(MinutesDraft.NotConsidered, StringComparison.Ordinal)).Select(paragraph => paragraph.Section).Distinct().ToList();
        return blank.Count == 0
            ? "Every heading is answered."
            : $"{blank.Count} headings will say “{MinutesDraft.NotConsidered}”: {CardText.Plain(string.Join(", ", blank))}.";
    }
}
