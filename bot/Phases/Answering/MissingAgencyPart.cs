namespace StrategyBot.Phases.Answering;

/// <summary>Why a core agency is missing, who was tried, and how its information was had (R8).</summary>
internal sealed class MissingAgencyPart : IPart<MissingAgencyPart.Form>
{
    // As many calls, each of a line, stay within what an answer holds.
    private const int MostCalls = 5;

    private static readonly string[] Reasons =
        ["Did not answer", "Cannot come", "Could not be reached in time", "Waiting would put the child at risk", "Left before the end"];

    public sealed record Form(
        string Case, Agency? Agency = null, string? Reason = null, string? More = null, string? Tried = null, string? Information = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new("answering/missing-agency");

    public static Capability Needs => Capability.Lead;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["reason", "more"]];

    public static PartButton Button(Case @case, Agency agency) =>
        Id.Button($"Why is {agency.Name()} missing?", new Form(@case.Ref.Value, agency));

    public Refusal? Bars(FormPage page, Form asked) => MissingAgencyRule.NotCore(page.Whole, asked.Agency);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, agency) = (page.Case, asked.Agency!.Value);
        var stands = @case.Meeting.Attendance.ExplainedGaps.GetValueOrDefault(agency)?.Fact;
        var (reason, more) = stands is null ? default : Parts(stands.Reason);
        return new($"{agency.Name()} is missing",
        [
            new TextBlock(CardText.Plain(Shortened.To(400, CallsRule.WhomToRing(@case, agency, page.Now)))),
            new TextBlock("The meeting need not wait: a child's safety comes first. Say what you know; the rest can follow.")
            {
                IsSubtle = true,
            },
            new ChoiceSetInput("reason", "Why is it missing?", [.. Reasons.Select(known => new Choice(known, known))])
            {
                Value = reason,
                Placeholder = "Choose, or type below",
            },
            Text("more", "Why, in your words", more),
            Text("tried", "Who was tried, and when?", stands?.WhoWasTried ?? CallsRule.Tried(@case, agency, page.Words, MostCalls)),
            Text("information", "How was its information had?", stands?.InformationFrom),
            .. MarkingInput.Beside(page, stands, page.Whole.Meeting.Attendance.ExplainedGaps.GetValueOrDefault(agency)?.Fact,
                stands?.Audience),
        ])
        {
            Frame = "Missing agency",
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking,
        page.Whole.Meeting.Attendance.ExplainedGaps.GetValueOrDefault(typed.Agency ?? default)?.Fact.Audience,
        typed.Reason, typed.More, typed.Tried, typed.Information) is { } readers
            ? MissingAgencyRule.Explain(page.Whole, typed.Agency, Whole(typed.Reason ?? "", (typed.More ?? "").Trim()), typed.Tried ?? "",
                typed.Information ?? "", readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"why {kept.Typed.Agency?.Name()} is missing");

    private static string Whole(string reason, string more) => reason.Length == 0 ? more : more.Length == 0 ? reason : $"{reason}: {more}";

    private static (string? Reason, string More) Parts(string whole) =>
        Reasons.FirstOrDefault(known => whole == known || whole.StartsWith($"{known}: ", StringComparison.Ordinal)) is { } reason
            ? (reason, whole[Math.Min(whole.Length, reason.Length + 2)..])
            : (null, whole);

    private static TextInput Text(string id, string label, string? value) =>
        new(id, label) { IsMultiline = true, MaxLength = FormCard.LongText, Value = value };
}
