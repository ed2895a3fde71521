using StrategyBot.Conversations;

namespace StrategyBot.Phases.Convening;

/// <summary>Where, how, and why there is cause to meet (R1, P13).</summary>
internal sealed class SettingPart(LastKnownPartners partners) : IPart<SettingPart.Form>, IAsksOutside
{
    public sealed record Form(
        string Case, MeetingMode? Mode = null, string? Area = null, bool Elsewhere = false, string? Reason = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new("convening/setting");

    public static Capability Needs => Capability.Arrange;

    /// <summary>The areas that partners of the directory cover.</summary>
    public PartnerList Told { get; set; } = new([], null, IsKnown: false);

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken)
    {
        if (@case.Profile.ConferenceTeams.Count == 0)
        {
            Told = await partners.AskAsync(patience, cancellationToken);
        }
    }

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var given = page.Case.Circumstances!;
        var areas = SuggestionRule.Areas(page.Case, Told.Contacts);
        var isNew = page.Whole.Circumstances!.Reason.Length == 0;
        return ConveningDrawing.Of(page, Step.Setting,
        [
            new ChoiceSetInput("mode", "How it is held", Choices.Of(WordTables.MeetingMode)) { Value = WordTables.ValueOf(given.Mode) },
            areas.Count == 0
                ? ConveningDrawing.Line("area", "Area", given.Area) with { Placeholder = "As in the directory, for example North" }
                : new ChoiceSetInput("area", "Area", [.. areas.Select(area => new Choice(area, area))])
                {
                    Value = given.Area.Length > 0 ? given.Area : areas.Count == 1 ? areas[0] : null,
                },
            new ToggleInput("elsewhere", "That is another authority's area")
            {
                Value = given.Has(Features.AnotherAuthority) ? "true" : "false",
            },
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
            Preselected =
            [
                .. isNew ? ["mode", MarkingInput.Id] : (string[])[],
                .. given.Area.Length == 0 && areas.Count == 1 ? ["area"] : (string[])[],
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, page.Whole.Circumstances!.CauseAudience, typed.Reason) is { } readers
            ? CircumstancesRule.Setting(page.Whole, typed, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("how it is held, and the cause");

    /// <summary>Which authority is asked only where it is another's.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => page.Case.Circumstances is { Authority: null } given
        && given.Has(Features.AnotherAuthority)
            ? AuthorityPart.Id.Button("", new AuthorityPart.Form(page.Case.Ref.Value))
            : Step.Setting.Next(page.Case);
}
