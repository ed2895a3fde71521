using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Somebody of information governance takes up a case by its reference and word (P17): they are on it from then on, as the chair
/// sees, and whatever they read is logged.</summary>
internal sealed class GovernCommand(Clerk clerk, Membership membership, Words words) : ICommand
{
    private const string HowTo = "Type it with a case's reference and word: `govern SB-2026-014 Heron`.";

    public static string Word => "govern";

    public static string Help => "`govern SB-2026-014 Heron` – for information governance: seal words, answer a report, keep a record";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Personal)
        {
            return new Reply.Say("Type `govern` to me in our own chat.");
        }

        var isMember = await turn.Patience.AskAsync<bool?>(
            async token => turn.By.ObjectId.Length > 0
                && await membership.IsOfInformationGovernanceAsync(turn.By.ObjectId, token), () => null, cancellationToken);
        if (isMember is not true)
        {
            return new Reply.Say(isMember is null
                ? "I can't check just now whether you are of information governance. Try again in a minute."
                : new NoSuchCase().Say(words));
        }

        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var reference, var word]
            ? await TakeUpAsync(new(reference.ToUpperInvariant()), word, turn, cancellationToken)
            : new Reply.Say(HowTo);
    }

    private async Task<Reply> TakeUpAsync(CaseId id, string word, Turn turn, CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        var @case = await clerk.RecordAsync(id, $"{turn.Source}/govern", now =>
            IsMeant(now, word) && asker.On(now)?.May(Capability.KeepRecord) != true ? TakenUp(now, asker) : [], cancellationToken);
        return IsMeant(@case, word)
            ? new Reply.Show("Record", FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
                [new TextBlock("You keep the record of this case. Its people can see that, and what you open is logged.")],
                [FindWordsPage.Button(@case).Send(), HoldRecordPart.Button(@case).Send(), OwnPart.Button(@case)]))
            : new Reply.Say(new NoSuchCase().Say(words));
    }

    private static bool IsMeant(Case @case, string word) =>
        @case.Exists && string.Equals(@case.CheckWord, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whoever is on the case already keeps what they are.</summary>
    private static IReadOnlyList<Cases.Fact> TakenUp(Case @case, Asker asker) =>
    [
        new ParticipantAdded(@case.Find(asker.Id) is { IsTakenOff: false } known
            ? known with { Roles = known.Roles.Add(Role.InformationGovernance) }
            : new(@case.NextPerson(), asker.Name, Agency.SocialCare, "Information governance", "", asker.Mail ?? "", "",
                [Role.InformationGovernance], asker.Id, ChannelId: asker.ChannelId))
        {
            Meeting = @case.Meeting.Id,
        },
    ];
}
