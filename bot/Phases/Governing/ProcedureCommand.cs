using StrategyBot.Conversations;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Governing;

/// <summary>Which procedure new cases go by, for anybody; what is out of date about it or about to change, for administrators (R123, R138).
/// </summary>
internal sealed class ProcedureCommand(ProcedureProfile profile, BankHolidays calendar, AdministratorBanner banner, Words words) : ICommand
{
    public static string Word => "procedure";

    public static string Help => "`procedure` – whose procedure I go by, and which version of it";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => turn.At.Kind != PlaceKind.Personal
        ? new Reply.Say("Type `procedure` to me in our own chat.")
        : new Reply.Show("Procedure", ProcedureCard
        .For(profile, calendar, await banner.IsAdministratorAsync(turn, cancellationToken), banner.Overdue(), words));
}

internal static class ProcedureCard
{
    /// <param name="isAdministrator"><c>null</c> where that can't be found out just now.</param>
    public static AdaptiveCard For(
        ProcedureProfile profile, BankHolidays calendar, bool? isAdministrator, IReadOnlyList<string> overdue, Words words) => FormCard.Of(
        "Procedure",
        null,
        [
            new TextBlock(CardText.Plain(profile.Name)) { Weight = TextWeight.Bolder },
            new TextBlock(CardText.Plain(Dates(profile, words))),
            new TextBlock(CardText.Plain($"By {profile.LegalBasis}.")),
            new TextBlock(
                $"Bank holidays of England and Wales are known up to the end of {calendar.LastYear} (version {calendar.Version})."),
            .. ForAdministrators(isAdministrator, overdue),
            .. isAdministrator == true ? Coming(profile, words) : [],
            new TextBlock("New cases go by it. A case that is open keeps the procedure it was opened under.") { IsSubtle = true },
        ]);

    private static IReadOnlyList<CardElement> ForAdministrators(bool? isAdministrator, IReadOnlyList<string> overdue) =>
        isAdministrator switch
        {
            null => [new TextBlock("I can't check just now whether you are an administrator, "
                + "so what only administrators are told is left out. Try again in a minute.")],
            true when overdue.Count > 0 => BannerDrawing.Of(overdue),
            true => [new TextBlock("For administrators: no review is overdue, and the bank holidays are known for more than this year.")],
            false => [],
        };

    /// <summary>What is about to change (R138).</summary>
    private static IEnumerable<TextBlock> Coming(ProcedureProfile profile, Words words) => (profile.Watch ?? []).Select(law =>
        new TextBlock(CardText.Plain($"About to change: {law.Law}. {law.Changes} Look again by {words.Date(law.LookAgain)}.")));

    private static string Dates(ProcedureProfile profile, Words words) =>
        $"Version {profile.Version}. {Dated("Issued", profile.Issued, words)} {Dated("To be reviewed by", profile.ReviewBy, words)}";

    private static string Dated(string what, DateOnly? on, Words words) =>
        on is { } date ? $"{what} {words.Date(date)}." : $"{what}: not given.";
}
