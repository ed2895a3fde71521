using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Somebody of information governance, of business support or of the conference service takes up a case by its reference and word
/// (P17): they are on it from then on, as the chair sees, and whatever they read is logged.</summary>
internal sealed class GovernCommand(GroupDoor door, Clerk clerk, Words words) : ICommand
{
    private const string HowTo = "Type it with a case's reference and word: `govern SB-2026-014 Heron`.";

    private static readonly (Role Role, string Says)[] TakeUp =
    [
        (Role.InformationGovernance, "You keep the record of this case."),
        (Role.BusinessSupport, "You are business support on this case."),
        (Role.ConferenceService, "You arrange the conferences of this case."),
    ];

    public static string Word => "govern";

    public static string Help => "`govern SB-2026-014 Heron` – take up a case for information governance (seal words, answer a report, "
        + "keep a record), business support or the conference service";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (await door.RolesAsync(Word, turn, [.. TakeUp.Select(one => one.Role)], cancellationToken) is var (are, because)
            && because is not null)
        {
            return because;
        }

        if (rest.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var reference, var word])
        {
            return new Reply.Say(HowTo);
        }

        return await door.ComeOnAsync(reference, word, Word, turn, (@case, asker) => PutOn.ByGroup(@case, asker, are), cancellationToken)
            is { } @case ? Taken(@case, are)
            : are.Contains(Role.InformationGovernance)
                && await DeletedAsync(new(reference.ToUpperInvariant()), word, turn, cancellationToken) is { } gone ? gone
            : door.Nobody;
    }

    /// <summary>What is left to say of a case that was deleted, to whoever knows its word; <c>null</c> of any other.</summary>
    private async Task<Reply?> DeletedAsync(CaseId id, string word, Turn turn, CancellationToken cancellationToken)
    {
        if (!string.Equals(References.WordOf(id), word, StringComparison.OrdinalIgnoreCase)
            || DeletedLine.Of(await clerk.LoadAsync(id, cancellationToken), words) is not { } line)
        {
            return null;
        }

        clerk.NoteShown(turn.Asker(), id, $"keeping/{Word}");
        return new Reply.Say($"{id}: {line}");
    }

    private static Reply.Show Taken(Case @case, IReadOnlyList<Role> are) => new("Record", FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(string.Join(' ', TakeUp.Where(one => are.Contains(one.Role)).Select(one => one.Says))
                + " Its people can see that, and what you open is logged."),
        ],
        [
            .. are.Contains(Role.InformationGovernance)
                ? (IReadOnlyList<CardAction>)[FindWordsPage.Button(@case).Send(), HoldRecordPart.Button(@case).Send()] : [],
            OwnPart.Button(@case),
        ]));
}
