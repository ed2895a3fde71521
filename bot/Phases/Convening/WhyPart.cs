namespace StrategyBot.Phases.Convening;

/// <summary>Why the meeting is called, and since when the clocks run (R1, R2).</summary>
internal sealed class WhyPart : IPart<WhyPart.Form>
{
    // It asks for something elsewhere too (R3).
    private const string ChildOnChild = "child-on-child";

    public sealed record Form(
        string Case,
        IReadOnlyList<string>? Circumstances = null,
        DateOnly? ConcernOn = null,
        TimeOnly? ConcernTime = null,
        DateOnly? ReferralOn = null,
        TimeOnly? ReferralTime = null) : ICaseForm;

    public static PartId Id => new("convening/why");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["concernOn", "concernTime"], ["referralOn", "referralTime"]];

    public Drawn Draw(FormPage page, Form asked)
    {
        var (given, words) = (page.Case.Circumstances, page.Words);
        var (concern, referral) = (given?.ConcernIdentifiedAt, given?.ReferralReceivedAt);
        return ConveningDrawing.Of(page, Step.Why,
        [
            new ChoiceSetInput("circumstances", "What has come up",
                [.. page.Case.Profile.Questions.Circumstances.Select(one => new Choice(one.Text, one.Id))])
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
                Value = string.Join(',', given?.Circumstances ?? []),
            },
            new DateInput("concernOn", "Concern first identified, by anybody: day") { Value = words.LocalDate(concern ?? page.Now) },
            new TimeInput("concernTime", "Concern first identified: time, if known")
            {
                Value = given?.ConcernToConfirm == true ? null : Time(concern, words),
            },
            new DateInput("referralOn", "Referral received: day") { Value = words.LocalDate(referral ?? page.Now) },
            new TimeInput("referralTime", "Referral received: time, if known")
            {
                Value = given?.ReferralToConfirm == true ? null : Time(referral, words),
            },
        ]) with
        {
            Preselected = given is null ? ["concernOn", "referralOn"] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        CircumstancesRule.Why(page.Whole, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"why and since when{Prompt(page.Case.Circumstances!)}");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        MeetingDue.IsMovingIn(page.Case) && page.Case.TransferIn is null ? TransferInPart.Button(page.Case) : Step.Why.Next(page.Case);

    /// <summary>What the circumstances ask for beside this meeting.</summary>
    private static string Prompt(CircumstancesGiven given) =>
        given.Circumstances.Contains(ChildOnChild)
            ? ". Both children need a conference of their own: convene a case for the other child too, "
                + "and name the other case by its reference only."
        : "";

    private static TimeOnly? Time(DateTimeOffset? at, Words words) => at is { } one ? words.LocalTime(one) : null;
}
