using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Whom a name found, as they are put on the list.</summary>
/// <param name="IsKnown">Whether it could be asked.</param>
internal sealed record FoundCandidates(IReadOnlyList<Candidate> All, bool IsKnown)
{
    public static FoundCandidates NotAsked { get; } = new([], IsKnown: false);

    /// <summary>Our own people, from Graph.</summary>
    public static Task<FoundCandidates> OfUsAsync(
        Users users, string tenant, string name, Patience patience, CancellationToken cancellationToken) => patience.AskAsync(
            async token => new FoundCandidates(
                [.. (await users.FindAsync(name, token)).Select(user =>
                    new Candidate(user.Name, user.Mail, Agency.SocialCare, user.JobTitle, user.Department, "")
                    {
                        Person = PersonId.Of(tenant, user.ObjectId),
                    })],
                IsKnown: true),
            () => NotAsked,
            cancellationToken);

    /// <summary>Partners of one agency, from the authority's directory.</summary>
    public static FoundCandidates OfPartners(Case @case, PartnerList told, Agency agency, string name) => new(
        [.. SuggestionRule.Everybody(@case, told.Contacts).Where(one => one.Agency == agency && PersonName.Fits(one.Name ?? "", name))],
        told.IsKnown);

    public IReadOnlyList<CardElement> Choice() => ToChoose().Choice();

    /// <inheritdoc cref="FoundPeople.Meant"/>
    public (Candidate? One, Refusal? Why) Meant(string name, string? chosen, string nobody)
    {
        var (one, why) = ToChoose().Meant(name, chosen, nobody);
        return (one is null ? null : All.First(candidate => candidate.Key == one.Key), why);
    }

    private FoundPeople ToChoose() => new(
        [.. All.Select(one => new FoundPerson(one.Key, one.Name ?? "", one.JobTitle ?? "", one.Organisation ?? "", one.Mail ?? ""))],
        IsKnown);
}
