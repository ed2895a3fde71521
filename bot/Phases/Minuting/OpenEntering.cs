using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Asks on which child's record the minutes stand now (R88).</summary>
internal sealed class OpenEntering(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenEntering.Form>
{
    public static string Verb => "minuting/entering";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Entered on the child's record", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.EnterOnRecord, Verb, cancellationToken) is not { } view ? new Reply.Say(new NoSuchCase().Say(words))
        : view.Whole.Meeting.Minutes.Version == 0 ? new Reply.Say(new NotApprovedYet().Say(words))
        : view.Whole.Children.Count == 0 ? new Reply.Say("No child is named on this case yet. Name the child on the page Who to check first.")
        : new Reply.Show("Entered on the child's record", EnteringCard.For(view, words, clock.GetUtcNow()));
}

internal static class EnteringCard
{
    /// <param name="typed">What was sent and refused.</param>
    public static AdaptiveCard For(CaseView view, Words words, DateTimeOffset now, EnterMinutes.Form? typed = null, string? notSaved = null)
    {
        var minutes = view.Whole.Meeting.Minutes;
        var limits = MinutesClock.Of(view.Whole, view.Whole.Meeting)!;
        var open = view.Case.Children.Where(child => !minutes.IsEntered(child.Id)).ToList();
        return FormCard.Of(
            "Entered on the child's record",
            notSaved,
            [
                new TextBlock($"Version {minutes.Version} of the minutes. Due by {limits.Enter.Say(words)}."),
                .. view.Case.Children.Where(child => minutes.IsEntered(child.Id)).Select(child => new TextBlock($"{CardText.Plain(Named(view, child))}: entered {words.When(minutes.Entered[child.Id].At)}")),
                .. open.Count == 0 ? (IReadOnlyList<CardElement>)[new TextBlock("It stands on every child's record.")] : [Children(view, open, typed)],
                .. open.Count > 0 && KeepingMinutes.IsLate(view.Whole, now)
                    ? (IReadOnlyList<CardElement>)[new TextInput("late", "Why is it late?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed?.Late }] : [],
            ],
            open.Count == 0 ? [] : [EnterMinutes.Button(view.Case)]);
    }

    private static ChoiceSetInput Children(CaseView view, IReadOnlyList<Child> open, EnterMinutes.Form? typed) =>
        new("children", "On whose record do the minutes stand now?", [.. open.Select(child => new Choice(CardText.Plain(Named(view, child)), child.Id.Value))])
        {
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
            Value = typed is null ? string.Join(',', open.Select(child => child.Id.Value)) : string.Join(',', typed.Children ?? []),
        };

    /// <summary>Who may not read the case's content knows a child by number, and by the case system's own record.</summary>
    private static string Named(CaseView view, Child child) =>
        view.Reader.May(Capability.ReadContent) && child.Details.Name.Length > 0 ? $"{child.Number}, {child.Details.Name}" : child.Number;
}
