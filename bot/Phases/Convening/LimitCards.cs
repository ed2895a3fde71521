using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Convening;

/// <summary>What changes the limit (R20–R23).</summary>
internal static class FeaturesCard
{
    private const string None = "none";

    public static AdaptiveCard For(Page page, TypedFeatures? typed = null)
    {
        var shown = typed ?? Stands(page);
        return page.Form(Step.Features.Title(),
            [
                new ChoiceSetInput("about", "Tick what the referral is about", [.. Features.About.Select(one => new Choice(one.Text, one.Id))])
                {
                    IsMultiSelect = true,
                    Style = ChoiceSetStyle.Expanded,
                    Value = string.Join(',', shown.About),
                },
                new ChoiceSetInput("action", "Immediate action already taken", [new("None", None), .. Features.Actions.Select(one => new Choice(one.Text, one.Id))]) { Value = shown.Action ?? None },
                new DateInput("actionOn", "If taken: day") { Value = shown.ActionOn },
                new TimeInput("actionTime", "If taken: time") { Value = shown.ActionTime },
            ],
            SaveFeatures.Button(page.Case));
    }

    private static TypedFeatures Stands(Page page)
    {
        var given = page.Case.Circumstances;
        var at = given?.ImmediateActionAt;
        return new(
            given?.Features ?? [],
            Features.Actions.Select(one => one.Id).FirstOrDefault(id => given?.Has(id) == true),
            at is { } day ? page.Words.LocalDate(day) : null,
            at is { } time ? page.Words.LocalTime(time) : null);
    }
}

/// <summary>The answers on which a longer limit hangs: only those that this case asks.</summary>
internal static class LimitCard
{
    public static AdaptiveCard For(Page page, TypedLimit? typed = null)
    {
        var given = page.Case.Circumstances!;
        var shown = typed ?? new(
            Stands(given, Features.Forensic, Features.ForensicNotNeeded), Stands(given, Features.ProtectionNeeded, Features.ProtectionNotNeeded), given.LimitReason);
        return page.Form(Step.Limit.Title(),
            [
                .. given.Has(Features.SexualAbuse) ? (IReadOnlyList<CardElement>)[Ask("forensic", "Must it be the same day to secure forensic evidence?", shown.Forensic)] : [],
                .. given.MayBeLonger() ? (IReadOnlyList<CardElement>)[Ask("protection", "Does the child need protection at once?", shown.Protection)] : [],
                new TextInput("reason", "If No: your reason") { IsMultiline = true, MaxLength = FormCard.LongText, Value = shown.Reason },
                new TextBlock("Without an answer the shorter limit holds.") { IsSubtle = true },
            ],
            SaveLimit.Button(page.Case));
    }

    private static ChoiceSetInput Ask(string id, string question, YesNo? answer) => new(id, question, [new("Yes", "yes"), new("No", "no")])
    {
        Style = ChoiceSetStyle.Expanded,
        Value = answer switch { YesNo.Yes => "yes", YesNo.No => "no", _ => null },
    };

    private static YesNo? Stands(CircumstancesGiven given, string yes, string no) => given.Has(yes) ? YesNo.Yes : given.Has(no) ? YesNo.No : null;
}
