using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>Whether somebody is in the group of a role; nobody is where no such group is named.</summary>
internal delegate Task<bool> IsInGroupOf(Role role, string objectId, CancellationToken cancellationToken);

/// <summary>How somebody comes on a case by a group that they are in, and not by a person of it (P17): in their own chat, by its reference
/// and word. Anybody else hears the one sentence, whether or not there is a case.</summary>
internal sealed class GroupDoor(Clerk clerk, IsInGroupOf isInGroup, Words words)
{
    /// <returns>What they are of these, or what is said to whoever is none of them.</returns>
    public async Task<(ValueList<Role> Are, Reply? Because)> RolesAsync(
        string command, Turn turn, IReadOnlyList<Role> of, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Personal)
        {
            return ([], new Reply.Say($"Type `{command}` to me in our own chat."));
        }

        var are = await turn.Patience.AskAsync<ValueList<Role>?>(
            async token => await RolesAsync(turn.By.ObjectId, of, token), () => null, cancellationToken);
        return are switch
        {
            null => ([], new Reply.Say("I can't check just now whether you may. Try again in a minute.")),
            { Count: 0 } => ([], Nobody),
            _ => (are, null),
        };
    }

    public Reply Nobody => new Reply.Say(new NoSuchCase().Say(words));

    /// <summary>Writes what it brings that they come on a case.</summary>
    /// <param name="facts">Of the case that is meant, and may be none.</param>
    /// <returns><c>null</c> where no such case is meant, or it is shut to them.</returns>
    public async Task<Case?> ComeOnAsync(
        string reference, string word, string command, Turn turn, Func<Case, Asker, IEnumerable<Cases.Fact>> facts,
        CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        var @case = await clerk.RecordAsync(new CaseId(reference.ToUpperInvariant()), $"{turn.Source}/{command}",
            now => IsMeant(now, word) ? [.. facts(now, asker)] : [], cancellationToken);
        return IsMeant(@case, word) && asker.On(@case) is not null ? @case : null;
    }

    private static bool IsMeant(Case @case, string word) =>
        @case.Exists && string.Equals(@case.CheckWord, word, StringComparison.OrdinalIgnoreCase);

    private async Task<ValueList<Role>> RolesAsync(string objectId, IReadOnlyList<Role> of, CancellationToken cancellationToken)
    {
        var are = new List<Role>();
        foreach (var role in objectId.Length > 0 ? of : [])
        {
            if (await isInGroup(role, objectId, cancellationToken))
            {
                are.Add(role);
            }
        }

        return [.. are];
    }
}
