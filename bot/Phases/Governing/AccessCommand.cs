using System.Globalization;
using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Records;

namespace StrategyBot.Phases.Governing;

/// <summary>Who read what of a case, for auditors alone (P17). They see names and parts, and nothing of the case; that they looked is
/// logged with the rest.</summary>
internal sealed partial class AccessCommand(Clerk clerk, Membership membership, Words words) : ICommand
{
    // As many as a card holds with the longest names.
    private const int MostLines = 40;

    public static string Word => "access";

    public static string Help => "`access SB-2026-014` – for auditors: who read what of a case, and when";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Personal)
        {
            return new Reply.Say("Type `access` to me in our own chat.");
        }

        return await IsAuditorAsync(turn, cancellationToken) switch
        {
            null => new Reply.Say("I can't check just now whether you are an auditor. Try again in a minute."),
            // As to anybody who isn't on a case, whether or not there is one.
            false => new Reply.Say(new NoSuchCase().Say(words)),
            true when Typed().Match(rest) is { Success: true } typed =>
                await ShowAsync(new(typed.Groups["reference"].Value.ToUpperInvariant()), Page(typed), turn, cancellationToken),
            true => new Reply.Say("Type it with a case's reference: `access SB-2026-014`. `access SB-2026-014 2` shows what came before."),
        };
    }

    private async Task<Reply> ShowAsync(CaseId id, int page, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.AccessesAsync(turn.Asker(), id, $"governing/{Word}", cancellationToken) is not { } read)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        var pages = Math.Max(1, (read.All.Count + MostLines - 1) / MostLines);
        page = Math.Clamp(page, 1, pages);
        return new Reply.Show("Access", FormCard.Of($"{id}: who read what", null,
        [
            new TextBlock($"{read.All.Count} readings, the newest first. Page {page} of {pages}. "
                + "That you look at this is written down here too.") { IsSubtle = true },
            .. read.Case is { } gone && DeletedLine.Of(gone, words) is { } line ? (IReadOnlyList<CardElement>)[new PlainText(line)] : [],
            .. read.All.Reverse().Skip((page - 1) * MostLines).Take(MostLines).Select(access => new TextBlock(CardText.Plain(
                $"{words.When(access.At)} · {read.NameOf(access)} · {access.What}"
                    + (read.IsUnderBreakGlass(access) ? " · under break-glass" : "")))),
            .. page < pages ? (IReadOnlyList<CardElement>)[new TextBlock($"Type **access {id} {page + 1}** for what came before.")] : [],
        ]));
    }

    private Task<bool?> IsAuditorAsync(Turn turn, CancellationToken cancellationToken) => turn.Patience.AskAsync<bool?>(
        async token => turn.By.ObjectId.Length > 0 && await membership.IsAsync(Role.Auditor, turn.By.ObjectId, token),
        () => null,
        cancellationToken);

    private static int Page(Match typed) =>
        int.TryParse(typed.Groups["page"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    [GeneratedRegex(@"^\s*(?<reference>SB-\d{4}-\d{3,6})(?:\s+(?<page>\d{1,6}))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Typed();
}
