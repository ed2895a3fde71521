using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Governing;

/// <summary>Which procedure new cases go by, for anybody; what is out of date about it, for administrators (R123).</summary>
internal sealed class ProcedureCommand(ProcedureProfile profile, BankHolidays calendar, Membership membership, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "procedure";

    public static string Help => "`procedure` – whose procedure I go by, and which version of it";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => turn.At.Kind != PlaceKind.Personal
        ? new Reply.Say("Type `procedure` to me in our own chat.")
        : new Reply.Show("Procedure", ProcedureCard.For(profile, calendar, await IsAdministratorAsync(turn.By, cancellationToken), words.LocalDate(clock.GetUtcNow()), words));

    /// <summary><c>null</c> where Graph can't be asked just now: never guessed.</summary>
    private async Task<bool?> IsAdministratorAsync(Speaker person, CancellationToken cancellationToken)
    {
        try
        {
            using var patience = Patience.For(cancellationToken);
            return person.ObjectId.Length > 0 && await membership.IsAdministratorAsync(person.ObjectId, patience.Token);
        }
        catch (Exception failure) when (Patience.IsOutage(failure, cancellationToken))
        {
            return null;
        }
    }
}

internal static class ProcedureCard
{
    public static AdaptiveCard For(ProcedureProfile profile, BankHolidays calendar, bool? isAdministrator, DateOnly today, Words words) => FormCard.Of(
        "Procedure",
        null,
        [
            new TextBlock(CardText.Plain(profile.Name)) { Weight = TextWeight.Bolder },
            new TextBlock(CardText.Plain($"Version {profile.Version}. {Dated("Issued", profile.Issued, words)} {Dated("To be reviewed by", profile.ReviewBy, words)}")),
            new TextBlock($"Bank holidays of England and Wales are known up to the end of {calendar.LastYear} (version {calendar.Version})."),
            .. isAdministrator == true ? ForAdministrators(profile, calendar, today) : [],
            .. isAdministrator is null ? (IReadOnlyList<CardElement>)[new TextBlock("I can't check just now whether you are an administrator, so what only administrators are told is left out. Try again in a minute.")] : [],
            new TextBlock("New cases go by it. A case that is open keeps the procedure it was opened under.") { IsSubtle = true },
        ]);

    private static IReadOnlyList<CardElement> ForAdministrators(ProcedureProfile profile, BankHolidays calendar, DateOnly today)
    {
        string?[] due = [profile.ReviewOverdue(today), new WorkingDays(calendar, []).RunsOut(today)];
        return due.Any(sentence => sentence is not null)
            ? [new Container([.. due.OfType<string>().Select(sentence => new TextBlock(CardText.Plain(sentence)) { Weight = TextWeight.Bolder, Color = TextColor.Attention })]) { Style = ContainerStyle.Attention }]
            : [new TextBlock("For administrators: no review is overdue, and the bank holidays are known for more than this year.")];
    }

    private static string Dated(string what, DateOnly? on, Words words) => on is { } date ? $"{what} {words.Date(date)}." : $"{what}: not given.";
}
