using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Convening;

/// <summary>Where, how, on whose referral, and why there is cause to meet (R1, R10, P13).</summary>
internal static class SettingCard
{
    private const string Nobody = "none";

    private static readonly Agency[] Referrers =
    [
        Agency.SocialCare, Agency.Police, Agency.Health, Agency.School, Agency.Midwifery, Agency.EarlyHelp, Agency.YouthJustice, Agency.Housing, Agency.Probation, Agency.Other,
    ];

    public static AdaptiveCard For(Page page, TypedSetting? typed = null)
    {
        var given = page.Case.Circumstances;
        var shown = typed ?? new(given?.Area, given?.Mode, given?.Referrer, given?.Reason);
        return page.Form(Step.Setting.Title(),
            [
                new ChoiceSetInput("mode", "How it is held",
                [
                    new("In Teams", "teams"), new("By telephone", "phone"), new("In one room", "inRoom"), new("It happened already", "alreadyHappened"),
                ])
                { Value = Name(shown.Mode ?? MeetingMode.Teams) },
                new ChoiceSetInput("referrer", "Who referred", [new("Family, public, or not known", Nobody), .. Referrers.Select(agency => new Choice(agency.Name(), Name(agency)))]) { Value = shown.Referrer is { } agency ? Name(agency) : Nobody },
                new TextInput("area", "Area") { MaxLength = FormCard.Line, Value = shown.Area, Placeholder = "As in the directory, for example North" },
                new TextInput("reason", "Why there is reasonable cause to suspect significant harm") { IsMultiline = true, MaxLength = FormCard.LongText, Value = shown.Reason },
            ],
            SaveSetting.Button(page.Case));
    }

    // As forms write an enum.
    private static string Name<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
