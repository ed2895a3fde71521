namespace StrategyBot.Phases.Convening;

/// <summary>Where, how, on whose referral, and why there is cause to meet (R1, R10, P13).</summary>
internal sealed class SettingPart : IPart<SettingPart.Form>
{
    private const string Nobody = "none";

    /// <param name="Referrer">An agency's name, or anything else for family, public, or not known.</param>
    public sealed record Form(
        string Case, MeetingMode? Mode = null, string? Referrer = null, string? Area = null, bool Elsewhere = false,
        string? Reason = null, string? Authority = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/setting");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var given = page.Case.Circumstances!;
        return ConveningDrawing.Of(page, Step.Setting,
        [
            new ChoiceSetInput("mode", "How it is held", Choices.Of(WordTables.MeetingMode)) { Value = WordTables.ValueOf(given.Mode) },
            new ChoiceSetInput("referrer", "Who referred",
            [
                new("Family, public, or not known", Nobody),
                .. Enum.GetValues<Agency>().Select(agency => new Choice(agency.Name(), WordTables.ValueOf(agency))),
            ])
            {
                Value = given.Referrer is { } agency ? WordTables.ValueOf(agency) : Nobody,
            },
            ConveningDrawing.Line("area", "Area", given.Area) with { Placeholder = "As in the directory, for example North" },
            new ToggleInput("elsewhere", "That is another authority's area")
            {
                Value = given.Has(Features.AnotherAuthority) ? "true" : "false",
            },
            ConveningDrawing.Line("authority", "If another: which authority", given.Authority ?? ""),
            new TextInput("reason", "Why there is reasonable cause to suspect significant harm")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = given.Reason,
            },
            .. MarkingInput.Beside(page, given.Reason, page.Whole.Circumstances!.Reason, given.CauseAudience,
                "Who may read why there is cause"),
        ]) with
        {
            Preselected = page.Whole.Circumstances.Reason.Length == 0 ? ["mode", "referrer", MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Circumstances!.CauseAudience, typed.Reason) is { } readers
            ? CircumstancesRule.Setting(page.Whole, typed, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("how it is held, and the cause");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Setting.Next(page.Case);
}
